// Short sentences that go on with the ask before them in the same list item.

import type { StatementRecord } from '../../schema/extraction.ts';
import type { Sentence } from './sentence.ts';
import type { StatementSources } from './sources.ts';

/** A statement before it has its id. */
export type Found = Omit<StatementRecord, 'id'>;

/** An ask of an item of several is a statement of its own from this share of the item on. */
const SMALLEST_ASK = 0.2;
const FEWEST_WORDS = 5;


/** A short sentence that goes on with the ask before it in the same long item ("Prosecute offenders.") is part of that ask. */
export function isFragment({ passage }: Sentence, last: Found, { passages }: Pick<StatementSources, 'passages'>, follows: boolean): boolean {
  if (!follows) return false;
  const item = passages.filter(({ block, leadIns }) => block === passage.block && leadIns.length === passage.leadIns.length);
  const length = (item.at(-1)?.end ?? 0) - (item[0]?.start ?? 0);
  return passage.end - passage.start < length * SMALLEST_ASK && passage.text.split(/\s+/).length < FEWEST_WORDS && item.some(({ id, end }) => last.passages.includes(id) && end === last.end);
}

export function joinedTo(last: Found, more: Found, text: string): Found {
  const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];
  const [carrying, ...rest] = last.passages;
  return { ...last, end: more.end, quote: text.slice(last.start, more.end), instruments: union(last.instruments, more.instruments), themes: union(last.themes, more.themes), passages: union(carrying ? [carrying, ...more.passages] : more.passages, rest) };
}
