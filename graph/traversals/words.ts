// Words that a person types, as the full-text indexes and as a condition understand them. Both mean the same: every word typed is the
// beginning of a word in the text, in any order; capitals and accents do not matter. Only letters, digits and marks within words pass.

/** Letters that no decomposition reduces to a plain one; the index folds them alike. */
const PLAIN: Readonly<Record<string, string>> = { ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', æ: 'ae', œ: 'oe', ß: 'ss', '’': "'", '‘': "'", ʼ: "'" };
/** What stands in a text for a plain letter, beside itself; for a pattern. */
const STANDS_FOR: Readonly<Record<string, string>> = { o: '[oø]', d: '[dđð]', l: '[lł]', i: '[iı]', ae: '(?:a\\p{M}*e|æ)', oe: '(?:o\\p{M}*e|œ)', ss: '(?:ss|ß)', "'": "['’‘ʼ]", '.': '\\.' };

/** A word with what follows its apostrophe, and a number with its separators: each is one word to the index. */
const WORD = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}]+(?:['.][\p{L}\p{N}]+)*/gu;
/** More words, or longer ones, are no question a person types. */
const MAX_WORDS = 12;
const MAX_LETTERS = 40;

/** Words that the folding index leaves out (the English stop words of Lucene). */
const STOP_WORDS = new Set('a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with'.split(' '));

/** The words of a text, folded, each once, in their order: at most 12, of at most 40 letters each. */
export function wordsOf(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øđðłıæœß’‘ʼ]/gu, (letter) => PLAIN[letter] ?? letter);
  return [...new Set((folded.match(WORD) ?? []).map((word) => word.slice(0, MAX_LETTERS)))].slice(0, MAX_WORDS);
}


/** The words that tell one text from another; all of them where each is a stop word. */
export function tellingWords(text: string): string[] {
  const words = wordsOf(text);
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

/** A pattern that a text, in lower case and decomposed (NFKD), matches where one of its words begins with the word. */
export function patternOf(word: string): string {
  const letters = word.match(/ae|oe|ss|./gu) ?? [];
  return `(?s).*(?<![\\p{L}\\p{N}\\p{M}]['’]?)${letters.map((letter) => `${STANDS_FOR[letter] ?? letter}\\p{M}*`).join('')}.*`;
}

const given = (list: readonly string[]): readonly string[] | null => (list.length > 0 ? list : null);

/**
 * How to look for the words in a property: `words` is a query of the index, `patterns` are compared with each text. Words are looked up
 * in the index where nothing else tells where to start; among the few texts of an entity each is compared. Words so common that the
 * index leaves them out are compared in either case. Both null where no word was typed.
 */
export function lookFor(text: string, property: string, startsElsewhere: boolean): { readonly words: string | null; readonly patterns: readonly string[] | null } {
  const words = wordsOf(text);
  const lookedUp = startsElsewhere ? [] : words.filter((word) => !STOP_WORDS.has(word));
  const compared = words.filter((word) => !lookedUp.includes(word));
  return { words: lookedUp.length > 0 ? lookedUp.map((word) => `${property}:${word}*`).join(' AND ') : null, patterns: given(compared.map(patternOf)) };
}

/** "Each of the patterns in this parameter is found in the text." */
export const foundIn = (text: string, parameter: string): string => `all(pattern IN $${parameter} WHERE normalize(toLower(${text}), NFKD) =~ pattern)`;

/** A query of the index of names: each word begins a word of a name, alias, acronym or symbol. Null where no word was typed. */
export function nameQuery(text: string): string | null {
  return given(tellingWords(text))?.map((word) => `${word}*`).join(' AND ') ?? null;
}
