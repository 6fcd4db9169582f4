import { Failure } from '../../schema/failures.ts';
import { nodeTypeOf, type EntityType, type NodeType } from '../../schema/ids.ts';
import type { Asked } from '../../graph/askedTogether.ts';
import type { DocumentRow, PassageRow } from '../../graph/traversals/evidence.ts';
import type { EntityRow } from '../../graph/traversals/findEntities.ts';
import { ENTITY_ORDERS, entityCount, entityPage, type EntityFilter, type EntityOrder } from '../../graph/traversals/listEntities.ts';
import { DOCUMENT_ORDERS, documentCount, documentPage, PASSAGE_ORDER, passageCount, passagePage } from '../../graph/traversals/listTexts.ts';
import type { RequestContext } from '../context.ts';
import { checkDates, checkIds, checkNumber, checkText } from '../filterInput.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { askedPage, pageOf, pageOfLoaded, type Page, type PageArguments } from '../paging.ts';

interface Counted {
  /** How many rows the list has, counted only where somebody asks. */
  readonly count: Asked<number>;
}
export type EntityList = Page<EntityRow> & Counted;
export type DocumentList = Page<DocumentRow> & Counted;
export type PassageList = Page<PassageRow> & Counted;

const counted = { totalCount: ({ count }: Counted, _: unknown, context: RequestContext): Promise<number> => context.count.load(count) };

/** Which ids each field of a list's filter takes. */
const ID_FIELDS = {
  memberOf: ['Actor', 'Country'],
  participatedIn: ['Forum'],
  partyTo: ['Instrument'],
  adoptedBy: ['Actor', 'Country', 'Forum'],
  partOf: ['Forum'],
  heldIn: ['Country'],
  participants: ['Actor', 'Country'],
  themes: ['Theme'],
  setOutIn: ['Instrument'],
  authors: ['Actor', 'Country'],
  forums: ['Forum'],
  documents: ['Document'],
  mentions: ['Actor', 'Country', 'Instrument', 'Forum', 'Theme'],
} as const satisfies Readonly<Record<string, readonly NodeType[]>>;

type ListFilter = { readonly [field in keyof typeof ID_FIELDS]?: readonly string[] | null } & { readonly text?: string | null; readonly place?: string | null; readonly from?: string | null; readonly to?: string | null; readonly undated?: boolean | null; readonly regions?: readonly string[] | null; readonly years?: readonly number[] | null; readonly languages?: readonly string[] | null };

/** A list's filter, checked: fails with BAD_USER_INPUT naming the field. */
function checked<Filter extends ListFilter>(filter: Filter | null | undefined): Filter | Record<never, never> {
  if (!filter) return {};
  for (const field of Object.keys(ID_FIELDS) as (keyof typeof ID_FIELDS)[]) checkIds(`filter.${field}`, filter[field], ID_FIELDS[field]);
  for (const field of ['regions', 'years', 'languages'] as const) checkNumber(`filter.${field}`, filter[field]);
  for (const field of ['text', 'place'] as const) checkText(`filter.${field}`, filter[field]);
  checkDates(filter);
  return filter;
}

type ListArguments<Filter> = PageArguments & { readonly filter?: Filter | null };

/** The list of one type of named things, as a resolver. */
function listOf<Filter extends ListFilter & Omit<EntityFilter, 'type'>>(type: EntityType) {
  return async (_: unknown, { filter: input, orderBy, ...page }: ListArguments<Filter> & { readonly orderBy?: EntityOrder | null }, { store }: RequestContext): Promise<EntityList> => {
    const filter = { ...checked(input), type };
    const order = orderBy ?? 'NAME';
    const asked = askedPage({ name: `${type} ${order}`, keys: ENTITY_ORDERS[order] }, page);
    const { query, parameters } = entityPage(filter, order, asked.window);
    return { ...pageOf(asked, await store.read(query, parameters)), count: entityCount(filter) };
  };
}

/** What an id names, once it is known to be an id of this kind. */
function ofKind<Row>(type: NodeType, load: (context: RequestContext, id: string) => Promise<Row | null>) {
  return (_: unknown, { id }: { readonly id: string }, context: RequestContext): Promise<Row | null> => {
    const found = nodeTypeOf(id);
    if (found !== type) throw new Failure('BAD_USER_INPUT', `${type.toLowerCase()}(id:) takes the id of a ${type}, got ${JSON.stringify(id.slice(0, 80))}${found ? `, which is the id of a ${found}` : ''}.`);
    return load(context, id);
  };
}
const entityOf = (type: EntityType) => ofKind(type, ({ entity }, id) => entity.load(id));

export const listResolvers: Resolvers = {
  ActorConnection: counted,
  CountryConnection: counted,
  InstrumentConnection: counted,
  ForumConnection: counted,
  CommitmentConnection: counted,
  ThemeConnection: counted,
  DocumentConnection: counted,
  PassageConnection: counted,
  Query: {
    actor: entityOf('Actor'),
    country: entityOf('Country'),
    instrument: entityOf('Instrument'),
    forum: entityOf('Forum'),
    commitment: entityOf('Commitment'),
    theme: entityOf('Theme'),
    document: ofKind('Document', ({ document }, id) => document.load(id)),
    statement: ofKind('Statement', ({ statement }, id) => statement.load(id)),
    passage: ofKind('Passage', ({ passage }, id) => passage.load(id)),
    actors: listOf('Actor'),
    countries: listOf('Country'),
    instruments: listOf('Instrument'),
    forums: listOf('Forum'),
    commitments: listOf('Commitment'),
    themes: listOf('Theme'),
    documents: async (_, { filter: input, orderBy, ...page }, { store, document }) => {
      const filter = checked(input);
      const order = orderBy ?? 'NAME';
      const asked = askedPage({ name: `Document ${order}`, keys: DOCUMENT_ORDERS[order] }, page);
      const { query, parameters } = documentPage(filter, order, asked.window);
      return { ...(await pageOfLoaded(asked, await store.read(query, parameters), document)), count: documentCount(filter) };
    },
    passages: async (_, { filter: input, ...page }, { store, passage }) => {
      const filter = checked(input);
      const asked = askedPage({ name: 'Passage', keys: PASSAGE_ORDER }, page);
      const { query, parameters } = passagePage(filter, asked.window);
      return { ...(await pageOfLoaded(asked, await store.read(query, parameters), passage)), count: passageCount(filter) };
    },
  },
};
