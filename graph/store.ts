// The one door to Neo4j: driver lifetime, transactions, time limits, and what a database error means for a person.
// Nothing else in the project imports the driver; values of its own classes never leave this file.

import neo4j, { type Driver, type ManagedTransaction, type QueryResult, type RoutingControl } from 'neo4j-driver';
import { inSentence, needsRestart, tookTooLong, type DatabaseAddress } from './databaseErrors.ts';
import { patience } from './patience.ts';
import { Failure, type FailureCode } from '../schema/failures.ts';

/**
 * A query is a value: its name (for logs, limits and tests), its Cypher as one constant string, and how a record becomes a row.
 * Records hold plain values: a node or relationship arrives as its properties, a date as its ISO string, numbers as numbers.
 */
export interface Query<Parameters extends object, Row> {
  readonly name: string;
  readonly cypher: string;
  readonly decode: (record: Readonly<Record<string, unknown>>) => Row;
  /** Never set: holds the type of the parameters, so that a call with others does not compile. */
  readonly takes?: Parameters;
}

/** A query with its parameters, ready to run inside a transaction. */
export interface Step<Row> {
  readonly query: Query<never, Row>;
  readonly parameters: object;
}

/** Binds parameters to their query for `writeInOneTransaction`. */
export const step = <Parameters extends object, Row>(query: Query<Parameters, Row>, parameters: NoInfer<Parameters>): Step<Row> => ({ query: query as Query<never, Row>, parameters });

export interface RunOptions {
  /** Milliseconds after which the database ends the transaction and TIMEOUT is thrown: 5,000 for reads (15,000 for a question never answered before, which the database must plan first), 120,000 for writes. */
  readonly timeLimit?: number;
  /** Aborted when nobody waits for the answer any more: the database is told to stop, and the signal's reason is thrown at once. */
  readonly signal?: AbortSignal;
  /** Told of the statements of this call, as `StoreOptions.onQuery` is of all. */
  readonly onQuery?: (run: QueryRun) => void;
}

/** UP; DEGRADED: away and expected back; NEEDS_RESTART: reachable, and refusing all work (a full disk) until somebody restarts it. */
export type Health = { readonly state: 'UP' } | { readonly state: 'DEGRADED' | 'NEEDS_RESTART'; readonly reason: string };

export interface QueryRun {
  readonly name: string;
  readonly access: RoutingControl;
  readonly milliseconds: number;
  /** 0 where it failed. */
  readonly rows: number;
  /** Null where it was answered; BUG stands for what no Failure names. */
  readonly failure: FailureCode | 'BUG' | null;
}

export interface StoreOptions {
  /** Told of every statement that was sent, once it is answered or has failed: for logs, metrics, and tests that count statements. */
  readonly onQuery?: (run: QueryRun) => void;
  /** How long a transaction is tried again while the database is away, in milliseconds: 30,000. */
  readonly retryFor?: number;
  /** Milliseconds within which the database must have begun a transaction, tries included, or DATABASE_UNAVAILABLE is thrown. No limit by default: a loader would rather wait. */
  readonly beginWithin?: number;
}

/** Asks inside a transaction. Several calls may be under way at once: they are answered in the order in which they were asked. */
export type Run = <Parameters extends object, Row>(query: Query<Parameters, Row>, parameters: NoInfer<Parameters>) => Promise<Row[]>;

export interface Store {
  /** Rows in the order of the query. Sent to a reader of a cluster; the database refuses to write in it. */
  read<Parameters extends object, Row>(query: Query<Parameters, Row>, parameters: NoInfer<Parameters>, options?: RunOptions): Promise<Row[]>;
  write<Parameters extends object, Row>(query: Query<Parameters, Row>, parameters: NoInfer<Parameters>, options?: RunOptions): Promise<Row[]>;
  /** All of the steps or none of them, in their order. Returns the rows of each. May be tried again as a whole. */
  writeInOneTransaction<const Rows extends readonly unknown[]>(steps: { readonly [At in keyof Rows]: Step<Rows[At]> }, options?: RunOptions): Promise<{ [At in keyof Rows]: Rows[At][] }>;
  /** For work that must read before it knows what to write: all of it or nothing. The work may be called again after a passing failure, so it must do nothing but ask `run`. */
  transaction<Result>(name: string, work: (run: Run) => Promise<Result>, options?: RunOptions): Promise<Result>;
  /** Asks the database one trivial question, without trying again; answers within 2 s. */
  verify(): Promise<Health>;
  close(): Promise<void>;
}

const READ_LIMIT = 5_000;
const WRITE_LIMIT = 120_000;
/** Milliseconds more for a question that was not answered before: the database thinks about each new one for up to seconds, then it knows how. */
const FIRST_TIME = 10_000;
/** Questions that are remembered as answered before; beyond it all are forgotten, and each has its first time again. */
const REMEMBERED = 10_000;
/** Milliseconds beyond its time limit after which a transaction that the database should have ended is given up. */
const GRACE = 2_000;

/**
 * Connects, and fails at once where that cannot work: SETUP_REQUIRED (password, database name, address),
 * DATABASE_UNAVAILABLE (nobody answers there).
 */
export async function openStore(address: DatabaseAddress, { onQuery, retryFor = 30_000, beginWithin = Infinity }: StoreOptions = {}): Promise<Store> {
  const { database } = address;
  const driver = connect(address, retryFor);
  // One manager for all transactions: whoever wrote something reads it, also from another member of a cluster.
  const bookmarkManager = driver.executeQueryBookmarkManager;
  const place = { ...(database === undefined ? {} : { database }), bookmarkManager };

  const inTransaction = async <Result>(access: RoutingControl, name: string, work: (run: Run) => Promise<Result>, { timeLimit = access === 'READ' ? READ_LIMIT : WRITE_LIMIT, signal, onQuery: onThis }: RunOptions = {}): Promise<Result> => {
    signal?.throwIfAborted();
    let failed = name;
    const waits = patience(address, { begin: beginWithin, answer: timeLimit + GRACE, unanswered: () => tookTooLong(failed, timeLimit) }, signal);
    const session = driver.session({ ...place, defaultAccessMode: access === 'READ' ? neo4j.session.READ : neo4j.session.WRITE });
    const attempt = (transaction: ManagedTransaction): Promise<Result> => {
      waits.forAnswer();
      let isFirst = true;
      return work((query, parameters) =>
        send(transaction, { access, timeLimit, signal, onThis }, query, parameters).catch((error: unknown) => {
          waits.forBeginning();
          // What is asked after a failure fails because of it.
          if (isFirst) failed = query.name;
          isFirst = false;
          throw error;
        }),
      );
    };
    const settings = { timeout: timeLimit, metadata: { query: name } };
    try {
      return await Promise.race([waits.over, access === 'READ' ? session.executeRead(attempt, settings) : session.executeWrite(attempt, settings)]);
    } catch (error) {
      signal?.throwIfAborted();
      throw inSentence(error, { address, query: failed, timeLimit });
    } finally {
      waits.end();
      // Stops what still runs. Not awaited: on a database that died in the middle it may never come to an end.
      session.close().catch(() => {});
    }
  };

  /**
   * A question of one statement needs no transaction around it: sent alone it costs one round trip instead of three, and a third less work.
   * Null where it failed for a reason that passes: then it is asked in a transaction, which the driver tries again.
   */
  const answered = new Set<string>();
  const atOnce = async <Parameters extends object, Row>(query: Query<Parameters, Row>, parameters: object, { timeLimit = READ_LIMIT + (answered.has(query.cypher) ? 0 : FIRST_TIME), signal, onQuery: onThis }: RunOptions = {}): Promise<Row[] | null> => {
    signal?.throwIfAborted();
    const waits = patience(address, { begin: beginWithin, answer: timeLimit + GRACE, unanswered: () => tookTooLong(query.name, timeLimit), lives: () => answersAtAll(driver, address) }, signal);
    const session = driver.session({ ...place, defaultAccessMode: neo4j.session.READ });
    const asked: Asking = { run: (cypher, values) => session.run(cypher, values, { timeout: timeLimit, metadata: { query: query.name } }) };
    try {
      const rows = await Promise.race([waits.over, send(asked, { access: 'READ', timeLimit, signal, onThis, isLast: false }, query, parameters)]);
      if (answered.size >= REMEMBERED) answered.clear();
      answered.add(query.cypher);
      return rows;
    } catch (error) {
      signal?.throwIfAborted();
      if (neo4j.isRetryableError(error)) return null;
      throw inSentence(error, { address, query: query.name, timeLimit });
    } finally {
      waits.end();
      session.close().catch(() => {});
    }
  };

  /** What a statement is sent through: a session, or a transaction of one. */
  interface Asking {
    run(cypher: string, parameters: unknown): PromiseLike<QueryResult>;
  }
  type Circumstances = { readonly access: RoutingControl; readonly timeLimit: number; readonly signal: AbortSignal | undefined; readonly onThis: RunOptions['onQuery']; /** Whether a failure that passes is told: false where it is asked again. */ readonly isLast?: boolean };
  const send = async <Parameters extends object, Row>(asking: Asking, { access, timeLimit, signal, onThis, isLast = true }: Circumstances, query: Query<Parameters, Row>, parameters: object): Promise<Row[]> => {
    const began = performance.now();
    const tell = (rows: number, failure: QueryRun['failure']) => {
      const run = { name: query.name, access, milliseconds: performance.now() - began, rows, failure };
      onQuery?.(run);
      onThis?.(run);
    };
    const { records } = await asking.run(query.cypher, sendable(parameters)).then(undefined, (error: unknown) => {
      if (!isLast && neo4j.isRetryableError(error)) throw error;
      const meaning = inSentence(error, { address, query: query.name, timeLimit });
      // What fails because nobody waits for it is no failure.
      if (!signal?.aborted) tell(0, meaning instanceof Failure ? meaning.code : 'BUG');
      throw error;
    });
    tell(records.length, null);
    return records.map((record) => query.decode(plainObject(record.toObject())));
  };

  // Sent one behind the other without waiting for answers: a document costs one round trip, not one for each of its steps.
  const allOf = (steps: readonly Step<unknown>[]) => (run: Run): Promise<unknown[][]> => Promise.all(steps.map(({ query, parameters }) => run(query as Query<object, unknown>, parameters)));

  try {
    await driver.verifyConnectivity(database === undefined ? {} : { database });
  } catch (error) {
    await driver.close();
    throw inSentence(error, { address, query: 'connecting', timeLimit: 0 });
  }
  return {
    read: async (query, parameters, options) => (await atOnce(query, parameters, options)) ?? inTransaction('READ', query.name, (run) => run(query, parameters), options),
    write: (query, parameters, options) => inTransaction('WRITE', query.name, (run) => run(query, parameters), options),
    // The rows stand in the order of their steps, which the type system cannot see.
    writeInOneTransaction: async (steps, options) => (await inTransaction('WRITE', steps[0]?.query.name ?? 'nothing', allOf(steps), options)) as { [At in keyof typeof steps]: never[] },
    transaction: (name, work, options) => inTransaction('WRITE', name, work, options),
    verify: () => healthOf(driver, address),
    close: () => driver.close(),
  };
}

function connect({ uri, user, password }: DatabaseAddress, retryFor: number): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(user, password), {
      disableLosslessIntegers: true,
      maxTransactionRetryTime: retryFor,
      connectionTimeout: 5_000,
      connectionAcquisitionTimeout: 15_000,
      telemetryDisabled: true,
      userAgent: 'advocacy-atlas',
    });
  } catch (error) {
    throw new Failure('SETUP_REQUIRED', `NEO4J_URI=${uri} is not an address of a Neo4j: write it as bolt://host:7687 or neo4j://host:7687.`, { cause: error });
  }
}

/** Whether the database answers anything: asked beside a question that keeps silent. Never rejects, and may wait without end. */
const answersAtAll = async (driver: Driver, { database }: DatabaseAddress): Promise<boolean> => {
  const session = driver.session({ ...(database === undefined ? {} : { database }), defaultAccessMode: neo4j.session.READ });
  try {
    await session.run('RETURN 1 AS one', {}, { metadata: { query: 'answers' } });
    return true;
  } catch {
    return false; // the question itself will tell why
  } finally {
    session.close().catch(() => {});
  }
};

const VERIFY_LIMIT = 2_000;

async function healthOf(driver: Driver, address: DatabaseAddress): Promise<Health> {
  const session = driver.session({ ...(address.database === undefined ? {} : { database: address.database }), defaultAccessMode: neo4j.session.READ });
  const tooLate = AbortSignal.timeout(VERIFY_LIMIT);
  const silence = new Promise<never>((_, reject) => tooLate.addEventListener('abort', () => reject(new Failure('DATABASE_UNAVAILABLE', `The database at ${address.uri} has not answered for ${VERIFY_LIMIT / 1000} s.`)), { once: true }));
  try {
    // An auto-commit query: unlike a managed transaction it is not tried again, so a health check answers at once.
    await Promise.race([session.run('RETURN 1 AS one', {}, { timeout: VERIFY_LIMIT, metadata: { query: 'verify' } }), silence]);
    return { state: 'UP' };
  } catch (error) {
    const reason = inSentence(error, { address, query: 'verify', timeLimit: VERIFY_LIMIT }).message;
    return { state: needsRestart(error) ? 'NEEDS_RESTART' : 'DEGRADED', reason };
  } finally {
    // Not awaited: on a silent server closing waits for it too.
    session.close().catch(() => {});
  }
}

/** JavaScript has one kind of number and the driver sends it as a float; LIMIT, offsets and pages want integers. Whole numbers are sent as integers. */
function sendable(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(sendable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, sendable(one)]));
}

/** The record's own object, its values made plain in place: what the driver has just built is nobody else's. */
function plainObject(record: Record<string, unknown>): Record<string, unknown> {
  for (const key in record) {
    const value = record[key];
    if (typeof value === 'object' && value !== null) record[key] = plain(value);
  }
  return record;
}

/** The driver's own classes become plain values: nodes and relationships their properties, dates and times ISO strings. */
function plain(value: object): unknown {
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) if (typeof one === 'object' && one !== null) value[at] = plain(one as object);
    return value;
  }
  if (Object.getPrototypeOf(value) === Object.prototype) return plainObject(value as Record<string, unknown>);
  if (neo4j.isNode(value) || neo4j.isRelationship(value)) return plainObject(value.properties);
  if (neo4j.isDate(value) || neo4j.isDateTime(value) || neo4j.isLocalDateTime(value) || neo4j.isTime(value) || neo4j.isLocalTime(value) || neo4j.isDuration(value)) return value.toString();
  return plainObject({ ...value });
}
