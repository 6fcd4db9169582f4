// What kind of thing a name names, by its head noun: a Network acts, a Convention is cited, a Conference is held.

import type { HeadKind, NameWords } from './nameWords.ts';

/** In words: no head of several words is longer. */
const LONGEST_PHRASE = 4;

/** The kind of the phrase that the words end in: "… Code of Conduct"; the longest phrase counts. */
function phraseAtEnd(forms: readonly string[], words: NameWords): HeadKind | null {
  for (let length = LONGEST_PHRASE; length >= 2; length--) {
    const found = forms.length >= length ? words.phrases.get(forms.slice(-length).join(' ')) : undefined;
    if (found) return found;
  }
  return null;
}

/** A head with a preposition inside: "Quay Call to Action", "Code of Conduct of …". @returns the kind where the words end in one */
export function kindByPhrase(forms: readonly string[], words: NameWords): HeadKind | null {
  const found = phraseAtEnd(forms, words);
  return found?.type === 'Instrument' ? found : null;
}

const isOfTheUnitedNations = (forms: readonly string[]): boolean => forms[0] === 'un' || (forms[0] === 'united' && forms[1] === 'nation');

/** The kind that a run of words names by its end: "Harbour Workers Union". @param forms as in tokens.ts; null where the last is no head noun. */
export function kindByHead(forms: readonly string[], words: NameWords): HeadKind | null {
  const last = forms.at(-1) ?? '';
  const found = phraseAtEnd(forms, words) ?? words.heads.get(last) ?? null;
  if (found?.type !== 'Actor') return found;
  if (isOfTheUnitedNations(forms)) return { type: 'Actor', kind: 'UN_ENTITY' };
  const decided = words.qualified.find(({ heads, beside }) => heads.has(last) && forms.some((form) => form !== last && beside.has(form)));
  return decided ? { type: 'Actor', kind: decided.kind } : found;
}

export const isHeadNoun = (form: string, words: NameWords): boolean => words.heads.has(form);
