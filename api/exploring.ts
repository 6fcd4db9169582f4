// Links of named things as the graph holds them, asked for whole sets of things at once: what neighbourhoods and paths are made of.

import { Failure } from '../schema/failures.ts';
import { isEntityId } from '../schema/ids.ts';
import { isStatementLink, LINK_TYPES, ROLES, STATEMENT_LINKS, type LinkType, type Role, type StatementLinkType } from '../schema/links.ts';
import { typeOf, type Link, type Reached } from '../graph/analysis/subgraph.ts';
import { statementDegrees, type DegreeRow } from '../graph/traversals/statementDegrees.ts';
import { linksOf, mayEnd, type LinkRow } from '../graph/traversals/statementLinks.ts';
import { statedLinks, type StatedLinkRow } from '../graph/traversals/statedLinks.ts';
import type { StatementFilter } from '../graph/traversals/statementFilter.ts';
import type { RunOptions } from '../graph/store.ts';
import { present, type RequestContext } from './context.ts';

/** Which links are looked at. */
export interface LinkQuestion {
  readonly filter: StatementFilter;
  readonly relationships: readonly LinkType[];
}

/** A link with the filter under which its statements were counted. */
export type EdgeRow = Link & { readonly filter: StatementFilter };

const ALL_ROLES = Object.keys(ROLES).filter((role): role is Role => Object.hasOwn(ROLES, role));
const given = <T>(list: readonly T[] | null | undefined): readonly T[] | null => (list && list.length > 0 ? list : null);

export const chosenLinks = (relationships: readonly LinkType[] | null | undefined): readonly LinkType[] => given(relationships) ?? LINK_TYPES;

const linkId = (relationship: LinkType, from: string, to: string): string => `${from} ${relationship} ${to}`;

function ofStatements({ relationship, from, to, of, other, name, weight, for: pro, against }: LinkRow): Reached {
  return { of, other, name, link: { id: linkId(relationship, from, to), relationship, from, to, weight, for: pro, against, details: [], passages: [] } };
}

function ofPassages({ relationship, from, to, of, other, name, details, passages }: StatedLinkRow): Reached {
  return { of, other, name, link: { id: linkId(relationship, from, to), relationship, from, to, weight: passages.length, for: 0, against: 0, details, passages } };
}

const inRole = (role: Role, ids: readonly string[]): string[] => ids.filter((id) => (ROLES[role] as readonly string[]).includes(typeOf(id)));

/** For each role the links to look for from it: to anything, all that the role has; among given things each link from the end with fewer statements. */
function startingPoints(links: readonly StatementLinkType[], among: readonly string[] | null, degrees: Degrees): Map<Role, readonly StatementLinkType[]> {
  if (among === null) return new Map(ALL_ROLES.map((role) => [role, links]));
  const statements = (role: Role): number => inRole(role, among).reduce((sum, id) => sum + (degrees.get(id)?.[role] ?? 0), 0);
  return Map.groupBy(links, (type) => {
    const { from, to } = STATEMENT_LINKS[type];
    return statements(from) <= statements(to) ? from : to;
  });
}

/** The links borne by statements: one query for each role. */
async function bornLinks({ filter, relationships }: LinkQuestion, ids: readonly string[], among: readonly string[] | null, context: RequestContext, patience: RunOptions): Promise<Reached[]> {
  const starts = startingPoints(relationships.filter(isStatementLink), among, among === null ? new Map() : await degreesOf(among, context, patience));
  const asked = [...starts].flatMap(([role, links]) => linksOf(filter, role, inRole(role, ids), links, among));
  const rows = await Promise.all(asked.map(({ query, parameters }) => context.store.read(query, parameters, patience)));
  return rows.flat().filter((row) => mayEnd(filter, row)).map(ofStatements);
}

export type Degrees = ReadonlyMap<string, DegreeRow>;

/** How many statements each thing stands in. */
export async function degreesOf(ids: readonly string[], { store }: RequestContext, patience: RunOptions = {}): Promise<Degrees> {
  return new Map((ids.length === 0 ? [] : await store.read(statementDegrees, { ids }, patience)).map((row) => [row.id, row]));
}

/** Statements that must be looked through to expand a thing. */
export function degreeOf(id: string, degrees: Degrees): number {
  const row = degrees.get(id);
  return row ? ALL_ROLES.reduce((sum, role) => sum + row[role], 0) : 0;
}

/** Fewest statements first, then by id. */
export const cheapestFirst = (ids: readonly string[], degrees: Degrees): string[] => ids.toSorted((a, b) => degreeOf(a, degrees) - degreeOf(b, degrees) || (a < b ? -1 : 1));

/** The first of these things whose statements together are few enough to be looked through in one go; at least the first of all. */
export function affordable(ids: readonly string[], degrees: Degrees, budget: number): string[] {
  let spent = 0;
  const end = ids.findIndex((id, at) => {
    spent += degreeOf(id, degrees);
    return at > 0 && spent > budget;
  });
  return end < 0 ? [...ids] : ids.slice(0, end);
}

/** All links of these things, in no order: to anything (`among` null), or to the things of `among`. Names no maker whom the Chatham House rule protects. */
export async function linksOfThings(question: LinkQuestion, ids: readonly string[], among: readonly string[] | null, context: RequestContext, patience: RunOptions = {}): Promise<Reached[]> {
  const { filter, relationships } = question;
  const types = relationships.filter((type) => !isStatementLink(type));
  const stated = types.length === 0 || ids.length === 0 ? [] : context.store.read(statedLinks, { ids, types, among, from: filter.from ?? null, to: filter.to ?? null, documents: given(filter.documents) }, patience);
  const [born, facts] = await Promise.all([bornLinks(question, ids, among, context, patience), stated]);
  return [...born, ...facts.map(ofPassages)];
}

/** Refuses what names no thing of the kinds that have links, and what is missing. */
export async function checkNamed(argument: string, ids: readonly string[], context: RequestContext): Promise<void> {
  for (const id of ids) if (!isEntityId(id)) throw new Failure('BAD_USER_INPUT', `${argument} takes ids of actors, countries, instruments, forums, commitments or themes, got ${JSON.stringify(id.slice(0, 80))}.`);
  const known = new Set((await present(context.entity, ids)).map(({ id }) => id));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) throw new Failure('NOT_FOUND', `${argument}: there is no ${missing} here.`);
}

/** A number of an argument within its range, both ends included; refused otherwise. */
export function within(argument: string, value: number, least: number, most: number): number {
  if (value < least || value > most) throw new Failure('BAD_USER_INPUT', `${argument} must be between ${least} and ${most.toLocaleString('en')}, got ${value}.`);
  return value;
}

/** Asks, of things that are not there, what a reader asks who expands one: so that the database has planned it. */
export async function warmUpLinks(context: RequestContext, patience: RunOptions): Promise<void> {
  const question = { filter: {}, relationships: LINK_TYPES };
  const nothing = ['actor:nobody', 'commitment:nothing', 'forum:nowhere', 'instrument:nothing', 'theme:nothing'];
  for (const ids of [nothing, [...nothing, 'actor:nobody-else', 'commitment:nothing-else', 'forum:nowhere-else']]) {
    await linksOfThings(question, ids, null, context, patience);
    await linksOfThings(question, ids, ids, context, patience);
  }
}
