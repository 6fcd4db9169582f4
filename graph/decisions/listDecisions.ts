// Question  What have people decided, and which of it applies to nothing any more?
// Takes     a DecisionFilter; which rows of its order are wanted, from either end (see pageOrder.ts)
// Returns   Decision[], with what stood there before and after
// Order     latest first, then by id: a total order, so a cursor stays valid while decisions are added
// Fails     never by itself
// Cost      a walk back through the decisions, of which there are as many as people have made; one look-up in each of three indexes for those about one thing

import { z } from 'zod';
import type { Decision } from '../../schema/decisions.ts';
import type { DecisionKind } from '../../schema/vocabulary.ts';
import type { Query } from '../store.ts';
import { windowOf, type Placed, type SortKey, type Window } from '../traversals/pageOrder.ts';
import { DECISION, decodeDecision } from './record.ts';

const place = z.array(z.union([z.string(), z.number()]));

/** Every field narrows. */
export interface DecisionFilter {
  readonly kinds?: readonly DecisionKind[];
  /** The statement or entity decided on, or the entity it was merged or split into. */
  readonly about?: string;
  /** Who decided, exactly as it is kept. */
  readonly by?: string;
  /** ORPHANED: on a statement that no reading of its document holds any more. DRIFTED: on one that the rules have come to read otherwise. */
  readonly state?: 'IN_FORCE' | 'UNDONE' | 'ORPHANED' | 'DRIFTED';
}
/** Latest first. */
export const DECISION_ORDER: readonly SortKey[] = [{ by: 'd.at', descending: true }, { by: 'd.id' }];

const STATES = {
  IN_FORCE: 'd.undoneAt IS NULL',
  UNDONE: 'd.undoneAt IS NOT NULL',
  ORPHANED: "d.undoneAt IS NULL AND d.appliesTo IS NULL AND d.kind IN ['ACCEPT', 'REJECT', 'EDIT']",
  DRIFTED: 'd.undoneAt IS NULL AND d.drifted',
} as const;

interface FilterParameters {
  readonly kinds: readonly DecisionKind[] | null;
  readonly about: string | null;
  readonly by: string | null;
}
function conditionsOf({ kinds, about, by, state }: DecisionFilter): { conditions: string[]; parameters: FilterParameters } {
  const conditions = [
    // Where nothing rarer is asked for, the index of times gives the order.
    ...(about === undefined ? ['d.at IS NOT NULL'] : []),
    ...(state ? [STATES[state]] : []),
    ...(kinds && kinds.length > 0 ? ['d.kind IN $kinds'] : []),
    ...(by === undefined ? [] : ['d.by = $by']),
    ...(about === undefined ? [] : ['(d.subject = $about OR d.into = $about OR d.appliesTo = $about)']),
  ];
  return { conditions, parameters: { kinds: kinds ?? null, about: about ?? null, by: by ?? null } };
}

/** One page of decisions, as a query and its parameters. */
export function decisionPage(filter: DecisionFilter, asked: Window): { query: Query<FilterParameters, Placed<Decision>>; parameters: FilterParameters } {
  const { conditions, parameters } = conditionsOf(filter);
  const page = windowOf('d', DECISION_ORDER, asked);
  const cypher = `MATCH (d:Decision) WHERE ${conditions.join(' AND ')} ${page.cypher} RETURN ${DECISION} AS decision, place`;
  return { query: { name: 'decisions', cypher, decode: (record) => ({ row: decodeDecision(record), place: place.parse(record.place) }) }, parameters: { ...parameters, ...page.parameters } };
}

const counted = z.object({ count: z.number() });

/** How many decisions a filter lets through; one row. */
export function decisionCount(filter: DecisionFilter): { query: Query<FilterParameters, number>; parameters: FilterParameters } {
  const { conditions, parameters } = conditionsOf(filter);
  return { query: { name: 'count of decisions', cypher: `MATCH (d:Decision) WHERE ${conditions.join(' AND ')} RETURN count(d) AS count`, decode: (record) => counted.parse(record).count }, parameters };
}

/** All decisions about each of these statements or entities, latest first, then by id; one look-up in each of three indexes for each. */
export const decisionsAbout: Query<{ ids: readonly string[] }, { readonly about: string; readonly decision: Decision }> = {
  name: 'decisionsAbout',
  cypher: `
    UNWIND $ids AS id
    CALL (id) { MATCH (d:Decision {subject: id}) RETURN d UNION MATCH (d:Decision {appliesTo: id}) RETURN d UNION MATCH (d:Decision {into: id}) RETURN d }
    RETURN id, ${DECISION} AS decision ORDER BY id, d.at DESC, d.id`,
  decode: (record) => ({ about: String(record.id), decision: decodeDecision(record) }),
};
