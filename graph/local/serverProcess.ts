// One Neo4j server as a process of its own: its settings, how it is started, how it is known to answer, how it is stopped in good order.

import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '../../schema/failures.ts';
import { classArchive, keepArchive, type ClassArchive } from './classArchive.ts';
import { ended, lives, seen, signal, type Seen } from './processes.ts';

const HEAP = '512m';
const PAGE_CACHE = '256m';
/** One person's database is mostly asked things for the first time: code that is ready soon beats code that is best in the end (8.6 s to the first answer became 5.5 s). */
const QUICK = ['-XX:TieredStopAtLevel=1'];
/** How long a server may take to answer on a slow machine, and to write everything down when it is stopped, in milliseconds. */
const START_PATIENCE = 180_000;
const STOP_PATIENCE = 120_000;

/** A started server: its process and the port at which it will answer. */
export interface Server extends Seen {
  readonly port: number;
  /** What it writes down at its end to make the next start faster. */
  readonly archive?: ClassArchive | null;
}

const settings = (port: number): string => `# Written at each start of the atlas; changes made here are lost.
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${port}
server.bolt.advertised_address=127.0.0.1:${port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=${PAGE_CACHE}
dbms.security.auth_enabled=true
dbms.security.allow_csv_import_from_file_urls=false
dbms.usage_report.enabled=false
# The database fetches no address on anybody's behalf.
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
# By default it waits ten idle seconds before it stops.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
internal.server.bolt.thread_pool_shutdown_wait_time=1s
# A quarter of a gigabyte of disk is not taken before it is needed, and old transaction logs are not kept.
db.tx_log.preallocate=false
db.tx_log.rotation.retention_policy=1 files
`;

/** Starts a server on a free port of this machine. It outlives us until it is told to stop: whoever starts it must record it. */
export async function startServerProcess(java: { readonly command: string; readonly build: string }, jars: string, folder: string): Promise<Server> {
  const port = await freePort();
  mkdirSync(join(folder, 'conf'), { recursive: true });
  mkdirSync(join(folder, 'logs'), { recursive: true });
  writeFileSync(join(folder, 'conf', 'neo4j.conf'), settings(port));
  const output = openSync(outputOf(folder), 'w');
  const opened = ['java.nio', 'java.io', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);
  const archive = classArchive(jars, java.build);
  const child = spawn(
    java.command,
    [...QUICK, ...archive.options, `-Xms64m`, `-Xmx${HEAP}`, '-XX:+ExitOnOutOfMemoryError', '-Dfile.encoding=UTF-8', '-Dio.netty.tryReflectionSetAccessible=true', ...opened, '-cp', join(jars, '*'), 'org.neo4j.server.CommunityEntryPoint', `--home-dir=${folder}`, `--config-dir=${join(folder, 'conf')}`],
    // A process group of its own: Ctrl-C in the terminal reaches us and not the server, which we stop in good order.
    { detached: true, stdio: ['ignore', output, output] },
  );
  closeSync(output);
  const pid = await new Promise<number>((resolve, reject) => child.once('error', reject).once('spawn', () => resolve(child.pid ?? 0)));
  child.unref();
  return { ...(seen(pid) ?? { pid, started: 'ended at once' }), port, archive: archive.writes };
}

/** What the server writes down; kept over its runs. */
const logOf = (folder: string): string => join(folder, 'logs', 'neo4j.log');
/** What Java says outside the log, of this run only: a bad option, too little memory. */
const outputOf = (folder: string): string => join(folder, 'logs', 'java-output.log');

/** Waits until somebody listens at the server's port. SETUP_REQUIRED where the server ends before that. */
export async function untilItListens(server: Server, folder: string, abort?: AbortSignal): Promise<void> {
  const until = performance.now() + START_PATIENCE;
  while (!(await listens(server.port))) {
    abort?.throwIfAborted();
    if (!lives(server)) throw new Failure('SETUP_REQUIRED', `The database ended while it was starting: ${lastComplaint(folder)} The whole story stands in ${logOf(folder)}`);
    if (performance.now() > until) throw new Failure('SETUP_REQUIRED', `The database has not answered for ${START_PATIENCE / 60_000} minutes; its log is ${logOf(folder)}`);
    await wait(100);
  }
}

/** Asks it to stop and waits; what it has acknowledged is on disk either way, so force is the safe last resort. */
export async function stopServerProcess(server: Seen & Pick<Server, 'archive'>, hurry?: AbortSignal): Promise<void> {
  signal(server, 'SIGTERM');
  const force = () => signal(server, 'SIGKILL');
  hurry?.addEventListener('abort', force, { once: true });
  if (hurry?.aborted || !(await ended(server, STOP_PATIENCE))) force();
  await ended(server, 10_000);
  keepArchive(server.archive);
  hurry?.removeEventListener('abort', force);
}

/** The last error of this run: what Java itself said, else what Neo4j wrote since it was started. */
function lastComplaint(folder: string): string {
  const java = linesOf(outputOf(folder));
  const lines = linesOf(logOf(folder));
  const ofThisRun = lines.slice(Math.max(0, lines.findLastIndex((line) => line.endsWith(' Starting...'))));
  const complaint = java.findLast((line) => /error|exception/i.test(line)) ?? ofThisRun.findLast((line) => /\bERROR\b/.test(line)) ?? ofThisRun.findLast((line) => /Exception|Caused by/.test(line)) ?? 'it said nothing';
  return complaint.trim().replace(/[.\s]*$/, '.');
}

const linesOf = (file: string): string[] => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    const answer = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('connect', () => answer(true)).once('error', () => answer(false));
  });
}
