// The head of a document: what stands before its first paragraph. There it says its title, its occasion, its authors and its date.

import type { Passage } from '../text/passages.ts';

/** A line of the head. UTF-16 units, end exclusive. */
export interface HeaderLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly isTitle: boolean;
}

const PROSE_WORDS = 4;
/** Words of a line that is no line of a head, whatever it ends with, and of a clause of a preamble, which ends with a comma. */
const LONG_LINE_WORDS = 60;
const LONG_CLAUSE_WORDS = 14;
const LONGEST_HEAD = 24;
/** What divides the parts of one line; kept by a split. */
const DIVIDER = /(\s[·|•]\s)/;

/** A paragraph of running text ends the head; a one-line paragraph ("New York, 16 February 2017") is part of it. */
function endsHead({ role, text }: Passage): boolean {
  if (role !== 'SENTENCE') return role === 'ITEM' || role === 'CELL' || role === 'INSTRUCTION';
  const words = text.split(/\s+/).length;
  return words >= LONG_LINE_WORDS || (words >= LONG_CLAUSE_WORDS && text.endsWith(',')) || (words >= PROSE_WORDS && /[.:;?!]["”’)]*$/.test(text));
}

/** A heading behind the title that opens the body: "Introduction", "A. Background". */
const OPENS_BODY = /^(?:(?:\d+|[A-Z]|[IVX]+)[.)]\s|introduction|background|preamble|summary|overview|general observations|context)/i;

/** The passages from a place on that make up a head, in order; furniture left out. @param from position among the passages */
export function headerFrom(passages: readonly Passage[], from: number): HeaderLine[] {
  const lines: HeaderLine[] = [];
  for (const passage of passages.slice(from, from + LONGEST_HEAD)) {
    if (passage.role === 'FURNITURE' || passage.role === 'FOOTNOTE') continue;
    if (endsHead(passage)) break;
    if (passage.role === 'HEADING' && lines.length > 0 && OPENS_BODY.test(passage.text)) break;
    lines.push(...partsOf(passage));
  }
  return lines;
}

/** "Harbour Network · Lima · 27 May 2019 · for the Port Summit": what dots or bars divide are lines of their own. */
function partsOf({ start, text, role }: Passage): HeaderLine[] {
  let from = start;
  return text.split(DIVIDER).flatMap((part, at): HeaderLine[] => {
    const line = { start: from, end: from + part.length, text: part, isTitle: role === 'TITLE' };
    from = line.end;
    return at % 2 === 0 && part.trim() !== '' ? [line] : [];
  });
}

/** The lines at the end that sign a text: short, without a verb's full stop, no address. */
export function signatureOf(passages: readonly Passage[]): HeaderLine[] {
  const lines: HeaderLine[] = [];
  for (const passage of passages.toReversed().slice(0, 12)) {
    if (passage.role === 'FURNITURE' || /@|https?:|www\.|^(?:tel|web|e-?mail|fb|twitter|instagram|contact)\b/i.test(passage.text)) continue;
    if (passage.text.length > 120 || passage.role === 'ITEM' || /[.;?]$/.test(passage.text)) break;
    lines.push({ start: passage.start, end: passage.end, text: passage.text, isTitle: false });
  }
  return lines.reverse();
}

const GATHERING = String.raw`(?:meeting|workshop|consultation|seminar|conference|round\s?table|dialogue|hearing|symposium|forum|session|side event|webinar|panel|congress)`;
const MEETING_REPORT = new RegExp(String.raw`\b(?:report|summary|record|minutes|proceedings)\s(?:report\s)?(?:of|on|from)\s(?:the|an?|our)\s(?:[\p{L}-]+\s){0,5}${GATHERING}\b|\b${GATHERING}\s(?:report|summary|minutes|proceedings)\b|\brapporteur['’]?s?['’]?\s(?:report|summary|notes)|^(?:final\s|summary\s)?report$`, 'iu');
const OCCASION = new RegExp(String.raw`\b${GATHERING}\b`, 'i');

/** Whether a head says that its text reports a meeting: whoever wrote it down, those who met speak in it. */
export const reportsMeeting = (lines: readonly HeaderLine[]): boolean => lines.some(({ text }) => MEETING_REPORT.test(text.trim())) && lines.some(({ text }) => OCCASION.test(text));
