import { describe, expect, it } from 'vitest';
import { brokenPromises, extraction, type Extraction } from '../../../schema/extraction.ts';
import { tableOf } from './tableOf.ts';

const read = async (raw: string): Promise<Extraction> => {
  const [only, ...others] = (await tableOf(raw)).extractions;
  if (!only || others.length > 0) throw new Error('expected one document');
  return only;
};
/** Why a table as a whole is refused; nothing of it may be read then. */
const problem = async (raw: string): Promise<string> => {
  const { extractions, failures, badRows } = await tableOf(raw);
  expect([extractions, badRows]).toEqual([[], []]);
  expect(failures).toHaveLength(1);
  return failures.join();
};
const facts = async (raw: string) => (await read(raw)).relations.map(({ type, from, to, properties: { source: _source, ...properties } }) => [type, from, to, properties]);

const RATIFICATIONS = 'iso3,country,instrument,status,date,source\n';

describe('a table of ratifications', () => {
  it('says who is party to what, since when, by which source', async () => {
    const table = `\uFEFF${RATIFICATIONS}PHL,Philippines,CEDAW,ratified,1981-08-05,"Treaty Collection, chapter IV"\nFJI,Fiji,ILO-C189,no_action,,ILO list\nPHL,Philippines,ILO-C189,signed,2012,ILO list\nFJI,Fiji,CEDAW,acceded,1995-08,List\n`;
    expect(await facts(table)).toEqual([
      ['PARTY_TO', 'country:PHL', 'instrument:cedaw', { status: 'RATIFIED', date: '1981-08-05' }],
      ['PARTY_TO', 'country:FJI', 'instrument:ilo-c189', { status: 'NOT_PARTY' }],
      ['PARTY_TO', 'country:PHL', 'instrument:ilo-c189', { status: 'SIGNED', date: '2012' }],
      ['PARTY_TO', 'country:FJI', 'instrument:cedaw', { status: 'ACCEDED', date: '1995-08' }],
    ]);
    expect((await read(table)).relations[0]?.properties['source']).toBe('Treaty Collection, chapter IV');
  });

  it('is a valid extraction whose rows are the passages that say so', async () => {
    const found = await read(`${RATIFICATIONS}PHL,Philippines,CEDAW,ratified,1981-08-05,"A ""quoted""\nsource"\n`);
    expect(extraction.parse(found)).toEqual(found);
    expect(brokenPromises(found)).toEqual([]);
    const [row] = found.passages;
    expect(row).toMatchObject({ role: 'CELL', text: 'PHL,Philippines,CEDAW,ratified,1981-08-05,"A ""quoted""\nsource"' });
    expect(found.relations[0]?.passages).toEqual([row?.id]);
    expect(found.document).toMatchObject({ title: 'Table', kind: 'TABLE' });
  });

  it('names the line and what is wrong with it', async () => {
    expect(await problem(`${RATIFICATIONS}PHL,Philippines,CEDAW,ratified,1981-08-05,x\nPHL,Philippines,CEDAW,blessed,,x`)).toMatch(/table\.csv, line 3: "blessed".*ratified/);
    expect(await problem(`${RATIFICATIONS}PHL,Philippines,CEDAW,ratified,1981-02-30,x`)).toMatch(/line 2: "1981-02-30".*YYYY-MM-DD/);
    expect(await problem(`${RATIFICATIONS}PHL,Philippines,CEDAW,ratified,1981,`)).toMatch(/line 2:.*"source" is empty/);
    expect(await problem(`${RATIFICATIONS}FJ,Fiji,CEDAW,ratified,1981,x`)).toMatch(/"FJ".*ISO 3166/);
    expect(await problem(`${RATIFICATIONS}FJI,,CEDAW,ratified,1981,x`)).toMatch(/country:FJI is not known/);
    expect(await problem(`${RATIFICATIONS}FJI,Fiji,Magna Carta,ratified,1981,x`)).toMatch(/"Magna Carta" is not known/);
    expect(await problem(`${RATIFICATIONS}PHL,Philippines,CEDAW`)).toMatch(/line 2/);
    expect(await problem(`${RATIFICATIONS}PHL,"Philippines,CEDAW,ratified,1981,x`)).toMatch(/no table that can be read/);
  });

  it('an unknown header is answered with the known ones', async () => {
    expect(await problem('name,colour\nx,y')).toMatch(/"name,colour".*ratifications \(iso3,.*successions \(from,to,date,source\)/);
  });
});

describe('other tables of facts', () => {
  it('forums are described, held somewhere and part of something, also of one further down', async () => {
    const found = await read('id,name,kind,start,end,place,country,part_of,source\nforum:side,Side event,SIDE_EVENT,2024-05-02,2024-05-02,Manila,PHL,forum:main,Agenda\nforum:main,Review 2024,review,2024-05,,,,,Agenda\n');
    expect(found.relations.map(({ type, from, to }) => [type, from, to])).toEqual([
      ['HELD_IN', 'forum:side', 'country:PHL'],
      ['PART_OF', 'forum:side', 'forum:main'],
    ]);
    expect(found.entities.find(({ id }) => id === 'forum:side')).toMatchObject({ kind: 'SIDE_EVENT', startDate: '2024-05-02', place: 'Manila' });
    expect(brokenPromises(found)).toEqual([]);
    expect(await problem('id,name,kind,start,end,place,country,part_of,source\nforum:side,Side,SIDE_EVENT,2024-05-02,2024-05-01,,,,x')).toMatch(/before the start/);
    expect(await problem('id,name,kind,start,end,place,country,part_of,source\nforum:side,Side,PICNIC,,,,,,x')).toMatch(/"PICNIC".*SIDE_EVENT/);
  });

  it('memberships, participations and successions', async () => {
    expect(await facts('member,member_name,body,body_name,role,since,source\nactor:new-union,New Union,actor:wimn,,member,2019,List\n')).toEqual([['MEMBER_OF', 'actor:new-union', 'actor:wimn', { role: 'member', since: '2019' }]]);
    expect(await facts('actor,forum,role,source\ncountry:PHL,forum:gfmd,host,List\n')).toEqual([['PARTICIPATED_IN', 'country:PHL', 'forum:gfmd', { role: 'HOST' }]]);
    expect(await facts('from,to,date,source\nactor:unifem,actor:un-women,2010-07,Resolution\n')).toEqual([['SUCCEEDED_BY', 'actor:unifem', 'actor:un-women', { date: '2010-07' }]]);
    expect(await problem('from,to,date,source\nactor:unifem,actor:nobody,2010-07,x')).toMatch(/line 2: actor:nobody is not known/);
    expect(await problem('actor,forum,role,source\ncountry:PHL,forum:gfmd,king,x')).toMatch(/"king".*HOST/);
    expect(await problem('actor,forum,role,source\nPhilippines,forum:gfmd,HOST,x')).toMatch(/no id of an actor or country/);
  });
});
