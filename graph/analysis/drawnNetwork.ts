// A discourse network as it is shown: nodes and edges, each with the statements behind it; and over time, one for each window.

import { Failure } from '../../schema/failures.ts';
import type { CodedRow } from '../traversals/codedStatements.ts';
import { coded, type Coding } from './coding.ts';
import { checked, valueOf, type CodedStatement, type Network, type NetworkSettings } from './discourse/coded.ts';
import { sidesOf } from './discourse/cube.ts';
import { networkOf } from './discourse/networkOf.ts';
import { plus, startOf } from './discourse/periods.ts';
import { select, type Selection } from './discourse/selection.ts';
import { rangeOf, windowsOf, type WindowSettings } from './discourse/windows.ts';
import { networkEvidence, type NetworkEvidence } from './networkEvidence.ts';

export type Side = 'ROWS' | 'COLUMNS';

export interface NetworkQuestion extends Coding {
  /** As checked; rows and columns are the names of the variables. */
  readonly settings: NetworkSettings;
  readonly windows: WindowSettings | null;
  readonly minimumWeight: number;
  /** Nodes shown of each side. */
  readonly top: number;
}

/** What became of the statements under the filter; the others add up to `all`. */
export interface NetworkCounts {
  readonly all: number;
  readonly counted: number;
  readonly excluded: number;
  readonly withoutValue: number;
  readonly undated: number;
  readonly repeated: number;
}

export interface DrawnNode {
  readonly id: string;
  readonly side: Side;
  /** Ids of its statements. */
  readonly statements: readonly string[];
}

export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

export interface Stretch {
  /** Seconds, both ends included. */
  readonly from: number;
  readonly middle: number;
  readonly to: number;
}

export interface DrawnNetwork {
  readonly window: Stretch | null;
  /** With the edges below the minimum at 0. */
  readonly network: Network;
  readonly evidence: NetworkEvidence;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly hiddenNodeCount: number;
  readonly hiddenEdgeCount: number;
}

/** The statements that count, and what became of the others. */
export interface Counted {
  readonly selection: Selection;
  readonly counts: NetworkCounts;
}

const MOST_CELLS = 1_000_000;
const MOST_CELLS_IN_ALL = 4_000_000;
const MOST_WINDOWS = 120;
const MOST_EDGES = 2_000;
const MOST_SHOWN_IN_ALL = 10_000;

/** The statements that a question counts. @throws Failure BAD_USER_INPUT for settings that mean nothing together */
export function counted(rows: readonly CodedRow[], question: NetworkQuestion): Counted {
  const { statements, excluded, withoutValue } = coded(rows, question);
  const selection = select(statements, checked(question.settings), question.windows !== null);
  const kept = new Set(selection.kept.map(({ id }) => id));
  const undated = new Set(question.windows === null ? [] : statements.filter(({ id, date }) => date === null && !withoutValue.has(id)).map(({ id }) => id));
  const counts = { all: rows.length, counted: kept.size, excluded: excluded.size, withoutValue: withoutValue.size, undated: undated.size };
  return { selection, counts: { ...counts, repeated: counts.all - counts.counted - counts.excluded - counts.withoutValue - counts.undated } };
}

/** The settings with the range that windows fill: whole calendar units, or with DNA from the first date to the last. */
export function overRange(selection: Selection, settings: NetworkSettings, { unit }: WindowSettings): NetworkSettings {
  const range = rangeOf(selection, settings);
  if (!range || unit === 'EVENTS') return settings;
  if (settings.compat === 'DNA_3') return { ...settings, ...range };
  return { ...settings, from: startOf(range.from, unit), to: plus(startOf(range.to, unit), 1, unit) - 1 };
}

/** The windows of a question in the order of time. @throws Failure QUERY_TOO_EXPENSIVE beyond 120 */
export function windowsIn(selection: Selection, settings: NetworkSettings, windows: WindowSettings): ReturnType<typeof windowsOf> {
  const found = windowsOf(selection, overRange(selection, settings, windows), windows);
  if (found.length > MOST_WINDOWS) throw new Failure('QUERY_TOO_EXPENSIVE', `There would be ${found.length.toLocaleString('en')} windows, more than ${MOST_WINDOWS}; take a larger unit, longer steps or a shorter range.`);
  return found;
}

function refuseCells(cells: number, most: number): void {
  if (cells > most) throw new Failure('QUERY_TOO_EXPENSIVE', `The matrices would have ${cells.toLocaleString('en')} cells or more, beyond ${most.toLocaleString('en')}; narrow the filter, take variables with fewer values, or fewer windows.`);
}

/** The matrix of the statements of a window, or of all. @throws Failure QUERY_TOO_EXPENSIVE beyond 1,000,000 cells */
export function matrixOf(selection: Selection, settings: NetworkSettings, of: readonly CodedStatement[] = selection.kept): Network {
  const { rows, columns } = sidesOf({ inRange: selection.inRange, kept: of }, settings);
  refuseCells(rows.length * (settings.mode === 'ONE_MODE' ? rows : columns).length, MOST_CELLS);
  return networkOf(selection, settings, of);
}

const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Most statements first, then by id. */
function nodesOf({ rows, columns, mode }: Network, evidence: NetworkEvidence): DrawnNode[] {
  const side = (ids: readonly string[], of: Side): DrawnNode[] => ids.map((id) => ({ id, side: of, statements: evidence.of(of, id) })).sort((a, b) => b.statements.length - a.statements.length || byId(a.id, b.id));
  return [...side(rows, 'ROWS'), ...(mode === 'TWO_MODE' ? side(columns, 'COLUMNS') : [])];
}

/** The greatest weight first, without regard to its sign, then by id. */
function edgesOf({ rows, columns, mode, weights }: Network): DrawnEdge[] {
  const edges = weights.flatMap((line, i) => line.flatMap((weight, h): DrawnEdge[] => (weight === 0 || (mode === 'ONE_MODE' && h <= i) ? [] : [{ from: rows[i] ?? '', to: columns[h] ?? '', weight }])));
  return edges.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || byId(a.from, b.from) || byId(a.to, b.to));
}

/** The network with the weights below a minimum, without regard to their sign, at 0. */
export const fromWeight = (network: Network, least: number): Network => ({ ...network, weights: network.weights.map((line) => line.map((weight) => (Math.abs(weight) < least ? 0 : weight))) });

/** What is shown of a network. @param share how many networks share the room there is */
function drawn(whole: Network, of: readonly CodedStatement[], { settings, minimumWeight, top }: NetworkQuestion, window: Stretch | null, share: number): DrawnNetwork {
  const network = fromWeight(whole, minimumWeight);
  const evidence = networkEvidence(of, settings);
  const room = Math.floor(MOST_SHOWN_IN_ALL / share);
  const [all, edges] = [nodesOf(network, evidence), edgesOf(network)];
  const nodes = (['ROWS', 'COLUMNS'] as const).flatMap((side) => all.filter((node) => node.side === side).slice(0, Math.min(top, Math.floor(room / 2))));
  const isShown = { ROWS: new Set(nodes.filter(({ side }) => side === 'ROWS').map(({ id }) => id)), COLUMNS: new Set(nodes.filter(({ side }) => side === 'COLUMNS').map(({ id }) => id)) };
  const other = network.mode === 'ONE_MODE' ? isShown.ROWS : isShown.COLUMNS;
  const shown = edges.filter(({ from, to }) => isShown.ROWS.has(from) && other.has(to)).slice(0, Math.min(MOST_EDGES, room));
  return { window, network, evidence, nodes, edges: shown, hiddenNodeCount: all.length - nodes.length, hiddenEdgeCount: edges.length - shown.length };
}

/**
 * The network of a question, or with windows one for each in the order of time.
 * @throws Failure BAD_USER_INPUT; QUERY_TOO_EXPENSIVE for more cells (1,000,000; 4,000,000 in all windows) or windows (120) than are drawn
 */
export function drawnNetworks({ selection }: Counted, question: NetworkQuestion): DrawnNetwork[] {
  const settings = checked(question.settings);
  if (question.windows === null) return [drawn(matrixOf(selection, settings), selection.kept, question, null, 1)];
  const windows = windowsIn(selection, settings, question.windows);
  let cells = 0;
  return windows.map(({ statements, from, middle, to }) => {
    const network = matrixOf(selection, settings, statements);
    cells += network.rows.length * network.columns.length;
    refuseCells(cells, MOST_CELLS_IN_ALL);
    return drawn(network, statements, question, { from, middle, to }, windows.length);
  });
}

/** Statements, each once, in their order. @param where which of them */
export const idsWhere = (kept: readonly CodedStatement[], where: (statement: CodedStatement) => boolean = () => true): string[] => [...new Set(kept.filter(where).map(({ id }) => id))];

export const isOneOf = (variable: string, values: readonly string[]): ((statement: CodedStatement) => boolean) => {
  const among = new Set(values);
  return (statement) => among.has(valueOf(statement, variable));
};
