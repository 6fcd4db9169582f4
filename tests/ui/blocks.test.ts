import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, quoteSpan, type Mark, type PlacedPassage } from '../../ui/evidence/blocks.ts';

const TEXT = 'Note on detention\n\nThe network met in Manila. It called for an end to detention.\n\n1. Release children\n2. Close the centres';

const passage = (role: PlacedPassage['role'], words: string): PlacedPassage => {
  const start = TEXT.indexOf(words);
  return { id: words, role, start, end: start + words.length };
};
const PASSAGES = [passage('TITLE', 'Note on detention'), passage('SENTENCE', 'The network met in Manila.'), passage('SENTENCE', 'It called for an end to detention.'), passage('ITEM', '1. Release children'), passage('ITEM', '2. Close the centres')];
const markOn = (id: string, words: string): Mark => ({ id, start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

const spans = (length: number) =>
  fc.array(fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })), { maxLength: 12 });
const document = fc.string({ unit: 'grapheme', maxLength: 200 }).chain((text) => fc.record({ text: fc.constant(text), passages: spans(text.length), marks: spans(text.length) }));

describe('the text of a document', () => {
  it('shows every character once and in order, however passages and marks overlap', () => {
    fc.assert(
      fc.property(document, ({ text, passages, marks }) => {
        const placed = passages.map((span, at): PlacedPassage => ({ ...span, id: `p${at}`, role: at % 2 === 0 ? 'SENTENCE' : 'HEADING' }));
        const blocks = blocksOf(text, placed, marks.map((span, at) => ({ ...span, id: `m${at}` })));
        const pieces = blocks.flatMap((block) => block.pieces);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const { start, text: shown } of pieces) expect(text.slice(start, start + shown.length)).toBe(shown);
      }),
    );
  });

  it('marks exactly the words of a statement', () => {
    fc.assert(
      fc.property(document, ({ text, passages, marks }) => {
        const placed = passages.map((span, at): PlacedPassage => ({ ...span, id: `p${at}`, role: 'SENTENCE' }));
        const named = marks.map((span, at) => ({ ...span, id: `m${at}` }));
        const pieces = blocksOf(text, placed, named).flatMap((block) => block.pieces);
        for (const { id, start, end } of named) {
          expect(pieces.filter((piece) => piece.marks.includes(id)).map((piece) => piece.text).join('')).toBe(text.slice(start, end));
        }
      }),
    );
  });

  it('runs the sentences of a paragraph on, and gives headings and list items a line of their own', () => {
    const blocks = blocksOf(TEXT, PASSAGES, []);
    expect(blocks.map(({ role, pieces }) => [role, pieces.map(({ text }) => text).join('').trim()])).toEqual([
      ['TITLE', 'Note on detention'],
      ['SENTENCE', 'The network met in Manila. It called for an end to detention.'],
      ['ITEM', '1. Release children'],
      ['ITEM', '2. Close the centres'],
    ]);
  });

  it('names both statements where one sentence carries two', () => {
    const marks = [markOn('s1', 'It called for an end to detention.'), markOn('s2', 'an end to detention')];
    const both = blocksOf(TEXT, PASSAGES, marks).flatMap((block) => block.pieces).filter(({ marks: on }) => on.length === 2);
    expect(both.map(({ text }) => text)).toEqual(['an end to detention']);
  });

  it('finds a quotation within its passage, and takes the passage where the words differ', () => {
    expect(quoteSpan('say: go home now', { start: 5, end: 16 }, 'home')).toEqual({ start: 8, end: 12 });
    expect(quoteSpan('say: go home now', { start: 5, end: 16 }, 'elsewhere')).toEqual({ start: 5, end: 16 });
  });
});
