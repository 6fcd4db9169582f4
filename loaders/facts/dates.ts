// The date that a document bears: stated in its head, or following from the occasion at which it was presented.

import * as chrono from 'chrono-node';
import { dated, UNDATED, type DatedFields } from '../../schema/dates.ts';
import type { EntityRecord } from '../../schema/extraction.ts';
import { isDateline } from '../text/wrapping.ts';
import type { HeaderLine } from './header.ts';

/** "Adopted at Nairobi, 15 June 2009" */
export const CLOSING = /^(?:adopted|done|agreed|issued|signed|approved|given|endorsed)\s(?:at|in|on|by|this|unanimously)\b/i;

const REFERENCE = new Date(Date.UTC(2000, 0, 1, 12));
const two = (number: number | null): string => String(number ?? 0).padStart(2, '0');

/** The first date in a line that gives its year, as precise as it is given; null where there is none. "16-17 February 2017" is its first day. */
export function dateIn(line: string): DatedFields | null {
  for (const { start, text } of chrono.strict.parse(line, REFERENCE)) {
    if (!start.isCertain('year') || !start.isCertain('month')) continue;
    // "217 A" and the modal "may" are no dates: the year and the month stand there in full.
    if (!/\b(?:19|20)\d{2}\b/.test(text) || !/[A-Z]|\d[/.-]\d/.test(text)) continue;
    const month = `${start.get('year')}-${two(start.get('month'))}`;
    const found = dated(start.isCertain('day') ? `${month}-${two(start.get('day'))}` : month, 'STATED');
    if (found) return found;
  }
  const month = /\b(January|February|March|April|May|June|July|August|September|October|November|December),?\s((?:19|20)\d{2})\b/.exec(line);
  if (month) return dated(`${month[2]}-${two(new Date(`${month[1]} 1, 2000`).getMonth() + 1)}`, 'STATED');
  return null;
}

/** A year in a title, where it is the only one: "Harbour Forum 2016: report". */
function yearIn(title: string): DatedFields | null {
  const years = new Set([...title.matchAll(/(?<![-–/\d])(?:19|20)\d{2}(?![-–/\d])(?!\sAgenda)/gi)].map(([year]) => year));
  const [year] = years;
  return year && years.size === 1 && year !== '2030' ? dated(year, 'STATED') : null;
}

/** "Geneva, 16 June 2016 – The union said …": the dateline of a press release, at the head of its first paragraph. */
const RELEASED = /^[^.;:]{0,50}?(?:\b(?:19|20)\d{2}\b)\)?\s?(?:[–—:|]|-{1,2}\s)/;
/** "Date: …", "Dated …": the date of the text before that of the occasion. */
const LABELLED = /^(?:date(?:d| of (?:submission|issue|publication))?|submitted on|published(?: on)?|issued(?: on)?)\b/i;

/** @param lines of the head; @param occasion at which it was presented; @param told the date that the file's front matter gives, if any; @param around the first words behind the head, and the lines at the end */
export function dateOf(lines: readonly HeaderLine[], occasion: EntityRecord | undefined, told: string | undefined, { opening, closing }: { readonly opening?: string | undefined; readonly closing: readonly string[] } = { closing: [] }): DatedFields {
  const front = told ? (dated(told.slice(0, 10), 'STATED') ?? dateIn(told)) : null;
  if (front) return front;
  for (const { text } of [...lines.filter((line) => LABELLED.test(line.text)), ...lines]) {
    const found = dateIn(text);
    if (found) return found;
  }
  const released = opening ? RELEASED.exec(opening)?.[0] : undefined;
  const issued = released ? dateIn(released) : null;
  if (issued) return issued;
  for (const text of closing) {
    const found = isDateline(text) || CLOSING.test(text) ? dateIn(text) : null;
    if (found) return found;
  }
  if (occasion?.type === 'Forum' && occasion.startDate) return dated(occasion.startDate, 'INFERRED') ?? UNDATED;
  for (const { text, isTitle } of lines) {
    const year = isTitle ? yearIn(text) : null;
    if (year) return year;
  }
  return UNDATED;
}
