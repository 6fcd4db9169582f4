// The failures that are part of the contract. Whatever else is thrown is a bug: masked for the caller, logged whole.

export type FailureCode =
  /** The caller asked for something that makes no sense; the message says what was expected. */
  | 'BAD_USER_INPUT'
  /** The id is well formed and names nothing here. */
  | 'NOT_FOUND'
  /** The question would return, or needs, more than is allowed; the message says how to narrow it. */
  | 'QUERY_TOO_EXPENSIVE'
  /** The question took longer than its time limit; the message names it. */
  | 'TIMEOUT'
  /** Writing needs a token, and none or a wrong one came. */
  | 'UNAUTHENTICATED'
  /** What was to be changed is no longer as the caller saw it; the message says what has happened to it. */
  | 'CONFLICT'
  /** More requests than one client may send in a while; the message says when to come back. */
  | 'TOO_MANY_REQUESTS'
  /** The database is away and is expected back. */
  | 'DATABASE_UNAVAILABLE'
  /** A file could not be read as a document; the message says why. */
  | 'UNREADABLE_DOCUMENT'
  /** Something that the program needs is missing on this machine; the message says how to get it. */
  | 'SETUP_REQUIRED';

/** A failure that the program expects and explains: what was expected, what came, what to do. */
export class Failure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Failure';
    this.code = code;
  }
}

/** How a command ends on an error: a Failure prints its one sentence, anything else its stack, for whoever mends the bug. */
export function reportOf(error: unknown): string {
  if (error instanceof Failure) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
