// Parts of what a document names, called by their own word alone: beside "the UN Summit for Quays", "the Steering Committee"
// is the "Steering Committee for the UN Summit for Quays"; beside the GFMD, "its Preparatory Meetings" are the GFMD's.

import type { EntityId } from '../../schema/ids.ts';
import type { Candidate } from './candidate.ts';
import type { Gazetteer } from './gazetteer.ts';
import { NameIndex } from './nameIndex.ts';
import type { Token } from './tokens.ts';

const WHOLE = /^(?<part>\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){1,3})\s(?:of|for)\s(?:the\s)?(?<whole>.+)$/u;
const POSSESSED = /^(?<whole>\p{Lu}{3,})\s(?<part>\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){1,3})$/u;

/** @param named the known names that stand in the document */
export function partsOfNamed(text: string, tokens: readonly Token[], named: readonly Candidate[], gazetteer: Gazetteer): Candidate[] {
  const present = new Set<EntityId>(named.flatMap(({ means }) => ('readings' in means ? means.readings.map(({ entity }) => entity) : [])));
  const index = new NameIndex();
  for (const record of gazetteer.entities.values()) {
    if (record.type !== 'Actor' && record.type !== 'Forum') continue;
    const found = WHOLE.exec(record.name) ?? POSSESSED.exec(record.name);
    const { part, whole } = found?.groups ?? {};
    if (!part || !whole || gazetteer.names.lookUp(part).length > 0) continue;
    if (gazetteer.names.lookUp(whole).some(({ entity }) => present.has(entity) && entity !== record.id)) index.add({ entity: record.id, alias: part, via: 'alias', cues: [], isDefault: false, exact: true });
  }
  const candidates: Candidate[] = [];
  for (const [at, token] of tokens.entries()) {
    const sighting = index.longestAt(tokens, at);
    if (!sighting || !/\b(?:the|its|their|and|an?)\s(?:an?nual\s)?$/i.test(text.slice(Math.max(0, token.start - 12), token.start))) continue;
    const next = tokens[sighting.after];
    if (next?.gap === 'soft' && (/^(?:of|for|\p{Lu}.*)$/u.test(next.text) || (next.text === 'on' && /^\p{Lu}/u.test(tokens[sighting.after + 1]?.text ?? '')))) continue;
    candidates.push({ start: sighting.start, end: sighting.end, rule: 'part-of-named', means: { readings: sighting.readings }, score: 0.85 });
  }
  return candidates;
}
