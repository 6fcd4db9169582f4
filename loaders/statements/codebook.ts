// The codebook recognises an ask in whatever words it is made. Its patterns are data (see commitmentEntry in schema/domain.ts).

import type { CommitmentEntry } from '../../schema/domain.ts';
import type { AskWords } from '../../schema/english.ts';
import { askKey } from './askKeys.ts';
import { wordsOfAsks, type WordsOfAsks } from './askWords.ts';
import { cueOf, CueIndex, CueText, type Cue } from './cues.ts';
import { wordsOf } from './words.ts';

interface Term {
  readonly alternatives: readonly Cue[];
  readonly absent: boolean;
}
interface Pattern {
  readonly terms: readonly Term[];
  /** The terms must stand within this many characters. */
  readonly reach: number;
}
interface CodedAsk {
  readonly entry: CommitmentEntry;
  readonly patterns: readonly Pattern[];
  /** Content words of title and aliases, one set each. */
  readonly names: readonly ReadonlySet<string>[];
}
export interface Codebook {
  readonly asks: readonly CodedAsk[];
  /** The patterns by a word that each needs. */
  readonly index: CueIndex<Pattern>;
  /** Asks by the words of their names, each once and in the order of the codebook. */
  readonly byLemma: ReadonlyMap<string, readonly number[]>;
  /** How telling a word is: the logarithm of how many asks do without it. */
  readonly weight: (lemma: string) => number;
  readonly words: WordsOfAsks;
  /** By the keys of titles and aliases. */
  readonly byKey: ReadonlyMap<string, CommitmentEntry>;
}

/** Characters, where the pattern gives no other: an ask is a phrase, not a page. */
const REACH = 130;
/** What a broad ask loses against a narrow one of the same sentence. */
const BROAD = 0.6;
/** How much of the weight of two titles must be shared for them to be one ask. Strict: two asks that share a word stay two. */
const SAME_TITLE = 0.62;

const CONTENT = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM']);
const EMPTY = new Set(['ensure', 'support', 'address', 'provide', 'make', 'promote', 'other', 'such', 'all', 'relevant', 'include', 'be', 'have', 'do']);
export const contentLemmas = (text: string): Set<string> => new Set(wordsOf(text).filter(({ tag, lemma }) => CONTENT.has(tag) && lemma.length > 2 && !EMPTY.has(lemma)).map(({ lemma }) => lemma));

/** @param known terms read before: one list of cues for the same words, however often patterns have them */
function patternOf(pattern: string, words: WordsOfAsks, known: Map<string, Term>): Pattern {
  const parts = pattern.trim().split(/\s+/);
  const terms = parts.filter((part) => !/^<\d+$/.test(part)).map((term): Term => {
    const before = known.get(term);
    if (before) return before;
    const absent = term.startsWith('!');
    const read = { absent, alternatives: (absent ? term.slice(1) : term).split('|').filter(Boolean).flatMap(words.cuesOf).map(cueOf) };
    known.set(term, read);
    return read;
  });
  return { terms, reach: Number(parts.find((part) => /^<\d+$/.test(part))?.slice(1) ?? REACH) };
}

/** Of each pattern the term that the fewest patterns have, of which one alternative must stand in the text; none where nothing must. */
function rarestTerms(patterns: readonly Pattern[]): readonly (readonly [Pattern, readonly Cue[]])[] {
  const users = new Map<string, number>();
  for (const { terms } of patterns) for (const { alternatives } of terms) for (const [first = ''] of alternatives) users.set(first, (users.get(first) ?? 0) + 1);
  const common = ({ alternatives }: Term): number => alternatives.reduce((sum, [first = '']) => sum + (users.get(first) ?? 0), 0);
  return patterns.map((pattern) => [pattern, pattern.terms.filter(({ absent }) => !absent).toSorted((a, b) => common(a) - common(b))[0]?.alternatives ?? []]);
}

/** @param domain words of asks that the domain adds to those of English @throws Failure SETUP_REQUIRED for a pattern with an unknown set */
export function readCodebook(entries: readonly CommitmentEntry[], domain: AskWords | null = null): Codebook {
  const words = wordsOfAsks(domain);
  const terms = new Map<string, Term>();
  const asks = entries.map((entry) => ({ entry, patterns: entry.patterns.map((pattern) => patternOf(pattern, words, terms)), names: [entry.title, ...entry.aliases].map(contentLemmas) }));
  const frequency = new Map<string, number>();
  for (const { names } of asks) for (const lemma of new Set(names.flatMap((name) => [...name]))) frequency.set(lemma, (frequency.get(lemma) ?? 0) + 1);
  const byLemma = new Map<string, number[]>();
  for (const [at, { names }] of asks.entries()) for (const lemma of new Set(names.flatMap((name) => [...name]))) byLemma.set(lemma, [...(byLemma.get(lemma) ?? []), at]);
  const byKey = new Map(entries.flatMap((entry) => [entry.title, ...entry.aliases].flatMap((name) => { const key = askKey(name, words); return key === null ? [] : [[key, entry] as const]; })));
  return { asks, index: new CueIndex(rarestTerms(asks.flatMap(({ patterns }) => patterns))), byLemma, weight: (lemma) => Math.log(1 + entries.length / (frequency.get(lemma) ?? 0.5)), words, byKey };
}

/** The shortest stretch in which every term stands, or null. Short lists, so every start is tried. */
function stretch({ terms, reach }: Pattern, text: CueText): { start: number; length: number } | null {
  const places: (readonly number[])[] = [];
  for (const { alternatives, absent } of terms) {
    const found = text.placesOfAny(alternatives);
    if (absent ? found.length > 0 : found.length === 0) return null;
    if (!absent) places.push(found);
  }
  let best: { start: number; length: number } | null = null;
  for (const start of places.flat()) {
    // One word says one thing: two terms that it satisfies need a second word.
    const taken = new Set<number>();
    const ends = places.map((found) => {
      const free = found.find((at) => at >= start && !taken.has(at));
      if (free !== undefined) taken.add(free);
      return free;
    });
    if (ends.includes(undefined)) continue;
    const length = Math.max(...ends.map((end) => end ?? start)) - start;
    if (length <= reach && (!best || length < best.length)) best = { start, length };
  }
  return best;
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>, weight: (lemma: string) => number): number => [...a].filter((lemma) => b.has(lemma)).reduce((sum, lemma) => sum + weight(lemma), 0);
const whole = (lemmas: Iterable<string>, weight: (lemma: string) => number): number => [...lemmas].reduce((sum, lemma) => sum + weight(lemma), 0);

/**
 * The codebook's ask that a sentence makes, or null. Among several, the one whose own words say most of the sentence's ask;
 * between equals the earlier in the codebook, where narrow asks stand before broad ones.
 * @param ask what is asked, without who asks and who is asked; patterns look at it first, so that a lead-in's words do not decide.
 */
export function codedAsk(codebook: Codebook, ask: string): CommitmentEntry | null {
  const text = new CueText(ask);
  const possible = codebook.index.within(text);
  const told: (CodedAsk & { readonly place: { readonly start: number; readonly length: number } })[] = [];
  for (const coded of codebook.asks) {
    let place: ReturnType<typeof stretch> = null;
    for (const pattern of coded.patterns) {
      const found = possible.has(pattern) ? stretch(pattern, text) : null;
      if (found && (!place || found.start < place.start)) place = found;
    }
    if (place) told.push({ ...coded, place });
  }
  if (told.length < 2) return told[0]?.entry ?? null;
  const said = contentLemmas(ask);
  let best: { entry: CommitmentEntry; score: number } | null = null;
  for (const { entry, names, place } of told) {
    const nearness = Math.max(...names.map((name) => shared(name, said, codebook.weight) / (whole(name, codebook.weight) || 1)));
    const score = nearness - place.start / 60 - place.length / 400 - (entry.broad ? BROAD : 0);
    if (!best || score > best.score) best = { entry, score };
  }
  return best?.entry ?? null;
}

/** The codebook's ask with nearly the same title, or null. Depends on the title and the codebook alone, never on what was loaded before. */
export function similarAsk(codebook: Codebook, title: string): CommitmentEntry | null {
  const key = askKey(title, codebook.words);
  const same = key === null ? undefined : codebook.byKey.get(key);
  if (same) return same;
  const lemmas = contentLemmas(title);
  if (lemmas.size < 2) return null;
  let best: { entry: CommitmentEntry; score: number } | null = null;
  // An ask that shares no word has no score; the others are looked at in the order of the codebook.
  const places = new Set([...lemmas].flatMap((lemma) => codebook.byLemma.get(lemma) ?? []));
  for (const { entry, names } of [...places].toSorted((a, b) => a - b).flatMap((at) => codebook.asks[at] ?? [])) {
    for (const name of names) {
      const common = shared(name, lemmas, codebook.weight);
      if (common === 0) continue;
      const score = common / (whole(new Set([...name, ...lemmas]), codebook.weight) || 1);
      if (score >= SAME_TITLE && (!best || score > best.score)) best = { entry, score };
    }
  }
  return best?.entry ?? null;
}
