// What discourse networks are made of: coded statements, and the questions that a network asks of them.
// The definitions are those of Discourse Network Analyzer (Leifeld, DNA 3.x), written anew from their description.

import { ISO_PARTIAL } from '../../../schema/dates.ts';
import { Failure } from '../../../schema/failures.ts';

/** One coded position. A statement of several actors is several of them, one for each, with the same id. */
export interface CodedStatement {
  readonly id: string;
  /** Seconds since 1970-01-01T00:00:00Z; null where undated. */
  readonly date: number | null;
  readonly document: string;
  /** UTF-16 code units into the document's text, end exclusive. */
  readonly start: number;
  readonly stop: number;
  /** Values by the name of the variable (organization, concept, author …); '' or absent for "missing". */
  readonly variables: Readonly<Record<string, string>>;
  /** Agreement, a point of a scale, or a word; null for "missing". */
  readonly qualifier: boolean | number | string | null;
}

/** What the qualifier is. DOCUMENT: a word that all the statements of a document share (its author, its type). */
export type QualifierKind = 'NONE' | 'BOOLEAN' | 'INTEGER' | 'SHORT_TEXT' | 'DOCUMENT';
export type Mode = 'ONE_MODE' | 'TWO_MODE';
export type Aggregation = 'IGNORE' | 'COMBINE' | 'SUBTRACT' | 'CONGRUENCE' | 'CONFLICT';
/** VECTOR_COSINE is ours: the cosine of two actors' counts. The others are DNA's; its COSINE divides by a product of totals. */
export type Normalization = 'NO' | 'ACTIVITY' | 'PROMINENCE' | 'AVERAGE' | 'JACCARD' | 'COSINE' | 'VECTOR_COSINE';
/** Which later statements count as a repetition of an earlier one with the same values: none, or those of the same document, week, … */
export type DuplicateRule = 'INCLUDE' | 'DOCUMENT' | 'WEEK' | 'MONTH' | 'YEAR' | 'ACROSS_RANGE';
/** DOCUMENTED follows what DNA's manual means, DNA_3 what DNA 3.1 computes, digit by digit, oddities included. */
export type Compat = 'DOCUMENTED' | 'DNA_3';

export interface NetworkSettings {
  /** The variable of the rows, and of both sides in ONE_MODE. */
  readonly rows: string;
  /** The variable of the columns in TWO_MODE; in ONE_MODE that over which rows meet. */
  readonly columns: string;
  readonly mode: Mode;
  readonly qualifier: QualifierKind;
  readonly aggregation: Aggregation;
  readonly normalization: Normalization;
  readonly duplicates: DuplicateRule;
  /** Seconds, both included; null for the first and the last date there is. Undated statements are left out where either is given. */
  readonly from: number | null;
  readonly to: number | null;
  /** Values to leave out, by variable. */
  readonly exclude: Readonly<Record<string, readonly string[]>>;
  /** `exclude` names what is kept instead: of each variable that it names, those values alone. */
  readonly invertExclude: boolean;
  /** Also rows and columns of which no statement was kept. */
  readonly isolates: boolean;
  readonly compat: Compat;
}

/** Organisations and concepts, congruence, everything included. */
export const DEFAULT_SETTINGS: NetworkSettings = { rows: 'organization', columns: 'concept', mode: 'ONE_MODE', qualifier: 'BOOLEAN', aggregation: 'CONGRUENCE', normalization: 'NO', duplicates: 'INCLUDE', from: null, to: null, exclude: {}, invertExclude: false, isolates: false, compat: 'DOCUMENTED' };

/** A matrix of weights with the names of its sides. */
export interface Network {
  readonly mode: Mode;
  /** In the order of UTF-16 code units, each once. */
  readonly rows: readonly string[];
  /** The same as `rows` in ONE_MODE. */
  readonly columns: readonly string[];
  /** weights[row][column]. One-mode networks are symmetric. */
  readonly weights: readonly (readonly number[])[];
  /** The statements that made it. */
  readonly statementCount: number;
}

/** More cells are no picture and no table any more, and fill the memory. */
export const MOST_CELLS = 9_000_000;

/** @throws Failure QUERY_TOO_EXPENSIVE */
export function refuseTooLarge(rows: number, columns: number): void {
  if (rows * columns > MOST_CELLS) throw new Failure('QUERY_TOO_EXPENSIVE', `The network would have ${rows} × ${columns} cells, more than ${MOST_CELLS.toLocaleString('en')}; narrow the filter, or take variables with fewer values.`);
}

const DAY = 86_400;

/** Seconds of the first moment (UTC) of a date that is known to the day, month or year; null where there is none. */
export function utcSeconds(iso: string | null): number | null {
  const parts = iso === null ? null : ISO_PARTIAL.exec(iso);
  if (!parts) return null;
  const [, year, month = '01', day = '01'] = parts;
  return Date.parse(`${year}-${month}-${day}T00:00:00Z`) / 1000;
}

/** The last second (UTC) of a moment's day. */
export const endOfDay = (seconds: number): number => Math.floor(seconds / DAY) * DAY + DAY - 1;
/** The first second (UTC) of a moment's day. */
export const startOfDay = (seconds: number): number => Math.floor(seconds / DAY) * DAY;

/** The value of a variable; '' for "missing". */
export const valueOf = ({ variables }: CodedStatement, variable: string): string => (Object.hasOwn(variables, variable) ? (variables[variable] ?? '') : '');

const ONE_MODE_ONLY: readonly Normalization[] = ['AVERAGE', 'JACCARD', 'COSINE', 'VECTOR_COSINE'];
const TWO_MODE_ONLY: readonly Normalization[] = ['ACTIVITY', 'PROMINENCE'];

/**
 * The settings as they will be used. A normalisation of the other mode is none in DNA_3, as there.
 * @throws Failure BAD_USER_INPUT for what means nothing together
 */
export function checked(settings: NetworkSettings): NetworkSettings {
  const { mode, aggregation, normalization, qualifier, compat, from, to } = settings;
  const refuse = (problem: string): never => {
    throw new Failure('BAD_USER_INPUT', problem);
  };
  if (mode === 'ONE_MODE' && aggregation === 'COMBINE') refuse('COMBINE is for two-mode networks; take CONGRUENCE, CONFLICT, SUBTRACT or IGNORE for one mode.');
  if (mode === 'TWO_MODE' && (aggregation === 'CONGRUENCE' || aggregation === 'CONFLICT')) refuse(`${aggregation} is for one-mode networks; take IGNORE, COMBINE or SUBTRACT for two modes.`);
  if (qualifier === 'NONE' && aggregation !== 'IGNORE') refuse(`${aggregation} needs a qualifier; without one take IGNORE.`);
  if (settings.rows === settings.columns) refuse(`Rows and columns are both "${settings.rows}"; take two variables.`);
  if (from !== null && to !== null && from > to) refuse('The range of dates ends before it begins; exchange its ends.');
  if (!(mode === 'ONE_MODE' ? TWO_MODE_ONLY : ONE_MODE_ONLY).includes(normalization)) return settings;
  if (compat === 'DOCUMENTED') refuse(`${normalization} is for ${mode === 'ONE_MODE' ? 'two-mode' : 'one-mode'} networks; take NO${mode === 'ONE_MODE' ? ', AVERAGE, JACCARD or COSINE' : ', ACTIVITY or PROMINENCE'}.`);
  return { ...settings, normalization: 'NO' };
}
