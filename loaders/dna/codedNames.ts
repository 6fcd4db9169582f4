// Whom and what the codes of a project mean: names of the word lists where they are known, else new ones. One reader for a project,
// so that a code means the same in all its documents, and two codes never become one.

import type { EntityRecord } from '../../schema/extraction.ts';
import { entityId, nodeTypeOf, type ActorRef, type CommitmentId, type ForumId, type ThemeId } from '../../schema/ids.ts';
import type { ActorKind } from '../../schema/vocabulary.ts';
import { kindByHead } from '../entities/headNouns.ts';
import { readTokens } from '../entities/tokens.ts';
import type { Gazetteer } from '../entities/gazetteer.ts';
import { askReadersOf } from '../statements/askReaders.ts';
import { newAsk } from '../statements/commitments.ts';
import { KnownNames } from '../tables/names.ts';

export interface CodedAsk {
  readonly id: CommitmentId;
  readonly title: string;
  readonly themes: readonly ThemeId[];
}

export class CodedNames {
  private readonly known: KnownNames;
  private readonly gazetteer: Gazetteer;
  private readonly asks: ReadonlyMap<string, CodedAsk>;

  /** @param concepts all the concepts of the project; their ids depend on it alone */
  constructor(gazetteer: Gazetteer, concepts: Iterable<string>) {
    this.known = new KnownNames(gazetteer);
    this.gazetteer = gazetteer;
    this.asks = this.asksOf([...new Set(concepts)].sort());
  }

  /** The ask of the codebook with this title, else a new one that keeps the coder's words. */
  private asksOf(concepts: readonly string[]): Map<string, CodedAsk> {
    const { codebook, themesOf } = askReadersOf(this.gazetteer);
    const asks = new Map<string, CodedAsk>();
    const taken = new Set<string>();
    for (const concept of concepts) {
      const coded = codebook.asks.find(({ entry }) => entry.title === concept || entry.id === concept)?.entry;
      const ids = coded ? [coded.id] : [newAsk(codebook, concept).id, entityId('Commitment', concept), ...concepts.map((_, at) => entityId('Commitment', `${concept} ${at + 2}`))];
      const id = ids.find((one) => !taken.has(one)) ?? entityId('Commitment', concept); // there are more ids than concepts
      taken.add(id);
      asks.set(concept, { id, title: coded?.title ?? concept, themes: coded && coded.themes.length > 0 ? coded.themes : themesOf(concept) });
    }
    return asks;
  }

  /** @param concept one of the project */
  ask(concept: string): CodedAsk {
    const found = this.asks.get(concept);
    if (!found) throw new Error(`the concept "${concept}" is none of the project's`);
    return found;
  }

  /** @param told the kind that the project tells, if any; of a name that no word list holds it is taken. @param isPerson coded as one */
  actor(name: string, told: ActorKind | null, isPerson: boolean): EntityRecord & { readonly id: ActorRef } {
    const bearers = this.known.bearing(name, 'Actor').filter(({ kind }) => (kind === 'PERSON') === isPerson);
    const id = entityId('Actor', name);
    const record = bearers.length === 1 ? bearers[0] : this.gazetteer.entities.get(id);
    if (record && (record.type === 'Actor' || record.type === 'Country')) return record;
    const head = isPerson ? null : kindByHead(readTokens(name).map(({ form }) => form), this.gazetteer.words);
    return { type: 'Actor', id, kind: isPerson ? 'PERSON' : (told ?? (head?.type === 'Actor' ? head.kind : 'CIVIL_SOCIETY')), name, aliases: [] };
  }

  forum(name: string): EntityRecord & { readonly id: ForumId } {
    const id = nodeTypeOf(name) === 'Forum' ? (name as ForumId) : entityId('Forum', name); // the prefix is the type
    const bearers = this.known.bearing(name, 'Forum');
    const record = this.gazetteer.entities.get(id) ?? (bearers.length === 1 ? bearers[0] : undefined);
    if (record?.type === 'Forum') return record;
    const head = kindByHead(readTokens(name).map(({ form }) => form), this.gazetteer.words);
    return { type: 'Forum', id, kind: head?.type === 'Forum' ? head.kind : 'CONFERENCE', name, aliases: [] };
  }
}
