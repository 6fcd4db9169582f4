import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASKS } from '../fixtures/asks.ts';
import { atlasOf, type Atlas } from './atlas.ts';

const COUNTRIES = 'countryCount partyCount signatoryCount neitherCount unknownCount countries { country { name } standing since { iso } contested asked askCount facts { reads detail source date { iso } passages { text } } }';

describe('the gap of a ratification', () => {
  let atlas: Atlas;

  beforeAll(async () => {
    atlas = await atlasOf(ASKS);
  });
  afterAll(() => atlas.close());

  const gap = async (fields: string, narrowed = '', instrument = 'instrument:cedaw') => {
    const { data, errors } = await atlas.ask(`{ ratificationGap(instrument: "${instrument}"${narrowed}) { ${fields} } }`);
    expect(errors).toEqual([]);
    return data.ratificationGap;
  };
  const standings = ({ countries }: { countries: { country: { name: string }; standing: string; asked: string[] }[] }) => countries.map(({ country, standing, asked }) => [country.name, standing, ...asked]);

  it('says who asked for it and what was not asking, each count with its statements', async () => {
    const found = await gap('instrument { acronym } commitments { name } askCount askedBy { actor { name } statementCount } withoutAddresseeCount toStatesInGeneralCount otherAddressees { name }');
    const { asks } = await gap('asks { totalCount nodes { quote } }');
    const { askedBy } = await gap('askedBy { statementCount statements { totalCount } }');
    for (const { statementCount, statements } of askedBy) expect(statements.totalCount).toBe(statementCount);
    expect({ ...found, asks }).toEqual({
      instrument: { acronym: 'CEDAW' }, commitments: [{ name: 'Ratify CEDAW' }], askCount: 3,
      asks: { totalCount: 3, nodes: [{ quote: 'The Philippines and Ghana should ratify CEDAW.' }, { quote: 'CEDAW should be ratified by all.' }, { quote: 'The participants urge States and employers to ratify CEDAW.' }] },
      askedBy: [{ actor: { name: 'Women in Migration Network' }, statementCount: 2 }, { actor: { name: 'Participants of GFMD 2008, Manila' }, statementCount: 1 }],
      withoutAddresseeCount: 1, toStatesInGeneralCount: 1, otherAddressees: [{ name: 'UN Women' }],
    });
  });

  it('says how each country that was asked stands, with source, date and passage, and which it knows nothing of', async () => {
    const found = await gap(COUNTRIES);
    expect(standings(found)).toEqual([
      ['Iran', 'NEITHER', 'STATES_OF_KNOWN_STANDING'],
      ['United States', 'SIGNATORY', 'STATES_OF_KNOWN_STANDING'],
      ['Ghana', 'UNKNOWN', 'NAMED'],
      ['Netherlands', 'PARTY', 'STATES_OF_KNOWN_STANDING'],
      ['Philippines', 'PARTY', 'NAMED', 'STATES_OF_KNOWN_STANDING'],
    ]);
    expect(found).toMatchObject({ countryCount: 5, partyCount: 2, signatoryCount: 1, neitherCount: 1, unknownCount: 1 });
    const { countries } = await gap('countries { country { name } askCount asks { totalCount } }');
    for (const { country, askCount, asks } of countries) expect(asks.totalCount, country.name).toBe(askCount);
    expect(found.countries.map(({ askCount }: { askCount: number }) => askCount)).toEqual([1, 1, 1, 1, 2]);
    expect(found.countries[1]).toMatchObject({ since: { iso: '1980-07-17' }, contested: false, facts: [{ reads: 'signed', detail: 'SIGNED', source: 'a list of parties', date: { iso: '1980-07-17' }, passages: [{ text: 'United States, signed.' }] }] });
    expect(found.countries[2]).toMatchObject({ since: { iso: null }, facts: [] });
    expect(found.countries[3]).toMatchObject({ since: { iso: '1991-07-23' }, contested: true, facts: [{ detail: 'NOT_PARTY' }, { detail: 'RATIFIED' }] });
  });

  it('is narrowed by the forum, whose participants count where states in general were asked, and by who asks', async () => {
    const manila = await gap(`askCount ${COUNTRIES}`, ', forum: "forum:gfmd"');
    expect(manila.askCount).toBe(1);
    expect(standings(manila)).toEqual([
      ['Iran', 'NEITHER', 'STATES_OF_KNOWN_STANDING'],
      ['United States', 'SIGNATORY', 'STATES_OF_KNOWN_STANDING'],
      ['Ghana', 'UNKNOWN', 'STATES_IN_THE_FORUM'],
      ['Netherlands', 'PARTY', 'STATES_OF_KNOWN_STANDING'],
      ['Philippines', 'PARTY', 'STATES_IN_THE_FORUM', 'STATES_OF_KNOWN_STANDING'],
    ]);
    const wimn = await gap(`askCount ${COUNTRIES}`, ', actor: "actor:wimn"');
    expect(wimn.askCount).toBe(2);
    expect(standings(wimn)).toEqual([['Ghana', 'UNKNOWN', 'NAMED'], ['Philippines', 'PARTY', 'NAMED']]);
    expect((await gap('countryCount countries(standings: [NEITHER, SIGNATORY]) { country { name } }')).countries).toEqual([{ country: { name: 'Iran' } }, { country: { name: 'United States' } }]);
  });

  it('is empty, not everything, where nobody asked', async () => {
    expect(await gap('askCount asks { totalCount } askedBy { statementCount } countryCount', '', 'instrument:manila-call')).toEqual({ askCount: 0, asks: { totalCount: 0 }, askedBy: [], countryCount: 0 });
  });

  it('refuses ids of the wrong kind by the name of the argument', async () => {
    for (const [asked, message] of [['instrument: "forum:gfmd"', /^instrument takes the id of Instrument/], ['instrument: "instrument:cedaw", forum: "actor:wimn"', /^forum takes the id of Forum/], ['instrument: "instrument:cedaw", actor: "forum:gfmd"', /^actor takes the id of Actor or Country/]] as const) {
      const { errors } = await atlas.ask(`{ ratificationGap(${asked}) { askCount } }`);
      expect(errors[0]).toMatchObject({ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } });
    }
  });
});
