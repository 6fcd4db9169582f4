import type { Share } from '../../graph/analysis/askSpread.ts';
import { uptakes, type Uptake } from '../../graph/analysis/askUptake.ts';
import { droppedAsks, type DroppedAsk } from '../../graph/analysis/droppedAsks.ts';
import { askInSeries, searchedAt, type SearchedRow } from '../../graph/traversals/askInSeries.ts';
import { askCitedWith, askSetOutIn } from '../../graph/traversals/askStanding.ts';
import { acceptedByAddressees, byAdoptingRooms, inOutcomeTexts, setOutInAdopted } from '../../graph/traversals/askUptake.ts';
import type { EntityRow } from '../../graph/traversals/findEntities.ts';
import type { StatementFilter } from '../../graph/traversals/statementFilter.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { present, type RequestContext } from '../context.ts';
import { entityArgument } from '../entityInput.ts';
import type { PageArguments } from '../paging.ts';
import { once } from '../once.ts';
import { documentOf } from './documents.ts';
import { datedOn, named } from './entities.ts';
import { spreadOf } from './wordings.ts';
import { statementConnection, type StatementPage } from './statementConnection.ts';

/** An ask whose life is told; `uptakes` is asked once for the list and its count. */
export interface AskLineageRow {
  readonly commitment: EntityRow;
  readonly uptakes: () => Promise<readonly Uptake[]>;
}

export interface DroppedRow extends DroppedAsk {
  readonly searched: SearchedRow;
}

const UPTAKES = 200;

/** One question after the other: a database that has just been started plans each of them, and all at once would run into the time limit together. */
async function uptakesOf(commitment: string, { store }: RequestContext): Promise<readonly Uptake[]> {
  const asked = { commitment };
  const setOut = await store.read(setOutInAdopted, asked);
  const outcomes = await store.read(inOutcomeTexts, asked);
  const rooms = await store.read(byAdoptingRooms, asked);
  return uptakes({ setOut, outcomes, rooms, accepted: await store.read(acceptedByAddressees, asked) });
}

/** A page of the dated statements on an ask, or of the undated ones, oldest first. */
const uses = (commitment: string, undated: boolean, page: PageArguments, context: RequestContext): Promise<StatementPage> => statementConnection({ commitments: [commitment], undated }, { ...page, orderBy: 'DATE_ASC' }, context);

async function droppedOf(commitment: string, { store }: RequestContext): Promise<DroppedRow[]> {
  const dropped = droppedAsks(await store.read(askInSeries, { commitment }));
  const searched = dropped.length === 0 ? [] : await store.read(searchedAt, { forums: dropped.map(({ silentSince }) => silentSince) });
  return dropped.flatMap((one) => searched.filter(({ session }) => session === one.silentSince).map((found) => ({ ...one, searched: found })));
}

const shareFilter = ({ commitment, entity, role }: Share): StatementFilter => ({ commitments: [commitment], ...(role === 'ACTOR' ? { actors: [entity] } : { heardIn: [entity] }) });

export const askLineageResolvers: Resolvers = {
  AskLineage: {
    firstUse: async ({ commitment: { id } }, _, context) => {
      const { page } = await uses(id, false, { first: 1 }, context);
      return (await page()).nodes[0] ?? null;
    },
    uses: ({ commitment: { id } }, page, context) => uses(id, false, page, context),
    undatedUses: ({ commitment: { id } }, page, context) => uses(id, true, page, context),
    setOutIn: ({ commitment: { id } }, _, { store }) => store.read(askSetOutIn, { commitment: id }),
    citedWith: ({ commitment: { id } }, _, { store }) => store.read(askCitedWith, { commitment: id }),
    uptake: async ({ uptakes: found }) => (await found()).slice(0, UPTAKES),
    uptakeCount: async ({ uptakes: found }) => (await found()).length,
    dropped: ({ commitment: { id } }, _, context) => droppedOf(id, context),
    spread: ({ commitment: { id } }, _, context) => spreadOf(id, context),
    rivalWordings: ({ commitment }) => ({ commitment }),
  },
  AskSetOut: {
    instrument: ({ instrument }, _, context) => named(instrument, context),
    passages: ({ passages }, _, context) => present(context.passage, passages),
  },
  AskCited: {
    instrument: ({ instrument }, _, context) => named(instrument, context),
    statements: ({ commitment, instrument }, page, context) => statementConnection({ commitments: [commitment], instruments: [instrument] }, page, context),
  },
  AskUptake: {
    instrument: ({ instrument }, _, context) => (instrument === null ? null : named(instrument, context)),
    by: ({ by }, _, context) => present(context.entity, by),
    document: ({ document }, _, context) => (document === null ? null : documentOf(document, context)),
    date: ({ date }) => datedOn(date),
    statements: ({ statements }, _, context) => present(context.statement, statements),
    passages: ({ passages }, _, context) => present(context.passage, passages),
  },
  AskDropped: {
    series: ({ series }, _, context) => named(series, context),
    lastHeardIn: ({ lastHeardIn }, _, context) => named(lastHeardIn, context),
    statements: ({ commitment, lastHeardIn }, page, context) => statementConnection({ commitments: [commitment], forums: [lastHeardIn], positions: ['FOR'] }, page, context),
    silentSince: ({ silentSince }, _, context) => named(silentSince, context),
    searched: ({ searched: { documents } }, _, context) => present(context.document, documents),
    searchedStatementCount: ({ searched: { statementCount } }) => statementCount,
  },
  AskShare: {
    entity: ({ entity }, _, context) => named(entity, context),
    firstDate: ({ firstDate }) => datedOn(firstDate),
    lastDate: ({ lastDate }) => datedOn(lastDate),
    statements: (share, page, context) => statementConnection(shareFilter(share), page, context),
  },
  AskYear: {
    statements: ({ commitment, year }, page, context) => statementConnection({ commitments: [commitment], from: `${year}-01-01`, to: `${year}-12-31` }, page, context),
  },
  Query: {
    askLineage: async (_, { commitment }, context) => ({ commitment: await entityArgument('commitment', commitment, ['Commitment'], context), uptakes: once(() => uptakesOf(commitment, context)) }),
  },
};
