// Question  Which texts and answers took an ask up?
// Takes     commitment: an id
// Returns   four lists of UptakeRow, one for each way of taking it up; OutcomeRow also tells the title, for analysis/askUptake.ts to
//           judge whether it is the instrument's name. At most 50 statements in a row; `statementCount` counts all. Rejected
//           statements, statements against it, and persons who spoke under the Chatham House rule are left out
// Order     none promised but within lists of ids: statements oldest first, undated last; actors and forums by name
// Fails     TIMEOUT when the database's time limit ends the query
// Cost      the statements on the commitment; for answers, also the statements of those who were asked

import { z } from 'zod';
import type { Query } from '../store.ts';
import { mayBeNamed } from './statementFilter.ts';

interface Commitment {
  readonly commitment: string;
}

const ids = z.array(z.string());
const uptakeRow = z.object({ instrument: z.string().nullable(), by: ids, document: z.string().nullable(), date: z.string().nullable(), statements: ids, statementCount: z.number(), passages: ids });
export type UptakeRow = z.infer<typeof uptakeRow>;

/** `start` and `end` are the place of the instrument's name in the title, UTF-16 units, end exclusive. */
const outcomeRow = uptakeRow.extend({ title: z.string(), start: z.number(), end: z.number() });
export type OutcomeRow = z.infer<typeof outcomeRow>;

const FOR_IT = `MATCH (c:Entity {id: $commitment})<-[:ON]-(s:Statement) WHERE s.review <> 'REJECTED' AND s.position = 'FOR'`;
const OLDEST_FIRST = `ORDER BY coalesce(s.date, '9999'), s.id`;
const SHOWN = `collect(s.id)[..50] AS statements, count(s) AS statementCount, min(s.date) AS said`;
const BY = `COLLECT { UNWIND adopters AS x WITH DISTINCT x RETURN x.id ORDER BY x.name, x.id } AS by`;
const PASSAGES = `COLLECT { UNWIND lists AS list UNWIND list AS passage RETURN DISTINCT passage ORDER BY passage } AS passages`;

export const setOutInAdopted: Query<Commitment, UptakeRow> = {
  name: 'setOutInAdopted',
  cypher: `
    MATCH (:Entity {id: $commitment})-[r:SET_OUT_IN]->(i:Instrument)<-[a:ADOPTED]-(x:Entity)
    WITH i, collect(x) AS adopters, collect(coalesce(r.passages, [])) + collect(coalesce(a.passages, [])) AS lists, min(a.date) AS adopted
    RETURN i.id AS instrument, ${BY}, null AS document, coalesce(adopted, i.adoptedOn) AS date, [] AS statements, 0 AS statementCount, ${PASSAGES}`,
  decode: (record) => uptakeRow.parse(record),
};

export const inOutcomeTexts: Query<Commitment, OutcomeRow> = {
  name: 'inOutcomeTexts',
  cypher: `
    ${FOR_IT}
    WITH s ${OLDEST_FIRST}
    WITH left(s.id, 20) AS document, ${SHOWN}
    MATCH (:Document {id: document})-[:HAS_PASSAGE]->(t:Passage {role: 'TITLE'})-[m:MENTIONS]->(i:Instrument)<-[a:ADOPTED]-(x:Entity)
    WITH document, statements, statementCount, said, t, m, i, collect(x) AS adopters, collect(coalesce(a.passages, [])) AS lists, min(a.date) AS adopted
    RETURN i.id AS instrument, ${BY}, document, coalesce(adopted, i.adoptedOn, said) AS date, statements, statementCount, ${PASSAGES},
           t.text AS title, m.start - t.start AS start, m.end - t.start AS end`,
  decode: (record) => outcomeRow.parse(record),
};

/** The participants of a forum as a body have the id of the forum (loaders/documentFacts.ts). */
export const byAdoptingRooms: Query<Commitment, UptakeRow> = {
  name: 'byAdoptingRooms',
  cypher: `
    ${FOR_IT}
    MATCH (room:Actor)-[:MADE]->(s)-[:IN]->(f:Forum) WHERE room.id = 'actor:' + substring(f.id, 6) + '-participants'
    MATCH (f)-[a:ADOPTED]->(i:Instrument)
    WITH s, f, i, a ${OLDEST_FIRST}
    WITH i, f, left(s.id, 20) AS document, collect(coalesce(a.passages, [])) AS lists, min(a.date) AS adopted, ${SHOWN}
    RETURN i.id AS instrument, [f.id] AS by, document, coalesce(adopted, i.adoptedOn, f.startDate, said) AS date, statements, statementCount, ${PASSAGES}`,
  decode: (record) => uptakeRow.parse(record),
};

export const acceptedByAddressees: Query<Commitment, UptakeRow> = {
  name: 'acceptedByAddressees',
  cypher: `
    MATCH (c:Entity {id: $commitment})<-[:ON]-(ask:Statement)-[:ADDRESSED_TO]->(x:Actor)
    WHERE ask.review <> 'REJECTED' AND ask.position = 'FOR' AND ask.act IN ['CALLS_FOR', 'RECOMMENDS'] AND ${mayBeNamed('x', 'ask')}
    WITH x, min(ask.date) AS firstAsked, collect(DISTINCT left(ask.id, 20)) AS documents
    // Kept aside, so that the answers are read once, not once for everybody who was asked.
    WITH collect({id: x.id, firstAsked: firstAsked, documents: documents}) AS everybody
    MATCH (:Entity {id: $commitment})<-[:ON]-(s:Statement)
    WHERE s.review <> 'REJECTED' AND s.position = 'FOR' AND s.act IN ['ENDORSES', 'COMMITS']
    MATCH (s)<-[:MADE]-(x:Actor)
    WHERE ${mayBeNamed('x', 's')}
    WITH s, x, [one IN everybody WHERE one.id = x.id][0] AS was
    WHERE was IS NOT NULL AND (left(s.id, 20) IN was.documents OR left(was.firstAsked, size(s.date)) <= left(s.date, size(was.firstAsked)))
    WITH s, x ${OLDEST_FIRST}
    WITH s, collect(x) AS makers
    WITH left(s.id, 20) AS document, collect(makers) AS lists, collect(s.id)[..50] AS statements, count(s) AS statementCount, min(s.date) AS said
    RETURN null AS instrument, COLLECT { UNWIND lists AS list UNWIND list AS x WITH DISTINCT x RETURN x.id ORDER BY x.name, x.id } AS by, document, said AS date, statements, statementCount, [] AS passages`,
  decode: (record) => uptakeRow.parse(record),
};
