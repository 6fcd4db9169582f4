// Texts with what two careful readers found in them: how an annotation is written, and whether it keeps to its text.
// Offsets are UTF-16 code units of the text file as it stands, end exclusive.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../schema/failures.ts';
import { ACTS, STANCES, valuesOf } from '../../schema/vocabulary.ts';

const place = { start: z.number().int().nonnegative(), end: z.number().int().positive() };

const annotation = z.object({
  /** `source` is the file name of the text. */
  document: z.object({ title: z.string(), date: z.string().nullable(), forum: z.string().nullable(), authors: z.array(z.string()), source: z.string() }),
  /** Under readable keys; aliases hold every surface that the text uses, and the usual acronym and full name. */
  entities: z.record(z.string(), z.object({ type: z.enum(['Actor', 'Country', 'Instrument', 'Forum']), name: z.string(), aliases: z.array(z.string()) })),
  mentions: z.array(z.tuple([z.number(), z.number(), z.string()])),
  statements: z.array(
    z.object({ ...place, actors: z.array(z.string()).min(1), act: z.enum(valuesOf(ACTS)), stance: z.enum(valuesOf(STANCES)), addressees: z.array(z.string()), forum: z.string().nullable(), instruments: z.array(z.string()), theme_words: z.array(z.string()), ask: z.string() }),
  ),
  relations: z.array(z.object({ ...place, type: z.string(), from: z.string(), to: z.string(), role: z.string().nullish() })),
});
export type Annotation = z.infer<typeof annotation>;

export interface AnnotatedText {
  /** The annotation's file name without its extension. */
  readonly name: string;
  /** Where the text lies; this is what the loaders read. */
  readonly path: string;
  readonly text: string;
  readonly annotation: Annotation;
}

/**
 * Reads every annotation of a folder, in the order of their names. @param texts where the texts lie that do not lie beside them.
 * @throws Failure UNREADABLE_DOCUMENT where there is no annotation, or one of another shape, or without its text.
 */
export function readAnnotatedTexts(folder: string, texts: string = folder): AnnotatedText[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')).sort() : [];
  if (files.length === 0) throw new Failure('UNREADABLE_DOCUMENT', `${folder} holds no annotations; give a folder of .json files, one for each text.`);
  return files.map((file) => {
    const read = annotation.safeParse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    if (!read.success) throw new Failure('UNREADABLE_DOCUMENT', `${join(folder, file)} is no annotation: ${z.prettifyError(read.error)}`);
    const { source } = read.data.document;
    const path = [folder, texts].map((where) => join(where, source)).find((path) => existsSync(path));
    if (path === undefined) throw new Failure('UNREADABLE_DOCUMENT', `The text ${source} of ${file} is not in ${texts}; say where the texts lie.`);
    return { name: basename(file, '.json'), path, text: readFileSync(path, 'utf8'), annotation: read.data };
  });
}

/** Where an annotation does not hold: places outside the text or cut through a word, keys without an entry. Empty when all is well. */
export function brokenPlaces({ text, annotation: { document, entities, mentions, statements, relations } }: AnnotatedText): string[] {
  const wrong: string[] = [];
  const whole = (start: number, end: number): boolean => {
    const cut = text.slice(start, end);
    // The raised number of a footnote is no part of its word.
    const cutsWord = (at: number) => /[\p{L}\p{Nd}]/u.test(text[at - 1] ?? '') && /[\p{L}\p{Nd}]/u.test(text[at] ?? '');
    return start < end && end <= text.length && cut === cut.trim() && !cutsWord(start) && !cutsWord(end);
  };
  const spoken = (words: string) => words.replace(/\s+/g, ' ');
  for (const [start, end, key] of mentions) {
    const known = entities[key];
    if (!whole(start, end)) wrong.push(`mention of ${key} at ${start} is no whole words`);
    if (known && ![known.name, ...known.aliases].includes(spoken(text.slice(start, end)))) wrong.push(`mention at ${start} has the words "${spoken(text.slice(start, end))}", which ${key} does not list`);
  }
  for (const { start, end } of [...statements, ...relations]) if (!whole(start, end)) wrong.push(`the words from ${start} to ${end} are no whole words`);
  const used = [...mentions.map(([, , key]) => key), ...statements.flatMap(({ actors, addressees, instruments, forum }) => [...actors, ...addressees, ...instruments, ...(forum === null ? [] : [forum])]), ...relations.flatMap(({ from, to }) => [from, to]), ...document.authors, ...(document.forum === null ? [] : [document.forum])];
  for (const key of new Set(used)) if (!Object.hasOwn(entities, key)) wrong.push(`${key} has no entry`);
  for (const key of Object.keys(entities)) if (!used.includes(key)) wrong.push(`${key} is used nowhere`);
  return wrong;
}
