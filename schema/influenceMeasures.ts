// The measures of influence that a stakeholder map can be drawn by. The sentence is the formula: it is the description in the API
// and stands in every answer, so that nobody has to guess what a position on the map means.

import type { ParticipationRole } from './vocabulary.ts';

/** What a role in a forum counts for ROLES. */
export const ROLE_WEIGHTS = { CHAIR: 4, CO_CHAIR: 4, CO_FACILITATOR: 4, ORGANIZER: 3, HOST: 3, MODERATOR: 2, RAPPORTEUR: 2, SPEAKER: 2, SPONSOR: 1, PARTICIPANT: 1 } as const satisfies Record<ParticipationRole, number>;

const weights = (): string => {
  const names = Map.groupBy(Object.entries(ROLE_WEIGHTS), ([, weight]) => weight);
  return [...names].map(([weight, roles]) => `${roles.map(([role]) => role).join(', ')} ${weight}`).join('; ');
};

/** Actors whose network BRIDGING measures. */
export const MOST_BRIDGING = 150;

export const INFLUENCE_MEASURES = {
  FORUM_REACH: { means: 'Distinct forums in which the actor’s statements under the filter were made. One part for each forum, worth 1.' },
  UPTAKE: {
    means:
      'For each commitment that the actor was for, the number of other actors whose earliest dated statement for it under the filter is certainly later than the actor’s own earliest; added up. One part for each such commitment and other actor, worth 1. Undated statements do not count. It shows who asked first, not that they were followed because of it.',
  },
  OUTCOMES: { means: 'Pairs of a commitment that the actor was for and an instrument that sets it out and was adopted certainly after the actor’s earliest dated statement for it under the filter. One part for each pair, worth 1. It shows precedence, not cause.' },
  BRIDGING: {
    means: `Betweenness centrality, not normalised: for all pairs of other actors, the share of the shortest paths between them that pass through the actor, added up, in the network in which two actors are tied when they took the same position on at least one commitment under the filter. Measured among the ${MOST_BRIDGING} actors with the most statements; null for the others. The parts are the actor’s ties, each worth the number of positions shared: what the measure is computed on, not its summands.`,
  },
  ASKED_TO_ACT: { means: 'Distinct other actors whose statements under the filter ask the actor to act. One part for each of them, worth 1.' },
  ROLES: { means: `For each forum in which a text or table says the actor took part, the weight of its weightiest role (${weights()}), added up. One part for each forum. Of the filter only its dates and documents narrow it, not the topic.` },
  MEMBERSHIP: { means: 'Distinct actors to which a text or table joins the actor by membership (either way) or partnership: the degree in that network. One part for each of them, worth 1. Of the filter only its dates and documents narrow it, not the topic.' },
} as const satisfies Readonly<Record<string, { readonly means: string }>>;
export type InfluenceMeasure = keyof typeof INFLUENCE_MEASURES;
