// Which things a debate is about at its core: concepts are dropped one by one, each time the one that changes the network least.
// Source: Leifeld, DNA 3.x (nested backbone).
//   loss SPECTRAL Σ |λ − λ'|, λ ascending and divided by their sum: DOCUMENTED the eigenvalues of the Laplacian D − A,
//   DNA_3 the weighted degrees, which is what DNA takes for them; ABSOLUTE_DIFFERENCE Σ |cell − cell'|
// Weights below 0 count as 0; actors who fall silent stay.

import { Failure } from '../../../schema/failures.ts';
import { checked, valueOf, type CodedStatement, type NetworkSettings } from './coded.ts';
import { cubeOf, labelsOf, levelsOf, sidesOf } from './cube.ts';
import { oneMode } from './oneMode.ts';
import { select } from './selection.ts';
import { symmetricEigenvalues } from './spectrum.ts';

export type BackboneLoss = 'SPECTRAL' | 'ABSOLUTE_DIFFERENCE';

/** A concept as it is dropped. */
export interface DroppedConcept {
  readonly concept: string;
  /** Of the network without it and all that were dropped before, against the whole one; SPECTRAL 0 to 2. */
  readonly loss: number;
  /** Statements on it. */
  readonly statementCount: number;
}

/** Networks × actors³ to be decomposed: some seconds. */
const MOST_WORK = 600_000_000;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Eigenvalues, or weighted degrees in DNA, ascending and divided by their sum (0 where that is 0). */
function spectrumOf(weights: readonly (readonly number[])[], asDna: boolean): number[] {
  const degrees = weights.map(sum);
  const values = asDna ? degrees.toSorted((a, b) => a - b) : symmetricEigenvalues(weights.map((line, i) => line.map((weight, h) => (i === h ? (degrees[i] ?? 0) : -weight))));
  const whole = sum(values);
  return values.map((value) => (whole === 0 ? 0 : value / whole));
}

const apart = (one: readonly number[], other: readonly number[]): number => sum(one.map((value, at) => Math.abs(value - (other[at] ?? 0))));

/** A network of fewer concepts, with all the actors, as what is compared. */
function profiles(statements: readonly CodedStatement[], settings: NetworkSettings, loss: BackboneLoss): { concepts: string[]; actors: number; profileOf: (concepts: ReadonlySet<string>) => number[]; countOf: (concept: string) => number } {
  const selection = select(statements, settings);
  const sides = sidesOf(selection, settings);
  const levels = levelsOf(selection, settings);
  const profileOf = (concepts: ReadonlySet<string>): number[] => {
    const kept = selection.kept.filter((statement) => concepts.has(valueOf(statement, settings.columns)));
    const weights = oneMode(cubeOf(kept, sides, levels, settings), settings).map((line) => line.map((weight) => Math.max(0, weight)));
    return loss === 'SPECTRAL' ? spectrumOf(weights, settings.compat === 'DNA_3') : weights.flat();
  };
  return { concepts: labelsOf(selection.kept, settings.columns), actors: sides.rows.length, profileOf, countOf: (concept) => selection.kept.filter((statement) => valueOf(statement, settings.columns) === concept).length };
}

/**
 * The concepts in the order in which they are dropped, the core of the debate last; of equal losses the first by name.
 * @throws Failure BAD_USER_INPUT for a two-mode network; QUERY_TOO_EXPENSIVE for more concepts and actors than can be compared
 */
export function nestedBackbone(statements: readonly CodedStatement[], settings: NetworkSettings, loss: BackboneLoss): DroppedConcept[] {
  const used = checked(settings);
  if (used.mode !== 'ONE_MODE') throw new Failure('BAD_USER_INPUT', 'A backbone is found in a one-mode network; take mode ONE_MODE.');
  const { concepts, actors, profileOf, countOf } = profiles(statements, used, loss);
  const work = (concepts.length ** 2 / 2) * actors ** (loss === 'SPECTRAL' && used.compat === 'DOCUMENTED' ? 3 : 2);
  if (work > MOST_WORK) throw new Failure('QUERY_TOO_EXPENSIVE', `A backbone of ${concepts.length} concepts among ${actors} actors is more than can be compared; narrow the filter, or take those most spoken about.`);
  const whole = profileOf(new Set(concepts));
  const left = new Set(concepts);
  const dropped: DroppedConcept[] = [];
  while (left.size > 0) {
    let least: { concept: string; loss: number } | null = null;
    for (const concept of left) {
      const found = apart(whole, profileOf(left.difference(new Set([concept]))));
      if (!least || found < least.loss - 1e-12) least = { concept, loss: found };
    }
    if (!least) break;
    left.delete(least.concept);
    dropped.push({ ...least, statementCount: countOf(least.concept) });
  }
  return dropped;
}
