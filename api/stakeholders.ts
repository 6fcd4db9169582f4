// Gathers what a measure of influence needs, and no more, and lays the stakeholder map out of it.

import { Failure } from '../schema/failures.ts';
import { INFLUENCE_MEASURES, MOST_BRIDGING, type InfluenceMeasure } from '../schema/influenceMeasures.ts';
import { nodeTypeOf } from '../schema/ids.ts';
import type { StatedRelation } from '../schema/model.ts';
import { askedToAct, bridging, forumReach, membership, outcomes, roles, uptake, type Influences, type StatementsOfPart } from '../graph/analysis/influence.ts';
import { stakeholderMap, type StakeholderMap } from '../graph/analysis/stakeholders.ts';
import { forumsOfActors, positionsOfActors, type PositionRow } from '../graph/traversals/positionsOfActors.ts';
import { statedLinks, type StatedLinkRow } from '../graph/traversals/statedLinks.ts';
import { linksOf, mayEnd, withEnd } from '../graph/traversals/statementLinks.ts';
import type { StatementFilter } from '../graph/traversals/statementFilter.ts';
import { statementCount } from '../graph/traversals/whoAdvocatedWhat.ts';
import { present, type RequestContext } from './context.ts';
import { checkNamed } from './exploring.ts';

export const ATTENTION_FORMULA = 'Statements that the actor made under the filter, alone or with others, divided by all statements under the filter.';

const TOPICS = { Commitment: 'commitments', Theme: 'themes', Forum: 'forums', Instrument: 'instruments' } as const satisfies Record<string, keyof StatementFilter>;

/** The filter narrowed to a topic; refused where the filter names things of that kind itself. */
export async function onTopic(filter: StatementFilter, topic: string | null | undefined, context: RequestContext): Promise<StatementFilter> {
  if (!topic) return filter;
  const field = Object.entries(TOPICS).find(([type]) => type === nodeTypeOf(topic))?.[1];
  if (field === undefined) throw new Failure('BAD_USER_INPUT', `topic takes the id of a commitment, theme, forum or instrument, got ${JSON.stringify(topic.slice(0, 80))}.`);
  if ((filter[field] ?? []).length > 0) throw new Failure('BAD_USER_INPUT', `topic and filter.${field} both narrow the ${field}: give one of them.`);
  await checkNamed('topic', [topic], context);
  return { ...filter, [field]: [topic] };
}

/** The statements behind a part of a figure. */
export function behindPart(filter: StatementFilter, { makers, forum, commitments, position, addressee }: StatementsOfPart): StatementFilter | null {
  let narrowed = withEnd(filter, 'MAKER', makers);
  if (forum !== undefined) narrowed = narrowed && withEnd(narrowed, 'FORUM', [forum]);
  if (commitments) narrowed = narrowed && withEnd(narrowed, 'COMMITMENT', commitments);
  if (addressee !== undefined) narrowed = narrowed && withEnd(narrowed, 'ADDRESSEE', [addressee]);
  return narrowed && (position === undefined ? narrowed : { ...narrowed, positions: [position] });
}

async function influencesOf(measure: InfluenceMeasure, rows: readonly PositionRow[], filter: StatementFilter, context: RequestContext): Promise<Influences> {
  const { store } = context;
  const actors = [...new Set(rows.map(({ actor }) => actor))];
  const facts = (ids: readonly string[], types: readonly StatedRelation[]): Promise<StatedLinkRow[]> =>
    store.read(statedLinks, { ids, types, among: null, from: filter.from ?? null, to: filter.to ?? null, documents: filter.documents && filter.documents.length > 0 ? filter.documents : null });
  switch (measure) {
    case 'FORUM_REACH': {
      const { query, parameters } = forumsOfActors(filter);
      return forumReach(await store.read(query, parameters));
    }
    case 'UPTAKE':
      return uptake(rows);
    case 'OUTCOMES': {
      const setOut = await facts([...new Set(rows.map(({ commitment }) => commitment))], ['SET_OUT_IN']);
      const texts = new Map((await present(context.entity, [...new Set(setOut.map(({ to }) => to))])).map(({ id, adoptedOn }) => [id, adoptedOn]));
      return outcomes(rows, setOut, (instrument) => texts.get(instrument) ?? null);
    }
    case 'BRIDGING':
      return bridging(rows);
    case 'ASKED_TO_ACT': {
      const asked = await Promise.all(linksOf(filter, 'ADDRESSEE', actors, ['ASKED'], null).map(({ query, parameters }) => store.read(query, parameters)));
      return askedToAct(asked.flat().filter((row) => mayEnd(filter, row)));
    }
    case 'ROLES':
      return roles(await facts(actors, ['PARTICIPATED_IN']));
    case 'MEMBERSHIP':
      return membership(await facts(actors, ['MEMBER_OF', 'PARTNERED_WITH']));
    default:
      return measure satisfies never;
  }
}

export interface StakeholderAnswer extends StakeholderMap {
  readonly measure: InfluenceMeasure;
  readonly filter: StatementFilter;
  readonly statementCount: number;
}

export async function stakeholders(filter: StatementFilter, measure: InfluenceMeasure, top: number, context: RequestContext): Promise<StakeholderAnswer> {
  const [positions, all] = [positionsOfActors(filter), statementCount(filter)];
  const [rows, [total = 0]] = await Promise.all([context.store.read(positions.query, positions.parameters), context.store.read(all.query, all.parameters)]);
  const influences = await influencesOf(measure, rows, filter, context);
  // Whoever a measure looks at and does not mention has none of it; bridging looks at some only.
  const measured = (actor: string): boolean => measure !== 'BRIDGING' || influences.size < MOST_BRIDGING || influences.has(actor);
  return { ...stakeholderMap(rows, total, influences, measured, top), measure, filter, statementCount: total };
}

export const formulaOf = (measure: InfluenceMeasure): string => INFLUENCE_MEASURES[measure].means;
