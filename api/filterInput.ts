// A filter as a client sends it, checked before it reaches the graph: ids of the right kind, days that exist, a range that is one.

import { dated } from '../schema/dates.ts';
import { Failure } from '../schema/failures.ts';
import { nodeTypeOf, type NodeType } from '../schema/ids.ts';
import type { StatementFilter } from '../graph/traversals/statementFilter.ts';
import type { StatementFilter as FilterInput } from './generated/resolvers.ts';

const ID_FIELDS = {
  actors: ['Actor', 'Country'],
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

function checkIds(filter: FilterInput): void {
  for (const [field, types] of Object.entries(ID_FIELDS) as [keyof typeof ID_FIELDS, readonly NodeType[]][]) {
    const ids = filter[field] ?? [];
    if (ids.length > MAX_VALUES) throw new Failure('BAD_USER_INPUT', `filter.${field} takes at most ${MAX_VALUES} ids, got ${ids.length}.`);
    for (const id of ids) {
      const type = nodeTypeOf(id);
      if (type === null || !types.includes(type)) throw new Failure('BAD_USER_INPUT', `filter.${field} takes ids of ${types.join(' or ')}, got ${JSON.stringify(id.slice(0, 80))}.`);
    }
  }
}

function checkDay(field: 'from' | 'to', day: string | null | undefined): void {
  if (day && dated(day, 'STATED')?.datePrecision !== 'DAY') throw new Failure('BAD_USER_INPUT', `filter.${field} must be a day such as 2016-09-19, got ${JSON.stringify(day.slice(0, 40))}.`);
}

/** The filter as the graph understands it; fails with BAD_USER_INPUT naming the field. */
export function readFilter(filter: FilterInput | null | undefined): StatementFilter {
  if (!filter) return {};
  checkIds(filter);
  checkDay('from', filter.from);
  checkDay('to', filter.to);
  if (filter.from && filter.to && filter.from > filter.to) throw new Failure('BAD_USER_INPUT', `filter.from (${filter.from}) is later than filter.to (${filter.to}).`);
  if (filter.undated === true && (filter.from || filter.to)) throw new Failure('BAD_USER_INPUT', 'filter.undated asks for statements of unknown date, which no filter.from or filter.to can hold: ask for one or the other. `undatedCount` counts those that a range leaves out.');
  if (filter.text && filter.text.length > 200) throw new Failure('BAD_USER_INPUT', `filter.text takes at most 200 characters, got ${filter.text.length}.`);
  return filter;
}
