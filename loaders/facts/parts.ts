// The part of an occasion to which a document belongs: "… Review Forum, Round Table 2" in its head, "Session 4.3: Women on the
// route" in a form. It is a forum of its own within the larger one. A round table with a number is where its statements are made;
// what a session of a programme says is said at the occasion, as its readers would cite it.

import type { DatedFields } from '../../schema/dates.ts';
import type { EntityRecord } from '../../schema/extraction.ts';
import { entityId, type ForumId } from '../../schema/ids.ts';
import type { Passage } from '../text/passages.ts';
import { dateIn } from './dates.ts';
import type { HeaderLine } from './header.ts';

export interface PartOfOccasion {
  readonly record: Extract<EntityRecord, { type: 'Forum' }>;
  readonly whole: ForumId;
  /** Whether what is said in it is told as said there, not at the whole. */
  readonly speaks: boolean;
  /** Where it is named; UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
}

const NUMBER = String.raw`(?:\d{1,2}(?:\.\d{1,2})?(?:\s?\p{L}(?!\p{L}))?|[IVX]{1,4}|[A-F])(?![\p{L}\d])`;
/** What bears a number and is known by it. */
const NUMBERED = new RegExp(String.raw`(?<!\p{L})(?:(?:[Ii]nteractive\s|[Tt]hematic\s|[Mm]ulti-?stakeholder\s)?(?:[Rr]ound\s?[Tt]able|ROUND\s?TABLE|[Pp]anel|PANEL|[Ii]nteractive\s[Dd]ialogue)\s(?:[Nn]o\.?\s)?${NUMBER})`, 'u');
/** A session is known by its title; its number alone tells nothing outside of its programme. */
const ENTITLED = new RegExp(String.raw`^(?:(?:thematic|working|breakout|break-out|parallel|strategy|plenary|special|side)[\s-])?(?:session|workshop|group|panel|round\s?table|event|table)s?\b(?!s)[^:\p{L}]{0,12}(?:(?:no\.?|number|title|name|theme|topic)[^:\p{L}]{0,4}){0,3}(?<number>${NUMBER})?\s?:\s*(?<number2>${NUMBER})?[\s/:–—-]*[“"]?(?<title>\p{L}[^”"]{7,140})[”"]?$`, 'iu');
/** "Session (number and title)" over the line that tells them. */
const ASKED = /^(?:session|workshop|working group|panel|side event)\b[^:?]{0,40}\b(?:number|title|name)\b[^:?]{0,20}:?$/i;
const ANSWER = new RegExp(String.raw`^(?<number>${NUMBER})?[\s/:–—-]*[“"](?<title>[^”"]{8,140})[”"]$`, 'u');
/** How far into the text a form still says which session it reports. */
const FORM_HEAD = 1600;

const kindOf = (words: string): Extract<EntityRecord, { type: 'Forum' }>['kind'] => (/event/i.test(words) ? 'SIDE_EVENT' : 'WORKING_SESSION');

function record(whole: { readonly id: ForumId; readonly name: string }, called: string, aliases: readonly string[]): PartOfOccasion['record'] {
  return { type: 'Forum', id: entityId('Forum', `${whole.id.slice('forum:'.length)} ${called}`), kind: kindOf(called), name: `${whole.name}, ${called}`, aliases: [...aliases] };
}

/** @param whole the occasion of the document. Null where the document belongs to all of it */
export function partOfOccasion(passages: readonly Passage[], lines: readonly HeaderLine[], whole: { readonly id: ForumId; readonly name: string }): PartOfOccasion | null {
  const head = passages.filter((passage) => passage.start < FORM_HEAD && passage.role !== 'FURNITURE');
  for (const [at, { start, text, role }] of head.entries()) {
    const asked = ASKED.test(head[at - 1]?.text ?? '') ? ANSWER.exec(text) : null;
    const { title, number, number2 } = (asked ?? (role === 'ITEM' ? null : ENTITLED.exec(text)))?.groups ?? {};
    if (!title) continue;
    const place = start + text.indexOf(title);
    const called = [`Session ${number ?? number2 ?? ''}`.trim(), title.trim()].join(': ');
    return { record: record(whole, called, [title.trim(), called]), whole: whole.id, speaks: false, start: place, end: place + title.trimEnd().length };
  }
  for (const line of lines) {
    const numbered = NUMBERED.exec(line.text);
    if (!numbered) continue;
    const called = numbered[0].replace(/\s+/g, ' ');
    return { record: record(whole, called, [called]), whole: whole.id, speaks: true, start: line.start + numbered.index, end: line.start + numbered.index + numbered[0].length };
  }
  return null;
}

const MET = /\b(?:meeting|met|gathered|gathering|assembled|convened|convening|coming together|came together)\s(?:together\s)?(?:here\s)?in\s(?<place>(?:the\s)?\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2}(?:,\s\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2})?)(?<rest>[^.;]{0,80})/u;

/**
 * The meeting that a declaration opens with and does not name: "We, forty cooks from six harbours, meeting in Lima, Peru, from 4 to 6 June 2013".
 * Null where the opening tells no place. @param dated the date of the document, for an opening that tells none
 */
export function unnamedMeeting(opening: string, dated: DatedFields): PartOfOccasion['record'] | null {
  const { place, rest = '' } = MET.exec(opening)?.groups ?? {};
  if (!place) return null;
  const date = dateIn(rest)?.date ?? dated.date;
  const name = [`Meeting in ${place}`, date?.slice(0, 7)].filter(Boolean).join(', ');
  return { type: 'Forum', id: entityId('Forum', name), kind: 'CONFERENCE', name, aliases: [], place: place.split(',')[0] ?? place, ...(date ? { startDate: date } : {}) };
}
