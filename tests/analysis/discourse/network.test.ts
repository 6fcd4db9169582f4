import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Aggregation, type CodedStatement, type NetworkSettings, type Normalization } from '../../../graph/analysis/discourse/coded.ts';
import { network } from '../../../graph/analysis/network.ts';
import { said } from '../../fixtures/codedStatements.ts';

const [DETENTION, RATIFY] = ['end detention', 'ratify'];
const SPOKEN = [said('ILO', DETENTION, true), said('ILO', DETENTION, true, { document: 'd2' }), said('ILO', RATIFY, false), said('IOM', DETENTION, true), said('IOM', RATIFY, true), said('UNICEF', DETENTION, false)];

const weights = (settings: Partial<NetworkSettings>, statements: readonly CodedStatement[] = SPOKEN) => network(statements, { ...DEFAULT_SETTINGS, ...settings }).weights;
/** The ties ILO–IOM, ILO–UNICEF, IOM–UNICEF. */
const ties = (settings: Partial<NetworkSettings>, statements: readonly CodedStatement[] = SPOKEN) => {
  const [ilo, iom] = weights(settings, statements);
  return [ilo?.[1], ilo?.[2], iom?.[2]];
};

describe('a one-mode network', () => {
  it('ties those who speak about the same, who agree on it, who disagree on it, or by the difference', () => {
    expect(ties({ aggregation: 'IGNORE' })).toEqual([3, 2, 1]);
    expect(ties({ aggregation: 'CONGRUENCE' })).toEqual([2, 0, 0]);
    expect(ties({ aggregation: 'CONFLICT' })).toEqual([1, 2, 1]);
    expect(ties({ aggregation: 'SUBTRACT' })).toEqual([1, -2, -1]);
  });

  it('is divided by how much both say, in five ways', () => {
    expect(ties({ normalization: 'AVERAGE' })).toEqual([2 / 2.5, 0, 0]);
    expect(ties({ normalization: 'AVERAGE', aggregation: 'CONFLICT' })).toEqual([1 / 2.5, 1, 1 / 1.5]);
    expect(ties({ normalization: 'COSINE' })).toEqual([2 / 6, 0, 0]);
    expect(ties({ normalization: 'JACCARD' })).toEqual([2 / 4, 0, 0]);
    expect(ties({ normalization: 'JACCARD', aggregation: 'CONFLICT' })).toEqual([1 / 4, 2 / 4, 1 / 3]);
    expect(ties({ normalization: 'VECTOR_COSINE' })[0]).toBeCloseTo(2 / Math.sqrt(10), 12);
    expect(ties({ normalization: 'NO' })).toEqual([2, 0, 0]);
  });

  it('of a scale counts agreement by nearness', () => {
    const scaled = [said('ILO', DETENTION, 2), said('IOM', DETENTION, -1), said('UNICEF', DETENTION, 0)];
    expect(ties({ qualifier: 'INTEGER' }, scaled)).toEqual([0, 1 - 2 / 3, 1 - 1 / 3]);
    expect(ties({ qualifier: 'INTEGER', aggregation: 'CONFLICT' }, scaled)).toEqual([1, 2 / 3, 1 / 3]);
    expect(ties({ qualifier: 'INTEGER', aggregation: 'SUBTRACT' }, scaled)).toEqual([-1, 1 - 4 / 3, 1 - 2 / 3]);
  });

  it('of a scale of which one point is used has no distances, where DNA has no number', () => {
    const scaled = [said('ILO', DETENTION, 3), said('IOM', DETENTION, 3)];
    expect(weights({ qualifier: 'INTEGER' }, scaled)).toEqual([[0, 1], [1, 0]]);
    expect(weights({ qualifier: 'INTEGER', compat: 'DNA_3' }, scaled)).toEqual([[0, NaN], [NaN, 0]]);
  });

  it('of words agrees where the words are the same and differs where just one has a word', () => {
    const worded = [said('ILO', DETENTION, 'cost'), said('ILO', DETENTION, 'cost', { document: 'd2' }), said('ILO', RATIFY, 'rights'), said('IOM', DETENTION, 'cost'), said('IOM', DETENTION, 'law')];
    for (const qualifier of ['SHORT_TEXT', 'DOCUMENT'] as const) {
      expect(weights({ qualifier }, worded)).toEqual([[0, 2], [2, 0]]);
      expect(weights({ qualifier, aggregation: 'CONFLICT' }, worded)).toEqual([[0, 2], [2, 0]]);
      expect(weights({ qualifier, aggregation: 'SUBTRACT' }, worded)).toEqual([[0, 0], [0, 0]]);
    }
  });
});

describe('a two-mode network', () => {
  const two = (settings: Partial<NetworkSettings>, statements = SPOKEN) => weights({ mode: 'TWO_MODE', ...settings }, statements);

  it('counts what each says about each thing: all of it, for less against, or which of both', () => {
    expect(two({ aggregation: 'IGNORE' })).toEqual([[2, 1], [1, 1], [1, 0]]);
    expect(two({ aggregation: 'SUBTRACT' })).toEqual([[2, -1], [1, 1], [-1, 0]]);
    expect(two({ aggregation: 'COMBINE' })).toEqual([[1, 2], [1, 1], [2, 0]]);
    expect(two({ aggregation: 'COMBINE' }, [said('ILO', RATIFY, true), said('ILO', RATIFY, false)])).toEqual([[3]]);
  });

  it('is divided by how much a row or a column says', () => {
    expect(two({ aggregation: 'IGNORE', normalization: 'ACTIVITY' })).toEqual([[2 / 3, 1 / 3], [1 / 2, 1 / 2], [1, 0]]);
    expect(two({ aggregation: 'SUBTRACT', normalization: 'ACTIVITY' })).toEqual([[2 / 3, -1 / 3], [1 / 2, 1 / 2], [-1, 0]]);
    expect(two({ aggregation: 'COMBINE', normalization: 'ACTIVITY' })).toEqual([[1 / 2, 1], [1 / 2, 1 / 2], [2, 0]]);
    expect(two({ aggregation: 'IGNORE', normalization: 'PROMINENCE' })).toEqual([[1 / 2, 1 / 2], [1 / 4, 1 / 2], [1 / 4, 0]]);
    expect(two({ aggregation: 'SUBTRACT', normalization: 'PROMINENCE' })).toEqual([[1 / 2, -1 / 2], [1 / 4, 1 / 2], [-1 / 4, 0]]);
    expect(two({ aggregation: 'COMBINE', normalization: 'PROMINENCE' })).toEqual([[1 / 3, 1], [1 / 3, 1 / 2], [2 / 3, 0]]);
  });

  it('of scales adds up the points, of words the statements', () => {
    expect(two({ aggregation: 'SUBTRACT', qualifier: 'INTEGER' }, [said('ILO', RATIFY, 2), said('ILO', RATIFY, -5), said('IOM', RATIFY, 0)])).toEqual([[-3], [0]]);
    expect(two({ aggregation: 'SUBTRACT', qualifier: 'SHORT_TEXT' }, [said('ILO', RATIFY, 'cost'), said('ILO', RATIFY, 'law')])).toEqual([[2]]);
  });

  it('that DNA cannot compute is refused where DNA is to be followed, and has its divisors exchanged where DNA does that', () => {
    expect(() => two({ aggregation: 'COMBINE', normalization: 'PROMINENCE', compat: 'DNA_3' })).toThrow(/as many rows as columns/);
    const square = [said('ILO', DETENTION, true), said('ILO', RATIFY, true), said('IOM', RATIFY, false)];
    expect(two({ aggregation: 'COMBINE', normalization: 'PROMINENCE', compat: 'DNA_3' }, square)).toEqual([[1 / 2, 1], [0, 2]]);
    expect(two({ aggregation: 'COMBINE', normalization: 'PROMINENCE' }, square)).toEqual([[1, 1 / 2], [0, 1]]);
  });
});

describe('settings', () => {
  it('that mean nothing together are refused with what to take instead', () => {
    expect(() => weights({ aggregation: 'COMBINE' })).toThrow(/two-mode networks; take CONGRUENCE/);
    expect(() => weights({ mode: 'TWO_MODE', aggregation: 'CONFLICT' })).toThrow(/one-mode networks; take IGNORE/);
    expect(() => weights({ qualifier: 'NONE' })).toThrow(/needs a qualifier/);
    expect(() => weights({ columns: 'organization' })).toThrow(/take two variables/);
    expect(() => weights({ normalization: 'ACTIVITY' })).toThrow(/ACTIVITY is for two-mode/);
    expect(() => weights({ qualifier: 'INTEGER' })).toThrow(/is not INTEGER/);
    expect(() => weights({ from: 2, to: 1 })).toThrow(/ends before it begins/);
  });

  it('of the other mode are passed over where DNA is followed', () => {
    expect(weights({ normalization: 'ACTIVITY', compat: 'DNA_3' })).toEqual(weights({}));
  });

  it('without a qualifier count every statement alike', () => {
    expect(ties({ aggregation: 'IGNORE', qualifier: 'NONE' })).toEqual([3, 2, 1]);
  });

  it('that would fill the memory are refused', () => {
    const many = Array.from({ length: 3001 }, (_, at) => said(`actor ${at}`, RATIFY, true));
    expect(() => weights({}, many)).toThrow(/3001 × 3001 cells/);
  });
});

const coded = fc.array(
  fc.record({ actor: fc.constantFrom('ILO', 'IOM', 'UNICEF', 'WIMN', ''), concept: fc.constantFrom(DETENTION, RATIFY, 'firewalls', ''), agrees: fc.boolean(), document: fc.constantFrom('d1', 'd2', 'd3'), day: fc.integer({ min: 1, max: 28 }) }),
  { maxLength: 40 },
).map((all) => all.map(({ actor, concept, agrees, document, day }) => said(actor, concept, agrees, { document, date: `2016-12-${String(day).padStart(2, '0')}` })));
const normalization = fc.constantFrom<Normalization>('NO', 'AVERAGE', 'JACCARD', 'COSINE', 'VECTOR_COSINE');
const duplicates = fc.constantFrom<NetworkSettings['duplicates']>('INCLUDE', 'DOCUMENT', 'WEEK', 'MONTH', 'YEAR', 'ACROSS_RANGE');
/** The largest difference between two cells at the same place. */
const apart = (one: readonly (readonly number[])[], other: readonly (readonly number[])[]): number => Math.max(0, ...one.flatMap((line, i) => line.map((weight, h) => Math.abs(weight - (other[i]?.[h] ?? Infinity)))));

describe('whatever is said', () => {
  it('ties go both ways and nobody is tied to itself', () => {
    fc.assert(fc.property(coded, normalization, duplicates, fc.constantFrom<Aggregation>('IGNORE', 'CONGRUENCE', 'CONFLICT', 'SUBTRACT'), (statements, by, rule, aggregation) => {
      const found = weights({ normalization: by, duplicates: rule, aggregation }, statements);
      expect(apart(found, found.map((_, i) => found.map((line) => line[i] ?? NaN)))).toBeLessThan(1e-9);
      for (const [i, line] of found.entries()) expect(line[i]).toBe(0);
    }));
  });

  it('agreement and disagreement make up all that two say about the same, and subtracting is their difference', () => {
    fc.assert(fc.property(coded, normalization, (statements, by) => {
      const of = (aggregation: Aggregation) => weights({ aggregation, normalization: by }, statements);
      const [congruence, conflict] = [of('CONGRUENCE'), of('CONFLICT')];
      expect(apart(congruence.map((line, i) => line.map((weight, h) => weight + (conflict[i]?.[h] ?? NaN))), of('IGNORE'))).toBeLessThan(1e-9);
      expect(apart(congruence.map((line, i) => line.map((weight, h) => weight - (conflict[i]?.[h] ?? NaN))), of('SUBTRACT'))).toBeLessThan(1e-9);
    }));
  });

  it('the order in which statements come changes nothing', () => {
    fc.assert(fc.property(coded, duplicates, fc.constantFrom<NetworkSettings['mode']>('ONE_MODE', 'TWO_MODE'), (statements, rule, mode) => {
      const settings = { duplicates: rule, mode, aggregation: 'SUBTRACT' } as const;
      expect(weights(settings, statements.toReversed())).toEqual(weights(settings, statements));
    }));
  });

  it('isolates add empty rows and columns and change no tie', () => {
    fc.assert(fc.property(coded, (statements) => {
      const settings = { ...DEFAULT_SETTINGS, exclude: { concept: [RATIFY] } };
      const without = network(statements, settings);
      const within = network(statements, { ...settings, isolates: true });
      expect(new Set(within.rows)).toEqual(new Set(statements.map(({ variables }) => variables['organization'] ?? '').filter((name) => name !== '')));
      const at = within.rows.map((row) => without.rows.indexOf(row));
      expect(within.weights).toEqual(at.map((i) => at.map((h) => without.weights[i]?.[h] ?? 0)));
    }));
  });

  it('two-mode counts add up to the statements that count', () => {
    fc.assert(fc.property(coded, duplicates, (statements, rule) => {
      const { weights: found, statementCount, excludedCount, repeatedCount } = network(statements, { ...DEFAULT_SETTINGS, mode: 'TWO_MODE', aggregation: 'IGNORE', duplicates: rule });
      expect(found.flat().reduce((sum, weight) => sum + weight, 0)).toBe(statementCount);
      expect(statementCount + excludedCount + repeatedCount).toBe(statements.length);
    }));
  });
});
