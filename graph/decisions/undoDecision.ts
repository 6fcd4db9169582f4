// Takes a decision back. It stays on record, with who took it back and when.

import type { Decision } from '../../schema/decisions.ts';
import type { Store } from '../store.ts';
import { undoOnEntity } from './decideOnEntity.ts';
import { undoOnStatement } from './decideOnStatement.ts';
import { decisionById, type Deciding } from './record.ts';

/** Leaves the graph as it would be without the decision; one that is already undone stays as it is. @throws Failure NOT_FOUND */
export function undoDecision(store: Store, id: string, deciding: Deciding): Promise<Decision> {
  return store.transaction('undo decision', async (run) => {
    const decision = await decisionById(run, id);
    if (decision.undoneAt !== null) return decision;
    switch (decision.kind) {
      case 'ACCEPT':
      case 'REJECT':
      case 'EDIT':
        return undoOnStatement(run, decision, deciding);
      case 'MERGE':
      case 'SPLIT':
      case 'RENAME':
        return undoOnEntity(run, id, deciding);
      default:
        return decision.kind satisfies never;
    }
  });
}
