import type { EntityRecord } from '../../schema/extraction.ts';
import type { Reading } from './nameIndex.ts';

/**
 * A stretch of text that may be a mention. Where candidates overlap, the longer one wins, then the better known one:
 * a country inside an organisation's name is not mentioned, the organisation is.
 */
export interface Candidate {
  /** UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Which rule found it. */
  readonly rule: string;
  /** What it may mean: readings of the word lists, or a thing the document itself introduces. */
  readonly means: { readonly readings: readonly Reading[] } | { readonly record: EntityRecord };
  /** 0 to 1, how sure it is that this is a name at all. */
  readonly score: number;
}

export const overlaps = (a: { readonly start: number; readonly end: number }, b: { readonly start: number; readonly end: number }): boolean => a.start < b.end && b.start < a.end;

/** A run of capitals that two names fill with nothing between them, as the lines of a title do ("Government of Chile / Port Summit"), is no name of its own. */
export function withoutRunTogether(candidates: readonly Candidate[]): Candidate[] {
  const sure = candidates.filter(({ score }) => score >= 0.9);
  const byStart = Map.groupBy(sure, ({ start }) => start);
  const byEnd = Map.groupBy(sure.filter(({ means, start, end }) => 'readings' in means && end - start > 8), ({ end }) => end);
  return candidates.filter(({ means, start, end, score }) => !('record' in means) || score >= 0.9 || !(byStart.get(start) ?? []).some((first) => (byEnd.get(end) ?? []).some((second) => second.start === first.end + 1)));
}

/** The candidates that stand: longer before shorter, surer before less sure, earlier before later; none overlaps another. In order of the text. */
export function withoutOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const byWeight = candidates.toSorted((a, b) => b.end - b.start - (a.end - a.start) || b.score - a.score || a.start - b.start);
  // Taken stretches do not overlap, so only the nearest one on either side can be in the way.
  const starts: Candidate[] = [];
  const placeOf = (start: number): number => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  for (const candidate of byWeight) {
    const at = placeOf(candidate.start);
    const before = starts[at - 1];
    const after = starts[at];
    if ((before && overlaps(before, candidate)) || (after && overlaps(after, candidate))) continue;
    starts.splice(at, 0, candidate);
  }
  return starts;
}
