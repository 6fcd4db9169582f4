// How far an ask has spread, out of counts by actor, forum and year.

import type { ShareRow, YearRow } from '../traversals/askSpread.ts';

export interface Share {
  readonly commitment: string;
  readonly entity: string;
  readonly role: 'ACTOR' | 'FORUM';
  readonly statementCount: number;
  readonly for: number;
  readonly against: number;
  /** ISO dates of any precision, compared as they are written; null where none is dated. */
  readonly firstDate: string | null;
  readonly lastDate: string | null;
}

export interface Year {
  readonly commitment: string;
  readonly year: number;
  readonly statementCount: number;
  readonly for: number;
  readonly against: number;
  /** Actors and forums of which the first dated statement is of this year. */
  readonly newActorCount: number;
  readonly newForumCount: number;
}

export interface Spread {
  readonly statementCount: number;
  readonly for: number;
  readonly against: number;
  readonly undatedCount: number;
  readonly documentCount: number;
  readonly actorCount: number;
  readonly forumCount: number;
  readonly yearCount: number;
  /** Most statements first, then by name, then by id; at most SHARES of each. */
  readonly actors: readonly Share[];
  readonly forums: readonly Share[];
  /** Oldest first. */
  readonly years: readonly Year[];
}

const SHARES = 200;

const shares = (rows: readonly ShareRow[], role: Share['role']): Share[] =>
  rows
    .map((row) => ({ ...row, statementCount: row.for + row.against }))
    .sort((a, b) => b.statementCount - a.statementCount || a.name.localeCompare(b.name, 'en') || (a.entity < b.entity ? -1 : 1))
    .map(({ name: _name, ...share }) => ({ ...share, role }));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const startedIn = (year: number, rows: readonly ShareRow[]): number => rows.filter(({ firstDate }) => firstDate?.startsWith(String(year).padStart(4, '0'))).length;

/** The rows must be those of one commitment. */
export function askSpread(actors: readonly ShareRow[], forums: readonly ShareRow[], years: readonly YearRow[]): Spread {
  const dated = years.flatMap(({ year, commitment, for: pro, against }) => (year === null ? [] : [{ commitment, year, statementCount: pro + against, for: pro, against, newActorCount: startedIn(year, actors), newForumCount: startedIn(year, forums) }]));
  const [pro, against] = [sum(years.map((row) => row.for)), sum(years.map((row) => row.against))];
  return {
    statementCount: pro + against,
    for: pro,
    against,
    undatedCount: pro + against - sum(dated.map(({ statementCount }) => statementCount)),
    documentCount: new Set(years.flatMap(({ documents }) => documents)).size,
    actorCount: actors.length,
    forumCount: forums.length,
    yearCount: dated.length,
    actors: shares(actors, 'ACTOR').slice(0, SHARES),
    forums: shares(forums, 'FORUM').slice(0, SHARES),
    years: dated.toSorted((a, b) => a.year - b.year),
  };
}
