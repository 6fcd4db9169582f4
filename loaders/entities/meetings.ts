// A standing forum and its meetings: "GFMD in Manila in 2008" is that meeting, "GFMD" alone is the series.

import type { ForumEntry } from '../../schema/domain.ts';
import type { ForumId } from '../../schema/ids.ts';
import type { Gazetteer } from './gazetteer.ts';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

const known = new WeakMap<Gazetteer, Map<ForumId, readonly ForumEntry[]>>();

/** The meetings of a series, in order of their dates; what is part of one meeting is no meeting of a series. */
export function meetingsOf(series: ForumId, gazetteer: Gazetteer): readonly ForumEntry[] {
  const bySeries = known.get(gazetteer) ?? new Map<ForumId, readonly ForumEntry[]>();
  const before = bySeries.get(series);
  if (before) return before;
  const meetings = readMeetings(series, gazetteer);
  if (gazetteer.forums.has(series)) known.set(gazetteer, bySeries.set(series, meetings));
  return meetings;
}

function readMeetings(series: ForumId, gazetteer: Gazetteer): ForumEntry[] {
  const name = gazetteer.forums.get(series)?.name;
  if (!name || gazetteer.forums.get(series)?.startDate) return [];
  // Days held beside a summit are part of that summit, and are called after their own series: "Quay Forum Youth Days, Oslo 2015".
  return [...gazetteer.forums.values()].filter((forum) => forum.startDate && (forum.partOf === series || forum.name.startsWith(`${name},`) || forum.name.startsWith(`${name} `))).toSorted((a, b) => ((a.startDate ?? '') < (b.startDate ?? '') ? -1 : 1));
}

const placesOf = ({ place, country }: ForumEntry, gazetteer: Gazetteer): string[] => {
  const record = country ? gazetteer.entities.get(`country:${country}`) : undefined;
  return [place, record?.name].flatMap((name) => (name === undefined || name === 'online' ? [] : [name]));
};
/** Names of places of the word lists, each compiled once. */
const places = new Map<string, RegExp>();
function reads(words: string, text: string): boolean {
  const place = places.get(words) ?? new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, 'iu');
  places.set(words, place);
  return place.test(text);
}
/** The years it may have in a text: a meeting that runs over New Year has two. */
const yearsOf = ({ startDate, endDate }: ForumEntry): string[] => [...new Set([startDate?.slice(0, 4), endDate?.slice(0, 4)])].filter((year) => year !== undefined);

/** How far a name's year and place may stand from it: "GFMD held in Brussels, Belgium, in July 2007". UTF-16 units. */
const REACH_AFTER = 90;
const REACH_BEFORE = 14;

/** The meeting of a series that the words right beside its name tell of, or null. */
export function meetingBeside(text: string, start: number, end: number, series: ForumId, gazetteer: Gazetteer): ForumId | null {
  const stop = /[.;]\s|\n|,\s(?:and|but)\s|\bthe\s(?:Global|High)/.exec(text.slice(end, end + REACH_AFTER));
  const after = text.slice(end, end + (stop?.index ?? REACH_AFTER));
  const near = /^\s?(?:\([^)]*\))?,?\s?(?:\p{Lu}\w+\s)?(?:was\s|that\s(?:was|took)\s|which\s(?:was|took)\s)?(?:summit|meeting)?\s?(?:held|taking place|place|hosted|convened|in|at|of|on|\(|,|\d{4}|’|')/iu.test(after) ? after : '';
  const before = text.slice(Math.max(0, start - REACH_BEFORE), start);
  const beforeYear = /\b((?:19|20)\d{2})\s$/.exec(before)?.[1];
  const meetings = meetingsOf(series, gazetteer);
  const years = new Set([...near.matchAll(/\b(?:19|20)\d{2}\b/g)].map(([year]) => year));
  const placed = meetings.filter((meeting) => placesOf(meeting, gazetteer).some((place) => reads(place, near)));
  const yeared = meetings.filter((meeting) => yearsOf(meeting).some((year) => year === beforeYear || years.has(year)));
  const both = placed.filter((meeting) => yeared.includes(meeting));
  const chosen = both.length > 0 ? both : placed.length === 1 ? placed : yeared.length > 0 && placed.length === 0 ? yeared : [];
  return chosen.length === 1 ? (chosen[0]?.id ?? null) : null;
}

/** "10 December" or "December 10" in a text, as `12-10`, without the year. */
export function daysNamed(text: string): string[] {
  const day = (number: string, month: string): string[] => {
    const at = MONTHS.indexOf(month.toLowerCase());
    return at < 0 ? [] : [`${String(at + 1).padStart(2, '0')}-${number.padStart(2, '0')}`];
  };
  const months = MONTHS.join('|');
  return [
    ...[...text.matchAll(new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s?[-–]\\s?\\d{1,2}|\\sto\\s\\d{1,2})?\\s(?:of\\s)?(${months})\\b`, 'gi'))].flatMap(([, number = '', month = '']) => day(number, month)),
    ...[...text.matchAll(new RegExp(`\\b(${months})\\s(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d)`, 'gi'))].flatMap(([, month = '', number = '']) => day(number, month)),
  ];
}

/** Whether a day of the year (`12-10`) falls within the meeting, or within the one it is part of: the days before a summit belong to it. */
function covers(meeting: ForumEntry, day: string, gazetteer: Gazetteer): boolean {
  const parent = meeting.partOf ? gazetteer.forums.get(meeting.partOf) : undefined;
  return [meeting, ...(parent ? [parent] : [])].some(({ startDate, endDate }) => {
    if (!startDate || startDate.length < 10) return false;
    return startDate.slice(5) <= day && day <= (endDate ?? startDate).slice(5);
  });
}

/** The one meeting of a series that a text without its year tells of: by its place, its year, or a day on which it was held. */
export function meetingTold(text: string, series: ForumId, gazetteer: Gazetteer, years: ReadonlySet<string>): ForumEntry | null {
  const meetings = meetingsOf(series, gazetteer);
  const days = daysNamed(text);
  const told = meetings.map((meeting) => ({
    meeting,
    score: (placesOf(meeting, gazetteer).some((place) => reads(place, text)) ? 2 : 0) + (yearsOf(meeting).some((year) => years.has(year)) ? 1 : 0) + (days.some((day) => covers(meeting, day, gazetteer)) && (years.size === 0 || yearsOf(meeting).some((year) => years.has(year))) ? 2 : 0),
  }));
  const best = Math.max(0, ...told.map(({ score }) => score));
  const chosen = told.filter(({ score }) => score === best && score >= 1);
  return chosen.length === 1 ? (chosen[0]?.meeting ?? null) : null;
}
