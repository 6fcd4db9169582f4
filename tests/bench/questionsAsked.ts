// The questions that are measured: what the page and its users ask most, each for many things in turn, so that nobody measures a cache.
// `peer` is the same question to @neo4j/graphql over the same database; null where it has none of the kind.

import { seeded } from './corpus.ts';

export interface AskedQuestion {
  readonly name: string;
  readonly query: string;
  readonly peer: string | null;
  /** The variables of the n-th asking; the peer takes those it declares. */
  readonly variables: readonly Readonly<Record<string, unknown>>[];
}

const STATEMENT = `id act stance position voice quote date { iso label precision basis } actors { id name } commitment { id name } forum { id name } addressees { id name }
  instruments { id name ... on Instrument { symbol } } themes { id name } passages { id text start end page } document { id title uri date { label } } confidence rule review restriction`;

const PEER_STATEMENT = `id act stance position voice quote date datePrecision dateBasis confidence rule review restriction
  actors { id name } commitments { id title themes { id name } } forums { id name } addressees { id name } instruments { id name symbol }
  passages { id text start end page documents { id title uri date } }`;

/** Words of titles and names, as somebody types them: beginnings, two words, a slip. */
const TYPED = ['detent', 'labour insp', 'recruitment fees', 'family reun', 'alliance of', 'domestic work', 'shelters', 'equal pya', 'social secur', 'B17', 'legal aid', 'network of nurses', 'health', 'langauge', 'Convention 12', 'women migr'];

/** As many things of each kind as a session of many readers asks about: heads and tails of the power law. */
export function questionsAsked(count: number, seed: number): AskedQuestion[] {
  const random = seeded(seed);
  const id = (prefix: string, most: number): string => `${prefix}:bench-${Math.floor(most * random() ** 2)}`;
  const times = (of: (n: number) => Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>[] => Array.from({ length: count }, (_, n) => of(n));
  return [
    {
      name: 'entity by id',
      query: 'query ($id: ID!) { actor(id: $id) { id name kind acronym aliases } }',
      peer: 'query ($id: ID!) { actors(where: { id: { eq: $id } }) { id name kind acronym aliases } }',
      variables: times(() => ({ id: id('actor', 2857) })),
    },
    {
      name: 'neighbours',
      query: 'query ($id: ID!) { neighbourhood(ids: [$id], depth: 1, first: 25) { truncated nodes { distance leftOut entity { id name type } } edges { id from to relationship reads weight for against } } }',
      peer: 'query ($id: ID!) { actors(where: { id: { eq: $id } }) { id name statements { commitments { id title } forums { id name } addressees { id name } instruments { id name } } attended { id name } bodies { id name } partners { id name } } }',
      variables: times(() => ({ id: id('actor', 2857) })),
    },
    {
      name: 'page of 50 statements',
      query: `query ($commitment: ID!) { statements(filter: { commitments: [$commitment] }, first: 50) { pageInfo { hasNextPage endCursor } nodes { ${STATEMENT} } } }`,
      peer: `query ($commitment: ID!) { statements(where: { commitments: { some: { id: { eq: $commitment } } }, NOT: { review: { eq: "REJECTED" } } }, limit: 50, sort: [{ date: DESC }]) { ${PEER_STATEMENT} } }`,
      variables: times(() => ({ commitment: id('commitment', 1429) })),
    },
    {
      name: 'page of 50, by theme and forum',
      query: `query ($theme: ID!, $forum: ID!) { statements(filter: { themes: [$theme], forums: [$forum] }, first: 50) { pageInfo { hasNextPage endCursor } nodes { ${STATEMENT} } } }`,
      peer: `query ($theme: ID!, $forum: ID!) { statements(where: { commitments: { some: { themes: { some: { id: { eq: $theme } } } } }, forums: { some: { id: { eq: $forum } } }, NOT: { review: { eq: "REJECTED" } } }, limit: 50, sort: [{ date: DESC }]) { ${PEER_STATEMENT} } }`,
      variables: times(() => ({ theme: id('theme', 40), forum: id('forum', 250) })),
    },
    {
      name: 'search as one types',
      query: 'query ($text: String!) { search(text: $text, types: [ACTOR, COUNTRY, INSTRUMENT, FORUM, COMMITMENT, THEME], first: 10) { edges { matched node { id ... on Entity { name type } } } } }',
      peer: 'query ($lucene: String!) { found(text: $lucene) { id name } }',
      variables: times((n) => {
        const text = TYPED[n % TYPED.length] ?? '';
        return { text, lucene: text.split(' ').map((word) => `${word}*`).join(' AND ') };
      }),
    },
    {
      name: 'paths',
      query: 'query ($from: ID!, $to: ID!) { paths(from: $from, to: $to, maxLength: 4, first: 3) { truncated paths { length reads weakest hops { from { id name } to { id name } reads weight } } } }',
      peer: null,
      variables: times(() => ({ from: id('actor', 2857), to: `actor:bench-${1 + Math.floor(2856 * random())}` })).filter(({ from, to }) => from !== to),
    },
    {
      name: 'stakeholder map',
      query: 'query ($topic: ID!) { stakeholderMap(topic: $topic, measure: FORUM_REACH, top: 30) { statementCount actorCount hiddenActorCount formula stakeholders { actor { id name } statementCount attention fractionalAttention for against influence { normalised raw } } } }',
      peer: null,
      variables: times(() => ({ topic: id('commitment', 1429) })),
    },
    {
      name: 'facets',
      query: 'query ($commitment: ID!) { facets(filter: { commitments: [$commitment] }, top: 10) { statementCount actors { ...counts } forums { ...counts } themes { ...counts } instruments { ...counts } acts { ...counts } positions { ...counts } years { ...counts } } } fragment counts on Facet { valueCount otherCount withoutCount values { value label count } }',
      peer: null,
      variables: times(() => ({ commitment: id('commitment', 1429) })),
    },
  ];
}

/** The graph as the peer is told of it. Ids are looked up under `Entity`, whose key they are, so that it has the index that we have. */
export const PEER_TYPES = `
  type Actor @node(labels: ["Entity", "Actor"]) {
    id: ID! name: String! kind: String acronym: String aliases: [String!]
    statements: [Statement!]! @relationship(type: "MADE", direction: OUT)
    attended: [Forum!]! @relationship(type: "PARTICIPATED_IN", direction: OUT)
    bodies: [Actor!]! @relationship(type: "MEMBER_OF", direction: OUT)
    partners: [Actor!]! @relationship(type: "PARTNERED_WITH", direction: OUT)
  }
  type Commitment @node(labels: ["Entity", "Commitment"]) { id: ID! title: String! themes: [Theme!]! @relationship(type: "ABOUT", direction: OUT) }
  type Theme @node(labels: ["Entity", "Theme"]) { id: ID! name: String! }
  type Forum @node(labels: ["Entity", "Forum"]) { id: ID! name: String! }
  type Instrument @node(labels: ["Entity", "Instrument"]) { id: ID! name: String! symbol: String }
  type Passage @node { id: ID! text: String! start: Int! end: Int! page: Int documents: [Document!]! @relationship(type: "HAS_PASSAGE", direction: IN) }
  type Document @node { id: ID! title: String! uri: String! date: String }
  type Statement @node {
    id: ID! act: String! stance: String! position: String! voice: String! quote: String! date: String datePrecision: String dateBasis: String confidence: Float! rule: String! review: String! restriction: String
    actors: [Actor!]! @relationship(type: "MADE", direction: IN)
    commitments: [Commitment!]! @relationship(type: "ON", direction: OUT)
    forums: [Forum!]! @relationship(type: "IN", direction: OUT)
    addressees: [Actor!]! @relationship(type: "ADDRESSED_TO", direction: OUT)
    instruments: [Instrument!]! @relationship(type: "CITES", direction: OUT)
    passages: [Passage!]! @relationship(type: "EVIDENCED_BY", direction: OUT)
  }
  type Found { id: ID! name: String! }
  type Query {
    found(text: String!): [Found!]! @cypher(statement: "CALL db.index.fulltext.queryNodes('names', $text, {limit: 10}) YIELD node RETURN {id: node.id, name: coalesce(node.name, node.title)} AS found", columnName: "found")
  }
`;
