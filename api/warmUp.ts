// The first question of each kind on a database just started takes seconds: it reads its files and plans the query.
// No reader should wait for that, and none should see a time limit because of it.

import type { Store } from '../graph/store.ts';
import { allDocuments } from '../graph/traversals/evidence.ts';
import { searchNames } from '../graph/traversals/searchNames.ts';
import type { StatementFilter } from '../graph/traversals/statementFilter.ts';
import { statementCount, statementPage } from '../graph/traversals/whoAdvocatedWhat.ts';
import { requestContext } from './context.ts';
import { warmUpLinks } from './exploring.ts';
import { byActor, byForum, onTheMap } from '../graph/traversals/whoWhatWhere.ts';

const PATIENT = { timeLimit: 60_000 };
const NOBODY = ['actor:nobody'];
const NOTHING = ['commitment:nothing'];

/** What a reader asks next: who or what was clicked. The ids name nothing; only the plans are wanted. */
const NEXT: readonly StatementFilter[] = [
  { actors: NOBODY },
  { commitments: NOTHING },
  { forums: ['forum:nowhere'] },
  { commitments: NOTHING, madeBy: NOBODY },
  { commitments: NOTHING, heardIn: ['forum:nowhere'] },
];

async function askAll(store: Store, filter: StatementFilter, signal?: AbortSignal): Promise<void> {
  const patient = { ...PATIENT, ...(signal ? { signal } : {}) };
  for (const { query, parameters } of [byActor(filter), byForum(filter), onTheMap(filter, NOBODY, NOTHING)]) await store.read<object, unknown>(query, parameters, patient);
  const page = statementPage(filter, 'DATE_DESC', { size: 1, backwards: false, after: null, before: null });
  const count = statementCount(filter);
  await store.read(page.query, page.parameters, patient);
  await store.read(count.query, count.parameters, patient);
}

/** Asks what the page asks when it opens. */
export async function warmUp(store: Store): Promise<void> {
  await askAll(store, {});
  await store.read(allDocuments, {}, PATIENT);
  await store.read(searchNames, { lucene: 'nobody', types: ['Actor'], limit: 1 }, PATIENT);
}

/** Asks what a reader is likely to ask next, one after the other; a reader's own question comes in between. */
export async function warmUpNext(store: Store, signal: AbortSignal): Promise<void> {
  for (const filter of NEXT) if (!signal.aborted) await askAll(store, filter, signal);
  if (!signal.aborted) await warmUpLinks(requestContext(store), { ...PATIENT, signal });
}
