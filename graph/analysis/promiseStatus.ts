// What later texts say of a promise, in one word.

import type { FollowUpKind } from '../traversals/promiseFollowUps.ts';

export type PromiseStatus = 'NOTHING_REPORTED' | 'REAFFIRMED' | 'REPORTED_ACTED_ON' | 'CRITICISED' | 'DISPUTED' | 'REVERSED';

/** A turn against it outweighs all; a report of acting and a criticism of its maker dispute each other; saying it again is the least. */
export function promiseStatus(found: readonly FollowUpKind[]): PromiseStatus {
  const kinds = new Set(found);
  if (kinds.has('REVERSES')) return 'REVERSED';
  if (kinds.has('REPORTS_ACTING')) return kinds.has('CRITICISES_MAKER') ? 'DISPUTED' : 'REPORTED_ACTED_ON';
  if (kinds.has('CRITICISES_MAKER')) return 'CRITICISED';
  return kinds.has('REAFFIRMS') ? 'REAFFIRMED' : 'NOTHING_REPORTED';
}
