// The language of a text, told by its small words or its script. Rules for statements are English: another language must be known, and said.
// Names bring words of their own language into a text of another ("Red de Mujeres asks …"); they are left out of the count.

import { SCRIPTS, SMALL_WORDS } from './smallWords.ts';

/** A word of the lists with the languages it may be of; what n languages share weighs 1/n for each. */
const LANGUAGES_OF = new Map<string, readonly string[]>();
for (const [language, words] of Object.entries(SMALL_WORDS)) for (const word of words) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);

/** How clearly a text speaks each language, and how many words were looked at. */
interface Evidence {
  readonly scores: ReadonlyMap<string, number>;
  readonly words: number;
}

/** English prose has three to five small words in ten; a text with so few of them is not English, whatever else it is. */
const SCARCE_ENGLISH = 0.06;
/** Fewer words than this prove nothing by what is missing from them. */
const ENOUGH_WORDS = 40;
/** What a word with letters that English has not ("państwa") takes from English; names do not count, and loans are rare. */
const FOREIGN_LETTERS = 0.3;
/** A passage is taken for foreign only on such evidence; anything less, and it is read. */
const CLEARLY_FOREIGN = 1.5;
const TIMES_CLEARER = 2;
/** Less than one small word of its own tells no language. */
const LEAST_EVIDENCE = 0.3;
const SAMPLE = 20_000;
const WORD = /\p{L}[\p{L}\p{M}’']*/gu;
const IS_CAPITAL = /^\p{Lu}/u;
/** "l’égalité", "d’un": French and its neighbours; what follows is a word of its own. */
const ELIDED = /^(?:[dlnscjm]|qu)[’'](?=\p{L}{2})/iu;
const POSSESSIVE = /[’']s?$/u;

/** A small word between two capitalised ones joins a name: "Comité de Défense", "Forum on Migration". */
function joinsName(words: readonly string[], at: number): boolean {
  let before = at - 1;
  let after = at + 1;
  for (let steps = 0; steps < 2 && before >= 0 && !IS_CAPITAL.test(words[before] ?? ''); steps++) before -= 1;
  for (let steps = 0; steps < 2 && after < words.length && !IS_CAPITAL.test(words[after] ?? ''); steps++) after += 1;
  return IS_CAPITAL.test(words[before] ?? '') && IS_CAPITAL.test(words[after] ?? '') && after - before <= 3;
}

function evidenceIn(text: string): Evidence {
  const scores = new Map<string, number>();
  let counted = 0;
  for (const sentence of text.split(/[.!?;:|\n]+/)) {
    const words = sentence.match(WORD) ?? [];
    const shouted = words.length > 3 && sentence === sentence.toUpperCase();
    for (const [at, word] of words.entries()) {
      const isName = at > 0 ? IS_CAPITAL.test(word) || joinsName(words, at) : /^\p{Lu}{2}/u.test(word);
      if (isName && !shouted) continue;
      counted += 1;
      if (/[^a-z’']/i.test(word)) scores.set('en', (scores.get('en') ?? 0) - FOREIGN_LETTERS);
      if (ELIDED.test(word)) scores.set('fr', (scores.get('fr') ?? 0) + 0.5);
      const languages = LANGUAGES_OF.get(word.toLowerCase().replace(ELIDED, '').replace(POSSESSIVE, '')) ?? [];
      for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length);
    }
  }
  return { scores, words: counted };
}

/** The clearest language; English where two are equally clear. */
function clearest({ scores }: Evidence): { readonly language: string; readonly score: number } {
  let best = { language: 'und', score: 0 };
  for (const [language, score] of scores) if (score > best.score || (score === best.score && language === 'en')) best = { language, score };
  return best;
}

/** Letters of other scripts than Latin, and whatever else stands beyond it. */
const BEYOND_LATIN = /[^\0-\u02bf\u2000-\u206f]/;

function byScript(text: string): string | null {
  if (!BEYOND_LATIN.test(text)) return null;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const { script, languages } of SCRIPTS) if ((text.match(script)?.length ?? 0) > letters * 0.3) return languages.find(([, own]) => own === null || own.test(text))?.[0] ?? null;
  return null;
}

/** The ISO 639-1 code of a text's language; `und` where it has no words or none that tell. Reads the first 20,000 characters. */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const script = byScript(sample);
  if (script) return script;
  const evidence = evidenceIn(sample);
  const { language, score } = clearest(evidence);
  return score < LEAST_EVIDENCE || (language === 'en' && lacksEnglish(evidence)) ? 'und' : language;
}

const lacksEnglish = ({ scores, words }: Evidence): boolean => words >= ENOUGH_WORDS && (scores.get('en') ?? 0) < words * SCARCE_ENGLISH;

/** Whether the rules of English may be tried on a document: it is English, or too short to tell ("Close all camps"). */
export const mayBeEnglish = (language: string, text: string): boolean => language === 'en' || (language === 'und' && !lacksEnglish(evidenceIn(text.slice(0, SAMPLE))));

/** Whether a passage of an English document is in another language, as far as it can be told: in doubt it is not. */
export function isForeign(passage: string): boolean {
  if (byScript(passage)) return true;
  const evidence = evidenceIn(passage);
  const { language, score } = clearest(evidence);
  return language !== 'en' && score >= CLEARLY_FOREIGN && score >= TIMES_CLEARER * (evidence.scores.get('en') ?? 0);
}

/**
 * The language of a document: the one in which most of its running text is written, so that a list of foreign names, or a summary
 * in another language, does not decide. @param prose its sentences and list items
 */
export function documentLanguage(text: string, prose: readonly string[]): string {
  const running = prose.filter((passage) => (passage.match(WORD)?.length ?? 0) >= 5);
  if (running.length === 0) return languageOf(text);
  const letters = new Map<string, number>();
  for (const passage of running) {
    const language = languageOf(passage);
    letters.set(language, (letters.get(language) ?? 0) + passage.length);
  }
  const [told] = [...letters].filter(([language]) => language !== 'und').toSorted(([, a], [, b]) => b - a);
  // What cannot be told passage by passage may be told of the whole; and half a page of unknown words outweighs a line of known ones.
  return told && told[1] >= (letters.get('und') ?? 0) ? told[0] : languageOf(running.join('\n'));
}

const NAMES = new Intl.DisplayNames('en', { type: 'language' });

/** For the report of a load, in words that end a sentence: that only names were read, and why. Null for a text whose statements were read. */
export function languageNote(language: string, text: string): string | null {
  if (mayBeEnglish(language, text)) return null;
  return `is ${language === 'und' ? 'in a language that could not be told' : `in ${NAMES.of(language) ?? language}`}; its names were read, its statements were not: the rules for them are English`;
}
