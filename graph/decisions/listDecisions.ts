// Question  What have people decided, and which of it applies to nothing any more?
// Takes     a DecisionFilter; first: 1 to 200; after: the place of the last decision already seen, or null
// Returns   Decision[], with what stood there before and after
// Order     latest first, then by id: a total order, so a cursor stays valid while decisions are added
// Fails     never by itself
// Cost      a walk back through the decisions, of which there are as many as people have made

import type { Decision } from '../../schema/decisions.ts';
import type { DecisionKind } from '../../schema/vocabulary.ts';
import type { Query } from '../store.ts';
import { DECISION, decodeDecision } from './record.ts';

/** Every field narrows. */
export interface DecisionFilter {
  readonly kinds?: readonly DecisionKind[];
  /** The statement or entity decided on, or the entity it was merged or split into. */
  readonly about?: string;
  /** ORPHANED: on a statement that no reading of its document holds any more. DRIFTED: on one that the rules have come to read otherwise. */
  readonly state?: 'IN_FORCE' | 'UNDONE' | 'ORPHANED' | 'DRIFTED';
}
export interface DecisionPlace {
  readonly at: string;
  readonly id: string;
}

const STATES = {
  IN_FORCE: 'd.undoneAt IS NULL',
  UNDONE: 'd.undoneAt IS NOT NULL',
  ORPHANED: "d.undoneAt IS NULL AND d.appliesTo IS NULL AND d.kind IN ['ACCEPT', 'REJECT', 'EDIT']",
  DRIFTED: 'd.undoneAt IS NULL AND d.drifted',
} as const;

interface Parameters {
  readonly kinds: readonly DecisionKind[] | null;
  readonly about: string | null;
  readonly afterAt: string | null;
  readonly afterId: string;
  readonly first: number;
}

/** One page of decisions, as a query and its parameters. */
export function decisionPage({ kinds, about, state }: DecisionFilter, first: number, after: DecisionPlace | null): { query: Query<Parameters, Decision>; parameters: Parameters } {
  const conditions = [
    'd.at IS NOT NULL',
    ...(state ? [STATES[state]] : []),
    ...(kinds && kinds.length > 0 ? ['d.kind IN $kinds'] : []),
    ...(about === undefined ? [] : ['(d.subject = $about OR d.into = $about OR d.appliesTo = $about)']),
    ...(after ? ['(d.at < $afterAt OR d.at = $afterAt AND d.id > $afterId)'] : []),
  ];
  const cypher = `MATCH (d:Decision) WHERE ${conditions.join(' AND ')} WITH d ORDER BY d.at DESC, d.id LIMIT toInteger($first) RETURN ${DECISION} AS decision`;
  return { query: { name: 'decisions', cypher, decode: decodeDecision }, parameters: { kinds: kinds ?? null, about: about ?? null, afterAt: after?.at ?? null, afterId: after?.id ?? '', first } };
}
