import type { Influence } from '../../graph/analysis/influence.ts';
import type { Part } from '../../graph/analysis/influence.ts';
import type { Stakeholder } from '../../graph/analysis/stakeholders.ts';
import type { StatementFilter } from '../../graph/traversals/statementFilter.ts';
import { withEnd } from '../../graph/traversals/statementLinks.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { present } from '../context.ts';
import { within } from '../exploring.ts';
import { readFilter } from '../filterInput.ts';
import { PAGE_CAP } from '../limits.ts';
import { pageSize } from '../paging.ts';
import { ATTENTION_FORMULA, behindPart, formulaOf, onTopic, stakeholders, type StakeholderAnswer } from '../stakeholders.ts';
import { named } from './entities.ts';
import { statementConnection } from './statementConnection.ts';

/** Each row keeps the filter under which it was counted: its evidence is asked for under the same. */
export type StakeholderMapRow = StakeholderAnswer;
export type StakeholderRow = Stakeholder & { readonly filter: StatementFilter };
export type InfluenceRow = Influence & { readonly normalised: number; readonly filter: StatementFilter };
export type InfluencePartRow = Part & { readonly filter: StatementFilter };

export const stakeholderMapResolvers: Resolvers = {
  StakeholderMap: {
    formula: ({ measure }) => formulaOf(measure),
    attentionFormula: () => ATTENTION_FORMULA,
    statements: ({ filter }, page, context) => statementConnection(filter, page, context),
    hiddenActorCount: ({ actorCount, stakeholders: told }) => actorCount - told.length,
    stakeholders: ({ filter, stakeholders: told }) => told.map((one) => ({ ...one, filter })),
  },
  Stakeholder: {
    actor: ({ actor }, _, context) => named(actor, context),
    statements: ({ filter, actor }, page, context) => statementConnection(withEnd(filter, 'MAKER', [actor]) ?? filter, page, context),
    influence: ({ influence, filter }) => influence && { ...influence, filter },
  },
  Influence: {
    partCount: ({ parts }) => parts().length,
    parts: ({ parts, filter }, { first }) => parts().slice(0, pageSize(first, PAGE_CAP)).map((part) => ({ ...part, filter })),
  },
  InfluencePart: {
    entity: ({ of }, _, context) => named(of, context),
    statements: ({ statements, filter }, page, context) => {
      const behind = statements && behindPart(filter, statements);
      return behind && statementConnection(behind, page, context);
    },
    passages: ({ passages }, _, context) => present(context.passage, passages),
  },
  Query: {
    stakeholderMap: async (_, { topic, filter, measure, top }, context) => stakeholders(await onTopic(readFilter(filter), topic, context), measure, within('top', top, 1, 500), context),
  },
};
