import { Failure } from '../../schema/failures.ts';
import { bucketCount, timeline, type Period } from '../../graph/analysis/timeline.ts';
import type { StatementFilter } from '../../graph/traversals/statementFilter.ts';
import { datesUnder } from '../../graph/traversals/timeline.ts';
import { readFilter } from '../filterInput.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { BUCKET_CAP } from '../limits.ts';
import { statementConnection } from './statementConnection.ts';

export type PeriodUnder = Period & { readonly under: StatementFilter };

/** The filter whose statements a period counts: where it has dates of its own, both hold. */
const within = ({ under, from, to, precisions }: PeriodUnder): StatementFilter => ({
  ...under,
  from: under.from && under.from > from ? under.from : from,
  to: under.to && under.to < to ? under.to : to,
  undated: null,
  datePrecisions: precisions.filter((precision) => !under.datePrecisions?.length || under.datePrecisions.includes(precision)),
});

export const timelineResolvers: Resolvers = {
  Query: {
    timeline: async (_, { filter: input, bucket }, { store }) => {
      const under = readFilter(input);
      const { query, parameters } = datesUnder(under);
      const rows = await store.read(query, parameters);
      const buckets = bucketCount(rows, bucket);
      if (buckets > BUCKET_CAP) throw new Failure('BAD_USER_INPUT', `The timeline would have ${buckets.toLocaleString('en')} buckets, at most ${BUCKET_CAP.toLocaleString('en')} are told: take a coarser bucket, or a range of dates (filter.from, filter.to).`);
      const found = timeline(rows, bucket);
      const asked = (periods: readonly Period[]): PeriodUnder[] => periods.map((period) => ({ ...period, under }));
      return { ...found, buckets: asked(found.buckets), coarser: asked(found.coarser) };
    },
  },
  TimelinePeriod: {
    statements: (period, { orderBy, ...page }, context) => statementConnection(within(period), { orderBy: orderBy ?? 'DATE_ASC', ...page }, context),
  },
};
