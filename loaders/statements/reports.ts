// "The Committee noted that …", "as the Office said, …", "…, said the Office": whoever is reported, not the author, holds what is said.

import type { ActorRef } from '../../schema/ids.ts';
import { english } from './english.ts';
import type { Sentence } from './sentence.ts';
import { GAP, pattern, WHO } from './subject.ts';
import type { Voices } from './voice.ts';
import { mayMatch } from '../text/mayMatch.ts';

interface Form {
  readonly form: RegExp;
  /** Whether the attribution follows what is said ("…, said the Office") or goes before it. */
  readonly follows: boolean;
}

/** One speaker in an attribution that is no clause of its own. */
const SOMEBODY = String.raw`(?:the\s|an?\s|one\s)?(?:(?:representatives?|delegates?|officials?|spokesperson|members|head|director|president|chair)\s(?:of|from)\s(?:the\s)?)?(?<who>[ⒶⒼⓋ]·*)`;
const LATER = String.raw`(?:\s(?:has|have|had))?(?:\s(?:also|often|repeatedly|rightly|recently|once|already|long|\w+ly))?`;
/** "in its report of 2019", "at the hearing": what may stand between an attribution and what it attributes. */
const WHERE = String.raw`(?:\s(?:in|at|on|during|to)\s[^,;:]{2,80})?`;

function compile(): readonly Form[] {
  const said = english().speaking;
  return [
    { follows: false, form: pattern(String.raw`${WHO}${GAP}\s${said}(?!\w)(?:\s(?:also|further|again|strongly|to))?(?:\s(?:us|[ⒶⒼⓋⒻ]·*|th(?:e|is)\s\w+(?:\s\w+)?))?,?\s(?:that\b|how\b|why\b|the\s(?:need|importance|urgency|fact)\b|[“"‘])`) },
    { follows: false, form: pattern(String.raw`${WHO}${GAP}\s(?:(?:is|are|was|were)\sof\sthe\s(?:view|opinion)|(?:takes?|took|holds?|held|expressed|shares?|shared)\sthe\s(?:view|position|opinion)|made\s(?:it\sclear|the\spoint))\sthat\b`) },
    { follows: false, form: pattern(String.raw`(?<who>[ⒶⒼⓋ]·*)['’]s?\s(?:\w+\s)?(?:view|position|opinion|message|argument|conclusion|finding|warning)\s(?:is|was|remains|has\sbeen)\b`) },
    { follows: false, form: pattern(String.raw`(?:^|[,;:—–]\s|\b(?:and|but|that|which)[,\s]\s?)(?:as|according\sto|in\sthe\s(?:words|view|eyes|opinion)\sof|to\squote)\s(?:\w+\s){0,2}?(?:by\s)?${SOMEBODY}[^,;]{0,80},\s`) },
    { follows: false, form: pattern(String.raw`^for\s(?:the\s)?(?<who>Ⓐ·*)(?:\s?\([^()]*\))?(?:,\s|\s(?=(?:the|this|these|such)\s))`) },
    { follows: false, form: pattern(String.raw`^in\s(?:an?\s|the\s|its\s|their\s)(?:\w+\s)?(?:statement|declaration|report|paper|submission|letter|brief|resolution|comments?)\s(?:issued|adopted|presented|made|published)?\s?(?:by|of|from)\s(?:the\s)?(?<who>[ⒶⒼⒻ]·*)`) },
    { follows: true, form: pattern(String.raw`[,”"’]\s?(?:as\s)?${said}\s(?:by\s)?${SOMEBODY}[^,;:]{0,90}[.;,]?$`) },
    { follows: true, form: pattern(String.raw`(?:[,”"’]|\s[—–])\s?(?:as\s)?${SOMEBODY}(?:\s?\([^()]*\))?${LATER}\s(?:${said}|put\sit|put\sthis)${WHERE}[.,]?$`) },
    { follows: true, form: pattern(String.raw`,?\s(?:according\sto|in\sthe\s(?:words|view)\sof)\s${SOMEBODY}[^,;:]{0,60}[.,]?$`) },
    { follows: true, form: pattern(String.raw`[”"]\s?[—–(-]+\s?${SOMEBODY}[^”"]{0,60}$`) },
  ];
}
let forms: readonly Form[] | null = null;

/** Who is reported to hold what an act at `from` says, or null where the author speaks for itself. */
export function reportedSpeaker(sentence: Sentence, from: number, voices: Voices): ActorRef[] | null {
  for (const { form, follows } of (forms ??= compile())) {
    if (!mayMatch(form, sentence.marked.masked)) continue;
    form.lastIndex = 0;
    const found = form.exec(sentence.marked.masked);
    const who = found?.indices?.groups?.who;
    if (!found || !who || (follows ? found.index < from : found.index >= from || who[0] >= from)) continue;
    const actors = voices.actorsIn(sentence, who[0], who[1]);
    if (actors.length > 0) return actors;
  }
  return null;
}

const QUOTED = /^\s*["“«‘](?<said>[^"“”«»]{8,})["”»’](?<by>[^"“”«»]{0,160})$/du;

/** What a passage that is one quotation says, and where the words after it may name who said it; null for any other. */
export function quotation({ marked }: Sentence): { readonly said: readonly [number, number]; readonly by: readonly [number, number] } | null {
  const places = QUOTED.exec(marked.text)?.indices?.groups;
  return places?.said && places.by ? { said: places.said, by: places.by } : null;
}
