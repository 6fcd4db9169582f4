// Where and when: the occasion that a sentence names for the act it tells of, else that of the section or document.

import { dated, type DatedFields } from '../../schema/dates.ts';
import type { EntityId, ForumId } from '../../schema/ids.ts';
import type { ActFinding } from './acts.ts';
import type { Mark } from './marking.ts';
import type { Sentence } from './sentence.ts';
import type { StatementSources } from './sources.ts';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const DATE = new RegExp(String.raw`\b(?:(?:(?<day>\d{1,2})(?:st|nd|rd|th)?(?:\s?(?:and|to|-|–)\s?\d{1,2}(?:st|nd|rd|th)?)?\s)?(?<month>${MONTHS.join('|')}),?\s(?<year>\d{4})|in\s(?:early\s|late\s|mid-)?(?<only>(?:19|20)\d{2}))\b`, 'giu');

/** How a sentence places its act at an occasion, the surest first. */
const PLACES: readonly RegExp[] = [
  /\b(?:host|held|hold|conven|organi[sz]|co-?host|co-?organi[sz]|launch)\w*\s(?:an?\s|the\s|its\s|five\s|several\s|one\s|\w+[\s-]){0,7}["“]?$/iu,
  /\b(?:at|during|in)\s(?:the\s|an?\s|its\s|their\s|both\s|each\s|annual\s|recent\s|most\s)*$/iu,
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

/** Whether an act is told of ("called for", "pledged") and not done in these very words. */
const isTold = ({ rule, start, end }: ActFinding, { marked }: Sentence): boolean => rule.act === 'ACTS' || (rule.kind === 'said' && /ed$|^(?:undertook|vowed)$/.test(marked.text.slice(start, end).split(/\s/)[0] ?? '')) || rule.id === 'it-was-recommended';

/** The forum that the sentence itself gives its act, or null. A position is placed only by who says it happened there; a deed also by its object. */
export function namedForum(sentence: Sentence, finding: ActFinding, held: StatementSources['held'] = []): ForumId | null {
  const { rule } = finding;
  const told = isTold(finding, sentence);
  if (!told && rule.id !== 'will' && rule.id !== 'will-be-made') return null;
  let best: { mark: Mark; rank: number } | null = null;
  for (const mark of sentence.occasions) {
    const rank = placeRank(mark, sentence);
    // What stands within the ask is where it should be done, not where it was said; an event that was held is the occasion of the deed alone.
    const asked = rule.act !== 'ACTS' && rule.act !== 'COMMITS' && (rank === 0 || (mark.start > finding.end && /\b(?:to\s[a-z]+|that)\b/u.test(sentence.marked.masked.slice(finding.end - 5, mark.start))));
    if (rank < 0 || asked || (rank === 5 && rule.act !== 'ACTS') || (rule.id === 'will' && rank > 2)) continue;
    if (!best || rank < best.rank) best = { mark, rank };
  }
  return (best?.mark.entity as ForumId | undefined) ?? (told ? heldThen(sentence, finding, held) : null);
}

const GATHERING = /\b(?:at|during|in|on|before)\s(?:the|that)\s(?:same\s|said\s|above\s)?(?<noun>meeting|session|conference|congress|forum|summit|workshop|seminar|consultation|dialogue|round\s?table|hearing|panel|event|symposium|review|assembly)\b/iu;
/** "In each session the Office spoke": a part of the occasion told of before. */
const PART = /\b(?:at|during|in|on)\s(?:each|every|both|all|the\s(?:opening|closing|final|first|second|last|same))\s(?:\w+\s)?(?:sessions?|meetings?|plenar(?:y|ies)|panels?|round\s?tables?|workshops?|days?|segments?)\b/iu;
const THERE = /^(?:(?:and|also|it was)\s)?there\b(?!\s(?:is|are|was|were|has|have|had|will|must|should|can|may|need|exists?|remains?)\b)|\bon\sthat\soccasion\b/iu;

/**
 * Where the acts of a text were done, in reading order: what a sentence says of it holds on. "At the Harbour Forum the Office announced …
 * The unions asked …": they asked there too. "There, …" and "at the session" go back to the occasion named before.
 */
export class Places {
  private readonly sources: StatementSources;
  private last: { readonly forum: ForumId; readonly block: number } | null = null;
  /** The occasion that the heading above names, and the rank of that heading. */
  private headed: { readonly forum: ForumId; readonly rank: number } | null = null;
  private mentioned: { readonly forum: ForumId; readonly block: number }[] = [];

  constructor(sources: StatementSources) {
    this.sources = sources;
  }

  /** To be told of every sentence once, before its acts are placed. */
  hear(sentence: Sentence): void {
    const { occasions, passage } = sentence;
    if (passage.role === 'HEADING' || passage.role === 'TITLE') this.head(sentence);
    this.mentioned = [...this.mentioned.filter(({ block }) => block >= passage.block - 1), ...occasions.map(({ entity }) => ({ forum: entity as ForumId, block: passage.block }))]; // marks of the kind forum
  }

  /** A heading that is the name of one occasion, or says "at" it, covers its section; the name of a series tells no place. */
  private head(sentence: Sentence): void {
    const { rank, text } = sentence.passage;
    if (this.headed && rank <= this.headed.rank) this.headed = null;
    const [mark, another] = sentence.occasions;
    const record = mark ? this.sources.entities.get(mark.entity as EntityId) : undefined; // marks of the kind forum name entities
    if (!mark || another || record?.type !== 'Forum' || !record.startDate || sentence.passage.role === 'TITLE') return;
    const place = placeRank(mark, sentence);
    if (place >= 0 || (mark.end - mark.start >= text.length * 0.6 && !NOT_THERE.test(text.slice(0, mark.start)))) this.headed = { forum: mark.entity as ForumId, rank };
  }

  /** The forum that the text gives an act, or null for that of the document. @param reported whether another than the author acted */
  of(sentence: Sentence, finding: ActFinding, reported: boolean): ForumId | null {
    const { block } = sentence.passage;
    const named = namedForum(sentence, finding, this.sources.held);
    if (named) {
      this.last = { forum: named, block };
      return named;
    }
    if (!isTold(finding, sentence)) return null;
    const before = sentence.marked.text.slice(0, finding.rule.act === 'ACTS' ? undefined : finding.end);
    const noun = GATHERING.exec(before)?.groups?.['noun']?.toLowerCase();
    const earlier = this.mentioned.filter((mention) => mention.block < block || sentence.occasions.every(({ entity }) => entity !== mention.forum));
    if (noun) return earlier.findLast(({ forum }) => this.sources.nameOf(forum).toLowerCase().includes(noun))?.forum ?? null;
    if (THERE.test(sentence.marked.text)) return earlier.at(-1)?.forum ?? this.last?.forum ?? null;
    const near = this.last && this.last.block >= block - 1 ? this.last.forum : null;
    if (PART.test(before) && near) return near;
    if (sentence.occasions.length > 0) return null;
    return (reported && this.last?.block === block ? this.last.forum : null) ?? this.headed?.forum ?? null;
  }
}

/** "In Gdynia, on 1 and 2 February 2020, the owners pledged …": the one occasion of the word lists that was held there on that day. */
function heldThen(sentence: Sentence, finding: ActFinding, held: StatementSources['held']): ForumId | null {
  const day = statedDate(sentence, finding);
  if (day?.length !== 10) return null;
  const { text } = sentence.marked;
  const there = held.filter(({ place, from, to }) => from <= day && day <= to && new RegExp(String.raw`\b[Ii]n ${place}\b`).test(text));
  return there.length === 1 ? (there[0]?.id ?? null) : null;
}

/** What stands in a clause about something else ("what it had done in 2016") dates that, not the act. */
const ANOTHERS = /\b(?:what|that|which|who|whom|whose|where|when|how|by|until|since|before|after|from\s\d{4}\sto|for)\s(?:[^,;]*\s)?$/iu;

/** The date (ISO, as precise as stated) on which a sentence says that its act was done, or null: told deeds anywhere in the clause, told positions before the verb. */
function statedDate(sentence: Sentence, finding: ActFinding): string | null {
  if (!isTold(finding, sentence)) return null;
  const { text, masked } = sentence.marked;
  const reach = finding.rule.act === 'ACTS' ? text.length : finding.start;
  for (const found of masked.matchAll(DATE)) {
    const { day, month, year, only } = found.groups ?? {};
    const before = masked.slice(0, found.index);
    // "the summit of October 2008", "the hearings of 12 July in New York": the date of an occasion is the deed's only where the deed was done there.
    if (found.index > reach || ANOTHERS.test(before) || (/\bof\s$/.test(before) && !/^(?:at|during|in)\s[^,]+$/iu.test(before))) continue;
    return only ?? [year, month ? String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0') : null, day?.padStart(2, '0')].filter(Boolean).join('-');
  }
  return null;
}

/** The date of a statement: what its sentence states, where it tells of the act; then its forum’s; then the document’s. A promise is made when it is made. */
export function dateOf(sentence: Sentence, finding: ActFinding, forum: ForumId | null, sources: StatementSources): DatedFields {
  const { dated: documentDate, forum: documentForum } = sources.circumstancesAt(sentence.passage.start);
  const iso = statedDate(sentence, finding);
  const stated = iso ? dated(iso, 'STATED') : null;
  if (stated) return stated;
  if (forum !== null && forum !== documentForum && (finding.rule.act !== 'COMMITS' || isTold(finding, sentence))) {
    const record = sources.entities.get(forum);
    const held = sources.held.find(({ id }) => id === forum)?.from ?? (record?.type === 'Forum' ? record.startDate : null);
    const begun = held ? dated(held, 'INFERRED') : null;
    if (begun) return begun;
  }
  return documentDate;
}
