// Which process is which: a pid alone is not enough, because pids are used again.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** A process that was seen alive: its pid and when it was started, in the words of the operating system. */
export interface Seen {
  readonly pid: number;
  readonly started: string;
}

/** The process of that pid as it lives now, null where there is none. A zombie (ended, not yet collected) counts as ended. */
export function seen(pid: number): Seen | null {
  const started = process.platform === 'linux' ? startOnLinux(pid) : startByPs(pid);
  return started === null ? null : { pid, started };
}

/** Whether that very process still lives, not another that was given its pid. */
export const lives = (process: Seen): boolean => seen(process.pid)?.started === process.started;

export const self = (): Seen => {
  const own = seen(process.pid);
  if (!own) throw new Error(`the operating system does not tell when process ${process.pid} was started`);
  return own;
};

function startOnLinux(pid: number): string | null {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null; // no such process: the answer, not an error
  }
  // "pid (name) state ppid …": the name may hold spaces and brackets, so count from the last bracket; the 20th field after it is the start in clock ticks since boot.
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state === 'Z' || state === 'X') return null;
  return `${fields[18]}@${boot()}`;
}

let bootId: string | undefined;
const boot = (): string => (bootId ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());

function startByPs(pid: number): string | null {
  try {
    const [state, ...start] = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim().split(/\s+/);
    return state === undefined || state.startsWith('Z') ? null : start.join(' ');
  } catch {
    return null; // ps ends with 1 where there is no such process
  }
}

/** Sends a signal unless the process has ended. */
export function signal(process_: Seen, name: NodeJS.Signals): void {
  if (!lives(process_)) return;
  try {
    process.kill(process_.pid, name);
  } catch (error) {
    if (lives(process_)) throw error; // it ended between the look and the signal: nothing to do
  }
}

/** Waits until the process has ended, at most so many milliseconds; whether it has. */
export async function ended(process: Seen, milliseconds: number): Promise<boolean> {
  const until = performance.now() + milliseconds;
  while (lives(process)) {
    if (performance.now() > until) return false;
    await wait(50);
  }
  return true;
}
