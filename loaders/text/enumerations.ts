// Lists inside one sentence: "… in three areas: (a) rights; (b) services, and (c) justice."

import { listMarker, follows, type ListMarker } from './listMarkers.ts';
import { trimmed, type Span } from './sentences.ts';

export interface Enumeration {
  /** What introduces the list; empty (start = end) where the sentence begins with its first marker. */
  readonly leadIn: Span;
  readonly items: readonly Span[];
}

const INLINE = /(?<=^|[\s:;,])(?:\((?:\d{1,2}|[a-z]|[ivx]{2,4})\)|(?:\d{1,2}|[a-z]|[ivx]{2,4})\))(?=\s+\S)/g;
/** "article 5 (a)", "paragraphs (a) and (b)": a place in a text, not a list. */
const REFERENCE = /(?:\d|\b(?:art|para)\.|\b(?:articles?|paragraphs?|paras?|sections?|targets?|points?|items?|clauses?|rules?))\s*$/i;
const SHORTEST_ITEM = 8;

/** The list inside a sentence, or null. A list has at least two items, in order from the first. */
export function enumerationIn(text: string, { start, end }: Span): Enumeration | null {
  const sentence = text.slice(start, end);
  if (!sentence.includes(')')) return null;
  const found: { readonly marker: ListMarker; readonly at: number; readonly wordsAt: number }[] = [];
  for (const { 0: printed, index } of sentence.matchAll(INLINE)) {
    const read = listMarker(`${printed} x`);
    if (!read) continue;
    const last = found.at(-1);
    if (last ? follows(read.marker, last.marker) && index - last.wordsAt >= SHORTEST_ITEM : (read.marker.ordinal === 1 || read.marker.romanOrdinal === 1) && !REFERENCE.test(sentence.slice(0, index))) found.push({ marker: read.marker, at: index, wordsAt: index + printed.length });
  }
  const [first] = found;
  if (!first || found.length < 2) return null;
  const items = found.flatMap(({ wordsAt }, at) => trimmed(text, start + wordsAt, start + (found[at + 1]?.at ?? sentence.length)));
  if (items.length !== found.length || items.some((item) => item.end - item.start < SHORTEST_ITEM)) return null;
  const [leadIn] = trimmed(text, start, start + first.at);
  return { leadIn: leadIn ?? { start, end: start }, items: items.map((item) => withoutJoint(text, item)) };
}

/** An item without the "and" that leads to the next one. */
function withoutJoint(text: string, { start, end }: Span): Span {
  const joint = /[;,]?\s+(?:and|or|as well as)$/i.exec(text.slice(start, end));
  if (!joint) return { start, end };
  const kept = /^[;,]/.test(joint[0]) ? 1 : 0;
  return { start, end: start + joint.index + kept };
}
