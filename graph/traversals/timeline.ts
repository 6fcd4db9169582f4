// Question  How many statements under a filter bear each date, for and against?
// Takes     a StatementFilter
// Returns   DateRow[]: the dates as they are known (year, month or day; null where undated) with counts by position
// Order     none promised; analysis/timeline.ts puts them into buckets
// Fails     TIMEOUT when the database's time limit ends the query
// Cost      each statement under the filter is read once; only counts travel

import { z } from 'zod';
import { POSITIONS, valuesOf } from '../../schema/vocabulary.ts';
import type { Asked } from '../askedTogether.ts';
import { under, type StatementFilter } from './statementFilter.ts';

const dateRow = z.object({ date: z.string().nullable(), position: z.enum(valuesOf(POSITIONS)), count: z.number() });
export type DateRow = z.infer<typeof dateRow>;

export function datesUnder(filter: StatementFilter): Asked<DateRow> {
  const { name, head, parameters } = under(filter);
  return { query: { name: `dates of statements ${name}`, cypher: `${head} RETURN s.date AS date, s.position AS position, count(s) AS count`, decode: (record) => dateRow.parse(record) }, parameters };
}
