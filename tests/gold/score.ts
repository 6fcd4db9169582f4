// How close a system's reading of a text comes to an annotator's: hits counted on either side, from which precision, recall and F1 follow.

import { overlapOf, sharedLetters, type Stretch } from './alignment.ts';
import { sameEntityIn, type ReadMention, type ReadRelation, type ReadStatement, type Reading } from './readings.ts';

/** The columns of the table, in its order. From `actors` to `forum` only statements that both sides found are looked at. */
export const FIGURES = ['entities', 'mentions', 'statements', 'actors', 'addressees', 'instruments', 'act', 'stance', 'forum', 'who-what-where', 'relations'] as const;
export type Figure = (typeof FIGURES)[number];

/** Hits are counted on both sides, because one long statement may answer for several short ones. */
export interface Tally {
  readonly found: number;
  /** Of what was to be found. */
  readonly expected: number;
  readonly right: number;
  /** Of what the system says. */
  readonly said: number;
}
export type Tallies = Readonly<Record<Figure, Tally>>;

/** 0 to 1. Nothing to find and nothing said is nothing amiss. */
export const recall = ({ found, expected }: Tally): number => (expected === 0 ? 0 : found / expected);
export const precision = ({ right, said }: Tally): number => (said === 0 ? 0 : right / said);
export function f1(tally: Tally): number {
  if (tally.expected + tally.said === 0) return 1;
  const [p, r] = [precision(tally), recall(tally)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((a, b) => ({ found: a.found + b.found, expected: a.expected + b.expected, right: a.right + b.right, said: a.said + b.said }), { found: 0, expected: 0, right: 0, said: 0 });
const everyFigure = (tallyOf: (figure: Figure) => Tally): Tallies => Object.fromEntries(FIGURES.map((figure) => [figure, tallyOf(figure)] as const)) as Record<Figure, Tally>; // fromEntries forgets that every figure is there
/** All texts as one: long texts weigh more than short ones. */
export const together = (texts: readonly Tallies[]): Tallies => everyFigure((figure) => sum(texts.map((tallies) => tallies[figure])));

/** Both sides' numbers of a statement that the two readings share, as indices. */
export interface Pair {
  readonly ours: number;
  readonly theirs: number;
}
/** What was matched with what: enough to count and to name every mistake. `ours` are the system's, `theirs` the annotator's. */
export interface Comparison {
  readonly same: (ours: string | null, theirs: string | null) => boolean;
  readonly mentions: readonly Pair[];
  /** For each annotated statement that the system found, the system's best for it. */
  readonly statements: readonly Pair[];
  /** The system's statements that stand for an annotated one. */
  readonly groundedStatements: ReadonlySet<number>;
  readonly relations: readonly Pair[];
}

/** Pairs each thing once, the closest first. @param closeness 0 for no match */
function closestPairs<A, B>(ours: readonly A[], theirs: readonly B[], closeness: (a: A, b: B) => number): Pair[] {
  const candidates = ours.flatMap((a, i) => theirs.map((b, j) => ({ ours: i, theirs: j, by: closeness(a, b) }))).filter(({ by }) => by > 0);
  const [takenOurs, takenTheirs] = [new Set<number>(), new Set<number>()];
  return candidates
    .sort((a, b) => b.by - a.by)
    .filter(({ ours: i, theirs: j }) => {
      if (takenOurs.has(i) || takenTheirs.has(j)) return false;
      takenOurs.add(i);
      takenTheirs.add(j);
      return true;
    });
}

/** How well a statement answers for another that may be cut finer or coarser, 0 to 1: most of the shorter lies in the longer, and they are not of quite different size. */
function answers(a: Stretch, b: Stretch): number {
  const [longer, shorter] = [Math.max(a[1] - a[0], b[1] - b[0]), Math.min(a[1] - a[0], b[1] - b[0])];
  const shared = sharedLetters(a, b);
  return shared > 0 && shared / shorter >= 0.6 && overlapOf(a, b) >= 0.15 ? shared / longer : 0;
}
function bestAnswer(asked: ReadStatement, among: readonly ReadStatement[]): number | null {
  const best = among.reduce<{ at: number | null; by: number }>((best, { at }, index) => {
    const by = answers(asked.at, at);
    return by > best.by ? { at: index, by } : best;
  }, { at: null, by: 0 });
  return best.at;
}

const mentionsOverlap = (ours: ReadMention, theirs: ReadMention): number => {
  const overlap = overlapOf(ours.at, theirs.at);
  return overlap >= 0.5 ? overlap : 0;
};
const sameRelation = (ours: ReadRelation, theirs: ReadRelation, same: Comparison['same']): boolean =>
  ours.type === theirs.type && ((same(ours.from, theirs.from) && same(ours.to, theirs.to)) || (ours.type === 'PARTNERED_WITH' && same(ours.from, theirs.to) && same(ours.to, theirs.from)));

export function compare(system: Reading, annotator: Reading): Comparison {
  const same = sameEntityIn(system, annotator);
  return {
    same,
    mentions: closestPairs(system.mentions, annotator.mentions, (a, b) => (same(a.key, b.key) ? mentionsOverlap(a, b) : 0)),
    statements: annotator.statements.flatMap((stated, theirs) => {
      const ours = bestAnswer(stated, system.statements);
      return ours === null ? [] : [{ ours, theirs }];
    }),
    groundedStatements: new Set(system.statements.flatMap((stated, index) => (bestAnswer(stated, annotator.statements) === null ? [] : [index]))),
    relations: closestPairs(system.relations, annotator.relations, (a, b) => (sameRelation(a, b, same) ? 1 : 0)),
  };
}

/** To recommend is to call for. */
const sameAct = (a: ReadStatement, b: ReadStatement): boolean => [a.act, b.act].every((act) => act === 'CALLS_FOR' || act === 'RECOMMENDS') || a.act === b.act;
/** How many of two lists are the same, each counted once. */
const inCommon = (ours: readonly string[], theirs: readonly string[], same: Comparison['same']): number => closestPairs(ours, theirs, (a, b) => (same(a, b) ? 1 : 0)).length;
/** Who said what kind of thing where, as a whole. */
export const sameWhoWhatWhere = (ours: ReadStatement, theirs: ReadStatement, same: Comparison['same']): boolean => inCommon(ours.actors, theirs.actors, same) > 0 && sameAct(ours, theirs) && same(ours.forum, theirs.forum);

const tally = (hits: number, said: number, expected: number): Tally => ({ found: hits, expected, right: hits, said });

/** Counts what two readings of one text have in common. */
export function score(system: Reading, annotator: Reading, { same, mentions, statements, groundedStatements, relations }: Comparison = compare(system, annotator)): Tallies {
  const pairs = statements.flatMap(({ ours, theirs }) => {
    const [a, b] = [system.statements[ours], annotator.statements[theirs]];
    return a && b ? [{ ours, a, b }] : [];
  });
  const ofLists = (list: (stated: ReadStatement) => readonly string[]) => sum(pairs.map(({ a, b }) => tally(inCommon(list(a), list(b), same), list(a).length, list(b).length)));
  const ofPairs = (agree: (a: ReadStatement, b: ReadStatement) => boolean) => tally(pairs.filter(({ a, b }) => agree(a, b)).length, pairs.length, pairs.length);
  const whole = pairs.filter(({ a, b }) => sameWhoWhatWhere(a, b, same));
  const foundWhole = new Set(whole.map(({ ours }) => ours));
  const rightWhole = system.statements.filter((a, index) => foundWhole.has(index) || (groundedStatements.has(index) && annotator.statements.some((b) => overlapOf(a.at, b.at) > 0.15 && sameWhoWhatWhere(a, b, same))));
  const [ourKeys, theirKeys] = [system, annotator].map((reading) => [...new Set(reading.mentions.map(({ key }) => key))]) as [string[], string[]]; // two in, two out
  return {
    entities: tally(inCommon(ourKeys, theirKeys, same), ourKeys.length, theirKeys.length),
    mentions: tally(mentions.length, system.mentions.length, annotator.mentions.length),
    statements: { found: statements.length, expected: annotator.statements.length, right: groundedStatements.size, said: system.statements.length },
    actors: ofLists(({ actors }) => actors),
    addressees: ofLists(({ addressees }) => addressees),
    instruments: ofLists(({ instruments }) => instruments),
    act: ofPairs(sameAct),
    stance: ofPairs((a, b) => a.stance === b.stance),
    forum: ofPairs((a, b) => same(a.forum, b.forum)),
    'who-what-where': { found: whole.length, expected: annotator.statements.length, right: rightWhole.length, said: system.statements.length },
    relations: tally(relations.length, system.relations.length, annotator.relations.length),
  };
}
