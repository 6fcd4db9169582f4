// What a document says of itself: its title, language and date, the occasion it was written for, whose text it is,
// who "we" are in it, and under which rule it was held. A text printed within it (a call to action in a paper) has facts of its own.

import type { DatedFields } from '../schema/dates.ts';
import type { EntityRecord, Mention } from '../schema/extraction.ts';
import { slug, type ActorId, type ActorRef, type EntityId, type ForumId } from '../schema/ids.ts';
import type { Restriction } from '../schema/vocabulary.ts';
import type { Gazetteer } from './entities/gazetteer.ts';
import { meetingsOf } from './entities/meetings.ts';
import type { EntityReading } from './entities/readEntities.ts';
import { authorsOf } from './facts/authors.ts';
import { dateOf } from './facts/dates.ts';
import { statedFacts } from './facts/frontMatter.ts';
import { headerFrom, reportsMeeting, signatureOf } from './facts/header.ts';
import { documentLanguage } from './facts/language.ts';
import { occasionOf } from './facts/occasion.ts';
import { partOfOccasion, unnamedMeeting, type PartOfOccasion } from './facts/parts.ts';
import { adoptedTexts } from './facts/sections.ts';
import { isAddressLine, senderOf } from './facts/sender.ts';
import { collectiveOpening } from './facts/speaker.ts';
import type { Passage } from './text/passages.ts';

/** Who speaks, where and when, in a part of the text. Offsets: UTF-16 units, end exclusive. */
export interface Section {
  readonly start: number;
  readonly end: number;
  readonly forum: ForumId | null;
  readonly authors: readonly ActorRef[];
  /** Who "we", "participants", "this paper" stand for: the authors, or the collective voice of the forum. */
  readonly self: readonly ActorRef[];
  readonly dated: DatedFields;
}

export interface DocumentFacts {
  readonly title: string;
  /** ISO 639-1; `und` where it cannot be told. */
  readonly language: string;
  readonly dated: DatedFields;
  readonly forum: ForumId | null;
  readonly authors: readonly ActorRef[];
  readonly self: readonly ActorRef[];
  /** The body whose congress or assembly `forum` is, where the text is that of the congress: what is said of the congress is said of it. */
  readonly holder: ActorRef | null;
  readonly restriction: Restriction | null;
  /** A report of our own about somebody else's text: whatever it says is reported, and nobody it names wrote it. */
  readonly isReadingNote: boolean;
  /** The part of a larger occasion that `forum` is; null where it is none, or is known without this text. */
  readonly part: PartOfOccasion | null;
  /** Entities that the reading of these facts adds to those named in the text: a part of an occasion, a meeting without a name, those who sign. */
  readonly introduced: readonly EntityRecord[];
  /** Texts printed within the document, in order, not overlapping; outside of them the facts of the document hold. */
  readonly sections: readonly Section[];
}

export interface DocumentSource {
  readonly text: string;
  readonly passages: readonly Passage[];
  /** What the file says of itself outside its text; keys in lower case. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly uri: string;
}

const LONGEST_TITLE = 200;
/** Headings and footnotes name works and places in other languages. */
const RUNNING: ReadonlySet<string> = new Set(['SENTENCE', 'ITEM', 'CELL']);
const CHATHAM_HOUSE = /\bChatham House\b/i;

/** The collective voice of an occasion: whoever took part, where nobody is named. */
export const participantsOf = (forum: ForumId, name: string): EntityRecord => thoseOf('participants', forum, name);
/** Whoever held an occasion, where nobody is named. */
export const organizersOf = (forum: ForumId, name: string): EntityRecord => thoseOf('organizers', forum, name);
const thoseOf = (whose: 'participants' | 'organizers', forum: ForumId, name: string): EntityRecord => ({ type: 'Actor', id: `actor:${forum.slice('forum:'.length)}-${whose}` satisfies ActorId, kind: 'GROUP', name: `${whose === 'participants' ? 'Participants' : 'Organisers'} of ${/^(?:the|\p{Lu}{2,}\s|\d)/u.test(name) ? '' : 'the '}${name}`, aliases: [] });

/** "We, the undersigned" where nobody is found to have signed. */
function signatoriesOf(title: string): EntityRecord {
  return { type: 'Actor', id: `actor:${slug(title).slice(0, 60).replace(/-+$/, '')}-signatories`, kind: 'GROUP', name: `Signatories of “${title}”`, aliases: [] };
}

function titleOf({ text, passages, metadata, uri }: DocumentSource): string {
  const titles = passages.filter(({ role }) => role === 'TITLE').map((passage) => passage.text);
  const [first] = titles;
  const whole = titles.join(' – ');
  const found = metadata['title'] ?? (whole && whole.length <= LONGEST_TITLE ? whole : first) ?? passages.find(({ role }) => role === 'HEADING')?.text ?? passages.find(({ role }) => role !== 'FURNITURE')?.text ?? text.trim().split('\n')[0];
  return (found?.trim() || uri).slice(0, LONGEST_TITLE);
}

function sectionsIn({ text, passages }: DocumentSource, reading: EntityReading, gazetteer: Gazetteer, body: number): Section[] {
  return adoptedTexts(text, passages, reading, gazetteer, body).map(({ forum, ...adopted }): Section => {
    const record = reading.entities.get(forum) ?? gazetteer.entities.get(forum);
    const voice = [participantsOf(forum, record?.name ?? forum).id as ActorId]; // just built as one
    return { ...adopted, forum, authors: voice, self: voice };
  });
}

/** A government’s own text speaks for its state: "Statement by the Government of Ghana" is Ghana’s. */
function stateOf(speaker: ActorRef, reading: EntityReading, gazetteer: Gazetteer): ActorRef {
  const record = reading.entities.get(speaker) ?? gazetteer.entities.get(speaker);
  const country = record?.kind === 'GOVERNMENT_BODY' ? /^Government of (?:the )?(?<country>.+)$/.exec(record.name)?.groups?.['country'] : undefined;
  return country ? ((gazetteer.names.lookUp(country).find(({ entity }) => entity.startsWith('country:'))?.entity as ActorRef | undefined) ?? speaker) : speaker; // the prefix is the type
}

/** What a congress adopts is the word of the body whose congress it is: "Second Congress of the Harbour Union". */
const RESOLVED = /\b(?:resolution|motion|decision|manifesto|declaration|(?:action plan|(?:plan|programme) of action))s?\b/i;
const CONGRESS = /\b(?:congress|general assembly|delegates['’]? (?:meeting|conference))\b/i;
function congressHolder(forum: EntityRecord, entities: ReadonlyMap<EntityId, EntityRecord>, gazetteer: Gazetteer): ActorRef | null {
  const names = [forum.name, ...forum.aliases].filter((name) => CONGRESS.test(name));
  const words = names.flatMap((name) => {
    const of = /\bof\s(?:the\s)?(?<body>\p{Lu}[^,]+?)(?:,|\s\(|$)/u.exec(name)?.groups?.['body'];
    return of ? [of] : name.split(CONGRESS)[0]?.trim().split(/\s+/).filter((word) => /^\p{Lu}{2,}/u.test(word)) ?? [];
  });
  const isHolder = (record: EntityRecord): boolean => record.type === 'Actor' && record.kind !== 'PERSON' && record.kind !== 'UN_ENTITY' && record.kind !== 'GROUP' && words.some((word) => word === record.name || word === record.acronym || record.aliases.includes(word));
  const found = [...entities.values()].find(isHolder) ?? words.flatMap((word) => gazetteer.names.lookUp(word)).flatMap(({ entity }) => gazetteer.entities.get(entity) ?? []).find(isHolder);
  return found?.type === 'Actor' ? found.id : null;
}

/** A text without an author or a named occasion, that says "we" of those who met or sign. */
function unnamedVoice({ text, passages }: DocumentSource, title: string, dated: DatedFields): { readonly unnamed: PartOfOccasion['record'] | null; readonly signing: EntityRecord | null } {
  const opening = collectiveOpening(passages, 0);
  const unnamed = opening ? unnamedMeeting(text.slice(opening.start, opening.end), dated) : null;
  return { unnamed, signing: opening && !unnamed ? signatoriesOf(title) : null };
}

/** @param reading the names found in the text; pure. A document that tells nothing of itself has no forum, no authors and no date. */
export function readDocumentFacts(source: DocumentSource, reading: EntityReading, gazetteer: Gazetteer): DocumentFacts {
  const { text, passages, metadata } = source;
  const lines = headerFrom(passages, 0).filter((line) => !isAddressLine(line));
  const signature = signatureOf(passages);
  const stated = statedFacts(metadata, gazetteer);
  const recordOf = (forum: ForumId | null): EntityRecord | undefined => (forum ? (reading.entities.get(forum) ?? gazetteer.entities.get(forum)) : undefined);
  const body = lines.at(-1)?.end ?? 0;
  const sections = sectionsIn(source, reading, gazetteer, body);
  const whole = stated.forum ?? occasionOf(text, passages, lines, reading.mentions, reading.entities, gazetteer);
  const larger = recordOf(whole);
  const part = whole && larger && !stated.forum ? partOfOccasion(passages, lines, { id: whole, name: larger.name }) : null;
  const sender = senderOf(lines, reading.mentions, reading.entities, metadata['from'] !== undefined);
  const told = [stated.authors, sender.bodies].find((found) => found.length > 0) ?? authorsOf(text, passages, lines, signature, reading.mentions, reading.entities);
  // Whoever moved what a congress has resolved is not its author.
  const holder = larger && !reportsMeeting(lines) && (told.length === 0 || lines.some((line) => RESOLVED.test(line.text))) && stated.authors.length === 0 ? congressHolder(larger, reading.entities, gazetteer) : null;
  const speakers = (holder ? [holder] : told.length > 0 ? told : sender.persons).map((speaker) => stateOf(speaker, reading, gazetteer));
  const dated = dateOf(lines, larger, metadata['date'], { opening: passages.find(({ start, role }) => role === 'SENTENCE' && start >= body)?.text, closing: signature.map((line) => line.text) });
  const title = titleOf(source);
  const { unnamed, signing } = whole || speakers.length > 0 ? { unnamed: null, signing: null } : unnamedVoice(source, title, dated);
  const speaking = part?.speaks ? part : null;
  const occasion = speaking?.record ?? larger ?? unnamed ?? undefined;
  const forum = speaking?.record.id ?? whole ?? unnamed?.id ?? null;
  const voice = signing ? [signing.id as ActorId] : forum && occasion ? [participantsOf(forum, occasion.name).id as ActorId] : []; // just built as one
  return {
    title,
    language: documentLanguage(text, passages.filter(({ role }) => RUNNING.has(role)).map((passage) => passage.text)),
    dated,
    forum,
    authors: stated.isReadingNote ? [] : speakers,
    holder,
    self: speakers.length > 0 && !(reportsMeeting(lines) && voice.length > 0) ? speakers : voice,
    restriction: CHATHAM_HOUSE.test(text) || CHATHAM_HOUSE.test(metadata['restriction'] ?? '') ? 'CHATHAM_HOUSE' : null,
    isReadingNote: stated.isReadingNote,
    sections,
    part,
    introduced: [part?.record, unnamed, signing].flatMap((record) => record ?? []),
  };
}

/** The facts that hold at a place of the text. */
export function factsAt(offset: number, { sections, forum, authors, self, dated }: DocumentFacts): Omit<Section, 'start' | 'end'> {
  return sections.find(({ start, end }) => start <= offset && offset < end) ?? { forum, authors, self, dated };
}

/** The mentions with that of the part instead of what was taken for a name there. */
function withPart(mentions: readonly Mention[], part: PartOfOccasion | null): readonly Mention[] {
  if (!part) return mentions;
  const { start, end, record } = part;
  const surface = record.aliases[0] ?? record.name;
  const others = mentions.filter((mention) => mention.end <= start || mention.start >= end);
  return [...others, { start, end, surface, entity: record.id, rule: 'part-of-occasion', score: 0.8 }].toSorted((a, b) => a.start - b.start);
}

/**
 * In a document of one meeting the name of its series means that meeting ("this Forum", "the CSD Chair"); and whoever speaks
 * for a meeting without being named gets an entry.
 */
export function settleOwnForum(reading: EntityReading, facts: DocumentFacts, gazetteer: Gazetteer): EntityReading {
  const entities = new Map<EntityId, EntityRecord>(reading.entities);
  for (const record of facts.introduced) entities.set(record.id, record);
  for (const forum of [facts.part?.whole ?? null, facts.forum, ...facts.sections.map((section) => section.forum)]) {
    const record = forum ? (entities.get(forum) ?? gazetteer.entities.get(forum)) : undefined;
    if (!forum || !record) continue;
    entities.set(forum, record);
    const collective = participantsOf(forum, record.name);
    if ([...facts.self, ...facts.sections.flatMap(({ self }) => self)].includes(collective.id as ActorId)) entities.set(collective.id, collective); // built as one
  }
  for (const speaker of facts.self) {
    const record = entities.get(speaker) ?? gazetteer.entities.get(speaker);
    if (record) entities.set(speaker, record);
  }
  const own = facts.part?.whole ?? facts.forum;
  const isOwnSeries = (entity: EntityId): boolean => own !== null && entity.startsWith('forum:') && meetingsOf(entity as ForumId, gazetteer).some(({ id }) => id === own); // the prefix is the type
  const seriesOf = (entity: EntityId): ForumId | undefined => gazetteer.forums.get(entity as ForumId)?.partOf; // undefined for what is no forum
  // A bare name that was taken for the usual meeting of its series means the document's own one.
  const isGuess = ({ entity, rule }: Mention): boolean => own !== null && (rule === 'default' || rule === 'own-expansion') && entity !== own && seriesOf(own) !== undefined && seriesOf(entity) === seriesOf(own);
  // In a treaty body's own text "the Committee" is itself, whichever other one was named last.
  const [author, another] = facts.self;
  const named = author && !another ? entities.get(author) : undefined;
  const isOwnName = ({ rule, surface, entity }: Mention): boolean => rule === 'short-form' && entity.startsWith('actor:') && named?.kind === 'TREATY_BODY' && named.name.split(/\s+/).includes(surface);
  const mentions = withPart(reading.mentions, facts.part).map((mention): Mention => (author && isOwnName(mention) ? { ...mention, entity: author } : own && (isOwnSeries(mention.entity) || isGuess(mention)) ? { ...mention, entity: own, rule: 'own-forum', score: 0.8 } : mention));
  return { ...reading, entities, mentions };
}
