// Where and when: the occasion that a sentence names for the act it tells of, else that of the section or document.

import { dated, type DatedFields } from '../../schema/dates.ts';
import type { ForumId } from '../../schema/ids.ts';
import type { ActFinding } from './acts.ts';
import { marksIn, type Mark } from './marking.ts';
import type { Sentence } from './sentence.ts';
import type { StatementSources } from './sources.ts';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const DATE = new RegExp(String.raw`\b(?:(?:(?<day>\d{1,2})(?:st|nd|rd|th)?\s)?(?<month>${MONTHS.join('|')}),?\s(?<year>\d{4})|in\s(?:early\s|late\s|mid-)?(?<only>(?:19|20)\d{2}))\b`, 'iu');

/** How a sentence places its act at an occasion, the surest first. */
const PLACES: readonly RegExp[] = [
  /\b(?:host|held|hold|conven|organi[sz]|co-?host|co-?organi[sz]|launch)\w*\s(?:an?\s|the\s|its\s|five\s|several\s|one\s|\w+[\s-]){0,7}["“]?$/iu,
  /\b(?:at|during|in)\s(?:the\s|its\s|their\s|both\s|each\s|annual\s|recent\s|most\s)*$/iu,
  /\b(?:margins|sidelines|occasion|day|opening|closing|floor|preparatory process|part)\s(?:of|for|in)\s(?:the\s|an?\s)*$/iu,
  /\b(?:participat|took part|taken part|take part|involved|engaged|active|actor)\w*\s(?:\w+\s)?in\s(?:the\s|all\s|both\s)*$/iu,
  /\b(?:lobb|speak|spoke|intervene|present|address|attend)\w*\s(?:\w+\s){0,6}$/iu,
  /\bfor\s(?:the\s)?$/iu,
];
/** Being on the way to an occasion, or following it up, is not being there. */
const NOT_THERE = /\b(?:preparations?|prepared|prepare|preparing|prelude|follow(?:ing|-?up)?|following\sto|ahead|run-?up|advance|lead-?up|towards?|since|after|before|outcomes?|results?|report|commitments?|website|continuation|preparatory process)\s(?:for|to|of|on|in|from)?\s?(?:the\s)?$/iu;

const placeRank = (mark: Mark, sentence: Sentence): number => {
  const before = sentence.marked.masked.slice(Math.max(0, mark.start - 90), mark.start);
  if (NOT_THERE.test(before)) return -1;
  return PLACES.findIndex((place) => place.test(before));
};

/** The forum that the sentence itself gives its act, or null. A position is placed only by who says it happened there; a deed also by its object. */
export function namedForum(sentence: Sentence, finding: ActFinding): ForumId | null {
  const { rule } = finding;
  const told = rule.act === 'ACTS' || (rule.kind === 'said' && (sentence.marked.text.slice(finding.start, finding.end).split(/\s/)[0] ?? '').endsWith('ed')) || rule.id === 'will' || rule.id === 'will-be-made' || rule.id === 'it-was-recommended';
  if (!told) return null;
  let best: { mark: Mark; rank: number } | null = null;
  for (const mark of marksIn(sentence.marked, 0, sentence.marked.text.length, ['forum'])) {
    const rank = placeRank(mark, sentence);
    if (rank < 0 || (rank === 5 && rule.act !== 'ACTS') || (rule.id === 'will' && rank > 2)) continue;
    if (!best || rank < best.rank) best = { mark, rank };
  }
  return (best?.mark.entity as ForumId | undefined) ?? null;
}

/** The date of a statement: of a deed, what its sentence states; then its forum’s; then the document’s. A promise is made when it is made. */
export function dateOf(sentence: Sentence, finding: ActFinding, forum: ForumId | null, sources: StatementSources): DatedFields {
  const { dated: documentDate, forum: documentForum } = sources.circumstancesAt(sentence.passage.start);
  if (finding.rule.act === 'ACTS') {
    const groups = DATE.exec(sentence.marked.text)?.groups;
    const month = groups?.month ? String(MONTHS.indexOf(groups.month.toLowerCase()) + 1).padStart(2, '0') : null;
    const iso = groups?.only ?? (groups?.year ? [groups.year, month, groups.day?.padStart(2, '0')].filter(Boolean).join('-') : null);
    const stated = iso ? dated(iso, 'STATED') : null;
    if (stated) return stated;
  }
  if (forum !== null && forum !== documentForum && finding.rule.act !== 'COMMITS') {
    const record = sources.entities.get(forum);
    const held = record?.type === 'Forum' && record.startDate ? dated(record.startDate, 'INFERRED') : null;
    if (held) return held;
  }
  return documentDate;
}
