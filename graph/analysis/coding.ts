// Statements of the graph as the coded statements of discourse networks: a statement of two actors is two of them, one for each.

import { nodeTypeOf } from '../../schema/ids.ts';
import type { CodedField, CodedRow } from '../traversals/codedStatements.ts';
import { utcSeconds, type CodedStatement, type DuplicateRule } from './discourse/coded.ts';
import type { WindowUnit } from './discourse/windows.ts';

export const VARIABLES = { ACTOR: 'makers', ORGANISATION: 'makers', COMMITMENT: 'commitments', THEME: 'themes', FORUM: 'forums', INSTRUMENT: 'instruments' } as const satisfies Readonly<Record<string, CodedField>>;
type ValueField = Exclude<CodedField, 'speakers'>;
export type NetworkVariable = keyof typeof VARIABLES;

/** What a network is made of. */
export interface Coding {
  readonly rows: NetworkVariable;
  readonly columns: NetworkVariable;
  /** Ids of what is left out, and of what alone is kept of its kind. */
  readonly exclude: readonly string[];
  readonly only: readonly string[];
  readonly duplicates: DuplicateRule;
  readonly unit: WindowUnit | null;
}

export interface Coded {
  readonly statements: readonly CodedStatement[];
  /** Ids of statements of which nothing is left by `exclude` and `only`. */
  readonly excluded: ReadonlySet<string>;
  /** Ids of those that lack a value of rows or columns; with isolates their other value is a node. */
  readonly withoutValue: ReadonlySet<string>;
}

/** A statement's id begins with its document's. */
const DOCUMENT_LETTERS = 20;

const FIELDS = { Actor: 'makers', Country: 'makers', Commitment: 'commitments', Theme: 'themes', Forum: 'forums', Instrument: 'instruments' } as const;

/** Where the things of an id stand in a row; null for what cannot be left out of a network. */
export function fieldOf(id: string): ValueField | null {
  const type = nodeTypeOf(id);
  return type !== null && type !== 'Document' && type !== 'Passage' && type !== 'Statement' ? FIELDS[type] : null;
}

/** What must be known of each statement to code it. */
export const fieldsOf = ({ rows, columns, exclude, only }: Coding): ReadonlySet<CodedField> => new Set([VARIABLES[rows], VARIABLES[columns], ...(rows === 'ORGANISATION' || columns === 'ORGANISATION' ? (['speakers'] as const) : []), ...[...exclude, ...only].flatMap((id) => fieldOf(id) ?? [])]);

/** For whom a maker speaks: a person for the bodies that the statement's own document tells, else for the only body that others tell, else for nobody but themselves. */
function bodiesOf(maker: string, { speakers }: CodedRow): readonly string[] {
  const memberships = speakers.find(({ id }) => id === maker)?.memberships ?? [];
  const here = new Set(memberships.filter((membership) => membership.here).map(({ body }) => body));
  if (here.size > 0) return [...here];
  const all = new Set(memberships.map(({ body }) => body));
  return all.size === 1 ? [...all] : [maker];
}

/** A value with the ids by which it can be left out: a body also by the person who spoke for it. */
interface Value {
  readonly id: string;
  readonly known: readonly string[];
}

function allValues(row: CodedRow, variable: NetworkVariable): Value[] {
  if (variable === 'ORGANISATION') return row.makers.flatMap((maker) => bodiesOf(maker, row).map((id) => ({ id, known: [id, maker] })));
  return row[VARIABLES[variable]].map((id) => ({ id, known: [id] }));
}

/** Whether a value, or a statement by its values, stays: none of them excluded, and one of those alone kept of the kind. */
type Sieve = (field: ValueField, known: readonly string[]) => boolean;

function sieveOf({ exclude, only }: Coding): Sieve {
  const out = new Set(exclude);
  const kept = Map.groupBy(only, fieldOf);
  return (field, known) => !known.some((id) => out.has(id)) && (kept.get(field)?.some((id) => known.includes(id)) ?? true);
}

/** Letters of an ISO date that must be there for a unit of time: a statement of "2016" is in no week and no month. */
const PRECISION = { DAYS: 10, WEEKS: 10, EVENTS: 10, MONTHS: 7, YEARS: 4, INCLUDE: 0, DOCUMENT: 0, ACROSS_RANGE: 0, WEEK: 10, MONTH: 7, YEAR: 4 } as const satisfies Readonly<Record<WindowUnit | DuplicateRule, number>>;

/** Coded statements, one for each pair of values, in the order of the rows. */
export function coded(rows: readonly CodedRow[], coding: Coding): Coded {
  const [one, other] = [VARIABLES[coding.rows], VARIABLES[coding.columns]];
  const elsewhere = [...fieldsOf(coding)].filter((field): field is ValueField => field !== 'speakers' && field !== one && field !== other);
  const stays = sieveOf(coding);
  const letters = Math.max(PRECISION[coding.duplicates], coding.unit === null ? 0 : PRECISION[coding.unit]);
  const [excluded, withoutValue] = [new Set<string>(), new Set<string>()];
  const statements = rows.flatMap((row): CodedStatement[] => {
    const left = (variable: NetworkVariable): { had: boolean; ids: string[] } => {
      const values = allValues(row, variable);
      return { had: values.length > 0, ids: [...new Set(values.filter(({ known }) => stays(VARIABLES[variable], known)).map(({ id }) => id))] };
    };
    const sides = [left(coding.rows), left(coding.columns)] as const;
    if (elsewhere.some((field) => !stays(field, row[field])) || sides.some(({ had, ids }) => had && ids.length === 0)) {
      excluded.add(row.id);
      return [];
    }
    if (sides.some(({ had }) => !had)) withoutValue.add(row.id);
    const [inRows, inColumns] = sides.map(({ ids }) => (ids.length > 0 ? ids : ['']));
    const statement = { id: row.id, date: row.date !== null && row.date.length >= letters ? utcSeconds(row.date) : null, document: row.id.slice(0, DOCUMENT_LETTERS), start: row.start, stop: row.end, qualifier: row.position === 'FOR' };
    return (inRows ?? []).flatMap((value) => (inColumns ?? []).map((column) => ({ ...statement, variables: { [coding.rows]: value, [coding.columns]: column } })));
  });
  return { statements, excluded, withoutValue };
}
