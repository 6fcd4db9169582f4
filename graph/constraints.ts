// Keys and indexes, derived from the model. Without the keys, two loaders that MERGE the same id at once would make two nodes.

import { NODES, RECORDS, type NodeModel, type RecordModel } from '../schema/model.ts';
import { step, type Query, type Store } from './store.ts';

/** The properties by which people call a named thing; `aliases` is a list, each of whose entries is found. */
const CALLED = ['name', 'title', 'acronym', 'symbol', 'aliases'] as const;

/** The full-text indexes that searches name. */
export const NAMES_INDEX = 'names';
export const PASSAGES_INDEX = 'passages';
export const WORDS_INDEX = 'words';

/** Ids are unique over all named things, so that MERGE finds an actor whatever kind of actor it is, and over each of the others. */
const keyLabel = ({ label, alsoLabelled }: NodeModel): string => (alsoLabelled.includes('Entity') ? 'Entity' : label);

/** Labels and properties come from the model, never from input; Cypher takes neither as a parameter. */
export function definitions(nodes: readonly NodeModel[], records: readonly RecordModel[]): string[] {
  const keys = [...new Set(nodes.map(keyLabel))].map((label) => `CREATE CONSTRAINT ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`);
  const ranges = nodes.flatMap(({ label, indexed }) => indexed.map((property) => `CREATE INDEX ${label.toLowerCase()}_${property.toLowerCase()} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`));
  const kept = records.flatMap(({ label, key, indexed }) => [
    `CREATE CONSTRAINT ${label.toLowerCase()}_${key} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${key} IS UNIQUE`,
    ...indexed.map((property) => `CREATE INDEX ${label.toLowerCase()}_${property.toLowerCase()} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`),
  ]);
  const called = CALLED.filter((property) => nodes.some(({ properties }) => properties.includes(property)));
  return [
    ...keys,
    ...ranges,
    ...kept,
    // Names: whoever types "reseau" or "cote" means Réseau and Côte; standard-folding is the one analyzer that forgets accents and capitals. It does not stem, rightly: names are not inflected.
    fullText(NAMES_INDEX, 'Entity', called, 'standard-folding'),
    // Sentences: "worker" should find "workers", "ratify" "ratified", so they are stemmed as English; no analyzer both stems and forgets accents.
    fullText(PASSAGES_INDEX, 'Passage', ['text'], 'english'),
    // Words as they are typed, accents and capitals aside, each of which must be there: quotations of statements and sentences, told apart by the property that is asked.
    fullText(WORDS_INDEX, 'Statement|Passage', ['quote', 'text'], 'standard-folding'),
  ];
}

const fullText = (name: string, label: string, properties: readonly string[], analyzer: string): string =>
  `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON EACH [${properties.map((property) => `n.${property}`).join(', ')}] OPTIONS { indexConfig: { \`fulltext.analyzer\`: '${analyzer}' } }`;

const awaitIndexes: Query<{ seconds: number }, null> = { name: 'awaitIndexes', cypher: 'CALL db.awaitIndexes($seconds)', decode: () => null };

/** Statements that an earlier version wrote have no key of their date yet (see writing/rows.ts); without it no list would show them. */
const keyDates: Query<Record<string, never>, null> = { name: 'keyDates', cypher: "MATCH (s:Statement) WHERE s.dateKey IS NULL SET s.dateKey = coalesce(s.date, '-')", decode: () => null };

/** Creates what is missing and waits until the indexes answer; changes nothing where all is there. */
export async function applyConstraints(store: Store): Promise<void> {
  const create = (cypher: string): Query<Record<string, never>, null> => ({ name: cypher.slice('CREATE '.length, cypher.indexOf(' IF ')), cypher, decode: () => null });
  await store.writeInOneTransaction(definitions(NODES, RECORDS).map((cypher) => step(create(cypher), {})));
  await store.write(keyDates, {});
  await store.read(awaitIndexes, { seconds: 300 }, { timeLimit: 310_000 });
}
