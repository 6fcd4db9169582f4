// All stretches of a text that may be names, before it is decided which stand and what they mean.

import type { EntityRecord } from '../../schema/extraction.ts';
import type { ForumId } from '../../schema/ids.ts';
import type { Passage } from '../text/passages.ts';
import { bareAcronyms } from './bareAcronyms.ts';
import { withoutOverlaps, type Candidate } from './candidate.ts';
import { namesWithin } from './descriptions.ts';
import { foreignNames } from './foreignNames.ts';
import type { Gazetteer } from './gazetteer.ts';
import { governmentBodies } from './governmentBodies.ts';
import { lawsCited } from './laws.ts';
import { listedBodies } from './listedBodies.ts';
import { meetingsOf } from './meetings.ts';
import { knownNames, shoutedPlaces } from './mentions.ts';
import { numberedInstruments } from './numberedInstruments.ts';
import { numberedParts } from './numberedParts.ts';
import { occasionsOfHead, occasionTitles } from './headOccasions.ts';
import { occasionsIn } from './occasions.ts';
import { namedByShape, newRecord } from './organisations.ts';
import { partsOfNamed } from './parts.ts';
import { personsIn } from './persons.ts';
import { titledTexts } from './titledTexts.ts';
import type { Token } from './tokens.ts';

/** "GFMD Summit": the series' name with what its meetings are called. */
function meetingsOfSeries(tokens: readonly Token[], standing: readonly Candidate[], gazetteer: Gazetteer): Candidate[] {
  const starting = new Map(tokens.map((token) => [token.start, token]));
  return standing.flatMap((candidate) => {
    const isSeries = 'readings' in candidate.means && candidate.means.readings.some(({ entity }) => entity.startsWith('forum:') && meetingsOf(entity as ForumId, gazetteer).length > 0); // the prefix is the type
    const next = starting.get(candidate.end + 1);
    return isSeries && next && /^(?:Summits?|Conferences?)$/.test(next.text) ? [{ ...candidate, end: next.end, rule: 'series-meeting' }] : [];
  });
}

/** "Western", "Regional": not a region yet. */
const DIRECTION = /(?:ern|al|latin|arab|west|east|north|south|central)$/;

/** "QWF-Africa", "Tidewatch West Africa": the branch of a body is another body. */
function regionalBranches(text: string, tokens: readonly Token[], standing: readonly Candidate[], { entities, words }: Gazetteer, isShouted: (offset: number) => boolean): Candidate[] {
  const starting = new Map(tokens.map((token) => [token.start, token]));
  return standing.flatMap(({ start, end, means }): Candidate[] => {
    const next = starting.get(end + 1);
    const whole = 'readings' in means ? means.readings.map(({ entity }) => entities.get(entity)).find((entity) => entity?.type === 'Actor') : means.record;
    const gap = text.slice(end, next?.start ?? end);
    if (whole?.type !== 'Actor' || !next || !/^[-– ]$/.test(gap) || !words.regions.has(next.form) || !/^\p{Lu}/u.test(next.text) || (gap === ' ' && (whole.kind === 'UN_ENTITY' || NO_BRANCHES.has(whole.kind) || isShouted(start)))) return [];
    const after = starting.get(next.end + 1);
    const last = after && words.regions.has(after.form) && text.charAt(next.end) === ' ' ? after : next;
    if (gap === ' ' && (DIRECTION.test(last.form) || /^[-'’]|^ \p{Lu}/u.test(text.slice(last.end, last.end + 2)))) return [];
    return [{ start, end: last.end, rule: 'regional-branch', means: { record: newRecord({ type: 'Actor', kind: whole.kind }, text.slice(start, last.end)) }, score: 0.85 }];
  });
}

/** What has no branch in a country, or is the country. */
const NO_BRANCHES: ReadonlySet<string> = new Set(['PERSON', 'GOVERNMENT_BODY', 'STATE', 'TREATY_BODY', 'INTERGOVERNMENTAL', 'GROUP']);

/** "ABC Norway", "Tide TV Norway": the branch of a body in a country, by the country's own name right behind its own. */
function nationalBranches(text: string, tokens: readonly Token[], standing: readonly Candidate[], { names, words, entities }: Gazetteer, isShouted: (offset: number) => boolean): Candidate[] {
  const bodyOf = ({ means }: Candidate): EntityRecord | undefined => ('record' in means ? means.record : means.readings.map(({ entity }) => entities.get(entity)).find((entity) => entity?.type === 'Actor'));
  const ends = new Map(standing.flatMap((candidate) => {
    const record = bodyOf(candidate);
    return record?.type === 'Actor' && !NO_BRANCHES.has(record.kind) ? [[candidate.end, { start: candidate.start, kind: record.kind }] as const] : [];
  }));
  return tokens.flatMap((token, at): Candidate[] => {
    const country = at > 0 && token.gap === 'soft' && text.slice(tokens[at - 1]?.end, token.start) === ' ' ? names.longestAt(tokens, at) : null;
    const before = tokens[at - 1];
    if (!country || !before || isShouted(token.start) || !country.readings.some(({ entity }) => entity.startsWith('country:'))) return [];
    const isAcronym = /^\p{Lu}{3,8}$/u.test(before.text) && !words.notBodies.has(before.text) && names.longestAt(tokens, at - 1) === null;
    const body = ends.get(before.end);
    const start = body?.start ?? (isAcronym ? before.start : null);
    if (start === null || /^['’]s?\b|^ (?:and|or) \p{Lu}|^,? \p{Lu}/u.test(text.slice(country.end, country.end + 12))) return [];
    return [{ start, end: country.end, rule: 'national-branch', means: { record: newRecord({ type: 'Actor', kind: body?.kind ?? 'CIVIL_SOCIETY' }, text.slice(start, country.end)) }, score: 0.7 }];
  });
}

/** The name of the body that a candidate stands for, or null where it is none that holds sessions. */
function bodyNamed({ means }: Candidate, { entities }: Gazetteer): string | null {
  const readings = 'readings' in means ? means.readings.flatMap(({ entity }) => entities.get(entity) ?? []) : [means.record];
  const committee = readings.find(({ kind }) => kind === 'TREATY_BODY');
  const body = committee ?? readings.find((entity) => entity.type === 'Actor' || (entity.type === 'Forum' && !entity.startDate));
  return body && (body.type === 'Actor' || body.type === 'Forum') && body.kind !== 'PERSON' ? body.name : null;
}

/** @param text of record; candidates may overlap */
export function allCandidates(text: string, tokens: readonly Token[], passages: readonly Passage[], gazetteer: Gazetteer): Candidate[] {
  const { names, words } = gazetteer;
  const places = new Set([...gazetteer.forums.values()].flatMap(({ place }) => place ?? []));
  const isPlace = (name: string): boolean => places.has(name) || words.places.has(name) || names.lookUp(name).some(({ entity }) => entity.startsWith('country:'));
  const isShouted = shoutedPlaces(passages);
  const known = [...knownNames(text, tokens, passages, gazetteer).flatMap((candidate) => namesWithin(text, candidate, tokens, gazetteer)?.names ?? [candidate]), ...numberedInstruments(text, gazetteer), ...governmentBodies(text, tokens, gazetteer), ...lawsCited(text, tokens, gazetteer)];
  const cited = withoutOverlaps([...known, ...titledTexts(text), ...foreignNames(text, words), ...partsOfNamed(text, tokens, known, gazetteer)]);
  const standing = withoutOverlaps([...cited, ...regionalBranches(text, tokens, cited, gazetteer, isShouted)]);
  const shaped = namedByShape(text, tokens, isShouted, standing, isPlace, words);
  const named = withoutOverlaps([...standing, ...shaped]);
  const told = [...occasionsIn(text, named, gazetteer, (candidate) => bodyNamed(candidate, gazetteer)), ...occasionTitles(passages, named)];
  const occasions = [...told, ...occasionsOfHead(passages, [...named, ...told])];
  const bodies = named.filter(({ means }) => ('record' in means ? [means.record.id] : means.readings.map(({ entity }) => entity)).some((entity) => entity.startsWith('actor:')));
  const isBody = (start: number, end: number): boolean => bodies.some((candidate) => candidate.start >= start && candidate.start <= start + 6 && candidate.end <= end);
  return [...standing, ...shaped, ...occasions, ...numberedParts(text), ...nationalBranches(text, tokens, named, gazetteer, isShouted), ...listedBodies(text, passages, isPlace, words), ...personsIn(text, isBody, words), ...bareAcronyms(text, tokens, isShouted, words, bodies.filter(({ means }) => 'record' in means || means.readings.every(({ entity }) => entity.startsWith('actor:')))), ...meetingsOfSeries(tokens, standing, gazetteer)];
}
