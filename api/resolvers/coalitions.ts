import { Failure } from '../../schema/failures.ts';
import { centralShown, coalitionsShown, formulaOf, polarizationCaveat, polarizationsShown, type BindingShown, type CentralShown, type CoalitionShown, type PolarizationShown, type SplittingShown, type StandShown } from '../../graph/analysis/fieldOfDebate.ts';
import { coalitionsInWords, networkInWords, polarizationInWords } from '../../graph/analysis/networkDefinition.ts';
import type { NetworkSettings as SettingsInput, Resolvers } from '../generated/resolvers.ts';
import { present, type RequestContext } from '../context.ts';
import { within } from '../exploring.ts';
import { askedOf, networkQuestion, withoutMinimum, withoutWindows } from '../networkInput.ts';
import type { PageArguments } from '../paging.ts';
import { statementsAmong, type Sources } from '../sources.ts';
import { named } from './entities.ts';
import type { StatementPage } from './statementConnection.ts';

/** A row with the statements that it is made of. */
export type From<Row> = Row & { readonly sources: Sources };
export type CoalitionRow = From<CoalitionShown>;
export type CoalitionMemberRow = From<{ readonly id: string; readonly statements: readonly string[] }>;
export type StandRow = From<StandShown>;
export type BindingAskRow = From<BindingShown>;
export type SplittingAskRow = From<SplittingShown>;
export type CentralNodeRow = From<CentralShown>;
export type PolarizationRow = From<PolarizationShown>;
export type CampRow = From<{ readonly members: readonly string[]; readonly statements: readonly string[] }>;

const MOST_COALITIONS = 50;
const MOST_ASKS = 50;
const MOST_BINDING = 20;
const MOST_MEMBERS = 200;

/** What rows with statements have in common. */
const evidence = {
  statementCount: ({ statements }: { readonly statements: readonly string[] }) => statements.length,
  statements: ({ statements, sources }: From<{ readonly statements: readonly string[] }>, page: PageArguments, context: RequestContext): Promise<StatementPage> => statementsAmong(sources, statements, page, context),
};

/** Settings that polarization takes: the others would be passed over in silence. */
function forPolarization(settings: SettingsInput | null | undefined): SettingsInput | null | undefined {
  const { mode, aggregation, normalization } = settings ?? {};
  if ((mode ?? 'ONE_MODE') !== 'ONE_MODE' || aggregation || (normalization ?? 'AVERAGE') !== 'AVERAGE') throw new Failure('BAD_USER_INPUT', 'polarization reads congruence and conflict of one mode, both AVERAGE: leave settings.mode, aggregation and normalization out.');
  return settings;
}

export const coalitionResolvers: Resolvers = {
  Coalition: {
    ...evidence,
    members: ({ members, sources }) => members.slice(0, MOST_MEMBERS).map((member) => ({ ...member, sources })),
    memberCount: ({ members }) => members.length,
    binding: ({ binding, sources }) => binding.slice(0, MOST_BINDING).map((ask) => ({ ...ask, sources })),
    bindingCount: ({ binding }) => binding.length,
  },
  CoalitionMember: { ...evidence, entity: ({ id }, _, context) => named(id, context) },
  Stand: evidence,
  BindingAsk: { entity: ({ concept }, _, context) => named(concept, context), stand: ({ stand, sources }) => ({ ...stand, sources }) },
  SplittingAsk: {
    entity: ({ concept }, _, context) => named(concept, context),
    inField: ({ inField, sources }) => ({ ...inField, sources }),
    stands: ({ stands, sources }) => stands.map(({ coalition, stand }) => ({ coalition, stand: { ...stand, sources } })),
  },
  CentralNode: {
    entity: ({ name }, _, context) => named(name, context),
    side: ({ side }) => (side === 'ROW' ? 'ROWS' : 'COLUMNS'),
    frequency: evidence.statementCount,
    statements: evidence.statements,
  },
  Polarization: { ...evidence, camps: ({ camps, sources }) => camps.map((camp) => ({ ...camp, sources })), apartCount: ({ apart }) => apart.length, caveat: polarizationCaveat },
  Camp: { ...evidence, members: ({ members }, _, context) => present(context.entity, members) },
  Query: {
    coalitions: async (_, { filter, settings, seed, resolution }, context) => {
      const question = withoutMinimum(withoutWindows(networkQuestion(settings, { aggregation: 'SUBTRACT', normalization: 'AVERAGE' }), 'coalitions'), 'coalitions');
      const asked = await askedOf(question, filter, context);
      const { coalitions, unattached, splitting, modularity } = coalitionsShown(asked, question, { seed, resolution });
      const shown = <Row extends object>(rows: readonly Row[], most: number): From<Row>[] => rows.slice(0, most).map((row) => ({ ...row, sources: asked.sources }));
      const counts = { coalitionCount: coalitions.length, unattachedCount: unattached.length, splittingCount: splitting.length };
      return { ...counts, modularity, counts: asked.counts, definition: `${coalitionsInWords(question, seed, resolution)} ${asked.inWords}`, coalitions: shown(coalitions, MOST_COALITIONS), splitting: shown(splitting, MOST_ASKS), unattached: await present(context.entity, unattached.slice(0, MOST_MEMBERS)) };
    },
    centralities: async (_, { filter, settings, measure }, context) => {
      const question = withoutWindows(networkQuestion(settings), 'centralities');
      if (question.settings.aggregation === 'COMBINE') throw new Failure('BAD_USER_INPUT', 'COMBINE gives codes, not weights; take IGNORE or SUBTRACT for centralities.');
      const asked = await askedOf(question, filter, context);
      const nodes = centralShown(asked, question, measure).map((node) => ({ ...node, sources: asked.sources }));
      const formula = formulaOf(measure);
      return { definition: `${networkInWords(question)} Centrality: ${formula}. ${asked.inWords}`, formula, counts: asked.counts, nodes: nodes.slice(0, question.top), nodeCount: nodes.length };
    },
    polarization: async (_, { filter, settings, measure, groups, seed }, context) => {
      const question = withoutMinimum(networkQuestion(forPolarization(settings), { aggregation: 'CONGRUENCE', normalization: 'AVERAGE' }), 'polarization');
      within('groups', groups, 2, 6);
      const asked = await askedOf(question, filter, context);
      const found = polarizationsShown(asked, question, { measure, groups, seed }).map((one) => ({ ...one, sources: asked.sources }));
      const definition = `${polarizationInWords(question, measure, groups, seed)} ${asked.inWords}`;
      return { definition, counts: asked.counts, whole: question.windows ? null : (found[0] ?? null), overTime: question.windows ? found : [] };
    },
  },
};
