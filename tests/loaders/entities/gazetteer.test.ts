import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../loaders/entities/gazetteer.ts';
import { Failure } from '../../../schema/failures.ts';
import { GAZETTEER } from './smallLists.ts';

const DOMAIN = join(import.meta.dirname, '../../../schema/domains/women-and-migration');

describe('the gazetteer', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'word-lists-'));
    await cp(DOMAIN, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('holds the word lists of the domain and every country of ISO 3166', async () => {
    const gazetteer = await loadGazetteer();
    expect(gazetteer.entities.get('country:TUV')?.name).toBe('Tuvalu');
    expect([...gazetteer.entities.values()].filter(({ type }) => type === 'Country').length).toBeGreaterThan(240);
    expect(gazetteer.names.lookUp('Convention No. 189').map(({ entity }) => entity)).toEqual(gazetteer.names.lookUp('C189').map(({ entity }) => entity));
  });

  it('refuses an entry that breaks the format, naming file, entry and fault', async () => {
    await writeFile(join(folder, 'themes.yaml'), '- { id: theme:quays, name: Quays, cues: [] }\n');
    await expect(loadGazetteer(folder)).rejects.toThrow(/themes\.yaml is wrong at line \d+ \(entry theme:quays\), cues/);
  });

  it('refuses an id given twice', async () => {
    const themes = await readFile(join(folder, 'themes.yaml'), 'utf8');
    await writeFile(join(folder, 'themes.yaml'), `${themes}\n- { id: theme:detention, name: Again, cues: [again] }\n`);
    await expect(loadGazetteer(folder)).rejects.toThrow(/theme:detention to two entries/);
  });

  it('says which file is missing and which are expected', async () => {
    await rm(join(folder, 'actors.yaml'));
    const failure: unknown = await loadGazetteer(folder).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect(String(failure)).toContain('actors.yaml cannot be read');
  });

  it('keeps predecessor and heir apart', () => {
    expect(GAZETTEER.heirs.get('actor:unifem')?.actor).toBe('actor:un-women');
    expect(GAZETTEER.names.lookUp('UNIFEM').map(({ entity }) => entity)).toEqual(['actor:unifem']);
  });
});
