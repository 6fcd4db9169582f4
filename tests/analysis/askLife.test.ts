import { describe, expect, it } from 'vitest';
import { isNameAlone, uptakes } from '../../graph/analysis/askUptake.ts';
import { droppedAsks } from '../../graph/analysis/droppedAsks.ts';
import { promiseStatus } from '../../graph/analysis/promiseStatus.ts';
import type { SessionRow } from '../../graph/traversals/askInSeries.ts';
import type { UptakeRow } from '../../graph/traversals/askUptake.ts';

const alone = (title: string, name: string): boolean => isNameAlone(title, title.indexOf(name), title.indexOf(name) + name.length);

describe('a title', () => {
  it('is the name of an instrument with its place, symbol or date at most', () => {
    for (const title of ['Manila Call', 'The Manila Call', 'Manila Call 2008', 'Manila Call of 2008', 'Manila Call, Manila, 27 October 2008', 'Manila Call (A/63/1)']) expect(alone(title, 'Manila Call'), title).toBe(true);
  });

  it('is not, where it speaks of it', () => {
    for (const title of ['A comment on the Manila Call', 'Manila Call: what came of it', 'Manila Call, a critique', 'Manila Call and after', 'UNIFEM and the Manila Call 2008']) expect(alone(title, 'Manila Call'), title).toBe(false);
  });
});

describe('the uptake of an ask', () => {
  const row = (date: string | null, instrument: string | null, document: string | null): UptakeRow => ({ instrument, by: ['forum:a'], document, date, statements: [], statementCount: 0, passages: [] });

  it('is told oldest first, undated last, each once, whatever order it comes in', () => {
    const rooms = [row(null, 'instrument:b', 'doc:2'), row('2010', 'instrument:a', 'doc:1'), row('2010', 'instrument:a', 'doc:1')];
    const accepted = [row('2009-05', null, 'doc:3')];
    const told = uptakes({ setOut: [], outcomes: [], rooms, accepted });
    expect(told.map(({ kind, date }) => [kind, date])).toEqual([['ACCEPTED_BY_ADDRESSEE', '2009-05'], ['ADOPTING_ROOM', '2010'], ['ADOPTING_ROOM', null]]);
    expect(uptakes({ setOut: [], outcomes: [], rooms: rooms.toReversed(), accepted })).toEqual(told);
  });
});

describe('an ask is dropped', () => {
  const session = (name: string, date: string, statementsFor: number, hasDocuments: boolean): SessionRow => ({ commitment: 'commitment:a', series: 'forum:series', seriesName: 'Series', session: `forum:${name}`, date, statementsFor, hasDocuments });
  const since = (sessions: readonly SessionRow[]) => droppedAsks(sessions).map(({ lastHeardIn, silentSince }) => [lastHeardIn, silentSince]);

  it('by the first later session of which documents are loaded', () => {
    expect(since([session('c', '2012', 0, true), session('a', '2008', 2, true), session('b', '2010', 0, false), session('d', '2014', 0, true)])).toEqual([['forum:a', 'forum:c']]);
  });

  it('not where no document of a later session is loaded', () => {
    expect(since([session('a', '2008', 2, true), session('b', '2010', 0, false)])).toEqual([]);
  });

  it('not where it was heard again, nor before it was heard at all', () => {
    expect(since([session('a', '2008', 2, true), session('b', '2010', 0, true), session('c', '2012', 1, true)])).toEqual([]);
  });

  it('not by a session that may have been at the same time', () => {
    expect(since([session('a', '2008-10', 2, true), session('b', '2008', 0, true)])).toEqual([]);
  });
});

describe('the status of a promise', () => {
  it('is what later texts say, the gravest first', () => {
    expect(promiseStatus([])).toBe('NOTHING_REPORTED');
    expect(promiseStatus(['CRITICISES_MATTER'])).toBe('NOTHING_REPORTED');
    expect(promiseStatus(['REAFFIRMS'])).toBe('REAFFIRMED');
    expect(promiseStatus(['REAFFIRMS', 'REPORTS_ACTING'])).toBe('REPORTED_ACTED_ON');
    expect(promiseStatus(['REAFFIRMS', 'CRITICISES_MAKER'])).toBe('CRITICISED');
    expect(promiseStatus(['REPORTS_ACTING', 'CRITICISES_MAKER'])).toBe('DISPUTED');
    expect(promiseStatus(['REPORTS_ACTING', 'CRITICISES_MAKER', 'REVERSES'])).toBe('REVERSED');
  });
});
