// "We hosted a listening session in March 2020 on night work": an occasion without a name, told by whoever held it.
// It becomes a forum called as the text describes it; what has no subject or no date stays unnamed.

import type { EntityRecord } from '../../schema/extraction.ts';
import { entityId } from '../../schema/ids.ts';
import type { ForumKind } from '../../schema/vocabulary.ts';
import type { Passage } from '../text/passages.ts';

export interface DescribedEvent {
  /** Place of the description; UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly record: EntityRecord;
}

const KINDS: readonly (readonly [RegExp, ForumKind])[] = [
  [/side[ -]event/i, 'SIDE_EVENT'],
  [/listening session|consultation|hearing|dialogue/i, 'CONSULTATION'],
  [/conference|symposium|congress/i, 'CONFERENCE'],
  [/./, 'WORKING_SESSION'],
];
const GATHERING = String.raw`(?:listening\ssession|side[ -]event|expert\smeeting|meeting|workshop|conference|consultation|round\s?table|dialogue|seminar|hearing|e-discussion|symposium|webinar|forum|assembly|retreat|training)`;
/** An event with a subject, held by somebody. */
const EVENT = new RegExp(String.raw`\b(?:host|hosted|held|hold|convened?|organi[sz]ed?|co-hosted|co-organi[sz]ed|co-convened)\s(?:an?|its|the\sfirst)\s(?<event>(?<name>(?:[a-z-]+\s){0,3}?${GATHERING})(?<when>\s(?:in|on)\s(?:\d{1,2}\s)?(?:\p{Lu}\p{Ll}+\s)?(?:19|20)\d{2})?(?<about>\s(?:on|entitled|titled|called|about)\s[^.;,]{4,110}))`, 'dgu');
const PLACE = String.raw`,?\s(?:held\s)?in\s(?<place>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2}(?:,\s\p{Lu}\p{Ll}+)?)`;
const WHEN = String.raw`,?\s(?:in|on|from)\s(?:(?:early|late|mid-?)\s?)?(?:\d{1,2}(?:\s(?:\p{Lu}\p{Ll}+\s)?(?:and|to)\s\d{1,2}|\s?[–-]\s?\d{1,2})?\s)?(?:\p{Lu}\p{Ll}+,?\s)?(?<year>(?:19|20)\d{2})`;
/** An event without a subject is told apart by its place and time: "a regional workshop in Manila in 2011". */
const placed = (where: string): RegExp => new RegExp(String.raw`\b(?:at|during|in|after|host(?:ed)?|held|hold|convened?|organi[sz]ed?|attended|met\s(?:at|for))\s(?:an?|its|their|our)\s(?<event>(?<name>(?:[a-z-]+\s){0,4}?${GATHERING})${where})`, 'dgu');
/** "the founding congress of the cooks' union in Bergen in May 2011": a beginning has a subject. */
const FOUNDING = new RegExp(String.raw`\b(?:the|its|their)\s(?<event>(?<name>(?:founding|inaugural|constitutive)\s(?:congress|conference|assembly|meeting)\sof\s[^.;,]{4,60}?)${PLACE}${WHEN})`, 'dgu');
const PLACED = [placed(PLACE + WHEN), placed(WHEN + PLACE), FOUNDING];
/** "an expert meeting which the Fund and the Union convened in May 2011". */
const WHICH = new RegExp(String.raw`\ban?\s(?<event>(?<name>(?:[a-z-]+\s){0,3}?${GATHERING}))\s(?:which|that)\s[^.;,]{2,120}?\s(?:convened|held|organi[sz]ed|hosted)\s(?:online\s|together\s|jointly\s)?(?:in\s(?<place>\p{Lu}[\p{L}'’-]+)\s)?in\s(?:\p{Lu}\p{Ll}+\s)?(?<year>(?:19|20)\d{2})`, 'dgu');
const YEAR = /\b((?:19|20)\d{2})\b/;

/** @param isNamed whether a name of an occasion already stands in a stretch of the text */
export function describedEvents(passages: readonly Passage[], isNamed: (start: number, end: number) => boolean): DescribedEvent[] {
  return passages.flatMap((passage) => {
    const found: DescribedEvent[] = [];
    const add = ({ index, indices, groups }: RegExpExecArray, full: string, year: string): void => {
      const [from, to] = indices?.groups?.['event'] ?? [index, index];
      const start = passage.start + from;
      const end = passage.start + to;
      if (isNamed(start, end) || found.some((other) => other.start < end && start < other.end)) return;
      const kind = KINDS.find(([pattern]) => pattern.test(groups?.['name'] ?? ''))?.[1] ?? 'WORKING_SESSION';
      found.push({ start, end, record: { type: 'Forum', id: entityId('Forum', full), kind, name: full, aliases: [], startDate: year, ...(groups?.['place'] ? { place: groups['place'] } : {}) } });
    };
    for (const match of passage.text.matchAll(EVENT)) {
      const about = match.groups?.['about']?.replace(/["“”]/g, '').replace(/^\s(?:entitled|titled|called)\s/, ': ').trimEnd();
      const year = YEAR.exec(passage.text)?.[1];
      if (about && year && !/^\s?on\s(?:\d|(?:19|20)\d{2})/.test(about)) add(match, `${capitalised(match.groups?.['name'])}${about}, ${year}`, year);
    }
    for (const pattern of PLACED) for (const match of passage.text.matchAll(pattern)) {
      const { name, place, year } = match.groups ?? {};
      if (name && place && year) add(match, `${capitalised(name)}, ${place}, ${year}`, year);
    }
    for (const match of passage.text.matchAll(WHICH)) {
      const { name, place, year } = match.groups ?? {};
      if (name && year) add(match, [capitalised(name), place, year].filter((part) => part !== undefined).join(', '), year);
    }
    return found;
  });
}

const capitalised = (name = ''): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
