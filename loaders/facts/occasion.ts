// The occasion for which a document was written or at which it was presented.

import type { EntityRecord, Mention } from '../../schema/extraction.ts';
import type { EntityId, ForumId } from '../../schema/ids.ts';
import { daysNamed, meetingsOf, meetingTold } from '../entities/meetings.ts';
import type { Gazetteer } from '../entities/gazetteer.ts';
import type { Passage } from '../text/passages.ts';
import type { HeaderLine } from './header.ts';

const OPENING = 1600;
/** The text speaks of the occasion as its own: "for this Forum", "the present session", "convening in … for the Summit". */
const OWN = /\b(?:this|the present|our|today['’]s)\s(?:\w+\s)?$|\b(?:we|participants|delegates|representatives)\b[^.;]{0,60}\b(?:conven\w+|gather\w+|meeting|met|assembled|here)\b[^.;]{0,60}\b(?:for|at)\s(?:the\s|this\s)?$/i;

interface Place {
  readonly start: number;
  readonly end: number;
}
const within = (mentions: readonly Mention[], { start, end }: Place): Mention[] => mentions.filter((mention) => mention.start >= start && mention.end <= end);

const forumOf = ({ entity }: Mention): ForumId | null => (entity.startsWith('forum:') ? (entity as ForumId) : null); // the prefix is the type
const yearsIn = (text: string): Set<string> => new Set([...text.matchAll(/(?<![-–/\d])(?:19|20)\d{2}(?![-–/\d])/g)].map(([year]) => year));

/** The meeting that a series stands for where the text around tells it; otherwise the series itself. */
function settled(forum: ForumId, around: string, gazetteer: Gazetteer): ForumId {
  if (meetingsOf(forum, gazetteer).length === 0) return forum;
  return meetingTold(around, forum, gazetteer, yearsIn(around))?.id ?? forum;
}

const isMeeting = (forum: ForumId, entities: ReadonlyMap<EntityId, EntityRecord>): boolean => {
  const record = entities.get(forum);
  return record?.type === 'Forum' && record.startDate !== undefined;
};

/** The forum named in a head: a dated meeting before a series, behind "to the", "at the" before others, then the first. */
export function forumInHead(text: string, lines: readonly HeaderLine[], mentions: readonly Mention[], entities: ReadonlyMap<EntityId, EntityRecord>, gazetteer: Gazetteer): ForumId | null {
  const around = lines.map((line) => line.text).join(' ');
  const named = lines.flatMap((line) => within(mentions, line).flatMap((mention) => {
    const forum = forumOf(mention);
    if (!forum) return [];
    const chosen = settled(forum, around, gazetteer);
    const presented = /\b(?:to|at|for|during)\s(?:the\s)?(?:\w+\s)?$/i.test(text.slice(Math.max(line.start, mention.start - 24), mention.start));
    // Preparing for a summit is not being there.
    const ahead = /\b(?:prepar\w+|towards?|ahead of|roadmap|follow-up|road map)\b[^.]{0,40}$/i.test(text.slice(Math.max(line.start, mention.start - 60), mention.start));
    const fills = mention.end - mention.start >= (line.end - line.start) * 0.6;
    return [{ chosen, score: (isMeeting(chosen, entities) ? 2 : 0) + (presented ? 2 : 0) + (fills ? 2 : 0) - (ahead ? 3 : 0), at: mention.start }];
  }));
  return named.toSorted((a, b) => b.score - a.score || a.at - b.at)[0]?.chosen ?? null;
}

/** The forum that the opening speaks of as its own, with its place or year from the same words. */
function forumInOpening(text: string, from: number, mentions: readonly Mention[], gazetteer: Gazetteer): ForumId | null {
  for (const mention of mentions) {
    const forum = forumOf(mention);
    if (!forum || mention.start < from || mention.start > from + OPENING || !OWN.test(text.slice(Math.max(0, mention.start - 150), mention.start))) continue;
    const sentence = text.slice(text.lastIndexOf('. ', mention.start) + 1, mention.end + 120);
    return settled(forum, `${sentence} ${text.slice(0, from)}`, gazetteer);
  }
  return null;
}

/** A form or report speaks of "the sessions" and names the forum only in its questions and headings. */
function forumInForm(passages: readonly Passage[], mentions: readonly Mention[], gazetteer: Gazetteer): ForumId | null {
  for (const passage of passages) {
    if (passage.role !== 'HEADING' && passage.role !== 'INSTRUCTION') continue;
    for (const mention of within(mentions, passage)) {
      const forum = forumOf(mention);
      if (!forum || meetingsOf(forum, gazetteer).length === 0) continue;
      const chosen = settled(forum, passage.text, gazetteer);
      if (chosen !== forum || daysNamed(passage.text).length > 0) return chosen;
    }
  }
  return null;
}

/** The forum of a document, or null where it tells of none. A series where the meeting cannot be told. */
export function occasionOf(text: string, passages: readonly Passage[], lines: readonly HeaderLine[], mentions: readonly Mention[], entities: ReadonlyMap<EntityId, EntityRecord>, gazetteer: Gazetteer): ForumId | null {
  const body = lines.at(-1)?.end ?? 0;
  const head = forumInHead(text, lines, mentions, entities, gazetteer);
  const opening = forumInOpening(text, body, mentions, gazetteer);
  // "for this PGA in Dhaka" says more than the series' name in the title.
  if (head && opening && gazetteer.forums.get(opening)?.partOf === head) return opening;
  return head ?? opening ?? forumInForm(passages, mentions, gazetteer);
}
