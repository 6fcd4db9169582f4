import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { domainFolder, loadGazetteer } from '../../../loaders/entities/gazetteer.ts';
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

  it('takes a list that a domain does not hold for empty, and a misspelt one for a mistake', async () => {
    await rm(join(folder, 'commitments.yaml'));
    expect((await loadGazetteer(folder)).commitments).toEqual([]);
    await rename(join(folder, 'actors.yaml'), join(folder, 'actor.yaml'));
    await expect(loadGazetteer(folder)).rejects.toThrow(/actor\.yaml is no list of a domain; a domain is a folder with the files actors\.yaml/);
  });

  it('says which domains there are where the one asked for is none', async () => {
    await expect(loadGazetteer(domainFolder('whaling'))).rejects.toThrow(/domain .*whaling.* cannot be read/);
    expect(domainFolder('./my/lists')).toMatch(/\/my\/lists$/);
  });

  it('keeps predecessor and heir apart', () => {
    expect(GAZETTEER.heirs.get('actor:unifem')?.actor).toBe('actor:un-women');
    expect(GAZETTEER.names.lookUp('UNIFEM').map(({ entity }) => entity)).toEqual(['actor:unifem']);
  });
});

it('knows a meeting by the names that follow from its place and year, unless they fit two', () => {
  const meaning = (name: string) => GAZETTEER.names.lookUp(name).map(({ entity }) => entity);
  expect(meaning('GFMD 2015')).toEqual(['forum:gfmd-2015-istanbul']);
  expect(meaning('Global Forum on Migration and Development in Istanbul in 2015')).toEqual(['forum:gfmd-2015-istanbul']);
  expect(meaning('GFMD 2014')).toEqual([]);
});
