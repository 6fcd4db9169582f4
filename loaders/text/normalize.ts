/** A structural piece of the text of record: what it is and where it stands. Offsets: UTF-16 units, end exclusive. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'cell' | 'footnote' | 'furniture';
  /** Heading: 1 (title-like) to 6. Item: nesting depth from 1. Otherwise 0. */
  readonly level: number;
  /** The place of its text, list marker and marks excluded. */
  readonly start: number;
  readonly end: number;
  /** From 1; null where the format has no pages. */
  readonly page: number | null;
  /** The list marker as printed: "1.", "(a)", "-"; null where there is none. */
  readonly marker: string | null;
}

/** The text of record, into which all offsets point, with its structure. Blocks in order, not overlapping. */
export interface NormalizedText {
  readonly text: string;
  readonly blocks: readonly Block[];
}
