// What was adopted where, which state is bound by it, and which text cites which.

import type { RelationRecord } from '../../schema/extraction.ts';
import type { TreatyStatus } from '../../schema/vocabulary.ts';
import { ADVERBS, BODIES, COUNTRIES, FORUMS, namedBetween, rule, TEXTS, type NamedSentence } from './namedSentence.ts';
import { pairs, stated } from './stated.ts';
import { matchesIn } from '../text/mayMatch.ts';

const ADOPT = String.raw`(?:adopted|approved|passed|enacted|promulgated|proclaimed|agreed\s(?:on|to|upon)|agreed)`;
const MANNER = String.raw`(?:(?:unanimously|first|recently|formally|finally|also|then|already|both|subsequently|solemnly|by\sconsensus|by\sacclamation|without\sa\svote)\s)*`;
const KIND = String.raw`(?:the\s|an?\s|its\s|this\s|their\s)?(?:[\p{L}-]+\s){0,3}?`;
const WHEN = String.raw`(?:\s(?:in|on|of)\s[^.;,ⒶⓅⒻⒾ]{4,30}|\s[^.;,ⒶⓅⒻⒾ]{2,24}\s(?:earlier|later|before))?`;
/** Groups `by` and `text`. */
const ADOPTIONS: readonly RegExp[] = [
  rule(String.raw`(?<by>[ⒶⒸⒻ]·*)${ADVERBS}${MANNER}${ADOPT}\s${MANNER}${KIND}\(?(?<text>${TEXTS})`),
  rule(String.raw`(?<by>Ⓐ·*)${ADVERBS}issued\s(?:the\s|its\s|an?\s)?(?<text>Ⓘ·*)`),
  rule(String.raw`(?<by>[ⒶⒸ]·*)${ADVERBS}introduced\s(?:the\s|an?\s|its\s)?(?<text>Ⓘ·*)`),
  rule(String.raw`(?<text>Ⓘ·*)\sintroduced\sby\s(?:the\s)?(?<by>[ⒶⒸ]·*)`),
  // "the Law, which Ⓒ passed", "the Consensus, which the leaders signed at the Summit"
  rule(String.raw`(?<text>Ⓘ·*)(?:\s\([^)]*\))?,?\s(?:which|that)\s(?:the\s)?(?<by>[ⒶⒸⒻ]·*)\s(?:had\s|has\s)?${MANNER}${ADOPT}\b`),
  rule(String.raw`(?<text>Ⓘ·*)(?:\s\([^)]*\))?,?\s(?:which|that)\s[^.;ⒶⒸⓅⒾ]{2,40}\s(?:signed|adopted|approved|agreed)\s[^.;ⒶⒸⓅⒾ]{0,50}?\bat\s(?:the\s)?(?<by>Ⓕ·*)`),
  // "At the Summit, Member States adopted the Declaration"; "the Conference, at which governments adopted the Platform"
  rule(String.raw`\b(?:[Aa]t|[Dd]uring)\s(?:the\s|its\s)?(?<by>${FORUMS})[^.;ⒾⒶ]{0,70}?\s${MANNER}adopted\s(?:the\s|an?\s|its\s)?(?<text>${TEXTS})`),
  rule(String.raw`(?<by>Ⓕ·*)(?:\s\([^)]*\))?,?\s(?:at\swhich|where|which)\s[^.;ⒾⒶ]{0,60}?\b${ADOPT}\s(?:the\s|an?\s|its\s)?(?<text>${TEXTS})`),
  rule(String.raw`(?<text>${TEXTS})(?:\s\([^)]*\))?,?\s(?:(?:that|which)\s)?(?:(?:was|were|as|had\sbeen|has\sbeen)\s)?${MANNER}(?:adopted|approved|agreed|endorsed|proclaimed|issued|launched)(?:\s(?:unanimously|by\sconsensus|by\sacclamation|without\sa\svote))?${WHEN}(?:\sby\s[^.;ⒶⒸⓅⒾⒻ]{2,60}(?=\sat\s))?,?\s(?:at|by|during|in)\s(?:the\s|its\s)?(?<by>[ⒶⒻ]·*)`),
  // "Adopted by the Assembly in 2014, the Declaration …"
  rule(String.raw`\b[Aa]dopted${WHEN}\s(?:at|by|during)\s(?:the\s)?(?<by>[ⒶⒻ]·*)[^.;ⒶⒻⒾ]{0,40},\s(?:the\s)?(?<text>Ⓘ·*)`),
  // "the Conference ended with the adoption of the Platform", "the outcome of the Conference, the Platform", "the Call that came out of it"
  rule(String.raw`(?<by>Ⓕ·*)[^.;ⒶⒾ]{0,60}?\b(?:ended|concluded|closed|culminated|resulted)\s(?:with|in)\s(?:the\sadoption\sof\s)?(?:the\s|an?\s)?(?<text>Ⓘ·*)`),
  rule(String.raw`(?<text>Ⓘ·*),?\sadopted${WHEN},?\s(?:in\swhich|by\swhich|where|whereby)\s(?:the\s)?(?<by>Ⓐ·*)`),
  rule(String.raw`\badoption\sof\s(?:the\s)?(?<text>${TEXTS})(?:\s\([^)]*\))?${WHEN}\s(?:at|by|during)\s(?:the\s)?(?<by>[ⒶⒻ]·*)`),
  rule(String.raw`\badoption\s(?:at|by|during)\s(?:the\s)?(?<by>[ⒶⒻ]·*)\sof\s(?:the\s)?(?<text>${TEXTS})`),
  rule(String.raw`\boutcomes?(?:\sdocument)?\sof\s(?:the\s)?(?<by>Ⓕ·*)[^.;ⒶⒾⒻ]{0,40}?[,(]\s?(?:the\s)?(?<text>Ⓘ·*)`),
  rule(String.raw`(?<text>Ⓘ·*)(?:\s\([^)]*\))?,?\s(?:the\soutcome\s(?:document\s)?of|(?:that|which)\s(?:came|emerged|resulted|grew)\s(?:out\sof|from))\s(?:the\s)?(?<by>Ⓕ·*)`),
  rule(String.raw`(?<by>Ⓕ·*)[^.;ⒶⒾ]{0,90}?\b(?:its|the)\soutcome(?:\sdocument)?,\s(?:the\s)?(?<text>Ⓘ·*)`),
  rule(String.raw`(?<by>Ⓕ·*)[^.;ⒶⒾ]{0,90}?\b(?:the\s)?(?<text>Ⓘ·*)\s(?:that|which)\s(?:came\sout\sof|emerged\sfrom|resulted\sfrom)\sit\b`),
];

interface StatusRule {
  readonly status: TreatyStatus;
  /** Groups `state` and `text`; without `text` the instrument named last is meant. */
  readonly pattern: RegExp;
}
const ALSO = String.raw`(?:(?:has|have|had|also|recently|already|since|now|only|both|all|then|later|formally|each|subsequently|promptly|not\sonly|yet|by\snow)\s)*`;
const ASIDE = String.raw`(?:\s\([^)]{1,60}\)|,\s[^,;.ⒶⒾ]{2,50},|\salone\s(?:among|of|in)\s[^,;.ⒶⒾⒸ]{2,50})?`;
const PARTY = String.raw`(?:an?\s)?(?:[Ss]tates?\s)?[Pp]art(?:y|ies)`;
/** "Ⓒ ratified Ⓘ in 2007 and Ⓒ in 2008", "…, followed by Ⓒ". */
const NEXT = String.raw`(?:\sin\s(?:\p{Lu}\p{Ll}+\s)?\d{4})?(?:,?\s(?:and|followed\sby|as\s(?:did|has|have))\s(?:by\s)?(?:the\s)?(?<also>${COUNTRIES})(?=\sin\s(?:\p{Lu}\p{Ll}+\s)?\d{4}|[.;]|$|,\s(?:but|while|and)))?`;
const STATUSES: readonly StatusRule[] = [
  { status: 'NOT_PARTY', pattern: rule(String.raw`(?<state>${COUNTRIES})${ASIDE}\s(?:has|have|had)\s(?:still\s)?(?:not|yet\sto|never|neither)\s(?:yet\s|so\sfar\s)?(?:signed\s(?:n?or|and)\s)?(?:ratif(?:ied|y)|acceded?\sto|sign(?:ed)?|joined|become\s${PARTY}\sto)\s(?:either\s|both\s)?(?:the\s)?(?<text>${TEXTS})`) },
  { status: 'NOT_PARTY', pattern: rule(String.raw`\b[Nn]either\s(?:the\s)?(?<state>Ⓒ·*(?:\snor\s(?:the\s)?Ⓒ·*)+)\s(?:has|have)\s(?:yet\s)?(?:ratified|acceded\sto|signed|joined)\s(?:the\s)?(?<text>${TEXTS})`) },
  { status: 'NOT_PARTY', pattern: rule(String.raw`(?<state>${COUNTRIES})\s(?:is|are)\s(?:still\s)?not\s(?:yet\s)?${PARTY}\sto\s(?:the\s)?(?<text>${TEXTS})`) },
  { status: 'NOT_PARTY', pattern: rule(String.raw`(?<state>${COUNTRIES})\s(?:has\s|have\s)?(?:denounced|withdrew\sfrom|withdrawn\sfrom)\s(?:the\s)?(?<text>${TEXTS})`) },
  { status: 'NOT_PARTY', pattern: rule(String.raw`(?<state>${COUNTRIES})${ASIDE}\s(?:has|have|is|are)\snot(?:\syet)?(?:\s(?:done\sso|become\s${PARTY}|ratified|${PARTY}))?(?=\s?[.,;]|$)`) },
  { status: 'RATIFIED', pattern: rule(String.raw`(?<state>${COUNTRIES})${ASIDE},?\s(?:which\s)?${ALSO}ratified\s(?:both\s)?(?:the\s)?(?<text>${TEXTS})${NEXT}`) },
  { status: 'RATIFIED', pattern: rule(String.raw`(?<state>Ⓒ·*),?\s(?:which\s)?(?:was|is|became)\s(?:only\s)?(?:the\s)?(?:first|second|third|\w+th|last|only)\s(?:\p{L}+\s){0,4}to\s(?:have\s)?(?:ratif(?:y|ied)|join(?:ed)?)\s(?:the\s)?(?<text>${TEXTS})`) },
  { status: 'RATIFIED', pattern: rule(String.raw`(?<state>${COUNTRIES})${ASIDE},?\s(?:which\s)?(?:alone\s)?(?:is|are|was|were|became|has\sbecome|have\sbecome|has\sbeen|have\sbeen|as)\s(?:both\s|already\s|now\s|also\s)?${PARTY}\sto\s(?:both\s)?(?:the\s)?(?<text>${TEXTS})${NEXT}`) },
  { status: 'RATIFIED', pattern: rule(String.raw`(?<state>Ⓒ·*),\s${PARTY}\sto\s(?:the\s)?(?<text>${TEXTS})`) },
  { status: 'RATIFIED', pattern: rule(String.raw`(?<text>${TEXTS})(?:\s\([^)]*\))?,?\s(?:which\s)?(?:(?:was|were|has\sbeen|have\sbeen)\s)?(?:so\sfar\s|already\s|since\s)?ratified\s(?:so\sfar\s|already\s)?(?:only\s)?by\s(?:[^.;ⒶⒸⒾ]{0,40}(?:including|among\sthem|such\sas|:)\s)?(?:the\s)?(?<state>${COUNTRIES})`) },
  { status: 'RATIFIED', pattern: rule(String.raw`\bratification\sof\s(?:the\s)?(?<text>${TEXTS})\sby\s(?:the\s)?(?<state>${COUNTRIES})\s(?:in|on)\s`) },
  { status: 'RATIFIED', pattern: rule(String.raw`\b(?:[Ww]elcomes?|[Cc]ommends?|[Aa]pplauds?|[Cc]ongratulates?|[Ff]ollowing|[Aa]fter|[Ss]ince|[Ss]alutes?)\s(?:the\s)?(?:recent\s)?(?:ratification\s(?:of\s(?:the\s)?(?<text>${TEXTS})\sby\s(?:the\s)?(?<state>${COUNTRIES})))`) },
  { status: 'RATIFIED', pattern: rule(String.raw`\b(?:[Ww]elcomes?|[Cc]ommends?|[Aa]pplauds?|[Cc]ongratulates?|[Ff]ollowing|[Aa]fter|[Ss]ince|[Ss]alutes?)\s(?:the\s)?(?<state>Ⓒ·*)(?:['’]s?|\s(?:for|on)\s(?:its|their))\s(?:recent\s)?ratif(?:ication|ying)\s(?:of\s)?(?:the\s)?(?<text>${TEXTS})`) },
  { status: 'RATIFIED', pattern: rule(String.raw`\b(?:[Ss]tates?|[Cc]ountries|[Gg]overnments)\s(?:that|which)\shave\sratified\s(?:the\s)?(?<text>Ⓘ·*)[^.;ⒸⒾ]{0,40}?(?:include|are|such\sas|including|[(–:])\s?(?:the\s)?(?<state>${COUNTRIES})`) },
  { status: 'RATIFIED', pattern: rule(String.raw`\b[Pp]arties\sto\s(?:the\s)?(?<text>Ⓘ·*)[^.;ⒸⒾ]{0,30}?(?:include|are|such\sas|including)\s(?:the\s)?(?<state>${COUNTRIES})`) },
  { status: 'RATIFIED', pattern: rule(String.raw`(?<state>Ⓒ·*)\s[^.;Ⓒ]{0,50}\bthe\scountry\s(?:is|has\sbeen)\s${PARTY}\sto\s(?:the\s)?(?<text>Ⓘ·*(?:\s(?:since\s\d{4}\s)?and\s(?:to\s)?(?:the\s)?Ⓘ·*)?)`) },
  { status: 'RATIFIED', pattern: rule(String.raw`(?<state>${COUNTRIES})\s(?:is|has\sbeen|became)\s${PARTY}\sto\s(?:the\s)?Ⓘ·*\s(?:since|in)\s\d{4},?\sand\s(?:to\s)?(?:the\s)?(?<text>Ⓘ·*)`) },
  { status: 'RATIFIED', pattern: rule(String.raw`(?<text>Ⓘ·*)(?:\s\([^)]*\)|\))?,\sto\swhich\s(?:the\s)?(?<state>${COUNTRIES})\s(?:is|are|has\sbeen|have\sbeen|became)\s${PARTY}`) },
  { status: 'RATIFIED', pattern: rule(String.raw`(?<state>Ⓒ·*)(?:,\s(?:which|who)\s[^;.ⒶⒸ]{2,60},)?\s(?:was|is|became)\s(?:also\s|only\s)?(?:the\s)?(?:first|second|third|\w+th)\s(?:State|country|one)(?:,\safter\s(?:the\s)?(?<also>${COUNTRIES}),)?\sto\s(?:have\s)?(?:ratif(?:y|ied)|join(?:ed)?)\s(?:the\s)?(?<text>Ⓘ·*)`) },
  { status: 'RATIFIED', pattern: rule(String.raw`(?<state>Ⓒ·*)\s(?:is|are|was|were)\salso,\s(?:just\s)?(?:like|as\s(?:is|are))\s(?:the\s)?(?<also>${COUNTRIES}),\s${PARTY}\sto\s(?:the\s)?(?<text>${TEXTS})`) },
  { status: 'SIGNED', pattern: rule(String.raw`(?<text>Ⓘ·*)(?:\s\([^)]*\))?,\swhich\s(?:the\s)?(?<state>${COUNTRIES})\s(?:has|have)\ssigned\sbut\s(?:has\s|have\s)?not\s(?:yet\s)?ratified`) },
  { status: 'RATIFIED', pattern: rule(String.raw`(?<text>Ⓘ·*)[^.ⒶⒸⒾ]{0,30}(?:\sand\sⒸ·*\s[^.ⒶⒸⒾ]{0,20})?[;,]\s(?:and\s)?(?:the\s)?(?<state>Ⓒ·*),?\s(?:which\s)?(?:has\sbeen|is|was)\s(?:already\s)?bound(?:\sby\sit)?(?:\ssince)?`) },
  // "sixteen States had joined it, Ⓒ and Ⓒ among the first"
  { status: 'RATIFIED', pattern: rule(String.raw`\b(?:[Ss]tates?|[Cc]ountries|[Gg]overnments|[Pp]arties)\s(?:have|had)\s(?:\p{Ll}+\s)?(?:joined|ratified|acceded\sto)\s(?:(?:the\s)?(?<text>Ⓘ·*)|it\b)[^;.ⒶⒸⒾ]{0,60},\s(?:the\s)?(?<state>${COUNTRIES})\samong\s(?:the\sfirst|them)\b`) },
  { status: 'ACCEDED', pattern: rule(String.raw`\baccession\s(?:of|by)\s(?:the\s)?(?<state>${COUNTRIES})\sto\s(?:the\s)?(?<text>Ⓘ·*)(?:(?:\sin\s(?:\p{Lu}\p{Ll}+\s)?\d{4})?,?\sand\s(?:that\s)?of\s(?:the\s)?(?<also>Ⓒ·*))?(?=\sin\s|\son\s|,|\.|$)`) },
  { status: 'ACCEDED', pattern: rule(String.raw`(?<state>${COUNTRIES})${ASIDE},?\s(?:which\s)?${ALSO}acceded\s(?:in\s(?:\p{Lu}\p{Ll}+\s)?\d{4}\s)?to\s(?:both\s)?(?:the\s)?(?<text>${TEXTS})${NEXT}`) },
  { status: 'SIGNED', pattern: rule(String.raw`(?<state>${COUNTRIES})${ASIDE},?\s(?:which\s)?${ALSO}signed\s(?:but\s(?:not|has\snot|have\snot)\s(?:yet\s)?ratified\s)?(?:both\s)?(?:the\s)?(?<text>${TEXTS})${NEXT}`) },
];
/** What makes "Ⓒ has not." a word about a treaty: it speaks of ratifying just before. */
const OF_TREATIES = /\b(?:ratif|acced|signed|party|parties)\p{L}*/u;

/** Groups `from` and `to`. */
const CITATIONS: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  { kind: 'supplements', pattern: rule(String.raw`(?<from>Ⓘ·*),?\s(?:(?:which|that)\s)?supplement(?:ing|s)\s(?:the\s)?(?<to>Ⓘ·*)`) },
  { kind: 'implements', pattern: rule(String.raw`(?<from>Ⓘ·*)[^.;Ⓘ]{0,40}?\b(?:on\sthe\simplementation\sof|(?:which|that)\simplements?|to\simplement|for\simplementing)\s(?:the\s)?(?<to>${TEXTS})`) },
  { kind: 'supersedes', pattern: rule(String.raw`(?<from>Ⓘ·*),?\s(?:(?:which|that)\s)?(?:supersed(?:es|ed|ing)|replac(?:es|ed|ing))\s(?:the\s)?(?<to>Ⓘ·*)`) },
  { kind: 'cites', pattern: rule(String.raw`(?<from>Ⓘ·*),?\s(?:(?:which|that)\s)?(?:also\s|explicitly\s)?(?:re?affirm(?:s|ed|ing)|affirm(?:s|ed|ing)|recall(?:s|ed|ing)|cit(?:es|ed|ing)|referenc(?:es|ed|ing)|refer(?:s|red|ring)\sto|invok(?:es|ed|ing)|builds?\son|built\son|building\son|drew\son|draws\son|drawing\son|is\s(?:based|grounded|rooted)\s(?:on|in)|responds?\sto)\s(?:the\simportance\sof\s|commitments?\s(?:of|in)\s|the\sprinciples\sof\s)?(?:the\s)?(?<to>${TEXTS})`) },
  // "the Handbook, which explains how to apply …", "the Declaration … in keeping with the Agenda"
  { kind: 'implements', pattern: rule(String.raw`(?<from>Ⓘ·*)(?:\s\([^)]*\))?,?\s(?:which|that)\s[^.;ⒶⒸⒾⒻ]{2,90}?\b(?:appl(?:y|ies|ying)|implement(?:s|ing)?|comply\swith|giv(?:es?|ing)\seffect\sto|translates?|operationali[sz]es?|domesticates?|transposes?)\s(?:both\s)?(?:the\s)?(?<to>${TEXTS})`) },
  { kind: 'implements', pattern: rule(String.raw`(?<from>Ⓘ·*)(?:\s\([^)]*\))?,?\s(?:(?:which|that)\s)?(?:giv(?:es?|ing)\seffect\sto|operationali[sz](?:es|ing)|transpos(?:es|ing)|domesticat(?:es|ing)|appl(?:ies|ying))\s(?:the\s)?(?<to>${TEXTS})`) },
  { kind: 'supplements', pattern: rule(String.raw`(?<from>Ⓘ·*)(?:\s\([^)]*\))?,?\s(?:(?:which|that)\s)?(?:complement(?:s|ed|ing)|amend(?:s|ed|ing)|revis(?:es|ed|ing)|accompan(?:ies|ied|ying)|elaborat(?:es|ing)\son|interpret(?:s|ed|ing))\s(?:the\s)?(?<to>Ⓘ·*)`) },
  { kind: 'cites', pattern: rule(String.raw`^(?:The\s|Our\s|This\s)?(?:[^ⒶⒸⓅⒻⒾ]{0,60},\s(?:the\s)?)?(?<from>Ⓘ·*)\s[^.;Ⓘ]{2,170}?\b(?:in\s(?:keeping|line|accordance|conformity)\swith|consistent\swith|pursuant\sto|guided\sby|anchored\sin|rooted\sin|read\sin\sthe\slight\sof)\s[^.;ⒶⒾ]{0,50}?(?<to>${TEXTS})`) },
  { kind: 'cites', pattern: rule(String.raw`(?<from>Ⓘ·*)\s(?:for|on)\s(?:the\s)?(?<to>Ⓘ·*)`) },
];

/** "due to advocacy by …", "contributed to the drafting of …": an actor's own claim, marked as a claim. Groups `who` and `text`. */
const CLAIMS: readonly RegExp[] = [
  rule(String.raw`(?<text>${TEXTS})\s[^.;ⒶⒸ]{0,40}?\b(?:due\sto|thanks\sto|as\sa\sresult\sof|resulting\sfrom)\s(?:the\s)?(?:advocacy|lobbying|efforts|work)(?:\s\w+)?\s(?:by|of)\s(?:the\s)?(?<who>${BODIES})`),
  rule(String.raw`(?<who>${BODIES})${ADVERBS}(?:[^.;ⒶⒸⒾ]{0,80}?\band\s)?(?:provided\stechnical\s(?:assistance|support|inputs?)\s(?:to|for)|helped(?:\sto)?|contributed\sto)\s(?:the\s)?(?:draft(?:ing)?|engender(?:ing)?|shap(?:e|ing)|negotiat(?:e|ing)|wording)\s(?:of\s)?(?:the\s)?(?<text>${TEXTS})`),
  rule(String.raw`(?<who>${BODIES})${ADVERBS}(?:shaped|influenced|helped\sshape|helped\sto\sshape)\s(?:Ⓐ·*['’]s\s)?(?:the\s)?(?<text>${TEXTS})`),
];

const YEAR = /\b(?:in|on)\s(?:\d{1,2}\s)?(?:\p{Lu}\p{Ll}+\s)?((?:19|20)\d{2})\b/u;

const UNSETTLED = /\b(?:should|must|would|could|may|might|if|whether|until|before|unless|when)\s(?:\S+\s){0,3}$/i;

/** Which state is bound by what, as far as a sentence tells. */
function statusesIn(sentence: NamedSentence): RelationRecord[] {
  const { masked, textsBefore } = sentence;
  if (!masked.includes('Ⓒ')) return [];
  return STATUSES.flatMap(({ status, pattern }) => matchesIn(pattern, masked).flatMap((match) => {
    const places = match.indices?.groups ?? {};
    const before = sentence.signs.filter(({ end, entities: [entity] }) => end <= match.index && entity?.startsWith('instrument:')).flatMap(({ entities }) => entities);
    const isOfTreaties = OF_TREATIES.test(match[0]) || OF_TREATIES.test(masked.slice(0, match.index));
    const texts = places['text'] ? namedBetween(sentence, places['text']) : isOfTreaties ? (before.length > 0 ? before : textsBefore).slice(-1) : [];
    if (UNSETTLED.test(masked.slice(0, match.index))) return [];
    return pairs([...namedBetween(sentence, places['state']), ...namedBetween(sentence, places['also'])], texts).map(([from, to]) => stated(sentence, 'PARTY_TO', from, to, match.index, match.index + match[0].length, { status }));
  }));
}

/** Adoptions, ratifications, citations and claims of influence that a sentence states. */
export function textsIn(sentence: NamedSentence): RelationRecord[] {
  const found: RelationRecord[] = [];
  const add = (match: RegExpExecArray, type: RelationRecord['type'], from: readonly [number, number] | undefined, to: readonly [number, number] | undefined, properties: Readonly<Record<string, string>>): void => {
    for (const [a, b] of pairs(namedBetween(sentence, from), namedBetween(sentence, to))) found.push(stated(sentence, type, a, b, match.index, match.index + match[0].length, properties));
  };
  for (const pattern of ADOPTIONS) {
    for (const match of matchesIn(pattern, sentence.masked)) {
      const year = YEAR.exec(sentence.text.slice(match.index, match.index + match[0].length))?.[1];
      add(match, 'ADOPTED', match.indices?.groups?.['by'], match.indices?.groups?.['text'], year ? { date: year } : {});
    }
  }
  found.push(...statusesIn(sentence));
  for (const { kind, pattern } of CITATIONS) for (const match of matchesIn(pattern, sentence.masked)) add(match, 'REFERS_TO', match.indices?.groups?.['from'], match.indices?.groups?.['to'], { kind });
  for (const pattern of CLAIMS) for (const match of matchesIn(pattern, sentence.masked)) add(match, 'CLAIMS_INFLUENCE_ON', match.indices?.groups?.['who'], match.indices?.groups?.['text'], {});
  return found;
}
