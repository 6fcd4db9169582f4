// Lines that are no sentences: a letterhead, "Moderator: Ana Cruz, Quay Network", "Organized by …", a title with its host.

import type { EntityRecord, RelationRecord } from '../../schema/extraction.ts';
import type { ActorRef, EntityId, ForumId } from '../../schema/ids.ts';
import type { ParticipationRole } from '../../schema/vocabulary.ts';
import type { NamedSentence } from './namedSentence.ts';
import { mayMatch } from '../text/mayMatch.ts';
import { roleRules } from './roles.ts';
import { pairs, stated } from './stated.ts';

/** What these lines are read with. */
export interface LineContext {
  /** The forum of the text at this place, or null. */
  readonly forum: ForumId | null;
  /** The role that the line before gave, for those listed below it. */
  readonly role: ParticipationRole | null;
}

const readOpenings = () => roleRules().flatMap(({ role, label }) => (label === null ? [] : [{ role, opening: new RegExp(String.raw`^(?:\d+[.)]\s)?(?:${label})(?![\p{L}-])(?:[^:\p{Lu}]{0,12}(?:\([^)]{0,40}\))?\s*:|(?<=\b(?:[Bb]y|[Ff]rom|[Oo]f))(?=\s)|\s*$|(?=\sⓅ·*(?:,|\s[–(-])))`, 'iu') }]));
let openings: ReturnType<typeof readOpenings> | null = null;

/**
 * A line's opening with its role, or null: "Rapporteur:", "Organized by", in a form "Rapporteur Ana Cruz, Quay Union", in a table "Rapporteur".
 * Offset: UTF-16 units in the line.
 */
function openingOf(line: string): { readonly role: ParticipationRole; readonly end: number } | null {
  for (const { role, opening } of (openings ??= readOpenings())) {
    const found = mayMatch(opening, line) ? opening.exec(line) : null;
    if (found) return { role, end: found[0].length };
  }
  return null;
}

/** The role that opens a line, or null. */
export const roleOf = (line: string): ParticipationRole | null => openingOf(line)?.role ?? null;

const PARTNERS = /\b(?:in\s(?:partnership|collaboration|cooperation)|together|jointly)\swith\s/;
/** What may stand between a person and the body that the person is of: ", Director, the", " (", " – ". */
const OF_BODY = /^(?:,|\s[–—-]|\s\(|\s(?:of|from|for)(?:\sthe)?)\s?(?:[\p{L}\s’'&/-]{2,70}(?:,|\sof|\sat|\sfor)\s)?(?:the\s)?$/u;

interface Named {
  readonly entity: EntityId;
  /** The body that a person is named with. */
  readonly body: EntityId | null;
  readonly start: number;
  readonly end: number;
}

/** Who stands in a line from a place on, each person with the body behind the name. */
function namedIn({ masked, signs }: NamedSentence, from: number): Named[] {
  // "Ana Cruz, Quay Union, Kenya", "a delegate from Kenya": the country is where they come from.
  const isOrigin = (start: number): boolean => masked.charAt(start) === 'Ⓒ' && /(?:\b(?:from|of|in)\s(?:the\s)?|[ⒶⓅ]·*,\s)$/u.test(masked.slice(0, start));
  const actors = signs.filter(({ start, end }) => start >= from && /[ⒶⒸⓅ]/u.test(masked.charAt(start)) && !isOrigin(start) && !/^,?\sin\s(?:an?|his|her|their)\spersonal\scapacity/.test(masked.slice(end)));
  return actors.flatMap(({ start, end, entities: [entity] }, at): Named[] => {
    const [before, next] = [actors[at - 1], actors[at + 1]];
    const isPerson = masked.charAt(start) === 'Ⓟ';
    const isBodyOf = (person: typeof before, body: typeof before): boolean => person !== undefined && body !== undefined && masked.charAt(person.start) === 'Ⓟ' && masked.charAt(body.start) === 'Ⓐ' && OF_BODY.test(masked.slice(person.end, body.start));
    if (!entity || (!isPerson && isBodyOf(before, actors[at]))) return [];
    const body = isPerson && isBodyOf(actors[at], next) ? next : undefined;
    return [{ entity, body: body?.entities[0] ?? null, start, end: body?.end ?? end }];
  });
}

/** What a line of a programme states. */
export function programmeLine(line: NamedSentence, { forum, role }: LineContext): RelationRecord[] {
  const opening = openingOf(line.masked);
  const own = opening?.role ?? role;
  const named = namedIn(line, opening?.end ?? 0).filter(({ entity }, at) => opening !== null || at > 0 || entity.startsWith('actor:'));
  const first = named[0];
  const isList = opening !== null || (first !== undefined && /^[\s\d.)•–-]*(?:(?:Ms|Mr|Mrs|Dr|Prof|H\.E)\.?\s|the\s)*$/i.test(line.text.slice(0, first.start)));
  if (!isList) return [];
  const found: RelationRecord[] = named.flatMap(({ entity, body, start, end }) => (body ? [stated(line, 'MEMBER_OF', entity, body, start, end)] : []));
  if (!forum || !own) return found;
  found.push(...named.map(({ entity, end }) => stated(line, 'PARTICIPATED_IN', entity, forum, 0, end, { role: own })));
  const partners = PARTNERS.exec(line.text)?.index;
  if (partners !== undefined) for (const [from, to] of pairs(named.filter(({ start }) => start < partners).map(({ entity }) => entity), named.filter(({ start }) => start > partners).map(({ entity }) => entity))) found.push(stated(line, 'PARTNERED_WITH', from, to, 0, line.text.length));
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
