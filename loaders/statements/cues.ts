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
  private readonly listed = new Map<readonly Cue[], readonly number[]>();
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

  /** The words of the text, each once, in lower case. */
  words(): Iterable<string> {
    return this.exact.keys();
  }

  private positions(word: string): readonly number[] {
    if (!word.endsWith('*')) return this.exact.get(word) ?? [];
    let places = this.starred.get(word);
    if (!places) {
      const head = word.slice(0, -1);
      places = [];
      for (const [known, found] of this.exact) if (known.startsWith(head)) places.push(...found);
      places.sort((a, b) => a - b);
      this.starred.set(word, places);
    }
    return places;
  }

  /** Where any of several cues stands: their first characters, in order. Lists of cues are asked for again and again, and remembered. */
  placesOfAny(cues: readonly Cue[]): readonly number[] {
    const known = this.listed.get(cues);
    if (known) return known;
    const found: number[] = [];
    for (const cue of cues) if (this.positions(cue[0] ?? '').length > 0) found.push(...this.places(cue));
    found.sort((a, b) => a - b);
    this.listed.set(cues, found);
    return found;
  }

  /** Where a cue stands in the text: its first characters, in order; [] where it does not. */
  places(cue: Cue): number[] {
    const [first] = cue;
    const positions = first === undefined ? [] : this.positions(first);
    if (positions.length === 0) return [];
    return positions.flatMap((position) => {
      const follows = cue.every((word, at) => {
        if (at === 0) return true;
        const before = this.tokens[position + at - 1];
        const here = this.tokens[position + at];
        return before && here && (word.endsWith('*') ? here.word.startsWith(word.slice(0, -1)) : here.word === word) && BESIDE.test(this.text.slice(before.end, here.start));
      });
      return follows ? [this.tokens[position]?.start ?? 0] : [];
    });
  }
}

/** Finds, among many things with their cues, those of which one cue may stand in a text: by its first word, so that the rest are never looked up. */
export class CueIndex<T> {
  private readonly users = new Map<string, T[]>();
  private shortest = Infinity;

  constructor(cued: readonly (readonly [T, readonly Cue[]])[]) {
    for (const [thing, cues] of cued) {
      for (const first of new Set(cues.flatMap(([word]) => word ?? []))) {
        const users = this.users.get(first);
        if (users) users.push(thing);
        else this.users.set(first, [thing]);
        if (first.endsWith('*')) this.shortest = Math.min(this.shortest, first.length - 1);
      }
    }
  }

  /** The things with a cue whose first word stands in the text. */
  within(text: CueText): ReadonlySet<T> {
    const found = new Set<T>();
    const add = (word: string): void => {
      for (const thing of this.users.get(word) ?? []) found.add(thing);
    };
    for (const word of text.words()) {
      add(word);
      for (let length = this.shortest; length <= word.length; length++) add(`${word.slice(0, length)}*`);
    }
    return found;
  }
}
