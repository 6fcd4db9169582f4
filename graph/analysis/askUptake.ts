// Which rows of uptake are told, and in what order; and whether a title is the name of an instrument.

import type { OutcomeRow, UptakeRow } from '../traversals/askUptake.ts';

export type UptakeKind = 'SET_OUT_IN_ADOPTED' | 'OUTCOME_TEXT' | 'ADOPTING_ROOM' | 'ACCEPTED_BY_ADDRESSEE';

export interface Uptake extends UptakeRow {
  readonly id: string;
  readonly kind: UptakeKind;
}

/** "(A/RES/71/1)", ", Manila, 27 October 2008", "of 2008": what may follow the name in the title of the text itself. */
const AFTER_NAME = /^\s*(?:\([^)]*\))?(?:,\s*(?:[\p{L}\p{N}]+[\s,]+){0,5}(?:19|20)\d\d|\s*(?:of\s+)?(?:19|20)\d\d)?[\s.]*$/u;

/**
 * Whether a title is the name that stands in it from `start` to `end`, with a place or date at most: "Manila Call to Action 2008" is,
 * "Statement on the Manila Call to Action" is not.
 */
export const isNameAlone = (title: string, start: number, end: number): boolean => /^\W*(?:the\s+)?$/iu.test(title.slice(0, start)) && AFTER_NAME.test(title.slice(end));

/** Oldest first, undated last; then by kind, instrument and document. */
export function uptakes(rows: { readonly setOut: readonly UptakeRow[]; readonly outcomes: readonly OutcomeRow[]; readonly rooms: readonly UptakeRow[]; readonly accepted: readonly UptakeRow[] }): Uptake[] {
  const of = (kind: UptakeKind, list: readonly UptakeRow[]): Uptake[] => list.map((row) => ({ ...row, kind, id: [kind, row.instrument ?? '', row.document ?? '', ...(kind === 'ADOPTING_ROOM' ? row.by : [])].join(' ') }));
  const outcomes = rows.outcomes.filter(({ title, start, end }) => isNameAlone(title, start, end));
  const all = [...of('SET_OUT_IN_ADOPTED', rows.setOut), ...of('OUTCOME_TEXT', outcomes), ...of('ADOPTING_ROOM', rows.rooms), ...of('ACCEPTED_BY_ADDRESSEE', rows.accepted)];
  const byId = new Map(all.map((uptake) => [uptake.id, uptake]));
  return [...byId.values()].sort((a, b) => order(a.date ?? '9999', b.date ?? '9999') || order(a.id, b.id));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
