// The one meaning of "these statements": what a filter lets through, and from which end Neo4j should start looking.
// Every piece of the Cypher is a constant of this file; what a person chose arrives as parameters only.

import { REVIEWS, valuesOf, type Act, type ActorKind, type DatePrecision, type Position, type Review, type Stance, type Voice } from '../../schema/vocabulary.ts';
import { foundIn, lookFor } from './words.ts';

/** Every field narrows; the values of one field widen. An absent or empty list does not filter. */
export interface StatementFilter {
  readonly actors?: readonly string[] | null;
  readonly actorKinds?: readonly ActorKind[] | null;
  /** Involving any of these in whatever role: see statementCount of an entity. */
  readonly involving?: readonly string[] | null;
  /** Made by a member of any of these. */
  readonly membersOf?: readonly string[] | null;
  /** Made by, addressed to, or mentioning in its evidence any of these. */
  readonly countries?: readonly string[] | null;
  readonly commitments?: readonly string[] | null;
  readonly themes?: readonly string[] | null;
  /** A forum includes its parts. */
  readonly forums?: readonly string[] | null;
  /** Made by any of these, beside whoever `actors` names. */
  readonly madeBy?: readonly string[] | null;
  /** Said in any of these; their parts are not meant. */
  readonly heardIn?: readonly string[] | null;
  readonly withoutForum?: boolean | null;
  readonly instruments?: readonly string[] | null;
  readonly addressees?: readonly string[] | null;
  readonly documents?: readonly string[] | null;
  readonly acts?: readonly Act[] | null;
  readonly stances?: readonly Stance[] | null;
  readonly positions?: readonly Position[] | null;
  readonly voices?: readonly Voice[] | null;
  readonly reviews?: readonly Review[] | null;
  /** Days, both included. */
  readonly from?: string | null;
  readonly to?: string | null;
  readonly undated?: boolean | null;
  readonly datePrecisions?: readonly DatePrecision[] | null;
  readonly text?: string | null;
}

export interface FilterParameters {
  readonly [name: string]: readonly string[] | string | boolean | number | null;
}

/**
 * Under the Chatham House rule an individual is not named: nobody finds, counts or groups such a statement by the person who made it.
 * @param actor and statement: the variables that a query has bound
 */
export const mayBeNamed = (actor: string, statement: string): string => `(coalesce(${actor}.kind, '') <> 'PERSON' OR coalesce(${statement}.restriction, '') <> 'CHATHAM_HOUSE')`;

/** The condition of each field, a constant; the ones of the fields in use are joined by AND. A simple question stays a simple plan. */
const CONDITIONS = {
  actors: `EXISTS { (s)<-[:MADE]-(who:Actor) WHERE who.id IN $actors AND ${mayBeNamed('who', 's')} }`,
  actorKinds: 'EXISTS { (s)<-[:MADE]-(who:Actor) WHERE who.kind IN $actorKinds }',
  involving: `(EXISTS { (s)<-[:MADE]-(thing:Actor) WHERE thing.id IN $involving AND ${mayBeNamed('thing', 's')} } OR EXISTS { (s)-[:ON|ADDRESSED_TO|CITES]->(thing:Entity) WHERE thing.id IN $involving }
    OR EXISTS { (s)-[:IN]->(:Forum)-[:PART_OF*0..3]->(thing:Forum) WHERE thing.id IN $involving } OR EXISTS { (s)-[:ON]->(:Commitment)-[:ABOUT]->(thing:Theme) WHERE thing.id IN $involving })`,
  membersOf: `EXISTS { (s)<-[:MADE]-(member:Actor)-[:MEMBER_OF]->(body:Actor) WHERE body.id IN $membersOf AND ${mayBeNamed('member', 's')} }`,
  countries: `(EXISTS { (s)<-[:MADE]-(land:Country) WHERE land.id IN $countries } OR EXISTS { (s)-[:ADDRESSED_TO]->(land:Country) WHERE land.id IN $countries }
    OR EXISTS { (s)-[:EVIDENCED_BY]->(:Passage)-[:MENTIONS]->(land:Country) WHERE land.id IN $countries })`,
  commitments: 'EXISTS { (s)-[:ON]->(what:Commitment) WHERE what.id IN $commitments }',
  themes: 'EXISTS { (s)-[:ON]->(:Commitment)-[:ABOUT]->(subject:Theme) WHERE subject.id IN $themes }',
  forums: 'EXISTS { (s)-[:IN]->(:Forum)-[:PART_OF*0..3]->(place:Forum) WHERE place.id IN $forums }',
  madeBy: `EXISTS { (s)<-[:MADE]-(maker:Actor) WHERE maker.id IN $madeBy AND ${mayBeNamed('maker', 's')} }`,
  heardIn: 'EXISTS { (s)-[:IN]->(here:Forum) WHERE here.id IN $heardIn }',
  withoutForum: '$withoutForum <> EXISTS { (s)-[:IN]->(:Forum) }',
  instruments: 'EXISTS { (s)-[:CITES]->(cited:Instrument) WHERE cited.id IN $instruments }',
  addressees: 'EXISTS { (s)-[:ADDRESSED_TO]->(asked:Actor) WHERE asked.id IN $addressees }',
  documents: 'left(s.id, 20) IN $documents',
  acts: 's.act IN $acts',
  stances: 's.stance IN $stances',
  positions: 's.position IN $positions',
  voices: 's.voice IN $voices',
  reviews: 's.review IN $reviews',
  // The first half bounds the look-up in the index: no date that touches the range is earlier than the year it begins in.
  from: 's.date >= left($from, 4) AND s.date >= left($from, size(s.date))',
  to: 's.date <= $to',
  undated: '$undated = (s.date IS NULL)',
  datePrecisions: 's.datePrecision IN $datePrecisions',
  patterns: foundIn('s.quote', 'patterns'),
} as const;
type Condition = keyof typeof CONDITIONS;
const isCondition = (name: string): name is Condition => Object.hasOwn(CONDITIONS, name);

/**
 * Where to start: from the entities that the filter names, not from all statements. Rarest first: an analyst's filter by document
 * or commitment leaves few statements, one by theme many. `Entity` is the label under which ids are looked up.
 */
const STARTS = {
  documents: 'UNWIND $documents AS start MATCH (:Document {id: start})-[:HAS_PASSAGE]->(:Passage)<-[:EVIDENCED_BY]-(s:Statement)',
  commitments: 'UNWIND $commitments AS start MATCH (:Entity {id: start})<-[:ON]-(s:Statement)',
  instruments: 'UNWIND $instruments AS start MATCH (:Entity {id: start})<-[:CITES]-(s:Statement)',
  madeBy: `UNWIND $madeBy AS start MATCH (maker:Entity {id: start})-[:MADE]->(s:Statement) WHERE ${mayBeNamed('maker', 's')}`,
  heardIn: 'UNWIND $heardIn AS start MATCH (:Entity {id: start})<-[:IN]-(s:Statement)',
  actors: `UNWIND $actors AS start MATCH (who:Entity {id: start})-[:MADE]->(s:Statement) WHERE ${mayBeNamed('who', 's')}`,
  membersOf: `UNWIND $membersOf AS start MATCH (:Entity {id: start})<-[:MEMBER_OF]-(member:Actor)-[:MADE]->(s:Statement) WHERE ${mayBeNamed('member', 's')}`,
  addressees: 'UNWIND $addressees AS start MATCH (:Entity {id: start})<-[:ADDRESSED_TO]-(s:Statement)',
  countries: `UNWIND $countries AS start MATCH (land:Entity {id: start})
    CALL (land) {
      MATCH (land)-[:MADE]->(s:Statement) RETURN s
      UNION MATCH (land)<-[:ADDRESSED_TO]-(s:Statement) RETURN s
      UNION MATCH (land)<-[:MENTIONS]-(:Passage)<-[:EVIDENCED_BY]-(s:Statement) RETURN s
    }`,
  forums: 'UNWIND $forums AS start MATCH (:Entity {id: start})<-[:PART_OF*0..3]-(:Forum)<-[:IN]-(s:Statement)',
  themes: 'UNWIND $themes AS start MATCH (:Entity {id: start})<-[:ABOUT]-(:Commitment)<-[:ON]-(s:Statement)',
  involving: `UNWIND $involving AS start MATCH (thing:Entity {id: start})
    CALL (thing) {
      MATCH (thing)-[:MADE]->(s:Statement) WHERE ${mayBeNamed('thing', 's')} RETURN s
      UNION MATCH (thing)<-[:ON|ADDRESSED_TO|CITES]-(s:Statement) RETURN s
      UNION MATCH (thing)<-[:PART_OF*0..3]-(:Forum)<-[:IN]-(s:Statement) RETURN s
      UNION MATCH (thing)<-[:ABOUT]-(:Commitment)<-[:ON]-(s:Statement) RETURN s
    }`,
  words: "CALL db.index.fulltext.queryNodes('words', $words) YIELD node AS s",
} as const;
type Field = Condition | keyof typeof STARTS;
const STARTING_POINTS = Object.keys(STARTS).filter((name): name is keyof typeof STARTS => Object.hasOwn(STARTS, name));

/** Names of all fields, in one order: questions with the same fields in use are the same query to the database. */
const FIELDS: readonly Field[] = [...Object.keys(CONDITIONS).filter(isCondition), 'words'];

const given = <T>(list: readonly T[] | null | undefined): readonly T[] | null => (list && list.length > 0 ? list : null);

/** The statements of a filter as the head of a query: it binds each of them once as `s`. */
export interface Under {
  /** Names the fields in use, for logs. */
  readonly name: string;
  readonly head: string;
  readonly parameters: FilterParameters;
}

/**
 * The head of a query over the statements that a filter lets through.
 * @param along a condition of pageOrder.ts under which an index gives all statements in the order asked: used where nothing in the filter is a better start
 */
export function under(filter: StatementFilter, along: string | null = null): Under {
  const named = filterParameters(filter);
  const elsewhere = STARTING_POINTS.some((name) => name !== 'words' && named[name] !== null);
  const parameters: Record<Field, FilterParameters[string]> = { ...named, ...lookFor(filter.text ?? '', 'quote', elsewhere) };
  const used = FIELDS.filter((field) => parameters[field] !== null);
  const start = STARTING_POINTS.find((name) => used.includes(name));
  const match = start ? `${STARTS[start]} WITH DISTINCT s` : 'MATCH (s:Statement)';
  const conditions = [...used.filter((field) => field !== start).filter(isCondition).map((field): string => CONDITIONS[field]), ...(start || along === null ? [] : [along])];
  return { name: `under ${used.join(', ')}`, head: `${match} WHERE ${conditions.join(' AND ')} WITH s`, parameters: Object.fromEntries(used.map((field) => [field, parameters[field] ?? null])) };
}

/** Rejected statements are out of sight unless somebody asks for them. */
const VISIBLE: readonly Review[] = valuesOf(REVIEWS).filter((review) => review !== 'REJECTED');

function filterParameters(filter: StatementFilter): Record<Exclude<Field, 'words' | 'patterns'>, FilterParameters[string]> {
  return {
    actors: given(filter.actors),
    actorKinds: given(filter.actorKinds),
    involving: given(filter.involving),
    membersOf: given(filter.membersOf),
    countries: given(filter.countries),
    commitments: given(filter.commitments),
    themes: given(filter.themes),
    forums: given(filter.forums),
    madeBy: given(filter.madeBy),
    heardIn: given(filter.heardIn),
    withoutForum: filter.withoutForum ?? null,
    instruments: given(filter.instruments),
    addressees: given(filter.addressees),
    documents: given(filter.documents),
    acts: given(filter.acts),
    stances: given(filter.stances),
    positions: given(filter.positions),
    voices: given(filter.voices),
    reviews: given(filter.reviews) ?? VISIBLE,
    from: filter.from ?? null,
    to: filter.to ?? null,
    undated: filter.undated ?? null,
    datePrecisions: given(filter.datePrecisions),
  };
}
