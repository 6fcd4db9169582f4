// How deep an item stands: by its indentation, by its family of markers, by the item above that announces it.

import type { Draft } from './drafts.ts';
import { follows, type ListMarker } from './listMarkers.ts';
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

/** Lists that lost their bullets: after a sentence that ends in a colon, paragraphs that end in semicolons are its items. */
export function recoverItems(drafts: readonly Draft[]): void {
  const inText = drafts.filter(({ kind }) => kind !== 'furniture' && kind !== 'footnote');
  for (const [at, draft] of inText.entries()) {
    if (!draft.text.endsWith(':') || (draft.kind !== 'paragraph' && draft.kind !== 'heading')) continue;
    const run: Draft[] = [];
    for (const next of inText.slice(at + 1, at + 60)) {
      if (next.kind !== 'paragraph') break;
      run.push(next);
      if (!/;(?:\s(?:and|or))?$/.test(next.text)) break;
    }
    if (run.length >= 2 && run.slice(0, -1).every(({ text }) => /;(?:\s(?:and|or))?$/.test(text))) for (const item of run) Object.assign(item, { kind: 'item', level: 1 });
  }
}
