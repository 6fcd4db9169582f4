// An HTML page as text with Markdown marks: headings, lists with their numbers, tables as pipes, notes as notes.
// A streaming parser: a hundred thousand nested tags cost memory for a stack of words, not for a tree.

import { Parser } from 'htmlparser2';

export interface TextWithMarks {
  readonly raw: string;
  /** Title, language and <meta> fields; keys in lower case. */
  readonly metadata: Readonly<Record<string, string>>;
  /** What a reader of the report should know of how it was read, in words that end a sentence; absent where there is nothing. */
  readonly notes?: readonly string[];
}

export interface PageOptions {
  /** In an e-mail a block quotation is another message: its lines are marked with ">", as in plain text. */
  readonly markQuotations?: boolean;
}

const SKIPPED = new Set(['script', 'style', 'template', 'noscript', 'svg', 'iframe', 'object', 'select', 'button', 'textarea', 'nav', 'aside', 'dialog', 'video', 'audio', 'canvas', 'math']);
const BLOCKS = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'blockquote', 'figure', 'figcaption', 'address', 'dl', 'dt', 'dd', 'form', 'fieldset', 'legend', 'label', 'details', 'summary', 'body', 'center', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'caption', 'pre']);
const BOLD = new Set(['b', 'strong']);
const NOTE_ID = /^(?:_?(?:foot|end)?note|_?(?:ftn|edn|fn))[-_:]?(?:\w*[-_:])?(\d{1,3})$/i;

interface List {
  readonly ordered: boolean;
  readonly type: string;
  next: number;
}

interface Table {
  readonly rows: { text: string; header: boolean }[][];
  /** Its cells hold blocks or tables of their own: it lays out the page and is no table of facts. */
  layout: boolean;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv', 'xvi', 'xvii', 'xviii', 'xix', 'xx'];

function markerOf(list: List | undefined): string {
  if (!list?.ordered) return '-';
  const at = list.next - 1;
  const printed = { a: LETTERS[at], A: LETTERS[at]?.toUpperCase(), i: ROMAN[at], I: ROMAN[at]?.toUpperCase() }[list.type] ?? String(list.next);
  return `${printed}.`;
}

class PageWriter {
  readonly metadata: Record<string, string> = {};
  private readonly markQuotations: boolean;
  private quotations: boolean[] = [];
  private readonly out: string[] = [];
  private words = '';
  /** The block holds words outside bold tags too. */
  private bold = 0;
  private boldAt = -1;
  private heading = 0;
  private readonly skipped: string[] = [];
  private readonly lists: List[] = [];
  private readonly tables: Table[] = [];
  private marker: string | null = null;
  private note: string | null = null;
  private raised: string | null = null;
  private inTitle = false;
  private inArticle = 0;
  private pre = 0;

  constructor({ markQuotations = false }: PageOptions) {
    this.markQuotations = markQuotations;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'meta') return this.meta(attributes);
    if (name === 'html' && attributes['lang']) this.metadata['language'] = attributes['lang'];
    if (name === 'article' || name === 'main') this.inArticle += 1;
    if (this.skipped.length > 0 || SKIPPED.has(name) || (name === 'footer' && this.inArticle === 0) || isHidden(attributes)) {
      if (!VOID.has(name)) this.skipped.push(name);
      return;
    }
    if (name === 'title') this.inTitle = true;
    else if (name === 'br') this.words += this.tables.length > 0 ? ' ' : '  \n';
    else if (name === 'sup') this.raised = '';
    else if (BOLD.has(name)) this.openBold();
    else if (name === 'ul' || name === 'ol') this.openList(name === 'ol', attributes);
    else if (name === 'li') this.openItem(attributes);
    else if (name === 'table') this.openTable();
    else if (name === 'tr') this.tables.at(-1)?.rows.push([]);
    else if (name === 'td' || name === 'th') this.openCell(name === 'th');
    else if (BLOCKS.has(name)) this.openBlock(name, attributes);
  }

  text(data: string): void {
    if (this.skipped.length > 0) return;
    if (this.inTitle) this.metadata['title'] = `${this.metadata['title'] ?? ''}${data}`.replace(/\s+/g, ' ').trimStart();
    else if (this.raised !== null) this.raised += data;
    else this.words += this.pre > 0 ? data : data.replace(/[ \t\r\n\f]+/g, ' ');
  }

  close(name: string): void {
    if (name === 'article' || name === 'main') this.inArticle = Math.max(0, this.inArticle - 1);
    if (this.skipped.length > 0) {
      if (this.skipped.at(-1) === name) this.skipped.pop();
      return;
    }
    if (name === 'title') this.inTitle = false;
    else if (name === 'sup') this.closeRaised();
    else if (BOLD.has(name)) this.closeBold();
    else if (name === 'ul' || name === 'ol') {
      this.flush();
      this.lists.pop();
    } else if (name === 'li') {
      this.flush();
      this.marker = null;
      this.note = null;
    } else if (name === 'td' || name === 'th') this.closeCell();
    else if (name === 'table') this.closeTable();
    else if (BLOCKS.has(name)) {
      this.flush();
      if (name === 'pre') this.pre -= 1;
      if (name === 'blockquote') this.quotations.pop();
      if (/^h[1-6]$/.test(name)) this.heading = 0;
    }
  }

  result(): TextWithMarks {
    this.flush();
    return { raw: this.out.join('\n\n'), metadata: this.metadata };
  }

  private meta({ name, property, content, ...others }: Readonly<Record<string, string>>): void {
    const key = (name ?? property ?? others['http-equiv'] ?? '').toLowerCase();
    if (key && content && !Object.hasOwn(this.metadata, key)) this.metadata[key] = content.trim();
  }

  private openBlock(name: string, attributes: Readonly<Record<string, string>>): void {
    const table = this.tables.at(-1);
    if (table && /^h[1-6]$|^pre$/.test(name)) table.layout = true;
    this.flush();
    if (/^h[1-6]$/.test(name)) this.heading = Number(name[1]);
    if (name === 'pre') this.pre += 1;
    // Mail programs also indent with a quotation, and then draw no line beside it.
    if (name === 'blockquote') this.quotations.push(this.markQuotations && !/border(?:-left)?\s*:\s*(?:none|0)/i.test(attributes['style'] ?? ''));
    const note = NOTE_ID.exec(attributes['id'] ?? '');
    if (note && this.lists.length === 0) this.note = note[1] ?? null;
  }

  private openList(ordered: boolean, attributes: Readonly<Record<string, string>>): void {
    const table = this.tables.at(-1);
    if (table) table.layout = true;
    this.flush();
    this.lists.push({ ordered, type: attributes['type'] ?? '1', next: Number.parseInt(attributes['start'] ?? '1', 10) || 1 });
  }

  private openItem(attributes: Readonly<Record<string, string>>): void {
    this.flush();
    const note = NOTE_ID.exec(attributes['id'] ?? '');
    this.note = note?.[1] ?? null;
    this.marker = markerOf(this.lists.at(-1));
    const list = this.lists.at(-1);
    if (list) list.next += 1;
  }

  private openBold(): void {
    this.bold += 1;
    if (this.bold === 1) this.boldAt = this.words.length;
  }

  private closeBold(): void {
    if (this.bold === 0) return;
    this.bold -= 1;
    if (this.bold > 0 || this.boldAt < 0) return;
    const inside = this.words.slice(this.boldAt);
    const core = inside.trim();
    if (core && !core.includes('*')) this.words = `${this.words.slice(0, this.boldAt)}${/^\s/.test(inside) ? ' ' : ''}**${core}**${/\s$/.test(inside) ? ' ' : ''}`;
    this.boldAt = -1;
  }

  private closeRaised(): void {
    const note = (this.raised ?? '').trim();
    this.raised = null;
    this.words += /^\[?\d{1,3}\]?$/.test(note) ? `<sup>${note.replace(/[[\]]/g, '')}</sup>` : note;
  }

  private openTable(): void {
    const outer = this.tables.at(-1);
    if (outer) outer.layout = true;
    else this.flush();
    this.tables.push({ rows: [], layout: false });
  }

  private openCell(header: boolean): void {
    const table = this.tables.at(-1);
    if (!table) return;
    this.flush();
    if (table.rows.length === 0) table.rows.push([]);
    table.rows.at(-1)?.push({ text: '', header });
  }

  private closeCell(): void {
    this.flush();
  }

  private closeTable(): void {
    this.flush();
    const table = this.tables.pop();
    if (!table) return;
    const rows = table.rows.filter((row) => row.some(({ text }) => text.trim() !== ''));
    const written = table.layout || rows.every((row) => row.length < 2) ? rows.flatMap((row) => row.map(({ text }) => text.trim())).filter(Boolean).join('\n\n') : pipes(rows);
    if (written === '') return;
    const cell = this.tables.at(-1)?.rows.at(-1)?.at(-1);
    if (cell) cell.text += `\n\n${written}`;
    else this.out.push(written);
  }

  /** Ends the block at hand and writes it where it belongs. */
  private flush(): void {
    const words = this.pre > 0 ? this.words.trim() : this.words.replace(/ *\n */g, '  \n').replace(/(?<!\n) {2,}(?!\n)/g, ' ').trim();
    this.words = '';
    this.boldAt = this.bold > 0 ? 0 : -1;
    if (words === '' || words === '↑') return;
    const indent = '   '.repeat(Math.max(0, this.lists.length - 1));
    let line = words;
    if (this.note !== null) line = `[^${this.note}]: ${words.replace(/\s*↑$/, '').replace(/^(?:<sup>\d+<\/sup>|\[?\d+\]?)\s*/, '')}`;
    else if (this.heading > 0) line = `${'#'.repeat(this.heading)} ${words.replace(/\s*\n\s*/g, ' ')}`;
    else if (this.lists.length > 0) line = this.marker === null ? `${indent}   ${words}` : `${indent}${this.marker} ${words}`;
    if (this.lists.length > 0) this.marker = null;
    if (this.quotations.includes(true)) line = line.replace(/^/gm, '> ');
    const cell = this.tables.at(-1)?.rows.at(-1)?.at(-1);
    if (cell) cell.text += cell.text === '' ? line : `\n\n${line}`;
    else this.out.push(line);
    if (this.lists.length === 0) this.note = null;
  }
}

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/** Written into the page for machines: not shown, without size, without ink, or far outside the window. */
const UNSEEN_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?(?![.\d])|font-size\s*:\s*0(?![.\d]*[1-9])|(?:left|top|text-indent)\s*:\s*-\d{3,})/i;
const isHidden = (attributes: Readonly<Record<string, string>>): boolean => 'hidden' in attributes || attributes['aria-hidden'] === 'true' || UNSEEN_STYLE.test(attributes['style'] ?? '');

function pipes(rows: readonly (readonly { text: string; header: boolean }[])[]): string {
  const lines = rows.map((row) => `| ${row.map(({ text }) => text.replace(/\s+/g, ' ').replace(/\|/g, '\\|').trim()).join(' | ')} |`);
  const headed = rows.length > 1 && (rows[0]?.every(({ header, text }) => header || text.trim() === '' || /^\*\*[^*]+\*\*$/.test(text.trim())) ?? false);
  return (headed ? [lines[0] ?? '', `|${' --- |'.repeat(rows[0]?.length ?? 1)}`, ...lines.slice(1)] : lines).join('\n');
}

/** @param html the page, decoded */
export function readHtml(html: string, options: PageOptions = {}): TextWithMarks {
  const page = new PageWriter(options);
  const parser = new Parser({ onopentag: (name, attributes) => page.open(name, attributes), ontext: (data) => page.text(data), onclosetag: (name) => page.close(name) }, { decodeEntities: true, lowerCaseTags: true });
  parser.write(html);
  parser.end();
  return page.result();
}
