// The advocacy map out of counts: three columns, the links between them, and what had to be left out.

import type { Position } from '../../schema/vocabulary.ts';
import type { ActorCommitmentRow, CommitmentForumRow } from '../traversals/whoWhatWhere.ts';

export interface Tally {
  readonly statementCount: number;
  readonly for: number;
  readonly against: number;
}

export type MapColumn = 'ACTORS' | 'COMMITMENTS' | 'FORUMS';

export interface MapNode extends Tally {
  readonly entity: string;
  readonly column: MapColumn;
}

export interface MapLink extends Tally {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface AdvocacyMap {
  /** By column (actors, commitments, forums), then most statements first, then name, then id. */
  readonly nodes: readonly MapNode[];
  /** Most statements first, then by id. */
  readonly links: readonly MapLink[];
  readonly statementCount: number;
  readonly withoutForumCount: number;
  readonly undatedCount: number;
  /** Entities cut from each column. */
  readonly hidden: Readonly<Record<'actors' | 'commitments' | 'forums', number>>;
}

class Tallies {
  readonly #byKey = new Map<string, { name: string; for: number; against: number }>();

  add(key: string, name: string, position: Position, count: number): void {
    const tally = this.#byKey.get(key) ?? { name, for: 0, against: 0 };
    if (position === 'FOR') tally.for += count;
    else tally.against += count;
    this.#byKey.set(key, tally);
  }

  get size(): number {
    return this.#byKey.size;
  }

  /** Most statements first, then by name, then by key. */
  ranked(): (Tally & { readonly key: string })[] {
    return [...this.#byKey]
      .map(([key, { name, ...tally }]) => ({ key, name, statementCount: tally.for + tally.against, ...tally }))
      .sort((a, b) => b.statementCount - a.statementCount || a.name.localeCompare(b.name, 'en') || (a.key < b.key ? -1 : 1))
      .map(({ name: _name, ...tally }) => tally);
  }
}

const LINK = ' → ';

/**
 * @param top how many entities each column keeps, at least 1. A link stands where both of its ends are kept.
 */
export function advocacyMap(byActor: readonly ActorCommitmentRow[], byForum: readonly CommitmentForumRow[], top: number): AdvocacyMap {
  const columns = { ACTORS: new Tallies(), COMMITMENTS: new Tallies(), FORUMS: new Tallies() };
  const links = new Tallies();
  let [statementCount, withoutForumCount, undatedCount] = [0, 0, 0];
  for (const { actor, actorName, commitment, position, count } of byActor) {
    columns.ACTORS.add(actor, actorName, position, count);
    links.add(`${actor}${LINK}${commitment}`, '', position, count);
  }
  for (const { commitment, commitmentName, forum, forumName, position, count, undated } of byForum) {
    columns.COMMITMENTS.add(commitment, commitmentName, position, count);
    if (forum === null) withoutForumCount += count;
    else {
      columns.FORUMS.add(forum, forumName ?? forum, position, count);
      links.add(`${commitment}${LINK}${forum}`, '', position, count);
    }
    statementCount += count;
    undatedCount += undated;
  }
  const kept = (column: MapColumn): MapNode[] =>
    columns[column]
      .ranked()
      .slice(0, top)
      .map(({ key, ...tally }) => ({ entity: key, column, ...tally }));
  const nodes = [...kept('ACTORS'), ...kept('COMMITMENTS'), ...kept('FORUMS')];
  const shown = new Set(nodes.map(({ entity }) => entity));
  return {
    nodes,
    links: links
      .ranked()
      .map(({ key, ...tally }) => {
        const [from = '', to = ''] = key.split(LINK);
        return { id: key, from, to, ...tally };
      })
      .filter(({ from, to }) => shown.has(from) && shown.has(to)),
    statementCount,
    withoutForumCount,
    undatedCount,
    hidden: {
      actors: Math.max(0, columns.ACTORS.size - top),
      commitments: Math.max(0, columns.COMMITMENTS.size - top),
      forums: Math.max(0, columns.FORUMS.size - top),
    },
  };
}
