// Question  Which actors, countries, instruments, forums, commitments or themes are there, by name, kind, place, date and membership?
// Takes     an EntityFilter, whose fields narrow and whose values widen; one of ENTITY_ORDERS; a window of at most 101 rows, from either end
// Returns   EntityRow[], each with its place in the order; their number as one row
// Order     as asked; ties by name, then by id: a total order
// Fails     TIMEOUT when the database's time limit ends the query
// Cost      words are looked up in the index of names; otherwise the things of the type are read once, by label

import { z } from 'zod';
import type { EntityType } from '../../schema/ids.ts';
import type { Asked } from '../askedTogether.ts';
import { ENTITY, entityRow, STATEMENTS_INVOLVING, type EntityRow } from './findEntities.ts';
import { sorted, windowOf, type Placed, type SortKey, type Window } from './pageOrder.ts';
import { foundIn, lookFor, nameQuery } from './words.ts';

type Ids = readonly string[] | null | undefined;

/** An absent or empty list does not filter. Which fields make sense depends on the type; the API offers those. */
export interface EntityFilter {
  readonly type: EntityType;
  /** Words, each of which begins a word of a name, alias, acronym or symbol. */
  readonly text?: string | null;
  readonly kinds?: readonly string[] | null;
  /** Names of M49 regions or subregions, capitals aside. */
  readonly regions?: readonly string[] | null;
  readonly memberOf?: Ids;
  readonly participatedIn?: Ids;
  readonly partyTo?: Ids;
  readonly themes?: Ids;
  readonly setOutIn?: Ids;
  readonly adoptedBy?: Ids;
  /** Parts of any of these, at any depth up to 3. */
  readonly partOf?: Ids;
  readonly heldIn?: Ids;
  readonly participants?: Ids;
  readonly years?: readonly number[] | null;
  /** Words of the city or venue. */
  readonly place?: string | null;
  /** Days, both included: what was adopted, or took place, between them. */
  readonly from?: string | null;
  readonly to?: string | null;
  readonly withStatements?: boolean | null;
}

const LABELLED = { Actor: 'e:Actor AND NOT e:Country', Country: 'e:Country', Instrument: 'e:Instrument', Forum: 'e:Forum', Commitment: 'e:Commitment', Theme: 'e:Theme' } as const satisfies Record<EntityType, string>;

const LAST_DAY = 'coalesce(e.endDate, e.startDate, e.adoptedOn)';
const CONDITIONS = {
  kinds: 'e.kind IN $kinds',
  regions: 'any(region IN $regions WHERE toLower(region) IN [toLower(e.region), toLower(e.subregion)])',
  memberOf: 'EXISTS { (e)-[:MEMBER_OF]->(body:Actor) WHERE body.id IN $memberOf }',
  participatedIn: 'EXISTS { (e)-[:PARTICIPATED_IN]->(:Forum)-[:PART_OF*0..3]->(occasion:Forum) WHERE occasion.id IN $participatedIn }',
  partyTo: "EXISTS { (e)-[party:PARTY_TO]->(treaty:Instrument) WHERE treaty.id IN $partyTo AND party.status IN ['RATIFIED', 'ACCEDED'] }",
  themes: 'EXISTS { (e)-[:ABOUT]->(subject:Theme) WHERE subject.id IN $themes }',
  setOutIn: 'EXISTS { (e)-[:SET_OUT_IN]->(source:Instrument) WHERE source.id IN $setOutIn }',
  adoptedBy: 'EXISTS { (e)<-[:ADOPTED]-(adopter:Entity) WHERE adopter.id IN $adoptedBy }',
  partOf: 'EXISTS { (e)-[:PART_OF*1..3]->(whole:Forum) WHERE whole.id IN $partOf }',
  heldIn: 'EXISTS { (e)-[:HELD_IN]->(land:Country) WHERE land.id IN $heldIn }',
  participants: 'EXISTS { (e)<-[:PARTICIPATED_IN]-(guest:Actor) WHERE guest.id IN $participants }',
  years: 'any(year IN $years WHERE toInteger(left(e.startDate, 4)) <= year AND year <= toInteger(left(coalesce(e.endDate, e.startDate), 4)))',
  place: foundIn('e.place', 'place'),
  from: `${LAST_DAY} >= left($from, size(${LAST_DAY}))`,
  to: 'coalesce(e.startDate, e.adoptedOn) <= $to',
  withStatements: `$withStatements = (${STATEMENTS_INVOLVING} > 0)`,
} as const;
type Field = keyof typeof CONDITIONS;
const FIELDS = Object.keys(CONDITIONS).filter((name): name is Field => Object.hasOwn(CONDITIONS, name));

const NAME: readonly SortKey[] = [{ by: sorted('coalesce(e.name, e.title)') }, { by: 'e.id' }];

/** NAME: capitals aside. STATEMENTS: most first. DATE: of a forum its first day, of an instrument its adoption; latest first, undated last. */
export const ENTITY_ORDERS = {
  NAME,
  STATEMENTS: [{ by: STATEMENTS_INVOLVING, descending: true }, ...NAME],
  DATE: [{ by: "coalesce(e.startDate, e.adoptedOn, '')", descending: true }, ...NAME],
} as const satisfies Readonly<Record<string, readonly SortKey[]>>;
export type EntityOrder = keyof typeof ENTITY_ORDERS;

type Parameters = Readonly<Record<string, unknown>>;

function under(filter: EntityFilter): { readonly head: string; readonly parameters: Parameters; readonly name: string } {
  const { type, text, place, ...fields } = filter;
  const values: Partial<Record<Field, unknown>> = { ...fields, place: lookFor(place ?? '', 'place', true).patterns };
  const used = FIELDS.filter((field) => !isAbsent(values[field]));
  const names = nameQuery(text ?? '');
  const start = names === null ? `MATCH (e:${type})` : "CALL db.index.fulltext.queryNodes('names', $names) YIELD node AS e";
  const conditions = [LABELLED[type], ...used.map((field) => CONDITIONS[field])];
  const parameters = { ...(names === null ? {} : { names }), ...Object.fromEntries(used.map((field) => [field, values[field]])) };
  return { name: `${type} under ${used.join(', ')}`, head: `${start} WITH e WHERE ${conditions.join(' AND ')}`, parameters };
}

const isAbsent = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0);

const place = z.array(z.union([z.string(), z.number()]));

export function entityPage(filter: EntityFilter, order: EntityOrder, asked: Window): Asked<Placed<EntityRow>> {
  const { name, head, parameters } = under(filter);
  const page = windowOf('e', ENTITY_ORDERS[order], asked);
  const decode = (record: Readonly<Record<string, unknown>>): Placed<EntityRow> => ({ row: entityRow.parse(record.entity), place: place.parse(record.place) });
  return { query: { name, cypher: `${head} ${page.cypher} RETURN ${ENTITY} AS entity, place`, decode }, parameters: { ...parameters, ...page.parameters } };
}

const counted = z.object({ count: z.number() });

export function entityCount(filter: EntityFilter): Asked<number> {
  const { name, head, parameters } = under(filter);
  return { query: { name: `count of ${name}`, cypher: `${head} RETURN count(e) AS count`, decode: (record) => counted.parse(record).count }, parameters };
}
