// The language of a text, told by its commonest small words. Rules for statements are English: another language must be known, and said.

const SMALL_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'and', 'of', 'to', 'in', 'for', 'that', 'with', 'is', 'are', 'on', 'as', 'by', 'from', 'their', 'this', 'we', 'be', 'have', 'which'],
  es: ['de', 'la', 'que', 'el', 'en', 'y', 'los', 'las', 'del', 'por', 'con', 'para', 'una', 'se', 'sus', 'como', 'es', 'su', 'al', 'mujeres'],
  fr: ['de', 'la', 'les', 'des', 'et', 'le', 'en', 'du', 'que', 'dans', 'pour', 'une', 'qui', 'sur', 'par', 'aux', 'est', 'au', 'leurs', 'avec'],
  pt: ['de', 'que', 'os', 'as', 'da', 'do', 'em', 'para', 'uma', 'com', 'não', 'dos', 'das', 'por', 'mais', 'são', 'ao', 'seus', 'mulheres', 'na'],
  de: ['der', 'die', 'und', 'den', 'von', 'zu', 'das', 'mit', 'für', 'auf', 'ist', 'im', 'nicht', 'eine', 'des', 'werden', 'sich', 'dass', 'bei', 'oder'],
  it: ['di', 'che', 'e', 'la', 'il', 'per', 'le', 'dei', 'delle', 'una', 'con', 'del', 'della', 'non', 'sono', 'nel', 'gli', 'alla', 'anche', 'i'],
};
const SCRIPTS: readonly (readonly [string, RegExp])[] = [['ar', /\p{Script=Arabic}/gu], ['ru', /\p{Script=Cyrillic}/gu], ['zh', /\p{Script=Han}/gu], ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu], ['ko', /\p{Script=Hangul}/gu], ['th', /\p{Script=Thai}/gu], ['hi', /\p{Script=Devanagari}/gu], ['el', /\p{Script=Greek}/gu]];

const SAMPLE = 20_000;

/** The ISO 639-1 code of a text's language; `und` where it has no words. Reads the first 20,000 characters. */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'und';
  const script = SCRIPTS.find(([, pattern]) => (sample.match(pattern)?.length ?? 0) > letters * 0.3);
  if (script) return script[0];
  const counts = new Map<string, number>();
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  const scored = Object.entries(SMALL_WORDS).map(([language, words]) => ({ language, score: words.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) }));
  const [best] = scored.toSorted((a, b) => b.score - a.score);
  return best && best.score > 0 ? best.language : 'und';
}
