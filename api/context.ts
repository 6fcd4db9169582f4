// What one request shares: the store, and one loader for each look-up by id, so that a page of statements costs
// the same few queries whether it holds one statement or a hundred.

import DataLoader from 'dataloader';
import type { Decision } from '../schema/decisions.ts';
import { answersTo, type Asked } from '../graph/askedTogether.ts';
import { decisionsAbout } from '../graph/decisions/listDecisions.ts';
import { decisionsById } from '../graph/decisions/record.ts';
import type { Query, Store } from '../graph/store.ts';
import { documentsAt } from '../graph/traversals/documentsAt.ts';
import { documentsById, mentionsOfDocuments, passagesById, passagesOfDocuments, textsOfDocuments, type DocumentRow, type MentionRow, type PassageRow } from '../graph/traversals/evidence.ts';
import { factsAbout, factsParameters, type RelationRow } from '../graph/traversals/factsAbout.ts';
import { entitiesById, mentionCounts, statementCounts, themesOfCommitments, type EntityRow } from '../graph/traversals/findEntities.ts';
import type { Placed } from '../graph/traversals/pageOrder.ts';
import { statementsById, type StatementRow } from '../graph/traversals/whoAdvocatedWhat.ts';
import { fewAtOnce } from './fewAtOnce.ts';
import { AT_ONCE } from './limits.ts';
import type { LoadRuns } from './loads.ts';
import { NOBODY_MAY_WRITE, type Viewer } from './token.ts';

type ByIds<Row> = Query<{ ids: readonly string[] }, Row>;

/** The most ids that go into one query; more are sent as several. */
const BATCH = 1_000;

export interface RequestContext {
  readonly store: Store;
  /** Who is signed in; null for nobody, which only writing minds. */
  readonly viewer: Viewer | null;
  /** Why writing is refused where nobody is signed in. */
  readonly refusal: string;
  /** The loads of this server; null where it runs none. */
  readonly loads: LoadRuns | null;
  /** Null where the id names nothing here. */
  readonly entity: DataLoader<string, EntityRow | null>;
  readonly statement: DataLoader<string, StatementRow | null>;
  readonly document: DataLoader<string, DocumentRow | null>;
  readonly passage: DataLoader<string, PassageRow | null>;
  readonly text: DataLoader<string, string>;
  readonly passagesOf: DataLoader<string, readonly PassageRow[]>;
  readonly mentionsOf: DataLoader<string, readonly MentionRow[]>;
  readonly factsOf: DataLoader<string, readonly RelationRow[]>;
  readonly themesOf: DataLoader<string, readonly string[]>;
  /** Pages of statements under the filters of the things of a list: see statementPage. */
  readonly statementPage: DataLoader<Asked<Placed<StatementRow>>, readonly Placed<StatementRow>[]>;
  /** Questions whose one row is a number in a column `count`. */
  readonly count: DataLoader<Asked<number>, number>;
  readonly statementCount: DataLoader<string, number>;
  readonly mentionCount: DataLoader<string, number>;
  readonly decision: DataLoader<string, Decision | null>;
  /** About a statement or an entity, latest first. */
  readonly decisionsOf: DataLoader<string, readonly Decision[]>;
  /** The id of the document that was read from a place; null where there is none. */
  readonly documentAt: DataLoader<string, string | null>;
}

/** What a request brings beside its question. */
interface Circumstances {
  readonly refusal?: string;
  readonly loads?: LoadRuns | null;
}

export function requestContext(whole: Store, viewer: Viewer | null = null, { refusal = NOBODY_MAY_WRITE, loads = null }: Circumstances = {}): RequestContext {
  const store = fewAtOnce(whole, AT_ONCE);
  const one = <Row, Value>(query: ByIds<Row>, keyOf: (row: Row) => string, valueOf: (row: Row) => Value, missing: Value): DataLoader<string, Value> =>
    new DataLoader(
      async (ids) => {
        const found = new Map((await store.read(query, { ids })).map((row) => [keyOf(row), valueOf(row)]));
        return ids.map((id) => found.get(id) ?? missing);
      },
      { maxBatchSize: BATCH },
    );
  const many = <Row>(read: (ids: readonly string[]) => Promise<Row[]>, keyOf: (row: Row) => string): DataLoader<string, readonly Row[]> =>
    new DataLoader(
      async (ids) => {
        const found = Map.groupBy(await read(ids), keyOf);
        return ids.map((id) => found.get(id) ?? []);
      },
      { maxBatchSize: BATCH },
    );
  // What the things of a list ask alike is asked together. Keys are questions just made, each its own.
  const together = <Row, Value>(columns: readonly string[], valueOf: (rows: readonly Row[]) => Value): DataLoader<Asked<Row>, Value> =>
    new DataLoader(async (questions) => (await answersTo((query, parameters) => store.read(query, parameters), questions, columns)).map(valueOf), { maxBatchSize: BATCH, cache: false });
  const itself = <Row>(row: Row): Row | null => row;
  return {
    store,
    viewer,
    refusal,
    loads,
    entity: one(entitiesById, ({ id }) => id, itself, null),
    statement: one(statementsById, ({ id }) => id, itself, null),
    document: one(documentsById, ({ id }) => id, itself, null),
    passage: one(passagesById, ({ id }) => id, itself, null),
    text: one(textsOfDocuments, ({ id }) => id, ({ text }) => text, ''),
    passagesOf: many((ids) => store.read(passagesOfDocuments, { ids }), ({ document }) => document),
    mentionsOf: many((ids) => store.read(mentionsOfDocuments, { ids }), ({ document }) => document),
    factsOf: many((ids) => store.read(factsAbout, factsParameters(ids)), ({ of }) => of),
    themesOf: one(themesOfCommitments, ({ commitment }) => commitment, ({ themes }): readonly string[] => themes, []),
    statementPage: together(['statement', 'place'], (rows: readonly Placed<StatementRow>[]) => rows),
    count: together(['count'], (rows: readonly number[]) => rows[0] ?? 0),
    statementCount: one(statementCounts, ({ id }) => id, ({ count }) => count, 0),
    mentionCount: one(mentionCounts, ({ id }) => id, ({ count }) => count, 0),
    decision: one(decisionsById, ({ id }) => id, (row): Decision | null => row, null),
    decisionsOf: new DataLoader(async (ids) => {
      const found = Map.groupBy(await store.read(decisionsAbout, { ids }), ({ about }) => about);
      return ids.map((id) => (found.get(id) ?? []).map(({ decision }) => decision));
    }, { maxBatchSize: BATCH }),
    documentAt: new DataLoader(async (uris) => {
      const found = new Map((await store.read(documentsAt, { uris })).flatMap(({ uri, id, isWhole }) => (isWhole ? [[uri, id] as const] : [])));
      return uris.map((uri) => found.get(uri) ?? null);
    }, { maxBatchSize: BATCH }),
  };
}

/** The rows behind ids that the graph itself handed out. An id without a row was deleted since: it is left out, as if read a moment later. */
export async function present<Row>(loader: DataLoader<string, Row | null>, ids: readonly string[]): Promise<Row[]> {
  const rows = await loader.loadMany(ids);
  return rows.flatMap((row) => {
    if (row instanceof Error) throw row;
    return row === null ? [] : [row];
  });
}

/** Forgets what was looked up: a request that changes something is answered with what stands there afterwards. */
export function lookAgain(context: RequestContext): void {
  for (const part of Object.values(context)) if (part instanceof DataLoader) part.clearAll();
}
