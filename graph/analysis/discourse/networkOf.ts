// The network of statements that are selected already.

import type { CodedStatement, Network, NetworkSettings } from './coded.ts';
import { cubeOf, levelsOf, sidesOf } from './cube.ts';
import { oneMode } from './oneMode.ts';
import type { Selection } from './selection.ts';
import { twoMode } from './twoMode.ts';

/**
 * The matrix of a selection. @param of those of the kept statements that count here: all, or those of a window
 * @throws Failure QUERY_TOO_EXPENSIVE for more cells than fit
 */
export function networkOf(selection: Pick<Selection, 'inRange' | 'kept'>, settings: NetworkSettings, of: readonly CodedStatement[] = selection.kept): Network {
  const sides = sidesOf({ inRange: selection.inRange, kept: of }, settings);
  const cube = cubeOf(of, sides, levelsOf(selection, settings), settings);
  const isOneMode = settings.mode === 'ONE_MODE';
  return { mode: settings.mode, rows: sides.rows, columns: isOneMode ? sides.rows : sides.columns, weights: isOneMode ? oneMode(cube, settings) : twoMode(cube, settings), statementCount: of.length };
}
