import { describe, expect, it } from 'vitest';
import { coded, fieldsOf, type Coding } from '../../../graph/analysis/coding.ts';
import { matrixCsv } from '../../../graph/formats/matrixCsv.ts';
import type { CodedRow } from '../../../graph/traversals/codedStatements.ts';

const BY_ASK: Coding = { rows: 'ORGANISATION', columns: 'COMMITMENT', exclude: [], only: [], duplicates: 'INCLUDE', unit: null };
const row = (over: Partial<CodedRow>): CodedRow => ({ id: 'doc:0123456789abcdef#s0-9.calls_for', date: '2016-12-08', start: 0, end: 9, position: 'FOR', makers: ['actor:ana-cruz'], speakers: [], commitments: ['commitment:ratify'], themes: [], forums: [], instruments: [], ...over });
const speaker = (...memberships: readonly [body: string, here: boolean][]): Pick<CodedRow, 'speakers'> => ({ speakers: [{ id: 'actor:ana-cruz', memberships: memberships.map(([body, here]) => ({ body, here })) }] });
const bodies = (over: Partial<CodedRow>, coding: Partial<Coding> = {}): string[] => coded([row(over)], { ...BY_ASK, ...coding }).statements.map(({ variables }) => variables.ORGANISATION ?? '');

describe('a person who speaks', () => {
  it('speaks for the bodies that the same document tells, whatever other documents tell', () => {
    expect(bodies(speaker(['actor:wimn', true], ['actor:ilo', true], ['actor:iom', false]))).toEqual(['actor:wimn', 'actor:ilo']);
  });

  it('speaks for the only body that other documents tell, and for themselves where they tell several or none', () => {
    expect(bodies(speaker(['actor:wimn', false], ['actor:wimn', false]))).toEqual(['actor:wimn']);
    expect(bodies(speaker(['actor:wimn', false], ['actor:ilo', false]))).toEqual(['actor:ana-cruz']);
    expect(bodies({})).toEqual(['actor:ana-cruz']);
  });

  it('counts once where the body made the statement too, and is left out by the name of either', () => {
    const both = { makers: ['actor:ana-cruz', 'actor:wimn'], ...speaker(['actor:wimn', true]) };
    expect(bodies(both)).toEqual(['actor:wimn']);
    expect(bodies(speaker(['actor:wimn', true]), { exclude: ['actor:ana-cruz'] })).toEqual([]);
    expect(bodies(speaker(['actor:wimn', true]), { exclude: ['actor:wimn'] })).toEqual([]);
    expect(bodies(speaker(['actor:wimn', true]), { only: ['actor:wimn'] })).toEqual(['actor:wimn']);
  });
});

describe('the coding of statements', () => {
  it('has one for each pair of values, and keeps what lacks a value for its other one', () => {
    const { statements, withoutValue } = coded([row({ themes: ['theme:a', 'theme:b'] }), row({ id: 'doc:0123456789abcdef#s10-19.calls_for' })], { ...BY_ASK, columns: 'THEME' });
    expect(statements.map(({ variables }) => variables.THEME)).toEqual(['theme:a', 'theme:b', '']);
    expect([...withoutValue]).toEqual(['doc:0123456789abcdef#s10-19.calls_for']);
  });

  it('asks for what exclusions need beside the sides', () => {
    expect([...fieldsOf({ ...BY_ASK, rows: 'ACTOR', exclude: ['theme:a'], only: ['country:PHL'] })]).toEqual(['makers', 'commitments', 'themes']);
  });

  it('knows no month of a year and no week of a month', () => {
    const dateAs = (date: string, coding: Partial<Coding>) => coded([row({ date })], { ...BY_ASK, ...coding }).statements[0]?.date;
    expect([dateAs('2016', { unit: 'YEARS' }), dateAs('2016', { unit: 'MONTHS' }), dateAs('2016-12', { unit: 'MONTHS' }), dateAs('2016-12', { duplicates: 'WEEK' })].map((date) => date === null)).toEqual([false, true, false, true]);
  });
});

describe('a matrix as CSV', () => {
  it('tells things of one name apart, quotes names, and is no formula to a spreadsheet', () => {
    const network = { mode: 'TWO_MODE', rows: ['actor:a', 'actor:b'], columns: ['theme:x'], weights: [[1], [0.5]], statementCount: 2 } as const;
    expect(matrixCsv(network, (id) => (id === 'theme:x' ? '=1+1' : 'The "Forum", Manila'))).toBe('"","\'=1+1"\r\n"The ""Forum"", Manila (actor:a)",1\r\n"The ""Forum"", Manila (actor:b)",0.5\r\n');
  });
});
