// `npm run generate`: the types of server and page from the SDL, so that the contract is written once.
// Writes api/generated/resolvers.ts and ui/generated/*; both are rebuilt at every start and never committed.
// With `--contract` also schema/schema.graphql, the whole contract in one file: committed, so that every change of it is seen.

import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/client-preset';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { buildSchema, parse, Source, type DocumentNode } from 'graphql';
import { printedContract, sdl } from './sdl.ts';

const root = join(import.meta.dirname, '..');

/** Which row of the graph each type is resolved from. */
const ENTITY = '../../graph/traversals/findEntities.ts#EntityRow';
const MAPPERS = {
  Entity: ENTITY,
  Actor: ENTITY,
  Country: ENTITY,
  Instrument: ENTITY,
  Forum: ENTITY,
  Commitment: ENTITY,
  Theme: ENTITY,
  Statement: '../../graph/traversals/whoAdvocatedWhat.ts#StatementRow',
  StatementConnection: '../resolvers/statementConnection.ts#StatementPage',
  ActorConnection: '../resolvers/lists.ts#EntityList',
  CountryConnection: '../resolvers/lists.ts#EntityList',
  InstrumentConnection: '../resolvers/lists.ts#EntityList',
  ForumConnection: '../resolvers/lists.ts#EntityList',
  CommitmentConnection: '../resolvers/lists.ts#EntityList',
  ThemeConnection: '../resolvers/lists.ts#EntityList',
  DocumentConnection: '../resolvers/lists.ts#DocumentList',
  PassageConnection: '../resolvers/lists.ts#PassageList',
  Document: '../../graph/traversals/evidence.ts#DocumentRow',
  Facets: '../resolvers/facets.ts#FacetsUnder',
  Facet: '../resolvers/facets.ts#FacetUnder',
  FacetValue: '../resolvers/facets.ts#ValueUnder',
  TimelinePeriod: '../resolvers/timeline.ts#PeriodUnder',
  Passage: '../../graph/traversals/evidence.ts#PassageRow',
  Mention: '../../graph/traversals/evidence.ts#MentionRow',
  Relation: '../../graph/traversals/factsAbout.ts#RelationRow',
  SubgraphNode: '../neighbourhood.ts#SubgraphNodeRow',
  SubgraphEdge: '../exploring.ts#EdgeRow',
  Path: '../paths.ts#PathRow',
  PathHop: '../paths.ts#PathHopRow',
  CoAdvocacyPair: '../resolvers/coAdvocacy.ts#PairRow',
  SharedCommitment: '../resolvers/coAdvocacy.ts#SharedRow',
  CommitmentSide: '../resolvers/coAdvocacy.ts#SideRow',
  StakeholderMap: '../resolvers/stakeholderMap.ts#StakeholderMapRow',
  Stakeholder: '../resolvers/stakeholderMap.ts#StakeholderRow',
  Influence: '../resolvers/stakeholderMap.ts#InfluenceRow',
  InfluencePart: '../resolvers/stakeholderMap.ts#InfluencePartRow',
  PartialDate: '../../schema/dates.ts#DatedFields',
  Node: '../resolvers/node.ts#NodeRow',
  AskLineage: '../resolvers/askLineage.ts#AskLineageRow',
  AskSetOut: '../../graph/traversals/askStanding.ts#SetOutRow',
  AskCited: '../../graph/traversals/askStanding.ts#CitedRow',
  AskUptake: '../../graph/analysis/askUptake.ts#Uptake',
  AskDropped: '../resolvers/askLineage.ts#DroppedRow',
  AskSpread: '../../graph/analysis/askSpread.ts#Spread',
  AskShare: '../../graph/analysis/askSpread.ts#Share',
  AskYear: '../../graph/analysis/askSpread.ts#Year',
  LedgerConnection: '../resolvers/commitmentLedger.ts#LedgerPage',
  LedgerEntry: '../resolvers/commitmentLedger.ts#LedgerRow',
  FollowUp: '../../graph/traversals/promiseFollowUps.ts#Followed',
  RatificationGap: '../resolvers/ratificationGap.ts#RatificationGapRow',
  RatificationAsker: '../resolvers/ratificationGap.ts#RatificationAskerRow',
  AskedCountry: '../resolvers/ratificationGap.ts#AskedCountryRow',
  Silences: '../resolvers/silences.ts#SilencesRow',
  SilenceCaveat: '../resolvers/silences.ts#CaveatRow',
  SilentActor: '../resolvers/silences.ts#SilentActorRow',
  Presence: '../../graph/traversals/silentInForum.ts#ParticipationRow',
  RivalWordings: '../resolvers/wordings.ts#RivalWordingsRow',
  RivalAsk: '../resolvers/wordings.ts#RivalRow',
  Wording: '../resolvers/wordings.ts#WordingRow',
  WordingCount: '../../graph/analysis/wordingsWithin.ts#Count',
  Quotation: '../resolvers/wordings.ts#QuotationRow',
  Decision: '../../schema/decisions.ts#Decision as DecisionRecord',
  DecisionConnection: '../resolvers/decisions.ts#DecisionPage',
  Change: '../../graph/analysis/decisionChanges.ts#Change as ChangeRecord',
  LoadRun: '../loads.ts#LoadRun as LoadRunRecord',
  LoadReport: '../loadReport.ts#LoadReport as LoadReportRecord',
  LoadedDocument: '../loadReport.ts#LoadedDocument as LoadedDocumentRecord',
  ChangedValue: '../../graph/analysis/decisionChanges.ts#ChangedValue as ChangedValueRecord',
  NetworkAnswer: '../resolvers/network.ts#NetworkAnswerRow',
  NetworkWindow: '../../graph/analysis/drawnNetwork.ts#Stretch',
  DiscourseNetwork: '../resolvers/network.ts#NetworkRow',
  NetworkNode: '../resolvers/network.ts#NetworkNodeRow',
  NetworkEdge: '../resolvers/network.ts#NetworkEdgeRow',
  Coalition: '../resolvers/coalitions.ts#CoalitionRow',
  CoalitionMember: '../resolvers/coalitions.ts#CoalitionMemberRow',
  Stand: '../resolvers/coalitions.ts#StandRow',
  BindingAsk: '../resolvers/coalitions.ts#BindingAskRow',
  SplittingAsk: '../resolvers/coalitions.ts#SplittingAskRow',
  CentralNode: '../resolvers/coalitions.ts#CentralNodeRow',
  Polarization: '../resolvers/coalitions.ts#PolarizationRow',
  Camp: '../resolvers/coalitions.ts#CampRow',
} as const;

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const before = await readFile(path, 'utf8').catch(() => null);
  if (before !== content) await writeFile(path, content);
}

async function generateServerTypes(text: string): Promise<void> {
  const config = { contextType: '../context.ts#RequestContext', mappers: MAPPERS, enumsAsTypes: true, useTypeImports: true, avoidOptionals: { field: true, inputValue: false }, scalars: { ID: 'string' } };
  const content = await codegen({
    filename: 'resolvers.ts',
    schema: parse(text),
    schemaAst: buildSchema(text),
    documents: [],
    config,
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
  });
  await write(join(root, 'api/generated/resolvers.ts'), content);
}

/** The operations of the page: each stands in a `graphql(…)` call of the component that needs it. */
async function pageDocuments(): Promise<{ location: string; document: DocumentNode; rawSDL: string }[]> {
  const files = (await readdir(join(root, 'ui'), { recursive: true })).filter((file) => /\.tsx?$/.test(file) && !/^(generated|dist)/.test(file)).sort();
  const found = await Promise.all(
    files.map(async (file) => {
      const source = await readFile(join(root, 'ui', file), 'utf8');
      return [...source.matchAll(/graphql\(\s*(?:\/\* GraphQL \*\/\s*)?`([^`]*)`\s*,?\s*\)/g)].map(([, text = '']) => {
        const location = join('ui', file);
        return { location, rawSDL: text, document: parse(new Source(text, location)) };
      });
    }),
  );
  return found.flat();
}

async function generatePageTypes(text: string): Promise<number> {
  const documents = await pageDocuments();
  const schema = parse(text);
  const schemaAst = buildSchema(text);
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: join(root, 'ui/generated/'),
    schema,
    schemaAst,
    documents,
    config: { enumsAsTypes: true, useTypeImports: true, scalars: { ID: 'string' } },
    presetConfig: { fragmentMasking: false },
    plugins: [],
    pluginMap: {},
    pluginContext: {},
    documentTransforms: [],
  });
  for (const section of sections) await write(section.filename, await codegen(section));
  return documents.length;
}

const text = await sdl();
await generateServerTypes(text);
if (process.argv.includes('--contract')) await write(join(root, 'schema/schema.graphql'), printedContract(text));
const operations = await generatePageTypes(text);
process.stderr.write(`types generated from the SDL: ${Object.keys(buildSchema(text).getTypeMap()).length} types, ${operations} operations of the page\n`);
