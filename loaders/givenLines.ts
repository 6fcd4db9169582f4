// A file of extractions that others have made, one in each line (.jsonl): each good line is a reading, each bad one says what is wrong.

import { createHash } from 'node:crypto';
import { Failure } from '../schema/failures.ts';
import { givenExtraction } from './givenExtraction.ts';
import { jsonLinesOf } from './reading/jsonLines.ts';
import { sizeOf, uriOf } from './reading/readDocument.ts';
import type { Reader, Reading } from './readings.ts';

/** The lines in their order. @throws Failure UNREADABLE_DOCUMENT for a file without any */
export async function* lineReadings(path: string, { gazetteer, isLoaded }: Reader): AsyncGenerator<Reading> {
  await sizeOf(path);
  const uri = uriOf(path);
  const lines = new Map<string, number>();
  let none = true;
  for await (const given of jsonLinesOf(path)) {
    none = false;
    const name = `${uri}, line ${given.line}`;
    const understood = 'problem' in given ? given : givenExtraction(given.value, `${uri}#${given.line}`, gazetteer);
    if ('problem' in understood) {
      yield { kind: 'failed', uri: name, reason: `${name} ${understood.problem}.` };
      continue;
    }
    const { document } = understood;
    const before = lines.get(document.id) ?? lines.get(document.uri);
    if (before !== undefined) {
      // The second would take the place of the first without a word.
      yield { kind: 'failed', uri: name, reason: `${name} has the id or the uri of line ${before}; give each document its own.` };
      continue;
    }
    lines.set(document.id, given.line).set(document.uri, given.line);
    const readBy = `given-${createHash('sha256').update(given.bytes).digest('hex').slice(0, 16)}`;
    yield isLoaded(document.id, readBy) ? { kind: 'known', uri: document.uri } : { kind: 'said', extraction: understood, readBy, notes: [] };
  }
  if (none) throw new Failure('UNREADABLE_DOCUMENT', `${path} holds no extraction; there is nothing to load.`);
}
