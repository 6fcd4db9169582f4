// What a Markdown file says of itself between two lines of dashes at its head.

import { parseDocument } from 'yaml';

const FRONT = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
/** Lines that YAML may have; otherwise the dashes are a rule and the text is text. */
const FIELD = /^(?:[\w.-]+\s*:(?:\s|$)|\s+\S|-\s|#|$)/;

export interface FrontMatter {
  readonly metadata: Readonly<Record<string, string>>;
  readonly rest: string;
}

const printed = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(printed).filter(Boolean).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** The fields and the text below them; `problem` where the fields cannot be read, with the line. Text without front matter comes back whole. */
export function readFrontMatter(text: string): FrontMatter | { readonly problem: string } {
  const found = FRONT.exec(text);
  const fields = found?.[1];
  if (!found || fields === undefined || !fields.split(/\r?\n/).every((line) => FIELD.test(line)) || !/^[\w.-]+\s*:/m.test(fields)) return { metadata: {}, rest: text };
  const parsed = parseDocument(fields, { uniqueKeys: false });
  const [wrong] = parsed.errors;
  if (wrong) return { problem: `has front matter that is no YAML: line ${(wrong.linePos?.[0].line ?? 1) + 1}, ${wrong.message.split('\n')[0] ?? ''}; correct it or remove the lines of dashes` };
  let value: unknown;
  try {
    value = parsed.toJS({ maxAliasCount: 20 });
  } catch (error) {
    // Fields that refer to one another until they fill the memory; the parser stops, and says so by this.
    if (error instanceof ReferenceError) return { problem: 'has front matter that refers to itself too often; write its fields out' };
    throw error;
  }
  const entries = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  return { metadata: Object.fromEntries(entries.map(([key, field]) => [key.toLowerCase(), printed(field)])), rest: text.slice(found[0].length) };
}
