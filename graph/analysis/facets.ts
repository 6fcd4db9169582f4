// What a filter leaves of each dimension, and which statements each count counts.

import { REVIEWS, valuesOf } from '../../schema/vocabulary.ts';
import type { DimensionRow, JoinedDimension, PropertyDimension, PropertyRow } from '../traversals/facets.ts';
import type { StatementFilter } from '../traversals/statementFilter.ts';

export type Dimension = JoinedDimension | PropertyDimension;

/** The fields of the filter that choose among the values of a dimension: it is counted without them, so that one sees what else could be chosen. */
const OWN: Readonly<Record<Dimension, StatementFilter>> = {
  actors: { actors: null },
  actorKinds: { actorKinds: null },
  countries: { countries: null },
  commitments: { commitments: null },
  themes: { themes: null },
  forums: { forums: null, withoutForum: null },
  instruments: { instruments: null },
  addressees: { addressees: null },
  documents: { documents: null },
  acts: { acts: null },
  stances: { stances: null },
  positions: { positions: null },
  voices: { voices: null },
  // All states: without the field, the rejected would be left out.
  reviews: { reviews: valuesOf(REVIEWS) },
  years: { from: null, to: null, undated: null, datePrecisions: null },
};

export const withoutOwn = (filter: StatementFilter, dimension: Dimension): StatementFilter => ({ ...filter, ...OWN[dimension] });

/** The filter whose statements the count of a value counts. */
export const onlyThis = (filter: StatementFilter, dimension: Dimension, value: string): StatementFilter => ({
  ...withoutOwn(filter, dimension),
  ...(dimension === 'years' ? { from: `${value}-01-01`, to: `${value}-12-31` } : { [dimension]: [value] }),
});

/** The combinations added up for one dimension: most statements first, then by value; years latest first. */
export function addedUp(rows: readonly PropertyRow[], dimension: PropertyDimension, top: number): DimensionRow {
  const counts = new Map<string, number>();
  let withoutCount = 0;
  for (const { [dimension]: value, count } of rows) {
    if (value === null) withoutCount += count;
    else counts.set(value, (counts.get(value) ?? 0) + count);
  }
  const byValue = (a: string, b: string): number => (a < b ? -1 : 1);
  const ranked = [...counts].map(([value, count]) => ({ value, label: value, count })).sort((a, b) => (dimension === 'years' ? byValue(b.value, a.value) : b.count - a.count || byValue(a.value, b.value)));
  return { values: ranked.slice(0, top), valueCount: ranked.length, otherCount: ranked.slice(top).reduce((sum, { count }) => sum + count, 0), withoutCount };
}
