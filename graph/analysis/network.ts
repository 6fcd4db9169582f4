// Discourse networks: who agrees with whom, or who speaks about what. Coded statements in, a matrix of weights out.
// Definitions: Leifeld, DNA 3.x; the formulas stand in discourse/oneMode.ts and discourse/twoMode.ts.

import { checked, type CodedStatement, type Network, type NetworkSettings } from './discourse/coded.ts';
import { smoothed, type KernelSettings, type NetworkAt } from './discourse/kernel.ts';
import { networkOf } from './discourse/networkOf.ts';
import { select, type Selection } from './discourse/selection.ts';
import { windowsOf, type WindowSettings } from './discourse/windows.ts';

/** A network with what was left out of it. */
export interface DiscourseNetwork extends Network, Pick<Selection, 'undatedCount' | 'excludedCount' | 'repeatedCount'> {
  readonly settings: NetworkSettings;
}

/**
 * One network over the whole range of dates. The order of the statements does not matter.
 * @throws Failure BAD_USER_INPUT for settings that mean nothing together; QUERY_TOO_EXPENSIVE for more cells than fit
 */
export function network(statements: readonly CodedStatement[], settings: NetworkSettings): DiscourseNetwork {
  const used = checked(settings);
  const selection = select(statements, used);
  const { undatedCount, excludedCount, repeatedCount } = selection;
  return { ...networkOf(selection, used), undatedCount, excludedCount, repeatedCount, settings: used };
}

/** A network of the statements from one moment to another (seconds, both included). */
export interface NetworkInWindow extends Network {
  readonly from: number;
  readonly middle: number;
  readonly to: number;
}

/**
 * The network again for each position of a moving window, in the order of time. Repetitions are left out before, over the whole range.
 * Rows and columns are those of the window, with isolates those of the whole range.
 * @throws Failure as `network`; QUERY_TOO_EXPENSIVE for too many windows
 */
export function networksInWindows(statements: readonly CodedStatement[], settings: NetworkSettings, window: WindowSettings): NetworkInWindow[] {
  const used = checked(settings);
  const selection = select(statements, used, true);
  return windowsOf(selection, used, window).map(({ from, middle, to, statements: within }) => ({ ...networkOf(selection, used, within), from, middle, to }));
}

/**
 * The network as of each moment, statements weighted by how far they are from it (discourse/kernel.ts); rows and columns stay the same.
 * @throws Failure as `network`; BAD_USER_INPUT for a normalisation that is not defined with a kernel
 */
export function networksSmoothed(statements: readonly CodedStatement[], settings: NetworkSettings, kernel: KernelSettings): NetworkAt[] {
  const used = checked(settings);
  return smoothed(select(statements, used, true), used.aggregation === 'COMBINE' ? { ...used, aggregation: 'SUBTRACT' } : used, kernel);
}
