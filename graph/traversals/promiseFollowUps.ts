// Question  What do later texts say of a promise?
// Takes     ids: statements with the act COMMITS, at most 100
// Returns   FollowUpRow[]: for each promise that anything follows, the first 20 later statements on its commitment, each with its kind,
//           how many there are, and which kinds occur among all. Later is what is dated so that it cannot be of the same time: as precisely as both are known (isCertainlyLater of schema/dates.ts).
//           Rejected statements do not follow; under the Chatham House rule, of either statement, a person is never matched
// Order     none promised for promises; follow-ups oldest first, then by id
// Fails     TIMEOUT when the database's time limit ends the query
// Cost      for each promise the dated statements on its commitment

import { z } from 'zod';
import type { Query } from '../store.ts';
import { mayBeNamed } from './statementFilter.ts';

const KINDS = ['REPORTS_ACTING', 'REAFFIRMS', 'REVERSES', 'CRITICISES_MAKER', 'CRITICISES_MATTER'] as const;

const kind = z.enum(KINDS);
export type FollowUpKind = z.infer<typeof kind>;

const followUp = z.object({ statement: z.string(), kind });
export type Followed = z.infer<typeof followUp>;

const followUpRow = z.object({ promise: z.string(), followUps: z.array(followUp), followUpCount: z.number(), kinds: z.array(kind) });
export type FollowUpRow = z.infer<typeof followUpRow>;

/** Makers of the promise that may be told beside the later statement; `both` made both, told or not. */
export const promiseFollowUps: Query<{ ids: readonly string[] }, FollowUpRow> = {
  name: 'promiseFollowUps',
  cypher: `
    UNWIND $ids AS id
    MATCH (s:Statement {id: id})
    WITH s, [(maker:Actor)-[:MADE]->(s) | maker] AS makers
    MATCH (s)-[:ON]->(:Commitment)<-[:ON]-(later:Statement)
    WHERE later.review <> 'REJECTED' AND left(later.date, size(s.date)) > left(s.date, size(later.date))
    WITH s, later, [maker IN makers WHERE ${mayBeNamed('maker', 's')} AND ${mayBeNamed('maker', 'later')}] AS told, [(maker:Actor)-[:MADE]->(later) WHERE maker IN makers | maker] AS both
    WITH s, later, told, size(both) > 0 AS isTheirs, any(maker IN both WHERE maker IN told) AS isToldTheirs
    WITH s, later, CASE
      WHEN isToldTheirs AND later.position <> s.position THEN 'REVERSES'
      WHEN isToldTheirs AND later.act = 'ACTS' THEN 'REPORTS_ACTING'
      WHEN isToldTheirs AND later.act <> 'CRITICIZES' THEN 'REAFFIRMS'
      WHEN isTheirs OR later.act <> 'CRITICIZES' THEN null
      WHEN size([(later)-[:ADDRESSED_TO]->(maker:Actor) WHERE maker IN told | 1]) + size([(later)-[:EVIDENCED_BY]->(:Passage)-[:MENTIONS]->(maker:Actor) WHERE maker IN told | 1]) > 0 THEN 'CRITICISES_MAKER'
      ELSE 'CRITICISES_MATTER' END AS kind
    WHERE kind IS NOT NULL
    WITH s, later, kind ORDER BY later.date, later.id
    RETURN s.id AS promise, collect({statement: later.id, kind: kind})[..20] AS followUps, count(*) AS followUpCount, collect(DISTINCT kind) AS kinds`,
  decode: (record) => followUpRow.parse(record),
};
