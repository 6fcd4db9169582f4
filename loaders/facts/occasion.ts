// The occasion for which a document was written or at which it was presented.

import type { EntityRecord, Mention } from '../../schema/extraction.ts';
import type { EntityId, ForumId } from '../../schema/ids.ts';
import { daysNamed, meetingsOf, meetingTold } from '../entities/meetings.ts';
import type { Gazetteer } from '../entities/gazetteer.ts';
import type { Passage } from '../text/passages.ts';
import type { HeaderLine } from './header.ts';

const OPENING = 1600;
const SENTENCE = 220;
/** The text speaks of the occasion as its own: "for this Forum", "the present session", "convening in … for the Summit". */
const OWN = new RegExp([
  String.raw`\b(?:this|the present|our|today['’]s)\s(?:\w+\s)?$`,
  String.raw`\b(?:we|us|participants|delegates|representatives|members)\b[^.;]{0,120}\b(?:conven\w+|gather\w+|meeting|met|assembled|here|present|participating|took part|attending|attended)\b[^.;]{0,60}\b(?:for|at|in|on the occasion of|during|within|in the (?:framework|context|margins) of)\s(?:the\s|this\s|a\s|an\s)?(?:\w+\s)?$`,
  String.raw`^\W*(?:we,?\s)?(?:the\s)?(?:undersigned\s)?(?:\w+\s){0,3}(?:participants|delegates|delegations|representatives|attendees|members)\s(?:of|in|at|to|from|attending)\s(?:the\s|this\s)?(?:\w+\s)?$`,
  String.raw`\b(?:statement|paper|submission|contribution|intervention|text|note|remarks|declaration)\b[^.;]{0,60}\b(?:to|at|for|during|on the occasion of)\s(?:the\s|this\s)(?:\w+\s)?$`,
].join('|'), 'i');
/** A sentence that tells how its subject was held: the report is about it. */
const HELD = /^(?:\s\([^)]*\))?,?(?:\s[^.;]{0,60})?\s(?:took place|was held|was convened|was organi[sz]ed|brought together|gathered|met|convened|opened)\b/i;

interface Place {
  readonly start: number;
  readonly end: number;
}
const within = (mentions: readonly Mention[], { start, end }: Place): Mention[] => mentions.filter((mention) => mention.start >= start && mention.end <= end);

const forumOf = ({ entity }: Mention): ForumId | null => (entity.startsWith('forum:') ? (entity as ForumId) : null); // the prefix is the type
const yearsIn = (text: string): Set<string> => new Set([...text.matchAll(/(?<![-–/\d])(?:19|20)\d{2}(?![-–/\d])/g)].map(([year]) => year));

/** The meeting that a series stands for where the text around tells it; otherwise the series itself. A meeting of another year than the only one told was a guess. */
function settled(forum: ForumId, around: string, gazetteer: Gazetteer, isGuess = false): ForumId {
  const { partOf, startDate } = gazetteer.forums.get(forum) ?? {};
  const years = yearsIn(around);
  if (isGuess && partOf && startDate && years.size === 1 && !years.has(startDate.slice(0, 4))) return meetingTold(around, partOf, gazetteer, years)?.id ?? partOf;
  if (meetingsOf(forum, gazetteer).length === 0) return forum;
  return meetingTold(around, forum, gazetteer, years)?.id ?? forum;
}

const isMeeting = (forum: ForumId, entities: ReadonlyMap<EntityId, EntityRecord>): boolean => {
  const record = entities.get(forum);
  return record?.type === 'Forum' && record.startDate !== undefined;
};

/** The forum named in a head: a dated meeting before a series, behind "to the", "at the" before others, then the first. */
export function forumInHead(text: string, lines: readonly HeaderLine[], mentions: readonly Mention[], entities: ReadonlyMap<EntityId, EntityRecord>, gazetteer: Gazetteer): ForumId | null {
  const around = lines.map((line) => line.text).join(' ');
  // A name may run over two lines.
  const named = lines.flatMap((line) => mentions.filter(({ start }) => start >= line.start && start < line.end).flatMap((mention) => {
    const forum = forumOf(mention);
    if (!forum) return [];
    const chosen = settled(forum, around, gazetteer, mention.rule === 'default' || mention.rule === 'own-expansion');
    const presented = /\b(?:to|at|for|during)\s(?:the\s)?(?:\w+\s)?$/i.test(text.slice(Math.max(line.start, mention.start - 24), mention.start));
    // Preparing for a summit is not being there.
    const ahead = /\b(?:prepar\w+|towards?|ahead of|roadmap|follow-up|road map)\b[^.]{0,40}$/i.test(text.slice(Math.max(line.start, mention.start - 60), mention.start));
    const declares = /\b(?:declaration|conclusions|outcome|resolutions?|appeal|manifesto|call)\s(?:to action\s)?of\s(?:the\s)?$/i.test(text.slice(line.start, mention.start));
    const fills = mention.end - mention.start >= (line.end - line.start) * 0.6;
    if (ahead && !declares) return [];
    return [{ chosen, score: (isMeeting(chosen, entities) ? 2 : 0) + (presented ? 2 : 0) + (fills ? 2 : 0) + (declares ? 3 : 0), at: mention.start }];
  }));
  return named.toSorted((a, b) => b.score - a.score || a.at - b.at)[0]?.chosen ?? null;
}

/** The forum that the opening of a text, or of a part from a place on, speaks of as its own, with its place or year from the same words. */
export function forumSpokenFor(text: string, from: number, mentions: readonly Mention[], gazetteer: Gazetteer): ForumId | null {
  for (const mention of mentions) {
    const forum = forumOf(mention);
    if (!forum || mention.start < from || mention.start > from + OPENING || !OWN.test(sentenceBefore(text, mention.start))) continue;
    const sentence = text.slice(text.lastIndexOf('. ', mention.start) + 1, mention.end + 120);
    return settled(forum, `${sentence} ${text.slice(0, from)}`, gazetteer);
  }
  return null;
}

/** The words of the sentence before a place, as far as they may matter. UTF-16 units. */
function sentenceBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - SENTENCE), at);
  const last = [...before.matchAll(/[.!?]\s+(?=\p{Lu})|\n\s*\n/gu)].at(-1);
  return last ? before.slice(last.index + last[0].length) : before;
}

/** The occasion of which the opening tells that it was held: "The Harbour Conference took place on …". */
function forumReported(passages: readonly Passage[], from: number, mentions: readonly Mention[], gazetteer: Gazetteer): ForumId | null {
  for (const { start, end, role, text } of passages) {
    if (role !== 'SENTENCE' || start < from || start > from + OPENING) continue;
    const mention = within(mentions, { start, end }).find((one) => one.start - start <= 4);
    const forum = mention ? forumOf(mention) : null;
    if (mention && forum && HELD.test(text.slice(mention.end - start))) return settled(forum, text, gazetteer);
  }
  return null;
}

/** "* As adopted in the course of the Commission's fifth session": said in a note or line of its own. */
function forumAdopting(passages: readonly Passage[], from: number, mentions: readonly Mention[], gazetteer: Gazetteer): ForumId | null {
  for (const passage of passages) {
    if (passage.start > from + OPENING || !/^[\W\d]*(?:as\s)?(?:adopted|approved|agreed|endorsed|presented|delivered)\s(?:by|at|in|on|during|unanimously)\b/i.test(passage.text)) continue;
    const forum = within(mentions, passage).map(forumOf).find((found) => found !== null);
    if (forum) return settled(forum, passage.text, gazetteer);
  }
  return null;
}

/** In sentences: where a text tells first of its author's being somewhere, it was written for that. */
const FIRST = 3;
const WAS_THERE = /\b(?:(?:participat\w+|took\spart|taking\spart|spoke|speaking|represented|intervened|gathered|meeting|met|said|called\son|urged|told\s\w+|present|presented|delivered|launched)\b[^.;]{0,160}?\b(?:in|at|to|during|before)|attend(?:ed|ing|s)?|address(?:ed|ing)|told|joined)\s(?:the\s|this\syear['’]s\s)?(?:\w+\s)?$/i;
/** "The Harbour Network took part in the Port Summit last week": how the news of a body begins. */
function forumAttended(passages: readonly Passage[], from: number, mentions: readonly Mention[], gazetteer: Gazetteer): ForumId | null {
  for (const passage of passages.filter(({ role, start }) => role === 'SENTENCE' && start >= from).slice(0, FIRST)) {
    const named = within(mentions, passage);
    const mention = named.find((one) => forumOf(one) !== null);
    const forum = mention ? forumOf(mention) : null;
    const before = mention ? passage.text.slice(0, mention.start - passage.start) : '';
    const bySomebody = /\b(?:we|our)\b/i.test(before) || named.some(({ entity, start }) => entity.startsWith('actor:') && mention !== undefined && start < mention.start);
    if (forum && bySomebody && WAS_THERE.test(before)) return settled(forum, passage.text, gazetteer);
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
  const opening = forumSpokenFor(text, body, mentions, gazetteer);
  // "for this PGA in Dhaka" says more than the series' name in the title.
  if (head && opening && gazetteer.forums.get(opening)?.partOf === head) return opening;
  return head ?? opening ?? forumAdopting(passages, body, mentions, gazetteer) ?? forumInForm(passages, mentions, gazetteer) ?? forumReported(passages, body, mentions, gazetteer) ?? forumAttended(passages, body, mentions, gazetteer);
}
