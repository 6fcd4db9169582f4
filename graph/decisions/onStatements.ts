// A decision on a statement, found again after the rules or the document have changed. Pure.
//
// A statement's id is its place, which a changed line above moves; its commitment is often named by the rules themselves. What a person
// read and judged is a sentence, taken as a certain act. So a decision is found again in the document of the same uri (or the same bytes):
//   1. the same words, act and commitment   2. the same words and act
//   3. nearly the same words (one within the other, or four words in five), the same act and commitment   4. nearly the same words and act
// each statement once, and of several the one nearest to where it stood, because a summary repeats the sentences of a text.
// The same sentence taken as another act is another reading, on which nobody has decided. A decision that finds nothing is kept, applies to
// nothing, and is tried again at every load.

import { readingOf, correction, correctable, type Decision, type StatementReading } from '../../schema/decisions.ts';
import type { StatementRecord } from '../../schema/extraction.ts';
import type { Review } from '../../schema/vocabulary.ts';

const wordsOf = (quote: string): string[] => quote.normalize('NFKD').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const sameWords = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((word, at) => word === b[at]);

/** Share of words that two sentences have in common, 0 to 1. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count > 0) common++;
    left.set(word, count - 1);
  }
  return (2 * common) / (a.length + b.length || 1);
}
const within = (a: readonly string[], b: readonly string[]): boolean => a.length >= 4 && ` ${b.join(' ')} `.includes(` ${a.join(' ')} `);
const nearlySame = (a: readonly string[], b: readonly string[]): boolean => within(a, b) || within(b, a) || likeness(a, b) >= 0.8;

/** Decisions on one statement, by what all of them know of it. */
interface Wanted {
  readonly decisions: readonly Decision[];
  readonly words: readonly string[];
  /** As extracted when it was decided, and as corrected: rules may have learnt what a person knew. */
  readonly acts: ReadonlySet<string>;
  readonly commitments: ReadonlySet<string>;
  readonly start: number;
}
interface Candidate {
  readonly statement: StatementRecord;
  readonly words: readonly string[];
}

function wantedOf(decisions: readonly Decision[]): Wanted[] {
  return [...Map.groupBy(decisions, ({ subject }) => subject).values()].map((group) => {
    const corrections = group.flatMap(({ kind, after }) => (kind === 'EDIT' ? [correction.parse(after)] : []));
    return {
      decisions: group,
      words: wordsOf(group[0]?.quote ?? ''),
      acts: new Set([...group.flatMap(({ act }) => act ?? []), ...corrections.flatMap(({ act }) => act ?? [])]),
      commitments: new Set([...group.flatMap(({ commitment }) => commitment ?? []), ...corrections.flatMap(({ commitment }) => commitment ?? [])]),
      start: group[0]?.start ?? 0,
    };
  });
}

const LEVELS: readonly ((wanted: Wanted, candidate: Candidate) => boolean)[] = [
  ({ words, commitments }, { words: found, statement }) => sameWords(words, found) && commitments.has(statement.commitment),
  ({ words }, { words: found }) => sameWords(words, found),
  ({ words, commitments }, { words: found, statement }) => nearlySame(words, found) && commitments.has(statement.commitment),
  ({ words }, { words: found }) => nearlySame(words, found),
];

/** Which decisions apply to which of a document's statements. @param decisions on statements of that document, not undone */
export function decisionsByStatement(decisions: readonly Decision[], statements: readonly StatementRecord[]): Map<StatementRecord, readonly Decision[]> {
  let wanted = wantedOf(decisions).toSorted((a, b) => a.start - b.start);
  let free = statements.map((statement): Candidate => ({ statement, words: wordsOf(statement.quote) }));
  const found = new Map<StatementRecord, readonly Decision[]>();
  for (const fits of LEVELS) {
    wanted = wanted.filter((one) => {
      const [nearest] = free
        .filter((candidate) => one.acts.has(candidate.statement.act) && fits(one, candidate))
        .toSorted((a, b) => Math.abs(a.statement.start - one.start) - Math.abs(b.statement.start - one.start) || (a.statement.id < b.statement.id ? -1 : 1));
      if (!nearest) return true;
      found.set(nearest.statement, one.decisions);
      free = free.filter((candidate) => candidate !== nearest);
      return false;
    });
  }
  return found;
}

/** A statement as decided: how it is read, what its review is, and whether a person has corrected it. */
export interface Decided {
  readonly reading: StatementReading;
  readonly review: Review;
  readonly isCorrected: boolean;
}

/** Later decisions go over earlier ones; whoever corrects a statement stands by it. @param decisions not undone, in any order */
export function decided(extracted: StatementReading, decisions: readonly Decision[]): Decided {
  let state: Decided = { reading: extracted, review: 'PROPOSED', isCorrected: false };
  for (const { kind, after } of decisions.toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))) {
    if (kind === 'EDIT') {
      const fields = Object.fromEntries(Object.entries(correction.parse(after)).filter(([, value]) => value !== undefined));
      state = { reading: correctable.parse({ ...state.reading, ...fields }), review: 'ACCEPTED', isCorrected: true };
    } else {
      state = { ...state, review: kind === 'REJECT' ? 'REJECTED' : 'ACCEPTED' };
    }
  }
  return state;
}

const SEEN = ['stance', 'position', 'voice', 'commitment', 'forum'] as const satisfies readonly (keyof StatementReading)[];

/** Whether the rules now read a statement otherwise than the person saw it. @param before the reading as extracted when it was decided */
export function hasDrifted(before: unknown, now: StatementRecord): boolean {
  const seen = correctable.safeParse(before);
  if (!seen.success) return false;
  const reading = readingOf(now);
  const others = (one: StatementReading) => [...one.actors, '', ...one.addressees].toSorted().join(' ');
  return SEEN.some((field) => seen.data[field] !== reading[field]) || others(seen.data) !== others(reading);
}
