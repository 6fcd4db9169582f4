import type { RelationRecord } from '../../schema/extraction.ts';
import type { EntityId } from '../../schema/ids.ts';
import type { StatedRelation } from '../../schema/model.ts';
import type { NamedSentence } from './namedSentence.ts';

/** A relation that a stretch of a sentence states. Offsets of the stretch: UTF-16 units in the sentence, end exclusive. */
export function stated(sentence: NamedSentence, type: StatedRelation, from: EntityId, to: EntityId, start: number, end: number, properties: Readonly<Record<string, string>> = {}): RelationRecord {
  return { type, from, to, properties, start: sentence.offset + start, end: sentence.offset + end, passages: [sentence.passage] };
}

/** Every pair of two lists that are not the same thing. */
export const pairs = <A extends EntityId, B extends EntityId>(from: readonly A[], to: readonly B[]): (readonly [A, B])[] => from.flatMap((a) => to.filter((b) => (b as string) !== a).map((b) => [a, b] as const));
