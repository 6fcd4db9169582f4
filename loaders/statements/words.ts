// Words of a sentence with their part of speech and base form, from wink-nlp. The model takes a third of a second to load,
// so it is loaded when the first sentence is read and never again.

import winkNLP, { type ItsFunction, type WinkMethods } from 'wink-nlp';
import model from 'wink-eng-lite-web-model';

export interface Word {
  readonly text: string;
  /** Base form, lower case, American spelling as the model knows it ("labour" → "labor"). */
  readonly lemma: string;
  /** Universal part of speech: VERB, AUX, NOUN, PROPN, ADJ, ADV, ADP, … */
  readonly tag: string;
  /** Place in the sentence; UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
}

let loaded: WinkMethods | null = null;
const reader = (): WinkMethods => (loaded ??= winkNLP(model, ['pos']));

/** The sentences read last: a title is asked for its words by several rules, one after the other. */
const recent = new Map<string, readonly Word[]>();
const RECENT = 32;

/** The words and marks of a sentence, in order. */
export function wordsOf(sentence: string): readonly Word[] {
  const known = recent.get(sentence);
  if (known) return known;
  const words = readWords(sentence);
  const [oldest] = recent.keys();
  if (oldest !== undefined && recent.size >= RECENT) recent.delete(oldest);
  recent.set(sentence, words);
  return words;
}

function readWords(sentence: string): Word[] {
  const { its, readDoc } = reader();
  const words: Word[] = [];
  let from = 0;
  const tokens = readDoc(sentence).tokens();
  // The cast mends the package's types: they give `lemma` the arguments of another kind of function.
  const lemmas = tokens.out(its.lemma as ItsFunction<string>);
  const tags = tokens.out(its.pos);
  for (const [at, text] of tokens.out().entries()) {
    const start = sentence.indexOf(text, from);
    // The model folds some exotic characters; such a token has no place of its own and is left out.
    if (start < 0) continue;
    from = start + text.length;
    words.push({ text, lemma: lemmas[at]?.toLowerCase() ?? '', tag: tags[at] ?? '', start, end: from });
  }
  return words;
}

const bases = new Map<string, string>();
/** Words remembered; a language has more forms, but a text repeats few. */
const REMEMBERED = 20_000;

/** The base form of a single verb: "hosted" → "host", "stepping" → "step". British -ise stays when the word had it. */
export function baseOf(verb: string): string {
  const known = bases.get(verb);
  if (known !== undefined) return known;
  if (bases.size >= REMEMBERED) bases.clear();
  const base = readBase(verb);
  bases.set(verb, base);
  return base;
}

function readBase(verb: string): string {
  if (/^(?:being|been|was|were|is|are)$/i.test(verb)) return 'be';
  const [word] = wordsOf(`they ${verb.toLowerCase()}`).slice(1);
  const lemma = word?.lemma ?? verb.toLowerCase();
  return /[iy]s(?:e|es|ed|ing)$/i.test(verb) ? lemma.replace(/([iy])ze$/, '$1se') : lemma;
}
