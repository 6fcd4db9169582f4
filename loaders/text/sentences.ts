// Where sentences end. Intl.Segmenter proposes; abbreviations, initials, numbers, brackets and quotations object.

import { endsSentence } from './wrapping.ts';

/** A stretch of a text, UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Never the end of a sentence: something belongs after them. */
const BINDING = /(?:^|[\s(“"'‘[/–—-])(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Hon|H\.E|H\.R\.H|Amb|Rev|Fr|Sr|Gen|Col|Gov|Sen|Rep|Sgt|Capt|Nos?|nos?|Arts?|arts?|[Pp]aras?|pp?|[Vv]ols?|[Ee]ds?|[Cc]f|e\.g|i\.e|eg|ie|viz|vs?|ca|c|approx|Res|Doc|Docs|Sect?s?|Chs?|Figs?|fig|Recs?|Conv|incl|esp|Add|Rev|Corr|Supp|Suppl|Add|S\.I|op|loc|tel|Tel|ext)\.$/u;
/** May end a sentence; what follows decides. */
const OPEN_ABBREVIATION = /(?:^|[\s(“"'‘[])(?:(?:\p{Lu}\.){2,}|(?:[a-z]\.){2,}|etc\.|Inc\.|Ltd\.|Co\.|Corp\.|Jr\.|Dept\.|Univ\.|cit\.|ibid\.|Ibid\.|al\.|a\.m\.|p\.m\.|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)$/u;
const INITIAL = /(?:^|[\s(“"'‘[.])\p{Lu}\.$/u;
const STARTS_SENTENCE = /^["“'‘(]?(?:The|This|That|These|Those|It|They|We|He|She|I|In|On|At|As|For|From|With|By|To|An?|All|Our|Their|Its|States|Governments|However|Moreover|Furthermore|There|If|When|While|But|And|Beyond|Such|Both|After|Before|Since|During|Through|Women|Migrants?|Participants)\s/;
/** How long a bracket or quotation may be and still hold its sentences together. */
const LONGEST_HOLD = 700;

/** The stretches within brackets and quotation marks; those that never close, or run on too long, hold nothing. */
function held(text: string): Span[] {
  const spans: Span[] = [];
  const opened: { readonly close: string; readonly at: number }[] = [];
  for (const { 0: mark, index: at } of text.matchAll(/[()[\]“”"]/g)) {
    const open = opened.findLastIndex(({ close, at: from }) => close === mark && at - from <= LONGEST_HOLD);
    if (open >= 0) {
      spans.push({ start: opened[open]?.at ?? at, end: at });
      opened.length = open;
      continue;
    }
    const close = { '(': ')', '[': ']', '“': '”', '"': '"' }[mark];
    if (close && opened.length < 20) opened.push({ close, at });
  }
  return spans;
}

function binds(before: string, after: string): boolean {
  if (!endsSentence(before) || after === '') return true;
  if (/^\p{Ll}/u.test(after)) return true;
  const tail = before.slice(-30);
  if (BINDING.test(tail)) return true;
  if (OPEN_ABBREVIATION.test(tail)) return !STARTS_SENTENCE.test(after);
  if (INITIAL.test(tail)) return !STARTS_SENTENCE.test(after);
  // "1. The" at the very beginning, and "no. 3. And": a bare number is a marker, not a sentence.
  return /^\(?\d{1,3}\.$/.test(before.trim());
}

/** The sentences of a run of text without line breaks, white space at their ends left out. In order; together they hold all its words. */
export function splitSentences(text: string): Span[] {
  const holds = held(text);
  const ends: number[] = [];
  let from = 0;
  for (const { index, segment } of SEGMENTER.segment(text)) {
    let end = index + segment.length;
    if (end < text.length) {
      // Note numbers and closing marks belong to the sentence they follow.
      const trailing = /^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[\d{1,3}\])+\s*/.exec(text.slice(end, end + 20));
      if (trailing && !/\s$/.test(segment)) end += trailing[0].length;
      if (end < from || binds(text.slice(from, end).trimEnd(), text.slice(end, end + 40)) || holds.some((span) => span.start < end - 1 && endOfWords(text, end) <= span.end)) continue;
    }
    if (end > from) ends.push(end);
    from = Math.max(from, end);
  }
  return ends.flatMap((end, at) => trimmed(text, at === 0 ? 0 : (ends[at - 1] ?? 0), end));
}

/** Where the last word before a boundary ends: a closing mark right there closes its quotation before the boundary. */
function endOfWords(text: string, boundary: number): number {
  let end = boundary;
  while (end > 0 && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

/** A stretch without the white space at its ends; [] when nothing is left. */
export function trimmed(text: string, start: number, end: number): Span[] {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  const length = words.trim().length;
  return length === 0 ? [] : [{ start: start + lead, end: start + lead + length }];
}
