// Parts of a document with facts of their own: a text that a meeting adopted and a paper prints in full, a section headed by an occasion.

import type { DatedFields } from '../../schema/dates.ts';
import type { EntityRecord, Mention } from '../../schema/extraction.ts';
import type { EntityId, ForumId } from '../../schema/ids.ts';
import type { Gazetteer } from '../entities/gazetteer.ts';
import { follows, listMarker } from '../text/listMarkers.ts';
import type { Passage } from '../text/passages.ts';
import { CLOSING, dateIn, dateOf } from './dates.ts';
import { headerFrom } from './header.ts';
import { forumInHead, forumSpokenFor } from './occasion.ts';

/** A part of a text that a meeting adopted, and when. Offsets: UTF-16 units, end exclusive. */
export interface AdoptedText {
  readonly start: number;
  readonly end: number;
  readonly forum: ForumId;
  readonly dated: DatedFields;
}

interface Named {
  readonly mentions: readonly Mention[];
  readonly entities: ReadonlyMap<EntityId, EntityRecord>;
}

/** Kinds of texts that a meeting adopts and papers print in full. */
const ADOPTED_KINDS = new Set(['CALL_TO_ACTION', 'MANIFESTO', 'DECLARATION', 'CODE_OF_CONDUCT', 'COMPACT']);
/** How much of a heading the name of a text fills that it heads. */
const FILLS = 0.8;
/** How far above a printed text its occasion is told of. */
const TOLD_ABOVE = 2500;

const isHeading = ({ role }: Passage): boolean => role === 'HEADING' || role === 'TITLE';
const markerOf = ({ marker }: Passage) => (marker === null ? null : (listMarker(`${marker} x`)?.marker ?? null));

/** Where a part ends that begins at a heading: at the heading that goes on counting from before it, or at one of higher rank. */
function endOf(passages: readonly Passage[], at: number, length: number): number {
  const heading = passages[at];
  const counted = passages.slice(0, at).filter(isHeading).map(markerOf).findLast((marker) => marker !== null) ?? null;
  const next = passages.slice(at + 1).find((passage) => {
    if (!isHeading(passage) || !heading) return false;
    const marker = markerOf(passage);
    return (marker !== null && counted !== null && follows(marker, counted)) || (passage.rank > 0 && passage.rank < heading.rank);
  });
  return next?.start ?? length;
}

/** The occasion that was told of above as the one that adopted the text, or else the last one named there. */
function toldAbove(text: string, start: number, named: Named): ForumId | null {
  const above = named.mentions.filter(({ entity, end }) => entity.startsWith('forum:') && end <= start && end > start - TOLD_ABOVE);
  const told = above.findLast(({ end }) => /^[^.;]{0,40}\b(?:adopted|took place|was held|issued|concluded|ended)\b/i.test(text.slice(end, end + 120)));
  return (told?.entity as ForumId | undefined) ?? null; // filtered by the prefix
}

/** The texts that meetings adopted and the document prints, in order, not overlapping. */
export function adoptedTexts(text: string, passages: readonly Passage[], named: Named, gazetteer: Gazetteer, body: number): AdoptedText[] {
  const found: AdoptedText[] = [];
  for (const [at, passage] of passages.entries()) {
    if (passage.start < body || !isHeading(passage) || passage.start < (found.at(-1)?.end ?? 0)) continue;
    const name = named.mentions.find((mention) => mention.start >= passage.start && mention.end <= passage.end);
    const record = name ? named.entities.get(name.entity) : undefined;
    if (!name || record?.type !== 'Instrument' || !ADOPTED_KINDS.has(record.kind) || name.end - name.start < passage.text.length * FILLS) continue;
    const lines = headerFrom(passages, at);
    const end = endOf(passages, at, text.length);
    const forum = forumInHead(text, lines, named.mentions, named.entities, gazetteer) ?? forumSpokenFor(text, passage.end, named.mentions, gazetteer) ?? toldAbove(text, passage.start, named);
    if (!forum) continue;
    const closing = passages.findLast((one) => one.start > passage.start && one.end <= end && CLOSING.test(one.text));
    const stated = closing ? dateIn(closing.text) : null;
    const occasion = named.entities.get(forum) ?? gazetteer.entities.get(forum);
    found.push({ start: passage.start, end, forum, dated: lines.some((line) => dateIn(line.text)) || !stated ? dateOf(lines, occasion, undefined) : stated });
  }
  return found;
}

