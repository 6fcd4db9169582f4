import { describe, expect, it } from 'vitest';
import type { Asked } from '../../graph/askedTogether.ts';
import { propertiesTallied, tallied } from '../../graph/traversals/facets.ts';
import { entityCount, entityPage } from '../../graph/traversals/listEntities.ts';
import { documentPage, passagePage } from '../../graph/traversals/listTexts.ts';
import { mostSpokenOf, passageQueries, searchNames, searchPassages } from '../../graph/traversals/searchNames.ts';
import { datesUnder } from '../../graph/traversals/timeline.ts';
import { statementCount, statementPage } from '../../graph/traversals/whoAdvocatedWhat.ts';
import { operatorsOf } from './plans.ts';

const page = { size: 21, backwards: false, after: null, before: null };
const behind = { size: 21, backwards: true, after: null, before: ['2020', 'doc:0000000000000000', 1, 'x'] };
const country = ['country:PHL'];
const forums = ['forum:gfmd'];

const QUESTIONS: readonly (readonly [string, Pick<Asked<unknown>, 'parameters'> & { readonly query: { readonly cypher: string } }])[] = [
  ['statements by date', statementPage({}, 'DATE_DESC', page)],
  ['statements from the end', statementPage({ from: '2010-01-01', to: '2012-01-01' }, 'DATE_DESC', behind)],
  ['statements by actor', statementPage({ actorKinds: ['NETWORK'] }, 'ACTOR', page)],
  ['statements of members', statementPage({ membersOf: ['actor:wimn'] }, 'FORUM', page)],
  ['statements concerning a country', statementPage({ countries: country, forums }, 'DOCUMENT', page)],
  ['statements involving a thing', statementPage({ involving: forums, themes: ['theme:x'] }, 'COMMITMENT', page)],
  ['statements by words', statementCount({ text: 'end the detention' })],
  ['actors', entityPage({ type: 'Actor', memberOf: ['actor:wimn'], participatedIn: forums, withStatements: true }, 'STATEMENTS', page)],
  ['forums', entityPage({ type: 'Forum', partOf: forums, heldIn: country, years: [2008], place: 'Manila' }, 'DATE', page)],
  ['instruments by name', entityCount({ type: 'Instrument', text: 'convention' })],
  ['documents', documentPage({ authors: ['actor:wimn'], forums, mentions: country, text: 'report' }, 'STATEMENTS', page)],
  ['passages by words', passagePage({ text: 'detention' }, page)],
  ['passages that mention', passagePage({ mentions: country, text: 'the' }, page)],
  ...(['actors', 'actorKinds', 'countries', 'commitments', 'themes', 'forums', 'instruments', 'addressees', 'documents'] as const).map((dimension) => [`${dimension} counted`, tallied({ forums }, dimension, 20)] as const),
  ['words of statements counted', propertiesTallied({ forums })],
  ['dates', datesUnder({ addressees: country })],
  ['names searched', { query: searchNames, parameters: { lucene: 'a', types: ['Actor'], limit: 1 } }],
  ['most spoken of', { query: mostSpokenOf, parameters: { types: ['Actor'], limit: 1 } }],
  ['passages searched', { query: searchPassages, parameters: { ...passageQueries('detention'), limit: 1 } }],
];

describe('the plan of a list', () => {
  it.each(QUESTIONS)('of %s starts from an index or a label, and joins nothing with everything', async (_, { query, parameters }) => {
    const operators = (await operatorsOf(query.cypher, parameters)).map((operator) => operator.replace(/@.*/, ''));
    expect(operators).not.toContain('AllNodesScan');
    expect(operators.filter((operator) => operator.startsWith('CartesianProduct'))).toEqual([]);
  });
});
