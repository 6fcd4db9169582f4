// Parts of an occasion that are called by a number: "Round Table 2", "Working Session 1.3", "Strategy Sessions 1A and 2A".

import { entityId } from '../../schema/ids.ts';
import type { Candidate } from './candidate.ts';

const NUMBER = String.raw`(?:\d{1,2}(?:\.\d{1,2})?[A-Z]?|[IVX]{1,4})`;
const PART = String.raw`(?:[Rr]ound ?[Tt]ables?|(?:Working|Thematic|Strategy|Parallel|Plenary|Break-?out) (?:Sessions?|Groups?|Workshops?)|(?<![\p{L}] )Group|(?<=\b(?:in|by|of|from|and|the|for) )Group|(?:(?<=\b(?:in|at|during|of|from|for) (?:the )?)Session)|Panel)`;
const NUMBERED = new RegExp(String.raw`\b(?<part>${PART}) (?:[Nn]o\. ?)?(?<number>${NUMBER})(?: (?:and|&) ${NUMBER})?(?![\d.]*\d|[\p{L}])`, 'gu');

/** Offsets: UTF-16 units, end exclusive. */
export const numberedParts = (text: string): Candidate[] =>
  [...text.matchAll(NUMBERED)].map(({ 0: found, index }) => {
    const name = found.replace(/\s+/g, ' ');
    return { start: index, end: index + found.length, rule: 'numbered-part', means: { record: { type: 'Forum', id: entityId('Forum', name), kind: 'WORKING_SESSION', name, aliases: [] } }, score: 0.72 };
  });
