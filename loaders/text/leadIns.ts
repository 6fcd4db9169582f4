// What stands above a list item: the sentence that introduces its list, and the items it is nested in.
// An introduction holds over page breaks, over headings between it and its list, and over nested lists.

import type { Block } from './normalize.ts';
import { LABEL_LEVEL } from './headings.ts';
import { follows, listMarker } from './listMarkers.ts';

const INTRODUCES = /:$|(?:^|\s)(?:that|to|includes?|including|as follows|are|were|on|by|for|namely|should|must|will)[.,–—-]?$|\b(?:the )?following\b[^.]*[.:]$/i;

/** Whether a sentence opens a list. */
export const introduces = (sentence: string): boolean => INTRODUCES.test(sentence.trim());

const isMarked = (block: Block) => (block.marker === null ? null : (listMarker(`${block.marker} x`)?.marker ?? null));

/** Follows the blocks of a document in order and knows at each the lead-ins that hold there. */
export class OpenLists {
  /** Positions of the passages that introduce the list at depth 1, outermost first. */
  private introduction: readonly number[] = [];
  private used = false;
  /** The introduction spans headings: "we call for the following actions:", a heading, its items, a heading, its items. */
  private overHeadings = false;
  /** What introduces is a question of a form. */
  private answering = false;
  private readonly parents = new Map<number, number>();
  private interrupted: { readonly introduction: readonly number[]; readonly last: Block } | null = null;
  private lastItem: Block | null = null;
  private readonly headers = new Map<number, number>();
  private rowLabel: { readonly row: number; readonly position: number } | null = null;

  /** @param last position and words of the last sentence of the paragraph */
  paragraph(last: { readonly position: number; readonly text: string } | null): void {
    if (this.lastItem) this.interrupted = { introduction: this.introduction, last: this.lastItem };
    this.close();
    if (last && introduces(last.text)) this.introduction = [last.position];
  }

  /** A question or direction of a form: the answers in the list below stand under it, and under nothing else. */
  question(position: number): void {
    this.close();
    this.interrupted = null;
    this.answering = true;
    this.introduction = [position];
  }

  heading(position: number, text: string, level: number): void {
    this.lastItem = null;
    this.interrupted = null;
    this.parents.clear();
    if (this.introduction.length > 0 && (level === LABEL_LEVEL || (!this.answering && (!this.used || this.overHeadings)))) {
      this.overHeadings = true;
      this.introduction = this.introduction.slice(0, 1);
    } else this.close();
    if (text.endsWith(':')) this.introduction = [...this.introduction, position];
  }

  /** The lead-ins of an item, before it is entered itself. */
  above(item: Block): readonly number[] {
    if (this.introduction.length === 0 && this.parents.size === 0 && this.interrupted && item.marker) this.resume(item, this.interrupted);
    for (const depth of this.parents.keys()) if (depth >= item.level) this.parents.delete(depth);
    return [...this.introduction, ...[...this.parents].sort(([a], [b]) => a - b).map(([, position]) => position)];
  }

  /** @param last position of the item's last sentence, under which nested items stand */
  item(item: Block, last: number): void {
    this.parents.set(item.level, last);
    this.used = true;
    if (item.level === 1 && item.marker) this.lastItem = item;
  }

  /** The lead-ins of a table cell: what introduces the table, the heading of its column, the first cell of its row. */
  cell({ cell }: Block, position: number): readonly number[] {
    if (!cell) return [];
    if (cell.row === 0 && cell.column === 0) this.headers.clear();
    if (cell.row === 0 && cell.header) this.headers.set(cell.column, position);
    const header = cell.header ? undefined : this.headers.get(cell.column);
    const label = !cell.header && this.rowLabel?.row === cell.row && cell.column > 0 ? this.rowLabel.position : undefined;
    if (cell.column === 0) this.rowLabel = { row: cell.row, position };
    this.used = true;
    return [...this.introduction, ...[header, label].flatMap((found) => (found === undefined ? [] : [found]))];
  }

  private resume(item: Block, { introduction, last }: { readonly introduction: readonly number[]; readonly last: Block }): void {
    const marker = isMarked(item);
    const before = isMarked(last);
    if (marker && before && marker.family !== 'bullet' && follows(marker, before)) this.introduction = introduction;
  }

  private close(): void {
    this.introduction = [];
    this.used = false;
    this.answering = false;
    this.overHeadings = false;
    this.parents.clear();
    this.lastItem = null;
  }
}
