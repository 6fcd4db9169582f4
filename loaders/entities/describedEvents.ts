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
const EVENT = /\b(?:host|hosted|held|hold|convened?|organi[sz]ed?|co-hosted|co-organi[sz]ed|co-convened)\s(?:an?|its|the\sfirst)\s(?<event>(?<name>(?:[a-z-]+\s){0,3}?(?:listening\ssession|side[ -]event|expert\smeeting|meeting|workshop|conference|consultation|round\s?table|dialogue|seminar|hearing|e-discussion|symposium|webinar))\b(?<when>\s(?:in|on)\s(?:\d{1,2}\s)?(?:\p{Lu}\p{Ll}+\s)?(?:19|20)\d{2})?(?<about>\s(?:on|entitled|titled|called|about)\s[^.;,]{4,110}))/dgu;
const YEAR = /\b((?:19|20)\d{2})\b/;

/** @param isNamed whether a name of an occasion already stands in a stretch of the text */
export function describedEvents(passages: readonly Passage[], isNamed: (start: number, end: number) => boolean): DescribedEvent[] {
  return passages.flatMap((passage) => [...passage.text.matchAll(EVENT)].flatMap((found): DescribedEvent[] => {
    const place = found.indices?.groups?.['event'];
    const name = found.groups?.['name'];
    const about = found.groups?.['about']?.replace(/["“”]/g, '').replace(/^\s(?:entitled|titled|called)\s/, ': ').trimEnd();
    const year = YEAR.exec(passage.text)?.[1];
    if (!place || !name || !about || !year || /^\s?on\s(?:\d|(?:19|20)\d{2})/.test(about)) return [];
    const start = passage.start + place[0];
    const end = passage.start + place[1];
    if (isNamed(start, end)) return [];
    const full = `${name.charAt(0).toUpperCase()}${name.slice(1)}${about}, ${year}`;
    const kind = KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? 'WORKING_SESSION';
    return [{ start, end, record: { type: 'Forum', id: entityId('Forum', full), kind, name: full, aliases: [], startDate: year } }];
  }));
}
