// Where an occasion was held, and of which larger one it was a part.

import type { EntityRecord, RelationRecord } from '../../schema/extraction.ts';
import type { EntityId, ForumId } from '../../schema/ids.ts';
import type { Gazetteer } from '../entities/gazetteer.ts';
import { meetingsOf } from '../entities/meetings.ts';
import { namedBetween, rule, type NamedSentence } from './namedSentence.ts';
import { pairs, stated } from './stated.ts';

const PLACE = String.raw`(?:\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2},?\s)?(?:the\s)?(?<country>Ⓒ·*)`;
const HELD: readonly RegExp[] = [
  rule(String.raw`(?<forum>Ⓕ·*)(?:\s\([^)]*\))?,?\s(?:[^.;ⒻⒸ]{0,50}?\s)?(?:held|hosted|took\splace|taking\splace|convened)\s(?:from\s[^.;ⒸⒻ]{4,40}\s)?in\s${PLACE}`),
  rule(String.raw`(?<forum>Ⓕ·*)(?:\s\([^)]*\))?,?\s(?:organi[sz]ed|co-organi[sz]ed|convened)\sby\s[^.;Ⓕ]{4,160}?\s(?:held\s)?in\s${PLACE}`),
  rule(String.raw`(?<forum>Ⓕ·*)(?:\s\([^)]*\))?,?\sin\s${PLACE}`),
  // "met in Oslo, Norway, for this Forum"
  rule(String.raw`\b(?:convening|gather\w+|met|meeting|assembled)\sin\s${PLACE},?\sfor\s(?:this|the)\s(?<forum>Ⓕ·*)`),
];

const PARTS: readonly RegExp[] = [
  rule(String.raw`(?<part>Ⓕ·*)[^.;Ⓕ]{0,60}?\b(?:on\sthe\s(?:margins|sidelines)\sof|in\sthe\s(?:margins|sidelines)\sof|as\spart\sof|in\sthe\sframework\sof|within)\s(?:the\s)?(?:annual\s)?(?<whole>Ⓕ·*)`),
  rule(String.raw`\b[Oo]n\sthe\s(?:margins|sidelines)\sof\s(?:the\s)?(?:annual\s)?(?<whole>Ⓕ·*)[^.;Ⓕ]{0,160}?\b(?:host|hold|held|organi[sz]e|convene)\w*\s[^.;Ⓕ]{0,80}?(?<part>Ⓕ·*)`),
  rule(String.raw`(?<part>Ⓕ·*)\s(?:of|at|during)\s(?:the\s)?(?<whole>Ⓕ·*)`),
];

/** Places and parts that a sentence states. */
export function occasionsStated(sentence: NamedSentence, gazetteer: Gazetteer): RelationRecord[] {
  const found: RelationRecord[] = [];
  for (const pattern of HELD) {
    for (const match of sentence.masked.matchAll(pattern)) {
      const { forum, country } = match.indices?.groups ?? {};
      const meetings = namedBetween(sentence, forum).filter((named) => meetingsOf(named as ForumId, gazetteer).length === 0); // a series is held nowhere
      for (const [from, to] of pairs(meetings, namedBetween(sentence, country))) found.push(stated(sentence, 'HELD_IN', from, to, match.index, match.index + match[0].length));
    }
  }
  for (const pattern of PARTS) {
    for (const match of sentence.masked.matchAll(pattern)) {
      const { part, whole } = match.indices?.groups ?? {};
      for (const [from, to] of pairs(namedBetween(sentence, part), namedBetween(sentence, whole))) found.push(stated(sentence, 'PART_OF', from, to, match.index, match.index + match[0].length));
    }
  }
  return found;
}

/**
 * Meetings that the sentence names together with their series ("the 8th and 9th Quay Forum Summits") or their whole ("On the day of the
 * Summit she addressed the Opening Plenary"): that one is part of the other the word lists know, that they belong together the sentence says.
 */
export function partsNamedTogether(sentence: NamedSentence, mentioned: ReadonlySet<EntityId>, entities: ReadonlyMap<EntityId, EntityRecord>, gazetteer: Gazetteer): RelationRecord[] {
  const here = new Set(sentence.signs.flatMap((sign) => sign.entities));
  return sentence.signs.flatMap(({ entities: named, start, end }) => named.flatMap((entity) => {
    const whole = gazetteer.forums.get(entity as ForumId)?.partOf; // undefined for what is no forum
    if (!whole || !mentioned.has(whole) || !mentioned.has(entity)) return [];
    const record = entities.get(whole) ?? gazetteer.entities.get(whole);
    const called = [record?.name, record?.type === 'Forum' ? record.acronym : undefined].filter((name) => name !== undefined);
    const line = sentence.text.toLowerCase();
    const saysSo = here.has(whole) || called.some((name) => line.includes(name.toLowerCase()));
    return saysSo ? [stated(sentence, 'PART_OF', entity, whole, start, end)] : [];
  }));
}
