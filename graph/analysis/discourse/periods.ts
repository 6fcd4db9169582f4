// Calendar arithmetic in UTC on seconds since 1970: which week, month or year a moment is in, and units before and after it.

export type TimeUnit = 'DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS';

const DAY = 86_400;
const at = (seconds: number): Date => new Date(seconds * 1000);
const secondsAt = (year: number, month: number, day: number): number => Date.UTC(year, month, day) / 1000;

/** The ISO 8601 week with its year, "2020-53": weeks begin on Monday and belong to the year of their Thursday. */
export function isoWeek(seconds: number): string {
  const date = at(seconds);
  const thursday = at(seconds + (3 - ((date.getUTCDay() + 6) % 7)) * DAY);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((Math.floor(thursday.getTime() / 1000) - secondsAt(year, 0, 1)) / (7 * DAY));
  return `${year}-${String(week).padStart(2, '0')}`;
}

/** The number of the week as Java counts it in the United States and without a locale: from Sunday, the week of 1 January is 1. No year. */
export function javaWeek(seconds: number): number {
  const year = at(seconds).getUTCFullYear();
  const sundayOf = (moment: number): number => (Math.floor(moment / DAY) - at(moment).getUTCDay()) * DAY;
  const sunday = sundayOf(seconds);
  const next = sundayOf(secondsAt(year + 1, 0, 1));
  return sunday >= next ? 1 : 1 + Math.round((sunday - sundayOf(secondsAt(year, 0, 1))) / (7 * DAY));
}

/** 0 to 11. */
export const monthOf = (seconds: number): number => at(seconds).getUTCMonth();
export const yearOf = (seconds: number): number => at(seconds).getUTCFullYear();

/** A moment some units later (or earlier, below 0), at the same time of day; the 31st becomes the last day of a shorter month. */
export function plus(seconds: number, count: number, unit: TimeUnit): number {
  if (unit === 'DAYS') return seconds + count * DAY;
  if (unit === 'WEEKS') return seconds + count * 7 * DAY;
  const date = at(seconds);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + count * (unit === 'YEARS' ? 12 : 1);
  const [year, inYear] = [Math.floor(month / 12), ((month % 12) + 12) % 12];
  const last = new Date(Date.UTC(year, inYear + 1, 0)).getUTCDate();
  return secondsAt(year, inYear, Math.min(date.getUTCDate(), last)) + (((seconds % DAY) + DAY) % DAY);
}

/** Whole units from one moment to another, what is left over cut off; below 0 where the second is earlier. */
export function unitsBetween(first: number, second: number, unit: TimeUnit): number {
  if (second < first) return 0 - unitsBetween(second, first, unit);
  if (unit === 'DAYS' || unit === 'WEEKS') return Math.floor((second - first) / (unit === 'DAYS' ? DAY : 7 * DAY));
  const months = (yearOf(second) - yearOf(first)) * 12 + monthOf(second) - monthOf(first);
  const ofDay = (moment: number): number => at(moment).getUTCDate() * DAY + (((moment % DAY) + DAY) % DAY);
  const whole = ofDay(second) < ofDay(first) ? months - 1 : months;
  return unit === 'MONTHS' ? whole : Math.floor(whole / 12);
}

/** The first moment of the calendar day, week (from Monday), month or year that a moment is in. */
export function startOf(seconds: number, unit: TimeUnit): number {
  const date = at(seconds);
  const day = Math.floor(seconds / DAY) * DAY;
  if (unit === 'DAYS') return day;
  if (unit === 'WEEKS') return day - ((date.getUTCDay() + 6) % 7) * DAY;
  return secondsAt(date.getUTCFullYear(), unit === 'YEARS' ? 0 : date.getUTCMonth(), 1);
}
