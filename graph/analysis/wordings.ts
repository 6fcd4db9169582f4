// How alike two wordings of an ask are, in which words they differ, and which wording a quotation follows.

import { foldName } from '../../schema/names.ts';

export interface Span {
  /** UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

interface Word extends Span {
  /** As it is compared. */
  readonly key: string;
}

/** Two names are rivals from this share of common words on, and share at least so many. */
export const MOST_WORDS = 2 / 3;
const COMMON_WORDS = 2;

/** Words that say nothing of what is asked; "not" and "without" do. */
const SMALL = new Set('a all an and any are as at be been being by can could do does each every for from has have her his in into is it its may more must of on or our shall should so such that the their them these they this those to under upon was we were which who will with would'.split(' '));

/** "rights" and "right", "policies" and "policy", "processes" and "process" are one word. */
function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:ss|x|z|ch|sh)es$/u.test(word)) return word.slice(0, -2);
  return word.length > 3 && /[^su]s$/u.test(word) ? word.slice(0, -1) : word;
}

/** The words that count, in the order of the text. What follows an apostrophe in a word ("women's") does not. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu)].flatMap(({ index, 0: printed }) => {
    const [stem = printed] = printed.split(/['’]/u);
    const folded = foldName(stem);
    return folded === '' || SMALL.has(folded) ? [] : [{ key: singular(folded), start: index, end: index + printed.length }];
  });
}

const keysOf = (text: string): ReadonlySet<string> => new Set(wordsOf(text).map(({ key }) => key));

const common = (some: ReadonlySet<string>, others: ReadonlySet<string>): number => [...some].filter((key) => others.has(key)).length;

/**
 * Containment of word sets: the words in common divided by the words of the shorter text, 0 to 1. Words are compared without accents,
 * capitals, plural and possessive endings; small words do not count. 0 where less than two words are shared, or a text has none.
 */
export function similarity(some: string, other: string): number {
  const [a, b] = [keysOf(some), keysOf(other)];
  const shared = common(a, b);
  return shared < COMMON_WORDS ? 0 : shared / Math.min(a.size, b.size);
}

/** The places of the words of a text that another lacks, in the order of the text. */
export function differentFrom(text: string, other: string): Span[] {
  const there = keysOf(other);
  return wordsOf(text)
    .filter(({ key }) => !there.has(key))
    .map(({ start, end }) => ({ start, end }));
}

export interface Named {
  readonly title: string;
  readonly aliases: readonly string[];
}

export interface Likeness {
  readonly similarity: number;
  readonly ours: string;
  readonly theirs: string;
}

/** The pair of names, one of each, that are most alike; the titles where nothing is more alike than they are. Null below the threshold. */
export function likeness(ours: Named, theirs: Named): Likeness | null {
  const pairs = [ours.title, ...ours.aliases.toSorted()].flatMap((mine) => [theirs.title, ...theirs.aliases.toSorted()].map((their) => ({ similarity: similarity(mine, their), ours: mine, theirs: their })));
  const best = pairs.reduce((most, pair) => (pair.similarity > most.similarity ? pair : most));
  return best.similarity >= MOST_WORDS ? best : null;
}

/** The name whose words a quotation holds to the largest share, at least two thirds of them; among equals the longest, then the first. Null where it holds none so far. */
export function nameFollowed(quote: string, names: readonly string[]): string | null {
  const there = keysOf(quote);
  let best: { name: string; share: number; size: number } | null = null;
  for (const name of names) {
    const keys = keysOf(name);
    const share = keys.size === 0 ? 0 : common(keys, there) / keys.size;
    if (share >= MOST_WORDS && (!best || share > best.share || (share === best.share && keys.size > best.size))) best = { name, share, size: keys.size };
  }
  return best?.name ?? null;
}

export interface Rival extends Likeness {
  readonly id: string;
}

/** At most so many rivals are told. */
export const RIVALS = 20;

/** Commitments whose names share most words with these, most alike first, then with the fewest different words, then by title, then by id; at most RIVALS. */
export function rivalsAmong(ours: Named, candidates: readonly (Named & { readonly id: string })[]): Rival[] {
  return candidates
    .flatMap((candidate) => {
      const found = likeness(ours, candidate);
      return found ? [{ ...found, id: candidate.id, title: candidate.title, different: differentFrom(found.ours, found.theirs).length + differentFrom(found.theirs, found.ours).length }] : [];
    })
    .sort((a, b) => b.similarity - a.similarity || a.different - b.different || a.title.localeCompare(b.title, 'en') || (a.id < b.id ? -1 : 1))
    .slice(0, RIVALS)
    .map(({ title: _title, different: _different, ...rival }) => rival);
}

/** A query of the index of names that finds whatever has a word beginning like one of these words; null where there is none. */
export function anyOfTheWords(names: readonly string[]): string | null {
  const words = [...new Set(names.flatMap((name) => wordsOf(name).map(({ key }) => key)))].slice(0, 100);
  return words.length === 0 ? null : words.map((word) => (word.length > 3 ? `${word}*` : word)).join(' OR ');
}
