// The one meaning of "these statements": what a filter lets through, and from which end Neo4j should start looking.
// Every part of the Cypher is a constant; what a person chose arrives as parameters only.

import { REVIEWS, valuesOf, type Act, type ActorKind, type Position, type Review, type Stance, type Voice } from '../../schema/vocabulary.ts';

/** Every field narrows; the values of one field widen. An absent or empty list does not filter. */
export interface StatementFilter {
  readonly actors?: readonly string[] | null;
  readonly actorKinds?: readonly ActorKind[] | null;
  readonly commitments?: readonly string[] | null;
  readonly themes?: readonly string[] | null;
  /** A forum includes its parts. */
  readonly forums?: readonly string[] | null;
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

const WHERE = `
  ($actors IS NULL OR EXISTS { (s)<-[:MADE]-(who:Actor) WHERE who.id IN $actors })
  AND ($actorKinds IS NULL OR EXISTS { (s)<-[:MADE]-(who:Actor) WHERE who.kind IN $actorKinds })
  AND ($commitments IS NULL OR EXISTS { (s)-[:ON]->(what:Commitment) WHERE what.id IN $commitments })
  AND ($themes IS NULL OR EXISTS { (s)-[:ON]->(:Commitment)-[:ABOUT]->(subject:Theme) WHERE subject.id IN $themes })
  AND ($forums IS NULL OR EXISTS { (s)-[:IN]->(:Forum)-[:PART_OF*0..3]->(place:Forum) WHERE place.id IN $forums })
  AND ($withoutForum IS NULL OR $withoutForum = NOT EXISTS { (s)-[:IN]->(:Forum) })
  AND ($instruments IS NULL OR EXISTS { (s)-[:CITES]->(text:Instrument) WHERE text.id IN $instruments })
  AND ($addressees IS NULL OR EXISTS { (s)-[:ADDRESSED_TO]->(asked:Actor) WHERE asked.id IN $addressees })
  AND ($documents IS NULL OR left(s.id, 20) IN $documents)
  AND ($acts IS NULL OR s.act IN $acts)
  AND ($stances IS NULL OR s.stance IN $stances)
  AND ($positions IS NULL OR s.position IN $positions)
  AND ($voices IS NULL OR s.voice IN $voices)
  AND s.review IN $reviews
  AND ($from IS NULL OR s.date >= left($from, size(s.date)))
  AND ($to IS NULL OR s.date <= $to)
  AND ($words IS NULL OR all(word IN $words WHERE toLower(s.quote) CONTAINS word))`;

/**
 * Where to start: from the entities that the filter names, not from all statements. Rarest first: an analyst's filter by document
 * or commitment leaves few statements, one by theme many.
 */
const STARTS = {
  documents: `UNWIND $documents AS start MATCH (:Document {id: start})-[:HAS_PASSAGE]->(:Passage)<-[:EVIDENCED_BY]-(s:Statement)`,
  commitments: `UNWIND $commitments AS start MATCH (:Commitment {id: start})<-[:ON]-(s:Statement)`,
  instruments: `UNWIND $instruments AS start MATCH (:Instrument {id: start})<-[:CITES]-(s:Statement)`,
  actors: `UNWIND $actors AS start MATCH (:Actor {id: start})-[:MADE]->(s:Statement)`,
  addressees: `UNWIND $addressees AS start MATCH (:Actor {id: start})<-[:ADDRESSED_TO]-(s:Statement)`,
  forums: `UNWIND $forums AS start MATCH (:Forum {id: start})<-[:PART_OF*0..3]-(:Forum)<-[:IN]-(s:Statement)`,
  themes: `UNWIND $themes AS start MATCH (:Theme {id: start})<-[:ABOUT]-(:Commitment)<-[:ON]-(s:Statement)`,
} as const;
export type Start = keyof typeof STARTS | 'everything';

const STARTING_POINTS = Object.keys(STARTS).filter((name): name is keyof typeof STARTS => Object.hasOwn(STARTS, name));

const given = <T>(list: readonly T[] | null | undefined): readonly T[] | null => (list && list.length > 0 ? list : null);

export const startOf = (filter: StatementFilter): Start => STARTING_POINTS.find((name) => given(filter[name])) ?? 'everything';

/** One query for each start: the head finds the statements `s` of a filter, each once; the tail says what is wanted of them. */
export function forEachStart<T>(build: (head: string, start: Start) => T): Readonly<Record<Start, T>> {
  const head = (start: Start) => `${start === 'everything' ? 'MATCH (s:Statement)' : `${STARTS[start]} WITH DISTINCT s`}\n WHERE ${WHERE}\n WITH s`;
  const built = [...STARTING_POINTS, 'everything' as const].map((start) => [start, build(head(start), start)] as const);
  return Object.fromEntries(built) as Record<Start, T>;
}

/** Rejected statements are out of sight unless somebody asks for them. */
const VISIBLE: readonly Review[] = valuesOf(REVIEWS).filter((review) => review !== 'REJECTED');

export function filterParameters(filter: StatementFilter): FilterParameters {
  const words = filter.text?.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? null;
  return {
    actors: given(filter.actors),
    actorKinds: given(filter.actorKinds),
    commitments: given(filter.commitments),
    themes: given(filter.themes),
    forums: given(filter.forums),
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
