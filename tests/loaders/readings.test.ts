import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGazetteer, type Gazetteer } from '../../loaders/entities/gazetteer.ts';
import { readingsOf, type Reading } from '../../loaders/readings.ts';
import { brokenPromises } from '../../schema/extraction.ts';
import { UNIFEM_REPORT, WIMN_STATEMENT } from '../fixtures/documents.ts';

let folder = '';
let gazetteer: Gazetteer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'extractions-'));
  gazetteer = await loadGazetteer();
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = async (name: string, content: string | Uint8Array, there: readonly string[] = []): Promise<Reading[]> => {
  writeFileSync(join(folder, name), content);
  const readings: Reading[] = [];
  for await (const reading of readingsOf(join(folder, name), { gazetteer, rules: 'rules-1', isLoaded: (id, readBy) => there.includes(`${id} ${readBy}`) })) readings.push(reading);
  return readings;
};
const lines = (...values: readonly unknown[]): string => values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');
const problems = (readings: readonly Reading[]): string[] => readings.flatMap((reading) => (reading.kind === 'failed' ? [reading.reason] : []));
const said = (readings: readonly Reading[]) => readings.flatMap((reading) => (reading.kind === 'said' ? [reading.extraction] : []));

describe('a file of extractions', () => {
  it('gives each line as it was written, blank lines, a byte order mark and a missing last line end notwithstanding', async () => {
    const readings = await read('two.jsonl', `\uFEFF${lines(WIMN_STATEMENT, '', UNIFEM_REPORT)}`);
    expect(said(readings)).toEqual([WIMN_STATEMENT, UNIFEM_REPORT]);
    expect(said(await read('windows.jsonl', `${lines(WIMN_STATEMENT)}\r\n`))).toEqual([WIMN_STATEMENT]);
  });

  it('names file, line and reason of every bad line and goes on', async () => {
    const [statement] = WIMN_STATEMENT.statements;
    const wrong = [
      '{"document": ',
      { statements: [] },
      { ...WIMN_STATEMENT, statements: [{ ...statement, act: 'SHOUTS' }] },
      { ...WIMN_STATEMENT, statements: [{ ...statement, start: 0, end: 3 }] },
      { ...WIMN_STATEMENT, statements: [{ ...statement, actors: ['actor:nobody-we-know'] }] },
      { ...WIMN_STATEMENT, document: { ...WIMN_STATEMENT.document, authors: ['actor:nobody-we-know'] } },
    ];
    const readings = await read('bad.jsonl', lines(...wrong, UNIFEM_REPORT));
    expect(said(readings)).toEqual([UNIFEM_REPORT]);
    const reasons = problems(readings);
    expect(reasons.map((reason) => /bad\.jsonl, line (\d+)/.exec(reason)?.[1])).toEqual(['1', '2', '3', '4', '5', '6']);
    for (const [at, reason] of [/no JSON/, /document that has a text/, /statements\[0\]\.act/, /not the text at its place/, /actor:nobody-we-know without an entry/, /actor:nobody-we-know without an entry/].entries()) expect(reasons[at]).toMatch(reason);
  });

  it('refuses a second line for the same document or the same place, which would silently replace the first', async () => {
    const readings = await read('twice.jsonl', lines(WIMN_STATEMENT, WIMN_STATEMENT, { ...UNIFEM_REPORT, document: { ...UNIFEM_REPORT.document, uri: WIMN_STATEMENT.document.uri } }));
    expect(said(readings)).toEqual([WIMN_STATEMENT]);
    expect(problems(readings)).toEqual([expect.stringContaining('line 2 has the id or the uri of line 1'), expect.stringContaining('line 3 has the id or the uri of line 1')]);
  });

  it('is not read again line by line where the same line was loaded, and is where it was edited', async () => {
    const [first] = await read('once.jsonl', lines(WIMN_STATEMENT, UNIFEM_REPORT));
    if (first?.kind !== 'said') throw new Error('the line was not read');
    const there = [`${first.extraction.document.id} ${first.readBy}`];
    expect((await read('again.jsonl', lines(WIMN_STATEMENT, UNIFEM_REPORT), there)).map(({ kind }) => kind)).toEqual(['known', 'said']);
    expect((await read('edited.jsonl', lines({ ...WIMN_STATEMENT, statements: [] }), there)).map(({ kind }) => kind)).toEqual(['said']);
  });

  it('in another encoding, or empty, is a failure that says so', async () => {
    expect(problems(await read('utf16.jsonl', Buffer.from(`\uFEFF${JSON.stringify({ document: { text: 'Égalité' } })}`, 'utf16le')))[0]).toMatch(/no UTF-8|no JSON/);
    expect(problems(await read('empty.jsonl', ''))).toEqual([expect.stringContaining('is empty')]);
    expect(problems(await read('blank.jsonl', '\n\n'))).toEqual([expect.stringContaining('no extraction')]);
  });
});

describe('an extraction written by hand', () => {
  const TEXT = 'Open letter\n\nWomen in Migration Network urges States to open night shelters. They must be free.';
  const HAND = {
    document: { text: TEXT, date: '2021-10', authors: ['actor:wimn'] },
    statements: [{ quote: 'urges States to open night shelters', actors: ['actor:wimn'], act: 'CALLS_FOR', stance: 'SUPPORTS', commitment: 'commitment:open-night-shelters', title: 'Open night shelters' }],
    mentions: [{ surface: 'Women in Migration Network', entity: 'actor:wimn' }],
  };

  it('needs only what cannot be worked out: places, ids, passages, entries of known names are filled in', async () => {
    const [extraction] = said(await read('hand.jsonl', lines(HAND)));
    if (!extraction) throw new Error('the line was not read');
    expect(brokenPromises(extraction)).toEqual([]);
    expect(extraction.document).toMatchObject({ title: 'Open letter', language: 'en', date: '2021-10', datePrecision: 'MONTH', dateBasis: 'STATED', forum: null });
    const [statement] = extraction.statements;
    expect(statement).toMatchObject({ start: TEXT.indexOf('urges'), voice: 'OWN', position: 'FOR', date: '2021-10', confidence: 1, rule: 'given' });
    expect(extraction.passages.filter(({ id }) => statement?.passages.includes(id)).map(({ text }) => text)).toEqual(['Women in Migration Network urges States to open night shelters.']);
    expect(extraction.entities.map(({ id }) => id)).toEqual(['actor:wimn']);
  });

  it('keeps the title of an ask that the codebook knows, and tells two statements of one sentence apart', async () => {
    const twice = { ...HAND, statements: [...HAND.statements, { ...HAND.statements[0], commitment: 'commitment:end-immigration-detention', title: undefined }] };
    const [extraction] = said(await read('codebook.jsonl', lines(twice)));
    expect(extraction?.statements[1]?.title).toBe(gazetteer.commitments.find(({ id }) => id === 'commitment:end-immigration-detention')?.title);
    expect(new Set(extraction?.statements.map(({ id }) => id)).size).toBe(2);
  });

  it('is refused where a quotation stands in the text twice or not at all', async () => {
    for (const quote of ['the', 'We demand shelters']) expect(problems(await read('nowhere.jsonl', lines({ ...HAND, statements: [{ ...HAND.statements[0], quote }] }))).join()).toMatch(/statements\[0\]\.start/);
  });
});

describe('a document', () => {
  it('is one reading, with what was not read of it', async () => {
    const [reading] = await read('french.txt', 'Les travailleuses demandent que les frais soient payés par ceux qui les emploient, et que la convention soit ratifiée par tous les États.');
    expect(reading).toMatchObject({ kind: 'said', readBy: 'rules-1', extraction: { document: { language: 'fr' }, statements: [], relations: [] } });
    expect(reading?.kind === 'said' && reading.notes.join()).toMatch(/french\.txt is in French; its names were read/);
  });
});
