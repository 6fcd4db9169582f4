// Which formats are read, told by the extension of a file, and what to do with the others.

import { extname } from 'node:path';
import type { DocumentKind } from '../../schema/vocabulary.ts';

/** The extensions that are read as documents, and what they hold. */
export const KINDS_BY_EXTENSION: Readonly<Record<string, DocumentKind>> = { '.txt': 'TEXT', '.md': 'MARKDOWN', '.html': 'HTML', '.htm': 'HTML', '.pdf': 'PDF', '.docx': 'DOCX', '.eml': 'EMAIL', '.csv': 'TABLE', '.tsv': 'TABLE' };

/** The format in which extractions come from elsewhere: each line is a document already understood. */
const EXTRACTIONS = '.jsonl';

/** Projects of Discourse Network Analyzer: many documents, coded by hand. */
const CODED_PROJECT = '.dna';

const OTHERS: readonly (readonly [extension: RegExp, remedy: string])[] = [
  [/^\.(?:docm?|dotx?|rtf|odt|pages|wpd)$/, 'open it and save it as .docx'],
  [/^\.(?:pptx?|odp|key|ps|xps|epub|djvu)$/, 'save it as .pdf'],
  [/^\.(?:xlsx?|xlsm|ods|numbers)$/, 'save its sheet as .csv'],
  [/^\.(?:msg|mbox|pst|emlx)$/, 'save its messages as .eml'],
  [/^\.(?:mht|mhtml|xhtml|webarchive)$/, 'save the page as .html'],
  [/^\.(?:zip|gz|tgz|tar|7z|rar|bz2|xz)$/, 'unpack it and give what it holds'],
  [/^\.(?:png|jpe?g|tiff?|gif|webp|heic|bmp)$/, 'run text recognition (OCR) on it and save the text'],
];

export const holdsExtractions = (path: string): boolean => extname(path).toLowerCase() === EXTRACTIONS;

export const isCodedProject = (path: string): boolean => extname(path).toLowerCase() === CODED_PROJECT;

/** Tables are read as streams, row by row (see tables/). */
export const isTable = (path: string): boolean => KINDS_BY_EXTENSION[extname(path).toLowerCase()] === 'TABLE';

export const isRead = (path: string): boolean => holdsExtractions(path) || isCodedProject(path) || Object.hasOwn(KINDS_BY_EXTENSION, extname(path).toLowerCase());

/** Why a file of another format is not read and what to do, in words that end a sentence. */
export function whyNotRead(path: string): string {
  const extension = extname(path).toLowerCase();
  const remedy = OTHERS.find(([pattern]) => pattern.test(extension))?.[1];
  return `${extension === '' ? 'has no extension that tells its format' : `has the extension "${extension}", which is not read`}; ${remedy ?? `give one of ${[...Object.keys(KINDS_BY_EXTENSION), EXTRACTIONS, CODED_PROJECT].join(', ')}`}`;
}
