import type { PassageRecord } from '../../schema/extraction.ts';

/** A sentence or list item with its place in the structure of the document. */
export interface Passage extends PassageRecord {
  /** Nesting depth of the list item, from 1; 0 outside lists. */
  readonly depth: number;
  /** Which block of the text it belongs to: the sentences of one item or paragraph share it. */
  readonly block: number;
  /** Positions (in the array of passages) of the sentences that introduce the list this item stands in, outermost first. */
  readonly leadIns: readonly number[];
}
