// A graph of any size and the same for the same seed, to measure questions on: who speaks, on what and where follows power laws, as in a
// real corpus, so that a few names carry thousands of statements. The words are put together here and claim nothing about anybody.
//   node tests/bench/largeGraph.ts [statements, 100000] [seed, 1]    fills the bench's own database (data/bench) unless it holds just that

import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import iso from 'i18n-iso-countries';
import { applyConstraints } from '../../graph/constraints.ts';
import { openDatabase } from '../../graph/local/localServer.ts';
import { openStore, type Query, type Store } from '../../graph/store.ts';
import { ABOUT, DOCUMENT, ENTITIES, EVIDENCED_BY, JOINING, MENTIONS, PASSAGES, RELATIONS, STATEMENTS, type Row, type Writing } from '../../graph/writing/queries.ts';
import type { EntityType } from '../../schema/ids.ts';
import type { StatedRelation } from '../../schema/model.ts';
import { readSettings } from '../../schema/settings.ts';
import { ACTOR_KINDS, ACTS, FORUM_KINDS, INSTRUMENT_KINDS, PARTICIPATION_ROLES, valuesOf } from '../../schema/vocabulary.ts';
import { seeded } from './corpus.ts';

/** Statements in each document, and passages: some carry no statement. */
const STATEMENTS_PER_DOCUMENT = 25;
const PASSAGES_PER_DOCUMENT = 40;
const FROM_YEAR = 1995;
const YEARS = 30;

const ADJECTIVES = ['International', 'Regional', 'Northern', 'Southern', 'Coastal', 'Federal', 'Independent', 'Joint', 'Open', 'Rural', 'Urban', 'Central'];
const NOUNS = ['Migrants', 'Workers', 'Women', 'Families', 'Teachers', 'Lawyers', 'Nurses', 'Seafarers', 'Students', 'Farmers', 'Carers', 'Returnees'];
const BODIES = ['Alliance', 'Network', 'Union', 'Council', 'Forum', 'Institute', 'Coalition', 'Federation', 'Office', 'Committee'];
const VERBS = ['End', 'Ratify', 'Strengthen', 'Monitor', 'Fund', 'Review', 'Extend', 'Guarantee', 'Abolish', 'Simplify', 'Publish', 'Protect'];
const THINGS = ['immigration detention', 'recruitment fees', 'access to justice', 'labour inspections', 'family reunion', 'safe housing', 'language courses', 'health care', 'work permits', 'shelters', 'equal pay', 'social security', 'firewalls', 'legal aid', 'complaint bodies'];
const FOR_WHOM = ['domestic workers', 'migrant women', 'children', 'seasonal workers', 'stateless persons', 'refugees', 'care workers', 'returnees', 'young people', 'older migrants'];
const WAYS = ['without delay', 'before the next review', 'with a budget of its own', 'together with civil society', 'in line with the treaty', 'in every district', 'and report on it', 'as a matter of priority'];
const THEMES = 40;

/** What one size of graph holds. */
const sizes = (statements: number) => ({ actors: Math.ceil(statements / 35), commitments: Math.ceil(statements / 70), forums: Math.ceil(statements / 400), instruments: Math.ceil(statements / 350), documents: Math.ceil(statements / STATEMENTS_PER_DOCUMENT) });

interface Names {
  readonly actors: readonly string[];
  readonly commitments: readonly string[];
  readonly forums: readonly string[];
  readonly instruments: readonly string[];
  readonly countries: readonly string[];
  readonly entities: Readonly<Record<EntityType, Row[]>>;
  readonly titles: ReadonlyMap<string, string>;
}

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T; // no list here is empty
const row = (id: string, properties: Row): Row => ({ id, properties: { id, ...properties }, known: {}, aliases: [] });

function namesOf(statements: number): Names {
  const size = sizes(statements);
  const list = (count: number, prefix: string): string[] => Array.from({ length: count }, (_, n) => `${prefix}:bench-${n}`);
  const [actors, commitments, forums, instruments] = [list(size.actors, 'actor'), list(size.commitments, 'commitment'), list(size.forums, 'forum'), list(size.instruments, 'instrument')];
  const countries = Object.values(iso.getAlpha3Codes()).length > 0 ? Object.keys(iso.getAlpha3Codes()).slice(0, 193) : [];
  const nameOf = (n: number): string => `${at(ADJECTIVES, n)} ${at(BODIES, Math.floor(n / 12))} of ${at(NOUNS, Math.floor(n / 120))} ${n}`;
  const titles = new Map(commitments.map((id, n) => [id, `${at(VERBS, n)} ${at(THINGS, Math.floor(n / 12))} for ${at(FOR_WHOM, Math.floor(n / 180))} ${n}`]));
  const entities: Record<EntityType, Row[]> = {
    Actor: actors.map((id, n) => row(id, { name: nameOf(n), kind: at(valuesOf(ACTOR_KINDS).filter((kind) => kind !== 'STATE'), n), acronym: `B${n}` })),
    Country: countries.map((iso3) => row(`country:${iso3}`, { name: `Country ${iso3}`, kind: 'STATE', iso3, region: at(['Africa', 'Americas', 'Asia', 'Europe', 'Oceania'], iso3.charCodeAt(0)) })),
    Instrument: instruments.map((id, n) => row(id, { name: `Convention ${n} on ${at(THINGS, n)}`, kind: at(valuesOf(INSTRUMENT_KINDS), n), symbol: `X${n}` })),
    Forum: forums.map((id, n) => row(id, { name: `Meeting ${n} on ${at(THINGS, n)}`, kind: at(valuesOf(FORUM_KINDS), n), startDate: `${FROM_YEAR + (n % YEARS)}-06-01` })),
    Commitment: commitments.map((id) => row(id, { title: titles.get(id) })),
    Theme: Array.from({ length: THEMES }, (_, n) => row(`theme:bench-${n}`, { name: `Theme ${n}: ${at(THINGS, n)}` })),
  };
  return { actors, commitments, forums, instruments, countries, entities, titles };
}

/** An index below `count`, the small ones far likelier: the head of the list carries a large part. */
const skewed = (random: () => number, count: number, power = 3): number => Math.floor(count * random() ** power);

interface Written {
  readonly document: Row;
  readonly passages: Row[];
  readonly statements: Row[];
  readonly evidence: Row[];
  readonly mentions: Row[];
  readonly joins: Readonly<Record<'MADE' | 'ON' | 'IN' | 'ADDRESSED_TO' | 'CITES' | 'AUTHORED' | 'PRESENTED_AT', Row[]>>;
}

const CODE: Record<string, string> = { FOR: 'SUPPORTS', AGAINST: 'OPPOSES' };

function documentOf(n: number, count: number, names: Names, random: () => number): Written {
  const id = `doc:${createHash('sha256').update(`bench ${n}`).digest('hex').slice(0, 16)}`;
  const year = FROM_YEAR + Math.floor(YEARS * random() ** 0.5);
  const date = random() < 0.05 ? null : `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
  const dated = date === null ? { datePrecision: 'UNKNOWN' } : { date, datePrecision: 'DAY', dateBasis: 'STATED' };
  const dateKey = date ?? '-';
  const author = at(names.actors, skewed(random, names.actors.length));
  const forum = random() < 0.9 ? at(names.forums, skewed(random, names.forums.length, 2)) : null;
  const written: Written = { document: {}, passages: [], statements: [], evidence: [], mentions: [], joins: { MADE: [], ON: [], IN: [], ADDRESSED_TO: [], CITES: [], AUTHORED: [{ of: id, other: author, as: null }], PRESENTED_AT: forum ? [{ of: id, other: forum, as: null }] : [] } };
  let text = '';
  for (let place = 0; place < PASSAGES_PER_DOCUMENT; place++) {
    const carries = place < count;
    const commitment = at(names.commitments, skewed(random, names.commitments.length));
    const sentence = carries ? `We ask all governments to ${(names.titles.get(commitment) ?? '').toLowerCase()}, ${at(WAYS, Math.floor(random() * 99))}, as ${at(ADJECTIVES, Math.floor(random() * 99)).toLowerCase()} partners of ${at(NOUNS, Math.floor(random() * 99)).toLowerCase()} have said before.` : `The ${place}th paragraph of report ${n} recalls how ${at(NOUNS, place).toLowerCase()} and ${at(NOUNS, n).toLowerCase()} met in spring.`;
    const [start, end] = [text.length, text.length + sentence.length];
    const passage = `${id}#${start}-${end}`;
    text += `${sentence}\n`;
    written.passages.push({ document: id, properties: { id: passage, text: sentence, start, end, role: 'SENTENCE', section: `Part ${1 + Math.floor(place / 10)}` } });
    if (!carries) {
      written.mentions.push({ passage, entity: author, properties: { start, end: start + 3, surface: 'The', rule: 'bench', score: 1 } });
      continue;
    }
    const act = at(valuesOf(ACTS), skewed(random, 6, 2));
    const position = random() < 0.9 ? 'FOR' : 'AGAINST';
    const statement = `${id}#s${start}-${end}.${act.toLowerCase()}`;
    written.statements.push({ id: statement, act, stance: CODE[position], position, voice: random() < 0.8 ? 'OWN' : 'REPORTED', quote: sentence, start, end, ...dated, dateKey, confidence: 0.5 + Math.round(random() * 50) / 100, rule: 'bench', review: random() < 0.02 ? 'REJECTED' : random() < 0.1 ? 'ACCEPTED' : 'PROPOSED' });
    written.evidence.push({ statement, passage, at: 0 });
    const speakers = new Set([random() < 0.6 ? author : random() < 0.15 ? `country:${at(names.countries, skewed(random, names.countries.length, 2))}` : at(names.actors, skewed(random, names.actors.length)), ...(random() < 0.15 ? [at(names.actors, skewed(random, names.actors.length))] : [])]);
    written.joins.MADE.push(...[...speakers].map((other) => ({ of: statement, other, as: null })));
    written.joins.ON.push({ of: statement, other: commitment, as: null });
    if (forum) written.joins.IN.push({ of: statement, other: forum, as: null });
    if (random() < 0.5) written.joins.ADDRESSED_TO.push({ of: statement, other: `country:${at(names.countries, skewed(random, names.countries.length, 2))}`, as: null });
    if (random() < 0.3) written.joins.CITES.push({ of: statement, other: at(names.instruments, skewed(random, names.instruments.length)), as: null });
    for (const other of speakers) written.mentions.push({ passage, entity: other, properties: { start, end: start + 2, surface: 'We', rule: 'bench', score: 1 } });
  }
  return { ...written, document: { id, title: `Report ${n} on ${at(THINGS, n)}`, uri: `bench/${n}.txt`, kind: 'TEXT', language: 'en', ...dated, loadedAt: '2026-01-01T00:00:00Z', text } };
}

/** Facts between names: membership, participation, ratification, partnership, parts of series. */
function factsOf(names: Names, random: () => number, passage: string): Map<StatedRelation, Row[]> {
  const fact = (from: string, to: string, key = '', properties: Row = {}): Row => ({ from, to, as: '', key, properties: { source: 'bench', ...properties }, passages: [passage] });
  const { actors, forums, instruments, countries } = names;
  return new Map<StatedRelation, Row[]>([
    ['PART_OF', forums.slice(20).map((forum, n) => fact(forum, at(forums, n % 20)))],
    ['MEMBER_OF', actors.map((actor) => fact(actor, at(actors, skewed(random, actors.length, 4)), 'MEMBER')).filter(({ from, to }) => from !== to)],
    ['PARTICIPATED_IN', Array.from({ length: actors.length * 7 }, () => fact(at(actors, skewed(random, actors.length)), at(forums, skewed(random, forums.length, 2)), at(valuesOf(PARTICIPATION_ROLES), skewed(random, 10, 2))))],
    ['PARTY_TO', countries.flatMap((iso3) => instruments.slice(0, 30).map((instrument) => fact(`country:${iso3}`, instrument, random() < 0.6 ? 'RATIFIED' : 'NOT_PARTY')))],
    ['PARTNERED_WITH', Array.from({ length: Math.ceil(actors.length / 3) }, () => fact(at(actors, skewed(random, actors.length)), at(actors, skewed(random, actors.length)), 'a project')).filter(({ from, to }) => String(from) < String(to))],
    ['HELD_IN', forums.map((forum, n) => fact(forum, `country:${at(countries, n)}`))],
  ]);
}

const BATCH = 2_000;
/** Documents that are put together before they are written. */
const TOGETHER = 200;

async function send(store: Store, query: Writing, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) await store.write(query, { rows: rows.slice(from, from + BATCH) });
}

async function writeTogether(store: Store, all: readonly Written[]): Promise<void> {
  await send(store, DOCUMENT, all.map(({ document }) => document));
  await send(store, PASSAGES, all.flatMap(({ passages }) => passages));
  await send(store, STATEMENTS, all.flatMap(({ statements }) => statements));
  await send(store, EVIDENCED_BY, all.flatMap(({ evidence }) => evidence));
  await send(store, MENTIONS, all.flatMap(({ mentions }) => mentions));
  for (const join of ['MADE', 'ON', 'IN', 'ADDRESSED_TO', 'CITES', 'AUTHORED', 'PRESENTED_AT'] as const) await send(store, JOINING[join], all.flatMap(({ joins }) => joins[join]));
}

const counted: Query<object, number> = { name: 'count', cypher: 'MATCH (s:Statement) RETURN count(s) AS count', decode: ({ count }) => Number(count) };
const marked: Query<object, string> = { name: 'mark', cypher: "MATCH (d:Document {id: 'doc:0000000000000000'}) RETURN d.uri AS uri", decode: ({ uri }) => String(uri) };

/** Fills an empty database. 100,000 statements take a few minutes. */
export async function fillWithStatements(store: Store, statements: number, seed: number, say: (line: string) => void = () => {}): Promise<void> {
  const random = seeded(seed);
  const names = namesOf(statements);
  for (const [type, rows] of Object.entries(names.entities) as [EntityType, Row[]][]) await send(store, ENTITIES[type], rows); // the keys are those of the record above
  const { documents } = sizes(statements);
  let passage = '';
  for (let from = 0; from < documents; from += TOGETHER) {
    const all = Array.from({ length: Math.min(TOGETHER, documents - from) }, (_, n) => documentOf(from + n, Math.min(STATEMENTS_PER_DOCUMENT, statements - (from + n) * STATEMENTS_PER_DOCUMENT), names, random));
    passage ||= String((all[0]?.passages[0]?.properties as Row | undefined)?.id);
    await writeTogether(store, all);
    say(`${Math.min(from + TOGETHER, documents)} of ${documents} documents`);
  }
  for (const [type, rows] of factsOf(names, random, passage)) await send(store, RELATIONS.shown[type], rows);
  await send(store, ABOUT, names.commitments.flatMap((from, n) => [n % THEMES, (n * 7 + 3) % THEMES].map((theme) => ({ from, to: `theme:bench-${theme}`, as: '', documents: [] }))));
}

/** The bench's own database with just that graph in it; kept for the next time. The caller closes both. */
export async function benchDatabase(statements: number, seed: number, say: (line: string) => void) {
  const database = await openDatabase(readSettings({ NEO4J_DATA: resolve(import.meta.dirname, '../../data/bench') }), { say });
  const store = await openStore(database);
  const mark = `bench: ${statements} statements, seed ${seed}`;
  const [found] = await store.read(marked, {});
  if (found !== mark || (await store.read(counted, {}))[0] !== statements) {
    say(`Filling the bench’s database (${mark}) …`);
    if (found !== undefined) throw new Error(`${resolve(import.meta.dirname, '../../data/bench')} holds another graph (${found}): delete that folder and start again`);
    await applyConstraints(store);
    await fillWithStatements(store, statements, seed, say);
    await send(store, DOCUMENT, [{ id: 'doc:0000000000000000', title: 'What this graph is', uri: mark, kind: 'TEXT', language: 'en', datePrecision: 'UNKNOWN', loadedAt: '2026-01-01T00:00:00Z', text: mark }]);
    await applyConstraints(store);
  }
  return { database, store };
}

if (import.meta.main) {
  const [statements = '100000', seed = '1'] = process.argv.slice(2);
  const { database, store } = await benchDatabase(Number(statements), Number(seed), (line) => process.stderr.write(`${line}\n`));
  await store.close();
  await database.close();
}
