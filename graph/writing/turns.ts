// Whoever writes about the same thing takes turns: the second transaction waits at the uniqueness of the turn until the first has ended.
// The turn is made and deleted in the same transaction, so nothing is left of it, however the transaction ends.

import type { Query, Run } from '../store.ts';

const take: Query<{ of: readonly string[] }, null> = { name: 'take turns', cypher: 'UNWIND $of AS of MERGE (t:Turn {of: of}) SET t.taken = true', decode: () => null };
const end: Query<{ of: readonly string[] }, null> = { name: 'end turns', cypher: 'UNWIND $of AS of MATCH (t:Turn {of: of}) DELETE t', decode: () => null };

/** Does the work when it is its turn for all of these. Taken in order of name, so that two who want the same do not wait for each other. */
export async function inTurnFor<Result>(run: Run, of: readonly string[], work: () => Promise<Result>): Promise<Result> {
  const names = [...new Set(of)].toSorted();
  // Asked before the work asks anything, and so answered before it: nobody has to wait for the answer.
  const taken = run(take, { of: names });
  const [, result] = await Promise.all([taken, work()]);
  await run(end, { of: names });
  return result;
}

/** The turn of all decisions about entities. */
export const ENTITY_DECISIONS = 'decisions on entities';
