// The codebook recognises an ask in whatever words it is made. Its patterns are data (see commitmentEntry in schema/domain.ts).

import type { CommitmentEntry } from '../../schema/domain.ts';
import { cueOf, CueText, type Cue } from './cues.ts';
import { wordsOf } from './words.ts';

interface Term {
  readonly alternatives: readonly Cue[];
  readonly absent: boolean;
}
interface CodedAsk {
  readonly entry: CommitmentEntry;
  readonly patterns: readonly (readonly Term[])[];
  /** Content words of title and aliases, one set each. */
  readonly names: readonly ReadonlySet<string>[];
}
export interface Codebook {
  readonly asks: readonly CodedAsk[];
  /** How telling a word is: the logarithm of how many asks do without it. */
  readonly weight: (lemma: string) => number;
}

/** The words of all terms of a pattern must stand within this many characters: an ask is a phrase, not a page. */
const REACH = 170;
/** How much of the weight of two titles must be shared for them to be one ask. Strict: two asks that share a word stay two. */
const SAME_TITLE = 0.62;

const CONTENT = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM']);
const EMPTY = new Set(['ensure', 'support', 'address', 'provide', 'make', 'promote', 'other', 'such', 'all', 'relevant', 'include', 'be', 'have', 'do']);
export const contentLemmas = (text: string): Set<string> => new Set(wordsOf(text).filter(({ tag, lemma }) => CONTENT.has(tag) && lemma.length > 2 && !EMPTY.has(lemma)).map(({ lemma }) => lemma));

const termOf = (term: string): Term => {
  const absent = term.startsWith('!');
  return { absent, alternatives: (absent ? term.slice(1) : term).split('|').filter(Boolean).map(cueOf) };
};

export function readCodebook(entries: readonly CommitmentEntry[]): Codebook {
  const asks = entries.map((entry) => ({ entry, patterns: entry.patterns.map((pattern) => pattern.trim().split(/\s+/).map(termOf)), names: [entry.title, ...entry.aliases].map(contentLemmas) }));
  const frequency = new Map<string, number>();
  for (const { names } of asks) for (const lemma of new Set(names.flatMap((name) => [...name]))) frequency.set(lemma, (frequency.get(lemma) ?? 0) + 1);
  return { asks, weight: (lemma) => Math.log(1 + entries.length / (frequency.get(lemma) ?? 0.5)) };
}

/** The shortest stretch in which every term stands, or null. Short lists, so every start is tried. */
function stretch(terms: readonly Term[], text: CueText): { start: number; length: number } | null {
  const places: number[][] = [];
  for (const { alternatives, absent } of terms) {
    const found = alternatives.flatMap((cue) => text.places(cue)).toSorted((a, b) => a - b);
    if (absent ? found.length > 0 : found.length === 0) return null;
    if (!absent) places.push(found);
  }
  let best: { start: number; length: number } | null = null;
  for (const start of places.flat()) {
    const ends = places.map((found) => found.find((at) => at >= start));
    if (ends.includes(undefined)) continue;
    const length = Math.max(...ends.map((end) => end ?? start)) - start;
    if (length <= REACH && (!best || length < best.length)) best = { start, length };
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
  let lemmas: ReadonlySet<string> | null = null;
  let best: { entry: CommitmentEntry; score: number } | null = null;
  for (const { entry, patterns, names } of codebook.asks) {
    const found = patterns.map((terms) => stretch(terms, text)).filter((place) => place !== null);
    if (found.length === 0) continue;
    const place = found.toSorted((a, b) => a.start - b.start)[0] ?? { start: 0, length: 0 };
    const said = (lemmas ??= contentLemmas(ask));
    const nearness = Math.max(...names.map((name) => shared(name, said, codebook.weight) / (whole(name, codebook.weight) || 1)));
    const score = nearness - place.start / 100 - place.length / 500;
    if (!best || score > best.score) best = { entry, score };
  }
  return best?.entry ?? null;
}

/** The codebook's ask with nearly the same title, or null. Depends on the title and the codebook alone, never on what was loaded before. */
export function similarAsk(codebook: Codebook, title: string): CommitmentEntry | null {
  const lemmas = contentLemmas(title);
  if (lemmas.size < 2) return null;
  let best: { entry: CommitmentEntry; score: number } | null = null;
  for (const { entry, names } of codebook.asks) {
    for (const name of names) {
      const score = shared(name, lemmas, codebook.weight) / (whole(new Set([...name, ...lemmas]), codebook.weight) || 1);
      if (score >= SAME_TITLE && (!best || score > best.score)) best = { entry, score };
    }
  }
  return best?.entry ?? null;
}
