// Who belongs to whom, who works with whom, and who took over from whom.

import type { RelationRecord } from '../../schema/extraction.ts';
import { ACTORS, ADVERBS, BODIES, namedBetween, rule, type NamedSentence } from './namedSentence.ts';
import { pairs, stated } from './stated.ts';

interface MemberRule {
  readonly pattern: RegExp;
  readonly role?: string;
}

const MEMBERSHIPS: readonly MemberRule[] = [
  // "As a member of the Coalition, we …"
  { pattern: rule(String.raw`\b[Aa]s\s(?:an?\s)?(?:founding\s|active\s|proud\s)?members?\sof\s(?:the\s)?(?<whole>${BODIES}),?\s(?<member>${ACTORS})`) },
  { pattern: rule(String.raw`(?<member>${ACTORS})(?:,\s[^,;.]{2,60},)?(?:,|\sis|\sare|\swas|\swere)\s(?:also\s)?(?:an?\s)?(?:founding\s|active\s|core\s)?members?\sof\s(?:the\s)?(?<whole>${BODIES})`) },
  { pattern: rule(String.raw`(?<member>${ACTORS})${ADVERBS}(?:served|serves|acted|acts|serving|acting)\sas\s(?:the\s)?(?:\d{4}\s)?(?:[Cc]o-)?[Cc]hair(?:-in-[Oo]ffice)?\sof\s(?:the\s)?(?<whole>[ⒶⒸ]·*)`), role: 'CHAIR' },
  { pattern: rule(String.raw`(?<member>${ACTORS})[^.;Ⓐ]{0,40}?\bin\sits\scapacity\sas\s(?:the\s)?(?:\d{4}\s)?[Cc]hair\sof\s(?:the\s)?(?<whole>[ⒶⒸ]·*)`), role: 'CHAIR' },
  // "the Committee (led by the Deputy)", "chaired by Office of Ms. …"
  { pattern: rule(String.raw`(?<whole>Ⓐ·*),?\s\(?(?:led|chaired|headed|presided\sover)\sby\s(?:the\s)?(?:[Oo]ffice\sof\s(?:the\s)?)?(?:Ms\.?\s|Mr\.?\s|Mrs\.?\s|Dr\.?\s|H\.E\.\s)*(?<member>[ⒶⒸⓅ]·*)`), role: 'CHAIR' },
  // "Ana Cruz, Director of the Quay Fund", "Ana Cruz of the Quay Fund", "Ana Cruz (Quay Fund)"
  { pattern: rule(String.raw`(?<member>Ⓟ·*)(?:,\s(?:[\p{L}-]+\s){0,4}(?:Director|President|Chair|Chairperson|Head|Coordinator|Secretary|Representative|Officer|Adviser|Advisor|Minister|Member|Founder|Professor|Manager|Ambassador|Commissioner|Secretary-General|Leader|Convenor|Lead|Specialist|Lawyer|Organi[sz]er)(?:\s[\p{L}-]+){0,3}?\s(?:of|at|for|with)\s(?:the\s)?|\s(?:of|from)\s(?:the\s)?|\s\((?:the\s)?)(?<whole>Ⓐ·*)`) },
  { pattern: rule(String.raw`(?<member>Ⓟ·*),\s(?<whole>Ⓐ·*)$`) },
  { pattern: rule(String.raw`(?<whole>Ⓐ·*)(?:['’]s\smembers|,?\swhose\smembers)\s(?:are|include|comprise)\s(?:the\s)?(?<member>${ACTORS})`) },
];

const TOGETHER = String.raw`(?:in\s(?:close\s)?(?:collaboration|partnership|cooperation|coordination|conjunction)\swith|together\swith|jointly\swith)`;
/** Groups `a` and `b`. */
const PARTNERSHIPS: readonly RegExp[] = [
  rule(String.raw`(?<a>${BODIES}),?\s${TOGETHER}\s(?:the\s)?(?<b>${BODIES})`),
  rule(String.raw`(?<a>${BODIES})${ADVERBS}(?:collaborated|partnered|cooperated|worked|works|teamed\sup|joined\sforces)\s(?:very\s)?(?:closely\s|together\s|jointly\s)?with\s(?:the\s)?(?<b>${BODIES})`),
  rule(String.raw`(?<a>${BODIES})${ADVERBS}(?:co-?)?(?:organi[sz]ed|hosted|launched|developed|published|implemented|convened)\s[^.;ⒶⒸⓅ]{2,120}?\s(?:${TOGETHER}|with)\s(?:the\s)?(?<b>${BODIES})`),
  rule(String.raw`^(?:Together\s|Jointly\s)?[Ww]ith\s(?:the\s)?(?<b>${BODIES}),\s(?<a>Ⓐ·*)\s(?:co-?)?(?:hosted|held|convened|organi[sz]ed|launched|published|developed)`),
  rule(String.raw`\b(?:collaboration|partnership|cooperation|joint\s(?:project|programme|initiative))\s(?:between|of)\s(?:the\s)?(?<a>[ⒶⒸ]·*)\sand\s(?:the\s)?(?<b>[ⒶⒸ]·*)`),
  // "the joint European Quay Fund – Dock Union project"
  rule(String.raw`\b[Jj]oint\s(?<a>[ⒶⒸ]·*)(?:\s?[-–\/]\s?|\sand\s(?:the\s)?)(?<b>[ⒶⒸ]·*)\s(?:[\p{Ll}-]+\s){0,3}(?:[Pp]roject|[Pp]rogramme|[Pp]rogram|[Ii]nitiative)`),
  // "created by the Centre and supported by the government"
  rule(String.raw`\b(?:created|developed|established|launched|run|led)\sby\s(?:the\s)?(?<a>[ⒶⒸ]·*),?\sand\s(?:supported|funded|financed)\sby\s(?:the\s)?(?<b>[ⒶⒸ]·*)`),
];

/** Groups `before` and `after`. */
const SUCCESSIONS: readonly RegExp[] = [
  rule(String.raw`(?<before>Ⓐ·*)(?:\s\([^)]*\))?,?\s(?:\(?now\s(?:part\sof\s)?|(?:which\s)?(?:was|has\sbeen)\s(?:succeeded|replaced)\sby\s|(?:which\s)?(?:was\s)?merged\sinto\s|(?:which\s)?became\s)(?:the\s)?(?<after>Ⓐ·*)`),
  rule(String.raw`(?<after>Ⓐ·*)(?:\s\([^)]*\))?,?\s(?:\(?formerly\s|(?:which\s)?(?:succeeded|replaced)\s|the\ssuccessor\s(?:of|to)\s)(?:the\s)?(?<before>Ⓐ·*)`),
];

/** Memberships, partnerships and successions that a sentence states. */
export function alliancesIn(sentence: NamedSentence): RelationRecord[] {
  const found: RelationRecord[] = [];
  for (const { pattern, role } of MEMBERSHIPS) {
    for (const match of sentence.masked.matchAll(pattern)) {
      const { member, whole } = match.indices?.groups ?? {};
      for (const [from, to] of pairs(namedBetween(sentence, member), namedBetween(sentence, whole))) found.push(stated(sentence, 'MEMBER_OF', from, to, match.index, match.index + match[0].length, role ? { role } : {}));
    }
  }
  for (const pattern of PARTNERSHIPS) {
    for (const match of sentence.masked.matchAll(pattern)) {
      const { a, b } = match.indices?.groups ?? {};
      for (const [from, to] of pairs(namedBetween(sentence, a), namedBetween(sentence, b))) found.push(stated(sentence, 'PARTNERED_WITH', from, to, match.index, match.index + match[0].length));
    }
  }
  for (const pattern of SUCCESSIONS) {
    for (const match of sentence.masked.matchAll(pattern)) {
      const { before, after } = match.indices?.groups ?? {};
      for (const [from, to] of pairs(namedBetween(sentence, before), namedBetween(sentence, after))) found.push(stated(sentence, 'SUCCEEDED_BY', from, to, match.index, match.index + match[0].length));
    }
  }
  return found;
}
