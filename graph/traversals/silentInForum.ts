// Question  Who was present at a forum, and who of them said nothing there on an ask?
// Takes     forum: an id, its parts included; commitment: an id
// Returns   ParticipationRow[]: who is stated to have taken part; SpeakerRow[]: who made statements there, how many and how many of them
//           on the ask; PositionRow[]: who took a position on the ask elsewhere; one HeardRow: what is loaded of the forum. Rejected
//           statements count nowhere. A person is not counted by what it said under the Chatham House rule; whether any of what was
//           said there is under the rule is told (`isRestricted`), for analysis/silences.ts to leave persons out
// Order     participations by forum, then role, of one actor; documents by title, then id, at most 100; else none promised
// Fails     TIMEOUT when the database's time limit ends the query
// Cost      the statements made at the forum, and those on the ask

import { z } from 'zod';
import type { Query } from '../store.ts';
import { mayBeNamed } from './statementFilter.ts';

interface ForumAndAsk {
  readonly forum: string;
  readonly commitment: string;
}

const participationRow = z.object({ actor: z.string(), name: z.string(), isPerson: z.boolean(), forum: z.string(), role: z.string().nullable(), passages: z.array(z.string()) });
export type ParticipationRow = z.infer<typeof participationRow>;

/** The forum and its parts, each once. */
const THERE = `MATCH (:Entity {id: $forum})<-[:PART_OF*0..3]-(f:Forum) WITH DISTINCT f`;

export const participationsAt: Query<{ forum: string }, ParticipationRow> = {
  name: 'participationsAt',
  cypher: `
    ${THERE} MATCH (f)<-[p:PARTICIPATED_IN]-(a:Actor)
    RETURN a.id AS actor, a.name AS name, a.kind = 'PERSON' AS isPerson, f.id AS forum, CASE p.role WHEN '' THEN null ELSE p.role END AS role, coalesce(p.passages, []) AS passages
    ORDER BY actor, forum, role`,
  decode: (record) => participationRow.parse(record),
};

const speakerRow = z.object({ actor: z.string(), name: z.string(), isPerson: z.boolean(), statementsThere: z.number(), onAskThere: z.number() });
export type SpeakerRow = z.infer<typeof speakerRow>;

export const speakersAt: Query<ForumAndAsk, SpeakerRow> = {
  name: 'speakersAt',
  cypher: `
    ${THERE} MATCH (f)<-[:IN]-(s:Statement)<-[:MADE]-(a:Actor)
    WHERE s.review <> 'REJECTED' AND ${mayBeNamed('a', 's')}
    WITH DISTINCT a, s, EXISTS { (s)-[:ON]->(c:Commitment) WHERE c.id = $commitment } AS onAsk
    RETURN a.id AS actor, a.name AS name, a.kind = 'PERSON' AS isPerson, count(s) AS statementsThere, count(CASE WHEN onAsk THEN s END) AS onAskThere`,
  decode: (record) => speakerRow.parse(record),
};

const positionRow = z.object({ actor: z.string(), for: z.number(), against: z.number() });
export type PositionRow = z.infer<typeof positionRow>;

export const positionsElsewhere: Query<ForumAndAsk, PositionRow> = {
  name: 'positionsElsewhere',
  cypher: `
    MATCH (:Entity {id: $commitment})<-[:ON]-(s:Statement)<-[:MADE]-(a:Actor)
    WHERE s.review <> 'REJECTED' AND ${mayBeNamed('a', 's')} AND NOT EXISTS { (s)-[:IN]->(:Forum)-[:PART_OF*0..3]->(f:Forum) WHERE f.id = $forum }
    RETURN a.id AS actor, sum(CASE s.position WHEN 'FOR' THEN 1 ELSE 0 END) AS for, sum(CASE s.position WHEN 'FOR' THEN 0 ELSE 1 END) AS against`,
  decode: (record) => positionRow.parse(record),
};

const heardRow = z.object({ documents: z.array(z.string()), documentCount: z.number(), statementCount: z.number(), isRestricted: z.boolean() });
export type HeardRow = z.infer<typeof heardRow>;

export const heardAtForum: Query<{ forum: string }, HeardRow> = {
  name: 'heardAtForum',
  cypher: `
    ${THERE} WITH collect(f) AS there
    CALL (there) { UNWIND there AS f MATCH (f)<-[:IN]-(s:Statement) WHERE s.review <> 'REJECTED' RETURN count(s) AS statementCount, collect(DISTINCT left(s.id, 20)) AS ids, count(s.restriction) > 0 AS saidUnder }
    CALL (there) { UNWIND there AS f MATCH (f)<-[:PRESENTED_AT]-(d:Document) RETURN collect(DISTINCT d.id) AS presented, count(d.restriction) > 0 AS givenUnder }
    CALL (ids, presented) { UNWIND ids + presented AS id WITH DISTINCT id MATCH (d:Document {id: id}) WITH d ORDER BY d.title, d.id RETURN collect(d.id) AS documents }
    RETURN documents[..100] AS documents, size(documents) AS documentCount, statementCount, saidUnder OR givenUnder AS isRestricted`,
  decode: (record) => heardRow.parse(record),
};
