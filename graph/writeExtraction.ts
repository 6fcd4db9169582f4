// Writes what documents say into the graph: each whole or not at all, and the same again changes nothing.
// A document that was loaded before is replaced: what it said is taken back, then said anew. What people have decided is applied on the way.

import { decision, type Decision } from '../schema/decisions.ts';
import type { Extraction } from '../schema/extraction.ts';
import { readRedirects, type Redirects } from './decisions/redirects.ts';
import { settle } from './decisions/settle.ts';
import type { Query, Run, Store } from './store.ts';
import * as queries from './writing/queries.ts';
import { documentsThere, namedBy, retract, statementsSaid, tidy, type DocumentThere } from './writing/retract.ts';
import { aboutRows, entityRows, joinsOf, mentionRows, namedIn, pairsOf, present, relationRows, standingOf } from './writing/rows.ts';
import { together } from './writing/together.ts';
import { inTurnFor } from './writing/turns.ts';

export interface Loading {
  /** What read the document (a fingerprint of the rules): the same document under other rules is read again. */
  readonly readBy: string;
  /** ISO instant in UTC. */
  readonly loadedAt: string;
  /** Documents that this one takes the place of, beside the one of the same uri. With its own id, it is written though it is there already. */
  readonly replaces: readonly string[];
}

/** What became of a document. Statements are the same where act and words are. */
export interface Written {
  readonly result: 'loaded' | 'replaced' | 'already there';
  readonly added: number;
  readonly removed: number;
}

const decisionsOnStatements: Query<{ uri: string }, Decision> = {
  name: 'decisionsOnStatements',
  cypher: `MATCH (d:Decision {uri: $uri}) WHERE d.undoneAt IS NULL RETURN d { ${Object.keys(decision.shape).map((key) => `.${key}`).join(', ')} } AS decision ORDER BY d.at, d.id`,
  decode: ({ decision: record }) => decision.parse(record),
};
const APPLIED = queries.writing('apply decisions', `UNWIND $rows AS row MATCH (d:Decision {id: row.id}) SET d.appliesTo = row.appliesTo, d.subject = row.subject, d.start = row.start, d.document = row.document, d.drifted = row.drifted`);
const mergedAmong: Query<{ ids: readonly string[] }, string> = { name: 'mergedAmong', cypher: 'UNWIND $ids AS id MATCH (m:Merged {id: id}) RETURN m.id AS id ORDER BY id', decode: ({ id }) => String(id) };

/** Somebody merged or split, while this document was being written, what it names. */
class DecidedMeanwhile extends Error {}

/** The entities that a document names, as it names them. */
function namesIn({ document, entities, statements, relations }: Extraction): Set<string> {
  return new Set<string>([...entities.map(({ id }) => id), ...document.authors, ...(document.forum ? [document.forum] : []), ...statements.map(({ commitment }) => commitment), ...relations.flatMap(({ from, to }) => [from, to]).filter((id) => !id.startsWith('doc:'))]);
}

/** How many of the lines are not among the others, counting repetitions. */
export function missingFrom(others: readonly string[], lines: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  }).length;
}

/** The lines by which readings of a document are compared; as statementsSaid gives those in the graph. */
export const linesOf = ({ statements }: Pick<Extraction, 'statements'>): string[] => statements.map(({ act, quote }) => `${act} ${quote}`);

/** A document about to be written, with what is known of it in the graph. */
interface Prepared {
  readonly extraction: Extraction;
  readonly loading: Loading;
  readonly found: readonly DocumentThere[];
  readonly redirects: Redirects;
  readonly onStatements: readonly Decision[];
  /** Entities that it, or what it replaces, speaks of. */
  readonly spokenOf: readonly string[];
}

async function prepare(run: Run, extraction: Extraction, loading: Loading): Promise<Prepared | null> {
  const { document } = extraction;
  const names = namesIn(extraction);
  const [found, directly, onStatements] = await Promise.all([
    run(documentsThere, { id: document.id, uri: document.uri, replaces: loading.replaces }),
    readRedirects(run, names),
    run(decisionsOnStatements, { uri: document.uri }),
  ]);
  if (found.some(({ id, readBy }) => id === document.id && readBy === loading.readBy) && !loading.replaces.includes(document.id)) return null;
  const chosen = onStatements.flatMap(({ snapshots }) => snapshots.map(({ id }) => id));
  const spokenOf = [...new Set([...names, ...namedBy(found), ...chosen])];
  return { extraction, loading, found, onStatements, spokenOf, redirects: found.length + chosen.length === 0 ? directly : await readRedirects(run, spokenOf) };
}

type Sent = readonly [queries.Writing, queries.Rows];

/** What writes a document, in this order for every document: names first, so that what joins them finds both ends. */
function stepsOf({ extraction, loading: { readBy, loadedAt }, redirects, onStatements }: Prepared): Sent[] {
  const { document, passages } = extraction;
  const { forum, authors, ...properties } = document;
  const shown = (entity: string): string => redirects.shown(entity, document.uri);
  const { standing, applied } = standingOf(extraction, onStatements);
  const { shown: entities, merged } = entityRows(extraction, standing, { redirects, onStatements });
  const joins = (join: queries.Join): queries.Rows => (join === 'AUTHORED' ? joinsOf(document.id, authors, shown) : join === 'PRESENTED_AT' ? joinsOf(document.id, forum ? [forum] : [], shown) : standing.flatMap(({ record, reading }) => joinsOf(record.id, namedIn(reading)[join], shown)));
  return [
    ...queries.ENTITY_TYPES.map((type): Sent => [queries.ENTITIES[type], entities[type]]),
    [queries.MERGED, merged],
    [queries.DOCUMENT, [{ ...present({ ...properties, readBy, loadedAt }), names: [...namesIn(extraction)].toSorted(), pairs: pairsOf(extraction) }]],
    [queries.PASSAGES, passages.map((passage) => ({ document: document.id, properties: present(passage) }))],
    [queries.MENTIONS, mentionRows(extraction, shown)],
    [queries.STATEMENTS, standing.map((one) => one.properties)],
    ...queries.JOIN_TYPES.map((join): Sent => [queries.JOINING[join], joins(join)]),
    [queries.EVIDENCED_BY, standing.flatMap(({ record: { id, passages: cited } }) => [...new Set(cited)].map((passage, at) => ({ statement: id, passage, at })))],
    [queries.ABOUT, aboutRows(extraction, shown)],
    ...relationRows(extraction, shown).map(({ type, place, rows }): Sent => [queries.RELATIONS[place][type], rows]),
    [APPLIED, applied],
  ];
}

/** The documents of one transaction: distinct in id and uri. Each step is sent once for all of them. */
async function replaceAll(run: Run, items: readonly Item[]): Promise<Written[]> {
  const prepared = await Promise.all(items.map(({ extraction, loading }) => prepare(run, extraction, loading)));
  const fresh = prepared.filter((one) => one !== null);
  if (fresh.length === 0) return items.map(() => ({ result: 'already there', added: 0, removed: 0 }));
  const before = fresh.map(({ found }) => (found.length === 0 ? Promise.resolve([]) : run(statementsSaid, { ids: found.map(({ id }) => id) })));
  const retracted = fresh.map(({ found, redirects }) => retract(run, found, redirects));
  const said = together(fresh.map(stepsOf)).map(([query, rows]) => run(query, { rows }));
  const spokenOf = [...new Set(fresh.flatMap((one) => one.spokenOf))];
  const tidied = fresh.filter(({ found }) => found.length > 0).map((one) => tidy(run, one.spokenOf.flatMap((name) => [name, ...[one.extraction.document, ...one.found].map(({ uri }) => one.redirects.shown(name, uri))]), one.found.some((old) => old.names === null)));
  const [merged, lines] = await Promise.all([run(mergedAmong, { ids: spokenOf }), Promise.all(before), settle(run, fresh.flatMap(({ redirects }) => [...redirects.concerned])), Promise.all(retracted), Promise.all(said), Promise.all(tidied)]);
  if (merged.join() !== spokenOf.filter((id) => fresh.some(({ redirects }) => redirects.isMerged(id))).toSorted().join()) throw new DecidedMeanwhile();
  const written = new Map(fresh.map(({ extraction, found }, at) => [extraction, outcome(found.length > 0, lines[at] ?? [], linesOf(extraction))]));
  return items.map(({ extraction }) => written.get(extraction) ?? { result: 'already there', added: 0, removed: 0 });
}

const outcome = (replaces: boolean, before: readonly string[], now: readonly string[]): Written => ({ result: replaces ? 'replaced' : 'loaded', added: missingFrom(before, now), removed: missingFrom(now, before) });

const ATTEMPTS = 5;

export interface Item {
  readonly extraction: Extraction;
  readonly loading: Loading;
}

/**
 * Writes the documents in one transaction; after a failure nothing of them is there. Two that write the same document, or documents that
 * name the same things, wait for each other. Whatever people have decided on their statements and names holds: see decisions/.
 * @param items distinct in id and uri; some thousand rows together are written fastest
 */
export async function writeExtractions(store: Store, items: readonly Item[]): Promise<Written[]> {
  const turns = items.flatMap(({ extraction: { document } }) => [document.id, document.uri]);
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.transaction('write documents', (run) => inTurnFor(run, turns, () => replaceAll(run, items)));
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof DecidedMeanwhile ? error.cause : error;
      if (!(cause instanceof DecidedMeanwhile) || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Writes one document: see writeExtractions. */
export async function writeExtraction(store: Store, extraction: Extraction, loading: Loading): Promise<Written> {
  const [written] = await writeExtractions(store, [{ extraction, loading }]);
  if (!written) throw new Error(`nothing became of ${extraction.document.uri}`);
  return written;
}

/** What writing the extraction would do, as far as it can be told now. Writes nothing. */
export async function compareWithGraph(store: Store, extraction: Extraction, { readBy, replaces }: Loading): Promise<Written> {
  const { id, uri } = extraction.document;
  const found = await store.read(documentsThere, { id, uri, replaces });
  if (found.some((one) => one.id === id && one.readBy === readBy) && !replaces.includes(id)) return { result: 'already there', added: 0, removed: 0 };
  const before = found.length === 0 ? [] : await store.read(statementsSaid, { ids: found.map((one) => one.id) }, { timeLimit: 60_000 });
  return outcome(found.length > 0, before, linesOf(extraction));
}

/** Takes documents back whole: what only they said goes with them. Decisions on their statements are kept, and apply to nothing. */
export async function removeDocuments(store: Store, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await store.transaction('remove document', async (run) => {
      const found = (await run(documentsThere, { id, uri: '', replaces: [] })).filter((one) => one.id === id);
      const [gone] = found;
      if (!gone) return;
      await inTurnFor(run, [id, gone.uri], async () => {
        const names = namedBy(found);
        const redirects = await readRedirects(run, names);
        await retract(run, found, redirects);
        await run(queries.writing('leave decisions', 'UNWIND $rows AS row MATCH (d:Decision {uri: row.uri}) SET d.appliesTo = NULL'), { rows: [{ uri: gone.uri }] });
        await tidy(run, names.flatMap((name) => [name, redirects.shown(name, gone.uri)]), gone.names === null);
      });
    });
  }
}
