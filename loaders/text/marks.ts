// Takes the marks of Markdown and HTML off a run of text and leaves its words. What is bold or a link matters to
// the structure (a line all in bold is a heading), so that is asked before the marks are gone.

import { raised } from './characters.ts';

const TAG = /<\/?(?:a|abbr|address|article|aside|b|big|blockquote|body|center|cite|code|col|dd|del|div|dl|dt|em|figcaption|figure|font|footer|head|header|h[1-6]|html|i|img|ins|kbd|li|main|mark|meta|nav|ol|p|pre|q|s|section|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|wbr)(?:\s[^<>\n]*)?\/?>/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', nbsp: ' ', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", rsquo: '’', lsquo: '‘', ldquo: '“', rdquo: '”', ndash: '–', mdash: '—', hellip: '…', '#8217': '’', '#8211': '–', '#8212': '—', bull: '•', shy: '' };

/** Each mark with what stands in its place. Order matters: links before emphasis, escapes last. */
const MARKS: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [/<!--[^<>]*-->/g, () => ''],
  [/<br\s*\/?>[ \t]*\n?/gi, () => '  \n'],
  [/<sup>\s*(\d{1,3})\s*<\/sup>/gi, (_, digits = '') => raised(digits)],
  [TAG, () => ''],
  [/<((?:https?:\/\/|mailto:|www\.)[^<>\s]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>/gi, (_, address = '') => address],
  [/(?<=^[ \t]*)\[\^(\d{1,3})\]:/gm, (_, digits = '') => raised(digits)],
  [/\[\^(\d{1,3})\]/g, (_, digits = '') => raised(digits)],
  [/!?\[([^[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"\n]*")?\)/g, (_, words = '') => words],
  [/\[([^[\]]+)\]\[[^[\]\n]*\]/g, (_, words = '') => words],
  [/(?<!\*)(\*\*|\*\*\*)(?=[^\s*])([^*]*[^\s*])\1(?!\*)/g, (_, _stars, words = '') => words],
  [/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]*[^\s*])\*(?!\*)/gu, (_, words = '') => words],
  [/(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_]*[^\s_])\1(?![\p{L}\p{N}_])/gu, (_, _bars, words = '') => words],
  [/~~(?=\S)([^~]+)~~/g, (_, words = '') => words],
  [/\*{2,}/g, () => ''],
  [/(`{1,3})([^`\n]+)\1/g, (_, _ticks, words = '') => words],
  [/&(#?\w{2,6});/g, (whole, name = '') => ENTITIES[name] ?? whole],
  [/\\([\\`*_{}[\]()#+\-.!|~>&<])/g, (_, mark = '') => mark],
];

/** No author nests marks deeper; a file made to stall the reader might. */
const DEEPEST_NESTING = 32;

/** The words of a run of text (one block, line ends kept). Stripping what is stripped changes nothing: marks within marks go too. */
export function stripMarks(text: string): string {
  let stripped = text.replace(/&(?:amp;)+/g, '&');
  for (let depth = 0; depth < DEEPEST_NESTING; depth++) {
    const before = stripped;
    for (const [mark, instead] of MARKS) stripped = stripped.replace(mark, (...found: unknown[]) => instead(...found.filter((part) => typeof part === 'string')));
    if (stripped === before) break;
  }
  return stripped;
}

/** Whether all the words of a run are bold or all italic: how a heading looks where nobody marked it as one. */
export function isEmphasized(text: string): boolean {
  return /^\s*(?:\*\*[^*]+\*\*|__[^_]+__|\*[^*]+\*|_[^_]+_|\*\*\*[^*]+\*\*\*|<(?:b|strong|em|i|u)>[^<>]+<\/(?:b|strong|em|i|u)>)\s*:?\s*$/i.test(text);
}

/** A heading that runs into its paragraph: "**Global standards.** States have …" → "Global standards."; null where there is none. */
export function runInHeading(text: string): string | null {
  const found = /^\s*(?:\*{2,3}([^*\n]{2,80}[.:])\*{2,3}|\*{2,3}([^*\n]{2,80})\*{2,3}\.|<(?:b|strong)>([^<>\n]{2,80}[.:])<\/(?:b|strong)>)\s+\S/i.exec(text);
  if (!found) return null;
  const words = stripMarks(found[1] ?? found[3] ?? `${found[2] ?? ''}.`).trim();
  return words.endsWith(':') ? null : words;
}
