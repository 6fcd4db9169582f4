// An extraction that somebody else made: another program, or a person with an editor. What can be worked out from its text and
// from the word lists is filled in (ids, passages, the place of a quotation), the rest must be there; then the contract is checked.

import { createHash } from 'node:crypto';
import { dated, UNDATED } from '../schema/dates.ts';
import { brokenPromises, extraction, type Extraction } from '../schema/extraction.ts';
import { documentId, isEntityId, passageId, statementId, type DocumentId } from '../schema/ids.ts';
import type { Gazetteer } from './entities/gazetteer.ts';
import { documentLanguage } from './facts/language.ts';
import { splitSentences, type Span } from './text/sentences.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const stringOr = <T>(value: unknown, otherwise: T): string | T => (typeof value === 'string' ? value : otherwise);
/** Defaults under what is given; `null` is an answer ("no forum"), only what is absent is filled in. */
const over = (given: Fields, defaults: Fields): Fields => ({ ...defaults, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) });

/** The sentences of the text, line by line: the passages of a document that brings none. */
function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  for (const { index, 0: line } of text.matchAll(/[^\n]+/g)) for (const { start, end } of splitSentences(line)) spans.push({ start: index + start, end: index + end });
  return spans.filter(({ start, end }) => end > start);
}

/** Where a record stands: as it says, else where its words stand in the text, if they stand there once. */
function placeOf({ start, end }: Fields, words: unknown, text: string): Fields {
  if (start !== undefined || end !== undefined || typeof words !== 'string' || words === '') return {};
  const at = text.indexOf(words);
  return at >= 0 && text.indexOf(words, at + 1) < 0 ? { start: at, end: at + words.length } : {};
}

/** The words at a place, under the name by which the record calls them. */
function wordsAt({ start, end }: Fields, name: string, text: string): Fields {
  return typeof start === 'number' && typeof end === 'number' && end > start ? { [name]: text.slice(start, end) } : {};
}

/** What the records of one extraction are completed from. */
interface Around {
  readonly text: string;
  readonly document: Fields;
  readonly id: DocumentId;
  readonly gazetteer: Gazetteer;
}

function completedDocument(given: Fields, from: string): Fields {
  const text = stringOr(given['text'], '');
  const date = stringOr(given['date'], null);
  const title = text.split('\n').find((line) => line.trim() !== '')?.trim().slice(0, 200) ?? from;
  const language = given['language'] ?? documentLanguage(text, text.split('\n'));
  return over(given, { id: documentId(createHash('sha256').update(text).digest('hex')), uri: from, title, kind: 'TEXT', language, ...((date === null ? null : dated(date, 'STATED')) ?? UNDATED), forum: null, authors: [], restriction: null });
}

function completedPassage(given: Fields, { text, id }: Around): Fields {
  const placed = { ...placeOf(given, given['text'], text), ...given };
  const ids = typeof placed['start'] === 'number' && typeof placed['end'] === 'number' ? { id: passageId(id, placed['start'], placed['end']) } : {};
  return over(placed, { ...ids, ...wordsAt(placed, 'text', text), page: null, section: null, role: 'SENTENCE' });
}

function completedMention(given: Fields, { text }: Around): Fields {
  const placed = { ...placeOf(given, given['surface'], text), ...given };
  return over(placed, { ...wordsAt(placed, 'surface', text), rule: 'given', score: 1 });
}

/** The passages that a stretch of the text touches. */
const touching = ({ start, end }: Fields, passages: readonly Fields[]): unknown[] => passages.filter((passage) => Number(passage['start']) < Number(end) && Number(passage['end']) > Number(start)).map(({ id }) => id);

function completedStatement(given: Fields, { text, id, document, gazetteer }: Around, passages: readonly Fields[], ids: Set<string>): Fields {
  const placed = { ...placeOf(given, given['quote'], text), ...given };
  const known = gazetteer.commitments.find((entry) => entry.id === placed['commitment']);
  const { date, datePrecision, dateBasis, forum } = document;
  const when = typeof placed['date'] === 'string' ? (dated(placed['date'], 'STATED') ?? {}) : { date, datePrecision, dateBasis };
  const { start, end, act } = placed;
  const free = typeof start === 'number' && typeof end === 'number' && typeof act === 'string' ? Array.from({ length: 1000 }, (_, at) => statementId(id, start, end, act, at + 1)).find((one) => !ids.has(one)) : undefined;
  const completed = over(placed, { ...(free ? { id: free } : {}), ...wordsAt(placed, 'quote', text), ...(known ? { title: known.title } : {}), position: placed['stance'] === 'OPPOSES' ? 'AGAINST' : 'FOR', forum, voice: 'OWN', addressees: [], instruments: [], themes: [], ...when, confidence: 1, rule: 'given', passages: touching(placed, passages) });
  if (typeof completed['id'] === 'string') ids.add(completed['id']);
  return completed;
}

/** Entries for whoever is named and has none, as the word lists know them. */
function missingEntries(entities: readonly unknown[], named: readonly unknown[], gazetteer: Gazetteer): unknown[] {
  const there = new Set(entities.map((entity) => (isFields(entity) ? entity['id'] : null)));
  return [...new Set(named)].flatMap((id) => (typeof id === 'string' && isEntityId(id) && !there.has(id) ? (gazetteer.entities.get(id) ?? []) : []));
}

function completed(given: Fields, from: string, gazetteer: Gazetteer): Fields {
  const document = completedDocument(isFields(given['document']) ? given['document'] : {}, from);
  const around: Around = { text: stringOr(document['text'], ''), document, id: String(document['id']) as DocumentId, gazetteer }; // the contract checks it
  const each = (value: unknown, complete: (fields: Fields) => Fields): unknown[] => listOf(value).map((record) => (isFields(record) ? complete(record) : record));
  const passages = each(given['passages'] ?? sentencesOf(around.text), (passage) => completedPassage(passage, around));
  const places = passages.filter(isFields);
  const ids = new Set<string>();
  const mentions = each(given['mentions'], (mention) => completedMention(mention, around));
  const statements = each(given['statements'], (statement) => completedStatement(statement, around, places, ids));
  const relations = each(given['relations'], (relation) => over(relation, { properties: {}, passages: touching(relation, places) }));
  const named = [document['forum'], ...listOf(document['authors']), ...mentions.map((mention) => (isFields(mention) ? mention['entity'] : null)), ...statements.filter(isFields).flatMap((statement) => [statement['forum'], ...['actors', 'addressees', 'instruments', 'themes'].flatMap((name) => listOf(statement[name]))]), ...relations.filter(isFields).flatMap(({ from: start, to }) => [start, to])];
  const entities = each(given['entities'], (entity) => over(entity, { aliases: [], ...(entity['type'] === 'Country' ? { kind: 'STATE', iso3: stringOr(entity['id'], '').slice('country:'.length) } : {}), ...(entity['type'] === 'Theme' ? { kind: 'THEME' } : {}) }));
  return { document, passages, entities: [...entities, ...missingEntries(entities, named, gazetteer)], mentions, statements, relations };
}

const MOST_PROBLEMS = 3;

/** "statements[3].act" */
const printed = (path: readonly PropertyKey[]): string => path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('').replace(/^\./, '');

function sentenceOf(problems: readonly string[]): string {
  const shown = problems.slice(0, MOST_PROBLEMS).join('; ');
  return `breaks the contract of extractions: ${shown}${problems.length > MOST_PROBLEMS ? `; and ${problems.length - MOST_PROBLEMS} more` : ''}`;
}

/** @param from names the line, for a document that says nothing of where it comes from. What is wrong is told in words that end a sentence. */
export function givenExtraction(value: unknown, from: string, gazetteer: Gazetteer): Extraction | { readonly problem: string } {
  if (!isFields(value) || !isFields(value['document']) || typeof value['document']['text'] !== 'string') return { problem: 'is no extraction: it must be an object with a document that has a text, as `npm run --silent extract` prints it' };
  const parsed = extraction.safeParse(completed(value, from, gazetteer));
  if (!parsed.success) return { problem: sentenceOf(parsed.error.issues.map(({ path, message }) => `${printed(path)}: ${message}`)) };
  const broken = [...brokenPromises(parsed.data), ...unknownEnds(parsed.data)];
  return broken.length > 0 ? { problem: sentenceOf(broken) } : parsed.data;
}

/** The document's own forum and authors need an entry too: without one the writer finds nobody to join it to. */
function unknownEnds({ document, entities }: Extraction): string[] {
  const known = new Set<string>(entities.map(({ id }) => id));
  return [...document.authors, ...(document.forum ? [document.forum] : [])].filter((id) => !known.has(id)).map((id) => `the document names ${id} without an entry`);
}
