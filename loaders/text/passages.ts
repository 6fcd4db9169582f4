// The text of record cut into sentences, list items and cells, each with its role and with what introduces it.

import { passageId, type DocumentId } from '../../schema/ids.ts';
import type { PassageRecord } from '../../schema/extraction.ts';
import type { PassageRole } from '../../schema/vocabulary.ts';
import { enumerationIn } from './enumerations.ts';
import { SHORTEST_PROSE } from './headings.ts';
import { announcesQuestions, isInstruction } from './instructions.ts';
import { OpenLists } from './leadIns.ts';
import type { Block, NormalizedText } from './normalize.ts';
import { splitSentences, type Span } from './sentences.ts';
import { endsSentence } from './wrapping.ts';

/** A sentence or list item with its place in the structure of the document. */
export interface Passage extends PassageRecord {
  /** Nesting depth of the list item, from 1; 0 outside lists. */
  readonly depth: number;
  /** Rank of a heading, from 1 for titles to 6; 0 for everything else. */
  readonly rank: number;
  /** What numbers it in its list or among its headings, as printed: "7.", "(a)"; null where nothing does. */
  readonly marker: string | null;
  /** Which block of the text it belongs to: the sentences of one item or paragraph share it. */
  readonly block: number;
  /** Positions (in the array of passages) of the sentences that introduce the list this item stands in, outermost first. */
  readonly leadIns: readonly number[];
}

/** A passage in the making. */
interface Piece extends Span {
  readonly role: PassageRole;
  readonly depth: number;
  readonly leadIns: readonly number[];
}

/** A heading that opens a part of the text cannot be the title, even before the first paragraph. */
const PART = /^(?:preamble|introduction|background|overview|summary|executive summary|(?:table of )?contents|context|general observations|objectives?|purpose)(?:\s(?:and|to|of)\b.*)?[.:]?$/i;
/** Parts in which works are listed, not positions taken: "Claim your rights" is a title there. */
const SOURCES = /^(?:references?|bibliography|(?:end|foot)?notes?|sources|works cited|literature|further reading)[.:]?$/i;

/** The headings that make up the title: those above the first paragraph, as far as they are of one rank. */
function titleBlocks(text: string, blocks: readonly Block[]): Set<number> {
  const titles = new Set<number>();
  for (const [at, { kind, start, end, marker, level }] of blocks.entries()) {
    const words = text.slice(start, end);
    if (kind === 'item' || kind === 'cell' || (kind === 'paragraph' && words.length >= SHORTEST_PROSE && endsSentence(words))) break;
    if (kind !== 'heading') continue;
    if (titles.size > 0 && (marker !== null || PART.test(words) || level > 1)) break;
    titles.add(at);
  }
  return titles;
}

class PassageWriter {
  readonly passages: Passage[] = [];
  private readonly document: DocumentId;
  private readonly text: string;
  private readonly lists = new OpenLists();
  private section: string | null = null;
  private asked = false;
  private inSources = false;

  constructor(document: DocumentId, text: string) {
    this.document = document;
    this.text = text;
  }

  block(block: Block, at: number, isTitle: boolean): void {
    const words = this.text.slice(block.start, block.end);
    if (block.kind === 'heading') {
      const instruction = isInstruction([words], 'heading');
      this.write({ start: block.start, end: block.end, role: isTitle ? 'TITLE' : instruction ? 'INSTRUCTION' : 'HEADING', depth: 0, leadIns: [] }, block, at);
      this.lists.heading(this.passages.length - 1, words, block.level);
      this.asked = announcesQuestions(words);
      this.inSources = SOURCES.test(words);
      this.section = words;
      return;
    }
    if (block.kind === 'furniture') {
      this.write({ start: block.start, end: block.end, role: 'FURNITURE', depth: 0, leadIns: [] }, block, at);
      return;
    }
    const sentences = splitSentences(words).map(({ start, end }) => ({ start: start + block.start, end: end + block.start }));
    if (block.kind === 'footnote') for (const span of sentences) this.write({ ...span, role: 'FOOTNOTE', depth: 0, leadIns: [] }, block, at);
    else if (block.kind === 'cell') this.cell(block, sentences, at);
    else this.prose(block, block.kind, sentences, at);
  }

  private cell(block: Block, sentences: readonly Span[], at: number): void {
    const leadIns = this.lists.cell(block, this.passages.length);
    const instruction = !block.cell?.header && isInstruction(sentences.map(({ start, end }) => this.text.slice(start, end)), 'cell');
    for (const span of sentences) this.write({ ...span, role: block.cell?.header ? 'HEADING' : instruction ? 'INSTRUCTION' : 'CELL', depth: 0, leadIns }, block, at);
  }

  private prose(block: Block, kind: 'paragraph' | 'item', sentences: readonly Span[], at: number): void {
    const leadIns = kind === 'item' ? this.lists.above(block) : [];
    const above = this.passages[leadIns.at(-1) ?? -1];
    // "Please include:" goes on in its items; what stands under "What should be done?" answers it.
    const directed = above?.role === 'INSTRUCTION' && (above.text.endsWith(':') || this.asked);
    const instruction = this.asked || directed || isInstruction(sentences.map(({ start, end }) => this.text.slice(start, end)), kind);
    const role = this.inSources ? 'FOOTNOTE' : instruction ? 'INSTRUCTION' : kind === 'item' ? 'ITEM' : 'SENTENCE';
    for (const span of sentences) this.sentence(span, { role, depth: block.level, leadIns }, block, at);
    const last = this.passages.length - 1;
    if (instruction && !this.asked && !directed && sentences.length > 0) this.lists.question(last);
    else if (kind === 'item') this.lists.item(block, last);
    else this.lists.paragraph(sentences.length > 0 ? { position: last, text: this.passages[last]?.text ?? '' } : null);
  }

  /** One sentence, or its lead-in and items where it holds a list of its own. */
  private sentence(span: Span, { role, depth, leadIns }: Pick<Piece, 'role' | 'depth' | 'leadIns'>, block: Block, at: number): void {
    const list = enumerationIn(this.text, span);
    if (!list) {
      this.write({ ...span, role, depth, leadIns }, block, at);
      return;
    }
    const introduced = list.leadIn.end > list.leadIn.start;
    if (introduced) this.write({ ...list.leadIn, role, depth, leadIns }, block, at);
    const under = introduced ? [...leadIns, this.passages.length - 1] : leadIns;
    for (const item of list.items) this.write({ ...item, role: role === 'SENTENCE' ? 'ITEM' : role, depth: depth + 1, leadIns: under }, block, at);
  }

  private write({ start, end, ...piece }: Piece, { page, marker, kind, level }: Block, block: number): void {
    if (end <= start) return;
    this.passages.push({ rank: kind === 'heading' ? level : 0, marker, id: passageId(this.document, start, end), start, end, text: this.text.slice(start, end), page, section: this.section, block, ...piece });
  }
}

/** The passages of a text in reading order, not overlapping; every letter of its blocks stands in one of them. */
export function passagesOf(document: DocumentId, { text, blocks }: NormalizedText): Passage[] {
  const titles = titleBlocks(text, blocks);
  const writer = new PassageWriter(document, text);
  for (const [at, block] of blocks.entries()) if (block.end > block.start) writer.block(block, at, titles.has(at));
  return writer.passages;
}
