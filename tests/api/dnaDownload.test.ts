// Statements of the graph as a file of Discourse Network Analyzer, and back.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../../api/server.ts';
import type { Extraction } from '../../schema/extraction.ts';
import { UNIFEM_REPORT, WIMN_STATEMENT } from '../fixtures/documents.ts';
import { atlasOf, type Atlas } from './atlas.ts';

describe('a project for Discourse Network Analyzer', () => {
  let atlas: Atlas;
  let server: RunningServer;
  let folder: string;
  beforeAll(async () => {
    atlas = await atlasOf([WIMN_STATEMENT, UNIFEM_REPORT]);
    server = await startServer({ settings: { HOST: '127.0.0.1', PORT: 0 }, store: atlas.store, page: null, log: pino({ level: 'silent' }) });
    folder = mkdtempSync(join(tmpdir(), 'atlas-dna-'));
  });
  afterAll(async () => {
    await server.close();
    await atlas.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const told = (documents: readonly Extraction[]): string[] => documents.flatMap(({ statements }) => statements.map(({ quote, position, title }) => `${position} ${title}: ${quote}`)).toSorted((a, b) => (a < b ? -1 : 1));
  const download = (filter?: unknown): Promise<Response> => fetch(`${server.address}/statements.dna${filter === undefined ? '' : `?filter=${encodeURIComponent(typeof filter === 'string' ? filter : JSON.stringify(filter))}`}`);
  const quotesIn = async (response: Response): Promise<string[]> => {
    const path = join(folder, 'project.dna');
    writeFileSync(path, Buffer.from(await response.arrayBuffer()));
    const lines = execFileSync(process.execPath, [join(import.meta.dirname, '../../loaders/extract.ts'), path], { encoding: 'utf8' }).trim().split('\n');
    return told(lines.map((line): Extraction => JSON.parse(line)));
  };

  it('holds every statement with its very words, and loads again as the same positions', async () => {
    const response = await download();
    expect([response.status, response.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="statements.dna"']);
    expect([...new Set(await quotesIn(response))]).toEqual(told([WIMN_STATEMENT, UNIFEM_REPORT]));
  });

  it('holds what a filter lets through', async () => {
    expect([...new Set(await quotesIn(await download({ actors: ['actor:unifem'] })))]).toEqual(told([UNIFEM_REPORT]));
  });

  it.each([['no JSON', '{actors'], ['an unknown field', { actor: 'x' }], ['a word that is no act', { acts: ['SHOUTS'] }], ['an id of another kind', { actors: ['theme:detention'] }]])('refuses a filter that is %s, in one sentence', async (_, filter) => {
    const response = await download(filter);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });
});
