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

/** The entity of the word lists that bears this very name, alias, acronym or id. */
function bearing(name: string, type: EntityRecord['type'], { entities }: Gazetteer): EntityRecord | null {
  const wanted = foldName(name);
  for (const record of entities.values()) {
    if (record.type !== type && !(type === 'Actor' && record.type === 'Country')) continue;
    if (record.id === name || [record.name, record.acronym, ...record.aliases].some((one) => one !== undefined && foldName(one) === wanted)) return record;
  }
  return null;
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
