// A filter as a client sends it, checked before it reaches the graph: ids of the right kind, days that exist, a range that is one.

import { dated } from '../schema/dates.ts';
import { Failure } from '../schema/failures.ts';
import { nodeTypeOf, type NodeType } from '../schema/ids.ts';
import type { StatementFilter } from '../graph/traversals/statementFilter.ts';
import type { StatementFilter as FilterInput } from './generated/resolvers.ts';

const ID_FIELDS = {
  actors: ['Actor', 'Country'],
  involving: ['Actor', 'Country', 'Instrument', 'Forum', 'Commitment', 'Theme'],
  membersOf: ['Actor', 'Country'],
  countries: ['Country'],
  commitments: ['Commitment'],
  themes: ['Theme'],
  forums: ['Forum'],
  madeBy: ['Actor', 'Country'],
  heardIn: ['Forum'],
  instruments: ['Instrument'],
  addressees: ['Actor', 'Country'],
  documents: ['Document'],
} as const satisfies Partial<Record<keyof FilterInput, readonly NodeType[]>>;

/** More values than this in one field are no filter a person made. */
const MAX_VALUES = 500;
const MAX_TEXT = 200;

/** Refuses ids of another kind, and more values than a person gives; `argument` names the field for the message. */
export function checkIds(argument: string, ids: readonly string[] | null | undefined, types: readonly NodeType[]): void {
  checkNumber(argument, ids);
  for (const id of ids ?? []) {
    const type = nodeTypeOf(id);
    if (type === null || !types.includes(type)) throw new Failure('BAD_USER_INPUT', `${argument} takes ids of ${types.join(' or ')}, got ${JSON.stringify(id.slice(0, 80))}.`);
  }
}

export function checkNumber(argument: string, values: readonly unknown[] | null | undefined): void {
  if (values && values.length > MAX_VALUES) throw new Failure('BAD_USER_INPUT', `${argument} takes at most ${MAX_VALUES} values, got ${values.length}.`);
}

export function checkText(argument: string, text: string | null | undefined): void {
  if (text && text.length > MAX_TEXT) throw new Failure('BAD_USER_INPUT', `${argument} takes at most ${MAX_TEXT} characters, got ${text.length}.`);
}

/** A range of days that exist, in their order; and not asked for together with what has no date. */
export function checkDates({ from, to, undated }: { readonly from?: string | null; readonly to?: string | null; readonly undated?: boolean | null }): void {
  for (const [field, day] of [['from', from], ['to', to]] as const) {
    if (day && dated(day, 'STATED')?.datePrecision !== 'DAY') throw new Failure('BAD_USER_INPUT', `filter.${field} must be a day such as 2016-09-19, got ${JSON.stringify(day.slice(0, 40))}.`);
  }
  if (from && to && from > to) throw new Failure('BAD_USER_INPUT', `filter.from (${from}) is later than filter.to (${to}).`);
  if (undated === true && (from || to)) throw new Failure('BAD_USER_INPUT', 'filter.undated asks for what has no date, which no filter.from or filter.to can hold: ask for one or the other. `undatedCount` of statements counts those that a range leaves out.');
}

/** The filter as the graph understands it; fails with BAD_USER_INPUT naming the field. */
export function readFilter(filter: FilterInput | null | undefined): StatementFilter {
  if (!filter) return {};
  for (const [field, types] of Object.entries(ID_FIELDS) as [keyof typeof ID_FIELDS, readonly NodeType[]][]) checkIds(`filter.${field}`, filter[field], types);
  checkDates(filter);
  checkText('filter.text', filter.text);
  return filter;
}
