// Coalitions, central actors and camps of a question on the graph's statements, each figure with the statements behind it.

import { Failure } from '../../schema/failures.ts';
import { centralities, CENTRALITIES, type Centrality, type CentralNode } from './discourse/centralities.ts';
import { coalitions, type BindingAsk, type Coalitions, type Stand } from './discourse/coalitions.ts';
import { checked, valueOf, type CodedStatement } from './discourse/coded.ts';
import { polarization, polarizationOverTime, type GroupSettings, type Polarization } from './discourse/polarization.ts';
import { fromWeight, idsWhere, isOneOf, matrixOf, overRange, windowsIn, type Counted, type NetworkQuestion, type Stretch } from './drawnNetwork.ts';
import { networkEvidence } from './networkEvidence.ts';

/** Where some stand on an ask, with their statements on it. */
export interface StandShown extends Stand {
  readonly statements: readonly string[];
}

export interface BindingShown {
  readonly concept: string;
  readonly stand: StandShown;
  readonly support: number;
  readonly agreeingPairs: number;
  readonly opposedPairs: number;
}

export interface CoalitionShown {
  readonly rank: number;
  /** Most statements first, then by id. */
  readonly members: readonly { readonly id: string; readonly statements: readonly string[] }[];
  readonly cohesion: number;
  readonly density: number;
  readonly statements: readonly string[];
  readonly binding: readonly BindingShown[];
}

export interface SplittingShown {
  readonly concept: string;
  readonly inField: StandShown;
  /** Of coalitions that say anything on it, by rank. */
  readonly stands: readonly { readonly coalition: number; readonly stand: StandShown }[];
  readonly opposedPairs: number;
  readonly agreeingPairs: number;
}

export interface CoalitionsShown extends Pick<Coalitions, 'unattached' | 'modularity'> {
  readonly coalitions: readonly CoalitionShown[];
  readonly splitting: readonly SplittingShown[];
}

const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** @throws Failure BAD_USER_INPUT, QUERY_TOO_EXPENSIVE */
export function coalitionsShown({ selection }: Counted, { settings }: NetworkQuestion, choice: { readonly seed: number; readonly resolution: number }): CoalitionsShown {
  matrixOf(selection, checked(settings)); // refuses what is too large
  const found = coalitions(selection.inRange, settings, choice);
  const onColumn = Map.groupBy(selection.kept, (statement) => valueOf(statement, settings.columns));
  const on = (concept: string, members: readonly string[] | null): string[] => idsWhere(onColumn.get(concept) ?? [], members === null ? undefined : isOneOf(settings.rows, members));
  const shown = (stand: Stand, statements: readonly string[]): StandShown => ({ for: stand.for, against: stand.against, statementCount: statements.length, statements });
  const binding = (members: readonly string[], { concept, agreeingPairs, opposedPairs, ...stand }: BindingAsk): BindingShown => ({ concept, stand: shown(stand, on(concept, members)), support: Math.max(stand.for, stand.against) / members.length, agreeingPairs, opposedPairs });
  const evidence = networkEvidence(selection.kept, settings);
  return {
    modularity: found.modularity,
    unattached: found.unattached,
    coalitions: found.coalitions.map(({ members, cohesion, density, binding: asks }, at) => ({
      rank: at + 1,
      members: members.map((id) => ({ id, statements: evidence.of('ROWS', id) })).sort((a, b) => b.statements.length - a.statements.length || byId(a.id, b.id)),
      cohesion,
      density,
      statements: idsWhere(selection.kept, isOneOf(settings.rows, members)),
      binding: asks.map((ask) => binding(members, ask)),
    })),
    splitting: found.splitting.map(({ concept, inField, stands, opposedPairs, agreeingPairs }) => ({
      concept,
      inField: shown(inField, on(concept, null)),
      stands: stands.flatMap((stand, at) => (stand.statementCount === 0 ? [] : [{ coalition: at + 1, stand: shown(stand, on(concept, found.coalitions[at]?.members ?? [])) }])),
      opposedPairs,
      agreeingPairs,
    })),
  };
}

export interface CentralShown extends CentralNode {
  readonly statements: readonly string[];
}

/** Nodes × ties: shortest paths between all pairs of more take longer than anybody waits. */
const MOST_PATHS = 20_000_000;

/** All nodes, the most central first. @throws Failure BAD_USER_INPUT, QUERY_TOO_EXPENSIVE */
export function centralShown({ selection }: Counted, { settings, minimumWeight }: NetworkQuestion, measure: Centrality): CentralShown[] {
  const used = checked(settings);
  const network = fromWeight(matrixOf(selection, used), minimumWeight);
  const ties = network.weights.reduce((sum, line) => sum + line.filter((weight) => weight > 0).length, 0);
  const nodes = network.rows.length + (network.mode === 'ONE_MODE' ? 0 : network.columns.length);
  if (measure === 'BETWEENNESS' && nodes * ties > MOST_PATHS) throw new Failure('QUERY_TOO_EXPENSIVE', `Betweenness among ${nodes} with ${ties} ties is more than can be computed; narrow the filter, or take another measure.`);
  const evidence = networkEvidence(selection.kept, used);
  return centralities(network, measure).map((node) => ({ ...node, statements: evidence.of(node.side === 'ROW' ? 'ROWS' : 'COLUMNS', node.name) }));
}

export const formulaOf = (measure: Centrality): string => `${CENTRALITIES[measure].label}: ${CENTRALITIES[measure].formula}`;

/** Below this share of disagreement, camps tell more about subjects than about sides. */
const LITTLE = 0.05;

/** What a reader must know before the figure is quoted; null where nothing stands in the way. */
export function polarizationCaveat({ groups, conflictShare, method }: Polarization): string | null {
  if (groups.length === 0) return 'Too few agree or disagree with anybody to form camps.';
  if (conflictShare === 0) return 'Nobody here contradicts anybody on the same thing: the camps are those who speak of different things, not opponents.';
  if (conflictShare < LITTLE) return `Only ${(conflictShare * 100).toFixed(1)} % of what ties them is disagreement: the camps tell more about who speaks of what than about sides.`;
  return method === 'SEARCH' ? 'The camps were searched for, not all partitions looked at: a slightly better one may exist.' : null;
}

export interface PolarizationShown extends Polarization {
  readonly window: Stretch | null;
  readonly statements: readonly string[];
  readonly camps: readonly { readonly members: readonly string[]; readonly statements: readonly string[] }[];
}

function polarizationShown(found: Polarization, of: readonly CodedStatement[], rows: string, window: Stretch | null): PolarizationShown {
  return { ...found, window, statements: idsWhere(of), camps: found.groups.map((members) => ({ members, statements: idsWhere(of, isOneOf(rows, members)) })) };
}

/** One without windows, else one for each in the order of time. @throws Failure BAD_USER_INPUT, QUERY_TOO_EXPENSIVE */
export function polarizationsShown({ selection }: Counted, { settings, windows }: NetworkQuestion, into: GroupSettings): PolarizationShown[] {
  const used = checked(settings);
  matrixOf(selection, used);
  if (windows === null) return [polarizationShown(polarization(selection.inRange, used, into), selection.kept, used.rows, null)];
  const found = windowsIn(selection, used, windows);
  const over = polarizationOverTime(selection.inRange, overRange(selection, used, windows), windows, into);
  return found.map(({ statements, from, middle, to }, at) => {
    const one = over[at];
    if (!one || one.from !== from) throw new Error('windows of one question are not the same');
    return polarizationShown(one, statements, used.rows, { from, middle, to });
  });
}
