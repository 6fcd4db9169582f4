// What comes out keeps the promises of the contract whatever goes in: lines of real-looking documents in any order, case and company.

import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { brokenPromises } from '../../schema/extraction.ts';
import { loadGazetteer } from '../../loaders/entities/gazetteer.ts';
import { extractDocument } from '../../loaders/pipeline.ts';

const folder = join(import.meta.dirname, '../gold');
const texts = readdirSync(folder).filter((file) => file.endsWith('.txt')).map((file) => readFileSync(join(folder, file), 'utf8'));
const lines = [...new Set(texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== ''))];
const gazetteer = await loadGazetteer();
const named = [...gazetteer.entities.values()].flatMap(({ name, acronym }) => [name, ...(acronym ? [acronym, `${name} (${acronym})`, `${acronym} (${name})`] : [])]);

const line = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...lines) },
  { weight: 2, arbitrary: fc.constantFrom(...named) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...lines), fc.constantFrom(...named)).map(([before, name]) => `${before} ${name}`) },
);
const document = fc.array(fc.tuple(line, fc.constantFrom('as is', 'capitals', 'heading', 'item'), fc.constantFrom('\n', '\n\n', ' ')), { minLength: 1, maxLength: 30 }).map((parts) =>
  parts.map(([text, shape, end]) => (shape === 'capitals' ? text.toUpperCase() : shape === 'heading' ? `# ${text}` : shape === 'item' ? `- ${text}` : text) + end).join(''),
);

it('every statement, mention and relation names an entity that the extraction holds, and every quotation stands where it says', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(document, (raw) => {
      expect(brokenPromises(extractDocument({ id: 'doc:0123456789abcdef', uri: 'shuffled.txt', kind: 'TEXT', raw, metadata: {} }, gazetteer))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
