// By when a promise is to be kept, read from its own words: a named date, a span counted from the day it was made, or an event.

import { dated, isCertainlyLater, UNDATED, type DatedFields } from '../../schema/dates.ts';

export type DueKind = 'BY' | 'BEFORE' | 'ON' | 'WITHIN' | 'EVENT';

export interface DueDate {
  readonly text: string;
  /** UTF-16 units into the sentence; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly kind: DueKind;
  /** STATED where the sentence names it, INFERRED where it is reckoned; undated for an event, or a span that cannot be counted. */
  readonly date: DatedFields;
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const MONTH = MONTHS.join('|');
/** "31 December 2024", "December 31, 2024", "December 2024", "2024"; not the year in the name of a text: "the 2030 Agenda". */
const DATE = String.raw`(?:(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<month>${MONTH}),?\s+|(?<monthFirst>${MONTH})\s+(?:(?<dayAfter>\d{1,2})(?:st|nd|rd|th)?,\s+)?(?:of\s+)?)?(?<year>(?:19|20|21)\d{2})(?![\d–-]|\s+(?:agenda|development|sustainable|declaration|convention|conference|summit|protocol|compact|framework|review|forum|session|plan|act|law)\b)`;
/** "the end of", "mid-": they make a date no more precise than its year or month. */
const PART = String.raw`(?:(?:the\s+)?(?:very\s+)?(?:end|close|beginning|start|middle)\s+of\s+|mid-?\s?|early\s+|late\s+)?(?:the\s+year\s+)?`;
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const COUNT = String.raw`(?<count>\d{1,3}|an?|${NUMBERS.join('|')})`;
const UNIT = String.raw`(?<unit>day|week|month|year)s?\b`;
const OCCASION = 'review|session|meeting|summit|conference|forum|assembly|cycle|dialogue|round|congress|elections?|report';
const MEETING = String.raw`(?:${OCCASION})\b(?:\s+(?:${OCCASION})\b)*`;

/** Surest first. Each with a sentence of its kind. */
const RULES: readonly { readonly kind: DueKind; readonly pattern: RegExp }[] = [
  // "We will ratify the convention by the end of 2025." "… before the end of 2025."
  { kind: 'BY', pattern: new RegExp(String.raw`\b(?:by|no\s+later\s+than|not\s+later\s+than|before\s+(?:the\s+)?end\s+of)\s+${PART}${DATE}`, 'giu') },
  // "The law will be changed before 2020."
  { kind: 'BEFORE', pattern: new RegExp(String.raw`\b(?:before|prior\s+to|ahead\s+of)\s+${PART}${DATE}`, 'giu') },
  // "Within two years we will open ten shelters."
  { kind: 'WITHIN', pattern: new RegExp(String.raw`\b(?:within|in\s+less\s+than|in\s+under)\s+(?:the\s+(?:next|coming|following)\s+)?${COUNT}\s+${UNIT}`, 'giu') },
  // "Over the next five years the network will train inspectors." "In the coming year …"
  { kind: 'WITHIN', pattern: new RegExp(String.raw`\b(?:within|in|over|during)\s+the\s+(?:next|coming|following)\s+(?:${COUNT}\s+)?${UNIT}`, 'giu') },
  // "The ministry will report by the next session of the committee."
  { kind: 'EVENT', pattern: new RegExp(String.raw`\b(?:by|before|ahead\s+of|prior\s+to|in\s+time\s+for|no\s+later\s+than)\s+(?:the\s+end\s+of\s+)?(?:the|its|our|their)\s+(?:next|forthcoming|upcoming|coming|following|current|present)\s+(?:[\p{L}\p{N}'’-]+\s+){0,5}?${MEETING}`, 'giu') },
  // "We will publish the figures before the International Migration Review Forum."
  { kind: 'EVENT', pattern: new RegExp(String.raw`\b(?:before|ahead\s+of|prior\s+to|in\s+time\s+for)\s+(?:the|its|our|their)\s+(?:[\p{L}\p{N}'’-]+\s+){0,6}?${MEETING}`, 'giu') },
  // "The network will host a side event on 20 March 2017."
  { kind: 'ON', pattern: new RegExp(String.raw`\b(?:on|in|during)\s+${PART}${DATE}`, 'giu') },
];

const two = (number: string | number): string => String(number).padStart(2, '0');

/** The date that a match names, never more precise than its words; null where there is no such day. */
function namedDate({ day, month, monthFirst, dayAfter, year = '' }: Readonly<Record<string, string | undefined>>): DatedFields | null {
  const name = month ?? monthFirst;
  if (!name) return dated(year, 'STATED');
  const ofMonth = `${year}-${two(MONTHS.indexOf(name.toLowerCase()) + 1)}`;
  const ofDay = day ?? dayAfter;
  return dated(ofDay ? `${ofMonth}-${two(ofDay)}` : ofMonth, 'STATED');
}

/** How many: "3", "three", "a"; without a number, one. */
function counted(count: string | undefined): number {
  if (!count || /^an?$/i.test(count)) return 1;
  const written = NUMBERS.indexOf(count.toLowerCase());
  return written < 0 ? Number(count) : written + 1;
}

/** The span's last day, month or year, as precise as the date it is counted from; undated where that is coarser than the span's unit. */
function reckoned(from: string | null, count: number, unit: string): DatedFields {
  const [year = '', month, day] = from?.split('-') ?? [];
  if (!year || (unit !== 'year' && !month) || ((unit === 'day' || unit === 'week') && !day)) return UNDATED;
  const start = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  const end = new Date(start);
  if (unit === 'day' || unit === 'week') end.setUTCDate(end.getUTCDate() + count * (unit === 'week' ? 7 : 1));
  else {
    const months = Number(month ?? 1) - 1 + count * (unit === 'year' ? 12 : 1);
    // The last day of a month that is shorter: a month from 31 January ends on the last of February.
    const lastDay = new Date(Date.UTC(Number(year), months + 1, 0)).getUTCDate();
    end.setTime(Date.UTC(Number(year), months, Math.min(Number(day ?? 1), lastDay)));
  }
  const iso = end.toISOString();
  return dated(iso.slice(0, from?.length ?? 0), 'INFERRED') ?? UNDATED;
}

/**
 * The due date of a promise, or null where its words name none. The first match of the surest rule counts.
 * @param madeOn ISO date of the statement, of any precision: spans are counted from it, and "on 20 March 2017" is due only if it is later.
 */
export function dueDate(sentence: string, madeOn: string | null): DueDate | null {
  for (const { kind, pattern } of RULES) {
    for (const match of sentence.matchAll(pattern)) {
      const { count, unit, year, ...rest } = match.groups ?? {};
      const date = year ? namedDate({ ...rest, year }) : unit ? reckoned(madeOn, counted(count), unit.toLowerCase()) : UNDATED;
      if (date === null || (kind === 'ON' && !isCertainlyLater(date.date, madeOn))) continue;
      const [text] = match;
      return { text, start: match.index, end: match.index + text.length, kind, date };
    }
  }
  return null;
}
