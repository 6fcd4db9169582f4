import { caveat, presentActors, silences, type PresentActor, type Silences } from '../../graph/analysis/silences.ts';
import { heardAtForum, participationsAt, positionsElsewhere, speakersAt, type HeardRow } from '../../graph/traversals/silentInForum.ts';
import type { EntityRow } from '../../graph/traversals/findEntities.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { present } from '../context.ts';
import { entityArgument } from '../entityInput.ts';
import { PAGE_CAP } from '../limits.ts';
import { pageOfList, pageSize } from '../paging.ts';
import { named } from './entities.ts';
import { statementConnection } from './statementConnection.ts';

export interface SilencesRow {
  readonly forum: EntityRow;
  readonly commitment: EntityRow;
  readonly found: Silences;
  readonly heard: HeardRow;
}

export interface SilentActorRow extends PresentActor {
  readonly forum: string;
  readonly commitment: string;
}

export interface CaveatRow extends HeardRow {
  readonly text: string;
}

const NOTHING: HeardRow = { documents: [], documentCount: 0, statementCount: 0, isRestricted: false };

export const silencesResolvers: Resolvers = {
  Silences: {
    presentCount: ({ found }) => found.presentCount,
    spokeCount: ({ found }) => found.spokeCount,
    silentCount: ({ found }) => found.silentCount,
    personsWithheld: ({ found }) => found.personsWithheld,
    spoken: ({ forum, commitment }, page, context) => statementConnection({ forums: [forum.id], commitments: [commitment.id] }, page, context),
    silent: ({ found, forum, commitment }, { first, after }) =>
      pageOfList(
        found.silent.map((row) => ({ ...row, forum: forum.id, commitment: commitment.id })),
        pageSize(first, PAGE_CAP),
        after,
        ({ actor }) => actor,
      ),
    caveat: ({ forum, heard }) => ({ ...heard, text: caveat(forum.name, heard) }),
  },
  SilenceCaveat: { documents: ({ documents }, _, context) => present(context.document, documents) },
  SilentActor: {
    actor: ({ actor }, _, context) => named(actor, context),
    presences: ({ presences }) => [...presences],
    statementCountThere: ({ statementsThere }) => statementsThere,
    statementsThere: ({ actor, forum }, page, context) => statementConnection({ actors: [actor], forums: [forum] }, page, context),
    statementsElsewhere: ({ actor, commitment }, page, context) => statementConnection({ actors: [actor], commitments: [commitment] }, page, context),
  },
  Presence: {
    forum: ({ forum }, _, context) => named(forum, context),
    passages: ({ passages }, _, context) => present(context.passage, passages),
  },
  Query: {
    silences: async (_, { forum: forumId, commitment: commitmentId }, context) => {
      const [forum, commitment] = await Promise.all([entityArgument('forum', forumId, ['Forum'], context), entityArgument('commitment', commitmentId, ['Commitment'], context)]);
      const both = { forum: forum.id, commitment: commitment.id };
      const { store } = context;
      const [participations, speakers, positions, [heard = NOTHING]] = await Promise.all([store.read(participationsAt, { forum: forum.id }), store.read(speakersAt, both), store.read(positionsElsewhere, both), store.read(heardAtForum, { forum: forum.id })]);
      return { forum, commitment, found: silences(presentActors(participations, speakers, positions), heard.isRestricted), heard };
    },
  },
};
