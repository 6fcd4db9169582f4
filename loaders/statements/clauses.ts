// The parts of a sentence that can each say something of their own: "we support the plan, and we urge the ports to sign it" says two things.
// A clause is read as a sentence is, with its place in the text narrowed to its own words.

import { findActs, type ActFinding } from './acts.ts';
import type { Mark } from './marking.ts';
import type { Sentence } from './sentence.ts';

/** What can open a clause as its subject; "and" before anything else joins words, not clauses. */
const SUBJECT = String.raw`(?:(?:\w+ly|also|therefore|then|now|here|since\sthen|in\s\d{4}|at\sthe\ssame\stime|in\sparticular|for\s(?:its|our|their)\spart),?\s){0,2}(?:(?:the|our|its|their|some|all|both|many|several)\s)?(?:[ⒶⒼⓋⒾⒻ]|(?:it|they|he|she|there|this|that|these|those|nothing|nobody|no\sone|none|no\s[a-z]+)\s(?:\w+ly\s)?(?:is|are|was|were|has|have|had|must|should|shall|will|would|can|cannot|could|may|do|does|did|need|needs|[a-z]+s)\b|(?:the|an?|our|their)\s(?:[\w-]+\s){1,4}(?:must|should|needs?\sto|ha(?:s|ve)\sto|ought\sto|deserves?)\b)`;
/** "Kenya and Lebanon have trained": a name joined to a name without a comma goes on with it. */
const NAMES_JOINED = String.raw`(?<=[ⒶⒼⒾⒻ·])\sand\s(?:the\s|its\s|their\s|our\s)?[ⒶⒼⒾⒻ]`;
const JOINT = new RegExp(String.raw`;\s(?:(?:and|but|yet|or)\s)?|(?!${NAMES_JOINED}),?\s(?:and|but|yet|while|whereas|though|although)\s(?=${SUBJECT})`, 'giu');
/** "We, the crews, Recalling …, Alarmed by …, demand": each opening of a preamble stands with a capital after a comma. */
const PREAMBLE = /[,;]\s(?=(?:(?:Deeply|Gravely|Seriously|Strongly|Fully|Further|Also)\s)?(?:\p{Lu}[a-z]+ing|Alarmed|Concerned|Convinced|Encouraged|Inspired|Guided|Disturbed|Appalled|Mindful|Aware|Conscious|Determined|Having)\b)/gu;

/** Depth of brackets and quotation marks at each boundary: what is quoted or inserted is not cut. */
const enclosed = (text: string, at: number): boolean => {
  const before = text.slice(0, at);
  const count = (sign: RegExp): number => before.match(sign)?.length ?? 0;
  return count(/[([]/g) > count(/[)\]]/g) || count(/[“«]/g) > count(/[”»]/g) || count(/"/g) % 2 === 1;
};

/** A stretch of a sentence as a sentence of its own; places are relative to it, its passage keeps its identity. */
export function part(sentence: Sentence, from: number, to: number): Sentence {
  const { marked, words, occasions, passage } = sentence;
  const text = marked.text.slice(from, to);
  const left = from + (text.length - text.trimStart().length);
  const right = to - (text.length - text.trimEnd().length);
  const moved = <T extends { readonly start: number; readonly end: number }>(places: readonly T[]): T[] => places.flatMap((place) => (place.start >= left && place.end <= right ? [{ ...place, start: place.start - left, end: place.end - left }] : []));
  const cut = { text: marked.text.slice(left, right), masked: marked.masked.slice(left, right), marks: moved<Mark>(marked.marks) };
  const own = moved(words);
  return { ...sentence, passage: { ...passage, start: passage.start + left, end: passage.start + right, text: cut.text }, marked: cut, words: own, occasions: moved<Mark>(occasions), within: { sentence: sentence.within?.sentence ?? sentence, from: left + (sentence.within?.from ?? 0) }, acts: findActs(cut, own) };
}

const cutAt = (sentence: Sentence, starts: readonly { readonly end: number; readonly start: number }[]): Sentence[] => {
  const { length } = sentence.marked.text;
  return [0, ...starts.map(({ start }) => start)].map((from, at) => part(sentence, from, starts[at]?.end ?? length));
};

/** The clauses of a sentence, in order; the sentence alone where it has one. */
export function clausesOf(sentence: Sentence): readonly Sentence[] {
  const { text, masked } = sentence.marked;
  const joints = [...masked.matchAll(JOINT), ...text.matchAll(PREAMBLE)]
    .toSorted((a, b) => a.index - b.index)
    .flatMap(({ 0: joint, index }) => (enclosed(text, index) ? [] : [{ end: /^[,;]/.test(joint) ? index + 1 : index, start: index + joint.length }]));
  return joints.length === 0 ? [sentence] : cutAt(sentence, joints);
}

const FURTHER_THAT = /[,;]?\s(?:and|or|but)\sthat\s|[,;]\sthat\s/giu;
const FURTHER_TO = /;\s(?:(?:and|or|but)\s)?(?:not\s)?to\s/giu;

/** "We ask that A be heard, that B be paid, and that C be free" asks for three things: the places of the second and those after it. */
export function furtherAsks(sentence: Sentence, { end, rule }: ActFinding): Sentence[] {
  const { text, masked } = sentence.marked;
  const rest = masked.slice(end);
  const that = /^(?:\s\w+){0,2}?\sthat\b|^(?:[^,;:.]{0,80}\s)?that\s/iu.test(rest) || /\bthat$/i.test(text.slice(0, end));
  const joints = (pattern: RegExp, from: number) => [...masked.matchAll(pattern)].filter(({ index }) => index >= from && !enclosed(text, index));
  const found = that ? joints(FURTHER_THAT, end + 5) : rule.act === 'COMMITS' || /^[^;]{0,200}\bto\s/iu.test(rest) ? joints(FURTHER_TO, end) : [];
  if (that && !found.some(({ 0: joint }) => /\b(?:and|or|but)\b/i.test(joint))) return [];
  const starts = found.map(({ 0: joint, index }) => ({ end: /^[,;]/.test(joint) ? index + 1 : index, start: index + joint.search(/(?:that|not\sto|to)\s$/iu) }));
  return starts.length === 0 ? [] : cutAt(sentence, starts);
}
