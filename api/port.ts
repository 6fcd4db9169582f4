// Is the port to be had? Asked before anything else is started, so that the answer comes at once.

import { createServer } from 'node:net';
import { Failure } from '../schema/failures.ts';
import type { Settings } from '../schema/settings.ts';

/** SETUP_REQUIRED where HOST and PORT cannot be listened at; the sentence says why and what to do. */
export async function checkPort({ HOST: host, PORT: port }: Pick<Settings, 'HOST' | 'PORT'>): Promise<void> {
  const error = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    const probe = createServer().once('error', resolve);
    probe.listen({ host, port }, () => probe.close(() => resolve(null)));
  });
  if (error) throw new Failure('SETUP_REQUIRED', sentenceFor(error, host, port), { cause: error });
}

function sentenceFor(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} on ${host} is in use by another program: end that program, or choose another port, as in PORT=${port === 65535 ? 4000 : port + 1} npm start`;
  if (error.code === 'EACCES') return `Port ${port} on ${host} is reserved for the system: choose one above 1023, as in PORT=4000 npm start`;
  return `Nobody can listen at ${host} on this machine (${error.code ?? error.message}): set HOST to an address of this machine, as in HOST=127.0.0.1 npm start`;
}
