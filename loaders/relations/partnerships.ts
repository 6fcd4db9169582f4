// Who works with whom: "Ⓐ, together with Ⓐ, …", "an agreement between Ⓒ and Ⓒ", "organized by Ⓐ and Ⓐ". Whoever says "with" and names
// nobody before it speaks of itself.

import type { RelationRecord } from '../../schema/extraction.ts';
import type { EntityId } from '../../schema/ids.ts';
import { Clauses, type Group } from './clauses.ts';
import { ACTORS, BODIES, namedBetween, rule, type NamedSentence } from './namedSentence.ts';
import { pairs, stated } from './stated.ts';
import { matchesIn } from '../text/mayMatch.ts';

/** Joint work; the helpers stand behind it. Group `who`. */
const WITH = rule(String.raw`\b(?:[Ii]n\s(?:close\s|full\s|direct\s)?(?:collaboration|partnership|cooperation|co-operation|coordination|conjunction|association|alliance|consortium)(?:\sand\s\p{Ll}+)?\swith|[Tt]ogether\swith|[Jj]ointly\swith|[Aa]longside|(?:[Ii]n|[Uu]nder|[Tt]hrough)\san?\sjoint\s(?:project|programme|initiative)\swith|(?:co-?)?(?:financed|funded)\s(?:(?:since|in)\s\d{4}\s|in\spart\s|jointly\s)?by(?=\s(?:the\s)?[ⒶⒸ]))\s(?<who>[^.;ⒶⒸⓅ]{0,40}?${ACTORS})(?:[^.;ⒶⓅ]{0,50}?,?\ssuch\sas\s(?<also>(?:the\s)?${ACTORS}))?`);
/** "With the Network and the Fund, we hosted". Group `who`. */
const OPENED_WITH = rule(String.raw`^[Ww]ith\s(?:the\s)?(?<who>${BODIES}),\s(?=(?:the\s)?[ⒶⒸ])`);
/** Money and help. */
const SUPPORT = rule(String.raw`\b(?:[Ww]ith|[Tt]hanks\sto)\s(?:the\s)?(?:\p{Ll}+\s(?:and\s\p{Ll}+\s)?){0,2}(?:support|funding|assistance|funds|resources|grants?|contributions?)\s(?:of|from|provided\sby|by)\s(?:the\s)?(?<who>${BODIES})`);
/** Verbs of joint work: their object is the other one. */
const WORKED = rule(String.raw`(?<![\p{L}-])(?:co-?(?:organi[sz]ed|hosted|convened|sponsored)|collaborat(?:ed|es|ing)|partner(?:ed|s|ing)|co-?operat(?:ed|es|ing)|work(?:ed|s|ing)|teamed\sup|joined\s(?:forces|hands)|(?:signed|concluded|entered\sinto)(?:\san?\s(?:\p{L}+\s){0,4}?(?:[Mm]emorandum(?:\sof\s[Uu]nderstanding)?|[Aa]greement|[Pp]artnership|MoU|MOU|[Aa]rrangement))?)(?:\s(?:very\s)?(?:closely|together|jointly|hand\sin\shand))?\swith\s(?:the\s)?(?<who>${BODIES})(?:[^.;ⒶⓅ]{0,50}?,?\ssuch\sas\s(?<also>(?:the\s)?${BODIES}))?`);
/** "prepared this text with Ⓐ and with Ⓐ": what is made together. */
const MADE_WITH = rule(String.raw`(?<![\p{L}-])(?:co-)?(?i:organi[sz]ed|hosted|launched|developed|published|implemented|convened|prepared|drafted|wrote|written|produced|conducted|carried\sout|ran|run|set\sup|established|created|publish|implement|organi[sz]e|develop|implementing|implements|runs|running|opened|trained|undertook|undertaken)(?:\s[^.;ⒶⒸⓅ]{2,120}?|(?=,))(?:,\s|\s)with\s(?:the\s)?(?!support|funding)(?<who>${BODIES})(?![ⒶⒸ·,\s]{0,200}(?:\sand\s(?:the\s)?[ⒶⒸ]·*)?\s(?:taking\spart|attending|participating|present|among|in\s(?:attendance|the\schair)|as\s(?:an?\s)?observers?))(?!·)`);
/** Groups `a` and `b`: both named by the wording. */
const BETWEEN: readonly RegExp[] = [
  rule(String.raw`\b(?:[Cc]ollaboration|[Pp]artnership|[Cc]ooperation|[Mm]emorandum\sof\s[Uu]nderstanding|MoU|MOU|[Aa]greements?|[Pp]rojects?|[Pp]rogrammes?|[Ii]nitiatives?|[Aa]rrangements?|[Aa]lliance|[Cc]onsortium|[Vv]enture)\s(?:[^.;ⒶⒸⓅ]{0,40}\s)?(?:between|of|by)\s(?:the\s)?(?<a>[ⒶⒸ]·*)(?:\s\([^)]*\))?,?\s(?:and|with)\s(?:the\s)?(?<b>[ⒶⒸ]·*)`),
  // "the joint European Quay Fund – Dock Union project", "a joint programme of Ⓐ, Ⓐ and Ⓐ"
  rule(String.raw`\b[Jj]oint\s(?<a>[ⒶⒸ]·*)(?:\s?[-–\/]\s?|\sand\s(?:the\s)?)(?<b>[ⒶⒸ]·*)\s(?:[\p{Ll}-]+\s){0,3}(?:[Pp]roject|[Pp]rogramme|[Pp]rogram|[Ii]nitiative)`),
  rule(String.raw`(?<a>[ⒶⒸ]·*)[-–/](?<b>[ⒶⒸ]·*)\s(?:[Jj]oint\s)?(?:[\p{Ll}-]+\s){0,2}(?:[Pp]roject|[Pp]rogramme|[Pp]artnership|[Ii]nitiative|[Aa]greement|[Mm]emorandum)`),
  // "the agreement which Ⓒ and Ⓒ concluded", "Ⓐ and Ⓐ signed a memorandum"
  rule(String.raw`(?<a>[ⒶⒸ]·*)(?:\s\([^)]*\))?\sand\s(?:the\s)?(?<b>[ⒶⒸ]·*)(?:\s\([^)]*\))?\s(?:have\s|had\s|then\s|also\s)*(?:jointly\s\p{Ll}+ed|(?:made|issued|submitted|ran|run|launched|held|published|prepared|signed|drafted)\sa\sjoint\b|(?:will\s|agreed\sto\s)?(?:hold|held|host|hosted|organi[sz]ed?|convened?|run|ran|publish|published)\s[^.;ⒶⒸⓅ]{2,90}\stogether\b|(?:signed|concluded|negotiated)(?=\s(?:in\s\d|an?\s(?:\p{L}+\s){0,3}(?:[Mm]emorandum|[Aa]greement|MoU|MOU|[Pp]artnership|[Aa]rrangement)|the\s(?:\p{L}+\s){0,3}agreement))|partnered|joined\sforces|teamed\sup|collaborated|co-\p{Ll}+ed)`),
  // "created by the Centre and supported by the government"
  rule(String.raw`\b(?:created|developed|established|launched|run|led|implemented|carried\sout)\sby\s(?:the\s)?(?<a>[ⒶⒸ]·*)(?:\s\([^)]*\))?,?\sand\s(?:supported|funded|financed)\sby\s(?:the\s)?(?<b>[ⒶⒸ]·*)`),
  rule(String.raw`(?<a>${BODIES})(?:\s\([^)]*\))?,\s(?:which\s(?:is|was)\s)?(?:funded|financed)\sby\s(?:the\s)?(?<b>${BODIES})`),
];
/** Those behind "by", one row of them, worked together. */
const BY_BOTH = rule(String.raw`\b(?:co-?|jointly\s)?(?i:organi[sz]ed|hosted|convened|published|produced|developed|launched|implemented|prepared|drafted|authored|funded\sand\sorgani[sz]ed)\s(?:jointly\s)?by\s(?:the\s)?(?<row>${BODIES})`);
const FUNDED = rule(String.raw`(?<who>Ⓐ·*|Ⓒ·*)(?:\s\([^)]*\))?\s(?:has\s|have\s|had\s|also\s|generously\s)*(?:funded|financed|funds|finances|co-funded|supported|supports)\s(?:the|this|these|both|our|its|all)\s(?:two\s|three\s)?(?:project|programme|activit(?:y|ies)|work|initiative|training|study|research|publication|clinics?)s?\b`);

/** Wishes and asks: nobody works with anybody yet. */
const WISH = /\b(?:[Ll]ook(?:s|ing)?\sforward|[Hh]opes?|[Ii]ntends?|[Ss]eeks?|[Ww]ish(?:es)?|[Ww]ants?|[Rr]eady|[Ww]illing|[Ee]ager|[Oo]pportunity|committed|welcome)\s(?:to|of|the)\b|\b(?:should|must|ought|need\sto|needs\sto|could|may\swish|would)\b|\b(?:[Uu]rg|[Cc]all|[Aa]sk|[Rr]equest|[Rr]ecommend|[Ii]nvit|[Ee]ncourag|[Aa]ppeal|[Dd]emand)\p{L}*\s|\b(?:not|never)\b/u;
/** A line of names without a verb ("The governments of Ⓒ, together with Ⓒ") addresses them. */
const DONE = /^(?:\p{Ll}\) )?\p{Lu}\p{Ll}+ed\b|\s(?:is|are|was|were|has|have|had|will|shall)\s|\s\p{Ll}+(?:ed|ing|s)\b|\b(?:ran|held|led|set|wrote|drew|built|brought|gave|took|made|met)\b/u;

function partnersOf(clauses: Clauses, at: number, self: readonly EntityId[]): readonly EntityId[] {
  const { masked } = clauses.sentence;
  const from = clauses.clauseStart(at);
  const before = masked.slice(from, at);
  // "Ⓐ, together with Ⓐ, …": one subject, whose first part works with the second.
  const around = clauses.groups.find(({ kind, start, end }) => kind === 'actor' && start < at && at < end);
  if (around && (!around.governed || /\bby\s$/.test(masked.slice(0, around.start)))) return namedBetween(clauses.sentence, [around.start, at]);
  // "by Ⓐ in partnership with", "Ⓐ, in partnership with", "Ⓐ, the federation, in …"
  const near = clauses.groups.findLast(({ kind, end }) => kind === 'actor' && end <= at && end >= from);
  const adjacent: Group | null = near && /^(?:\s\([^)]*\))?,?\s(?:working\s|acting\s|and\s)?$/.test(masked.slice(near.end, at)) ? near : null;
  if (adjacent && (!adjacent.governed || /\bby\s$/.test(masked.slice(0, adjacent.start)))) return adjacent.entities;
  const doer = clauses.groups.findLast(({ kind, start, end, governed }) => kind === 'actor' && end <= at && start >= from && governed && /\b(?:organi[sz]|host|conven|publish|develop|launch|implement|prepar|produc|conduct|draft|creat|establish|run|carried)\p{L}*\s(?:\p{L}+\s)?by\s$/u.test(masked.slice(0, start)));
  if (doer) return doer.entities;
  const subject = clauses.nominative(at);
  if (subject) return subject.entities;
  if (before.trim().length < 3 || before.trim().endsWith(',')) {
    const after = clauses.groups.filter(({ kind, start, governed }) => kind === 'actor' && start > at && !governed).find(({ start }) => /,\s(?:[\p{Ll}\s]{0,30},\s)?$/u.test(masked.slice(0, start)));
    return after?.entities ?? self;
  }
  return self;
}

/** @param self whom "we" stands for here, for sentences that name only the other one; empty where that is no single body */
export function partnershipsIn(sentence: NamedSentence, self: readonly EntityId[]): RelationRecord[] {
  const { masked } = sentence;
  if (!/[ⒶⒸ]/u.test(masked)) return [];
  const clauses = new Clauses(sentence);
  const found: RelationRecord[] = [];
  const add = (from: readonly EntityId[], to: readonly EntityId[], start: number, end: number): void => {
    for (const [a, b] of pairs(from, to)) if (a.startsWith('actor:') || b.startsWith('actor:') || /agreement|memorandum|MoU|signed|joint|partner/i.test(sentence.text)) found.push(stated(sentence, 'PARTNERED_WITH', a, b, start, end));
  };
  const isWish = (at: number): boolean => WISH.test(masked.slice(clauses.clauseStart(at), at));
  if (DONE.test(masked)) {
    const isEvent = masked.includes('Ⓕ');
    for (const pattern of [WITH, OPENED_WITH, WORKED, MADE_WITH, ...(isEvent ? [] : [SUPPORT])]) {
      for (const match of matchesIn(pattern, masked)) {
        // "attended, together with observers from Ⓐ": to be in one room is not to work together.
        if (isWish(match.index) || /\bwith\s[^ⒶⒸ]*\b(?:observers|representatives|delegates|experts|participants)\s(?:of|from)\s/.test(match[0])) continue;
        const others = [...namedBetween(sentence, match.indices?.groups?.['who']), ...namedBetween(sentence, match.indices?.groups?.['also'])];
        add(partnersOf(clauses, match.index, self), others, match.index, match.index + match[0].length);
      }
    }
  }
  for (const pattern of BETWEEN) for (const match of matchesIn(pattern, masked)) if (!isWish(match.index)) add(namedBetween(sentence, match.indices?.groups?.['a']), namedBetween(sentence, match.indices?.groups?.['b']), match.index, match.index + match[0].length);
  for (const match of matchesIn(BY_BOTH, masked)) {
    const row = namedBetween(sentence, match.indices?.groups?.['row']);
    if (row.length <= 4 && !isWish(match.index)) add(row.slice(0, 1), row.slice(1), match.index, match.index + match[0].length);
  }
  for (const match of matchesIn(FUNDED, masked)) if (!isWish(match.index)) add(namedBetween(sentence, match.indices?.groups?.['who']), self, match.index, match.index + match[0].length);
  return found;
}
