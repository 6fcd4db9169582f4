// What the search for statements is given: the passages, the names found in them, and who speaks where.

import type { EntityRecord } from '../../schema/extraction.ts';
import type { DatedFields } from '../../schema/dates.ts';
import type { ActorRef, DocumentId, EntityId, ForumId } from '../../schema/ids.ts';
import type { Restriction } from '../../schema/vocabulary.ts';
import type { Passage } from '../text/passages.ts';
import type { Codebook } from './codebook.ts';
import type { Mark } from './marking.ts';
import type { ThemeReader } from './themes.ts';

/** Who speaks, where and when, at a place of the text: a section may differ from the document (a call to action printed in a paper). */
export interface Circumstances {
  readonly forum: ForumId | null;
  /** Who "we", "this paper" and an ask without a subject stand for: the authors, or a collective voice. */
  readonly self: readonly ActorRef[];
  readonly dated: DatedFields;
}

/** An occasion of known place and days. */
export interface HeldForum {
  readonly id: ForumId;
  readonly place: string;
  /** ISO days, both included. */
  readonly from: string;
  readonly to: string;
}

export interface StatementSources {
  readonly document: DocumentId;
  readonly text: string;
  readonly passages: readonly Passage[];
  /** Names and generic groups; places in the whole text. */
  readonly marks: readonly Mark[];
  /** Occasions that the text describes without naming them; places in the whole text. */
  readonly described: readonly Mark[];
  /** Occasions of the word lists whose place and day are known: a sentence may give only these. */
  readonly held: readonly HeldForum[];
  readonly entities: ReadonlyMap<EntityId, EntityRecord>;
  readonly circumstancesAt: (offset: number) => Circumstances;
  /** The shortest name of an occasion that tells it from others. */
  readonly nameOf: (forum: ForumId) => string;
  /** The collective voice of an occasion: "participants" of the forum. */
  readonly participantsOf: (forum: ForumId) => ActorRef;
  /** Whoever held an occasion, where nobody is named: "organisers" of the forum. */
  readonly organizersOf: (forum: ForumId) => ActorRef;
  readonly restriction: Restriction | null;
  readonly codebook: Codebook;
  readonly themesOf: ThemeReader;
}
