// What a file states of itself in its front matter, which goes before anything that its text suggests:
//   forum: the name or id of the occasion · authors: names or ids, separated by semicolons
//   kind: reading note — our own report of somebody else's text: its authors speak in it, but did not write it

import type { EntityRecord } from '../../schema/extraction.ts';
import type { ActorRef, ForumId } from '../../schema/ids.ts';
import { foldName } from '../../schema/names.ts';
import type { Gazetteer } from '../entities/gazetteer.ts';

export interface StatedFacts {
  /** Null where none is stated, or the word lists do not know it. */
  readonly forum: ForumId | null;
  readonly authors: readonly ActorRef[];
  readonly isReadingNote: boolean;
}

/** Entities by what they are called and by their ids, in the order of the word lists. */
const called = new WeakMap<Gazetteer, ReadonlyMap<string, readonly EntityRecord[]>>();
function calledBy(gazetteer: Gazetteer): ReadonlyMap<string, readonly EntityRecord[]> {
  const known = called.get(gazetteer);
  if (known) return known;
  const byName = new Map<string, EntityRecord[]>();
  for (const record of gazetteer.entities.values()) {
    const names = [record.name, record.acronym, ...record.aliases].flatMap((name) => (name === undefined ? [] : [foldName(name)]));
    for (const name of new Set([record.id, ...names])) byName.set(name, [...(byName.get(name) ?? []), record]);
  }
  called.set(gazetteer, byName);
  return byName;
}

/** The entity of the word lists that bears this very name, alias, acronym or id. */
function bearing(name: string, type: EntityRecord['type'], gazetteer: Gazetteer): EntityRecord | null {
  const byName = calledBy(gazetteer);
  return [...(byName.get(name) ?? []), ...(byName.get(foldName(name)) ?? [])].find((record) => record.type === type || (type === 'Actor' && record.type === 'Country')) ?? null;
}

export function statedFacts(metadata: Readonly<Record<string, string>>, gazetteer: Gazetteer): StatedFacts {
  const forum = metadata['forum'] ? bearing(metadata['forum'], 'Forum', gazetteer) : null;
  const authors = (metadata['authors'] ?? metadata['author'] ?? '').split(/[;,\n]/).flatMap((name) => bearing(name.trim(), 'Actor', gazetteer) ?? []);
  return {
    forum: forum?.type === 'Forum' ? forum.id : null,
    authors: authors.flatMap((record) => (record.type === 'Actor' || record.type === 'Country' ? [record.id] : [])),
    isReadingNote: /^reading note$/i.test(metadata['kind']?.trim() ?? ''),
  };
}
