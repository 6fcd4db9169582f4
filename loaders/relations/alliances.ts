// Who belongs to whom, and who took over from whom.

import type { RelationRecord } from '../../schema/extraction.ts';
import type { EntityId } from '../../schema/ids.ts';
import { ACTORS, ADVERBS, BODIES, namedBetween, rule, type NamedSentence } from './namedSentence.ts';
import { pairs, stated } from './stated.ts';
import { matchesIn } from '../text/mayMatch.ts';

interface MemberRule {
  readonly pattern: RegExp;
  readonly role?: string;
}

const HOLDERS = String.raw`(?:the\s|an?\s)?(?:(?:\d{4}|current|former|founding|active|proud|core|leading|present|outgoing|incoming|permanent|elected|regional|national)\s)*`;
/** What one is in a body; the first word that fits names the role. */
const POSTS: readonly (readonly [string, string])[] = [
  [String.raw`[Cc]o-?[Cc]hairs?(?:persons?)?`, 'CO_CHAIR'],
  [String.raw`(?:[Vv]ice-?\s?)?[Cc]hair(?:s|person|man|woman)?(?:-in-[Oo]ffice)?|[Pp]resident`, 'CHAIR'],
  [String.raw`[Cc]o-?ordinators?|[Cc]onven[eo]rs?|[Ll]ead(?:\s[Aa]gency)?`, 'COORDINATOR'],
];
const PLAIN = String.raw`(?:[Mm]embers?|[Aa]ffiliates?|[Pp]artners?\sin|[Cc]hapters?|[Bb]ranch(?:es)?|[Pp]art|[Cc]o-?[Ff]ounders?|[Aa]rm|[Ss]ections?|[Ss]ubsidiar(?:y|ies)|[Pp]rogrammes?|[Ss]teering\s(?:[Cc]ommittee|[Gg]roup)\smembers?|[Bb]oard\smembers?)`;
const TITLE = String.raw`(?:Director|President|Chair|Chairperson|Head|Coordinator|Secretary|Representative|Officer|Adviser|Advisor|Minister|Member|Founder|Professor|Manager|Ambassador|Commissioner|Secretary-General|Leader|Convenor|Convener|Lead|Specialist|Lawyer|Organi[sz]er|Rapporteur|Chief|Counsel|Fellow|Researcher|Spokesperson|Delegate|Counsellor|Administrator|Analyst|Expert|Campaigner|Advocate|Deputy|Vice-President|Treasurer|Attach[eé])`;

const posted = (post: string, role?: string): MemberRule[] => [
  // "Ⓐ, a member of Ⓐ", "Ⓐ is also chair of Ⓐ", "Ⓐ, which is an affiliate of Ⓐ"
  { pattern: rule(String.raw`(?<member>${ACTORS})(?:,\s[^,;.]{2,90},)?(?:,?\s(?:which|who)\s(?:[^.;ⒶⓅ]{2,140}\sand\s)?(?:is|are|was)|,|\sis|\sare|\swas|\swere|\sbecame|\sbecome|\s(?:has|have)\sbeen|\sserved\sas|\sserves\sas|\sacted\sas|\sacts\sas|\sas)\s(?:also\s|now\s|both\s|currently\s)?${HOLDERS}(?:${post})(?:\sorgani[sz]ations?)?(?:,\s\p{Ll}[^,;.]{2,40},)?\s(?:of|for|in|at)\s(?:the\s)?(?<whole>${role ? 'Ⓐ·*' : BODIES})`), ...(role ? { role } : {}) },
  // "As coordinator of Ⓐ, Ⓐ supported", "in its capacity as chair of Ⓐ, Ⓐ …"
  { pattern: rule(String.raw`(?:^|,\s|\b[Ii]n\s(?:its|their|her|his)\s(?:capacity|role)\s)[Aa]s\s(?:one\sof\sthe\s)?${HOLDERS}(?:${post})\s(?:of|for|in)\s(?:the\s)?(?<whole>${BODIES})(?:\s\([^)]*\)|\s(?:in|since)\s\d{4})?,?\s(?:the\s)?(?<member>${ACTORS})`), ...(role ? { role } : {}) },
  // "Ⓐ, of which Ⓐ and Ⓐ are co-chairs"
  { pattern: rule(String.raw`(?<whole>Ⓐ·*)(?:\s\([^)]*\))?,?\sof\swhich\s(?:the\s)?(?<member>${ACTORS})\s(?:is|are|was|were)\s(?:also\s)?${HOLDERS}(?:${post})`), ...(role ? { role } : {}) },
];

const MEMBERSHIPS: readonly MemberRule[] = [
  ...POSTS.flatMap(([post, role]) => posted(post, role)),
  ...posted(PLAIN),
  { pattern: rule(String.raw`(?<member>${ACTORS})${ADVERBS}(?:served|serves|acted|acts|serving|acting)\sas\s${HOLDERS}(?:[Cc]o-)?[Cc]hair(?:-in-[Oo]ffice)?\sof\s(?:the\s)?(?<whole>[ⒶⒸ]·*)`), role: 'CHAIR' },
  { pattern: rule(String.raw`(?<member>${ACTORS})[^.;Ⓐ]{0,40}?\bin\sits\scapacity\sas\s(?:the\s)?(?:\d{4}\s)?[Cc]hair\sof\s(?:the\s)?(?<whole>[ⒶⒸ]·*)`), role: 'CHAIR' },
  // "Ⓐ chairs Ⓐ", "Ⓐ coordinates Ⓐ", "Ⓐ joined Ⓐ in 2015"
  { pattern: rule(String.raw`(?<member>${ACTORS})${ADVERBS}(?:chairs|chaired|heads|headed|leads|coordinates|co-ordinates|co-?chairs|co-?chaired|convenes|presides\sover)\s(?:the\s)?(?<whole>Ⓐ·*)`), role: 'CHAIR' },
  { pattern: rule(String.raw`(?<member>${ACTORS})${ADVERBS}(?:joined|belongs\sto|is\saffiliated\s(?:to|with)|are\saffiliated\s(?:to|with)|co-?founded|sits?\son|is\srepresented\son)\s(?:the\s)?(?:(?:board|steering\scommittee|secretariat|executive)\sof\s(?:the\s)?)?(?<whole>Ⓐ·*)(?=\s(?:in|as|since|on)\b|[.,;]|$)`) },
  // "Ⓐ has become a related organization of Ⓐ", "Ⓐ is the women's fund at Ⓐ"
  { pattern: rule(String.raw`(?<member>Ⓐ·*)(?:\s\([^)]*\))?\s(?:is|became|has\sbecome|remains)\s(?:the|an?)\s(?:[\p{L}’'-]+\s){0,3}(?:organi[sz]ation|fund|agency|body|entity|arm|branch|unit|division|office|department|secretariat|committee|federation|affiliate|programme)\s(?:of|at|within|in)\s(?:the\s)?(?<whole>Ⓐ·*)`) },
  // "the Quay Centre of the Quay Commission", "the Secretariat of the Quay Commission"
  { pattern: rule(String.raw`(?<member>Ⓐ·*)(?:\s\([^)]*\))?\sof\s(?:the\s)?(?<whole>Ⓐ·*)`) },
  // "the Committee (led by the Deputy)", "chaired by Office of Ms. …"
  { pattern: rule(String.raw`(?<whole>Ⓐ·*),?\s\(?(?:which\sis\s|is\s|was\s)?(?:currently\s)?(?:co-?)?(?:led|chaired|headed|presided\sover|coordinated|convened)\sby\s(?:the\s)?(?:[Oo]ffice\sof\s(?:the\s)?)?(?:Ms\.?\s|Mr\.?\s|Mrs\.?\s|Dr\.?\s|H\.E\.\s)*(?<member>${ACTORS})`), role: 'CHAIR' },
  // "Ana Cruz, Director of the Quay Fund", "Ana Cruz of the Quay Fund", "Ana Cruz (Quay Fund)"
  { pattern: rule(String.raw`(?<member>Ⓟ·*)(?:,\s(?:[\p{L}’'-]+\s){0,5}${TITLE}(?:\s(?!of\b)[\p{L}’'&-]+){0,5}?(?:,|\s(?:of|at|for|with|to))\s(?:the\s)?|\s(?:of|from)\s(?:the\s)?|\s\((?:the\s)?|,\s(?:speaking\s)?(?:on\sbehalf\sof|for|representing)\s(?:the\s)?)(?<whole>[ⒶⒸ]·*)`) },
  { pattern: rule(String.raw`(?<member>Ⓟ·*),\s(?<whole>Ⓐ·*)$`) },
  // "the Executive Director of the Quay Fund, Ana Cruz", "Quay Fund Director Ana Cruz"
  { pattern: rule(String.raw`${TITLE}\s(?:of|at|for)\s(?:the\s)?(?<whole>[ⒶⒸ]·*),\s(?:Ms\.?\s|Mr\.?\s|Mrs\.?\s|Dr\.?\s|H\.E\.\s)*(?<member>Ⓟ·*)`) },
  { pattern: rule(String.raw`(?<whole>Ⓐ·*)(?:['’]s?)?\s(?:\p{Lu}[\p{L}-]+\s){0,3}${TITLE},?\s(?:Ms\.?\s|Mr\.?\s|Mrs\.?\s|Dr\.?\s)*(?<member>Ⓟ·*)`) },
  // "our affiliates Ⓐ and Ⓐ", "Members of Ⓐ include Ⓐ", "Ⓐ brings together Ⓐ, Ⓐ and Ⓐ"
  { pattern: rule(String.raw`(?<whole>Ⓐ·*)(?:['’]s?\s(?:current\s|founding\s)?members|,?\swhose\s(?:founding\s)?members)(?:hip)?\s(?:are|include|includes|comprises?|is)\s(?:the\s)?(?<member>${ACTORS})`) },
  // "Ⓐ with its members Ⓐ in Ⓒ and Ⓐ"
  { pattern: rule(String.raw`(?<whole>Ⓐ·*)(?:['’]s?)?(?:\s\([^)]*\))?,?\s(?:(?:together\s)?with|and|through)\sits\s(?:\p{Ll}+\s){0,2}?(?:members?|affiliates?|member\s(?:organi[sz]ations?|unions))(?:,|\s[–—-])?\s(?:such\sas\s|including\s)?(?:the\s)?(?<member>Ⓐ·*(?:(?:\s(?:in|of|from)\s(?:the\s)?Ⓒ·*)?(?:,\sand\s|,\s|\sand\s)(?:the\s)?Ⓐ·*)*)`) },
  { pattern: rule(String.raw`\b(?:[Mm]embers|[Aa]ffiliates|[Mm]ember\s[Oo]rgani[sz]ations)\sof\s(?:the\s)?(?<whole>Ⓐ·*)(?:\s\([^)]*\))?,?\s(?:include|are|such\sas|including|namely)\s(?:the\s)?(?<member>${ACTORS})`) },
  { pattern: rule(String.raw`(?<whole>Ⓐ·*)(?:\s\([^)]*\))?,?\s(?:(?:which|that)\s)?(?:today\s|currently\s)?(?:(?:is|was)\s(?:composed|made\sup|comprised)\sof|comprises|comprising|unites|brings\stogether|bringing\stogether|consists\sof|consisting\sof|made\sup\sof|composed\sof)\s(?:the\s)?(?<member>${ACTORS})`) },
];

/** Groups `before` and `after`. */
const SUCCESSIONS: readonly RegExp[] = [
  rule(String.raw`(?<before>Ⓐ·*)(?:\s\([^)]*\))?,?\s(?:\(?now\s(?:part\sof\s|called\s|known\sas\s)?|(?:was\s|has\sbeen\s|later\s)?renamed\s(?:as\s)?|the\s(?:predecessor|forerunner)\s(?:of|to)\s|(?:(?:was\s)?later\s|was\s)(?:absorbed|subsumed|integrated)\s(?:by|into|in)\s|(?:has\s|had\s)?(?:handed|passed)\s(?:its\s(?:work|mandate|functions)\s|over\s)(?:on\s)?to\s|[^.;ⒶⒸⓅ]{0,60}\b(?:its|whose)\s(?:mandate|functions|work|tasks|portfolio)\s(?:was\s|were\s|had\s|have\s)?(?:passed|transferred|moved|taken\sover|handed\sover|absorbed)\s(?:on\s)?(?:to|by|into)\s|(?:which\s)?(?:was|has\sbeen)\s(?:succeeded|replaced)\sby\s|(?:which\s)?(?:was\s)?merged\sinto\s|(?:which\s)?became\s)(?:the\s)?(?<after>Ⓐ·*)`),
  rule(String.raw`(?<after>Ⓐ·*)(?:\s\([^)]*\))?,?\s(?:\(?(?:formerly|previously)\s(?:known\sas\s|called\s)?|(?:which\s|that\s)?(?:succeeded|replaced|took\sover\sfrom|grew\sout\sof|absorbed|inherited\s(?:from|the\swork\sof))\s|(?:the\s|an?\s|as\s)?(?:successor|heir)\s(?:organi[sz]ation\s|body\s)?(?:of|to)\s)(?:the\s)?(?<before>Ⓐ·*)`),
];

/** "our affiliates, Ⓐ and Ⓐ": they belong to whoever speaks. */
const OURS = rule(String.raw`\b[Oo]ur\s(?:\p{Ll}+\s){0,2}(?:affiliates?|members?|member\s(?:organi[sz]ations?|unions)|chapters?|branch(?:es)?)(?:\sin\s[^,;.ⒶⓅ]{2,40})?(?:,|\s[–—-])?\s(?:such\sas\s|including\s|like\s)?(?:the\s)?(?<member>Ⓐ·*(?:(?:,\s|\sand\s|,\sand\s)(?:the\s)?Ⓐ·*)*)`);

/**
 * Memberships and successions that a sentence states.
 * @param self the one body that speaks here, or nobody
 */
export function alliancesIn(sentence: NamedSentence, self: readonly EntityId[]): RelationRecord[] {
  const found: RelationRecord[] = [];
  for (const match of matchesIn(OURS, sentence.masked)) for (const [from, to] of pairs(namedBetween(sentence, match.indices?.groups?.['member']), self)) found.push(stated(sentence, 'MEMBER_OF', from, to, match.index, match.index + match[0].length));
  for (const { pattern, role } of MEMBERSHIPS) {
    for (const match of matchesIn(pattern, sentence.masked)) {
      const { member, whole } = match.indices?.groups ?? {};
      for (const [from, to] of pairs(namedBetween(sentence, member).filter((entity) => !/ with its | and its /.test(sentence.text) || entity.startsWith('actor:')), namedBetween(sentence, whole))) found.push(stated(sentence, 'MEMBER_OF', from, to, match.index, match.index + match[0].length, role ? { role } : {}));
    }
  }
  for (const pattern of SUCCESSIONS) {
    for (const match of matchesIn(pattern, sentence.masked)) {
      const { before, after } = match.indices?.groups ?? {};
      for (const [from, to] of pairs(namedBetween(sentence, before), namedBetween(sentence, after))) found.push(stated(sentence, 'SUCCEEDED_BY', from, to, match.index, match.index + match[0].length));
    }
  }
  return found;
}
