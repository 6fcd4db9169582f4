// Asked by `npm run doctor`: does the database answer? One sentence on stdout, or on stderr with exit code 1.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportOf } from '../../schema/failures.ts';
import { readSettings, type Settings } from '../../schema/settings.ts';
import type { DatabaseAddress } from '../databaseErrors.ts';
import { openStore } from '../store.ts';
import { dataFolder, livingServer } from './localServer.ts';

/** The database that would be used, null where it is the own one and nobody has started it. */
function addressOf({ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password = '', NEO4J_DATABASE: database, ...settings }: Settings): DatabaseAddress | null {
  if (uri !== undefined) return { uri, user, password, ...(database === undefined ? {} : { database }) };
  const folder = dataFolder(settings);
  const server = livingServer(folder);
  return server && { uri: `bolt://127.0.0.1:${server.port}`, user: 'neo4j', password: readFileSync(join(folder, 'password'), 'utf8').trim() };
}

try {
  const address = addressOf(readSettings(process.env));
  if (address === null) process.stdout.write('not running: npm start starts it\n');
  else {
    const store = await openStore(address);
    const health = await store.verify();
    await store.close();
    if (health.state === 'UP') process.stdout.write(`answers at ${address.uri}\n`);
    else {
      process.stderr.write(`${health.reason}\n`);
      process.exitCode = 1;
    }
  }
} catch (error) {
  process.stderr.write(`${reportOf(error)}\n`);
  process.exitCode = 1;
}
