// A table of a test: written to a folder of its own, read with a few names that everybody knows.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Extraction } from '../../../schema/extraction.ts';
import { gazetteerOf, type Gazetteer } from '../../../loaders/entities/gazetteer.ts';
import { readMapping } from '../../../loaders/tables/mappingFile.ts';
import { Failure } from '../../../schema/failures.ts';
import { tableReadings } from '../../../loaders/tables/tableReadings.ts';
import { ENTITIES } from '../../fixtures/documents.ts';
import { LISTS } from '../entities/smallLists.ts';

/** Those of the fixtures, and no others. */
export const KNOWN: Gazetteer = { ...gazetteerOf(LISTS), entities: new Map(ENTITIES.map((entity) => [entity.id, entity])) };

export interface ReadTable {
  readonly extractions: readonly Extraction[];
  readonly alreadyThere: readonly string[];
  readonly badRows: readonly string[];
  readonly failures: readonly string[];
  /** What the report says of the table as a whole. */
  readonly notes: readonly string[];
  readonly documents: readonly string[];
  readonly emptyRows: number;
}

interface TableOptions {
  /** YAML; lies beside the table. */
  readonly mapping?: string;
  readonly name?: string;
  readonly gazetteer?: Gazetteer;
  readonly isThere?: (document: string) => boolean;
  /** Given by the person, goes before what lies beside. */
  readonly given?: string;
}

export async function tableOf(content: string | Uint8Array, { mapping, name = 'facts/table.csv', gazetteer = KNOWN, isThere = () => false, given }: TableOptions = {}): Promise<ReadTable> {
  const folder = mkdtempSync(join(tmpdir(), 'table-'));
  const path = join(folder, name.split('/').at(-1) ?? name);
  writeFileSync(path, content);
  if (mapping !== undefined) writeFileSync(join(dirname(path), `${(name.split('/').at(-1) ?? name).replace(/\.\w+$/, '')}.mapping.yaml`), mapping);
  const told = { extractions: [] as Extraction[], alreadyThere: [] as string[], badRows: [] as string[], failures: [] as string[], notes: [] as string[], documents: [] as string[], emptyRows: 0 };
  try {
    for await (const reading of tableReadings(path, name, { gazetteer, rules: 'rules-1', isLoaded: isThere, mapping: given === undefined ? null : { file: 'given.yaml', mapping: readMapping(given, 'given.yaml') } })) {
      if (reading.kind === 'said') told.extractions.push(reading.extraction);
      else if (reading.kind === 'known') told.alreadyThere.push(reading.uri);
      else {
        told.badRows.push(...reading.leftOut);
        told.notes.push(...reading.notes);
        told.documents.push(...reading.documents);
        told.emptyRows = reading.emptyRows;
      }
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    told.failures.push(error.message);
  } finally {
    rmSync(folder, { recursive: true });
  }
  return told;
}
