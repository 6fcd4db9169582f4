// What an error of the database means for a person: one sentence that says what to do, under a code of the contract.

import { Failure } from '../schema/failures.ts';

/** Where a Neo4j answers and who asks. Without `database`, the user's home database. */
export interface DatabaseAddress {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database?: string;
}

interface Circumstances {
  readonly address: DatabaseAddress;
  readonly query: string;
  /** Milliseconds. */
  readonly timeLimit: number;
}

/** The code of an error of the driver or the server, '' for anything else. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');

/**
 * A Failure where the error is one that is expected: SETUP_REQUIRED (password, database name, address), TIMEOUT, QUERY_TOO_EXPENSIVE (memory),
 * DATABASE_UNAVAILABLE. Anything else is a bug, and comes back under the name of its query.
 */
export function inSentence(error: unknown, { address, query, timeLimit }: Circumstances): Error {
  if (error instanceof Failure) return error;
  const code = codeOf(error);
  const { uri, user, database } = address;
  const message = error instanceof Error ? error.message : String(error);
  const cause = { cause: error };
  switch (code) {
    case 'Neo.ClientError.Security.Unauthorized':
      return new Failure('SETUP_REQUIRED', `The password for user ${user} at ${uri} was refused: set NEO4J_USER and NEO4J_PASSWORD to a user and password of that Neo4j.`, cause);
    case 'Neo.ClientError.Security.AuthenticationRateLimit':
      return new Failure('SETUP_REQUIRED', `${uri} refuses user ${user} for a while after too many wrong passwords: set the right NEO4J_PASSWORD and try again in a minute.`, cause);
    case 'Neo.ClientError.Security.CredentialsExpired':
      return new Failure('SETUP_REQUIRED', `The password for user ${user} at ${uri} must be changed before it can be used: change it there, then set NEO4J_PASSWORD.`, cause);
    case 'Neo.ClientError.Database.DatabaseNotFound':
      return new Failure('SETUP_REQUIRED', `There is no database named ${database ?? '(the home database)'} at ${uri}: correct NEO4J_DATABASE or create it there.`, cause);
    case 'Neo.DatabaseError.Schema.ConstraintCreationFailed':
      return new Failure('SETUP_REQUIRED', `The database at ${uri} holds nodes that the atlas did not make and that share an id: give the atlas an empty database of its own (NEO4J_DATABASE).`, cause);
    case 'Neo.ClientError.Transaction.TransactionTimedOut':
    case 'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration':
      return tookTooLong(query, timeLimit, cause);
    case 'Neo.TransientError.General.MemoryPoolOutOfMemoryError':
    case 'Neo.TransientError.General.OutOfMemoryError':
      return new Failure('QUERY_TOO_EXPENSIVE', `The question “${query}” needs more memory than the database allows: narrow it by a filter, a shorter time span or fewer hops.`, cause);
  }
  // The pool of connections reports a timed-out wait without a code of its own.
  if (code === 'ServiceUnavailable' || code === 'SessionExpired' || isUnavailable(code) || message.startsWith('Connection acquisition timed out')) {
    return new Failure('DATABASE_UNAVAILABLE', `The database at ${uri} does not answer: ${howToBringItBack(message)}`, cause);
  }
  return new Error(`the query “${query}” failed: ${message}`, cause);
}

/** @param timeLimit milliseconds. */
export const tookTooLong = (query: string, timeLimit: number, cause?: ErrorOptions): Failure =>
  new Failure('TIMEOUT', `The question “${query}” took longer than its limit of ${timeLimit / 1000} s: narrow it by a filter, a shorter time span or fewer hops.`, cause);

const isUnavailable = (code: string): boolean => code.endsWith('.DatabaseUnavailable') || code.endsWith('.TransactionStartFailed') || code === 'Neo.TransientError.Cluster.NotALeader';

/** A certificate that is not trusted looks like an absent server to the driver; the way out differs. */
const howToBringItBack = (message: string): string =>
  /certificate|self.signed|SSL|TLS/i.test(message) ? `its certificate was not accepted (${message.split('\n')[0]}); for a certificate of your own use bolt+ssc:// or neo4j+ssc://.` : 'see that it is running and that NEO4J_URI names it, and try again.';

/** Reachable, and refusing all work until somebody restarts it: what a full disk leaves behind. */
export const needsRestart = (error: unknown): boolean => codeOf(error).endsWith('.TransactionStartFailed') || codeOf(error).startsWith('Neo.DatabaseError.');
