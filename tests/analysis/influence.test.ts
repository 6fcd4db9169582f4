import { describe, expect, it } from 'vitest';
import { coAdvocacy, type PairOrder } from '../../graph/analysis/coAdvocacy.ts';
import { bridging, certainlyBefore, membership, outcomes, roles, uptake, type Influences } from '../../graph/analysis/influence.ts';
import { stakeholderMap } from '../../graph/analysis/stakeholders.ts';
import type { PositionRow } from '../../graph/traversals/positionsOfActors.ts';
import type { StatedLinkRow } from '../../graph/traversals/statedLinks.ts';

/** "WIMN end-detention FOR 2 2016-09": two statements, the earliest in September 2016. */
const rows = (...lines: readonly string[]): PositionRow[] =>
  lines.map((line) => {
    const [actor = '', commitment = '', position, count = '1', since] = line.split(' ');
    return { actor, actorName: actor, commitment, commitmentName: commitment, position: position === 'AGAINST' ? 'AGAINST' : 'FOR', count: Number(count), shared: Number(count), since: since ?? null };
  });
const fact = (relationship: StatedLinkRow['relationship'], of: string, other: string, details: string[] = [], passages = [`${of}-${other}`]): StatedLinkRow => ({ relationship, from: of, to: other, of, other, name: other, details, passages });
const raw = (influences: Influences): Record<string, number> => Object.fromEntries([...influences].map(([actor, influence]) => [actor, influence.raw] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
const parts = (influences: Influences, actor: string): string[] => (influences.get(actor)?.parts() ?? []).map(({ of, value, detail }) => `${of} ${value} ${detail ?? ''}`.trim());

describe('uptake', () => {
  it('counts who asked certainly later for what one asked first; undated and opposing statements do not count', () => {
    const said = rows('UNIFEM detention FOR 1 2008-10', 'WIMN detention FOR 3 2022-05-17', 'UNWomen detention FOR 1', 'PHL detention AGAINST 1 2023', 'QUNO detention FOR 1 2008', 'WIMN shelters FOR 1 2019', 'QUNO shelters FOR 1 2020');
    const found = uptake(said);
    // 2008 may be before October or after: neither is certain.
    expect(raw(found)).toEqual({ QUNO: 1, UNIFEM: 1, WIMN: 1 });
    expect(parts(found, 'UNIFEM')).toEqual(['WIMN 1 detention: 2008-10, taken up 2022-05-17']);
    expect(parts(found, 'WIMN')).toEqual(['QUNO 1 shelters: 2019, taken up 2020']);
  });

  it('has as many parts as it counts, for dates of any precision', () => {
    const dates = ['2015', '2015-03', '2015-03-02', '2016', '2016-01', '2016-12-31', '2014-12-31', '2015-03', '2017'];
    const found = uptake(rows(...dates.map((date, at) => `actor${at} ask FOR 1 ${date}`)));
    for (const [actor, { raw: value }] of found) expect(parts(found, actor), actor).toHaveLength(value);
    expect(found.get('actor6')?.raw).toBe(8);
    expect([certainlyBefore('2016', '2016-09'), certainlyBefore('2016-08', '2016-09-01'), certainlyBefore('2016-09', '2016')]).toEqual([false, true, false]);
  });
});

describe('other measures', () => {
  it('count the texts adopted later that set out what one asked for', () => {
    const setOut = [fact('SET_OUT_IN', 'detention', 'GCM'), fact('SET_OUT_IN', 'detention', 'old-text'), fact('SET_OUT_IN', 'detention', 'undated-text')];
    const adopted = new Map([['GCM', '2018-12'], ['old-text', '1990']]);
    const found = outcomes(rows('WIMN detention FOR 1 2016', 'PHL detention AGAINST 1 2016', 'LATE detention FOR 1 2020'), setOut, (text) => adopted.get(text) ?? null);
    expect(raw(found)).toEqual({ WIMN: 1 });
    expect(parts(found, 'WIMN')).toEqual(['GCM 1 detention: 2016, adopted 2018-12']);
  });

  it('weigh the weightiest role in each forum, and count a partner of two kinds once', () => {
    expect(raw(roles([fact('PARTICIPATED_IN', 'PHL', 'GFMD', ['HOST', 'PARTICIPANT']), fact('PARTICIPATED_IN', 'PHL', 'IMRF', []), fact('PARTICIPATED_IN', 'JOR', 'UNGA', ['CO_FACILITATOR'])]))).toEqual({ JOR: 4, PHL: 4 });
    const ties = membership([fact('MEMBER_OF', 'WIMN', 'GCM', [], ['p2']), fact('PARTNERED_WITH', 'WIMN', 'GCM', [], ['p1', 'p2'])]);
    expect(raw(ties)).toEqual({ WIMN: 1 });
    expect(ties.get('WIMN')?.parts()).toEqual([{ of: 'GCM', name: 'GCM', value: 1, detail: 'MEMBER_OF, PARTNERED_WITH', statements: null, passages: ['p1', 'p2'] }]);
  });

  it('find who stands between those who share nothing', () => {
    // Opposite positions on one commitment tie nobody.
    const found = bridging(rows('left a FOR', 'middle a FOR', 'middle b FOR', 'right b FOR', 'right c AGAINST', 'foe c FOR'));
    expect(raw(found)).toEqual({ foe: 0, left: 0, middle: 1, right: 0 });
    expect(parts(found, 'middle')).toEqual(['left 1', 'right 1']);
  });
});

describe('the stakeholder map', () => {
  it('puts the greatest influence of anybody, shown or not, at 1 and shares of attention beside it', () => {
    const said = rows('A x FOR 6', 'A y AGAINST 2', 'B x FOR 2').map((row) => ({ ...row, shared: row.count / 2 }));
    const influences = new Map([['A', { raw: 1, parts: () => [] }], ['B', { raw: 4, parts: () => [] }]]);
    const map = stakeholderMap(said, 20, influences, () => true, 1);
    expect(map).toMatchObject({ actorCount: 2, highest: 4, stakeholders: [{ actor: 'A', statementCount: 8, for: 6, against: 2, attention: 0.4, fractionalAttention: 0.2, influence: { raw: 1, normalised: 0.25 } }] });
    expect(stakeholderMap(said, 20, new Map(), (actor) => actor === 'A', 2).stakeholders.map(({ influence }) => influence?.normalised ?? null)).toEqual([0, null]);
    expect(stakeholderMap([], 0, new Map(), () => true, 5)).toEqual({ stakeholders: [], actorCount: 0, highest: 0 });
  });
});

describe('co-advocacy', () => {
  const said = rows('A x FOR 2', 'A y FOR 1', 'A z AGAINST 1', 'B x FOR 3', 'B y AGAINST 4', 'C z AGAINST 1', 'C x FOR 1', 'D w FOR 1');
  const ask = (orderBy: PairOrder, minimum = 1, partner: string | null = null): string[] =>
    coAdvocacy(said, [{ one: 'A', other: 'B', commitment: 'x', position: 'FOR', count: 2 }], { minimum, orderBy, with: partner, among: null }).pairs.map(({ key, agreements, opposed, agreeing, agreement, opposition }) => `${key}: ${agreements.length}/${opposed}, ${agreeing} statements, ${agreement.toFixed(2)}/${opposition.toFixed(2)}`);

  it('counts what two agree on and are opposed on, with joint statements once, against all that either said', () => {
    expect(ask('AGREEMENTS')).toEqual(['A C: 2/0, 5 statements, 0.67/0.00', 'B C: 1/0, 4 statements, 0.33/0.00', 'A B: 1/1, 3 statements, 0.25/0.33']);
    expect(ask('AGREEMENT', 2)).toEqual(['A C: 2/0, 5 statements, 0.67/0.00']);
    expect(ask('OPPOSITIONS')).toEqual(['A B: 1/1, 3 statements, 0.25/0.33']);
    expect(ask('AGREEMENTS', 1, 'C')).toEqual(['A C: 2/0, 5 statements, 0.67/0.00', 'B C: 1/0, 4 statements, 0.33/0.00']);
  });

  it('lets who took both positions both agree and be opposed, each commitment once', () => {
    const { pairs } = coAdvocacy(rows('A x FOR 1', 'A x AGAINST 2', 'B x FOR 4', 'B x AGAINST 8'), [], { minimum: 1, orderBy: 'AGREEMENTS', with: null, among: null });
    expect(pairs).toMatchObject([{ opposed: 1, agreement: 1, opposition: 1, agreeing: 15, opposing: 15 }]);
    expect(pairs[0]?.oppositions.map(({ one, other }) => `${one.position} ${one.count}, ${other.position} ${other.count}`)).toEqual(['FOR 1, AGAINST 8', 'AGAINST 2, FOR 4']);
  });
});
