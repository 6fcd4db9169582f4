// The graph model as data: labels with their properties, and relationship patterns readable in both directions.
// Constraints, indexes, write statements, legends and export attributes are derived from it; the model checks itself when it is loaded.

import type { NodeType } from './ids.ts';

export interface NodeModel {
  readonly label: NodeType;
  /** Labels the node carries beside its own. `Entity` marks whatever has a name; a country is an actor. */
  readonly alsoLabelled: readonly string[];
  /** The property a reader sees first. */
  readonly caption: string;
  readonly properties: readonly string[];
  /** Properties that a filter looks up. */
  readonly indexed: readonly string[];
  readonly plural: string;
  readonly means: string;
}

export const NODES = [
  { label: 'Actor', alsoLabelled: ['Entity'], caption: 'name', properties: ['id', 'name', 'kind', 'acronym', 'aliases'], indexed: ['kind'], plural: 'Actors', means: 'Whoever can take a position or be asked to.' },
  { label: 'Country', alsoLabelled: ['Actor', 'Entity'], caption: 'name', properties: ['id', 'name', 'kind', 'acronym', 'aliases', 'iso3', 'region', 'subregion'], indexed: ['iso3'], plural: 'Countries', means: 'A country; an actor too, because states sign, host and are addressed.' },
  { label: 'Instrument', alsoLabelled: ['Entity'], caption: 'name', properties: ['id', 'name', 'kind', 'acronym', 'symbol', 'aliases', 'adoptedOn'], indexed: ['kind'], plural: 'Instruments', means: 'A text with standing.' },
  { label: 'Forum', alsoLabelled: ['Entity'], caption: 'name', properties: ['id', 'name', 'kind', 'acronym', 'aliases', 'startDate', 'endDate', 'place'], indexed: ['kind', 'startDate'], plural: 'Forums', means: 'An occasion at which positions are taken.' },
  { label: 'Commitment', alsoLabelled: ['Entity'], caption: 'title', properties: ['id', 'title', 'aliases'], indexed: [], plural: 'Commitments', means: 'What is advocated or promised, stated once.' },
  { label: 'Theme', alsoLabelled: ['Entity'], caption: 'name', properties: ['id', 'name', 'aliases'], indexed: [], plural: 'Themes', means: 'A subject.' },
  { label: 'Statement', alsoLabelled: [], caption: 'quote', properties: ['id', 'stance', 'position', 'act', 'voice', 'quote', 'start', 'end', 'date', 'dateKey', 'datePrecision', 'dateBasis', 'confidence', 'rule', 'review', 'restriction', 'extracted'], indexed: ['date', 'dateKey', 'act', 'stance', 'position', 'review'], plural: 'Statements', means: 'One actor’s position in one place of one text.' },
  { label: 'Document', alsoLabelled: [], caption: 'title', properties: ['id', 'title', 'uri', 'kind', 'language', 'date', 'datePrecision', 'dateBasis', 'loadedAt', 'restriction', 'text'], indexed: ['uri'], plural: 'Documents', means: 'One loaded source.' },
  { label: 'Passage', alsoLabelled: [], caption: 'text', properties: ['id', 'text', 'start', 'end', 'page', 'section', 'role'], indexed: [], plural: 'Passages', means: 'A sentence or list item of a document, in its own words.' },
] as const satisfies readonly NodeModel[];

/** Kept in the same database and never shown as part of the graph: no extraction writes or deletes them, no traversal meets them. */
export interface RecordModel {
  readonly label: string;
  /** The property that is unique. */
  readonly key: string;
  readonly properties: readonly string[];
  readonly indexed: readonly string[];
  readonly means: string;
}

export const RECORDS = [
  {
    label: 'Decision',
    key: 'id',
    properties: ['id', 'kind', 'by', 'at', 'note', 'before', 'after', 'undoneBy', 'undoneAt', 'subject', 'appliesTo', 'drifted', 'document', 'uri', 'quote', 'act', 'commitment', 'start', 'into', 'uris', 'name', 'snapshots'],
    indexed: ['subject', 'appliesTo', 'uri', 'into', 'commitment', 'at'],
    means: 'What a person decided, when, and what stood there before and after; applied again whenever a document is loaded.',
  },
  { label: 'Merged', key: 'id', properties: ['id', 'into'], indexed: ['into'], means: 'A named thing that a person merged into another: set aside with all its properties, so that the merge can be undone.' },
  { label: 'Turn', key: 'of', properties: ['of'], indexed: [], means: 'Made and deleted within one transaction: whoever writes about the same thing at the same time waits.' },
] as const satisfies readonly RecordModel[];

/**
 * A relationship that ends in another entity than the text named, because a person merged or split entities, remembers whom the text
 * named: a list of ids on a relationship of a statement, document or passage, "‹from› ‹to›" on one between entities. Absent otherwise.
 */
export const AS_EXTRACTED = 'as';

export type RelationshipModel = {
  readonly type: string;
  readonly from: readonly NodeType[];
  readonly to: readonly NodeType[];
  readonly properties: readonly string[];
  /** "‹from› made ‹to›" */
  readonly reads: string;
  /** "‹to› was made by ‹from›" */
  readonly readsBack: string;
  /** Found in prose, so it carries `passages`: the ids of the passages that say so. */
  readonly cited: boolean;
};

const ACTOR = ['Actor', 'Country'] as const;

export const RELATIONSHIPS = [
  { type: 'MADE', from: ACTOR, to: ['Statement'], properties: [], reads: 'made', readsBack: 'was made by', cited: false },
  { type: 'ON', from: ['Statement'], to: ['Commitment'], properties: [], reads: 'is on', readsBack: 'is the subject of', cited: false },
  { type: 'IN', from: ['Statement'], to: ['Forum'], properties: [], reads: 'was made in', readsBack: 'heard', cited: false },
  { type: 'ADDRESSED_TO', from: ['Statement'], to: ACTOR, properties: [], reads: 'is addressed to', readsBack: 'is asked by', cited: false },
  { type: 'CITES', from: ['Statement'], to: ['Instrument'], properties: [], reads: 'cites', readsBack: 'is cited by', cited: false },
  { type: 'EVIDENCED_BY', from: ['Statement'], to: ['Passage'], properties: [], reads: 'is evidenced by', readsBack: 'is evidence for', cited: false },
  { type: 'ABOUT', from: ['Commitment'], to: ['Theme'], properties: ['documents'], reads: 'is about', readsBack: 'is the theme of', cited: false },
  { type: 'SET_OUT_IN', from: ['Commitment'], to: ['Instrument'], properties: ['passages'], reads: 'is set out in', readsBack: 'sets out', cited: true },
  { type: 'HAS_PASSAGE', from: ['Document'], to: ['Passage'], properties: [], reads: 'has the passage', readsBack: 'stands in', cited: false },
  { type: 'PRESENTED_AT', from: ['Document'], to: ['Forum'], properties: [], reads: 'was presented at', readsBack: 'received', cited: false },
  { type: 'AUTHORED', from: ACTOR, to: ['Document'], properties: [], reads: 'authored', readsBack: 'was written by', cited: false },
  { type: 'PARTICIPATED_IN', from: ACTOR, to: ['Forum'], properties: ['role', 'passages', 'source'], reads: 'took part in', readsBack: 'was attended by', cited: true },
  { type: 'MEMBER_OF', from: ACTOR, to: ['Actor'], properties: ['role', 'since', 'passages', 'source'], reads: 'is a member of', readsBack: 'has as member', cited: true },
  { type: 'PARTNERED_WITH', from: ACTOR, to: ACTOR, properties: ['on', 'passages', 'source'], reads: 'partnered with', readsBack: 'partnered with', cited: true },
  { type: 'SUCCEEDED_BY', from: ['Actor'], to: ['Actor'], properties: ['date', 'passages', 'source'], reads: 'was succeeded by', readsBack: 'succeeded', cited: true },
  { type: 'CLAIMS_INFLUENCE_ON', from: ACTOR, to: ['Instrument'], properties: ['passages'], reads: 'claims influence on', readsBack: 'is claimed to be shaped by', cited: true },
  { type: 'PARTY_TO', from: ACTOR, to: ['Instrument'], properties: ['status', 'date', 'passages', 'source'], reads: 'is party to', readsBack: 'has as party', cited: true },
  { type: 'ADOPTED', from: ['Actor', 'Country', 'Forum'], to: ['Instrument'], properties: ['date', 'passages', 'source'], reads: 'adopted', readsBack: 'was adopted by', cited: true },
  { type: 'REFERS_TO', from: ['Instrument'], to: ['Instrument'], properties: ['kind', 'passages'], reads: 'refers to', readsBack: 'is referred to by', cited: true },
  { type: 'HELD_IN', from: ['Forum'], to: ['Country'], properties: ['passages', 'source'], reads: 'was held in', readsBack: 'was the venue of', cited: true },
  { type: 'PART_OF', from: ['Forum'], to: ['Forum'], properties: ['passages', 'source'], reads: 'is part of', readsBack: 'includes', cited: true },
  { type: 'MENTIONS', from: ['Passage'], to: ['Actor', 'Country', 'Instrument', 'Forum', 'Theme'], properties: ['surface', 'start', 'end', 'rule', 'score', 'alternatives'], reads: 'mentions', readsBack: 'is mentioned in', cited: false },
] as const satisfies readonly RelationshipModel[];

export type RelationshipType = (typeof RELATIONSHIPS)[number]['type'];

/** The relations between named things that a text or a table can state: what the `relations` of an extraction may be. */
export const STATED_RELATIONS = ['MEMBER_OF', 'PARTNERED_WITH', 'PARTICIPATED_IN', 'SUCCEEDED_BY', 'CLAIMS_INFLUENCE_ON', 'PARTY_TO', 'ADOPTED', 'REFERS_TO', 'HELD_IN', 'PART_OF', 'SET_OUT_IN'] as const satisfies readonly RelationshipType[];
export type StatedRelation = (typeof STATED_RELATIONS)[number];

export const nodeModel = (label: NodeType): NodeModel => {
  const found = NODES.find((node) => node.label === label);
  if (!found) throw new Error(`the model has no label ${label}`);
  return found;
};

export const relationshipModel = (type: RelationshipType): RelationshipModel => {
  const found = RELATIONSHIPS.find((relationship) => relationship.type === type);
  if (!found) throw new Error(`the model has no relationship ${type}`);
  return found;
};

/** Refuses a model that contradicts itself: a doubled name, an unknown end, a caption or index on no property. */
export function contradictions(nodes: readonly NodeModel[], relationships: readonly RelationshipModel[]): string[] {
  const labels = new Set<string>(nodes.map((node) => node.label));
  const found: string[] = [];
  if (labels.size !== nodes.length) found.push('a label is declared twice');
  if (new Set(relationships.map(({ type }) => type)).size !== relationships.length) found.push('a relationship is declared twice');
  for (const node of nodes) {
    for (const property of [node.caption, 'id', ...node.indexed]) if (!node.properties.includes(property)) found.push(`${node.label} uses ${property}, which is not among its properties`);
  }
  for (const { type, from, to, properties, cited } of relationships) {
    for (const end of [...from, ...to]) if (!labels.has(end)) found.push(`${type} ends in ${end}, which is no label`);
    if (cited !== properties.includes('passages')) found.push(`${type} must carry passages exactly when it is cited`);
  }
  return found;
}

const wrong = contradictions(NODES, RELATIONSHIPS);
if (wrong.length > 0) throw new Error(`the graph model contradicts itself: ${wrong.join('; ')}`);
