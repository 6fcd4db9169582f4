import { relationshipModel } from '../../schema/model.ts';
import { dated, dateLabel, UNDATED, type DatedFields } from '../../schema/dates.ts';
import { Failure } from '../../schema/failures.ts';
import { TREATY_STATUSES } from '../../schema/vocabulary.ts';
import type { EntityRow } from '../../graph/traversals/findEntities.ts';
import type { RelationRow } from '../../graph/traversals/factsAbout.ts';
import type { ActorKind, EntityType, EntityStatementsArgs, ForumKind, InstrumentKind, Resolvers } from '../generated/resolvers.ts';
import { present, type RequestContext } from '../context.ts';
import { readFilter } from '../filterInput.ts';
import { pageOfList, pageSize } from '../paging.ts';
import { statementConnection } from './statementConnection.ts';

export const TYPES = { Actor: 'ACTOR', Country: 'COUNTRY', Instrument: 'INSTRUMENT', Forum: 'FORUM', Commitment: 'COMMITMENT', Theme: 'THEME' } as const satisfies Record<EntityRow['type'], EntityType>;

export const datedOn = (iso: string | null): DatedFields => (iso ? dated(iso, 'STATED') : null) ?? UNDATED;

const factKey = ({ of, type, other, detail, date }: RelationRow): string => [of, type, other, detail ?? '', date ?? ''].join(' ');

/** How the fact reads from the entity asked. A treaty's fact is read by its status: "is party to" must not stand before one who is not. */
function reading({ type, forward, detail }: RelationRow): string {
  const status = type === 'PARTY_TO' ? Object.entries(TREATY_STATUSES).find(([name]) => name === detail)?.[1] : undefined;
  const { reads, readsBack } = status ?? relationshipModel(type);
  return forward ? reads : readsBack;
}

/** What every named thing has in common. */
const entity = {
  type: ({ type }: EntityRow) => TYPES[type],
  aliases: ({ aliases }: EntityRow) => aliases.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, 100),
  statementCount: ({ id }: EntityRow, _: unknown, context: RequestContext) => context.statementCount.load(id),
  statements: ({ id }: EntityRow, { filter, ...page }: EntityStatementsArgs, context: RequestContext) => statementConnection({ ...readFilter(filter), involving: [id] }, page, context),
  mentionCount: ({ id }: EntityRow, _: unknown, context: RequestContext) => context.mentionCount.load(id),
  relations: async ({ id }: EntityRow, { first, after }: { first: number; after?: string | null }, context: RequestContext) => pageOfList(await context.factsOf.load(id), pageSize(first, 100), after, factKey),
};

/** The closed lists of the model and of the API are the same words (a test compares them), which the type system cannot see. */
const kindOf = <Kind extends string>({ kind }: EntityRow): Kind => kind as Kind;

export const entityResolvers: Resolvers = {
  Entity: { __resolveType: ({ type }) => type },
  Actor: { ...entity, kind: kindOf<ActorKind> },
  Country: { ...entity, iso3: ({ iso3, id }) => iso3 ?? id.slice(-3) },
  Instrument: { ...entity, kind: kindOf<InstrumentKind>, adoptedOn: ({ adoptedOn }) => datedOn(adoptedOn) },
  Forum: { ...entity, kind: kindOf<ForumKind>, startDate: ({ startDate }) => datedOn(startDate), endDate: ({ endDate }) => datedOn(endDate) },
  Commitment: { ...entity, themes: async ({ id }, _, context) => present(context.entity, await context.themesOf.load(id)) },
  Theme: entity,
  PartialDate: { iso: ({ date }) => date, precision: ({ datePrecision }) => datePrecision, basis: ({ dateBasis }) => dateBasis, label: ({ date }) => dateLabel(date) },
  Relation: {
    id: factKey,
    reads: (fact) => reading(fact),
    other: ({ other }, _, context) => named(other, context),
    date: ({ date }) => datedOn(date),
    passages: ({ passages }, _, context) => present(context.passage, passages),
  },
};

/** The entity an id of the graph names; the graph joined it a moment ago, so its absence is a failure worth naming. */
export async function named(id: string, context: RequestContext): Promise<EntityRow> {
  const row = await context.entity.load(id);
  if (!row) throw new Failure('NOT_FOUND', `${id} is no longer in the graph; ask again.`);
  return row;
}
