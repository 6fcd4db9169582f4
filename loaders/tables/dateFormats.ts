// Dates as tables write them: a format says which figures are the day. Nothing is guessed: 03/04/2021 is read only by a format.

import { dated, type DatedFields } from '../../schema/dates.ts';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** Letters of a format, and what stands in their place. The longest first, so that MMMM is not read as MM twice. */
const PARTS = { YYYY: '(?<year>\\d{4})', MMMM: '(?<name>\\p{L}+)\\.?', MMM: '(?<name>\\p{L}+)\\.?', MM: '(?<month>\\d{2})', M: '(?<month>\\d{1,2})', DD: '(?<day>\\d{2})', D: '(?<day>\\d{1,2})' } as const;
const TOKEN = new RegExp(Object.keys(PARTS).join('|'), 'g');

const patterns = new Map<string, RegExp>();
function patternOf(format: string): RegExp {
  const known = patterns.get(format);
  if (known) return known;
  const escaped = format.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  const pattern = new RegExp(`^${escaped.replace(TOKEN, (token) => PARTS[token as keyof typeof PARTS])}$`, 'iu'); // TOKEN matches nothing else
  patterns.set(format, pattern);
  return pattern;
}

/** What is wrong with a format, in words that end a sentence; null where it is one. */
export function whyNoFormat(format: string): string | null {
  const tokens: readonly string[] = format.match(TOKEN) ?? [];
  if (!tokens.includes('YYYY')) return `"${format}" has no year; write it with YYYY, MM, DD or their like, such as DD/MM/YYYY or D MMMM YYYY`;
  const doubled = (letter: string): boolean => tokens.filter((token) => token.startsWith(letter)).length > 1;
  if (doubled('Y') || doubled('M') || doubled('D')) return `"${format}" gives a part of the date twice`;
  return tokens.some((token) => token.startsWith('D')) && !tokens.some((token) => token.startsWith('M')) ? `"${format}" has a day and no month` : null;
}

const monthOf = (name: string): number => {
  const written = name.toLowerCase();
  return written.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(written) || (written === 'sept' && month === 'september')) + 1;
};

/** A date as precise as its format, or null where the words are none. Without formats: YYYY, YYYY-MM, YYYY-MM-DD. */
export function readDate(written: string, formats: readonly string[]): DatedFields | null {
  if (formats.length === 0) return dated(written, 'STATED');
  for (const format of formats) {
    const parts = patternOf(format).exec(written)?.groups;
    if (!parts?.['year']) continue;
    const month = parts['name'] === undefined ? parts['month'] : String(monthOf(parts['name']));
    const iso = [parts['year'], month, parts['day']].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-');
    const found = dated(iso, 'STATED');
    if (found) return found;
  }
  return null;
}
