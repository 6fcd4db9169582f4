// Whose text it is: named by its opening ("I speak for …"), in the title ("Quay Network Statement"), behind "by", as the delegation or the
// office of who speaks, alone on a line of the head, in the signature, among those who sign, or as the body that says "we" first.

import type { EntityRecord, Mention } from '../../schema/extraction.ts';
import type { ActorRef, EntityId } from '../../schema/ids.ts';
import type { Passage } from '../text/passages.ts';
import { isDateline } from '../text/wrapping.ts';
import { dateIn } from './dates.ts';
import type { HeaderLine } from './header.ts';
import { delegations, inOffice, isOfficeElsewhere, namedAsAuthors, TITLE_OF_WORK } from './bylines.ts';
import { isSigned, listedSignatories, signatories } from './signatories.ts';
import { collectiveOpening, openingAuthors } from './speaker.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}

const asActor = ({ entity }: Mention): ActorRef | null => (entity.startsWith('actor:') || entity.startsWith('country:') ? (entity as ActorRef) : null); // the prefix is the type

/** Whether mentions, their short forms and joining words are all that a line holds. */
function fillsLine(text: string, line: Place, named: readonly Mention[]): boolean {
  // "Harbour Network, Lima, October 2017": place and date behind a name are no words of the line.
  const last = named.at(-1)?.end ?? line.end;
  const behind = text.slice(last, line.end);
  const dated = /^(?:\s?\([^)]*\))?\s?[,|–—-]\s*(.+)$/.exec(behind)?.[1];
  let rest = text.slice(line.start, dated && isDateline(dated) ? last : line.end);
  for (const { surface } of named) rest = rest.replace(surface, '');
  return named.length > 0 && rest.replace(/\b(?:the|and|by|with|on behalf of|together|jointly|in (?:partnership|collaboration|cooperation)|members of)\b|[⁰¹²³⁴⁵⁶⁷⁸⁹]|[^\p{L}\p{N}]/giu, '') === '';
}

/** "Geneva, 16 June 2016 – The …": how a press release begins. */
const RELEASED = /^[^.;:]{4,60}\b(?:19|20)\d{2}\)?\s?[–—-]{1,2}\s(?:The\s)?/;
/** Bodies of which the first sentence is the voice: "The Quay Network, QN, welcomes … We …". */
function firstSpeaker(passages: readonly Passage[], mentions: readonly Mention[]): Mention[] {
  const prose = passages.find(({ role, text }) => role === 'SENTENCE' && text.length >= 60);
  const released = prose ? (RELEASED.exec(prose.text)?.[0].length ?? 0) : 0;
  if (!prose || (released === 0 && !passages.some(({ role, text }) => role !== 'INSTRUCTION' && /\b(?:we|our)\b/i.test(text)))) return [];
  const first = mentions.find(({ start, end }) => start >= prose.start && end <= prose.end);
  const speaker = first && first.start - prose.start <= released + 4 && asActor(first) ? first : null;
  const after = first ? prose.text.slice(first.end - prose.start) : '';
  return speaker && /^(?:\s\([^)]*\)|,[^,]{2,40},)?\s(?:today\s|strongly\s|warmly\s)?(?:(?:welcome|thank|urge|appreciate|recommend|condemn|demand)(?:s|e?d)?|call(?:s|ed)?|express(?:es|ed)?|submit(?:s|ted)?|launched|announced|warned|said|participated|took part|attended|joined|presented|is (?:a|an|the|pleased|deeply|honou?red))\b/.test(after) ? [speaker] : [];
}

/** How often a text names the body whose letterhead it bears. */
const SPOKEN_OF = 2;
/** What divides two lines in one line of print: UTF-16 units. */
const DIVIDED = 4;
/** A head of so few lines holds no list of whoever came. */
const SHORT_HEAD = 6;
const SESSION_REPORT = /\b(?:rapporteur|summary|minutes|proceedings|outcome|(?:session|meeting) report)\b/i;
/** In sentences of which it is the subject: of a body that the head names too, fewer do. */
const SPEAKS = 3;
const SPEAKS_IF_HEADED = 2;
const EARLY = 1200;
/** The body of which the text goes on to say what it thinks and does, from its first paragraphs on, and of no other half as often. */
function mostSpeaking(passages: readonly Passage[], bodies: readonly Mention[], body: number): Mention[] {
  const running = passages.filter(({ role }) => role === 'SENTENCE' || role === 'ITEM');
  const from = running[0]?.start ?? 0;
  const subjects = running.flatMap(({ start, end, text }) => bodies.find((mention) => mention.entity.startsWith('actor:') && mention.start >= start && mention.start <= start + 4 && mention.end < end && /^(?:\s\([^)]*\))?\s\p{Ll}/u.test(text.slice(mention.end - start))) ?? []);
  const bySubject = [...Map.groupBy(subjects, ({ entity }) => entity).values()].toSorted((a, b) => b.length - a.length);
  const [most = [], second = []] = bySubject;
  const [first] = most;
  const enough = first && bodies.some(({ entity, end }) => entity === first.entity && end <= body) ? SPEAKS_IF_HEADED : SPEAKS;
  return first && most.length >= enough && most.length >= second.length * 2 && first.start <= from + EARLY ? [first] : [];
}

/** "Lima | 4-5 May 2011 | Harbour University": a body behind the date in the same line of print is where the meeting was held. */
const isVenue = (line: HeaderLine, before: HeaderLine | undefined): boolean => before !== undefined && line.start - before.end <= DIVIDED && dateIn(before.text) !== null;
/** "Quay Commission / Fifty-fourth session": the body that meets, not one that writes. */
const SESSION = /^(?:\w+(?:-\w+)?|\d+(?:st|nd|rd|th))\s(?:\p{L}+\s)?(?:session|meeting)\b/iu;

/** What may tell whose text it is, in order of trust: the first that tells anything is believed. */
export function authorsOf(text: string, passages: readonly Passage[], lines: readonly HeaderLine[], signature: readonly HeaderLine[], mentions: readonly Mention[], entities: ReadonlyMap<EntityId, EntityRecord>): ActorRef[] {
  const bodies = mentions.filter((mention) => asActor(mention) !== null && entities.get(mention.entity)?.kind !== 'PERSON' && !isOfficeElsewhere(text, mention));
  const namedIn = (place: Place): Mention[] => bodies.filter((mention) => mention.start >= place.start && mention.end <= place.end);
  const inLine = (line: HeaderLine): Mention[] => (fillsLine(text, line, namedIn(line)) ? namedIn(line) : []);
  const from = lines.at(-1)?.end ?? 0;
  // Behind the title of the work a line with a body alone is its author; before it, it is whoever held the meeting.
  const titled = lines.findLastIndex((line) => TITLE_OF_WORK.test(line.text));
  const alone = lines.slice(titled + 1).flatMap((line, at) => (isVenue(line, lines[titled + at]) ? [] : inLine(line)));
  // A letterhead above the title of a work counts if the work goes on to speak of that body.
  const isReport = SESSION_REPORT.test(lines.map((line) => line.text).join(' '));
  const letterhead = titled !== 0 && !isReport ? (titled > 0 ? lines.slice(0, titled) : lines).flatMap((line, at) => (SESSION.test(lines[at + 1]?.text ?? '') ? [] : inLine(line))) : [];
  const spokenOf = letterhead.filter(({ entity }) => mentions.filter((mention) => mention.entity === entity && mention.start > from).length >= SPOKEN_OF);
  const opening = collectiveOpening(passages, 0);
  const evidence: readonly (() => readonly Mention[])[] = [
    () => openingAuthors(text, passages, from, bodies),
    () => (isSigned(lines, passages, from) ? signatories(signature, bodies) : []),
    () => {
      const explicit = namedAsAuthors(text, lines, namedIn);
      return explicit.length === 0 ? [] : [...explicit, ...alone.filter(({ entity }) => explicit.some((mention) => mention.entity === entity))];
    },
    () => delegations(text, lines, namedIn),
    () => inOffice(text, lines, namedIn),
    () => (titled >= 0 ? alone : []),
    () => spokenOf,
    () => signature.flatMap(inLine),
    // "We, the undersigned": those whose names stand one to a line at the end.
    () => (opening?.signs ? listedSignatories(passages, bodies) : []),
    () => (opening?.signs ? [] : firstSpeaker(passages, mentions)),
    // A letterhead that the text never comes back to may be that of the meeting.
    () => (opening?.signs ? [] : letterhead.filter(({ entity }) => lines.length <= SHORT_HEAD || mentions.some((mention) => mention.entity === entity && mention.start > from))),
    () => (!opening?.signs && lines.length <= SHORT_HEAD ? alone : []),
    () => (opening || isReport ? [] : mostSpeaking(passages, bodies, from)),
  ];
  for (const look of evidence) {
    const found = look();
    if (found.length > 0) return [...new Set(found.flatMap((mention) => asActor(mention) ?? []))];
  }
  return [];
}
