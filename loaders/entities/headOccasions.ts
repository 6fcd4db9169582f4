// Occasions that the head of a text names by its lines: "FIFTH DOCK MEETING ON NIGHT WORK", "Response to the public consultation on …",
// "Expert consultation / Cooks at sea".

import { headerFrom } from '../facts/header.ts';
import type { Passage } from '../text/passages.ts';
import type { Candidate } from './candidate.ts';
import { forum, GATHERING, kindOf, ORDINAL } from './occasions.ts';

/** A line that says where and when: "Lima, 5-6 May 2011", "Lima, Peru | 5-6 May 2011 | Harbour Hall". */
const DATELINE = /^\p{Lu}[^\d]{2,50}[,|]?\s(?:from\s)?\d{1,2}\b[^,;|]{0,24}\b(?:19|20)\d{2}\.?(?:\s\|\s[^|]{3,60})?$/u;
const DATE = /,?\s*\(?(?:\d{1,2}(?:\s?[-–]\s?\d{1,2})?\s)?(?:\d{1,2}\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\s?[-–]\s?\d{1,2}\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b.*$|,?\s*\(?(?:19|20)\d{2}\)?$/i;
const WORKS = String.raw`(?:contribution|statement|submission|paper|report|remarks|inputs?|intervention|response|reply|comments|presentation|address)`;
const OUTCOMES = String.raw`(?:declaration|conclusions|outcome|resolutions?|appeal|manifesto|call)`;
const LEAD = new RegExp(String.raw`^.*\b(?:${WORKS}|${OUTCOMES})\s(?:to|at|of|for|on|by)\s(?:the\s)?`, 'i');
/** "Joint contribution of six unions to the …", "Summary report of the …": what follows is the occasion, in any letters. */
const PRESENTED = new RegExp(String.raw`^.*?(?:\b${WORKS}\b(?:\s(?:of|by|from)\s[^,;:]{3,80}?)?\s(?:to|at|for)\s(?:the|an?)\s|\b(?:report|summary|proceedings|minutes|record)\s(?:of|on|from)\s(?:the|an?)\s)`, 'i');
const HELD_ON = (letters: string): RegExp => new RegExp(String.raw`^(?:[\p{L}-]+\s){0,5}?${GATHERING}\s(?:of|on|for|against|about)\s\p{L}`, `${letters}u`);
/** "Expert consultation", "REGIONAL WORKSHOP": what it was; what it was on stands below. */
const KIND_ALONE = new RegExp(String.raw`^(?:[\p{L}-]+\s){1,5}${GATHERING}:?$`, 'iu');
const REPORTS = new RegExp(String.raw`\b(?:${WORKS}|${OUTCOMES}|summary|proceedings|minutes|of)\b`, 'i');
const LONGEST_TITLE = 220;
/** In lines: how far below an occasion its place and day may stand. */
const NEAR = 4;

const inTitleCase = (words: string): string => words.toLowerCase().replace(/(?<=^|\s)(?!(?:of|on|for|and|in|to|the|at|with)\s)\p{L}/gu, (letter) => letter.toUpperCase());
const capitalised = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
const isShouted = (words: string): boolean => !/\p{Ll}{2}/u.test(words);
const isForum = ({ means }: Candidate): boolean => ('record' in means ? means.record.type === 'Forum' : means.readings.some(({ entity }) => entity.startsWith('forum:')));
const datedBelow = (lines: readonly Passage[], at: number): boolean => lines.slice(at + 1, at + 1 + NEAR).some(({ text }) => text.length < 120 && DATELINE.test(text));

/** A title that is an occasion: "FIFTH DOCK MEETING ON NIGHT WORK", "Quay Network briefing with Member States, 3 May 2019". */
export function occasionTitles(passages: readonly Passage[], standing: readonly Candidate[]): Candidate[] {
  return passages.flatMap((passage, at): Candidate[] => {
    if (passage.role !== 'TITLE' || passage.text.length > LONGEST_TITLE) return [];
    // "Regional Meeting on Night Work / Lima, 5-6 May 2011": where and when tell apart what its words do not.
    const isDated = datedBelow(passages.slice(0, at + 3), at);
    const lead = LEAD.exec(passage.text)?.[0].length ?? 0;
    const words = passage.text.slice(lead).replace(DATE, '').replace(/[\s,;:¹²³⁴-⁹]+$/, '');
    const shouted = isShouted(words);
    const start = passage.start + lead;
    const opensWithBody = standing.some((candidate) => candidate.start === start && candidate.end < start + words.length && /^\s(?:meeting|consultation|briefing|dialogue|hearing|workshop|roundtable)\b/.test(passage.text.slice(candidate.end - passage.start)));
    const noun = new RegExp(String.raw`\b${GATHERING}\b`, shouted ? 'i' : '').exec(words)?.[0];
    const numbered = new RegExp(String.raw`^(?:${ORDINAL})\s`, 'i').test(words);
    // "Declaration of the Assembly of Harbour Women": what declares is the gathering that the rest of the line names.
    const declares = new RegExp(String.raw`\b${OUTCOMES}\s(?:to action\s)?of\s(?:the\s)?$`, 'i').test(passage.text.slice(0, lead)) && new RegExp(String.raw`\b${GATHERING}\s(?:of|on|for|against)\s`, 'i').test(words);
    // A known series in it is told apart by its number, place and year, not by the words of the line.
    const isOfSeries = standing.some((candidate) => candidate.start >= start && candidate.end <= start + words.length && isForum(candidate) && 'readings' in candidate.means);
    const isHeld = isDated && !isOfSeries && noun !== undefined && new RegExp(String.raw`^(?:\p{Lu}[\p{L}-]+\s){0,4}${GATHERING}\s(?:of|on|for|against)\s\p{Lu}`, shouted ? 'iu' : 'u').test(words);
    if (!noun || !(opensWithBody || declares || isHeld || (shouted && numbered))) return [];
    return [{ start, end: start + words.length, rule: 'title-occasion', means: { record: forum(shouted ? inTitleCase(words) : words, kindOf(noun)) }, score: 0.75 }];
  });
}

/** Occasions that the head tells a text was presented to or reports, and those told over two lines; none where a name of one stands there already. */
export function occasionsOfHead(passages: readonly Passage[], standing: readonly Candidate[]): Candidate[] {
  const end = headerFrom(passages, 0).at(-1)?.end ?? 0;
  const lines = passages.filter((passage) => passage.start < end && (passage.role === 'TITLE' || passage.role === 'HEADING' || passage.role === 'SENTENCE'));
  const isNamed = (from: number, to: number): boolean => standing.some((candidate) => candidate.start < to && from < candidate.end && isForum(candidate) && ('readings' in candidate.means || candidate.end - candidate.start >= (to - from) * 0.5));
  return lines.flatMap((line, at): Candidate[] => {
    const lead = PRESENTED.exec(line.text)?.[0].length ?? 0;
    const words = line.text.slice(lead).replace(DATE, '').replace(/[\s,;:*¹²³⁴-⁹]+$/, '');
    const start = line.start + lead;
    if (lead > 0 && words.length <= LONGEST_TITLE && HELD_ON('i').test(words) && !isNamed(start, start + words.length)) {
      const noun = new RegExp(String.raw`\b${GATHERING}\b`, 'i').exec(words)?.[0] ?? '';
      return [{ start, end: start + words.length, rule: 'head-occasion', means: { record: forum(isShouted(words) ? inTitleCase(words) : capitalised(words), kindOf(noun)) }, score: 0.7 }];
    }
    const next = lines[at + 1];
    if (!KIND_ALONE.test(line.text) || REPORTS.test(line.text) || !next || next.text.length > LONGEST_TITLE || next.text.length < 12 || DATELINE.test(next.text) || !datedBelow(lines, at) || isNamed(line.start, next.end)) return [];
    const noun = new RegExp(String.raw`\b${GATHERING}\b`, 'i').exec(line.text)?.[0] ?? '';
    const kind = isShouted(line.text) ? capitalised(line.text.toLowerCase()) : line.text;
    return [{ start: line.start, end: next.end, rule: 'head-occasion', means: { record: forum(`${kind.replace(/:$/, '')} “${next.text}”`, kindOf(noun), next.text) }, score: 0.7 }];
  });
}
