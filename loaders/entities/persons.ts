// Named persons: behind a title ("Ms. Ana Cruz"), behind a role with a colon ("Rapporteur: Ana Cruz"), before a post ("Ana Cruz, Director of …"),
// or in a line with their body.

import { entityId } from '../../schema/ids.ts';
import type { Candidate } from './candidate.ts';
import type { NameWords } from './nameWords.ts';
import { formOf } from './tokens.ts';

const NAME_WORD = String.raw`\p{Lu}(?:\p{Ll}|['’]\p{Lu})[\p{L}'’-]*`;
const PARTICLE = String.raw`(?:de|da|dos|del|la|van|von|der|den|bin|binti|al|el|ben|ter|le|du)`;
const FULL_NAME = String.raw`${NAME_WORD}(?: (?:${PARTICLE} ){0,2}(?:\p{Lu}\. ?)?(?:\p{Lu}\.|${NAME_WORD})){1,3}`;
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('-', '[-\\s]');
const anyOf = (words: readonly string[]): string => `(?:${words.map(escaped).join('|')})`;

interface Patterns {
  readonly anywhere: readonly (readonly [rule: string, pattern: RegExp, score: number])[];
  readonly ofBody: RegExp;
  readonly line: RegExp;
}

function patternsOf({ titles, posts, roles }: NameWords): Patterns {
  const title = String.raw`(?:${anyOf(titles)}|H\.? ?E|Deputy Minister)`;
  const post = String.raw`(?:the )?(?:(?:[\p{L}-]+|&) ){0,5}${anyOf(posts)}`;
  const role = String.raw`(?:${anyOf(roles)}s?|Panell?ists?|Discussion starters?|(?:Prepared|Presented|Delivered|Submitted|Written|Moderated|Facilitated) by|Keynote speakers?)`;
  const before = String.raw`(?:${title}\.? )`;
  return {
    anywhere: [
      ['titled', new RegExp(String.raw`\b${title}\.? ${before}*(?<name>${FULL_NAME})`, 'gdu'), 0.9],
      ['rapporteur', new RegExp(String.raw`\b[Ss]pecial Rapporteur[^.;()]{0,80}?, ${before}?(?<name>${FULL_NAME})`, 'gdu'), 0.85],
      ['position', new RegExp(String.raw`(?<![\p{L}’'-] ?)(?<name>${FULL_NAME}),? \(?${post}\b(?! of the floor)`, 'gdu'), 0.8],
      ['after-position', new RegExp(String.raw`\b${anyOf(posts)}(?: of [^,.;()\n]{3,60})?, (?<name>${FULL_NAME})(?=,|\.| \(|$)`, 'gdmu'), 0.75],
      ['office', new RegExp(String.raw`\b(?<name>(?:DG|Director[- ]General|Ambassador|Commissioner|Minister|President|Secretary-General) ${NAME_WORD})(?!\s?\p{Lu})(?! of\b)`, 'gdu'), 0.7],
      ['role', new RegExp(String.raw`\b${role}: ?\|?\s*${before}*(?<name>${FULL_NAME})(?=\s*(?:[,(|;–—-]|$|\n))`, 'gdmu'), 0.9],
    ],
    ofBody: new RegExp(String.raw`(?<![\p{L}’'-] ?)(?<name>${FULL_NAME})(?:,? (?:of|from|for|with|\() ?| [–-] )(?:the )?(?=\p{Lu})|(?<=(?:and|by|thank|thanks|[,;:]) )(?<other>${FULL_NAME}),? (?:of|from|for|with) (?:the )?(?=\p{Lu})`, 'gdu'),
    line: new RegExp(String.raw`^\s*(?:[-•*–]\s|\d{1,2}[.)]\s+)?(?:${role}:?\s+)?${before}*(?<name>${FULL_NAME})(?:,\s|\s\(|\s[–—-]\s)(?=\p{Lu})`, 'dmu'),
  };
}
const prepared = new WeakMap<NameWords, Patterns>();
function patterns(words: NameWords): Patterns {
  const known = prepared.get(words) ?? patternsOf(words);
  prepared.set(words, known);
  return known;
}

/** "Ms Cruz", "A. Cruz": somebody whom the text has named in full; the title is all that the short form has besides. */
function bySurname(text: string, named: readonly Candidate[], { titles }: NameWords): Candidate[] {
  const people = new Map(named.flatMap((candidate) => {
    const parts = text.slice(candidate.start, candidate.end).split(/\s+/);
    return parts.length >= 2 && candidate.rule !== 'person-office' ? [[parts.at(-1) ?? '', candidate] as const] : [];
  }));
  if (people.size === 0) return [];
  const short = new RegExp(String.raw`\b(?:${anyOf(titles)}\.?|(?<initial>\p{Lu})\.) (?<surname>${anyOf([...people.keys()])})(?![\p{L}-])`, 'gu');
  return [...text.matchAll(short)].flatMap(({ 0: found, index, groups }): Candidate[] => {
    const person = people.get(groups?.['surname'] ?? '');
    if (!person || (groups?.['initial'] && !text.slice(person.start).startsWith(groups['initial']))) return [];
    return [{ ...person, start: index, end: index + found.length, rule: 'person-surname', score: 0.8 }];
  });
}

/** Persons that a text introduces by their full name. The title is not part of the name. Offsets: UTF-16 units, end exclusive. */
export function personsIn(text: string, isBody: (start: number, end: number) => boolean, words: NameWords): Candidate[] {
  const found: Candidate[] = [];
  const add = (span: readonly [number, number] | undefined, rule: string, score: number): void => {
    if (!span) return;
    const name = text.slice(...span).replace(/\s+/g, ' ');
    if (name.split(/[\s-]/).some((word, at) => !(rule === 'office' && at === 0) && (words.notPersons.has(formOf(word)) || (rule !== 'office' && words.heads.has(formOf(word)))))) return;
    found.push({ start: span[0], end: span[1], rule: `person-${rule}`, means: { record: { type: 'Actor', id: entityId('Actor', name), kind: 'PERSON', name, aliases: [] } }, score });
  };
  const { anywhere, ofBody, line: inLine } = patterns(words);
  for (const [rule, pattern, score] of anywhere) for (const match of text.matchAll(pattern)) add(match.indices?.groups?.['name'], rule, score);
  // "Ana Cruz of the Quay Union": a name is a person's where what it is of is a body.
  for (const match of text.matchAll(ofBody)) if (isBody(match.index + match[0].length, match.index + match[0].length + 120)) add(match.indices?.groups?.['name'] ?? match.indices?.groups?.['other'], 'of-body', 0.75);
  let start = 0;
  for (const line of text.split('\n')) {
    const match = inLine.exec(line);
    const name = match?.indices?.groups?.['name'];
    // The line counts where what follows the name is a body; a sentence that begins with two capitals is none.
    if (match && name && line.length < 160 && isBody(start + match[0].length, start + line.length)) add([start + name[0], start + name[1]], 'line', 0.8);
    start += line.length + 1;
  }
  return [...found, ...bySurname(text, found, words)];
}

