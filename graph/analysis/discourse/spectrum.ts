// Eigenvalues of a symmetric matrix: Householder's reduction to three diagonals, then implicit QL steps with shifts.
// Source: Wilkinson and Reinsch, Handbook for Automatic Computation II (1971), tred1 and tql1.

interface Tridiagonal {
  /** The diagonal. */
  readonly d: Float64Array;
  /** Beside the diagonal: e[i] stands between i − 1 and i; e[0] is 0. */
  readonly e: Float64Array;
}

/** The same eigenvalues in three diagonals. @param matrix symmetric; not changed */
function tridiagonal(matrix: readonly (readonly number[])[]): Tridiagonal {
  const size = matrix.length;
  const a = matrix.map((line) => Float64Array.from(line));
  const row = (i: number): Float64Array => a[i] ?? new Float64Array(size);
  const [d, e] = [new Float64Array(size), new Float64Array(size)];
  for (let i = size - 1; i > 0; i--) {
    const u = row(i);
    const norm = Math.hypot(...u.subarray(0, i));
    const last = u[i - 1] ?? 0;
    if (Math.hypot(...u.subarray(0, i - 1)) === 0) {
      e[i] = last;
      continue;
    }
    const beside = last >= 0 ? -norm : norm;
    e[i] = beside;
    // Reflects the row onto its last cell: u = x − beside · e, H = |u|² / 2.
    const half = norm * norm - last * beside;
    u[i - 1] = last - beside;
    const p = new Float64Array(i);
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let k = 0; k < i; k++) sum += (k <= j ? (row(j)[k] ?? 0) : (row(k)[j] ?? 0)) * (u[k] ?? 0);
      p[j] = sum / half;
    }
    let scale = 0;
    for (let j = 0; j < i; j++) scale += (u[j] ?? 0) * (p[j] ?? 0);
    scale /= 2 * half;
    for (let j = 0; j < i; j++) p[j] = (p[j] ?? 0) - scale * (u[j] ?? 0);
    for (let j = 0; j < i; j++) {
      const line = row(j);
      for (let k = 0; k <= j; k++) line[k] = (line[k] ?? 0) - (u[j] ?? 0) * (p[k] ?? 0) - (p[j] ?? 0) * (u[k] ?? 0);
    }
  }
  for (let i = 0; i < size; i++) d[i] = row(i)[i] ?? 0;
  return { d, e };
}

/** More steps than any matrix has been seen to need for one eigenvalue. */
const STEPS = 60;

/** One implicit QL step on the block from `from` to `to`, shifted towards its first eigenvalue. @param e beside the diagonal: e[i] between i and i + 1 */
function step(d: Float64Array, e: Float64Array, from: number, to: number): void {
  const first = d[from] ?? 0;
  const between = e[from] ?? 0;
  const guess = ((d[from + 1] ?? 0) - first) / (2 * between);
  let g = (d[to] ?? 0) - first + between / (guess + (guess >= 0 ? 1 : -1) * Math.hypot(guess, 1));
  let [s, c, p] = [1, 1, 0];
  for (let i = to - 1; i >= from; i--) {
    const f = s * (e[i] ?? 0);
    const b = c * (e[i] ?? 0);
    const r = Math.hypot(f, g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] = (d[i + 1] ?? 0) - p;
      e[to] = 0;
      return;
    }
    [s, c] = [f / r, g / r];
    g = (d[i + 1] ?? 0) - p;
    const turned = ((d[i] ?? 0) - g) * s + 2 * c * b;
    p = s * turned;
    d[i + 1] = g + p;
    g = c * turned - b;
  }
  d[from] = (d[from] ?? 0) - p;
  e[from] = g;
  e[to] = 0;
}

/** Ascending. @param matrix symmetric; not changed @throws Error where the numbers are none (NaN) */
export function symmetricEigenvalues(matrix: readonly (readonly number[])[]): number[] {
  const { d, e: below } = tridiagonal(matrix);
  const e = new Float64Array(d.length);
  e.set(below.subarray(1));
  for (let from = 0; from < d.length; from++) {
    for (let steps = 0; ; steps++) {
      let to = from;
      while (to < d.length - 1 && Math.abs(e[to] ?? 0) > Number.EPSILON * (Math.abs(d[to] ?? 0) + Math.abs(d[to + 1] ?? 0))) to++;
      if (to === from) break;
      if (steps === STEPS) throw new Error('the eigenvalues of a matrix were not found');
      step(d, e, from, to);
    }
  }
  return [...d].sort((one, other) => one - other);
}
