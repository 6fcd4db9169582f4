// Decisions as records of their own, apart from what documents say: made, marked as undone, never deleted.

import { createHash } from 'node:crypto';
import { decision, type Decision } from '../../schema/decisions.ts';
import { Failure } from '../../schema/failures.ts';
import type { DecisionKind } from '../../schema/vocabulary.ts';
import type { Query, Run } from '../store.ts';
import { present } from '../writing/rows.ts';

/** Who decides, when, and why. */
export interface Deciding {
  /** As whoever runs the atlas knows the person: a name or an e-mail address. */
  readonly by: string;
  /** ISO instant in UTC, with milliseconds. */
  readonly at: string;
  readonly note?: string;
}

const ALL = Object.keys(decision.shape).map((key) => `.${key}`).join(', ');
/** The projection of a decision `d`. */
export const DECISION = `d { ${ALL} }`;
export const decodeDecision = ({ decision: record }: Readonly<Record<string, unknown>>): Decision => decision.parse(record);

const create: Query<{ properties: object }, Decision> = { name: 'record decision', cypher: `CREATE (d:Decision) SET d = $properties RETURN ${DECISION} AS decision`, decode: decodeDecision };
const undo: Query<{ id: string; by: string; at: string }, Decision> = { name: 'mark as undone', cypher: `MATCH (d:Decision {id: $id}) SET d.undoneBy = $by, d.undoneAt = $at RETURN ${DECISION} AS decision`, decode: decodeDecision };
const byId: Query<{ id: string }, Decision> = { name: 'decisionById', cypher: `MATCH (d:Decision {id: $id}) RETURN ${DECISION} AS decision`, decode: decodeDecision };

interface Content {
  readonly kind: DecisionKind;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly [property: string]: unknown;
}

const one = (rows: readonly Decision[], id: string): Decision => {
  const [found] = rows;
  if (!found) throw new Failure('NOT_FOUND', `There is no decision ${id}; list the decisions to see which there are.`);
  return found;
};

/** Two decisions of one kind on one thing by one person at one instant are one. */
export async function recordDecision(run: Run, { by, at, note }: Deciding, { kind, subject, before, after, ...rest }: Content): Promise<Decision> {
  const id = `decision:${createHash('sha256').update([kind, subject, by, at].join('\n')).digest('hex').slice(0, 16)}`;
  return one(await run(create, { properties: present({ id, kind, by, at, note, subject, before: JSON.stringify(before), after: JSON.stringify(after), ...rest }) }), id);
}

export const markUndone = async (run: Run, id: string, { by, at }: Deciding): Promise<Decision> => one(await run(undo, { id, by, at }), id);

/** Decisions by id; unknown ids give no row. */
export const decisionsById: Query<{ ids: readonly string[] }, Decision> = { name: 'decisionsById', cypher: `UNWIND $ids AS id MATCH (d:Decision {id: id}) RETURN ${DECISION} AS decision`, decode: decodeDecision };

/** @throws Failure NOT_FOUND */
export const decisionById = async (run: Run, id: string): Promise<Decision> => one(await run(byId, { id }), id);
