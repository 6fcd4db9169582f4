// What was adopted where, which state is bound by it, and which text cites which.

import type { RelationRecord } from '../../schema/extraction.ts';
import type { TreatyStatus } from '../../schema/vocabulary.ts';
import { ADVERBS, BODIES, COUNTRIES, FORUMS, namedBetween, rule, TEXTS, type NamedSentence } from './namedSentence.ts';
import { pairs, stated } from './stated.ts';

/** Groups `by` and `text`. */
const ADOPTIONS: readonly RegExp[] = [
  rule(String.raw`(?<by>[ⒶⒸⒻ]·*)${ADVERBS}(?:unanimously\s)?adopted\s(?:the\s|an?\s|its\s)?(?<text>${TEXTS})`),
  rule(String.raw`(?<by>[ⒶⒸ]·*)${ADVERBS}introduced\s(?:the\s|an?\s)?(?<text>Ⓘ·*)`),
  rule(String.raw`(?<text>Ⓘ·*)\sintroduced\sby\s(?:the\s)?(?<by>[ⒶⒸ]·*)`),
  // "At the Summit, Member States adopted the Declaration"
  rule(String.raw`\b(?:[Aa]t|[Dd]uring)\s(?:the\s)?(?<by>${FORUMS})[^.;Ⓘ]{0,50}?\s(?:unanimously\s)?adopted\s(?:the\s|an?\s)?(?<text>${TEXTS})`),
  rule(String.raw`(?<text>${TEXTS})(?:\s\([^)]*\))?,?\s(?:(?:that|which)\s)?(?:(?:was|were|as)\s)?(?:unanimously\s|first\s|recently\s)?adopted(?:\s(?:in|on)\s[^.;,ⒶⒻⒾ]{4,24})?\s(?:at|by|during)\s(?:the\s)?(?<by>[ⒶⒻ]·*)`),
];

interface StatusRule {
  readonly status: TreatyStatus;
  /** Groups `state` and `text`. */
  readonly pattern: RegExp;
}
const STATUSES: readonly StatusRule[] = [
  { status: 'NOT_PARTY', pattern: rule(String.raw`(?<state>${COUNTRIES})\s(?:has|have|had)\s(?:not|yet\sto|never)\s(?:yet\s)?(?:ratif(?:ied|y)|acceded?\sto|sign(?:ed)?)\s(?:the\s)?(?<text>${TEXTS})`) },
  { status: 'NOT_PARTY', pattern: rule(String.raw`(?<state>${COUNTRIES})\s(?:is|are)\snot\s(?:an?\s)?(?:[Ss]tates?\s)?part(?:y|ies)\sto\s(?:the\s)?(?<text>${TEXTS})`) },
  { status: 'RATIFIED', pattern: rule(String.raw`(?<state>${COUNTRIES})\s(?:(?:has|have|had|also|recently|already)\s)*ratified\s(?:both\s)?(?:the\s)?(?<text>${TEXTS})`) },
  { status: 'RATIFIED', pattern: rule(String.raw`(?<state>${COUNTRIES})\s(?:is|are)\s(?:both\s|already\s)?(?:an?\s)?(?:[Ss]tates?\s)?part(?:y|ies)\sto\s(?:the\s)?(?<text>${TEXTS})`) },
  { status: 'RATIFIED', pattern: rule(String.raw`(?<text>${TEXTS})\s(?:(?:was|were|has\sbeen|have\sbeen)\s)?ratified\sby\s(?:the\s)?(?<state>${COUNTRIES})`) },
  { status: 'RATIFIED', pattern: rule(String.raw`\bratification\sof\s(?:the\s)?(?<text>${TEXTS})\sby\s(?:the\s)?(?<state>${COUNTRIES})\s(?:in|on)\s`) },
  { status: 'ACCEDED', pattern: rule(String.raw`(?<state>${COUNTRIES})\s(?:(?:has|have|also|recently)\s)*acceded\sto\s(?:the\s)?(?<text>${TEXTS})`) },
  { status: 'SIGNED', pattern: rule(String.raw`(?<state>${COUNTRIES})\s(?:(?:has|have|also|recently|only)\s)*signed\s(?:but\s(?:not|has\snot|have\snot)\s(?:yet\s)?ratified\s)?(?:the\s)?(?<text>${TEXTS})`) },
];

/** Groups `from` and `to`. */
const CITATIONS: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  { kind: 'supplements', pattern: rule(String.raw`(?<from>Ⓘ·*),?\s(?:(?:which|that)\s)?supplement(?:ing|s)\s(?:the\s)?(?<to>Ⓘ·*)`) },
  { kind: 'implements', pattern: rule(String.raw`(?<from>Ⓘ·*)[^.;Ⓘ]{0,40}?\b(?:on\sthe\simplementation\sof|(?:which|that)\simplements?|to\simplement|for\simplementing)\s(?:the\s)?(?<to>${TEXTS})`) },
  { kind: 'supersedes', pattern: rule(String.raw`(?<from>Ⓘ·*),?\s(?:(?:which|that)\s)?(?:supersed(?:es|ed|ing)|replac(?:es|ed|ing))\s(?:the\s)?(?<to>Ⓘ·*)`) },
  { kind: 'cites', pattern: rule(String.raw`(?<from>Ⓘ·*),?\s(?:(?:which|that)\s)?(?:also\s|explicitly\s)?(?:re?affirm(?:s|ed|ing)|affirm(?:s|ed|ing)|recall(?:s|ed|ing)|cit(?:es|ed|ing)|referenc(?:es|ed|ing)|refer(?:s|red|ring)\sto|invok(?:es|ed|ing)|builds?\son|built\son|building\son|drew\son|draws\son|drawing\son|is\s(?:based|grounded|rooted)\s(?:on|in)|responds?\sto)\s(?:the\simportance\sof\s|commitments?\s(?:of|in)\s|the\sprinciples\sof\s)?(?:the\s)?(?<to>${TEXTS})`) },
  { kind: 'cites', pattern: rule(String.raw`(?<from>Ⓘ·*)\s(?:for|on)\s(?:the\s)?(?<to>Ⓘ·*)`) },
];

/** "due to advocacy by …", "contributed to the drafting of …": an actor's own claim, marked as a claim. Groups `who` and `text`. */
const CLAIMS: readonly RegExp[] = [
  rule(String.raw`(?<text>${TEXTS})\s[^.;ⒶⒸ]{0,40}?\b(?:due\sto|thanks\sto|as\sa\sresult\sof|resulting\sfrom)\s(?:the\s)?(?:advocacy|lobbying|efforts|work)(?:\s\w+)?\s(?:by|of)\s(?:the\s)?(?<who>${BODIES})`),
  rule(String.raw`(?<who>${BODIES})${ADVERBS}(?:[^.;ⒶⒸⒾ]{0,80}?\band\s)?(?:provided\stechnical\s(?:assistance|support|inputs?)\s(?:to|for)|helped(?:\sto)?|contributed\sto)\s(?:the\s)?(?:draft(?:ing)?|engender(?:ing)?|shap(?:e|ing)|negotiat(?:e|ing)|wording)\s(?:of\s)?(?:the\s)?(?<text>${TEXTS})`),
  rule(String.raw`(?<who>${BODIES})${ADVERBS}(?:shaped|influenced|helped\sshape|helped\sto\sshape)\s(?:Ⓐ·*['’]s\s)?(?:the\s)?(?<text>${TEXTS})`),
];

const YEAR = /\b(?:in|on)\s(?:\d{1,2}\s)?(?:\p{Lu}\p{Ll}+\s)?((?:19|20)\d{2})\b/u;

/** Adoptions, ratifications, citations and claims of influence that a sentence states. */
export function textsIn(sentence: NamedSentence): RelationRecord[] {
  const found: RelationRecord[] = [];
  const add = (match: RegExpExecArray, type: RelationRecord['type'], from: readonly [number, number] | undefined, to: readonly [number, number] | undefined, properties: Readonly<Record<string, string>>): void => {
    for (const [a, b] of pairs(namedBetween(sentence, from), namedBetween(sentence, to))) found.push(stated(sentence, type, a, b, match.index, match.index + match[0].length, properties));
  };
  for (const pattern of ADOPTIONS) {
    for (const match of sentence.masked.matchAll(pattern)) {
      const year = YEAR.exec(sentence.text.slice(match.index, match.index + match[0].length))?.[1];
      add(match, 'ADOPTED', match.indices?.groups?.['by'], match.indices?.groups?.['text'], year ? { date: year } : {});
    }
  }
  for (const { status, pattern } of STATUSES) for (const match of sentence.masked.matchAll(pattern)) add(match, 'PARTY_TO', match.indices?.groups?.['state'], match.indices?.groups?.['text'], { status });
  for (const { kind, pattern } of CITATIONS) for (const match of sentence.masked.matchAll(pattern)) add(match, 'REFERS_TO', match.indices?.groups?.['from'], match.indices?.groups?.['to'], { kind });
  for (const pattern of CLAIMS) for (const match of sentence.masked.matchAll(pattern)) add(match, 'CLAIMS_INFLUENCE_ON', match.indices?.groups?.['who'], match.indices?.groups?.['text'], {});
  return found;
}
