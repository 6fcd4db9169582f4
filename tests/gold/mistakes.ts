// What was missed, what was made up and what was understood differently, one line each: the next work on the rules.

import { sameWhoWhatWhere, type Comparison, type Pair } from './score.ts';
import type { ReadRelation, ReadStatement, Reading } from './readings.ts';

const without = <T>(things: readonly T[], known: ReadonlySet<number>): T[] => things.filter((_, index) => !known.has(index));
const sideOf = (pairs: readonly Pair[], side: keyof Pair): Set<number> => new Set(pairs.map((pair) => pair[side]));
const shortened = (words: string, most: number): string => (words.length > most ? `${words.slice(0, most - 1)}…` : words);
const toldStatement = ({ actors, act, words }: ReadStatement): string => `[${actors.join(', ')}] ${act} ${shortened(words, 140)}`;
const toldRelation = ({ from, type, to }: ReadRelation): string => `${from} ${type} ${to}`;
const toldClaim = ({ actors, act, stance, forum, addressees, instruments }: ReadStatement): string => `[${actors.join(', ')}] ${act} ${stance} in ${forum} to [${addressees.join(', ')}] citing [${instruments.join(', ')}]`;

/** In the order: mentions, statements, statements understood differently, relations. */
export function mistakes(system: Reading, annotator: Reading, { same, mentions, statements, groundedStatements, relations }: Comparison): string[] {
  const differs = statements.flatMap(({ ours, theirs }) => {
    const [a, b] = [system.statements[ours], annotator.statements[theirs]];
    if (!a || !b) return [];
    const sameList = (x: readonly string[], y: readonly string[]) => x.length === y.length && x.every((one) => y.some((other) => same(one, other)));
    if (sameWhoWhatWhere(a, b, same) && a.stance === b.stance && sameList(a.addressees, b.addressees) && sameList(a.instruments, b.instruments)) return [];
    return [`differs            ${shortened(b.words, 100)}\n                   system ${toldClaim(a)}\n                   annotator ${toldClaim(b)}`];
  });
  return [
    ...without(annotator.mentions, sideOf(mentions, 'theirs')).map(({ words, key }) => `missed mention     ${words} → ${key}`),
    ...without(system.mentions, sideOf(mentions, 'ours')).map(({ words, key }) => `spurious mention   ${words} → ${key}`),
    ...without(annotator.statements, sideOf(statements, 'theirs')).map((stated) => `missed statement   ${toldStatement(stated)}`),
    ...without(system.statements, groundedStatements).map((stated) => `spurious statement ${toldStatement(stated)}`),
    ...differs,
    ...without(annotator.relations, sideOf(relations, 'theirs')).map((related) => `missed relation    ${toldRelation(related)}`),
    ...without(system.relations, sideOf(relations, 'ours')).map((related) => `spurious relation  ${toldRelation(related)}`),
  ];
}
