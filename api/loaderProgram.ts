// The loader, run once over one file as a process of its own: told how far it is, read by its report, stopped politely.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { PrivateFolder } from './loadedFile.ts';
import { isInTheGraph, readReport, type LoadReport } from './loadReport.ts';

const LOADER = join(import.meta.dirname, '..', 'loaders', 'load.ts');
/** Milliseconds that a loader which was asked to stop may take: it ends its transaction and leaves the database. */
const STOP_PATIENCE = 8_000;
/** Characters of what the loader says that are kept: its last sentence tells why it ended. */
const KEPT = 8_000;

const message = z.object({ files: z.number(), of: z.number(), documents: z.number() });

export interface Outcome {
  /** Null where the load did not come to its end. */
  readonly report: LoadReport | null;
  /** Why nothing was loaded, as one sentence; null where something was. */
  readonly failure: string | null;
}

export interface LoaderOptions {
  /** What the loader finds as its environment; see loaderEnvironment. */
  readonly env: NodeJS.ProcessEnv;
  /** Aborted when it should stop. */
  readonly signal: AbortSignal;
  /** Told now and then how many documents were written or looked at. */
  readonly onDocuments: (documents: number) => void;
  /** Told what a person should mend: a loader that broke. */
  readonly onBug: (said: string) => void;
}

/**
 * What a loader needs of our environment: everything but the tokens of those who may write, which are none of its business.
 * It works in another folder, so a path that is meant from here is made absolute.
 */
export function loaderEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { ATLAS_TOKENS: _tokens, INIT_CWD: _startedIn, ATLAS_DOMAIN: domain, ...rest } = env;
  return { ...rest, ...(domain === undefined ? {} : { ATLAS_DOMAIN: /[\\/]/.test(domain) ? resolve(domain) : domain }) };
}

const STACK = /\n\s+at \S/;

/** A failure that is expected ends with one sentence; a stack is for whoever mends the bug. */
function sentenceIn(said: string, folder: string, onBug: (said: string) => void): string {
  const lines = said.replaceAll(`${folder}/`, '').trim();
  if (lines !== '' && !STACK.test(lines)) return lines.split('\n').at(-1) ?? lines;
  onBug(said);
  return 'The loader broke off; the log of the server says why. Nothing that it was writing is there by halves: load the file again.';
}

const STOPPED = 'The load was stopped before its end; what was loaded until then is whole. Load the file again.';

async function outcomeOf(reportFile: string, said: string, folder: string, { signal, onBug }: LoaderOptions): Promise<Outcome> {
  if (!existsSync(reportFile)) return { report: null, failure: signal.aborted ? STOPPED : sentenceIn(said, folder, onBug) };
  const report = readReport(await readFile(reportFile, 'utf8'), folder);
  const failure = isInTheGraph(report) ? null : (report.failures[0]?.reason ?? 'There was nothing to load in it.');
  return { report, failure };
}

/** Runs the loader to its end. @throws never for a bad document: the outcome says why */
export async function runLoader({ path, file, mapping }: PrivateFolder, options: LoaderOptions): Promise<Outcome> {
  const reportFile = join(path, 'report.json');
  const args = [LOADER, '--tell', '--report', reportFile, ...(mapping === null ? [] : ['--mapping', mapping]), '--', file];
  const child = spawn(process.execPath, args, { cwd: path, env: options.env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    said = (said + chunk).slice(-KEPT);
  });
  child.on('message', (told) => {
    const read = message.safeParse(told);
    if (read.success) options.onDocuments(read.data.documents);
  });
  let impatient: NodeJS.Timeout | undefined;
  const stop = (): void => {
    child.kill('SIGTERM');
    impatient = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE);
  };
  options.signal.addEventListener('abort', stop, { once: true });
  if (options.signal.aborted) stop();
  try {
    await new Promise<void>((ended, failed) => child.once('error', failed).once('close', () => ended()));
  } finally {
    clearTimeout(impatient);
    options.signal.removeEventListener('abort', stop);
  }
  return outcomeOf(reportFile, said, path, options);
}
