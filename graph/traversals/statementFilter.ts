// The one meaning of "these statements": what a filter lets through, and from which end Neo4j should start looking.
// Every piece of the Cypher is a constant of this file; what a person chose arrives as parameters only.

import { REVIEWS, valuesOf, type Act, type ActorKind, type Position, type Review, type Stance, type Voice } from '../../schema/vocabulary.ts';

/** Every field narrows; the values of one field widen. An absent or empty list does not filter. */
export interface StatementFilter {
  readonly actors?: readonly string[] | null;
  readonly actorKinds?: readonly ActorKind[] | null;
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
  readonly text?: string | null;
}

export interface FilterParameters {
  readonly [name: string]: readonly string[] | string | boolean | number | null;
}

/** The condition of each field, a constant; the ones of the fields in use are joined by AND. A simple question stays a simple plan. */
const CONDITIONS = {
  actors: 'EXISTS { (s)<-[:MADE]-(who:Actor) WHERE who.id IN $actors }',
  actorKinds: 'EXISTS { (s)<-[:MADE]-(who:Actor) WHERE who.kind IN $actorKinds }',
  commitments: 'EXISTS { (s)-[:ON]->(what:Commitment) WHERE what.id IN $commitments }',
  themes: 'EXISTS { (s)-[:ON]->(:Commitment)-[:ABOUT]->(subject:Theme) WHERE subject.id IN $themes }',
  forums: 'EXISTS { (s)-[:IN]->(:Forum)-[:PART_OF*0..3]->(place:Forum) WHERE place.id IN $forums }',
  madeBy: 'EXISTS { (s)<-[:MADE]-(maker:Actor) WHERE maker.id IN $madeBy }',
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
  from: 's.date >= left($from, size(s.date))',
  to: 's.date <= $to',
  words: 'all(word IN $words WHERE toLower(s.quote) CONTAINS word)',
} as const;
type Field = keyof typeof CONDITIONS;
const FIELDS = Object.keys(CONDITIONS).filter((name): name is Field => Object.hasOwn(CONDITIONS, name));

/**
 * Where to start: from the entities that the filter names, not from all statements. Rarest first: an analyst's filter by document
 * or commitment leaves few statements, one by theme many.
 */
const STARTS = {
  documents: 'UNWIND $documents AS start MATCH (:Document {id: start})-[:HAS_PASSAGE]->(:Passage)<-[:EVIDENCED_BY]-(s:Statement)',
  commitments: 'UNWIND $commitments AS start MATCH (:Commitment {id: start})<-[:ON]-(s:Statement)',
  instruments: 'UNWIND $instruments AS start MATCH (:Instrument {id: start})<-[:CITES]-(s:Statement)',
  madeBy: 'UNWIND $madeBy AS start MATCH (:Actor {id: start})-[:MADE]->(s:Statement)',
  heardIn: 'UNWIND $heardIn AS start MATCH (:Forum {id: start})<-[:IN]-(s:Statement)',
  actors: 'UNWIND $actors AS start MATCH (:Actor {id: start})-[:MADE]->(s:Statement)',
  addressees: 'UNWIND $addressees AS start MATCH (:Actor {id: start})<-[:ADDRESSED_TO]-(s:Statement)',
  forums: 'UNWIND $forums AS start MATCH (:Forum {id: start})<-[:PART_OF*0..3]-(:Forum)<-[:IN]-(s:Statement)',
  themes: 'UNWIND $themes AS start MATCH (:Theme {id: start})<-[:ABOUT]-(:Commitment)<-[:ON]-(s:Statement)',
} as const;
const STARTING_POINTS = Object.keys(STARTS).filter((name): name is keyof typeof STARTS => Object.hasOwn(STARTS, name));

const given = <T>(list: readonly T[] | null | undefined): readonly T[] | null => (list && list.length > 0 ? list : null);

/** The statements of a filter as the head of a query: it binds each of them once as `s`. */
export interface Under {
  /** Names the fields in use, for logs. */
  readonly name: string;
  readonly head: string;
  readonly parameters: FilterParameters;
}

/** The head of a query over the statements that a filter lets through. */
export function under(filter: StatementFilter): Under {
  const parameters = filterParameters(filter);
  const used = FIELDS.filter((field) => parameters[field] !== null);
  const start = STARTING_POINTS.find((name) => used.includes(name));
  const match = start ? `${STARTS[start]} WITH DISTINCT s` : 'MATCH (s:Statement)';
  const conditions = used.filter((field) => field !== start).map((field) => CONDITIONS[field]);
  return { name: `under ${used.join(', ')}`, head: `${match} WHERE ${conditions.join(' AND ')} WITH s`, parameters: Object.fromEntries(used.map((field) => [field, parameters[field] ?? null])) };
}

/** Rejected statements are out of sight unless somebody asks for them. */
const VISIBLE: readonly Review[] = valuesOf(REVIEWS).filter((review) => review !== 'REJECTED');

function filterParameters(filter: StatementFilter): Record<Field, FilterParameters[string]> {
  const words = filter.text?.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? null;
  return {
    actors: given(filter.actors),
    actorKinds: given(filter.actorKinds),
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
    words: given(words),
  };
}
