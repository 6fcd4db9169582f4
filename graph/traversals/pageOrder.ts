// One page of a list in a total order, from either end: the part of a query that sorts, starts behind a place and stops.
// A place is the values of the sort keys, not a row number: it stays valid while the data grows.
// Expressions and names are constants of the traversals; places arrive as parameters.

/** One key of an order, ascending unless said otherwise: an expression over what the query has bound, never null. */
export interface SortKey {
  readonly by: string;
  readonly descending?: boolean;
}

/** The values of the keys of one row, in the order of the keys. */
export type Place = readonly (string | number)[];

/** Which rows are wanted: the first `size` behind `after` and before `before`, or the last ones where `backwards`. */
export interface Window {
  readonly size: number;
  readonly backwards: boolean;
  readonly after: Place | null;
  readonly before: Place | null;
}

/** A row with its place. */
export interface Placed<Row> {
  readonly row: Row;
  readonly place: Place;
}

export type WindowParameters = Readonly<Record<string, string | number>>;

/** What sorts last among names. */
export const LAST = "'\uffff'";

/** A name as it is sorted: capitals do not matter, an accented letter follows the plain one. */
export const sorted = (name: string): string => `toLower(normalize(${name}, NFKD))`;

/**
 * The condition under which the index of `property`, the first key, gives the rows of a window in their order, so that no more is read
 * than the page: for a list that starts nowhere else.
 */
export function alongIndex(property: string, { descending = false }: SortKey, { after, before }: Window): string {
  const bounds = [...(after ? [`${property} ${descending ? '<=' : '>='} $after0`] : []), ...(before ? [`${property} ${descending ? '>=' : '<='} $before0`] : [])];
  return bounds.length > 0 ? bounds.join(' AND ') : `${property} IS NOT NULL`;
}

const keyNames = (keys: readonly SortKey[]): readonly string[] => keys.map((_, at) => `key${at}`);

/** "Strictly behind the place in `parameter`, in the order of the keys"; or strictly before it. */
function beside(keys: readonly SortKey[], parameter: 'after' | 'before'): string {
  return keys.reduceRight((rest, { descending = false }, at) => {
    const further = descending === (parameter === 'after') ? '<' : '>';
    return `(key${at} ${further} $${parameter}${at}${rest === '' ? '' : ` OR key${at} = $${parameter}${at} AND ${rest}`})`;
  }, '');
}

const named = (parameter: 'after' | 'before', place: Place | null): [string, string | number][] => (place ?? []).map((value, at) => [`${parameter}${at}`, value]);

/**
 * The tail of a query that has bound `thing`: it keeps the rows of the window, in the order of the keys (reversed where `backwards`),
 * and binds `place`. The last key must be unique, so that the order is total.
 */
export function windowOf(thing: string, keys: readonly SortKey[], { size, backwards, after, before }: Window): { readonly cypher: string; readonly parameters: WindowParameters } {
  const names = keyNames(keys);
  const bounds = [...(after ? [beside(keys, 'after')] : []), ...(before ? [beside(keys, 'before')] : [])];
  const order = keys.map(({ descending = false }, at) => `key${at}${descending === backwards ? '' : ' DESC'}`);
  const cypher = `WITH ${thing}, ${keys.map(({ by }, at) => `${by} AS key${at}`).join(', ')}
    ${bounds.length > 0 ? `WHERE ${bounds.join(' AND ')} WITH ${thing}, ${names.join(', ')}` : `WITH ${thing}, ${names.join(', ')}`}
    ORDER BY ${order.join(', ')} LIMIT toInteger($size)
    WITH ${thing}, [${names.join(', ')}] AS place`;
  return { cypher, parameters: { size, ...Object.fromEntries([...named('after', after), ...named('before', before)]) } };
}
