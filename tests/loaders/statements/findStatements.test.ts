import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStatements, statementRules } from '../../../loaders/statements/findStatements.ts';
import { LONGEST_TITLE } from '../../../loaders/statements/titleCuts.ts';
import { sourcesOf, statementsOf } from './readingOf.ts';

describe('statements of any text', () => {
  const fragment = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('We urge governments to:\n\n', '- open the gates;\n', '1. print the rules. ', 'The Quay Office trained 40 inspectors. ', 'It must be so. ', 'Participants noted that States should act. ', '\n\n# Recommendations\n\n', 'We will act. ', '“quote” ', 'With the Quay Office, we hosted a hearing on fees in 2020. ', '(a) one; (b) two; ', '🙂 ', 'we '),
  );

  it('stand at their place, have ids of their own, name known rules and passages, and never fail', () => {
    const rules = new Set(statementRules().map(({ id }) => id));
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 14 }), (fragments) => {
        const sources = sourcesOf(fragments.join(''));
        const statements = findStatements(sources);
        const passages = new Set(sources.passages.map(({ id }) => id));
        for (const statement of statements) {
          expect(sources.text.slice(statement.start, statement.end)).toBe(statement.quote);
          expect(statement.actors.length).toBeGreaterThan(0);
          expect(statement.passages.every((id) => passages.has(id))).toBe(true);
          expect(statement.confidence).toBeGreaterThanOrEqual(0.5);
          expect(statement.confidence).toBeLessThanOrEqual(0.95);
          expect(statement.title.length).toBeLessThanOrEqual(LONGEST_TITLE);
          expect(rules.has(statement.rule) || statement.rule.endsWith('-list')).toBe(true);
        }
        expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
      }),
      { numRuns: 60 },
    );
  });

  it('are the same when read twice', () => {
    const text = 'We urge governments to:\n\n- open the gates;\n- print the rules.\n\nThe Quay Office trained forty inspectors.';
    expect(statementsOf(text)).toEqual(statementsOf(text));
  });
});

it('instruments cited for the ask are cited by the statement', () => {
  expect(statementsOf('Under the Crew Convention, governments must open the gates.')[0]?.instruments).toEqual(['instrument:crew-convention']);
});

it('an ask of the codebook has the codebook’s themes, whatever else its sentence mentions', () => {
  expect(statementsOf('We urge governments to open shelters for crews, in line with the Crew Convention.')[0]?.themes).toEqual(['theme:shelter']);
});

it('headings and questions carry no statement', () => {
  expect(statementsOf('# States must open the gates\n\nSomething was said.\n\n## What must be done?\n\nShould States open the gates?\n')).toEqual([]);
});

it('a short sentence of a long item belongs to the ask before it', () => {
  const long = 'Strengthen the inspection of night work in all ports of the region, with inspectors who speak the languages of the crews and who may board every ship without notice';
  expect(statementsOf(`We call on governments to:\n\n1. ${long}. Prosecute offenders.\n2. Print the rules.\n`).map(({ quote }) => quote)).toEqual([`${long}. Prosecute offenders.`, 'Print the rules.']);
});

describe('what is not said', () => {
  it('is no ask: "we do not call for", "what owners should do"', () => {
    expect(statementsOf('We do not call for more gates.')).toEqual([]);
    expect(statementsOf('Nor do we believe that a higher fence protects anyone.').map(({ act, stance }) => [act, stance])).toEqual([['CRITICIZES', 'OPPOSES']]);
    expect(statementsOf('The hearings dealt with what the Port Authority should do about fees.').filter(({ act }) => act === 'CALLS_FOR')).toEqual([]);
  });
  it('is an anonymous quotation, unless a room whose session is reported asks by it', () => {
    const quote = '“You must open the gates at night.” (anonymous)';
    expect(statementsOf(quote)).toEqual([]);
    expect(statementsOf(quote, { self: ['actor:port-summit-2019-participants'] }).map(({ act }) => act)).toEqual(['CALLS_FOR']);
  });
  it('is no second position of an infinitive that goes on', () => {
    expect(statementsOf('The Quay Office commits to keep accounts, uphold port law and print its fees.').map(({ act }) => act)).toEqual(['COMMITS']);
  });
  it('two acts of one sentence keep to their own words', () => {
    const [praised, asked] = statementsOf('We welcome the open shelters for crews, and ask that ports publish their fees.');
    expect([praised?.commitment, asked?.title]).toEqual(['commitment:free-shelters', 'Ensure that ports publish their fees']);
  });
  it('who opens a sentence is the subject of its second verb', () => {
    expect(statementsOf('The Quay Office objected and demanded fair fees.').map(({ act, actors }) => [act, actors])).toEqual([['CRITICIZES', ['actor:quay-office']], ['CALLS_FOR', ['actor:quay-office']]]);
  });
  it('the first of two modals says what is asked', () => {
    expect(statementsOf('Rest must stand at the centre of port law, and cooks must not be shut out.')[0]).toMatchObject({ stance: 'SUPPORTS' });
  });
});

describe('an ask not to do something', () => {
  it.each([
    ['We urge governments not to jail deckhands.', 'OPPOSES'],
    ['We ask that nobody be jailed for a lost paper.', 'OPPOSES'],
    ['We urge governments to print the rules.', 'SUPPORTS'],
  ])('%s %s', (text, stance) => {
    expect(statementsOf(`${text}\n`).map((statement) => statement.stance)).toEqual([stance]);
  });
});

describe('under a heading of asks', () => {
  it.each([
    'That inspectors can enter every ship',
    'Reports on fees to be published each month',
    'Zero fees: whatever it costs, the owner pays',
    'Recruit cooks as organisers, with pay',
  ])('"%s" is one', (item) => {
    expect(statementsOf(`# Report\n\nPeople met.\n\n## Recommendations\n\n- ${item}\n- Print the rules\n`).map(({ act }) => act)).toEqual(['RECOMMENDS', 'RECOMMENDS']);
  });

  it('what the author promises beside an ask is a promise', () => {
    expect(statementsOf('We urge that:\n\n- Fees be printed. We will send a list of them to every port.\n- Gates be opened.\n').map(({ act }) => act)).toEqual(['CALLS_FOR', 'COMMITS', 'CALLS_FOR']);
  });
});
