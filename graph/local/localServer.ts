// The database of the atlas: the one that NEO4J_URI names, or else a Neo4j that the atlas runs for itself.
// Several commands may use the own one at once: the first starts it, the others join, the last to leave stops it.
// Whatever a killed run left behind (a server, a record, a lock) is found and put in order by the next one.

import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from '../../schema/failures.ts';
import type { Settings } from '../../schema/settings.ts';
import type { DatabaseAddress } from '../databaseErrors.ts';
import { openWithOwnPassword } from './ownPassword.ts';
import { jars } from './jars.ts';
import { complaintAboutJava, findJava, NEO4J_VERSION as VERSION } from './prerequisites.mjs';
import { lives, self, type Seen } from './processes.ts';
import { startServerProcess, stopServerProcess, untilItListens, type Server } from './serverProcess.ts';
import { inTurn } from './turns.ts';

export type DatabaseSettings = Pick<Settings, 'NEO4J_URI' | 'NEO4J_USER' | 'NEO4J_PASSWORD' | 'NEO4J_DATABASE' | 'NEO4J_DATA'>;

export interface OpenOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Told what takes long (fetching, starting), one short line at a time. */
  readonly say?: (progress: string) => void;
  /** Aborted when the user does not want to wait any more: what was started is stopped again. */
  readonly abort?: AbortSignal;
}

export interface OpenDatabase extends DatabaseAddress {
  /** Leaves the database; the last to leave the own one stops it. May be called again. `hurry`, when aborted, ends it by force. */
  close(hurry?: AbortSignal): Promise<void>;
}

/** Who uses the own database, kept as running.json in its folder. */
interface Running {
  readonly version: string;
  readonly server: Server;
  readonly users: readonly Seen[];
  /** Set before the server is told to stop: a run that is killed while it waits leaves a server that nobody may join. */
  readonly stopping?: true;
}

/** Where the own database keeps its files; a relative one is meant from the project's folder, wherever the command was given. */
export const dataFolder = ({ NEO4J_DATA }: Pick<Settings, 'NEO4J_DATA'>): string => resolve(import.meta.dirname, '../..', NEO4J_DATA);

/** The database to use, answering. SETUP_REQUIRED where something is missing on this machine. */
export async function openDatabase(settings: DatabaseSettings, { env = process.env, say = () => {}, abort }: OpenOptions = {}): Promise<OpenDatabase> {
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = settings;
  if (uri !== undefined) return { uri, user, password: password ?? '', ...(database === undefined ? {} : { database }), close: async () => {} };

  const folder = dataFolder(settings);
  makeWritable(folder);
  const turn = join(folder, 'turns');
  const own = self();
  const address = await inTurn(
    turn,
    async () => {
      const running = await stillTrue(readRunning(folder));
      const { server, users } = running ?? (await start(folder, { env, say, ...(abort ? { abort } : {}) }));
      try {
        await untilItListens(server, folder, abort);
        const found = await openWithOwnPassword(`bolt://127.0.0.1:${server.port}`, folder, abort);
        writeRunning(folder, { version: VERSION, server, users: [...users, own] });
        return found;
      } catch (error) {
        if (users.length === 0) await stop(folder, { version: VERSION, server, users });
        throw error;
      }
    },
    abort,
  );
  let closing: Promise<void> | undefined;
  return { ...address, close: (hurry) => (closing ??= inTurn(turn, () => leave(folder, own, hurry))) };
}

/** What of the record is still true: the living users of a living server. A server that nobody can use any more is stopped. */
async function stillTrue(record: Running | null): Promise<Running | null> {
  if (!record || !lives(record.server)) return null;
  const users = record.users.filter(lives);
  if (!record.stopping && (record.version === VERSION || users.length > 0)) return { ...record, users };
  await stopServerProcess(record.server);
  return null;
}

async function start(folder: string, { env = process.env, say = () => {}, abort }: OpenOptions): Promise<Running> {
  const java = findJava(env);
  const complaint = complaintAboutJava(java);
  if (complaint !== null || java === null) throw new Failure('SETUP_REQUIRED', complaint ?? '');
  const programs = await jars({ env, say, ...(abort ? { abort } : {}) });
  say('Starting the database …');
  const server = await startServerProcess(java, programs, folder);
  const running = { version: VERSION, server, users: [] };
  writeRunning(folder, running);
  return running;
}

async function stop(folder: string, running: Running, hurry?: AbortSignal): Promise<void> {
  writeRunning(folder, { ...running, stopping: true });
  await stopServerProcess(running.server, hurry);
  rmSync(recordOf(folder), { force: true });
}

/** One user may have opened it twice, so one entry goes, not all of that process. */
async function leave(folder: string, own: Seen, hurry?: AbortSignal): Promise<void> {
  const record = readRunning(folder);
  if (!record) return;
  const at = record.users.findIndex(({ pid, started }) => pid === own.pid && started === own.started);
  const users = record.users.filter((user, index) => index !== at && lives(user));
  if (users.length === 0) await stop(folder, { ...record, users }, hurry);
  else writeRunning(folder, { ...record, users });
}

/** The own database's server, where it runs. */
export function livingServer(folder: string): Server | null {
  const server = readRunning(folder)?.server;
  return server && lives(server) ? server : null;
}

const recordOf = (folder: string): string => join(folder, 'running.json');

/** Null where there is no record or a spoiled one (a power cut): a server that runs all the same still holds Neo4j's own lock on the folder. */
function readRunning(folder: string): Running | null {
  if (!existsSync(recordOf(folder))) return null;
  try {
    return JSON.parse(readFileSync(recordOf(folder), 'utf8')) as Running; // written by writeRunning alone
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function writeRunning(folder: string, running: Running): void {
  const written = `${recordOf(folder)}.new`;
  writeFileSync(written, `${JSON.stringify(running, null, 2)}\n`);
  renameSync(written, recordOf(folder));
}

function makeWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Failure('SETUP_REQUIRED', `The folder ${folder} for the database cannot be written: make it writable for you, or set NEO4J_DATA to another folder.`, { cause: error });
  }
}
