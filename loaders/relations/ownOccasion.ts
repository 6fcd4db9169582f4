// Whoever speaks in a text at the occasion it was written for took part there: "Statement by Ⓐ at Ⓕ", "I take the floor for Ⓐ",
// "Delivered by Ⓟ", "Ⓒ, our host". And the session that a head names beside its conference is part of that conference.

import type { EntityRecord, RelationRecord } from '../../schema/extraction.ts';
import type { ActorRef, EntityId, ForumId } from '../../schema/ids.ts';
import type { ParticipationRole } from '../../schema/vocabulary.ts';
import type { DocumentFacts } from '../documentFacts.ts';
import { ACTORS, namedBetween, rule, type NamedSentence } from './namedSentence.ts';
import { roleRules } from './roles.ts';
import { stated } from './stated.ts';
import { matchesIn } from '../text/mayMatch.ts';

/** A head that says its text was spoken, or handed in, by its authors. */
const SPOKEN = /\b(?:oral\s(?:statement|intervention)|interventions?|remarks|speech|address|check\sagainst\sdelivery|as\sdelivered|delivered\sby|(?:paper|presentation)\s(?:presented|delivered|given)\sby|talking\spoints)\b|\bstatements?\s(?:made\s|delivered\s)?(?:by|of)\b[^.]{0,160}\b(?:at|before|during)\sthe\b/i;
const HANDED_IN = /\b(?:contribution|submission|inputs?|paper|presentation)s?\s(?:submitted\s|made\s|delivered\s|prepared\s)?(?:to|at|for|by|of|from)\b/i;
/** A first sentence that only somebody in the room says. */
const IN_THE_ROOM = /^(?:Thank you|Thanks|I thank you|Many thanks),?\s(?:very much,?\s)?(?:Mr\.?|Ms\.?|Madam(?:e)?|Co-)?\s?(?:Chair|President|Moderator|Facilitator|Vice|Excellenc)|^(?:(?:Mr\.?|Madam(?:e)?|Distinguished|Honou?rable)\s(?:Chair|President|Moderator|Facilitator|Vice|Co-|Delegates)|Excellencies|Your Excellenc)|\bI\s(?:take\sthe\sfloor|have\sthe\shonou?r|speak|am\s(?:speaking|honou?red|pleased|delivering|making\sthis))\b|\b(?:deliver|make)\sthis\s(?:statement|intervention)\b/u;
const SPEAKS_FOR = rule(String.raw`\b(?:I|[Ww]e)\s(?:(?:am|are|have)\s)?(?:[\p{L}-]+\s){0,4}?(?:speak(?:ing)?|take\sthe\sfloor|(?:deliver|mak|read)(?:ing|e)?\sthis\s(?:statement|intervention)|the\shono?u?r\sto\sspeak|align\s\p{Ll}+\swith)?\s?(?:here\s|today\s)?(?:for|on\sbehalf\sof|in\sthe\sname\sof)\s(?:the\s)?(?<who>${ACTORS})`);
const DONE_AT = rule(String.raw`^(?:Done|Adopted|Given)\s(?:at|in)\s\p{Lu}[\p{L}\s’'-]{2,40},\s(?<country>Ⓒ·*)(?=[,.]|\s\(|\son\s|\sin\s|$)`);
const EARLY = 8;

const OWN_NOUNS = (): readonly { readonly role: ParticipationRole; readonly pattern: RegExp }[] => roleRules().flatMap(({ role, noun }) => {
  if (noun === null) return [];
  const called = String.raw`(?<![\p{L}-])(?:${noun})(?![\p{L}-])(?!\s(?:of|for|in|at|to)\s)`;
  return [
    // "Ⓒ, our host,"; "we thank Ⓒ and Ⓒ as co-facilitators"
    { role, pattern: rule(String.raw`(?<who>${ACTORS}),\sour\s(?:able\s|distinguished\s)?${called}`) },
    { role, pattern: rule(String.raw`\b(?:[Tt]hank|[Cc]ongratulat\p{L}*|[Cc]ommend|[Aa]ppreciat\p{L}*|[Gg]rateful\sto|[Ww]elcome)\s(?:the\s|Ambassadors?\s|H\.E\.\s)*(?<who>${ACTORS})\sas\s(?:the\s|our\s)?${called}`) },
    // "the co-chairs, Ⓐ and Ⓐ", "our host Ⓒ"
    // "Ⓟ (Ⓐ) was elected Chair", "Ⓐ served as Rapporteur"
    { role, pattern: rule(String.raw`(?<who>[ⒶⒸⓅ]·*)(?:\s\([^)]*\)|\s(?:of|from)\s(?:the\s)?Ⓐ·*(?:\s\([^)]*\))?|,\s[^,;.]{2,80},)?\s(?:(?:was|were)\s(?:(?:also|then|unanimously)\s)?(?:elected|appointed|chosen|designated|named)|served|acted)\s(?:as\s)?(?:the\s|its\s)?${called}`) },
    { role, pattern: rule(String.raw`\b(?:[Tt]hank|[Cc]ongratulate|[Cc]ommend|[Gg]rateful\sto|to)\s(?:the|our)\s${called},?\s(?:the\s|Ambassadors?\s)*(?<who>${ACTORS})`) },
  ];
});
/** What is said of the occasion itself without naming it. */
const ROUND_ABOUT: readonly { readonly role: ParticipationRole; readonly pattern: RegExp }[] = [
  { role: 'CHAIR', pattern: rule(String.raw`(?<who>[ⒶⒸⓅ]·*)\s(?:presided|took\sthe\schair|was\sin\sthe\schair)(?!\sover)\b`) },
  { role: 'CHAIR', pattern: rule(String.raw`\bwith\s(?:the\s|Ms\.?\s|Mr\.?\s)*(?<who>[ⒶⒸⓅ]·*)(?:\s(?:of|from)\s[^.;,]{2,60})?\sin\sthe\schair\b`) },
  { role: 'ORGANIZER', pattern: rule(String.raw`\bat\sthe\s(?:joint\s|kind\s)?invitation\sof\s(?:the\s)?(?<who>${ACTORS})`) },
  { role: 'SPONSOR', pattern: rule(String.raw`(?<who>${ACTORS})\s(?:kindly\s|generously\s|also\s)?(?:bore|met|covered|paid\s(?:for)?|defrayed|provided|financed|funded)\s(?:all\s)?(?:the\s)?(?:\p{L}+\s){0,3}(?:costs?|expenses|interpretation|venue|travel|catering|hall|premises)\b`) },
  // "We, …, meeting at the invitation of Ⓐ, with the support of Ⓐ and in the presence of Ⓐ"
  { role: 'SPONSOR', pattern: rule(String.raw`\b(?:meeting|gathered|assembled|convened|met)\s[^.;Ⓕ]{0,160}\bwith\s(?:the\s)?(?:\p{Ll}+\s)?(?:support|backing|funding|assistance)\s(?:of|from)\s(?:the\s)?(?<who>${ACTORS})`) },
  { role: 'PARTICIPANT', pattern: rule(String.raw`\b(?:meeting|gathered|assembled|convened|met)\s[^.;Ⓕ]{0,260}\bin\sthe\spresence\sof\s(?:the\s)?(?<who>${ACTORS})`) },
  { role: 'PARTICIPANT', pattern: rule(String.raw`^(?:The\s)?(?<who>Ⓐ·*)[^;.Ⓕ]{0,200}?\ssent\san?\s(?:\p{Ll}+\s)?delegation\b(?!\sto)`) },
  { role: 'PARTICIPANT', pattern: rule(String.raw`\b(?:[Oo]bservers|[Dd]elegat(?:es|ions)|[Pp]articipants|[Rr]epresentatives|[Ee]xperts)\s(?:also\s)?(?:came|attended|travelled|were\s(?:present|drawn|sent))\s(?:from|by)\s(?:the\s)?(?:embassy\sof\s|secretariat\sof\s)?(?<who>${ACTORS}(?:,?\s(?:and\s)?(?:the\s)?(?:embass(?:y|ies)|secretariat|mission|office|government)s?\sof\s(?:the\s)?${ACTORS})*)`) },
  // "Forty experts from Ⓒ and Ⓒ attended, together with observers from Ⓐ"
  { role: 'PARTICIPANT', pattern: rule(String.raw`\b(?:attended|took\spart|participated|present),?\s(?:together|along|as\swell\sas)(?:\swith)?\s(?:\p{L}+\s){0,2}(?:observers|representatives|delegates|experts)\s(?:of|from)\s(?:the\s)?(?<who>${ACTORS})`) },
  { role: 'PARTICIPANT', pattern: rule(String.raw`\b(?:[Rr]epresentatives|[Dd]elegat(?:es|ions)|[Oo]bservers|[Ee]xperts|[Pp]articipants|[Oo]fficials)\s(?:of|from)\s(?:the\s)?(?<who>${ACTORS})\s(?:also\s|were\s)?(?:attended|took\spart|participated|present)\b(?!\s(?:in|at)\s(?:(?:the\s)?[ⒶⒻ]|(?:an?|their|his|her)\s(?:personal|individual)))`) },
];
/** Who is reported to have spoken, in the report of a meeting: "The representative of Ⓐ recalled", "Ⓐ pointed to". */
const REPORTED = rule(String.raw`^(?:[^.;ⒶⒸⓅ]{0,80},\s)?(?:(?:The|A|One|Another)\s(?:representative|delegate|delegation|member|observer|speaker|expert|official)s?\s(?:of|from|for)\s)?(?:[Tt]he\s|Ms\.?\s|Mr\.?\s|Mrs\.?\s|Dr\.?\s)*(?<who>[ⒶⒸⓅ]·*)(?:\s\([^)]*\)|,\ssupported\sby\s(?:the\s)?(?<also>Ⓐ·*)(?:\s\([^)]*\))?,|,\s[^,;.]{2,60},|\s(?:of|from)\s(?:the\s)?Ⓐ·*(?:\s\([^)]*\))?)?\s(?:(?:also|then|further|strongly)\s)*(?:said|stated|recalled|reminded|opposed|objected|replied|answered|warned|stressed|emphasi[sz]ed|underlined|pointed\s(?:to|out)|introduced|presented|explained|reported|described|noted|argued|called|urged|asked|proposed|suggested|announced|offered|welcomed|expressed|regretted|cautioned|insisted|questioned|disagreed|added|observed|shared|drew\sattention|maintained|undertook|pledged|committed)\b`);
const REPORT = /\b(?:report|summary|rapporteur|minutes|proceedings|conclusions|record|highlights)\b/i;

const TAKES_CHAIR = rule(String.raw`(?<who>[ⒶⒸ]·*),?\s(?:(?:which|who)\s)?(?:will\s)?(?:takes?|took|taking|assumes?|assuming|holds?|holding)\s(?:over\s)?the\s(?:[Cc]hair(?:manship)?|[Pp]residency)(?!\sof\s(?!this|the\s[Ff]orum))`);
let ownNouns: ReturnType<typeof OWN_NOUNS> | null = null;
const PAID = rule(String.raw`\b(?:[Ii]nterpretation|[Tt]ravel|[Tt]ranslation|[Vv]enue|[Cc]atering|[Pp]articipation|[Ll]ogistics)\b[^.;ⒶⒸⓅ]{0,80}\b(?:paid\sfor|paid|funded|covered|provided|financed|supported|sponsored|offered)\sby\s(?:the\s)?(?<who>${ACTORS})`);

/** A session, a round table: what is held within something larger. */
const PART = /\b(?:round\s?table|session|panel|track|working group|plenary|side event|breakout|workshop|hearing|segment|theme|commission \d)\b/i;

function partOf(lines: readonly NamedSentence[], own: ForumId, entities: ReadonlyMap<EntityId, EntityRecord>): RelationRecord[] {
  const signs = lines.flatMap((line) => line.signs.flatMap(({ start, end, entities: [entity] }) => (entity?.startsWith('forum:') ? [{ line, start, end, entity }] : [])));
  const nameOf = (entity: EntityId): string => entities.get(entity)?.name ?? '';
  const other = signs.find(({ entity }) => entity !== own);
  const here = signs.find(({ entity }) => entity === own);
  if (!other || !here) return [];
  const [part, whole] = PART.test(nameOf(own)) && !PART.test(nameOf(other.entity)) ? [here, other] : PART.test(nameOf(other.entity)) && !PART.test(nameOf(own)) ? [other, here] : [];
  return part && whole ? [{ ...stated(part.line, 'PART_OF', part.entity, whole.entity, part.start, part.end), passages: [...new Set([part.line.passage, whole.line.passage])] }] : [];
}

/** "Delivered by Ⓟ, Deputy Minister", in the head of an author's text: the author's. */
function delegates(lines: readonly NamedSentence[], authors: readonly ActorRef[]): RelationRecord[] {
  const [author] = authors;
  if (!author || authors.length > 1) return [];
  return lines.flatMap((line) => [...line.masked.matchAll(/(?:^|\b[Bb]y\s)(?:H\.?E\.?\s|Ms\.?\s|Mr\.?\s|Mrs\.?\s|Dr\.?\s|Hon\.?\s|Ambassador\s)*(Ⓟ·*)(?:,\s|\s[–-]\s)(?:the\s|its\s)?\p{Lu}[^ⒶⒸ]{3,90}$/gu)].flatMap((match) => {
    const person = line.signs.find(({ start }) => start === match.index + match[0].indexOf('Ⓟ'))?.entities[0];
    return person && (person as string) !== author ? [stated(line, 'MEMBER_OF', person, author, match.index, match.index + match[0].length)] : [];
  }));
}

/**
 * What a text says of the occasion it was written for.
 * @param sentences of the whole text, in order; @param lines those of its head
 */
export function ownOccasion(sentences: readonly NamedSentence[], lines: readonly NamedSentence[], { forum, authors, self, title }: DocumentFacts, entities: ReadonlyMap<EntityId, EntityRecord>): RelationRecord[] {
  const found = delegates(lines, authors);
  if (!forum) return found;
  found.push(...partOf(lines, forum, entities));
  const took = (line: NamedSentence, who: readonly EntityId[], role: ParticipationRole, start: number, end: number): void => {
    for (const actor of who) if (!actor.endsWith('-participants')) found.push(stated(line, 'PARTICIPATED_IN', actor, forum, start, end, { role }));
  };
  // "Done at Lima, Peru": where a text was adopted its occasion was.
  for (const line of sentences) for (const match of line.masked.matchAll(DONE_AT)) for (const country of namedBetween(line, match.indices?.groups?.['country'])) found.push(stated(line, 'HELD_IN', forum, country, 0, match[0].length));
  // "Signed in Lima by:" below what an assembly adopted: those who sign were there.
  const assembled = self.some((actor) => actor.endsWith('-participants'));
  for (const [at, line] of sentences.entries()) {
    const names = assembled && /^(?:Adopted and s|S)igned\b[^.;]{0,60}:\s*$/.test(line.text) ? sentences[at + 1] : undefined;
    if (names) for (const { entities: named, start, end } of names.signs) took(names, named.filter((entity) => entity.startsWith('actor:')), 'PARTICIPANT', start, end);
  }
  // "a side event, Night Shifts Have Names": beside the occasion that the text was written for.
  for (const line of sentences) {
    const [event, other] = line.signs.filter(({ entities: [entity] }) => entity?.startsWith('forum:'));
    const [entity] = event?.entities ?? [];
    if (event && !other && entity && entity !== forum && /\b(?:[Ss]ide|[Pp]arallel)[\s-][Ee]vent,?\s["“]?$/.test(line.text.slice(0, event.start))) found.push(stated(line, 'PART_OF', entity, forum, event.start, event.end));
  }
  const isReport = self.some((actor) => actor.endsWith('-participants')) || REPORT.test(title) || lines.some(({ text }) => REPORT.test(text));
  const spoken = new Set<EntityId>(authors);
  const body = sentences.slice(lines.length, lines.length + EARLY);
  const head = lines.find(({ text }) => SPOKEN.test(text)) ?? body.find(({ text }) => IN_THE_ROOM.test(text));
  const written = lines.find(({ text }) => HANDED_IN.test(text));
  if (head) took(head, authors, 'SPEAKER', 0, head.text.length);
  else if (written) took(written, authors, 'PARTICIPANT', 0, written.text.length);
  for (const line of body) for (const match of matchesIn(SPEAKS_FOR, line.masked)) took(line, namedBetween(line, match.indices?.groups?.['who']), 'SPEAKER', match.index, match.index + match[0].length);
  for (const line of sentences) {
    if (!/[ⒶⒸⓅ]/u.test(line.masked)) continue;
    for (const { role, pattern } of (ownNouns ??= OWN_NOUNS())) for (const match of matchesIn(pattern, line.masked)) took(line, namedBetween(line, match.indices?.groups?.['who']), role, match.index, match.index + match[0].length);
    for (const { role, pattern } of ROUND_ABOUT) for (const match of matchesIn(pattern, line.masked)) if (!/\bⒻ/u.test(match[0])) took(line, namedBetween(line, match.indices?.groups?.['who']), role, match.index, match.index + match[0].length);
    if (isReport) for (const match of matchesIn(REPORTED, line.masked)) took(line, [...namedBetween(line, match.indices?.groups?.['who']), ...namedBetween(line, match.indices?.groups?.['also'])].filter((actor) => !spoken.has(actor)), 'SPEAKER', match.index, match.index + match[0].length);
    for (const match of matchesIn(TAKES_CHAIR, line.masked)) took(line, namedBetween(line, match.indices?.groups?.['who']), 'CHAIR', match.index, match.index + match[0].length);
    for (const match of matchesIn(PAID, line.masked)) took(line, namedBetween(line, match.indices?.groups?.['who']), 'SPONSOR', match.index, match.index + match[0].length);
  }
  return found;
}
