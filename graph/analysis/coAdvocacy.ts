// Pairs of actors who stand for the same things, and pairs who stand against each other, out of counts.

import type { Position } from '../../schema/vocabulary.ts';
import type { JointRow, PositionRow } from '../traversals/positionsOfActors.ts';

/** What one actor of a pair said on a commitment, from one position. */
export interface Side {
  readonly actor: string;
  readonly position: Position;
  readonly count: number;
}

/** A commitment on which a pair agrees (both from the same position) or is opposed (one for it, one against). */
export interface SharedAsk {
  readonly commitment: string;
  readonly name: string;
  readonly one: Side;
  readonly other: Side;
  /** Statements that both made together; 0 where they are opposed. */
  readonly joint: number;
}

export interface Pair {
  /** Its ids in order; `one` is the first. */
  readonly key: string;
  readonly one: string;
  readonly other: string;
  readonly names: readonly [string, string];
  /** Most statements first, then by name, then by id and position. */
  readonly agreements: readonly SharedAsk[];
  readonly oppositions: readonly SharedAsk[];
  /** Commitments on which they are opposed: one where both took both positions stands twice among the oppositions. */
  readonly opposed: number;
  /** Distinct statements behind the agreements, and behind the oppositions. */
  readonly agreeing: number;
  readonly opposing: number;
  /** 0 to 1. */
  readonly agreement: number;
  readonly opposition: number;
}

export type PairOrder = 'AGREEMENTS' | 'OPPOSITIONS' | 'AGREEMENT' | 'OPPOSITION';

/** An actor with what it said, by commitment and position. */
interface Voice {
  readonly id: string;
  readonly name: string;
  readonly statements: number;
  readonly said: ReadonlyMap<string, PositionRow>;
  readonly commitments: ReadonlySet<string>;
}

const askKey = (commitment: string, position: Position): string => `${commitment} ${position}`;
const OTHER: Readonly<Record<Position, Position>> = { FOR: 'AGAINST', AGAINST: 'FOR' };

/** Most statements first, then by name, then by id. */
export function voicesOf(rows: readonly PositionRow[]): Voice[] {
  return [...Map.groupBy(rows, ({ actor }) => actor)]
    .map(([id, mine]) => ({
      id,
      name: mine[0]?.actorName ?? id,
      statements: mine.reduce((sum, { count }) => sum + count, 0),
      said: new Map(mine.map((row) => [askKey(row.commitment, row.position), row])),
      commitments: new Set(mine.map(({ commitment }) => commitment)),
    }))
    .sort((a, b) => b.statements - a.statements || a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
}

const statementsOf = ({ one, other, joint }: SharedAsk): number => one.count + other.count - joint;
const byStatements = (a: SharedAsk, b: SharedAsk): number => statementsOf(b) - statementsOf(a) || a.name.localeCompare(b.name, 'en') || (askKey(a.commitment, a.one.position) < askKey(b.commitment, b.one.position) ? -1 : 1);
const sum = (asks: readonly SharedAsk[]): number => asks.reduce((all, ask) => all + statementsOf(ask), 0);

/** How many of two sets' elements both have, over how many either has. */
const jaccard = (shared: number, a: number, b: number): number => (a + b - shared === 0 ? 0 : shared / (a + b - shared));

function pairOf(a: Voice, b: Voice, jointOf: (key: string) => number): Pair {
  const [one, other] = a.id < b.id ? [a, b] : [b, a];
  const agreements: SharedAsk[] = [];
  const oppositions: SharedAsk[] = [];
  for (const row of one.said.values()) {
    for (const position of [row.position, OTHER[row.position]]) {
      const theirs = other.said.get(askKey(row.commitment, position));
      if (!theirs) continue;
      const agree = position === row.position;
      const joint = agree ? jointOf(`${one.id} ${other.id} ${askKey(row.commitment, position)}`) : 0;
      const ask = { commitment: row.commitment, name: row.commitmentName, one: { actor: one.id, position: row.position, count: row.count }, other: { actor: other.id, position, count: theirs.count }, joint };
      (agree ? agreements : oppositions).push(ask);
    }
  }
  const opposed = new Set(oppositions.map(({ commitment }) => commitment)).size;
  const either = new Set([...one.commitments, ...other.commitments]).size;
  return {
    key: `${one.id} ${other.id}`,
    one: one.id,
    other: other.id,
    names: [one.name, other.name],
    agreements: agreements.sort(byStatements),
    oppositions: oppositions.sort(byStatements),
    opposed,
    agreeing: sum(agreements),
    opposing: sum(oppositions),
    agreement: jaccard(agreements.length, one.said.size, other.said.size),
    opposition: either === 0 ? 0 : opposed / either,
  };
}

const RANKS: Readonly<Record<PairOrder, (pair: Pair) => readonly number[]>> = {
  AGREEMENTS: ({ agreements, agreement }) => [agreements.length, agreement],
  OPPOSITIONS: ({ opposed, opposition }) => [opposed, opposition],
  AGREEMENT: ({ agreement, agreements }) => [agreement, agreements.length],
  OPPOSITION: ({ opposition, opposed }) => [opposition, opposed],
};

/** Actors that are compared with each other: a hundred thousand pairs. */
export const MOST_COMPARED = 400;

export interface CoAdvocacyQuestion {
  /** Shared commitments (agreed or opposed) that a pair must have, at least 1. */
  readonly minimum: number;
  readonly orderBy: PairOrder;
  /** Only pairs with this actor; null for all. */
  readonly with: string | null;
  /** Only these actors; null for all. */
  readonly among: readonly string[] | null;
}

/** All pairs with enough in common, in the order asked, then by names, then by ids; and how many actors were not compared. */
export function coAdvocacy(rows: readonly PositionRow[], joints: readonly JointRow[], { minimum, orderBy, with: partner, among }: CoAdvocacyQuestion): { readonly pairs: readonly Pair[]; readonly actors: number; readonly notCompared: number } {
  const jointCounts = new Map(joints.map(({ one, other, commitment, position, count }) => [`${one} ${other} ${askKey(commitment, position)}`, count]));
  const all = voicesOf(rows).filter(({ id }) => among === null || among.includes(id));
  const named = all.find(({ id }) => id === partner);
  // With one actor named there are few pairs, however many actors there are.
  const compared = partner === null ? all.slice(0, MOST_COMPARED) : all;
  const pairs: Pair[] = [];
  compared.forEach((a, at) => {
    for (const b of partner === null ? compared.slice(at + 1) : []) pairs.push(pairOf(a, b, (key) => jointCounts.get(key) ?? 0));
    if (named && named !== a) pairs.push(pairOf(named, a, (key) => jointCounts.get(key) ?? 0));
  });
  const rank = RANKS[orderBy];
  const kept = pairs.filter((pair) => (orderBy.startsWith('OPPOSITION') ? pair.opposed : pair.agreements.length) >= minimum);
  const order = (a: Pair, b: Pair): number => {
    const [[first = 0, second = 0], [third = 0, fourth = 0]] = [rank(a), rank(b)];
    return third - first || fourth - second || a.names[0].localeCompare(b.names[0], 'en') || a.names[1].localeCompare(b.names[1], 'en') || (a.key < b.key ? -1 : 1);
  };
  return { pairs: kept.sort(order), actors: all.length, notCompared: all.length - compared.length };
}
