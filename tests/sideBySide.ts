// `npm test`: all tests in two streams side by side, each with databases of its own, because one after the other they take half as long
// again. The first stream tells its progress as it goes, the second when it has ended. The exit code is 1 where either fails.

import { spawn } from 'node:child_process';
import { join } from 'node:path';

const VITEST = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
/** Every project of vitest.config.ts (a test compares), in two lists that take about as long. */
export const STREAMS = [['pure', 'graph'], ['api', 'journeys']] as const;

async function run(projects: readonly string[], shown: boolean): Promise<{ readonly code: number; readonly output: string }> {
  const child = spawn(process.execPath, [VITEST, 'run', ...projects.flatMap((name) => ['--project', name])], { stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'] });
  const parts: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => parts.push(part));
  const code = await new Promise<number>((resolve, reject) => child.once('error', reject).once('close', (ended) => resolve(ended ?? 1)));
  return { code, output: Buffer.concat(parts).toString() };
}

if (import.meta.main) {
  const [first, second] = await Promise.all(STREAMS.map((projects, at) => run(projects, at === 0)));
  process.stdout.write(second?.output ?? '');
  process.exitCode = first?.code === 0 && second?.code === 0 ? 0 : 1;
}
