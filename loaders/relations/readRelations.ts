// The relations between named things that a text states, each with its words and passages. A wrong edge is worse than a missing one.

import type { Mention, RelationRecord } from '../../schema/extraction.ts';
import type { EntityId, ForumId, InstrumentId } from '../../schema/ids.ts';
import { factsAt, type DocumentFacts } from '../documentFacts.ts';
import type { Gazetteer } from '../entities/gazetteer.ts';
import type { EntityReading } from '../entities/readEntities.ts';
import { meetingsOf } from '../entities/meetings.ts';
import { dateIn } from '../facts/dates.ts';
import { headerFrom } from '../facts/header.ts';
import type { Passage } from '../text/passages.ts';
import { alliancesIn } from './alliances.ts';
import { citedBy, toldByNames } from './insideNames.ts';
import type { NamedSentence } from './namedSentence.ts';
import { occasionsStated, partOfItsSeries, partsNamedTogether } from './occasions.ts';
import { ownOccasion } from './ownOccasion.ts';
import { participationsIn } from './participation.ts';
import { partnershipsIn } from './partnerships.ts';
import { letterhead, programmeLine, roleOf } from './programmeLines.ts';
import { Signs } from './signs.ts';
import { textsIn } from './texts.ts';

/** In UTF-16 units. What is longer is no sentence that somebody wrote, and would keep the rules busy for its square. */
const LONGEST_SENTENCE = 4000;

/** The instrument that a section prints in full: the one its first line names. */
function printedIn(sectionStart: number, mentions: readonly Mention[]): InstrumentId | null {
  const first = mentions.find(({ start }) => start >= sectionStart);
  return first?.entity.startsWith('instrument:') ? (first.entity as InstrumentId) : null; // the prefix is the type
}

/** One of each relation, with the passages of all that state it; properties of the first that has any. Ends that have no entry are left out. */
function once(found: readonly RelationRecord[], reading: EntityReading, gazetteer: Gazetteer, restricted: boolean): RelationRecord[] {
  const unique = new Map<string, RelationRecord>();
  const isSeries = (id: string): boolean => id.startsWith('forum:') && gazetteer.entities.has(id as EntityId); // named within the name of its meeting
  const isNamed = (id: string): boolean => (reading.entities.has(id as EntityId) || isSeries(id)) && !(restricted && reading.entities.get(id as EntityId)?.kind === 'PERSON'); // an id that is none is simply not there
  for (const relation of found) {
    if (!isNamed(relation.from) || !isNamed(relation.to)) continue;
    const both = relation.type === 'PARTNERED_WITH' ? [relation.from, relation.to].toSorted() : [relation.from, relation.to];
    const key = `${relation.type} ${both.join(' ')} ${relation.properties['role'] ?? ''}`;
    const known = unique.get(key);
    unique.set(key, known ? { ...known, passages: [...new Set([...known.passages, ...relation.passages])] } : relation);
  }
  return [...unique.values()].toSorted((a, b) => a.start - b.start || a.end - b.end || (a.type < b.type ? -1 : a.type > b.type ? 1 : 0));
}

/** The session that a text names as the one it reports, if it names no other; its id is made of that of its occasion. */
function sessionReported(mentions: readonly Mention[], { forum }: DocumentFacts): { readonly entity: ForumId; readonly start: number; readonly end: number } | null {
  const named = forum ? mentions.filter(({ entity }) => entity.startsWith(`${forum}-session-`)) : [];
  const [first] = named;
  return first && named.every(({ entity }) => entity === first.entity) ? { entity: first.entity as ForumId, start: first.start, end: first.end } : null; // the prefix is the type
}

/** The one body that speaks at a place, if it is one. */
function selfAt(offset: number, facts: DocumentFacts): readonly EntityId[] {
  const { self } = factsAt(offset, facts);
  return self.length === 1 ? self.filter((actor) => !actor.endsWith('-participants')) : [];
}

/** @param reading after settleOwnForum, so that whoever is related has an entry. Pure; in order of the text. */
export function readRelations(passages: readonly Passage[], reading: EntityReading, facts: DocumentFacts, gazetteer: Gazetteer): RelationRecord[] {
  const signs = new Signs(reading, facts);
  const mentioned = new Set<EntityId>(reading.mentions.map(({ entity }) => entity));
  const head = new Set(headerFrom(passages, 0).map(({ start }) => start));
  const headLines: NamedSentence[] = [];
  // A form or report of one session: those it lists did what they did in that session, which is part of the occasion.
  const session = sessionReported(reading.mentions, facts);
  const occasionAt = (offset: number): ForumId | null => { const { forum } = factsAt(offset, facts); return session && forum === facts.forum ? session.entity : forum; };
  const found: RelationRecord[] = [];
  const sentences: NamedSentence[] = [];
  let role: ReturnType<typeof roleOf> = null;
  for (const passage of passages) {
    if (passage.role === 'FURNITURE' || passage.role === 'INSTRUCTION' || passage.text.length > LONGEST_SENTENCE) continue;
    const sentence = signs.hide(passage);
    sentences.push(sentence);
    const section = facts.sections.find(({ start, end }) => start <= passage.start && passage.start < end);
    const text = section ? printedIn(section.start, reading.mentions) : null;
    if (text && section) found.push(...citedBy(text, sentence));
    if (head.has(passage.start)) headLines.push(sentence);
    found.push(...toldByNames(sentence, mentioned, reading.entities, gazetteer), ...partOfItsSeries(sentence, gazetteer), ...partsNamedTogether(sentence, mentioned, reading.entities, gazetteer));
    const isLine = (passage.text.length < 200 && !/[.;?]$/.test(passage.text)) || roleOf(sentence.masked) !== null;
    if (isLine) {
      role = roleOf(sentence.masked) ?? (/^(?:[-•–\d.)]+\s)?(?:(?:Ms|Mr|Mrs|Dr|Prof)\.?\s)?[ⓅⒶ]/u.test(sentence.masked) ? role : null);
      // "Supported by:" below a text lists those who stand behind the text, not behind the occasion
      const isBelow = role === 'SPONSOR' && sentences.length > passages.length / 2;
      if (!isBelow) found.push(...programmeLine(sentence, { forum: occasionAt(passage.start), role }));
    } else role = null;
    found.push(...participationsIn(sentence), ...alliancesIn(sentence, selfAt(passage.start, facts)), ...partnershipsIn(sentence, selfAt(passage.start, facts)), ...textsIn(sentence), ...occasionsStated(sentence, gazetteer));
  }
  found.push(...letterhead(headLines, facts.forum, facts.authors, reading.entities), ...ownOccasion(sentences, headLines, session ? { ...facts, forum: session.entity } : facts, reading.entities), ...heldWhere(headLines, facts, gazetteer));
  const place = session ? passages.find(({ start, end }) => start <= session.start && session.start < end) : undefined;
  if (session && place && facts.forum) found.push({ type: 'PART_OF', from: session.entity, to: facts.forum, properties: {}, start: session.start, end: session.end, passages: [place.id] });
  return once(found, reading, gazetteer, facts.restriction === 'CHATHAM_HOUSE');
}

/** "Cebu, Philippines, 4-5 May 2011" in the head: there the meeting was held. */
function heldWhere(lines: readonly NamedSentence[], { forum }: DocumentFacts, gazetteer: Gazetteer): RelationRecord[] {
  if (!forum || meetingsOf(forum, gazetteer).length > 0) return [];
  return lines.flatMap((line, at) => {
    const place = /(?:^|,\s|\s)Ⓒ·*(?=,?\s\(?\d|$)/.exec(line.masked);
    const country = line.signs.find(({ start, end }) => place && start >= place.index && end <= place.index + place[0].length)?.entities[0];
    // The day may stand on a line of its own.
    const isDated = dateIn(line.text) !== null || (line.text.length < 60 && [lines[at - 1], lines[at + 1]].some((other) => other !== undefined && other.text.length < 40 && dateIn(other.text)));
    return country && isDated ? [{ type: 'HELD_IN' as const, from: forum, to: country, properties: {}, start: line.offset, end: line.offset + line.text.length, passages: [line.passage] }] : [];
  });
}
