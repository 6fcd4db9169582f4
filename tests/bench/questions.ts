// What a question costs, beside the floor (the same Cypher with the same parameters through the bare driver, as its manual advises) and
// beside the peer (@neo4j/graphql over the same database), in one run: `node tests/bench/questions.ts [statements, 100000] [seconds, 4]`.
// Median of one asker, and questions a second of sixteen. The bench's database is kept in data/bench.

import autocannon from 'autocannon';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import neo4j, { type Driver } from 'neo4j-driver';
import { requestContext } from '../../api/context.ts';
import { apolloServer } from '../../api/executableSchema.ts';
import type { DatabaseAddress } from '../../graph/databaseErrors.ts';
import type { Store } from '../../graph/store.ts';
import { benchDatabase } from './largeGraph.ts';
import { questionsAsked, type AskedQuestion } from './questionsAsked.ts';

const CONNECTIONS = 16;
/** Askings of each question that are measured one behind the other; a quarter more goes before, to warm everything. */
const ASKINGS = 60;

interface Sent {
  readonly cypher: string;
  readonly parameters: object;
}
/** What one asking sends to the database: waves, one after the other; the statements of a wave are under way together. */
type Waves = Sent[][];

const integers = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(integers);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, integers(one)])) : value;
};

/** Asks once in this process and takes down what was sent. */
async function wavesOf({ query }: AskedQuestion, variables: Readonly<Record<string, unknown>>, apollo: Awaited<ReturnType<typeof apolloServer>>, store: Store): Promise<Waves> {
  const waves: Waves = [];
  let pending = 0;
  const watched: Store = {
    ...store,
    read: async (asked, parameters, options) => {
      if (pending === 0) waves.push([]);
      waves.at(-1)?.push({ cypher: asked.cypher, parameters: integers(parameters) as object });
      pending += 1;
      try {
        return await store.read(asked, parameters, { ...options, timeLimit: 60_000 });
      } finally {
        pending -= 1;
      }
    },
  };
  const { body } = await apollo.executeOperation({ query, variables }, { contextValue: requestContext(watched) });
  if (body.kind !== 'single' || body.singleResult.errors) throw new Error(`the question is wrong: ${JSON.stringify(body)}`);
  return waves;
}

async function floor(driver: Driver, waves: Waves): Promise<void> {
  for (const wave of waves) await Promise.all(wave.map(async ({ cypher, parameters }) => (await driver.executeQuery(cypher, parameters as Record<string, unknown>, { routing: 'READ' })).records.map((record) => record.toObject())));
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const bodyOf = (query: string, variables: Readonly<Record<string, unknown>>): string => {
  const declared = new Set([...query.matchAll(/\$(\w+):/g)].map(([, name]) => name));
  return JSON.stringify({ query, variables: Object.fromEntries(Object.entries(variables).filter(([name]) => declared.has(name))) });
};

function post(url: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/graphql`, { method: 'POST', agent, headers: { 'content-type': 'application/json' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString()));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Milliseconds of one asking. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

async function floorThroughput(driver: Driver, all: readonly Waves[], seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1_000;
  let answered = 0;
  let next = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < until) {
        await floor(driver, all[next++ % all.length] ?? []);
        answered += 1;
      }
    }),
  );
  return answered / seconds;
}

async function servedThroughput(url: string, bodies: readonly string[], seconds: number): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ url: `${url}/graphql`, connections: CONNECTIONS, duration: seconds, timeout: 60, requests: bodies.map((body) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body })) });
  if (non2xx > 0 || errors > 0) throw new Error(`${non2xx + errors} of ${requests.total} answers were no answers`);
  return requests.total / seconds;
}

async function served(which: 'ours' | 'peer', address: DatabaseAddress): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'served.ts'), which, JSON.stringify(address)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { url, child };
}

interface Measured {
  readonly name: string;
  readonly statements: number;
  readonly floor: number;
  readonly ours: number;
  readonly peer: number | null;
  readonly floorRate: number;
  readonly oursRate: number;
  readonly peerRate: number | null;
}

async function measured(question: AskedQuestion, tools: { driver: Driver; ours: string; peer: string; apollo: Awaited<ReturnType<typeof apolloServer>>; store: Store; seconds: number }): Promise<Measured> {
  const { driver, ours, peer, apollo, store, seconds } = tools;
  const variables = question.variables.slice(0, Math.ceil(ASKINGS * 1.25));
  const waves: Waves[] = [];
  for (const one of variables) waves.push(await wavesOf(question, one, apollo, store));
  const bodies = variables.map((one) => bodyOf(question.query, one));
  const { peer: peerQuery } = question;
  const peerBodies = peerQuery === null ? null : variables.map((one) => bodyOf(peerQuery, one));
  const [wrong] = [await post(ours, bodies[0] ?? ''), peerBodies ? await post(peer, peerBodies[0] ?? '') : ''].filter((answer) => answer.includes('"errors"'));
  if (wrong !== undefined) throw new Error(`${question.name}: ${wrong.slice(0, 500)}`);
  const times = { floor: [] as number[], ours: [] as number[], peer: [] as number[] };
  // In turn, so that what else the machine does falls on all alike.
  for (const [at, wave] of waves.entries()) {
    const one = { floor: await timed(() => floor(driver, wave)), ours: await timed(() => post(ours, bodies[at] ?? '')), peer: peerBodies ? await timed(() => post(peer, peerBodies[at] ?? '')) : NaN };
    if (at < variables.length - ASKINGS) continue;
    times.floor.push(one.floor);
    times.ours.push(one.ours);
    times.peer.push(one.peer);
  }
  return {
    name: question.name,
    statements: median(waves.map((wave) => wave.flat().length)),
    floor: median(times.floor),
    ours: median(times.ours),
    peer: peerBodies ? median(times.peer) : null,
    floorRate: await floorThroughput(driver, waves, seconds),
    oursRate: await servedThroughput(ours, bodies, seconds),
    peerRate: peerBodies ? await servedThroughput(peer, peerBodies, seconds) : null,
  };
}

const figure = (value: number | null, digits: number): string => (value === null ? '–' : value.toFixed(digits));

/** One line of the table: medians in milliseconds, answers a second, and the ratios that the bars are set for. */
function lineOf({ name, statements, floor: bare, ours, peer, floorRate, oursRate, peerRate }: Measured): string {
  const slow = ours <= 1.3 * bare + 1 ? ' ' : '!';
  const few = oursRate >= floorRate / 2 && (peerRate === null || oursRate >= 2 * peerRate) ? ' ' : '!';
  const cells = [String(statements), figure(bare, 1), figure(ours, 1), `×${(ours / bare).toFixed(2)}${slow}`, figure(peer, 1), figure(floorRate, 0), figure(oursRate, 0), `×${(oursRate / floorRate).toFixed(2)}${few}`, figure(peerRate, 0), peerRate === null ? '–' : `×${(oursRate / peerRate).toFixed(1)}`];
  return `  ${name.padEnd(32)}${cells.map((cell) => cell.padStart(9)).join('')}`;
}

/** The table of the questions. @param seconds of each throughput */
export async function benchQuestions(statements: number, seconds: number): Promise<string> {
  const { database, store } = await benchDatabase(statements, 1, (line) => process.stderr.write(`${line}\n`));
  const driver = neo4j.driver(database.uri, neo4j.auth.basic(database.user, database.password), { disableLosslessIntegers: true });
  const [ours, peer] = [await served('ours', database), await served('peer', database)];
  const apollo = await apolloServer({ error: (fields: object) => process.stderr.write(`${JSON.stringify(fields)}\n`) }, []);
  await apollo.start();
  try {
    const lines: string[] = [];
    for (const question of questionsAsked(200, 7)) {
      lines.push(lineOf(await measured(question, { driver, ours: ours.url, peer: peer.url, apollo, store, seconds })));
      process.stderr.write(`${lines.at(-1)}\n`);
    }
    const head = ['queries', 'floor ms', 'ours ms', 'ratio', 'peer ms', 'floor /s', 'ours /s', 'ratio', 'peer /s', 'ratio'].map((cell) => cell.padStart(9)).join('');
    return [`Questions on ${statements.toLocaleString('en')} statements: median of one asker, answers a second of ${CONNECTIONS}. The bars: ×1.3 and 1 ms above the floor; half of the floor’s answers, twice the peer’s (! where missed)`, `  ${''.padEnd(32)}${head}`, ...lines].join('\n');
  } finally {
    ours.child.kill();
    peer.child.kill();
    agent.destroy();
    await apollo.stop();
    await driver.close();
    await store.close();
    await database.close();
  }
}

if (import.meta.main) {
  const [statements = '100000', seconds = '4'] = process.argv.slice(2);
  process.stdout.write(`${await benchQuestions(Number(statements), Number(seconds))}\n`);
}
