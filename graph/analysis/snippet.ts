// The part of a text that shows why it was found, with the words marked.

import { foldName, singular } from '../../schema/names.ts';

/** `matches`: UTF-16 offsets into `text`, end exclusive, in its order, none overlapping; empty where no word can be shown to match. */
export interface Snippet {
  readonly text: string;
  readonly matches: readonly { readonly start: number; readonly end: number }[];
}

/** Longest snippet, in UTF-16 units: two lines of a list. */
const LONGEST = 240;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;

interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

const wordsIn = (text: string): Word[] => [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ start: index, end: index + word.length, folded: foldName(word.replace(/['’].*/u, '')) }));

/** What English endings leave of a word: "ratify", "ratified", "ratifying" and "ratifies" are one. */
const root = (word: string): string => singular(word).replace(/(?:ied|ying|y)$/, 'i').replace(/(?:ed|ing|e)$/, '');

/** Whether one can become the other by at most so many letters put in, left out or exchanged. */
function isWithin(edits: number, a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > edits) return false;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [line, letter] of [...a].entries()) {
    const next = [line + 1];
    for (const [at, other] of [...b].entries()) next.push(Math.min((row[at] ?? 0) + (letter === other ? 0 : 1), (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    row = next;
  }
  return (row.at(-1) ?? 0) <= edits;
}

/** The words that a typed word means: those it begins or is a form of, or else those that are spelled almost alike. */
function meant(typed: string, words: readonly Word[]): readonly Word[] {
  const same = words.filter(({ folded }) => folded.startsWith(typed) || folded.startsWith(singular(typed)) || root(folded) === root(typed));
  if (same.length > 0 || typed.length < 4) return same;
  return words.filter(({ folded }) => isWithin(typed.length < 7 ? 1 : 2, typed, folded));
}

/** Cuts to the longest snippet around the first match, at spaces where there are any. */
function cut(text: string, first: number): { readonly from: number; readonly to: number } {
  if (text.length <= LONGEST) return { from: 0, to: text.length };
  const wanted = Math.max(0, Math.min(first - LONGEST / 4, text.length - LONGEST));
  const space = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1;
  const from = space > 0 && space <= first ? space : whole(text, wanted);
  const lastSpace = text.lastIndexOf(' ', from + LONGEST);
  const to = from + LONGEST >= text.length ? text.length : lastSpace > first ? lastSpace : whole(text, from + LONGEST);
  return { from, to };
}

/** A place that does not part the two halves of one character. */
const whole = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at);

/** @param typed what a person typed, as it came */
export function snippetOf(text: string, typed: string): Snippet {
  const words = wordsIn(text);
  const wanted = new Set(wordsIn(typed).map(({ folded }) => folded).filter((word) => word !== ''));
  const found = new Set([...wanted].flatMap((word) => meant(word, words)));
  const marked = words.filter((word) => found.has(word));
  const { from, to } = cut(text, marked[0]?.start ?? 0);
  return { text: text.slice(from, to), matches: marked.filter(({ start, end }) => start >= from && end <= to).map(({ start, end }) => ({ start: start - from, end: end - from })) };
}
