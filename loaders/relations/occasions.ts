// Where an occasion was held, and of which larger one it was a part.

import type { EntityRecord, RelationRecord } from '../../schema/extraction.ts';
import type { EntityId, ForumId } from '../../schema/ids.ts';
import type { Gazetteer } from '../entities/gazetteer.ts';
import { meetingsOf } from '../entities/meetings.ts';
import { namedBetween, rule, type NamedSentence } from './namedSentence.ts';
import { pairs, stated } from './stated.ts';
import { matchesIn } from '../text/mayMatch.ts';

const PLACE = String.raw`(?:\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2},?\s)?(?:the\s)?(?<country>Ⓒ·*)(?!\sCity)`;
const HELD: readonly RegExp[] = [
  rule(String.raw`(?<forum>Ⓕ·*)(?:\s\([^)]*\))?,?\s(?:[^.;ⒻⒸ]{0,50}?\s)?(?:held|hosted|took\splace|taking\splace|convened)\s(?:from\s[^.;ⒸⒻ]{4,40}\s)?in\s${PLACE}`),
  rule(String.raw`(?<forum>Ⓕ·*)(?:\s\([^)]*\))?,?\s(?:organi[sz]ed|co-organi[sz]ed|convened)\sby\s[^.;Ⓕ]{4,160}?\s(?:held\s)?in\s${PLACE}`),
  rule(String.raw`(?<forum>Ⓕ·*)(?:\s\([^)]*\))?,?\sin\s${PLACE}`),
  // "the Forum (Bergen, Norway, 3 May 2011)", "the Forum met from 3 to 5 May in Bergen, Norway"
  rule(String.raw`(?<forum>Ⓕ·*),?\s\((?:[^()ⒸⒻ]{0,60},\s)?(?<country>Ⓒ·*)(?!\sCity)`),
  rule(String.raw`(?<forum>Ⓕ·*)(?:\s\([^)]*\))?,?\s(?:which\s)?(?:met|opened|was\sopened|ended|gathered|convened)\s(?:[^.;ⒸⒻ]{2,60}\s)?in\s${PLACE}`),
  // "met in Oslo, Norway, for this Forum"
  rule(String.raw`\b(?:convening|gather\w+|met|meeting|assembled)\sin\s${PLACE},?\sfor\s(?:this|the)\s(?<forum>Ⓕ·*)`),
];

const PARTS: readonly RegExp[] = [
  rule(String.raw`(?<part>Ⓕ·*)[^.;Ⓕ]{0,60}?\b(?:on\sthe\s(?:margins|sidelines)\sof|in\sthe\s(?:margins|sidelines)\sof|as\spart\sof(?:\sthe\s(?:preparat(?:ory\sprocess|ions)|follow-up)\s(?:of|for|to))?|in\sthe\sframework\sof|within)\s(?:the\s)?(?:annual\s)?(?<whole>Ⓕ·*)`),
  rule(String.raw`\b[Oo]n\sthe\s(?:margins|sidelines)\sof\s(?:the\s)?(?:annual\s)?(?<whole>Ⓕ·*)[^.;Ⓕ]{0,160}?\b(?:host|hold|held|organi[sz]e|convene)\w*\s[^.;Ⓕ]{0,80}?(?<part>Ⓕ·*)`),
  rule(String.raw`(?<!\b(?:outcomes?|results?|reports?|conclusions|lessons|recommendations|findings)\s(?:of|from)\s(?:the\s|this\s)?)(?<part>Ⓕ·*)\s(?:of|at|during|to)\s(?:the\s)?(?<whole>Ⓕ·*)`),
];

/** Places and parts that a sentence states. */
export function occasionsStated(sentence: NamedSentence, gazetteer: Gazetteer): RelationRecord[] {
  const found: RelationRecord[] = [];
  for (const pattern of HELD) {
    for (const match of matchesIn(pattern, sentence.masked)) {
      const { forum, country } = match.indices?.groups ?? {};
      const meetings = namedBetween(sentence, forum).filter((named) => meetingsOf(named as ForumId, gazetteer).length === 0); // a series is held nowhere
      for (const [from, to] of pairs(meetings, namedBetween(sentence, country))) found.push(stated(sentence, 'HELD_IN', from, to, match.index, match.index + match[0].length));
    }
  }
  for (const pattern of PARTS) {
    for (const match of matchesIn(pattern, sentence.masked)) {
      const { part, whole } = match.indices?.groups ?? {};
      if (part && /^(?:this|the|it)\b/i.test(sentence.text.slice(part[0], part[1]))) continue; // of the occasion just named it says where something happens
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

const COUNTED = /\b(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|\p{L}+teenth|tenth|eleventh|twelfth|\p{L}+tieth|\p{L}+ty-\p{L}+)\s(?:annual\s|regular\s|ordinary\s)?(?:meeting|summit|session|edition|conference|assembly)\sof\s(?:the\s)?$/iu;

/** "the Seventh Meeting of the Quay Forum": a meeting that counts itself among those of its series is part of it. */
export function partOfItsSeries(sentence: NamedSentence, gazetteer: Gazetteer): RelationRecord[] {
  return sentence.signs.flatMap(({ entities: [entity], start, end }): RelationRecord[] => {
    if (!entity?.startsWith('forum:')) return [];
    const before = sentence.text.slice(Math.max(0, start - 60), end);
    const known = gazetteer.forums.get(entity as ForumId)?.partOf;
    const series = [...gazetteer.forums.values()].find(({ id, name, acronym, startDate }) => !startDate && id !== entity && (known === undefined || known === id) && [name, acronym].some((word) => {
      const at = word ? before.toLowerCase().lastIndexOf(word.toLowerCase()) : -1;
      return at > 0 && COUNTED.test(before.slice(0, at));
    }));
    return series ? [stated(sentence, 'PART_OF', entity, series.id, start, end)] : [];
  });
}
