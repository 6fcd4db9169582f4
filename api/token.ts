// Who may write: names with secret tokens. A token is never kept, logged or told; what is kept is its hash, compared in the same time
// whatever was sent.

import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Failure } from '../schema/failures.ts';

/** Whoever signed in: the name under which the audit trail keeps what they decide. */
export interface Viewer {
  readonly name: string;
}

/** Who asks, or why it is nobody: the sentence with which writing is refused. */
export interface SignIn {
  readonly viewer: Viewer | null;
  /** '' where somebody is signed in. */
  readonly refusal: string;
}

/** Reads the Authorization header of a request. Never fails: questions are answered to anybody. */
export type Doorkeeper = (authorization: string | undefined) => SignIn;

export const NOBODY_MAY_WRITE = 'Writing needs a token and this atlas has none: start it with ATLAS_TOKENS=name:token (README, Settings).';
const SEND_ONE = 'Writing needs a token: send the header “Authorization: Bearer …” with yours.';
const UNKNOWN = 'The token that was sent is not known here: check it, or ask whoever runs this atlas for one.';

/** Shorter ones can be guessed. */
const SHORTEST_TOKEN = 24;
const NAME = /^[\p{L}\p{N}][^\p{C}:,]{0,79}$/u;
const TOKEN = /^[\w.~+/=-]+$/;
/** Where the setting is a path and no pair. */
const PATH = /^(?:\.{0,2}[\\/]|[A-Za-z]:[\\/])/;

const wrong = (what: string, cause?: unknown): Failure => new Failure('SETUP_REQUIRED', `ATLAS_TOKENS is not right: ${what} (example: ATLAS_TOKENS=ana:$(openssl rand -hex 24)).`, cause === undefined ? {} : { cause });

function textOf(setting: string): string {
  if (!PATH.test(setting)) return setting;
  try {
    return readFileSync(setting, 'utf8');
  } catch (error) {
    throw wrong(`the file ${setting} cannot be read; name one with a pair name:token in each line`, error);
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

interface Holder {
  readonly name: string;
  readonly hash: Buffer;
}

/** What is wrong is told by the number of the pair: a message must not show a token. */
function holdersIn(text: string): Holder[] {
  const pairs = text.split(/[,\n]/).map((pair) => pair.trim()).filter((pair) => pair !== '' && !pair.startsWith('#'));
  const holders = pairs.map((pair, at): Holder => {
    const colon = pair.lastIndexOf(':');
    const [name, token] = [pair.slice(0, Math.max(colon, 0)).trim(), pair.slice(colon + 1).trim()];
    if (colon < 0 || !NAME.test(name)) throw wrong(`pair ${at + 1} is not of the form name:token`);
    if (token.length < SHORTEST_TOKEN || !TOKEN.test(token)) throw wrong(`the token of ${name} must have at least ${SHORTEST_TOKEN} characters, letters and digits without spaces`);
    return { name, hash: hashOf(token) };
  });
  if (holders.length === 0) throw wrong('it names nobody');
  if (new Set(holders.map(({ name }) => name)).size !== holders.length) throw wrong('two pairs have the same name');
  if (new Set(holders.map(({ hash }) => hash.toString('hex'))).size !== holders.length) throw wrong('two pairs have the same token');
  return holders;
}

/** @param setting as ATLAS_TOKENS has it. @throws Failure SETUP_REQUIRED, without showing a token */
export function doorkeeper(setting: string | undefined): Doorkeeper {
  if (setting === undefined) return () => ({ viewer: null, refusal: NOBODY_MAY_WRITE });
  const holders = holdersIn(textOf(setting));
  return (authorization) => {
    const sent = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
    if (sent === undefined) return { viewer: null, refusal: SEND_ONE };
    const hash = hashOf(sent);
    // All are compared, so that the time tells nothing of which it was.
    const [found] = holders.filter((holder) => timingSafeEqual(holder.hash, hash));
    return found ? { viewer: { name: found.name }, refusal: '' } : { viewer: null, refusal: UNKNOWN };
  };
}

/** Asked by everything that changes something, before it looks at what is to be changed. @throws Failure UNAUTHENTICATED, saying how to sign in */
export function writer({ viewer, refusal }: { readonly viewer: Viewer | null; readonly refusal: string }): Viewer {
  if (viewer === null) throw new Failure('UNAUTHENTICATED', refusal);
  return viewer;
}
