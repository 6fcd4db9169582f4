// Things with a place in the text, found by place without looking at all of them.

interface Placed {
  readonly start: number;
  readonly end: number;
}

/** The things that lie within a stretch, in order of their start, and of the list where they start together. */
export function byPlace<T extends Placed>(things: readonly T[]): (start: number, end: number) => T[] {
  const ordered = things.toSorted((a, b) => a.start - b.start);
  return (start, end) => {
    const found: T[] = [];
    for (let at = firstFrom(ordered, start); at < ordered.length; at++) {
      const thing = ordered[at];
      if (!thing || thing.start > end) break;
      if (thing.end <= end) found.push(thing);
    }
    return found;
  };
}

/** Whether a place overlaps any of the things, which do not overlap each other. */
export function overlapWith(things: readonly Placed[]): (place: Placed) => boolean {
  const ordered = things.toSorted((a, b) => a.start - b.start);
  return ({ start, end }) => {
    const at = firstFrom(ordered, start);
    return (ordered[at - 1]?.end ?? -1) > start || (ordered[at]?.start ?? Infinity) < end;
  };
}

/** The position of the first thing that starts at an offset or behind it. */
function firstFrom(ordered: readonly Placed[], offset: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
