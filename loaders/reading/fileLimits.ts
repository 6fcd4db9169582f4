/** Larger files are no papers of a forum; in bytes. */
export const LARGEST_FILE = 50 * 1024 * 1024;

/** A table is read as a stream, and its rows are put aside on disk; in bytes. */
export const LARGEST_TABLE = 2048 * 1024 * 1024;

/** Longer texts are no papers of a forum either: this is some 2,000 pages; in characters. */
export const LONGEST_TEXT = 5_000_000;

/** No word, address or line of ornaments is longer: what is, is data (a picture as letters, a key); in characters. */
export const LONGEST_WORD = 20_000;
