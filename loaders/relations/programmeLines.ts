// Lines that are no sentences: a letterhead, "Moderator: Ana Cruz, Quay Network", "Organized by …", a title with its host.

import type { EntityRecord, RelationRecord } from '../../schema/extraction.ts';
import type { ActorRef, EntityId, ForumId } from '../../schema/ids.ts';
import type { ParticipationRole } from '../../schema/vocabulary.ts';
import { BODIES, namedBetween, rule, type NamedSentence } from './namedSentence.ts';
import { pairs, stated } from './stated.ts';

const ROLE_WORDS: readonly (readonly [RegExp, ParticipationRole])[] = [
  [/^(?:co-)?moderators?\b/i, 'MODERATOR'],
  [/^rapporteurs?\b/i, 'RAPPORTEUR'],
  [/^co-chairs?\b/i, 'CO_CHAIR'],
  [/^chairs?(?:person)?\b/i, 'CHAIR'],
  [/^(?:(?:keynote\s)?speakers?|panell?ists?|presenters?|discussants?|discussion starters?|respondents?|opening remarks)\b/i, 'SPEAKER'],
  [/^facilitators?\b/i, 'MODERATOR'],
  [/^(?:sponsors?|sponsored by|supported by|with the support of)\b/i, 'SPONSOR'],
  [/^(?:host(?:ed by)?|hosts)\b/i, 'HOST'],
  [/^(?:(?:co-)?organi[sz](?:ed by|ers?)|convened by|convenors?)\b/i, 'ORGANIZER'],
  [/^(?:participants|participating organi[sz]ations)\b/i, 'PARTICIPANT'],
];

/** What these lines are read with. */
export interface LineContext {
  /** The forum of the text at this place, or null. */
  readonly forum: ForumId | null;
  /** The role that the line before gave, for those listed below it. */
  readonly role: ParticipationRole | null;
}

/** The role that opens a line ("Rapporteur:", "Organized by"), or null. */
export function roleOf(line: string): ParticipationRole | null {
  const found = ROLE_WORDS.find(([pattern]) => pattern.test(line));
  return found && /^[^:]{0,40}:|^[\p{L}-]+\s(?:by|the support)/u.test(line) ? found[1] : null;
}

const PERSON_LINE = rule(String.raw`^(?:[^:]{3,40}:\s)?(?:Ms\.?\s|Mr\.?\s|Mrs\.?\s|Dr\.?\s|H\.E\.\s)*(?<who>Ⓟ·*)(?:(?:,|\s[–—-]|\s\()\s?(?:[\p{L}\s-]{3,60},\s)?(?:the\s)?(?<body>Ⓐ·*))?`);
const WITH_PARTNERS = rule(String.raw`^[^ⒶⒸ]{0,40}(?<who>${BODIES})(?:[^ⒶⒸ]{0,12}\bin\s(?:partnership|collaboration|cooperation)\swith\s(?:the\s)?(?<partners>${BODIES}))?`);

/** What a line of a programme states. */
export function programmeLine(line: NamedSentence, { forum, role }: LineContext): RelationRecord[] {
  const found: RelationRecord[] = [];
  const own = roleOf(line.text) ?? role;
  for (const match of line.masked.matchAll(PERSON_LINE)) {
    const { who, body } = match.indices?.groups ?? {};
    const persons = namedBetween(line, who);
    if (forum && own) for (const person of persons) found.push(stated(line, 'PARTICIPATED_IN', person, forum, match.index, match.index + match[0].length, { role: own }));
    for (const [from, to] of pairs(persons, namedBetween(line, body))) found.push(stated(line, 'MEMBER_OF', from, to, match.index, match.index + match[0].length));
  }
  if (!forum || !roleOf(line.text) || found.length > 0) return found;
  for (const match of line.masked.matchAll(WITH_PARTNERS)) {
    const { who, partners } = match.indices?.groups ?? {};
    for (const actor of [...namedBetween(line, who), ...namedBetween(line, partners)]) found.push(stated(line, 'PARTICIPATED_IN', actor, forum, match.index, match.index + match[0].length, { role: own ?? 'ORGANIZER' }));
    for (const [from, to] of pairs(namedBetween(line, who), namedBetween(line, partners))) found.push(stated(line, 'PARTNERED_WITH', from, to, match.index, match.index + match[0].length));
  }
  return found;
}

/** A line that holds one body and nothing else. */
const bodyAlone = ({ masked, signs }: NamedSentence): EntityId | null => (signs.length === 1 && /^(?:The\s)?Ⓐ·*$/.test(masked.trim()) ? (signs[0]?.entities[0] ?? null) : null);

/**
 * "Population Division / Department … / Secretariat": lines of a letterhead, each part of the next, and the first of them holds the meeting.
 * @param lines of the head, in order; @param authors stand in the head too and hold nothing
 */
export function letterhead(lines: readonly NamedSentence[], forum: ForumId | null, authors: readonly ActorRef[], entities: ReadonlyMap<EntityId, EntityRecord>): RelationRecord[] {
  const found: RelationRecord[] = [];
  const alone = lines.map((line) => ({ line, body: bodyAlone(line) }));
  const first = alone.findIndex(({ body }) => body !== null && !authors.some((author) => author === body));
  if (first < 0) return found;
  const run = alone.slice(first, first + alone.slice(first).findIndex(({ body }, at, rest) => body === null || rest[at + 1] === undefined) + 1).filter(({ body }) => body !== null);
  const [host, ...above] = run;
  if (!host?.body || above.length === 0) return found;
  if (forum) found.push(stated(host.line, 'PARTICIPATED_IN', host.body, forum, 0, host.line.text.length, { role: 'ORGANIZER' }));
  let part = host;
  for (const next of above) {
    if (part.body && next.body && part.body !== next.body && entities.get(next.body)?.kind !== 'PERSON') found.push({ ...stated(part.line, 'MEMBER_OF', part.body, next.body, 0, part.line.text.length), passages: [part.line.passage, next.line.passage] });
    part = next;
  }
  return found;
}
