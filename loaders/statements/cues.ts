// Cue words: the terms by which themes and the codebook's asks are recognised, looked up by word so that a long codebook costs little.
// A term is words side by side ("access to services", "two_words", "asylum-seeker*"); `*` at the end of a word matches any ending.
// Capitals, hyphens and the shape of apostrophes do not matter.

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}
/** The words of a term as they are looked up; a starred one keeps its star. */
export type Cue = readonly string[];

const WORD = /[\p{L}\p{N}]+/gu;
const BESIDE = /^(?:[\s'’/_-]+|\.)$/u;

export const cueOf = (term: string): Cue => [...term.toLowerCase().matchAll(/[\p{L}\p{N}]+\*?/gu)].map(([word]) => word);

/** A sentence prepared for looking up cues. */
export class CueText {
  private readonly tokens: readonly Token[];
  private readonly exact = new Map<string, number[]>();
  private readonly starred = new Map<string, number[]>();
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.tokens = [...text.matchAll(WORD)].map((found) => ({ word: found[0].toLowerCase(), start: found.index, end: found.index + found[0].length }));
    this.tokens.forEach(({ word }, position) => {
      const places = this.exact.get(word);
      if (places) places.push(position);
      else this.exact.set(word, [position]);
    });
  }

  private positions(word: string): readonly number[] {
    if (!word.endsWith('*')) return this.exact.get(word) ?? [];
    let places = this.starred.get(word);
    if (!places) {
      const head = word.slice(0, -1);
      places = [...this.exact].flatMap(([known, found]) => (known.startsWith(head) ? found : [])).toSorted((a, b) => a - b);
      this.starred.set(word, places);
    }
    return places;
  }

  /** Where a cue stands in the text: its first characters, in order; [] where it does not. */
  places(cue: Cue): number[] {
    const [first, ...rest] = cue;
    if (first === undefined) return [];
    return this.positions(first).flatMap((position) => {
      const follows = rest.every((word, at) => {
        const before = this.tokens[position + at];
        const here = this.tokens[position + at + 1];
        return before && here && (word.endsWith('*') ? here.word.startsWith(word.slice(0, -1)) : here.word === word) && BESIDE.test(this.text.slice(before.end, here.start));
      });
      return follows ? [this.tokens[position]?.start ?? 0] : [];
    });
  }
}
