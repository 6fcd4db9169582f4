// Which statements stand behind a node and an edge of a network: those that add to its weight, and no others.

import { valueOf, type CodedStatement, type NetworkSettings } from './discourse/coded.ts';

export interface NetworkEvidence {
  /** Ids of all statements of the network, each once, in their order. */
  readonly all: readonly string[];
  /** Ids of the statements of a node. */
  of(side: 'ROWS' | 'COLUMNS', id: string): readonly string[];
  /** Ids of the statements of an edge, each once. */
  between(from: string, to: string): readonly string[];
}

/** Statements by row, then by column. */
type ByCell = ReadonlyMap<string, ReadonlyMap<string, readonly CodedStatement[]>>;

const NONE: ReadonlyMap<string, readonly CodedStatement[]> = new Map();
const distinct = (statements: readonly CodedStatement[]): string[] => [...new Set(statements.map(({ id }) => id))];

/** Whether the other of a pair says something that makes this statement count for their tie. */
const meets = (statement: CodedStatement, others: readonly CodedStatement[], { aggregation }: NetworkSettings): boolean =>
  aggregation === 'CONGRUENCE' ? others.some(({ qualifier }) => qualifier === statement.qualifier) : aggregation === 'CONFLICT' ? others.some(({ qualifier }) => qualifier !== statement.qualifier) : others.length > 0;

/** The statements of two rows on the columns that they share. */
function behindTie(cells: ByCell, one: string, other: string, settings: NetworkSettings): CodedStatement[] {
  const [mine, theirs] = [cells.get(one) ?? NONE, cells.get(other) ?? NONE];
  return [...mine].flatMap(([column, statements]) => {
    const opposite = theirs.get(column) ?? [];
    return [...statements.filter((statement) => meets(statement, opposite, settings)), ...opposite.filter((statement) => meets(statement, statements, settings))];
  });
}

/** @param statements those that count, with values of both sides */
export function networkEvidence(statements: readonly CodedStatement[], settings: NetworkSettings): NetworkEvidence {
  const rows = Map.groupBy(statements, (statement) => valueOf(statement, settings.rows));
  const columns = Map.groupBy(statements, (statement) => valueOf(statement, settings.columns));
  const cells: ByCell = new Map([...rows].map(([row, ofRow]) => [row, Map.groupBy(ofRow, (statement) => valueOf(statement, settings.columns))]));
  return {
    all: distinct(statements),
    of: (side, id) => distinct((side === 'ROWS' ? rows : columns).get(id) ?? []),
    between: (from, to) => distinct(settings.mode === 'ONE_MODE' ? behindTie(cells, from, to, settings) : (cells.get(from)?.get(to) ?? [])),
  };
}
