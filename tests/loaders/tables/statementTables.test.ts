import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGazetteer, type Gazetteer } from '../../../loaders/entities/gazetteer.ts';
import { brokenPromises, extraction } from '../../../schema/extraction.ts';
import { tableOf } from './tableOf.ts';

const EXAMPLE = join(import.meta.dirname, '../../../loaders/tables/example');
const table = readFileSync(join(EXAMPLE, 'recommendations.csv'), 'utf8');
const mapping = readFileSync(join(EXAMPLE, 'recommendations.mapping.yaml'), 'utf8');

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer();
});
const read = (content: string, columns = mapping, options: Parameters<typeof tableOf>[1] = {}) => tableOf(content, { mapping: columns, gazetteer, ...options });
const PLAIN = 'row: recommendation\nactor: Who\ntext: Words\n';
const one = async (row: string, fields = '', heading = 'Who,Words,More') => {
  const { extractions, badRows, failures } = await read(`${heading}\n${row}\n`, `${PLAIN}${fields}`);
  return { statement: extractions[0]?.statements[0], statements: extractions[0]?.statements ?? [], entities: extractions[0]?.entities ?? [], problems: [...badRows, ...failures] };
};

describe('the example of recommendations', () => {
  it('says who recommended what to whom in which session, and who accepted it', async () => {
    const { extractions } = await read(table);
    expect(extractions.map(({ document: { title, uri, date } }) => [title, uri, date])).toEqual([
      ['Universal Periodic Review: 41, Viet Nam', 'facts/table.csv#41-viet-nam', '2022-11-15'],
      ['Universal Periodic Review: 42, Republic of Korea', 'facts/table.csv#42-republic-of-korea', '2023-01-26'],
    ]);
    const said = extractions.flatMap(({ statements }) => statements.map(({ actors, act, addressees, forum, commitment }) => [actors.join(), act, addressees.join(), forum, commitment]));
    expect(said).toEqual([
      ['country:PHL', 'RECOMMENDS', 'country:VNM', 'forum:universal-periodic-review-session-41', 'commitment:ratify-c189'],
      ['country:VNM', 'ENDORSES', '', 'forum:universal-periodic-review-session-41', 'commitment:ratify-c189'],
      ['country:MEX', 'RECOMMENDS', 'country:VNM', 'forum:universal-periodic-review-session-41', 'commitment:end-immigration-detention'],
      ['country:FJI', 'RECOMMENDS', 'country:KOR', 'forum:universal-periodic-review-session-42', expect.any(String)],
      ['country:KOR', 'ENDORSES', '', 'forum:universal-periodic-review-session-42', expect.any(String)],
    ]);
    expect(extractions[0]?.relations.map(({ type, from, to }) => [type, from, to])).toEqual([['PART_OF', 'forum:universal-periodic-review-session-41', 'forum:upr']]);
  });

  it('has the words of each row as quotation, and beside them what its other cells say', async () => {
    const { extractions } = await read(table);
    for (const said of extractions) expect([extraction.parse(said), brokenPromises(said)]).toEqual([said, []]);
    const [first] = extractions[0]?.statements ?? [];
    const cited = extractions[0]?.passages.filter(({ id }) => first?.passages.includes(id)).map(({ text }) => text);
    expect(first?.quote).toBe('Ratify ILO Convention No. 189 and extend labour inspection to private households');
    expect(cited).toEqual([first?.quote, 'Recommending State: Philippines (the) · State under Review: Viet Nam · Session: 41 · Date: 15/11/2022 · Theme: Domestic work · Response: Supported · URL: https://review.example.org/41/1']);
    expect(first).toMatchObject({ instruments: ['instrument:ilo-c189'], themes: expect.arrayContaining(['theme:domestic-work']), confidence: 1, rule: 'table-row' });
  });
});

describe('the names in a cell', () => {
  it('are those of the word lists, however they are written', async () => {
    for (const [written, id] of [['Viet Nam', 'country:VNM'], ['VIETNAM', 'country:VNM'], ['VNM', 'country:VNM'], ['Philippines (the)', 'country:PHL'], ['the Philippines', 'country:PHL'], ["Cote d'Ivoire", 'country:CIV'], ['country:FJI', 'country:FJI'], ['UN Women', 'actor:un-women'], ['actor:ilo', 'actor:ilo']]) {
      expect([written, (await one(`"${written}",Open ports,`)).statement?.actors]).toEqual([written, [id]]);
    }
  });

  it('that no list holds are new, of the kind that the mapping or their last word says, and are counted', async () => {
    const { extractions, notes } = await read('Who,Words,More\nHarbour Workers Union,Open ports,\nOld Quay,Open ports,\nharbour workers union,Close them,\n', PLAIN);
    expect(extractions[0]?.entities.filter(({ type }) => type === 'Actor').map(({ id, kind }) => [id, kind])).toEqual([['actor:harbour-workers-union', 'TRADE_UNION'], ['actor:old-quay', 'CIVIL_SOCIETY']]);
    expect(notes[1]).toBe('facts/table.csv brings 2 names that no word list holds: “Harbour Workers Union”, “Old Quay”.');
    expect((await one('Old Quay,Open ports,', 'actor: { column: Who, kind: STATE }\n'.replace('actor', 'addressee'))).entities[0]?.kind).toBe('STATE');
  });

  it('may be several, are refused where the mapping says so, and never guessed among homonyms', async () => {
    expect((await one('Fiji; Mexico ;,Open ports,', 'addressee: { column: Who, separator: ";" }\n')).statement?.addressees).toEqual(['country:FJI', 'country:MEX']);
    expect((await one('Fiji,Open ports,Old Quay', 'addressee: { column: More, unknown: refuse }\n')).problems[0]).toMatch(/line 2: the actor "Old Quay" is not known; write its id, or add it to the word list of actors/);
  });

  it('may stand for something else: codes by a list, numbers by a template', async () => {
    const { statement } = await one('1,Open ports,7', 'addressee: { column: Who, values: { 1: Fiji, 2: country:MEX } }\nforum: { column: More, as: "Harbour review of {Who}, round {}" }\n');
    expect([statement?.addressees, statement?.forum]).toEqual([['country:FJI'], 'forum:harbour-review-of-1-round-7']);
    expect((await one('3,Open ports,', 'addressee: { column: Who, values: { 1: Fiji } }\n')).problems[0]).toMatch(/"3" in the column "Who" is not one of 1/);
  });
});

describe('a row of words', () => {
  it('takes act, stance, voice and date from its cells', async () => {
    const { statement } = await one('Fiji,The fees of ports,5 May 2021', 'act: { value: CRITICIZES }\nvoice: REPORTED\ndate: { column: More, format: D MMMM YYYY }\n');
    expect(statement).toMatchObject({ act: 'CRITICIZES', stance: 'OPPOSES', position: 'AGAINST', voice: 'REPORTED', date: '2021-05-05', dateBasis: 'STATED' });
    expect((await one('Fiji,Open ports,5/2021', 'date: { column: More, format: DD/MM/YYYY }\n')).problems[0]).toMatch(/"5\/2021" in the column "More" is no date; write DD\/MM\/YYYY/);
  });

  it('is on the ask of the codebook that its words make, on the one its cell names, or on one of its own', async () => {
    expect((await one('Fiji,Put an end to the detention of migrants,')).statement?.commitment).toBe('commitment:end-immigration-detention');
    expect((await one('Fiji,As above,commitment:end-immigration-detention', 'commitment: More\n')).statement?.title).toBe('End immigration detention');
    expect((await one('Fiji,As above,Paint the lighthouses', 'commitment: More\n')).statement?.commitment).toBe('commitment:lighthouse-paint');
    expect((await one('Fiji,As above,commitment:nowhere', 'commitment: More\n')).problems[0]).toMatch(/no ask commitment:nowhere/);
    expect((await one('Fiji,Paint the lighthouses white,')).statement).toMatchObject({ commitment: 'commitment:lighthouse-paint-white', title: 'Paint the lighthouses white' });
  });

  it('that is not in English is quoted and titled as it stands', async () => {
    const { statement } = await one('Fiji,Mettre fin à la détention des migrants,', 'language: fr\n');
    expect(statement).toMatchObject({ title: 'Mettre fin à la détention des migrants', themes: [] });
  });
});

describe('a table as documents', () => {
  const rows = (count: number, words = (at: number) => `Open port ${at}`) => `Who,Words,More\n${Array.from({ length: count }, (_, at) => `Fiji,${words(at)},${at % 3}`).join('\n')}\n`;

  it('is one document where it is short, else blocks of rows, and each group of rows where they are grouped', async () => {
    expect((await read(rows(3), PLAIN)).documents).toEqual(['facts/table.csv']);
    expect((await read(rows(1001), PLAIN)).documents).toEqual(['facts/table.csv#rows-1-500', 'facts/table.csv#rows-501-1000', 'facts/table.csv#rows-1001-1001']);
    expect((await read(rows(7), `${PLAIN}group: More\n`)).extractions.map(({ document: { uri }, statements }) => [uri, statements.map(({ quote }) => quote.slice(10))])).toEqual([
      ['facts/table.csv#0', ['0', '3', '6']],
      ['facts/table.csv#1', ['1', '4']],
      ['facts/table.csv#2', ['2', '5']],
    ]);
  });

  it('is the same again from the same rows, and only what has changed is another document', async () => {
    const columns = `${PLAIN}group: More\n`;
    const before = (await read(rows(9), columns)).extractions.map(({ document }) => document.id);
    const again = await read(rows(9).replaceAll('\n', '\r\n\r\n'), columns, { isThere: (id) => before.includes(id as (typeof before)[number]) });
    expect([again.extractions, again.alreadyThere.length]).toEqual([[], 3]);
    const changed = await read(rows(9, (at) => (at === 4 ? 'Close port 4' : `Open port ${at}`)), columns, { isThere: (id) => before.includes(id as (typeof before)[number]) });
    expect(changed.extractions.map(({ document }) => document.uri)).toEqual(['facts/table.csv#1']);
    expect((await read(rows(9), `${columns}title: Ports\n`)).extractions.some(({ document }) => before.includes(document.id))).toBe(false);
  });

  it('keeps every promise and loses no row, whatever its cells hold', async () => {
    const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom('Fiji', 'Old Quay', '"', '\n', ',', ' ', '; ;', 'UN Women urges States to ratify C189'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), async (cells) => {
        const content = `Who,Words,More\n${cells.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n')}\n`;
        const { extractions, badRows, failures, emptyRows } = await read(content, `${PLAIN}theme: { column: More, separator: ";" }\n`);
        for (const said of extractions) expect(brokenPromises(said)).toEqual([]);
        const told = extractions.flatMap(({ statements }) => statements).length + badRows.length + emptyRows;
        // Where all rows are bad the table fails as a whole.
        expect(failures.length > 0 ? cells.length : told).toBe(cells.length);
      }),
      { numRuns: 60 },
    );
  });
});
