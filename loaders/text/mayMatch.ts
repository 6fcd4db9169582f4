// A cheap look before a dear pattern: the words without which a regular expression cannot match are read from its own source, and most
// sentences lack them. Never says no where the pattern would match; a pattern it does not understand is always tried.

/** What a piece of a pattern needs: `exact` are all texts it can be (null: too many), `needs` are sets of words, one of each of which must stand there. */
interface Piece {
  readonly exact: readonly string[] | null;
  readonly needs: readonly (readonly string[])[];
}
const ANYTHING: Piece = { exact: null, needs: [] };
const NOTHING: Piece = { exact: [''], needs: [] };
const MOST = 80;

const isTelling = (word: string): boolean => word.length >= 3 || /[^\0-\u1fff]/u.test(word);
/** Fewer and longer words tell more. */
const telling = (need: readonly string[]): number => Math.min(...need.map((word) => (/[^\0-\u1fff]/u.test(word) ? 3 : word.length))) * 10 - need.length;
const needsOf = ({ exact, needs }: Piece): readonly (readonly string[])[] => (exact && exact.length > 0 && exact.every(isTelling) ? [...needs, exact] : needs);

function inSequence(pieces: readonly Piece[]): Piece {
  const needs: (readonly string[])[] = [];
  let run: readonly string[] | null = [''];
  let isExact = true;
  const close = (): void => {
    needs.push(...needsOf({ exact: run, needs: [] }));
    run = [''];
    isExact = false;
  };
  for (const piece of pieces) {
    needs.push(...piece.needs);
    const { exact } = piece;
    if (exact && run && run.length * exact.length <= MOST) run = run.flatMap((before) => exact.map((word) => before + word));
    else {
      close();
      run = exact ?? [''];
    }
  }
  if (isExact) return { exact: run, needs };
  close();
  return { exact: null, needs };
}

function inChoice(branches: readonly Piece[]): Piece {
  if (branches.length === 1) return branches[0] ?? NOTHING;
  const exact = branches.flatMap((branch) => branch.exact ?? []);
  if (branches.every((branch) => branch.exact !== null) && exact.length <= MOST) return { exact, needs: [] };
  const best = branches.map((branch) => needsOf(branch).toSorted((a, b) => telling(b) - telling(a))[0]);
  const every = best.flatMap((need) => need ?? []);
  return { exact: null, needs: best.includes(undefined) ? [] : [every] };
}

/** Reads a pattern's source. @throws SyntaxError at what it does not know */
class Source {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  whole(): Piece {
    const piece = this.choice();
    if (this.at < this.source.length) throw new SyntaxError('a bracket too many');
    return piece;
  }

  private choice(): Piece {
    const branches: Piece[] = [];
    do branches.push(this.sequence());
    while (this.takes('|'));
    return inChoice(branches);
  }

  private sequence(): Piece {
    const pieces: Piece[] = [];
    while (this.at < this.source.length && !'|)'.includes(this.source.charAt(this.at))) pieces.push(this.repeated(this.atom()));
    return inSequence(pieces);
  }

  private takes(sign: string): boolean {
    const here = this.source.startsWith(sign, this.at);
    if (here) this.at += sign.length;
    return here;
  }

  private repeated(piece: Piece): Piece {
    const found = /^(?:[*+?]|\{(\d+)(,\d*)?\})\??/.exec(this.source.slice(this.at, this.at + 12));
    if (!found) return piece;
    this.at += found[0].length;
    if (found[0].startsWith('?') && piece.exact && !piece.exact.includes('')) return { exact: ['', ...piece.exact], needs: [] };
    if (/^[*?]/.test(found[0]) || found[1] === '0') return ANYTHING;
    return { exact: null, needs: needsOf(piece) };
  }

  private atom(): Piece {
    const found = /^\((?:\?(?:<[=!]|[=!:]|<\w+>))?/.exec(this.source.slice(this.at, this.at + 40));
    if (found) return this.group(found[0]);
    const sign = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
    this.at += sign.length;
    if (sign === '[') return this.set();
    if (sign === '\\') return this.escaped();
    if (sign === '^' || sign === '$') return NOTHING;
    return sign === '.' ? ANYTHING : { exact: [sign.toLowerCase()], needs: [] };
  }

  private group(opening: string): Piece {
    this.at += opening.length;
    if (opening === '(' && this.source.charAt(this.at) === '?') throw new SyntaxError('a group of an unknown kind');
    const inner = this.choice();
    if (!this.takes(')')) throw new SyntaxError('a group without an end');
    if (opening.endsWith('!')) return NOTHING;
    // What a lookaround asks for stands in the text, though not in the run of the words around it.
    return opening.endsWith('=') ? { exact: [''], needs: needsOf(inner) } : inner;
  }

  private escaped(): Piece {
    const sign = this.source.charAt(this.at++);
    if (/[bB]/.test(sign)) return NOTHING;
    if (/[pPkuxc]/.test(sign)) {
      const rest = /^(?:\{[^}]*\}|<[^>]*>)/.exec(this.source.slice(this.at));
      if (!rest) throw new SyntaxError('an escape of an unknown kind');
      this.at += rest[0].length;
      return ANYTHING;
    }
    return /[a-zA-Z0-9]/.test(sign) ? ANYTHING : { exact: [sign], needs: [] };
  }

  private set(): Piece {
    const found = /^(\^?)((?:\\.|[^\]\\])*)\]/su.exec(this.source.slice(this.at));
    if (!found) throw new SyntaxError('a set without an end');
    this.at += found[0].length;
    const signs = found[2] ?? '';
    if (found[1] || /\\|.-./u.test(signs)) return ANYTHING;
    return { exact: [...new Set([...signs].map((sign) => sign.toLowerCase()))], needs: [] };
  }
}

const SLOTS = 1 << 13;
const slot = (a: number, b: number, c: number): number => (Math.imul(a, 961) + Math.imul(b, 31) + c) & (SLOTS - 1);
/** The places in the table that a word marks: its threes of letters, or itself where it is a sign. */
function slotsOf(word: string): number[] {
  if (word.length < 3) return [slot([...word].map((sign) => sign.charCodeAt(0)).find((code) => code >= 0x2000) ?? 0, 0, 0)];
  return Array.from({ length: word.length - 2 }, (_, at) => slot(word.charCodeAt(at), word.charCodeAt(at + 1), word.charCodeAt(at + 2)));
}

const stamps = new Uint32Array(SLOTS);
let stamp = 0;
let stamped: string | null = null;
/** Marks what stands in a text; the text looked at last is remembered, because many patterns are tried on it one after the other. */
function look(text: string): void {
  if (text === stamped) return;
  stamped = text;
  stamp = (stamp + 1) >>> 0;
  const folded = text.toLowerCase().replaceAll('ſ', 's');
  let a = 0;
  let b = 0;
  for (let at = 0; at < folded.length; at++) {
    const c = folded.charCodeAt(at);
    stamps[slot(a, b, c)] = stamp;
    if (c >= 0x2000) stamps[slot(c, 0, 0)] = stamp;
    a = b;
    b = c;
  }
}

type Needs = readonly (readonly (readonly number[])[])[];
const known = new WeakMap<RegExp, Needs>();
function needsFor(pattern: RegExp): Needs {
  const before = known.get(pattern);
  if (before) return before;
  const needs = wordsNeeded(pattern).map((words) => words.map(slotsOf));
  known.set(pattern, needs);
  return needs;
}

/** Sets of words in lower case, of each of which one must stand in any text in which a pattern matches; the most telling first. */
export function wordsNeeded(pattern: RegExp): readonly (readonly string[])[] {
  try {
    return needsOf(new Source(pattern.source).whole()).toSorted((a, b) => a.length - b.length);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** Whether a pattern can match somewhere in a text; false is certain. */
export function mayMatch(pattern: RegExp, text: string): boolean {
  look(text);
  for (const words of needsFor(pattern)) {
    let stands = false;
    for (const places of words) {
      let isHere = true;
      for (const place of places) if (stamps[place] !== stamp) { isHere = false; break; }
      if (isHere) { stands = true; break; }
    }
    if (!stands) return false;
  }
  return true;
}

/** As `text.matchAll(pattern)`, all at once. */
export const matchesIn = (pattern: RegExp, text: string): RegExpExecArray[] => (mayMatch(pattern, text) ? [...text.matchAll(pattern)] : []);
