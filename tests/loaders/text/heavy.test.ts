import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize } from '../../../loaders/text/normalize.ts';
import { passagesOf } from '../../../loaders/text/passages.ts';
import { splitSentences } from '../../../loaders/text/sentences.ts';
import { hostileText } from './hostileText.ts';

const DOCUMENT = 'doc:0123456789abcdef';
const RUNS = { numRuns: 60000 };

/** Letters and digits, folded as somebody would who compares two texts by them alone. */
const essence = (text: string): string => text.toWellFormed().normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of part) {
    at = whole.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

describe('whatever the text', () => {
  it('passages are the text at their place, in order, without overlap', () => {
    fc.assert(
      fc.property(hostileText, (raw) => {
        const normalized = normalize(raw);
        let from = 0;
        for (const { start, end, text } of passagesOf(DOCUMENT, normalized)) {
          expect(normalized.text.slice(start, end)).toBe(text);
          expect(text.trim()).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(from);
          from = end;
        }
      }),
      RUNS,
    );
  });

  it('lead-ins stand before the passage that they introduce', () => {
    fc.assert(
      fc.property(hostileText, (raw) => {
        for (const [at, { leadIns }] of passagesOf(DOCUMENT, normalize(raw)).entries()) {
          const places = [...leadIns, at];
          expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
        }
      }),
      RUNS,
    );
  });

  it('the passages hold every letter of the blocks, and ids are told apart', () => {
    fc.assert(
      fc.property(hostileText, (raw) => {
        const normalized = normalize(raw);
        const passages = passagesOf(DOCUMENT, normalized);
        expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
        const words = normalized.blocks.map(({ start, end }) => normalized.text.slice(start, end)).join(' ');
        expect(isSubsequence(essence(passages.map(({ text }) => text).join(' ')), essence(words))).toBe(true);
      }),
      RUNS,
    );
  });

  it('blocks are in order, and no letter of the source is invented or moved', () => {
    fc.assert(
      fc.property(hostileText, (raw) => {
        const { text, blocks } = normalize(raw);
        let from = 0;
        for (const { start, end } of blocks) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThanOrEqual(start);
          from = end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
        // Footnotes at the foot of a page follow the sentence that the page cut; without pages nothing moves.
        expect(raw.includes('\f') || isSubsequence(essence(text), essence(raw))).toBe(true);
      }),
      RUNS,
    );
  });

  it('a plain text keeps all its letters and digits', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('We urge States to act.', 'Ratify C189', '\n', '\n\n', ' ', '- ', '1. ', '(a) ', 'النساء', '😀', 'é', 'A.', ':', ';', '(', '“', '2021'), { maxLength: 40 }), (pieces) => {
        const raw = pieces.join('');
        expect(essence(normalize(raw).text)).toBe(essence(raw));
      }),
      RUNS,
    );
  });

  // A heading loses its mark, so a second reading may take it for the first half of the sentence below: the words stay.
  it('normalising what is normalised keeps every letter, and changes white space at most where no heading, table or page was marked', () => {
    fc.assert(
      fc.property(hostileText, (raw) => {
        const once = normalize(raw).text;
        const twice = normalize(once).text;
        const compared = /#|===|---|\||\f/.test(raw) ? essence : (text: string) => text.replace(/\s+/g, ' ');
        expect(compared(twice)).toBe(compared(once));
      }),
      RUNS,
    );
  });

  it('sentences cover every word of a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (raw) => {
        const line = raw.toWellFormed().replace(/\s+/g, ' ');
        expect(splitSentences(line).map(({ start, end }) => line.slice(start, end)).join('').replace(/\s/g, '')).toBe(line.replace(/\s/g, ''));
      }),
      RUNS,
    );
  });
});
