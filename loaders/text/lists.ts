// How deep an item stands: by its indentation, by its family of markers, by the item above that announces it.

import type { Draft } from './drafts.ts';
import { follows, ordinalWord, type ListMarker } from './listMarkers.ts';
import { endsSentence } from './wrapping.ts';

/** No text for people nests deeper. */
const DEEPEST = 8;

interface Level {
  readonly indent: number;
  marker: ListMarker;
  text: string;
  /** Its markers were lost with the indentation: the item above ended in a colon. */
  readonly announced: boolean;
}

/** An item that ends like this opens a list of its own. */
const announces = (text: string): boolean => text.endsWith(':') || (!/[;,.]$/.test(text) && /\b(?:include|includes|including|are|that|to|following)$/i.test(text));

const alike = (a: ListMarker, b: ListMarker): boolean => a.family === b.family && a.style === b.style;

function place(stack: Level[], draft: Draft, marker: ListMarker): void {
  const previous = stack.at(-1);
  while (stack.length > 0) {
    const top = stack.at(-1);
    const under = stack.at(-2);
    if (!top) break;
    const deeper = draft.indent - top.indent;
    if (deeper >= 2 || (deeper === 1 && (announces(top.text) || !endsSentence(top.text)))) break;
    if (deeper < -1 || (deeper < 0 && under && draft.indent <= under.indent)) {
      stack.pop();
      continue;
    }
    if (marker.family !== top.marker.family && marker.family === 'word') {
      stack.pop();
      continue;
    }
    if (follows(marker, top.marker)) {
      if (marker.family === 'bullet' && top === previous && announces(top.text)) break;
      if (top.announced && announces(draft.text)) stack.pop();
      stack.pop();
      break;
    }
    if (stack.some((level) => level !== top && follows(marker, level.marker) && marker.ordinal !== 1)) {
      stack.pop();
      continue;
    }
    if (marker.ordinal > 1 || (marker.family === 'bullet' && stack.some((level) => level !== top && alike(level.marker, marker)))) {
      stack.pop();
      if (!alike(top.marker, marker)) continue;
      break;
    }
    if (alike(top.marker, marker)) stack.pop();
    break;
  }
  while (stack.length >= DEEPEST) stack.pop();
  const above = stack.at(-1);
  stack.push({ indent: draft.indent, marker, text: draft.text, announced: above !== undefined && above.indent === draft.indent && alike(above.marker, marker) });
}

/** Sets the depth of every item, from 1. A paragraph or heading ends the list; an indented paragraph belongs to the item above. */
export function nestItems(drafts: readonly Draft[]): void {
  let stack: Level[] = [];
  for (const draft of drafts) {
    if (draft.kind === 'item' && draft.marker) {
      place(stack, draft, draft.marker);
      draft.level = stack.length;
    } else if (draft.kind === 'paragraph') {
      const owner = stack.findLastIndex(({ indent }) => draft.indent >= indent + 2);
      if (owner >= 0) Object.assign(draft, { kind: 'item', level: owner + 1 });
      else stack = [];
    } else if (draft.kind === 'heading' || draft.kind === 'cell') stack = [];
  }
}

/** The longest list without markers that is believed. */
const LONGEST_LIST = 60;
const LONGEST_NAME = 120;
const LABELLED = /^[\p{L}][\p{L} /-]{1,30}:\s/u;
/** Under such a heading stand names, one to a line. */
const NAMES_FOLLOW = /^(?:list of |the )?(?:(?:co-?)?signator(?:y|ies)|signed(?: by)?|endors(?:ed by|ements?)|(?:(?:co-?)?sign(?:ing|ed)|endorsing|supporting|undersigned|subscribing|sponsoring)\b.{0,40}|members? (?:organi[sz]ations?|of the .{3,60}))\s*:?$/i;

const inText = (drafts: readonly Draft[]): Draft[] => drafts.filter(({ kind }) => kind !== 'furniture' && kind !== 'footnote');
/** The paragraphs behind a place, as long as each of them, and none behind it, is of the kind asked for. */
const runAfter = (drafts: readonly Draft[], at: number, belongs: (draft: Draft) => boolean): Draft[] => {
  const rest = drafts.slice(at + 1, at + 1 + LONGEST_LIST);
  const end = rest.findIndex((draft) => draft.kind !== 'paragraph' || !belongs(draft));
  return end < 0 ? rest : rest.slice(0, end);
};

const isName = ({ text, lines }: Draft): boolean => lines <= 2 && text.length <= LONGEST_NAME && /^[\p{Lu}\d“"]/u.test(text) && !/[.;:?!]$/.test(text) && !LABELLED.test(text) && !/@|https?:|www\./.test(text);

/** Lists that lost their bullets: after a sentence that ends in a colon, paragraphs that end in semicolons are its items; so are names, one to a line. */
export function recoverItems(drafts: readonly Draft[]): void {
  const whole = inText(drafts);
  for (const [at, draft] of whole.entries()) {
    if (draft.kind !== 'paragraph' && draft.kind !== 'heading') continue;
    const names = NAMES_FOLLOW.test(draft.text);
    if (!draft.text.endsWith(':') && !names) continue;
    const open = runAfter(whole, at, ({ text }) => /;(?:\s(?:and|or))?$/.test(text));
    const last = whole[at + 1 + open.length];
    const semicolons = last?.kind === 'paragraph' ? [...open, last] : open;
    const lines = runAfter(whole, at, isName);
    const together = names || lines.slice(1).every(({ opens }) => !opens);
    const run = open.length >= 1 && semicolons.length >= 2 ? semicolons : lines.length >= 2 && together ? lines : [];
    for (const item of run) Object.assign(item, { kind: 'item', level: 1 });
  }
}

/** "We call on States: / First, … / Second, …": paragraphs that count themselves are the items of the sentence above. Before nestItems. */
export function countedItems(drafts: readonly Draft[]): void {
  const whole = inText(drafts);
  let counted: ListMarker | null = null;
  let announced = false;
  for (const draft of whole) {
    if (draft.kind === 'item') continue;
    const ordinal: ReturnType<typeof ordinalWord> = draft.kind === 'paragraph' && (announced || counted) ? ordinalWord(draft.text) : null;
    if (ordinal && (counted ? follows(ordinal.marker, counted) : ordinal.marker.ordinal === 1)) {
      Object.assign(draft, { kind: 'item', marker: ordinal.marker, text: draft.text.slice(ordinal.wordsAt) });
      counted = ordinal.marker;
      continue;
    }
    counted = null;
    announced = draft.kind === 'paragraph' && draft.text.endsWith(':');
  }
}
