// Who took part in what, and in which role.

import type { RelationRecord } from '../../schema/extraction.ts';
import type { EntityId } from '../../schema/ids.ts';
import type { ParticipationRole } from '../../schema/vocabulary.ts';
import { Clauses, UNREAL, type Group } from './clauses.ts';
import { ACTORS, FORUMS, namedBetween, rule, type NamedSentence } from './namedSentence.ts';
import { roleRules } from './roles.ts';
import { pairs, stated } from './stated.ts';
import { matchesIn } from '../text/mayMatch.ts';

/** "an annual", "the first regional", "a workshop on": what may stand between a verb and the occasion that is its object. */
const OBJECT = /^\s(?:an?\s|the\s|its\s|their\s|our\s|this\s|several\s|two\s|first\s|annual\s)*(?:(?!(?:at|during|in|to|for|of|by|with|from|that|and)\b)[\p{L}-]+\s){0,4}?(?:(?:on|entitled|titled|called|event,)\s)?["“]?(?=Ⓕ)/u;
/** "at", "during" and what may stand before them. */
const AT = /^(?:,?\s[^.;Ⓕ]{0,170}?)??\s(?:at|in|during|to|before|for|of|on\sthe\s(?:margins|sidelines|occasion)\sof|in\sthe\s(?:margins|sidelines|framework)\sof)\s(?:both\s)?(?:the\s|its\s|this\s|an?\s|annual\s|first\s|opening\sof\s)*(?:[\p{Ll}-]+\s){0,2}?[[“"]?(?=Ⓕ)/u;
/** An occasion within the occasion: hosting a side event at a summit is being there. */
const NEAR = /\s(?:at|during|on\sthe\s(?:margins|sidelines)\sof|in\sthe\s(?:margins|sidelines)\sof|to)\s(?:both\s)?(?:the\s|its\s|this\s|an?\s|annual\s)*$/u;
const WITHIN = /\b(?:side[\s-]events?|panels?|workshops?|sessions?|meetings?|events?|consultations?|round\s?tables?|brief(?:ing|ings)|exhibitions?|discussions?|stalls?|booth|launch|documents?|papers?|reports?)\b[^.;]*\b(?:at|during|in|on\sthe\s(?:margins|sidelines)\sof|to)\s/i;
const BE = /\b(?:is|are|was|were|be|been|being)\b/;
/** A clause of its own between verb and occasion: somebody else did that. */
const OTHER_CLAUSE = /\b(?:which|who|that|because|while|whereas|when|if|before\s\p{L}+ing)\s|\b(?:made|adopted|agreed|held|presented|launched|taken|given|reached|issued|raised|expressed|announced|discussed|established)\s(?:at|in|during|by|to|before|for|of|on)\s/u;

interface Found {
  readonly role: ParticipationRole;
  readonly who: readonly EntityId[];
  readonly what: readonly EntityId[];
  readonly start: number;
  readonly end: number;
}

const forumAt = ({ groups }: Clauses, place: number): Group | undefined => groups.find(({ kind, start, end }) => kind === 'forum' && start <= place && place < end);

/** "Ⓐ hosted Ⓕ", "Ⓕ, which Ⓐ hosted", "Ⓐ hosted a side event at Ⓕ". */
function active(clauses: Clauses, role: ParticipationRole, at: number, end: number): Found[] {
  const { masked } = clauses.sentence;
  const after = masked.slice(end);
  const subject = clauses.subjectOf(at);
  if (!subject || UNREAL.test(subject.between) || BE.test(subject.between)) return [];
  const { group } = subject;
  const verb = masked.slice(at, end);
  if (!/ed\b|held|led|ran\b|over$/.test(verb) && !/\b(?:will|has|have|had)\b/.test(subject.between) && !/\S+s(?:\sover)?$/.test(verb) && !/^(?:[Ww]e|[Tt]hey|I)$/.test(clauses.sentence.text.slice(group.start, group.end).trim())) return [];
  const direct = OBJECT.exec(after);
  const object = direct ? forumAt(clauses, end + direct[0].length) : clauses.antecedent(group.start, 'forum');
  if (object) return [{ role, who: group.entities, what: object.entities, start: Math.min(group.start, object.start), end: Math.max(end, object.end) }];
  const there = AT.exec(after);
  const place = there && WITHIN.test(there[0]) && NEAR.test(there[0]) && !OTHER_CLAUSE.test(there[0]) ? forumAt(clauses, end + there[0].length) : undefined;
  return place ? [{ role: 'PARTICIPANT', who: group.entities, what: place.entities, start: group.start, end: place.end }] : [];
}

/** "Organized by Ⓐ, the Ⓕ …": the occasion that the sentence goes on with. */
function ahead({ groups, sentence }: Clauses, from: number): Group | null {
  const next = groups.find(({ kind, start }) => kind === 'forum' && start >= from);
  return next && /^(?:[^.;ⒶⓅⒻ]{0,60})?,\s(?:the\s|this\s)?$/u.test(sentence.masked.slice(from, next.start).replace(/(?:the|this)\s$/, '')) ? next : null;
}

/** "Ⓕ, hosted by Ⓐ", "It was convened by Ⓐ": each participle of a row has the object of the one before. */
function passive(clauses: Clauses, role: ParticipationRole, at: number, doer: Group, last: { readonly end: number; readonly object: Group } | null): { found: Found; object: Group } | null {
  const { masked } = clauses.sentence;
  const row = last && /^[^.;]{0,60}(?:,|\band|\bby)\s(?:(?:was|were|is|will\sbe)\s)?(?:\w+ly\s)?$/.test(masked.slice(last.end, at)) && !/[ⒶⓅⒸⒻ]/u.test(masked.slice(last.end, at).replace(/^.*?(?=,|\band)/u, '')) ? last.object : null;
  // "Ⓕ precedes Ⓕ and is coordinated by Ⓐ": the second verb has the subject of the first.
  const first = /\sand\s(?:is|are|was|were)\s(?:\p{Ll}+ly\s)?$/u.test(masked.slice(0, at)) ? clauses.groups.find(({ kind, start, end }) => kind === 'forum' && start < 6 && /^(?:\s\([^)]*\))?\s\p{Ll}+\s/u.test(masked.slice(end))) : undefined;
  const object = row ?? first ?? clauses.rightBefore(at, 'forum') ?? (at < 12 ? ahead(clauses, doer.end) : null);
  if (!object) return null;
  const gap = masked.slice(Math.min(object.end, at), at);
  const isAside = /^(?:\s\([^)]*\))?,\s(?:which|that)\s[^;.]*,\s(?:was|is|were|has\sbeen|had\sbeen)\s(?:\p{Ll}+ly\s)?$/u.test(gap); // "Ⓕ, which Ⓐ opened, was hosted by"
  if (!row && !isAside && (WITHIN.test(`${gap} at `) || /\b(?:not|never|should|must|could|would|may|might)\s/.test(gap) || OTHER_CLAUSE.test(gap.replace(/,?\s(?:which|that)\s(?:was|is|were|had\sbeen)\b/, '')))) return null;
  return { found: { role, who: doer.entities, what: object.entities, start: Math.min(object.start, at), end: doer.end }, object };
}

const BY = /^\s(?:\w+ly\s)?(?:at\s[^.;,]{3,40}\s)?(?:by|with)\s/;
/** "with support from Ⓐ", "in partnership with Ⓐ" behind a participle or its doer. */
const SUPPORT = rule(String.raw`\b(?:with|thanks\sto|through)\s(?:the\s)?(?:(?:\p{Ll}+)\s(?:and\s\p{Ll}+\s)?){0,2}(?:support|backing|funding|assistance|sponsorship|funds|resources|contributions?)\s(?:of|from|provided\sby|by)\s(?<who>(?:the\s)?${ACTORS})`);
const ALONGSIDE = rule(String.raw`\b(?:(?:[Tt]ogether|[Jj]ointly)\swith|[Aa]longside|[Ii]n\s(?:close\s)?(?:partnership|collaboration|cooperation|co-operation|conjunction|association|coordination)\s(?:and\s\w+\s)?with)\s(?<who>(?:the\s)?${ACTORS})(?:[^.;ⒶⓅ]{0,50}?,?\ssuch\sas\s(?<also>(?:the\s)?${ACTORS}))?`);

const OPENED_WITH = rule(String.raw`^[Ww]ith\s(?<who>(?:the\s)?${ACTORS}),\s(?=(?:the\s)?[ⒶⒸ])`);

function byVerb(clauses: Clauses): Found[] {
  const { masked } = clauses.sentence;
  const found: Found[] = [];
  let last: { readonly end: number; readonly object: Group } | null = null;
  const verbs = roleRules().flatMap(({ role, verb }) => (verb ? matchesIn(verb, masked) : []).map((match) => ({ role, at: match.index, end: match.index + match[0].length }))).toSorted((a, b) => a.at - b.at);
  for (const { role, at, end } of verbs) {
    const by = BY.exec(masked.slice(end));
    const doer = by ? clauses.startingAt(end + by[0].length) : null;
    const isWith = by !== null && /with\s$/.test(by[0]);
    const done: ReturnType<typeof passive> = doer && (!isWith || /^co-?|organi/.test(masked.slice(at, end))) ? passive(clauses, role, at, doer, last) : null;
    if (done) {
      found.push(done.found);
      last = { end: done.found.end, object: done.object };
    } else if (!by) found.push(...active(clauses, role, at, end));
  }
  return found;
}

/** Those who helped to hold what the sentence says was held. */
function companions(clauses: Clauses, held: readonly Found[]): Found[] {
  const { sentence } = clauses;
  const events = held.filter(({ role }) => role === 'HOST' || role === 'ORGANIZER');
  return [[SUPPORT, 'SPONSOR'] as const, [ALONGSIDE, null] as const, [OPENED_WITH, null] as const].flatMap(([pattern, role]) => matchesIn(pattern, sentence.masked).flatMap((match): Found[] => {
    const nearest = events.findLast(({ start, end }) => match.index - end < 90 && match.index >= start) ?? events.find(({ start }) => match.index < 3 || start - match.index < 60);
    const who = [...namedBetween(sentence, match.indices?.groups?.['who']), ...namedBetween(sentence, match.indices?.groups?.['also'])];
    return nearest ? [{ role: role ?? nearest.role, who, what: nearest.what, start: Math.min(nearest.start, match.index), end: Math.max(nearest.end, match.index + match[0].length) }] : [];
  }));
}

/** "Ⓐ spoke at Ⓕ", "Ⓐ took part in Ⓕ". */
function byPresence(clauses: Clauses): Found[] {
  const { masked } = clauses.sentence;
  return roleRules().flatMap(({ role, at }) => (at ? matchesIn(at, masked) : []).flatMap((match): Found[] => {
    const end = match.index + match[0].length;
    const place = AT.exec(masked.slice(end));
    const forum = place && !OTHER_CLAUSE.test(place[0]) ? forumAt(clauses, end + place[0].length) : undefined;
    const subject = forum ? clauses.subjectOf(match.index) : null;
    return forum && subject && !UNREAL.test(subject.between) ? [{ role, who: subject.group.entities, what: forum.entities, start: subject.group.start, end: forum.end }] : [];
  }));
}

const SAYING = String.raw`(?:told|said|announced|committed|pledged|stated|declared|argued|stressed|called|urged|appealed|proposed|presented|reported|raised|drew|launched|reminded|reaffirmed|expressed|warned|demanded|asked|undertook|agreed|introduced|tabled|submitted|shared|signed|promised|recalled|opposed|objected|maintained|explained|insisted|suggested|recommended|welcomed|endorsed|supported|co-sponsored|won|secured|pushed)`;
/** "At Ⓕ, Ⓐ announced": whoever acts there is there. */
const OPENING = rule(String.raw`(?:^|[;:]\s|\band\s)(?:[^.;:ⒶⒸⓅ,]{0,60},\s)?(?:[Aa]t|[Dd]uring|[Oo]n\sthe\soccasion\sof|[Aa]ddressing|[Ss]peaking\s(?:at|to|before)|[Bb]efore)\s(?:the\s|its\s|this\s)*(?<what>Ⓕ·*)(?:\s\([^)]{1,80}\))?(?:,\s[^;:.]{2,90}?)?,\s(?<gap>)(?=(?:the\s|our\s|its\s|\p{Lu}\p{Ll}+\s(?:of|from)\s)*[ⒶⒸⓅ])`);
const TELLS = rule(String.raw`(?<![\p{L}-])${SAYING}(?![\p{L}-])`);

function bySaying(clauses: Clauses): Found[] {
  const { sentence } = clauses;
  const { masked } = sentence;
  const opened = matchesIn(OPENING, masked).flatMap((match): Found[] => {
    const group = clauses.groups.find(({ kind, governed, end }) => kind === 'actor' && !governed && end > match.index + match[0].length);
    const verb = group ? /^(?:\s\([^)]{1,80}\)|,\s[^,;.]{2,120},)?\s((?:[a-z]+ly\s|also\s|then\s|has\s|have\s|had\s)*)([\p{Ll}-]+)(\s\p{Ll}+)?/u.exec(masked.slice(group.end)) : null;
    const isDeed = verb && !/^(?:is|are|was|were|did|does|do|should|must|could|would|may|might|can|cannot|to|and|or|of|in|with|for)$/.test(verb[2] ?? '');
    const place = match.indices?.groups?.['what'];
    return group && isDeed ? [{ role: 'SPEAKER', who: group.entities, what: namedBetween(sentence, place), start: match.index, end: group.end }] : [];
  });
  const told = matchesIn(TELLS, masked).flatMap((match): Found[] => {
    const end = match.index + match[0].length;
    const place = /^(?:\s[^.;:Ⓕ]{0,150}?)?\s(?:at|during|before)\s(?:the\s|its\s|this\s|our\s)*(?:[\p{Ll}-]+\s){0,2}?(?=Ⓕ)|^\s(?:the\s|this\s)?(?=Ⓕ)/u.exec(masked.slice(end));
    const isTold = place && (!/^\s(?:the\s|this\s)?$/.test(place[0]) || /told|reminded|urged|asked/.test(match[0]));
    const forum = isTold && !OTHER_CLAUSE.test(place[0]) ? forumAt(clauses, end + place[0].length) : undefined;
    const subject = forum ? clauses.subjectOf(match.index) : null;
    return forum && subject && !UNREAL.test(subject.between) && !BE.test(subject.between) ? [{ role: 'SPEAKER', who: subject.group.entities, what: forum.entities, start: subject.group.start, end: forum.end }] : [];
  });
  return [...opened, ...told];
}

/** Rows of the wordings that are built on nouns; groups `who` and `what`. */
const called = (noun: string): string => String.raw`(?<![\p{L}-])(?:${noun})(?![\p{L}-])`;
const NOUN_RULES = (): readonly { readonly role: ParticipationRole; readonly pattern: RegExp }[] => roleRules().flatMap(({ role, noun }) => (noun === null ? [] : [
  // "Ⓐ, chair of Ⓕ", "Ⓐ as co-facilitators of Ⓕ", "Ⓐ was the host of Ⓕ"
  { role, pattern: rule(String.raw`(?<who>${ACTORS}),?\s(?:\([^)]*\)\s)?(?:as\s|in\s(?:its|their|her|his)\s(?:capacity|role)\sas\s|(?:who\s)?(?:was|were|is|are|acted\sas|served\sas|acting\sas|serving\sas|also)\s)?(?:an?\s|the\s|one\sof\sthe\s|our\s)?(?:\d{4}\s|current\s|former\s|present\s|outgoing\s|incoming\s)?${called(noun)}\s(?:of|for|in|at|to)\s(?:the\s|this\s)?(?:preparations?\s(?:of|for)\s|opening\s(?:of|session\sof)\s)?(?:the\s|this\s)?(?<what>${FORUMS})`) },
  // "the Chair of Ⓕ, Ⓐ", "the host of Ⓕ (Ⓐ)"
  { role, pattern: rule(String.raw`\b${called(noun)}\s(?:of|for|at)\s(?:the\s|this\s)?(?<what>Ⓕ·*)(?:,\s|\s\()(?:(?:H\.E\.|Ms\.?|Mr\.?|Mrs\.?|Dr\.?|Ambassador|Professor)\s)*(?:the\s)?(?<who>${ACTORS})`) },
  // "Ⓐ for its chairmanship of Ⓕ", "under Ⓐ’s presidency of Ⓕ"
  { role, pattern: rule(String.raw`(?<who>[ⒶⒸⓅ]·*)(?:['’]s?|\sfor\s(?:its|their|her|his))\s(?:able\s|excellent\s|skilful\s|committed\s)?${called(noun)}\s(?:of|for|in|at)\s(?:the\s|this\s)?(?<what>Ⓕ·*)`) },
  { role, pattern: rule(String.raw`(?<what>Ⓕ·*)[^.;ⒶⓅ]{0,80}\bunder\sthe\s(?:\p{Ll}+\s)?${called(noun)}\sof\s(?:the\s)?(?<who>${ACTORS})`) },
  { role, pattern: rule(String.raw`\b${called(noun)}\sof\s(?:the\s|this\s)?(?<what>Ⓕ·*)\s(?:was|were|is|are)\s(?:the\s|Ms\.?\s|Mr\.?\s|H\.E\.\s)*(?<who>${ACTORS})`) },
]));
let nounRules: ReturnType<typeof NOUN_RULES> | null = null;

const RULES: readonly { readonly role: ParticipationRole; readonly pattern: RegExp }[] = [
  // "the Network’s Members Congress"
  { role: 'CHAIR', pattern: rule(String.raw`(?<what>Ⓕ·*)[^.;Ⓕ]{0,90}?\bunder\sthe\s(?:[Cc]hair(?:man)?ship|[Cc]hair|[Pp]residency)\sof\s(?:the\s)?(?<who>[ⒶⒸ]·*)`) },
  { role: 'ORGANIZER', pattern: rule(String.raw`(?<who>Ⓐ·*)['’]s?\s(?:(?:annual|own|first|latest|next|regional|global|biennial)\s)*(?<what>Ⓕ·*)`) },
  // "Ⓒ and Ⓒ, at the Ⓕ, both spoke up"
  { role: 'SPEAKER', pattern: rule(String.raw`(?<who>${ACTORS}),\s(?:at|during|speaking\sat|addressing)\s(?:the\s)?(?<what>Ⓕ·*)(?:\sin\s[^,;.]{3,30})?,\s(?:both\s|also\s|again\s|all\s)?(?!and\b|or\b|is\b|are\b|was\b|were\b|which\b|who\b|where\b|should\b|must\b|to\b)(?=\p{Ll}+\b)`) },
  // "under the chairmanship of Ⓐ, the Ⓕ …"
  { role: 'CHAIR', pattern: rule(String.raw`\b[Uu]nder\sthe\s(?:\p{Ll}+\s)?(?:[Cc]hair(?:manship)?|[Pp]residency|[Ll]eadership)\sof\s(?:the\s)?(?<who>${ACTORS}),\s(?:the\s|this\s)?(?<what>Ⓕ·*)`) },
  { role: 'SPONSOR', pattern: rule(String.raw`(?<what>Ⓕ·*)(?:\s\([^)]*\))?,?\s[^.;ⒶⓅ]{0,50}?\b(?:with|thanks\sto)\s(?:the\s)?(?:\p{Ll}+\s){0,2}(?:support|funding|assistance|sponsorship)\s(?:of|from|provided\sby|by)\s(?:the\s)?(?<who>${ACTORS})`) },
  // "we thank Ⓐ for hosting Ⓕ"
  { role: 'HOST', pattern: rule(String.raw`(?<who>${ACTORS})\sfor\s(?:so\s|once\smore\s|again\s|generously\s|kindly\s|jointly\s|co-)*(?:hosting|welcoming\sus\sto)\s(?:us\sat\s)?(?:the\s|this\s)?(?<what>Ⓕ·*)`) },
  { role: 'ORGANIZER', pattern: rule(String.raw`(?<who>${ACTORS})\sfor\s(?:jointly\s|co-)?(?:organi[sz]ing|convening|holding)\s(?:the\s|this\s)?(?<what>Ⓕ·*)`) },
  { role: 'CHAIR', pattern: rule(String.raw`(?<who>${ACTORS})\sfor\s(?:ably\s|co-)?(?:chairing|leading|steering|presiding\sover|guiding)\s(?:the\s|this\s)?(?<what>Ⓕ·*)`) },
  { role: 'CHAIR', pattern: rule(String.raw`(?<who>[ⒶⒸ]·*)(?:,\s(?:which|who))?,?\s(?:takes?|took|taking|assumes?|assumed|assuming|holds?|held|holding)\s(?:over\s)?the\s(?:[Cc]hair(?:manship)?|[Pp]residency)\s(?:of\s)(?:the\s|this\s)?(?<what>Ⓕ·*)`) },
  { role: 'PARTICIPANT', pattern: rule(String.raw`\b(?:participation|presence|attendance|involvement|role)\s(?:of|by)\s(?:the\s|representatives\sof\s)*(?<who>${ACTORS})\s(?:in|at)\s(?:the\s|this\s)?(?<what>${FORUMS})`) },
  { role: 'PARTICIPANT', pattern: rule(String.raw`(?<who>${ACTORS})\s(?:participating|taking\spart)\s(?:in|at)\s(?:the\s)?(?<what>${FORUMS})`) },
  { role: 'PARTICIPANT', pattern: rule(String.raw`\bin\s(?:the\s|an?\s)(?<who>[ⒶⒸ]·*)\s(?:during|at)\s(?:the\s)?(?<what>${FORUMS})`) },
  { role: 'SPEAKER', pattern: rule(String.raw`\b(?:statement|speech|address|keynote|intervention|remarks|presentation)s?\s(?:(?:made|given|delivered)\s)?(?:of|by|from)\s(?:the\s)?(?<who>${ACTORS})\s(?:at|to|before|in|during)\s(?:the\s)?(?<what>Ⓕ·*)`) },
  // "Ⓕ brought together Ⓐ, Ⓐ and Ⓐ"
  { role: 'PARTICIPANT', pattern: rule(String.raw`(?<what>Ⓕ·*)(?:\s\([^)]*\)|,\s[^.;Ⓕ]{2,120},)?,?\s(?:which\s)?(?:brought\stogether|gathered|assembled|convened|united|was\sattended\sby|was\sjoined\sby|attended\sby|heard(?:\s(?:statements|presentations|testimony|testimonies))?(?:\s(?:from|by))?)\s[^.;ⒶⒸⓅ]{0,80}?(?<who>${ACTORS})`) },
  { role: 'PARTICIPANT', pattern: rule(String.raw`(?<what>Ⓕ·*)[^.;ⒶⒸⓅ]{0,60}\bwith\sthe\sparticipation\sof\s[^.;ⒶⒸⓅ]{0,60}?(?<who>${ACTORS})`) },
  { role: 'PARTICIPANT', pattern: rule(String.raw`\b(?:[Pp]articipants|[Ss]peakers|[Pp]anell?ists|[Dd]elegat(?:es|ions))\s(?:at|in|of|to)\s(?:the\s)?(?<what>Ⓕ·*)\s(?:included|were|comprised)\s[^.;ⒶⒸⓅ]{0,60}?(?<who>${ACTORS})`) },
];

function byNoun(sentence: NamedSentence): Found[] {
  return [...(nounRules ??= NOUN_RULES()), ...RULES].flatMap(({ role, pattern }) => matchesIn(pattern, sentence.masked).flatMap((match): Found[] => {
    const groups = match.indices?.groups;
    const what = namedBetween(sentence, groups?.['what']);
    if (/\b(?:not|never|should|must|could|would|may)\s/.test(match[0])) return [];
    return [{ role, who: namedBetween(sentence, groups?.['who']), what, start: match.index, end: match.index + match[0].length }];
  }));
}

/** A body "at its session" holds it: that the Quay Committee took part in the Quay Committee's session says nothing. */
const isOwnSession = (from: EntityId, to: EntityId): boolean => to.includes(from.slice(from.indexOf(':') + 1));

/** The participations that a sentence states. */
export function participationsIn(sentence: NamedSentence): RelationRecord[] {
  if (!sentence.masked.includes('Ⓕ')) return [];
  const clauses = new Clauses(sentence);
  const held = byVerb(clauses);
  const found = [...held, ...companions(clauses, held), ...byPresence(clauses), ...byNoun(sentence)];
  const known = new Set(found.flatMap(({ who, what }) => pairs(who, what).map(String)));
  // Whoever has a role there is not a speaker as well only because a verb of saying stands there too.
  const said = bySaying(clauses).filter(({ who, what }) => pairs(who, what).some((pair) => !known.has(String(pair))));
  return [...found, ...said].flatMap(({ role, who, what, start, end }) => pairs(who, what).filter(([from, to]) => !isOwnSession(from, to)).map(([from, to]) => stated(sentence, 'PARTICIPATED_IN', from, to, start, end, { role })));
}
