import { describe, expect, it } from 'vitest';
import { statementsOf } from './readingOf.ts';

const said = (...of: Parameters<typeof statementsOf>) => statementsOf(...of).map(({ act, quote }) => [act, quote]);
const acts = (...of: Parameters<typeof statementsOf>) => statementsOf(...of).map(({ act }) => act);

describe('a sentence that says two things', () => {
  it('is two statements, each with its own words', () => {
    expect(said('We support the Night Plan of the port, and we urge governments to sign it.')).toEqual([
      ['ENDORSES', 'We support the Night Plan of the port,'],
      ['CALLS_FOR', 'we urge governments to sign it.'],
    ]);
  });

  it('belongs clause by clause to whoever says it', () => {
    expect(statementsOf('The Quay Office trained forty cooks; the Port Authority undertakes to do the same.').map(({ act, actors }) => [act, actors[0]])).toEqual([
      ['ACTS', 'actor:quay-office'],
      ['COMMITS', 'actor:port-authority'],
    ]);
  });

  it('stays whole where only one of its clauses says something', () => {
    expect(said('The night was long, and we urge governments to open the gates.')).toEqual([['CALLS_FOR', 'The night was long, and we urge governments to open the gates.']]);
  });

  it('is not cut inside brackets or quotation marks', () => {
    const sentence = 'We welcome the new rule (it is late, and we regret that it is short).';
    expect(new Set(said(sentence).map(([, quote]) => quote))).toEqual(new Set([sentence]));
  });
});

describe('one verb that asks for several things', () => {
  it('asks for each', () => {
    expect(said('We ask that cooks be heard, that deckhands be paid, and that the gates be opened.').map(([, quote]) => quote)).toEqual(['We ask that cooks be heard,', 'that deckhands be paid,', 'that the gates be opened.']);
    expect(acts('We pledge to print the rules in May; to open a desk for cooks; and not to sit on any closed committee.')).toEqual(['COMMITS', 'COMMITS', 'COMMITS']);
  });

  it('asks that something not be', () => {
    expect(statementsOf('We demand:\n\n1. That nobody be turned away at night;\n2. That the gates be opened.\n').map(({ stance }) => stance)).toEqual(['OPPOSES', 'SUPPORTS']);
  });
});

describe('a preamble', () => {
  it('holds a position in each of its paragraphs', () => {
    expect(acts('We, the crews of four ports, Recalling the Crew Convention, Alarmed that cooks are stripped of their pay, Noting with appreciation the register of the port,\n\ndemand:\n\n1. That the gates be opened;\n2. That the rules be printed.\n').slice(0, 3)).toEqual(['ENDORSES', 'CRITICIZES', 'ENDORSES']);
  });

  it('speaks through verbs that have no subject', () => {
    expect(statementsOf('The Quay Office:\n\n1. Urges governments to open the gates;\n2. Welcomes the register of the port;\n3. Decides to print the rules.\n').map(({ act, actors }) => [act, actors[0]])).toEqual([
      ['CALLS_FOR', 'actor:quay-office'],
      ['ENDORSES', 'actor:quay-office'],
      ['COMMITS', 'actor:quay-office'],
    ]);
  });
});

describe('a list without markers', () => {
  it('counts its items aloud', () => {
    expect(acts('We therefore call on governments:\n\nFirst, to open the gates at night and keep them open.\n\nThat would help many of us.\n\nSecond: an end to fees of any kind for cooks.\n')).toEqual(['CALLS_FOR', 'CALLS_FOR']);
  });

  it('is no list where the text goes on with something else', () => {
    expect(said('We call on governments:\n\nThe harbour was built in 1900.\n')).toEqual([]);
  });
});

describe('a table or a form', () => {
  it('says in the head of a column what its cells are', () => {
    expect(acts('| Port | Activity |\n|---|---|\n| Gdynia | Legal clinic opened for cooks |\n| Genoa | Contract for deckhands revised |\n')).toEqual(['ACTS', 'ACTS']);
  });

  it('asks under the names of those it asks', () => {
    expect(statementsOf('We demand:\n\n- Governments\n  - open the gates at night\n- Employers\n  - print every contract\n').map(({ addressees }) => addressees)).toEqual([['actor:states'], ['actor:employers']]);
  });
});

describe('what is told of others', () => {
  it('is scenery in a relative clause', () => {
    expect(statementsOf('We regret the curfew which the Port Authority introduced.').map(({ act }) => act)).toEqual(['CRITICIZES']);
    expect(acts('We do not promise more than what the Quay Office supported.')).toEqual([]);
  });

  it('is a promise where they announced it', () => {
    expect(acts('The Port Authority announced that it would lift the curfew.')).toEqual(['COMMITS']);
  });

  it('was felt by the room only in a room’s report', () => {
    const sentence = 'The curfew was rejected by all.';
    expect(acts(sentence)).toEqual([]);
    expect(acts(sentence, { self: ['actor:port-summit-2019-participants'] })).toEqual(['CRITICIZES']);
  });

  it('in a footnote counts only where somebody by name said it', () => {
    expect(acts('We urge governments to open the gates.¹\n\n---\n\n¹ The Quay Office has called for the same. The gates should be green.\n')).toEqual(['CALLS_FOR', 'CALLS_FOR']);
  });
});
