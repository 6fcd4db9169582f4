// How influential each actor is by a named measure, and what each figure is made of. The formulas stand in schema/influenceMeasures.ts.

import { UndirectedGraph } from 'graphology';
import betweenness from 'graphology-metrics/centrality/betweenness.js';
import { MOST_BRIDGING, ROLE_WEIGHTS } from '../../schema/influenceMeasures.ts';
import type { Position } from '../../schema/vocabulary.ts';
import type { HeardRow, PositionRow } from '../traversals/positionsOfActors.ts';
import type { StatedLinkRow } from '../traversals/statedLinks.ts';
import { voicesOf } from './coAdvocacy.ts';

/** Which statements stand behind a part; what is absent is not narrowed. */
export interface StatementsOfPart {
  readonly makers: readonly string[];
  readonly forum?: string;
  readonly commitments?: readonly string[];
  readonly position?: Position;
  readonly addressee?: string;
}

export interface Part {
  /** The other thing: a forum, an actor, an instrument. */
  readonly of: string;
  readonly name: string;
  readonly value: number;
  /** What the part is about, for reading; null where its name says it all. */
  readonly detail: string | null;
  readonly statements: StatementsOfPart | null;
  /** Ids; of facts. */
  readonly passages: readonly string[];
}

export interface Influence {
  readonly raw: number;
  /** Worked out for those who are shown. */
  readonly parts: () => readonly Part[];
}

/** Absent: not measured. */
export type Influences = ReadonlyMap<string, Influence>;

/** Greatest first, then by name, by what it is about and by id. */
const byValue = (a: Part, b: Part): number => b.value - a.value || a.name.localeCompare(b.name, 'en') || (a.detail ?? '').localeCompare(b.detail ?? '', 'en') || (a.of < b.of ? -1 : 1);

function summed(parts: readonly (Part & { readonly actor: string })[]): Influences {
  return new Map(
    [...Map.groupBy(parts, ({ actor }) => actor)].map(([actor, mine]) => {
      const sorted = mine.map(({ actor: _actor, ...part }) => part).sort(byValue);
      return [actor, { raw: sorted.reduce((sum, { value }) => sum + value, 0), parts: () => sorted }];
    }),
  );
}

export const forumReach = (heard: readonly HeardRow[]): Influences =>
  summed(heard.map(({ actor, forum, forumName, count }) => ({ actor, of: forum, name: forumName, value: 1, detail: `${count} ${count === 1 ? 'statement' : 'statements'}`, statements: { makers: [actor], forum }, passages: [] })));

/** Whether a date is earlier whatever the days that the two do not tell: 2016 before 2017-03, but not before 2016-09. */
export function certainlyBefore(one: string, other: string): boolean {
  const known = Math.min(one.length, other.length);
  return one.slice(0, known) < other.slice(0, known);
}

type DatedRow = PositionRow & { readonly since: string };
const isDated = (row: PositionRow): row is DatedRow => row.since !== null;

/** How many of these dates, each list sorted and of one precision, are certainly later. */
function certainlyLater(since: string, lists: readonly (readonly string[])[]): number {
  return lists.reduce((sum, dates) => {
    let [low, high] = [0, dates.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (certainlyBefore(since, dates[middle] ?? '')) high = middle;
      else low = middle + 1;
    }
    return sum + dates.length - low;
  }, 0);
}

export function uptake(rows: readonly PositionRow[]): Influences {
  const followed = Map.groupBy(rows.filter(isDated).filter(({ position }) => position === 'FOR'), ({ commitment }) => commitment);
  const raw = new Map<string, number>();
  for (const asks of followed.values()) {
    const lists = [...Map.groupBy(asks.map(({ since }) => since), (since) => since.length).values()].map((dates) => dates.sort());
    for (const { actor, since } of asks) raw.set(actor, (raw.get(actor) ?? 0) + certainlyLater(since, lists));
  }
  const mine = Map.groupBy([...followed.values()].flat(), ({ actor }) => actor);
  const partsOf = (actor: string): Part[] =>
    (mine.get(actor) ?? [])
      .flatMap(({ commitment, commitmentName, since }) =>
        (followed.get(commitment) ?? [])
          .filter((later) => certainlyBefore(since, later.since))
          .map((later) => ({ of: later.actor, name: later.actorName, value: 1, detail: `${commitmentName}: ${since}, taken up ${later.since}`, statements: { makers: [later.actor], commitments: [commitment], position: 'FOR' as const }, passages: [] })),
      )
      .sort(byValue);
  return new Map([...raw].map(([actor, value]) => [actor, { raw: value, parts: () => partsOf(actor) }]));
}

/** @param setOut SET_OUT_IN links read from the commitment @param adoptedOn the date of each instrument, as precise as it is known; null where unknown */
export function outcomes(rows: readonly PositionRow[], setOut: readonly StatedLinkRow[], adoptedOn: (instrument: string) => string | null): Influences {
  const texts = Map.groupBy(setOut, ({ from }) => from);
  return summed(
    rows.filter(isDated).flatMap(({ actor, commitment, commitmentName, position, since }) =>
      (position === 'FOR' ? (texts.get(commitment) ?? []) : []).flatMap(({ to, name, passages }) => {
        const adopted = adoptedOn(to);
        return adopted !== null && certainlyBefore(since, adopted) ? [{ actor, of: to, name, value: 1, detail: `${commitmentName}: ${since}, adopted ${adopted}`, statements: { makers: [actor], commitments: [commitment], position }, passages }] : [];
      }),
    ),
  );
}

export function bridging(rows: readonly PositionRow[]): Influences {
  const voices = voicesOf(rows).slice(0, MOST_BRIDGING);
  const graph = new UndirectedGraph();
  for (const { id } of voices) graph.addNode(id);
  const shared = (one: (typeof voices)[number], other: (typeof voices)[number]): PositionRow[] => [...one.said].flatMap(([key, row]) => (other.said.has(key) ? [row] : []));
  voices.forEach((one, at) => {
    for (const other of voices.slice(at + 1)) if (shared(one, other).length > 0) graph.addEdge(one.id, other.id);
  });
  const central = betweenness(graph, { getEdgeWeight: null, normalized: false });
  const partsOf = (one: (typeof voices)[number]): Part[] =>
    voices
      .flatMap((other) => {
        const rowsShared = other === one ? [] : shared(one, other);
        const commitments = [...new Set(rowsShared.map(({ commitment }) => commitment))];
        return rowsShared.length > 0 ? [{ of: other.id, name: other.name, value: rowsShared.length, detail: null, statements: { makers: [one.id, other.id], commitments }, passages: [] }] : [];
      })
      .sort(byValue);
  return new Map(voices.map((voice) => [voice.id, { raw: central[voice.id] ?? 0, parts: () => partsOf(voice) }]));
}

export interface AskedRow {
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly weight: number;
}

/** @param asked ASKED links, named by who asks */
export const askedToAct = (asked: readonly AskedRow[]): Influences =>
  summed(asked.map(({ from, to, name, weight }) => ({ actor: to, of: from, name, value: 1, detail: `${weight} ${weight === 1 ? 'statement' : 'statements'}`, statements: { makers: [from], addressee: to }, passages: [] })));

/** @param participations PARTICIPATED_IN links read from the actor */
export function roles(participations: readonly StatedLinkRow[]): Influences {
  const weightOf = (role: string): number => Object.entries(ROLE_WEIGHTS).find(([name]) => name === role)?.[1] ?? ROLE_WEIGHTS.PARTICIPANT;
  return summed(participations.map(({ of: actor, other, name, details, passages }) => ({ actor, of: other, name, value: Math.max(ROLE_WEIGHTS.PARTICIPANT, ...details.map(weightOf)), detail: details.join(', ') || null, statements: null, passages })));
}

/** @param ties MEMBER_OF and PARTNERED_WITH links read from either end; two links to the same actor are one tie with the passages of both */
export function membership(ties: readonly StatedLinkRow[]): Influences {
  const tied = Map.groupBy(ties, ({ of, other }) => `${of} ${other}`);
  return summed(
    [...tied.values()].flatMap((links) =>
      links.slice(0, 1).map(({ of: actor, other, name }) => ({ actor, of: other, name, value: 1, detail: [...new Set(links.map(({ relationship }) => relationship))].sort().join(', '), statements: null, passages: [...new Set(links.flatMap(({ passages }) => passages))].sort() })),
    ),
  );
}
