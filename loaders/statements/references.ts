// A title stands alone: "such laws", "that consultation", "both", "it" are replaced by what they refer to in the words before,
// and where those do not tell, the statement is held with little confidence.

import type { Sentence } from './sentence.ts';
import { wordsOf } from './words.ts';

/** What a title may refer back to. */
export interface Before {
  /** The sentence before, in the same or the last paragraph or item. */
  readonly sentence: Sentence | null;
  /** The words of its own sentence before the act. */
  readonly ownWords: string;
  /** What the lead-in of its list names first after its verb ("open shelters, and:"), for items that say "them". */
  readonly leadIn: string | null;
  /** The text that its own sentence names last before the act: "received the Charter and promised to print it". */
  readonly text: string | null;
  /** The title of the statement before in the sentence’s own words, and whether it stands in the same sentence. */
  readonly title: string | null;
  readonly inSameSentence: boolean;
  /** The name of the occasion at which the statement before was made. */
  readonly occasion: string | null;
}

const OCCASION = /^(?:forum|meeting|conference|consultation|hearing|dialogue|summit|session|workshop|seminar|event)$/i;
const POINTING = /\b(?<det>this|that|these|those|such|the said|the same)\s(?<adj>(?:[a-z-]+\s){0,1})(?<noun>[a-z-]{3,})\b/giu;
const ECHO = /^(?:Affirm|Support|Reject|Address|Welcome|Join|Share|Back|Repeat)\s(?:this|that|these|those|such|the same)\s(?:(?:important|urgent|joint)\s)?(?:recommendation|proposal|suggestion|call|demand|appeal|request|pledge|commitment|promise)s?$/i;

/** "Support that recommendation": it is on what the statement before is on. */
export const echoesBefore = (title: string): boolean => ECHO.test(title);

/** The noun phrase with the same noun in the words before, if it says more than the noun alone. */
function phraseBefore(words: string, noun: string): string | null {
  const stem = noun.replace(/(?:ies|s)$/i, '');
  if (!words.toLowerCase().includes(stem.toLowerCase())) return null;
  const found = [...words.matchAll(new RegExp(String.raw`(?<mods>(?:[a-z]+-?[a-z-]*\s){0,3})\b(?<noun>${stem}(?:s|ies|y)?)\b(?<tail>\s(?:for|of|on|against|between|among|to)\s[^,.;:]{3,70})?`, 'giu'))].findLast(([all]) => !/\b(?:such|this|that|these|those|same)\s(?:[a-z]+\s)?[a-z]+\b/i.test(all.split(/\s(?:for|of|on|against|between|among|to)\s/)[0] ?? all))?.groups;
  if (!found) return null;
  const tagged = wordsOf(`${found['mods'] ?? ''}${found['noun'] ?? ''}`);
  const from = tagged.findLastIndex(({ tag, text }, at) => at < tagged.length - 1 && text !== '-' && !['ADJ', 'NOUN', 'PROPN'].includes(tag)) + 1;
  const phrase = tagged.slice(from).map(({ text }) => text).join(' ').replace(/\s-\s/g, '-');
  const whole = `${phrase}${found['tail'] ?? ''}`;
  return whole.includes(' ') && !/\blonger\b/.test(phrase) ? whole : null;
}

/** "the forum" is the occasion of the statement before only if that is called a forum. */
const occasionCalled = (noun: string, { occasion }: Before): string | null => (OCCASION.test(noun) && occasion?.toLowerCase().includes(noun.toLowerCase()) ? occasion : null);

/** Two who were named together in the sentence before: "Chile and Ghana". */
function pairBefore(before: Before): string | null {
  const marked = before.sentence?.marked;
  const found = marked ? /[ⒶⒼ]·*\sand\s(?:the\s)?[ⒶⒼ]·*/u.exec(marked.masked) : null;
  return marked && found && !/[ⒶⒼ]·*,\s$/u.test(marked.masked.slice(0, found.index)) ? marked.text.slice(found.index, found.index + found[0].length) : null;
}

/** The title with its references resolved; `clear` is false where one remains. */
export function standingAlone(title: string, before: Before): { title: string; clear: boolean } {
  let clear = true;
  let told = title.replace(POINTING, (all, ...groups) => {
    const { noun = '', adj = '' } = groups.at(-1) as Record<string, string>; // the named groups come last
    const at = groups.at(-3) as number; // then the whole string and the place
    const rest = title.slice(at + all.length);
    const [, word, after] = wordsOf(`the ${noun}${rest}`);
    const isDeterminer = /^(?:these|those|such|the)/i.test(all) || word?.tag === 'NOUN';
    if (!isDeterminer || /^(?:of|as|who|whose|which|that)\b/.test(rest.trim()) || after?.tag === 'NOUN') return all;
    if (/^(?:year|day|time|way|end|kind|case)s?$/i.test(noun)) return all;
    const occasion = occasionCalled(noun, before);
    const phrase = occasion ?? phraseBefore(`${before.sentence?.marked.text ?? ''} ${before.ownWords}`, noun);
    clear &&= phrase !== null || (title.slice(0, at).toLowerCase().includes(noun.toLowerCase()));
    if (phrase === null) return all;
    const whole = adj && !phrase.includes(adj.trim()) ? `${adj}${phrase}` : phrase;
    return /s$/i.test(noun) ? whole : `the ${whole}`;
  });
  told = told.replace(/\bthe (?<noun>[a-z]+)$/u, (all, noun: string) => {
    if (!OCCASION.test(noun)) return all;
    const occasion = occasionCalled(noun, before);
    clear &&= occasion !== null;
    return occasion ? `the ${occasion}` : all;
  });
  told = told.replace(/\bboth\b(?=\s(?:for|to|in|on|at|of|about)\b|$)/u, (all) => {
    const pair = pairBefore(before);
    clear &&= pair !== null;
    return pair ?? all;
  });
  if (/\b(?:by what means|how|when|why)$/u.test(told) && before.title) told = `${told} to ${before.title.charAt(0).toLowerCase()}${before.title.slice(1)}`;
  const pronoun = /\b(?:it|them|they)\b/u.exec(told);
  if (pronoun) {
    const own = wordsOf(told.slice(0, pronoun.index));
    const named = before.inSameSentence && before.title ? before.title.replace(/^\S+\s/, '').replace(/\s(?:that|which|who)\s.*$/su, '') : before.text ? `the ${before.text.replace(/^the\s/i, '')}` : before.leadIn;
    const isMany = (named?.split(/\sof\s/)[0] ?? '').endsWith('s');
    const object = named && (isMany ? /^them$/ : /^it$/).test(pronoun[0]) && own.length < 8 && (before.inSameSentence || !own.some(({ tag }) => tag === 'NOUN')) ? named : null;
    if (object) told = `${told.slice(0, pronoun.index)}${object}${told.slice(pronoun.index + pronoun[0].length)}`;
    else clear &&= own.some(({ tag }) => tag === 'NOUN' || tag === 'PROPN');
  }
  return { title: told, clear };
}
