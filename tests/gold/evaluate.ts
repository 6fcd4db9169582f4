// `npm run eval [-- [--errors] FOLDER [TEXTS]]`: how well the loaders read texts that people have annotated; here, unless a folder is given.
// TEXTS is the folder of the texts that do not lie beside their annotations; without it, the one that ATLAS_SOURCES names.

import { resolve } from 'node:path';
import { loadGazetteer } from '../../loaders/entities/gazetteer.ts';
import { extractDocument } from '../../loaders/pipeline.ts';
import { readDocument } from '../../loaders/reading/readDocument.ts';
import { reportOf } from '../../schema/failures.ts';
import { readAnnotatedTexts, type AnnotatedText } from './annotation.ts';
import { mistakes } from './mistakes.ts';
import { readingOfAnnotation, readingOfExtraction } from './readings.ts';
import { compare, f1, FIGURES, precision, recall, score, together, type Tallies } from './score.ts';

export interface Evaluated {
  readonly name: string;
  readonly tallies: Tallies;
  readonly mistakes: readonly string[];
}

/** Reads each text as `npm run load` would and compares; in the order given. @throws Failure where a text cannot be read */
export async function evaluate(texts: readonly AnnotatedText[]): Promise<Evaluated[]> {
  const gazetteer = await loadGazetteer();
  const evaluated: Evaluated[] = [];
  for (const annotated of texts) {
    const system = readingOfExtraction(extractDocument(await readDocument(annotated.path), gazetteer), annotated.text);
    const annotator = readingOfAnnotation(annotated);
    const comparison = compare(system, annotator);
    evaluated.push({ name: annotated.name, tallies: score(system, annotator, comparison), mistakes: mistakes(system, annotator, comparison) });
  }
  return evaluated;
}

/** The table that people read: F1 for each text and for all of them as one, then precision and recall. */
export function tableOf(evaluated: readonly Evaluated[]): string {
  const all = together(evaluated.map(({ tallies }) => tallies));
  const widest = Math.max(8, ...evaluated.map(({ name }) => name.length));
  const row = (name: string, cells: readonly string[]) => name.padEnd(widest) + cells.map((cell) => cell.padStart(15)).join('');
  const figures = (tallies: Tallies) => FIGURES.map((figure) => (tallies[figure].said + tallies[figure].expected === 0 ? '—' : f1(tallies[figure]).toFixed(3)));
  return [
    row('F1', FIGURES),
    ...evaluated.map(({ name, tallies }) => row(name, figures(tallies))),
    row('all', figures(all)),
    row('P / R', FIGURES.map((figure) => `${precision(all[figure]).toFixed(2)}/${recall(all[figure]).toFixed(2)}`)),
  ].join('\n');
}

if (import.meta.main) {
  const given = process.argv.slice(2);
  const [folder = import.meta.dirname, texts = process.env['ATLAS_SOURCES']] = given.filter((argument) => argument !== '--errors').map((path) => resolve(process.env['INIT_CWD'] ?? process.cwd(), path));
  try {
    const evaluated = await evaluate(readAnnotatedTexts(folder, texts));
    const told = given.includes('--errors') ? evaluated.flatMap(({ name, mistakes }) => [`## ${name}`, ...mistakes, '']) : [];
    process.stdout.write(`${[...told, tableOf(evaluated)].join('\n')}\n`);
  } catch (error) {
    process.stderr.write(`${reportOf(error)}\n`);
    process.exitCode = 1;
  }
}
