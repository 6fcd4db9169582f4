// Question  How are these statements coded: who takes which position, on what, on which subject, where, citing what?
// Takes     a StatementFilter; the variables whose values are wanted
// Returns   CodedRow[]: one for each statement, with the ids of its values by variable; or one row whose id is null, where the filter
//           lets through more than MOST_CODED statements: codedRows() makes a refusal of it
// Order     none promised; analysis/discourse/selection.ts orders
// Fails     QUERY_TOO_EXPENSIVE beyond MOST_CODED statements; TIMEOUT when the database's time limit ends the query
// Cost      one look at each statement under the filter, no more than MOST_CODED, and one hop (two for themes and bodies) for each variable;
//           50,000 rows are some 0.7 s of reading beside the database's own work
//
// Under the Chatham House rule a person who made a statement is no value of it, and neither is the body that person belongs to.

import { z } from 'zod';
import { Failure } from '../../schema/failures.ts';
import { POSITIONS, valuesOf, type Position } from '../../schema/vocabulary.ts';
import type { Asked } from '../askedTogether.ts';
import { mayBeNamed, under, type StatementFilter } from './statementFilter.ts';

/** Statements of one network; the arithmetic on more takes longer than anybody waits. */
export const MOST_CODED = 50_000;

const ids = z.array(z.string());
const speaker = z.object({ id: z.string(), memberships: z.array(z.object({ body: z.string(), here: z.boolean() })) });
/** A person who made a statement, with the bodies of which a text or table says that the person is a member, and whether the statement's document does. */
export type Speaker = z.infer<typeof speaker>;

/** What every statement has, in the order of the list that the database sends: lists are half the work of maps to read. */
const first = z.tuple([z.string(), z.string().nullable(), z.number(), z.number(), z.enum(valuesOf(POSITIONS))]);
const SHAPES = { makers: ids, speakers: z.array(speaker), commitments: ids, themes: ids, forums: ids, instruments: ids } as const;
export type CodedField = keyof typeof SHAPES;

export interface CodedRow extends Readonly<Record<Exclude<CodedField, 'speakers'>, readonly string[]>> {
  readonly id: string;
  /** ISO, as precise as it is known; null where undated. */
  readonly date: string | null;
  readonly start: number;
  readonly end: number;
  readonly position: Position;
  /** Those makers who are persons. */
  readonly speakers: readonly Speaker[];
}

/** A membership that only papers under the Chatham House rule tell is not told. */
const TOLD = "any(p IN m.passages WHERE NOT EXISTS { (d:Document {id: left(p, 20)}) WHERE d.restriction = 'CHATHAM_HOUSE' })";

const PROJECTIONS = {
  makers: `[(s)<-[:MADE]-(a:Actor) WHERE ${mayBeNamed('a', 's')} | a.id]`,
  speakers: `[(s)<-[:MADE]-(a:Actor) WHERE a.kind = 'PERSON' AND ${mayBeNamed('a', 's')} |
    { id: a.id, memberships: [(a)-[m:MEMBER_OF]->(b:Actor) WHERE b.kind <> 'PERSON' AND ${TOLD} | { body: b.id, here: any(p IN m.passages WHERE left(p, 20) = left(s.id, 20)) }] }]`,
  commitments: '[(s)-[:ON]->(c:Commitment) | c.id]',
  themes: '[(s)-[:ON]->(:Commitment)-[:ABOUT]->(t:Theme) | t.id]',
  forums: '[(s)-[:IN]->(f:Forum) | f.id]',
  instruments: '[(s)-[:CITES]->(i:Instrument) | i.id]',
} as const satisfies Readonly<Record<CodedField, string>>;
const CODED_FIELDS = Object.keys(PROJECTIONS).filter((name): name is CodedField => Object.hasOwn(PROJECTIONS, name));

/** A statement as the database sends it: what every one has, then the wanted fields in their order. */
function decode(sent: unknown, fields: readonly CodedField[]): CodedRow {
  const list = z.array(z.unknown()).parse(sent);
  const [id, date, start, end, position] = first.parse(list.slice(0, first.def.items.length));
  const at = (field: CodedField): unknown => (fields.includes(field) ? list[first.def.items.length + fields.indexOf(field)] : []);
  const values = (field: Exclude<CodedField, 'speakers'>): readonly string[] => SHAPES[field].parse(at(field));
  return { id, date, start, end, position, makers: values('makers'), speakers: SHAPES.speakers.parse(at('speakers')), commitments: values('commitments'), themes: values('themes'), forums: values('forums'), instruments: values('instruments') };
}

/** A row for each statement, or null in place of all of them where they are too many. */
export function codedStatements(filter: StatementFilter, wanted: ReadonlySet<CodedField>, most = MOST_CODED): Asked<CodedRow | null> {
  const { name, head, parameters } = under(filter);
  const fields = CODED_FIELDS.filter((field) => wanted.has(field));
  const cypher = `${head} LIMIT toInteger($most) + 1
    WITH collect(s) AS found
    UNWIND CASE WHEN size(found) > $most THEN [null] ELSE found END AS s
    RETURN CASE WHEN s IS NULL THEN null ELSE [s.id, s.date, s.start, s.end, s.position${fields.map((field) => `, ${PROJECTIONS[field]}`).join('')}] END AS coded`;
  return { query: { name: `coded by ${fields.join(', ')} ${name}`, cypher, decode: ({ coded }) => (coded === null ? null : decode(coded, fields)) }, parameters: { ...parameters, most } };
}

/** The rows of an answer. @throws Failure QUERY_TOO_EXPENSIVE where they were too many */
export const codedRows = (rows: readonly (CodedRow | null)[]): CodedRow[] =>
  rows.map((row) => {
    if (row === null) throw new Failure('QUERY_TOO_EXPENSIVE', `The filter lets through more than ${MOST_CODED.toLocaleString('en')} statements, which is more than a network is drawn from; narrow it by dates, forums, themes or documents.`);
    return row;
  });
