import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestContext } from '../../api/context.ts';
import { warmUpLinks } from '../../api/exploring.ts';
import { ALLIANCES } from '../fixtures/alliances.ts';
import { RATIFICATIONS } from '../fixtures/documents.ts';
import { atlasOf, type Atlas } from './atlas.ts';

interface HopLink {
  readonly weight: number;
  readonly statements: { readonly totalCount: number } | null;
  readonly passages: readonly unknown[];
}

describe('paths between two named things', () => {
  let atlas: Atlas;

  beforeAll(async () => {
    atlas = await atlasOf([...ALLIANCES, RATIFICATIONS]);
    await warmUpLinks(requestContext(atlas.store), { timeLimit: 60_000 });
  });
  afterAll(() => atlas.close());

  const told = async (args: string): Promise<string[]> => {
    const { data, errors } = await atlas.ask(`{ paths(${args}) { truncated paths { length weakest reads } } }`);
    expect(errors, args).toEqual([]);
    expect(data.paths.truncated).toBe(false);
    return data.paths.paths.map(({ length, weakest, reads }: { length: number; weakest: number; reads: string }) => `${length} (${weakest}): ${reads}`);
  };

  it('are told shortest first, then by evidence, as sentences', async () => {
    expect(await told('from: "actor:unifem", to: "actor:wimn", maxLength: 2')).toEqual([
      '2 (1): UNIFEM advocated End immigration detention; End immigration detention was advocated by Women in Migration Network',
      '2 (1): UNIFEM advocated Ratify the Domestic Workers Convention; Ratify the Domestic Workers Convention was advocated by Women in Migration Network',
      '2 (1): UNIFEM cited Domestic Workers Convention, 2011 (No. 189); Domestic Workers Convention, 2011 (No. 189) was cited by Women in Migration Network',
    ]);
    expect((await told('from: "actor:unifem", to: "forum:gfmd-2008-manila", first: 1'))[0]).toBe('1 (3): UNIFEM spoke in and took part in GFMD 2008, Manila');
    expect((await told('from: "country:PHL", to: "actor:wimn", first: 1, relationships: [ADVOCATES]'))[0]).toBe('2 (1): Philippines opposed Ratify the Domestic Workers Convention; Ratify the Domestic Workers Convention was advocated by Women in Migration Network');
  });

  it('lead from every hop to its statements or passages, as many as it weighs', async () => {
    const { data, errors } = await atlas.ask('{ paths(from: "forum:gfmd", to: "actor:un-women", maxLength: 6, first: 20, relationships: [ADVOCATES, PARTICIPATED_IN, PART_OF, MEMBER_OF]) { paths { length hops { from { id } to { id } weight links { weight statements(first: 10) { totalCount } passages { text } } } } } }');
    expect(errors).toEqual([]);
    expect(data.paths.paths.length).toBeGreaterThan(1);
    expect(data.paths.paths[0].length).toBe(4);
    for (const { hops } of data.paths.paths) {
      expect(new Set(hops.map(({ from }: { from: { id: string } }) => from.id)).size).toBe(hops.length);
      for (const { weight, links } of hops as { weight: number; links: HopLink[] }[]) {
        expect(links.map((link) => link.statements?.totalCount ?? link.passages.length)).toEqual(links.map((link) => link.weight));
        expect(links.reduce((sum, link) => sum + link.weight, 0)).toBe(weight);
      }
    }
  });

  it('are the same from either end', async () => {
    const ends = async (from: string, to: string): Promise<string[]> => {
      const { data } = await atlas.ask(`{ paths(from: "${from}", to: "${to}", maxLength: 4, first: 20, relationships: [ADVOCATES, ASKED, MEMBER_OF, HELD_IN]) { paths { hops { from { id } to { id } } } } }`);
      return data.paths.paths.map(({ hops }: { hops: { from: { id: string }; to: { id: string } }[] }) => [hops[0]?.from.id ?? '', ...hops.map(({ to: { id } }) => id)]).map((ids: string[]) => (from < to ? ids : ids.toReversed()).join(' ')).sort();
    };
    expect(await ends('actor:un-women', 'country:PHL')).toEqual(await ends('country:PHL', 'actor:un-women'));
  });

  it('pass only the kinds of thing, the links and the days asked for', async () => {
    expect(await told('from: "actor:unifem", to: "actor:wimn", types: [INSTRUMENT], first: 1')).toEqual(['2 (1): UNIFEM cited Domestic Workers Convention, 2011 (No. 189); Domestic Workers Convention, 2011 (No. 189) was cited by Women in Migration Network']);
    expect(await told('from: "actor:unifem", to: "actor:un-women", relationships: [MEMBER_OF]')).toEqual([]);
    expect(await told('from: "actor:unifem", to: "actor:wimn", filter: { from: "2022-01-01" }')).toEqual([]);
    expect(await told('from: "actor:un-women", to: "actor:wimn", maxLength: 1, filter: { to: "2021-01-01" }')).toEqual([]);
  });

  it('do not pass where a text says that a state is no party', async () => {
    expect(await told('from: "country:PHL", to: "instrument:cedaw", relationships: [PARTY_TO]')).toEqual(['1 (1): Philippines ratified Convention on the Elimination of All Forms of Discrimination against Women']);
    expect(await told('from: "country:PHL", to: "instrument:ilo-c189", relationships: [PARTY_TO]')).toEqual([]);
  });

  it('never pass a person by what was said under the Chatham House rule', async () => {
    expect(await told('from: "actor:ana-cruz", to: "actor:wimn", maxLength: 6')).toEqual([]);
    expect((await told('from: "actor:wimn", to: "actor:states", maxLength: 4, first: 20')).join()).not.toContain('Ana Cruz');
  });

  it('say what is wrong with an argument', async () => {
    const cases: [string, RegExp, string][] = [
      ['from: "actor:wimn", to: "actor:wimn"', /the same thing/, 'BAD_USER_INPUT'],
      ['from: "actor:wimn", to: "nonsense"', /to takes ids of actors/, 'BAD_USER_INPUT'],
      ['from: "actor:nobody", to: "actor:wimn"', /there is no actor:nobody here/, 'NOT_FOUND'],
      ['from: "actor:unifem", to: "actor:wimn", maxLength: 7', /maxLength must be between 1 and 6, got 7/, 'BAD_USER_INPUT'],
      ['from: "actor:unifem", to: "actor:wimn", first: 0', /first must be at least 1, got 0/, 'BAD_USER_INPUT'],
    ];
    for (const [args, message, code] of cases) {
      const { errors } = await atlas.ask(`{ paths(${args}) { truncated } }`);
      expect(errors[0]?.message, args).toMatch(message);
      expect(errors[0]?.extensions?.code, args).toBe(code);
    }
  });
});
