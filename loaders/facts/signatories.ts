// Those who sign a text at its end: "For the Quay Network", "Quay Union, Lima", one to a line or beside each other.

import type { Mention } from '../../schema/extraction.ts';
import type { Passage } from '../text/passages.ts';
import type { HeaderLine } from './header.ts';

/** Share of the words of a line or list item that names must fill to be who signs. */
const FILLS = 0.4;
/** "JOINT CONTRIBUTION OF SIX ORGANISATIONS": who they are stands at the end. */
const BY_MANY = /\b(?:joint|collective|common)\s\p{L}+(?:\s\p{L}+)?\s(?:of|by|from)\s(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|\p{L}+teen|\p{L}+ty)\s/iu;
const UNDERSIGNED = /\b(?:by|of|from)\s(?:us,?\s)?the\sundersigned\b/i;
/** How far into the body a text says that those below have signed it; UTF-16 units. */
const OPENING = 900;

/** Whether the head or the first paragraph says that the text is of those who sign it. */
export const isSigned = (lines: readonly HeaderLine[], passages: readonly Passage[], from: number): boolean =>
  lines.some(({ text }) => BY_MANY.test(text)) || passages.some(({ start, text }) => start >= from && start <= from + OPENING && UNDERSIGNED.test(text));

/** The bodies that the items of the last list begin with. @param bodies in order of the text */
export function listedSignatories(passages: readonly Passage[], bodies: readonly Mention[]): Mention[] {
  const last = passages.findLastIndex(({ role }) => role === 'ITEM');
  const from = passages.findLastIndex(({ role }, at) => at < last && role !== 'ITEM' && role !== 'FURNITURE');
  return passages.slice(from + 1, last + 1).flatMap((item) => bodies.find(({ start, end }) => start >= item.start && start <= item.start + 4 && end <= item.end && end - start >= (item.end - item.start) * FILLS) ?? []);
}

/** The bodies in the lines of a signature; whoever signs for one stands beside it and is none. @param signature as signatureOf; @param bodies in order of the text */
export function signatories(signature: readonly HeaderLine[], bodies: readonly Mention[]): Mention[] {
  return signature.flatMap((line) => {
    // "Quay Union, Ghana": the country is where it sits.
    const named = bodies.filter(({ start, end, entity }) => start >= line.start && end <= line.end && !(entity.startsWith('country:') && start > line.start && bodies.some((body) => body.end <= start && body.end >= line.start)));
    const filled = named.reduce((sum, { start, end }) => sum + end - start, 0);
    return filled >= line.text.length * FILLS ? named : [];
  });
}
