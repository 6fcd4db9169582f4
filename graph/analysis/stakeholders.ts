// Actors by the attention they give a topic and their influence by a named measure.

import type { PositionRow } from '../traversals/positionsOfActors.ts';
import type { Influence, Influences } from './influence.ts';

export interface Stakeholder {
  readonly actor: string;
  readonly name: string;
  /** Statements, a shared one counted whole; `for` and `against` add up to it. */
  readonly statementCount: number;
  readonly for: number;
  readonly against: number;
  /** Of all statements: with a shared one counted whole, and with one of k actors counted 1/k. */
  readonly attention: number;
  readonly fractionalAttention: number;
  readonly influence: (Influence & { /** 0 to 1 */ readonly normalised: number }) | null;
}

export interface StakeholderMap {
  /** Most statements first, then by name, then by id. */
  readonly stakeholders: readonly Stakeholder[];
  readonly actorCount: number;
  /** The greatest raw influence of any actor under the filter; 0 where nobody has any. */
  readonly highest: number;
}

/**
 * @param total all statements under the filter @param top how many actors are told, at least 1
 * @param influences of all actors under the filter; one who is absent has none
 * @param measured whether an actor was measured at all
 */
export function stakeholderMap(rows: readonly PositionRow[], total: number, influences: Influences, measured: (actor: string) => boolean, top: number): StakeholderMap {
  const byActor = [...Map.groupBy(rows, ({ actor }) => actor)];
  const actors = new Set(byActor.map(([actor]) => actor));
  const highest = Math.max(0, ...[...influences].filter(([actor]) => actors.has(actor)).map(([, { raw }]) => raw));
  const influenceOf = (actor: string): Stakeholder['influence'] => {
    const found = influences.get(actor);
    if (!found) return measured(actor) ? { raw: 0, normalised: 0, parts: () => [] } : null;
    return { ...found, normalised: highest === 0 ? 0 : found.raw / highest };
  };
  const stakeholders = byActor.map(([actor, mine]) => {
    const count = (of: readonly PositionRow[]): number => of.reduce((sum, row) => sum + row.count, 0);
    const shared = mine.reduce((sum, row) => sum + row.shared, 0);
    const all = count(mine);
    const pro = count(mine.filter(({ position }) => position === 'FOR'));
    return { actor, name: mine[0]?.actorName ?? actor, statementCount: all, for: pro, against: all - pro, attention: total === 0 ? 0 : all / total, fractionalAttention: total === 0 ? 0 : shared / total };
  });
  const ranked = stakeholders.sort((a, b) => b.statementCount - a.statementCount || a.name.localeCompare(b.name, 'en') || (a.actor < b.actor ? -1 : 1));
  return { stakeholders: ranked.slice(0, top).map((one) => ({ ...one, influence: influenceOf(one.actor) })), actorCount: ranked.length, highest };
}
