// Who and what a document names: known names, bodies of governments, numbered instruments, and what the document itself introduces;
// each mention says by which rule it means what it means.

import type { EntityRecord, Mention } from '../../schema/extraction.ts';
import type { EntityId, ForumId } from '../../schema/ids.ts';
import type { Passage } from '../text/passages.ts';
import { allCandidates } from './allCandidates.ts';
import { overlaps, withoutOverlaps, withoutRunTogether, type Candidate } from './candidate.ts';
import { describedEvents } from './describedEvents.ts';
import { namesWithin } from './descriptions.ts';
import { expansionsIn, type Expansion } from './expansions.ts';
import type { Gazetteer } from './gazetteer.ts';
import { isCommon } from './listedBodies.ts';
import { meetingBeside, meetingsOf } from './meetings.ts';
import { groupsNamed, knownNames, shoutedPlaces, type GroupMention } from './mentions.ts';
import { NameIndex } from './nameIndex.ts';
import { resolve, type Evidence, type Resolution } from './resolution.ts';
import { shortForms } from './shortForms.ts';
import { readTokens, type Token } from './tokens.ts';

/** What a document names. */
export interface EntityReading {
  /** Every entity that a mention or a group names, and the series of every meeting among them. */
  readonly entities: ReadonlyMap<EntityId, EntityRecord>;
  /** In order of the text, not overlapping. */
  readonly mentions: readonly Mention[];
  /** Generic groups, outside of mentions, in order of the text. */
  readonly groups: readonly GroupMention[];
  /** Short names that the document itself explains. */
  readonly expansions: ReadonlyMap<string, EntityId>;
  /** Occasions and texts that a phrase around another name describes ("GCM negotiations"): no mentions, but things can happen there. */
  readonly described: readonly Described[];
}
export interface Described {
  readonly start: number;
  readonly end: number;
  readonly entity: EntityId;
}

/** The latest year that a text names as past or present: no text knows of what comes after it. Agendas for later years do not count. */
export function latestYear(text: string): number | null {
  const years = [...text.matchAll(/(?<!\b(?:by|until|to|Agenda)\s)(?<![-–/\d])\b((?:19|20)\d{2})\b(?!\s(?:Agenda|AGENDA)|\d)/g)].map(([, year]) => Number(year)).filter((year) => year !== 2030);
  return years.length === 0 ? null : Math.max(...years);
}

const introducedBy = (candidates: readonly Candidate[]): Map<EntityId, EntityRecord> => new Map(candidates.flatMap(({ means }) => ('record' in means ? [[means.record.id, means.record] as const] : [])));

/** The shorter of two names of one thing means the longer: "Quay Covenant of Conduct" and "Quay Covenant of Conduct of Dock Employers". */
function longest(candidates: readonly Candidate[]): Candidate[] {
  const records = [...introducedBy(candidates).values()];
  const longer = new Map<EntityId, EntityRecord>();
  for (const record of records) {
    const wholes = records.filter((other) => other.type === record.type && other.id !== record.id && record.name.split(' ').length >= 3 && /^[\s:]/.test(other.name.slice(record.name.length)) && other.name.startsWith(record.name));
    const [whole] = wholes;
    if (whole && wholes.length === 1) longer.set(record.id, whole);
  }
  return candidates.map((candidate) => {
    const whole = 'record' in candidate.means ? longer.get(candidate.means.record.id) : undefined;
    return whole ? { ...candidate, means: { record: whole } } : candidate;
  });
}

/** What its own explanation says that a word stands for; the first that the text gives. */
function explainedAt(text: string, expansions: readonly Expansion[]): (token: Token) => Expansion | undefined {
  const byWord = new Map<string, number>();
  for (const [at, { acronym }] of expansions.entries()) for (const word of [acronym, `${acronym}s`]) if (!byWord.has(word)) byWord.set(word, at);
  const hyphened = [...expansions.entries()].filter(([, { acronym }]) => acronym.includes('-'));
  return (token) => {
    // "QUAY-DOCK" is no "QUAY".
    const at = /^-\p{Lu}/u.test(text.slice(token.end, token.end + 2)) ? Infinity : (byWord.get(token.text) ?? Infinity);
    return hyphened.find(([before, { acronym }]) => before < at && text.startsWith(acronym, token.start))?.[1] ?? expansions[at];
  };
}

/** The names that the document introduces, wherever else they stand: again in a heading in capitals, or by their short name. */
function again(text: string, tokens: readonly Token[], standing: readonly Candidate[], expansions: readonly Expansion[]): Candidate[] {
  const introduced = introducedBy(standing);
  const index = new NameIndex();
  for (const record of introduced.values()) for (const name of [record.name, ...record.aliases]) if (name.includes(' ') || (record.type === 'Actor' && record.kind !== 'PERSON' && !isCommon(name, text))) index.add({ entity: record.id, alias: name, via: 'name', cues: [], isDefault: false, exact: !name.includes(' ') });
  const found: Candidate[] = [];
  const calledAt = explainedAt(text, expansions);
  for (const [at, token] of tokens.entries()) {
    const sighting = index.longestAt(tokens, at);
    const record = sighting ? introduced.get(sighting.readings[0]?.entity ?? 'actor:none') : undefined;
    if (sighting && record) found.push({ start: sighting.start, end: sighting.end, rule: 'named-before', means: { record }, score: 0.6 });
    const short = calledAt(token);
    if (short) found.push({ start: token.start, end: short.acronym.includes('-') ? token.start + short.acronym.length : token.end, rule: 'own-expansion', means: short.full.means, score: 0.9 });
  }
  return found.filter(({ start, end }) => text.slice(start, end).length > 1);
}

/** @param text of record; @param passages of it. Pure: the same text and gazetteer give the same reading. */
export function readEntities(text: string, passages: readonly Passage[], gazetteer: Gazetteer): EntityReading {
  const tokens = readTokens(text);
  const possible = withoutRunTogether(allCandidates(text, tokens, passages, gazetteer));
  const first = withoutOverlaps(possible);
  const explained = expansionsIn(text, tokens, first, gazetteer);
  const whole = withoutOverlaps([...possible, ...explained.map(({ full }) => full)]);
  const standing = withoutOverlaps([...whole, ...again(text, tokens, whole, explained)]);
  const furniture = passages.filter(({ role }) => role === 'FURNITURE');
  const kept = longest(standing).filter((candidate) => !furniture.some((place) => overlaps(place, candidate)));

  const introduced = new Map<EntityId, EntityRecord>();
  for (const { means } of [...kept, ...explained.map(({ full }) => full)]) if ('record' in means && !gazetteer.entities.has(means.record.id)) introduced.set(means.record.id, means.record);
  const entities = new Map<EntityId, EntityRecord>([...gazetteer.entities, ...introduced]);
  const blocks = Map.groupBy(passages, ({ block }) => block);
  const around = (offset: number): string => {
    const passage = passages.find(({ start, end }) => start <= offset && offset < end);
    return passage ? (blocks.get(passage.block) ?? []).map(({ text: words }) => words).join(' ') : '';
  };
  const evidence: Evidence = { text, around, expansions: new Map(), company: companyOf(kept), hints: hintsOf(text, possible), year: latestYear(text), entities };
  const meaning = (candidate: Candidate, given: Evidence): Resolution | null => ('record' in candidate.means ? { entity: candidate.means.record.id, rule: candidate.rule, score: candidate.score } : resolve(candidate.start, candidate.end, candidate.means.readings, given));
  const expansions = new Map<string, EntityId>();
  for (const { acronym, full } of explained) {
    const entity = meaning(full, evidence)?.entity;
    if (entity && !expansions.has(acronym)) expansions.set(acronym, entity);
  }
  const mentions: Mention[] = [];
  for (const candidate of kept) {
    const { start, end } = candidate;
    const own = expansions.get(text.slice(start, end));
    const found = own && !('readings' in candidate.means) ? { entity: own, rule: 'own-expansion', score: 0.95 } : meaning(candidate, { ...evidence, expansions });
    if (!found) continue;
    const settled = found.entity.startsWith('forum:') ? atMeeting(text, candidate, found, passages, gazetteer) : found;
    mentions.push({ start, end, surface: text.slice(start, end), ...settled });
  }
  const short = shortForms(text, tokens, mentions, entities, shoutedPlaces(passages), gazetteer.words, bodiesInside(mentions, gazetteer)).filter((form) => !furniture.some((place) => overlaps(place, form)));
  const all = [...atOnlyMeeting(mentions, gazetteer), ...short.map((form) => ({ ...form, surface: text.slice(form.start, form.end) }))].toSorted((a, b) => a.start - b.start);
  const groups = groupsNamed(text, tokens, gazetteer, all);
  const described = knownNames(text, tokens, passages, gazetteer).flatMap((candidate): Described[] => {
    const found = namesWithin(text, candidate, tokens, gazetteer) && 'readings' in candidate.means ? resolve(candidate.start, candidate.end, candidate.means.readings, evidence) : null;
    return found ? [{ start: candidate.start, end: candidate.end, entity: found.entity }] : [];
  });
  const events = describedEvents(passages, (start, end) => [...all, ...described].some((named) => named.entity.startsWith('forum:') && overlaps(named, { start, end })));
  for (const { record } of events) {
    const readings = gazetteer.names.lookUp(record.name);
    described.push(...events.filter((event) => event.record === record).map(({ start, end }) => ({ start, end, entity: readings[0]?.entity ?? record.id })));
    if (readings.length === 0) entities.set(record.id, record);
  }
  described.sort((a, b) => a.start - b.start);
  return { entities: recordsOf(all, groups, described, entities, expansions, gazetteer), mentions: all, groups, expansions, described };
}

/** The body whose session, meeting or report a name names: "63rd session of the Quay Commission". */
const bodiesInside = (mentions: readonly Mention[], { names }: Gazetteer): { start: number; end: number; entity: EntityId }[] =>
  mentions.flatMap(({ start, end, surface, entity }) => {
    const body = entity.startsWith('forum:') ? /\bof\s(?:the\s)?(?<body>\p{Lu}.+)$/su.exec(surface)?.groups?.['body'] : undefined;
    const [reading] = body ? names.lookUp(body) : [];
    return reading?.entity.startsWith('actor:') ? [{ start, end, entity: reading.entity }] : [];
  });

/** Entities that are named by a surface with no other reading. */
function companyOf(candidates: readonly Candidate[]): ReadonlySet<EntityId> {
  return new Set(candidates.flatMap(({ means }) => {
    if ('record' in means) return [means.record.id];
    const ids = new Set(means.readings.filter(({ via }) => via !== 'derived').map(({ entity }) => entity));
    return ids.size === 1 ? [...ids] : [];
  }));
}

/** Which surfaces may name which entity. */
function hintsOf(text: string, candidates: readonly Candidate[]): ReadonlyMap<EntityId, ReadonlySet<string>> {
  const hints = new Map<EntityId, Set<string>>();
  for (const { start, end, means } of candidates) if ('readings' in means) for (const { entity } of means.readings) hints.set(entity, (hints.get(entity) ?? new Set()).add(text.slice(start, end)));
  return hints;
}

/** A series that is named with a year or a place is the meeting of that year or place. */
function atMeeting(text: string, { start, end, rule }: Candidate, found: Resolution, passages: readonly Passage[], gazetteer: Gazetteer): Resolution {
  const series = found.entity as ForumId; // asked only for forums
  const beside = meetingBeside(text, start, end, series, gazetteer);
  if (beside) return { entity: beside, rule: 'meeting-beside', score: 0.9 };
  if (rule !== 'series-meeting') return found;
  // "the GFMD Summit" below a heading that names one year is the one of that year.
  const heading = passages.findLast((place) => place.end <= start && (place.role === 'HEADING' || place.role === 'TITLE') && /\b(?:19|20)\d{2}\b/.test(place.text));
  const years = new Set([...(heading?.text ?? '').matchAll(/\b(?:19|20)\d{2}\b(?!\s(?:AGENDA|Agenda))/g)].map(([year]) => year));
  const meetings = meetingsOf(series, gazetteer).filter(({ startDate }) => years.has(startDate?.slice(0, 4) ?? ''));
  const [only] = meetings;
  return only && meetings.length === 1 ? { entity: only.id, rule: 'meeting-by-section', score: 0.7 } : found;
}

/** Where a text has told of one meeting of a series and of no other, the series' name alone goes on to mean that meeting. */
function atOnlyMeeting(mentions: readonly Mention[], gazetteer: Gazetteer): Mention[] {
  const told = new Map<ForumId, { readonly meetings: Set<ForumId>; readonly from: number }>();
  for (const { entity, start, rule } of mentions) {
    const forum = gazetteer.forums.get(entity as ForumId); // undefined for what is no forum
    if (!forum?.partOf || !forum.startDate || gazetteer.forums.get(forum.partOf)?.startDate || rule === 'default') continue;
    const known = told.get(forum.partOf) ?? { meetings: new Set(), from: start };
    known.meetings.add(forum.id);
    told.set(forum.partOf, known);
  }
  return mentions.map((mention) => {
    const known = told.get(mention.entity as ForumId); // undefined for what is no forum
    const [only] = known?.meetings ?? [];
    const { alternatives: _decided, ...rest } = mention;
    return only && known?.meetings.size === 1 && mention.start > known.from ? { ...rest, entity: only, rule: 'only-meeting-told', score: 0.75 } : mention;
  });
}

/** Short names, numbers alone and names in capitals are no aliases: they would find everything. */
const isAlias = (surface: string, { name, aliases }: EntityRecord): boolean => surface.includes(' ') && /\p{Ll}/u.test(surface) && ![name, ...aliases].some((known) => known.toLowerCase() === surface.toLowerCase());

function recordsOf(mentions: readonly Mention[], groups: readonly GroupMention[], described: readonly Described[], all: ReadonlyMap<EntityId, EntityRecord>, expansions: ReadonlyMap<string, EntityId>, gazetteer: Gazetteer): Map<EntityId, EntityRecord> {
  const records = new Map<EntityId, EntityRecord>();
  const add = (id: EntityId): EntityRecord | undefined => {
    const record = records.get(id) ?? all.get(id);
    if (record) records.set(id, record);
    return record;
  };
  for (const { entity, surface, rule } of mentions) {
    const record = add(entity);
    const printed = surface.replace(/\s+/g, ' ');
    if (record && !gazetteer.entities.has(entity) && rule !== 'short-form' && isAlias(printed, record)) records.set(entity, { ...record, aliases: [...record.aliases, printed] });
    const series = gazetteer.forums.get(entity as ForumId)?.partOf; // undefined for what is no forum
    if (series) add(series);
  }
  for (const { actor } of groups) add(actor);
  for (const { entity } of described) add(entity);
  for (const [acronym, entity] of expansions) {
    const record = records.get(entity);
    if (record && !gazetteer.entities.has(entity) && !record.acronym) records.set(entity, { ...record, acronym });
  }
  return records;
}
