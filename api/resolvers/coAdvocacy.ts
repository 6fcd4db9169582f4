import { Failure } from '../../schema/failures.ts';
import { nodeTypeOf } from '../../schema/ids.ts';
import { coAdvocacy, type Pair, type SharedAsk, type Side } from '../../graph/analysis/coAdvocacy.ts';
import type { StatementFilter } from '../../graph/traversals/statementFilter.ts';
import { withEnd } from '../../graph/traversals/statementLinks.ts';
import { jointStatements, positionsOfActors } from '../../graph/traversals/positionsOfActors.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import type { RequestContext } from '../context.ts';
import { checkNamed, within } from '../exploring.ts';
import { readFilter } from '../filterInput.ts';
import { PAGE_CAP } from '../limits.ts';
import { pageOfList, pageSize } from '../paging.ts';
import { named } from './entities.ts';
import { statementConnection } from './statementConnection.ts';

/** Each row keeps the filter under which it was counted: its evidence is asked for under the same. */
export type PairRow = Pair & { readonly filter: StatementFilter };
export type SharedRow = SharedAsk & { readonly filter: StatementFilter };
export type SideRow = Side & { readonly commitment: string; readonly filter: StatementFilter };

const among = ({ actors, madeBy }: StatementFilter): readonly string[] | null => {
  const [one, two] = [actors, madeBy].map((ids) => (ids && ids.length > 0 ? ids : null));
  return one && two ? one.filter((id) => two.includes(id)) : (one ?? two ?? null);
};

const shared = ({ filter }: PairRow, asks: readonly SharedAsk[], first: number): SharedRow[] => asks.slice(0, pageSize(first, PAGE_CAP)).map((ask) => ({ ...ask, filter }));
/** What a pair has been filtered by is an actor of the pair, so the two fields for makers can name both. */
const together = ({ filter, one, other, commitment }: SharedRow): StatementFilter => ({ ...filter, actors: [one.actor], madeBy: [other.actor], commitments: [commitment], positions: [one.position] });

async function checkPartner(partner: string | null | undefined, context: RequestContext): Promise<string | null> {
  if (!partner) return null;
  if (!['Actor', 'Country'].includes(nodeTypeOf(partner) ?? '')) throw new Failure('BAD_USER_INPUT', `with takes the id of an actor or a country, got ${JSON.stringify(partner.slice(0, 80))}.`);
  await checkNamed('with', [partner], context);
  return partner;
}

export const coAdvocacyResolvers: Resolvers = {
  CommitmentSide: {
    statementCount: ({ count }) => count,
    statements: ({ filter, actor, commitment, position }, page, context) => statementConnection({ ...(withEnd(filter, 'MAKER', [actor]) ?? filter), commitments: [commitment], positions: [position] }, page, context),
  },
  SharedCommitment: {
    commitment: ({ commitment }, _, context) => named(commitment, context),
    one: ({ one, commitment, filter }) => ({ ...one, commitment, filter }),
    other: ({ other, commitment, filter }) => ({ ...other, commitment, filter }),
    jointCount: ({ joint }) => joint,
    jointStatements: (row, page, context) => statementConnection(together(row), page, context),
  },
  CoAdvocacyPair: {
    id: ({ key }) => key,
    one: ({ one }, _, context) => named(one, context),
    other: ({ other }, _, context) => named(other, context),
    agreementCount: ({ agreements }) => agreements.length,
    oppositionCount: ({ opposed }) => opposed,
    agreeingStatementCount: ({ agreeing }) => agreeing,
    opposingStatementCount: ({ opposing }) => opposing,
    agreements: (pair, { first }) => shared(pair, pair.agreements, first),
    oppositions: (pair, { first }) => shared(pair, pair.oppositions, first),
  },
  Query: {
    coAdvocacy: async (_, { filter: input, with: partner, minimum, orderBy, first, after }, context) => {
      const filter = readFilter(input);
      within('minimum', minimum, 1, 1_000_000);
      const question = { minimum, orderBy, with: await checkPartner(partner, context), among: among(filter) };
      const [positions, joint] = [positionsOfActors(filter), jointStatements(filter)];
      const [rows, joints] = await Promise.all([context.store.read(positions.query, positions.parameters), context.store.read(joint.query, joint.parameters)]);
      const { pairs, actors, notCompared } = coAdvocacy(rows, joints, question);
      return { ...pageOfList(pairs.map((pair) => ({ ...pair, filter })), pageSize(first, PAGE_CAP), after, ({ key }) => key), actorCount: actors, notComparedCount: notCompared };
    },
  },
};
