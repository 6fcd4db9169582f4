import { askSpread, type Spread } from '../../graph/analysis/askSpread.ts';
import { anyOfTheWords, differentFrom, rivalsAmong, type Named, type Rival, type Span } from '../../graph/analysis/wordings.ts';
import { wordingsWithin, type Count, type Quotation, type WordingWithin } from '../../graph/analysis/wordingsWithin.ts';
import { askByActor, askByForum, askByYear } from '../../graph/traversals/askSpread.ts';
import type { EntityRow } from '../../graph/traversals/findEntities.ts';
import { similarAsks, wordsUsedFor } from '../../graph/traversals/similarAsks.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { present, type RequestContext } from '../context.ts';
import { entityArgument } from '../entityInput.ts';
import { once } from '../once.ts';
import { datedOn, named } from './entities.ts';

export interface RivalWordingsRow {
  readonly commitment: EntityRow;
}

/** The spreads of all rivals shown are asked together, by id. */
export interface RivalRow extends Rival {
  readonly spreads: () => Promise<ReadonlyMap<string, Spread>>;
}

export interface ComparedRow {
  readonly text: string;
  readonly different: Span[];
}

export interface WordingRow extends WordingWithin {
  readonly title: string;
}

export interface QuotationRow extends Quotation {
  readonly title: string;
}

const compared = (text: string, other: string): ComparedRow => ({ text, different: differentFrom(text, other) });

/** The spread of each of these commitments, by id, at the cost of one. */
async function spreadsOf(commitments: readonly string[], { store }: RequestContext): Promise<ReadonlyMap<string, Spread>> {
  const [actors, forums, years] = await Promise.all([store.read(askByActor, { commitments }), store.read(askByForum, { commitments }), store.read(askByYear, { commitments })]);
  const of = <Row extends { readonly commitment: string }>(rows: readonly Row[], id: string): Row[] => rows.filter(({ commitment }) => commitment === id);
  return new Map(commitments.map((id) => [id, askSpread(of(actors, id), of(forums, id), of(years, id))]));
}

export const spreadOf = async (commitment: string, context: RequestContext): Promise<Spread> => (await spreadsOf([commitment], context)).get(commitment) ?? askSpread([], [], []);

async function rivalsOf(ask: Named & { readonly id: string }, context: RequestContext): Promise<RivalRow[]> {
  const lucene = anyOfTheWords([ask.title, ...ask.aliases]);
  const rivals = lucene === null ? [] : rivalsAmong(ask, await context.store.read(similarAsks, { commitment: ask.id, lucene }));
  const ids = rivals.map(({ id }) => id);
  const spreads = once(() => spreadsOf(ids, context));
  return rivals.map((rival) => ({ ...rival, spreads }));
}

/** An ask by the names that are compared: for a commitment, the name is its title. */
const asNamed = ({ id, name, aliases }: EntityRow): Named & { readonly id: string } => ({ id, title: name, aliases });

const countOf = { entity: ({ id }: Count, _: unknown, context: RequestContext) => named(id, context) };

export const wordingResolvers: Resolvers = {
  RivalWordings: {
    spread: ({ commitment: { id } }, _, context) => spreadOf(id, context),
    rivals: ({ commitment }, _, context) => rivalsOf(asNamed(commitment), context),
    wordings: async ({ commitment }, _, { store }) => wordingsWithin(asNamed(commitment), await store.read(wordsUsedFor, { commitment: commitment.id })).map((wording) => ({ ...wording, title: commitment.name })),
  },
  RivalAsk: {
    commitment: ({ id }, _, context) => named(id, context),
    ours: ({ ours, theirs }) => compared(ours, theirs),
    theirs: ({ ours, theirs }) => compared(theirs, ours),
    spread: async ({ id, spreads }) => (await spreads()).get(id) ?? askSpread([], [], []),
  },
  Wording: {
    firstDate: ({ firstDate }) => datedOn(firstDate),
    lastDate: ({ lastDate }) => datedOn(lastDate),
    quotations: ({ quotations, title }) => quotations.map((quotation) => ({ ...quotation, title })),
  },
  WordingCount: countOf,
  Quotation: {
    wording: ({ text, title }) => compared(text, title),
    statements: ({ statements }, _, context) => present(context.statement, statements),
  },
  Query: {
    rivalWordings: async (_, { commitment }, context) => ({ commitment: await entityArgument('commitment', commitment, ['Commitment'], context) }),
  },
};
