// Two versions of one text, laid side by side by their letters and digits alone: a system may tidy white space, quotes and marks as it likes.

/** The letters and digits of a text without case or accents, one UTF-16 unit each, and the offset in the text that each came from. */
export interface Letters {
  readonly letters: string;
  readonly offsets: readonly number[];
}

/** From inclusive, to exclusive; in letters. */
export type Stretch = readonly [from: number, to: number];

export const foldedCase = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

export function lettersOf(text: string): Letters {
  const letters: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at++) {
    for (const letter of foldedCase(text.charAt(at))) {
      if (!/[\p{L}\p{N}]/u.test(letter)) continue;
      letters.push(letter);
      offsets.push(at);
    }
  }
  return { letters: letters.join(''), offsets };
}

/** How many letters come before an offset of the text. */
function lettersBefore({ offsets }: Letters, offset: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const stretchOf = (letters: Letters, start: number, end: number): Stretch => [lettersBefore(letters, start), lettersBefore(letters, end)];

/** So many equal letters in a row are no accident. */
const AGREEMENT = 20;
/** How far one side may run ahead of the other, as by a running title left out; in letters. */
const FURTHEST_STEP = 4000;
const FURTHEST_JUMP = 20_000;

/** How many letters to pass over on either side until both say the same again; null when they do not meet. */
function nextAgreement(here: string, there: string, from: number, to: number): Stretch | null {
  const agree = (i: number, j: number) => i + AGREEMENT <= here.length && there.startsWith(here.slice(i, i + AGREEMENT), j);
  for (const [skipHere, skipThere] of [[1, 0], [0, 1], [1, 1]] as const) if (agree(from + skipHere, to + skipThere)) return [skipHere, skipThere];
  const whole = here.slice(from, from + AGREEMENT);
  const ahead = whole.length === AGREEMENT ? there.indexOf(whole, to) : -1;
  if (ahead >= 0 && ahead - to < FURTHEST_JUMP) return [0, ahead - to];
  for (let step = 2; step < FURTHEST_STEP; step++) {
    if (agree(from + step, to)) return [step, 0];
    if (agree(from + step, to + step)) return [step, step];
  }
  return null;
}

/** For each letter of `here`, the letter of `there` that it stands for; never runs backwards. One entry more than there are letters. */
export function aligned(here: string, there: string): Int32Array {
  const partner = new Int32Array(here.length + 1);
  let [from, to] = [0, 0];
  while (from < here.length) {
    if (here[from] === there[to]) {
      partner[from++] = to++;
      continue;
    }
    const skip = nextAgreement(here, there, from, to);
    if (!skip) {
      partner[from++] = Math.min(to, there.length);
      continue;
    }
    partner.fill(to, from, from + skip[0]);
    from += skip[0];
    to += skip[1];
  }
  partner[here.length] = there.length;
  return partner;
}

/** Shared letters over all letters of both, 0 to 1. */
export function overlapOf(a: Stretch, b: Stretch): number {
  const shared = sharedLetters(a, b);
  return shared === 0 ? 0 : shared / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]));
}

export const sharedLetters = ([a, b]: Stretch, [c, d]: Stretch): number => Math.max(0, Math.min(b, d) - Math.max(a, c));
