// Question  Which named things do statements join to these, by which link, and how many statements stand behind each?
// Takes     a StatementFilter; the role in which the given things stand; their ids, at most 1,000; links: which of them to follow;
//           among: only other ends with these ids, or null for all
// Returns   LinkRow[]: one for each link and pair, from and to as the link is read, with counts by position
// Order     none promised; analysis/subgraph.ts and analysis/simplePaths.ts order
// Fails     TIMEOUT when the database's time limit ends the query
// Cost      the statements of the given things under the filter, each expanded once by its (few) own relationships: one hop, no more
//
// Under the Chatham House rule a person who made a statement is joined to nothing by it.

import { z } from 'zod';
import { STATEMENT_LINKS, STATEMENT_LINK_TYPES, type Role, type StatementLinkType } from '../../schema/links.ts';
import type { Query } from '../store.ts';
import { mayBeNamed, under, type FilterParameters, type StatementFilter } from './statementFilter.ts';

const linkRow = z.object({ of: z.string(), other: z.string(), role: z.string(), name: z.string(), weight: z.number(), for: z.number(), against: z.number() });

export interface LinkRow {
  readonly relationship: StatementLinkType;
  readonly from: string;
  readonly to: string;
  /** The end that was given, the one found, and the name of the one found. */
  readonly of: string;
  readonly other: string;
  readonly name: string;
  /** Statements; `for` and `against` add up to it. */
  readonly weight: number;
  readonly for: number;
  readonly against: number;
}

const given = (list: readonly string[] | null | undefined): list is readonly string[] => Boolean(list && list.length > 0);

/**
 * The filter narrowed to statements in which one of these stands in the role, or null where none can. Where the filter itself names
 * addressees, instruments or themes, ends in that role are among those; makers too where it names both `actors` and `madeBy`.
 */
export function withEnd(filter: StatementFilter, role: Role, ids: readonly string[]): StatementFilter | null {
  const among = (named: readonly string[] | null | undefined): readonly string[] => (given(named) ? ids.filter((id) => named.includes(id)) : ids);
  const narrowed = (field: 'madeBy' | 'commitments' | 'heardIn' | 'addressees' | 'instruments' | 'themes'): StatementFilter | null => {
    const kept = among(filter[field]);
    return kept.length > 0 ? { ...filter, [field]: kept } : null;
  };
  switch (role) {
    case 'MAKER':
      // The filter has two fields for makers: whoever it names moves to the one, so that the end can stand in the other.
      return given(filter.madeBy) && given(filter.actors) ? narrowed('madeBy') : { ...filter, actors: given(filter.actors) ? filter.actors : (filter.madeBy ?? null), madeBy: ids };
    case 'COMMITMENT':
      return narrowed('commitments');
    case 'FORUM':
      return narrowed('heardIn');
    case 'ADDRESSEE':
      return narrowed('addressees');
    case 'INSTRUMENT':
      return narrowed('instruments');
    case 'THEME':
      return narrowed('themes');
    default:
      return role satisfies never;
  }
}

/** The filter that lets through exactly the statements behind a link; null where it can have none. */
export function statementsBehind(filter: StatementFilter, relationship: StatementLinkType, from: string, to: string): StatementFilter | null {
  const link = STATEMENT_LINKS[relationship];
  const one = withEnd(filter, link.from, [from]);
  return one && withEnd(one, link.to, [to]);
}

/** Where the given thing `e` stands to the statement `s` in each role; ids are looked up under the label Entity. */
const STANDS = {
  MAKER: '(s)<-[:MADE]-(e:Entity)',
  COMMITMENT: '(s)-[:ON]->(e:Entity)',
  FORUM: '(s)-[:IN]->(e:Entity)',
  ADDRESSEE: '(s)-[:ADDRESSED_TO]->(e:Entity)',
  INSTRUMENT: '(s)-[:CITES]->(e:Entity)',
  THEME: '(s)-[:ON]->(:Commitment)-[:ABOUT]->(e:Entity)',
} as const satisfies Record<Role, string>;

/** The relationship in which a statement meets the other end. A theme is met by way of the commitment. */
const RELATIONSHIPS = { MAKER: 'MADE', COMMITMENT: 'ON', FORUM: 'IN', ADDRESSEE: 'ADDRESSED_TO', INSTRUMENT: 'CITES' } as const;
const ROLE_OF = Object.fromEntries(Object.entries(RELATIONSHIPS).map(([role, type]) => [type, role]));

/** The links that start or end in this role, by the role at their other end. */
function partners(role: Role, links: readonly StatementLinkType[]): Map<string, StatementLinkType> {
  const found = new Map<string, StatementLinkType>();
  for (const type of STATEMENT_LINK_TYPES.filter((one) => links.includes(one))) {
    const { from, to } = STATEMENT_LINKS[type];
    if (from === role) found.set(to, type);
    else if (to === role) found.set(from, type);
  }
  return found;
}

const COUNTED = `count(s) AS weight, count(CASE WHEN s.position = 'FOR' THEN 1 END) AS for, count(CASE WHEN s.position = 'AGAINST' THEN 1 END) AS against`;
const TOLD = 'RETURN of, o.id AS other, coalesce(o.name, o.title) AS name, role, weight, for, against';
const AMONG = '($among IS NULL OR o.id IN $among)';

type Parameters = FilterParameters & { readonly ends: readonly string[]; readonly among: readonly string[] | null };
interface Asked {
  readonly query: Query<Parameters, LinkRow>;
  readonly parameters: Parameters;
}

/** The statements of the head with the given thing that each stands beside. One thing alone need not be looked for again; a maker must be one who may be named. */
function besideWhom(head: string, role: Role, alone: boolean): { readonly match: string; readonly of: string } {
  if (alone && role !== 'MAKER') return { match: head, of: '$ends[0]' };
  return { match: `${head} MATCH ${STANDS[role]} WHERE e.id IN $ends${role === 'MAKER' ? ` AND ${mayBeNamed('e', 's')}` : ''}`, of: 'e.id' };
}

/** To whatever a statement meets itself. The Cypher is the same whichever of the links are asked for, so that it is planned once. */
function directly(head: string, role: Role, alone: boolean): string {
  const { match, of } = besideWhom(head, role, alone);
  const others = Object.entries(RELATIONSHIPS).flatMap(([other, type]) => (other === role ? [] : [type]));
  return `${match} MATCH (s)-[r:${others.join('|')}]-(o:Entity)
    WHERE type(r) IN $joining AND o.id <> ${of} AND ${AMONG} AND (type(r) <> 'MADE' OR ${mayBeNamed('o', 's')})
    WITH ${of} AS of, o, type(r) AS role, ${COUNTED} ${TOLD}`;
}

/** Between commitments and themes, counted before the themes are looked at: they are the same for all statements of a commitment. */
function byTheme(head: string, role: 'COMMITMENT' | 'THEME', alone: boolean): string {
  if (role === 'THEME') return `${head} MATCH (s)-[:ON]->(o:Entity) WHERE ${AMONG} WITH o, ${COUNTED} MATCH (o)-[:ABOUT]->(e:Entity) WHERE e.id IN $ends WITH e.id AS of, o, 'ON' AS role, weight, for, against ${TOLD}`;
  const { match, of } = besideWhom(head, role, alone);
  return `${match} WITH ${of} AS of, ${COUNTED} MATCH (:Entity {id: of})-[:ABOUT]->(o:Theme) WHERE ${AMONG} WITH of, o, 'THEME' AS role, weight, for, against ${TOLD}`;
}

/** The queries of one role, at most two; none where no link of the list, or no statement of the filter, can lead anywhere. */
export function linksOf(filter: StatementFilter, role: Role, ids: readonly string[], links: readonly StatementLinkType[], among: readonly string[] | null): Asked[] {
  const narrowed = ids.length > 0 ? withEnd(filter, role, ids) : null;
  const by = partners(role, links);
  if (!narrowed) return [];
  const { name, head, parameters } = under(narrowed);
  const decode = (record: Readonly<Record<string, unknown>>): LinkRow => {
    const { role: met, ...row } = linkRow.parse(record);
    const otherRole = ROLE_OF[met] ?? met;
    const relationship = by.get(otherRole);
    if (!relationship) throw new Error(`no link joins ${role} to ${otherRole}`);
    const forward = STATEMENT_LINKS[relationship].from === role;
    return { relationship, from: forward ? row.of : row.other, to: forward ? row.other : row.of, ...row };
  };
  const asked = (what: string, cypher: string): Asked => ({ query: { name: `${what} of ${role} ${name}`, cypher, decode }, parameters: { ...parameters, ends: ids, among, joining } });
  const joining = Object.entries(RELATIONSHIPS).flatMap(([other, type]) => (by.has(other) ? [type] : []));
  const alone = ids.length === 1;
  if (role === 'THEME') return by.size > 0 ? [asked('commitments', byTheme(head, role, alone))] : [];
  return [...(joining.length > 0 ? [asked('links', directly(head, role, alone))] : []), ...(role === 'COMMITMENT' && by.has('THEME') ? [asked('themes', byTheme(head, role, alone))] : [])];
}

/** Whether a row's other end may be shown under a filter that names the ends of that role itself. */
export const mayEnd = (filter: StatementFilter, { relationship, other, from }: LinkRow): boolean => withEnd(filter, STATEMENT_LINKS[relationship][from === other ? 'from' : 'to'], [other]) !== null;
