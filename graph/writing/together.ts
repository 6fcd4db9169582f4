// The rows of several documents as one list for each step: fewer, longer questions, which is what Neo4j is fast at.

import type { Row, Rows, Writing } from './queries.ts';

const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const union = (a: unknown, b: unknown): string[] => [...new Set([...strings(a), ...strings(b)])].toSorted();

/** Rows that make the same relation are one row with the evidence of all: within one question, one row does not see what another has set. */
function withSharedEvidence(rows: Rows): Rows {
  const list = rows.some((row) => 'documents' in row) ? 'documents' : 'passages';
  const shared = new Map<string, Row>();
  for (const row of rows) {
    const key = JSON.stringify([row.from, row.to, row.as, row.key ?? '']);
    const known = shared.get(key);
    shared.set(key, known ? { ...known, ...row, ...(row.properties ? { properties: { ...(known.properties as object), ...row.properties } } : {}), [list]: union(known[list], row[list]) } : row); // properties are a map wherever they are
  }
  return [...shared.values()];
}

/** Names that several documents bring alike are sent once; in order of id, so that two loaders take them in the same order. */
function eachOnce(rows: Rows): Rows {
  const once = new Map(rows.map((row) => [JSON.stringify(row), row]));
  return [...once.values()].toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
}

const isOfNames = (row: Row): boolean => 'known' in row;
const isOfRelations = (row: Row): boolean => 'from' in row && 'to' in row;

/** @param documents the same steps in the same order for each; steps without rows are left out */
export function together(documents: readonly (readonly (readonly [Writing, Rows])[])[]): (readonly [Writing, Rows])[] {
  const [first = []] = documents;
  return first.flatMap(([query], at) => {
    const rows = documents.flatMap((steps) => steps[at]?.[1] ?? []);
    const [sample] = rows;
    if (!sample) return [];
    return [[query, isOfNames(sample) ? eachOnce(rows) : isOfRelations(sample) ? withSharedEvidence(rows) : rows] as const];
  });
}
