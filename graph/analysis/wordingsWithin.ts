// The wordings within one ask: which of its names each statement follows, who uses which, and the exact words.

import { foldName } from '../../schema/names.ts';
import type { UsedWords } from '../traversals/similarAsks.ts';
import { nameFollowed, type Named } from './wordings.ts';

export interface Count {
  readonly id: string;
  readonly statementCount: number;
}

export interface Quotation {
  /** As printed in the oldest of its statements. */
  readonly text: string;
  readonly statementCount: number;
  /** Oldest first, undated last; at most QUOTED. */
  readonly statements: readonly string[];
}

export interface WordingWithin {
  /** Null for statements in other words. */
  readonly name: string | null;
  readonly statementCount: number;
  /** Most statements first, then by id; at most COUNTED of each. */
  readonly actors: readonly Count[];
  readonly forums: readonly Count[];
  readonly firstDate: string | null;
  readonly lastDate: string | null;
  /** Used most first, then the oldest; at most COUNTED. */
  readonly quotations: readonly Quotation[];
  readonly quotationCount: number;
}

const COUNTED = 50;
const QUOTED = 20;

function counts(ids: readonly string[]): Count[] {
  return [...Map.groupBy(ids, (id) => id)]
    .map(([id, all]) => ({ id, statementCount: all.length }))
    .sort((a, b) => b.statementCount - a.statementCount || (a.id < b.id ? -1 : 1))
    .slice(0, COUNTED);
}

function wording(name: string | null, used: readonly UsedWords[]): WordingWithin {
  const dates = used.flatMap(({ date }) => (date === null ? [] : [date])).toSorted();
  // In the order of `used`, oldest first: a stable sort by count keeps the oldest of equals in front.
  const quotations = [...Map.groupBy(used, ({ quote }) => foldName(quote)).values()].map((same) => ({ text: same[0]?.quote ?? '', statementCount: same.length, statements: same.slice(0, QUOTED).map(({ id }) => id) })).sort((a, b) => b.statementCount - a.statementCount);
  return {
    name,
    statementCount: used.length,
    actors: counts(used.flatMap(({ actors }) => actors)),
    forums: counts(used.flatMap(({ forums }) => forums)),
    firstDate: dates[0] ?? null,
    lastDate: dates.at(-1) ?? null,
    quotations: quotations.slice(0, COUNTED),
    quotationCount: quotations.length,
  };
}

/** Most statements first, then by name; the other words last. @param used oldest first, undated last */
export function wordingsWithin({ title, aliases }: Named, used: readonly UsedWords[]): WordingWithin[] {
  const names = [title, ...aliases.toSorted()];
  const byName = Map.groupBy(used, ({ quote }) => nameFollowed(quote, names));
  return [...byName].map(([name, ofName]) => wording(name, ofName)).sort((a, b) => Number(a.name === null) - Number(b.name === null) || b.statementCount - a.statementCount || ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
}
