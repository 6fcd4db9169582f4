// Every text of the page, in one place, ready for other languages. Labels of the model's own words stand in schema/vocabulary.ts.

import type { Position } from '../schema/vocabulary.ts';
import type { EntityType } from './generated/graphql.ts';

const numbers = new Intl.NumberFormat('en');
const plurals = new Intl.PluralRules('en');

const count = (of: number, one: string, other: string): string => `${numbers.format(of)} ${plurals.select(of) === 'one' ? one : other}`;
const statements = (of: number): string => count(of, 'statement', 'statements');

export const TYPE_LABELS: Record<EntityType, string> = { ACTOR: 'Actor', COUNTRY: 'Country', INSTRUMENT: 'Instrument', FORUM: 'Forum', COMMITMENT: 'Commitment', THEME: 'Theme' };

export const WORDS = {
  title: 'Advocacy Atlas',
  titled: (what: string) => `${what} · Advocacy Atlas`,
  number: (of: number) => numbers.format(of),
  statements,

  map: {
    question: 'Who advocated what, in which forum',
    showing: (of: number) => `${statements(of)}, each with the sentence that says it.`,
    undated: (of: number) => `${numbers.format(of)} undated`,
    withoutForum: (of: number) => `${numbers.format(of)} naming no forum`,
    hidden: (of: number) => `${numbers.format(of)} behind names not shown`,
    themes: 'Themes',
    groupBy: 'Group what is advocated by',
    withoutTheme: (of: number) => `${numbers.format(of)} on no theme`,
    onHiddenThemes: (of: number) => `${numbers.format(of)} on themes not shown`,
    columns: { ACTORS: 'Actors', COMMITMENTS: 'Commitments', FORUMS: 'Forums' },
    more: (of: number) => `${numbers.format(of)} more`,
    showMore: (of: number) => `Show up to ${numbers.format(of)} names in each column`,
    asMap: 'Map',
    asList: 'List',
    showAs: 'Show as',
    picture: 'Map of actors, commitments and forums, joined by the statements behind them. The list holds the same, for keyboard and screen reader.',
    hint: 'Click a name or a link to read its sentences.',
    hintThemes: 'Click a name or a link to read its sentences; a theme opens into its commitments.',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Show all',
    full: 'Full size',
    drawing: 'Drawing the map',
    link: (from: string, to: string) => `${from} → ${to}`,
    split: (forCount: number, against: number) => (against === 0 ? `${statements(forCount)} for` : forCount === 0 ? `${statements(against)} against` : `${numbers.format(forCount)} for, ${numbers.format(against)} against`),
  },

  list: {
    heading: 'Every commitment, with who takes which position and where',
    shownOf: (shown: number, of: number) => (shown === of ? numbers.format(of) : `${numbers.format(shown)} of ${numbers.format(of)}`),
    headingThemes: 'Every theme, with who takes which position and where',
    names: 'All names',
    who: 'Who',
    where: 'Where',
    onWhat: (of: number, position: string, commitment: string) => `${plurals.select(of) === 'one' ? 'statement' : 'statements'} ${position} “${commitment}”`,
    noForum: 'No forum shown',
    noActor: 'Nobody shown',
    positions: { FOR: 'For', AGAINST: 'Against' } satisfies Record<Position, string>,
  },

  legend: {
    heading: 'How to read the map',
    position: (label: string, byTheme: boolean) => `${label} ${byTheme ? 'what is asked' : 'the commitment'}`,
    themes: 'a statement counts under each theme of its commitment',
    thickness: (most: number) => (most > 1 ? `1 to ${numbers.format(most)} statements` : 'one statement each'),
    bar: 'share of the column’s most',
  },

  search: {
    label: 'Find an actor, commitment, forum, instrument or theme',
    placeholder: 'Find any name, acronym or ask',
    keys: 'Ctrl K',
    also: (alias: string) => `also “${alias}”`,
    none: (text: string) => `Nothing here is called “${text}”. Try a shorter word, an acronym or another spelling.`,
    searching: 'Searching…',
    failed: 'The search did not answer. Type on to try again.',
    found: (of: number) => count(of, 'name found', 'names found'),
  },

  chips: {
    heading: 'Shown are statements',
    title: (parts: string) => `Statements ${parts}`,
    roles: { actors: 'by', addressees: 'addressed to', commitments: 'on', forums: 'in', instruments: 'citing', themes: 'about' },
    remove: (name: string) => `Remove ${name}`,
    clear: 'Clear all',
    turn: { actors: 'Show what is addressed to it instead', addressees: 'Show what it says instead' },
  },

  filters: {
    heading: 'Filters',
    act: 'Act',
    position: 'Position',
    voice: 'Voice',
    theme: 'Theme',
    anyTheme: 'Add a theme',
    from: 'From',
    to: 'To',
    datePlaceholder: '2016-12',
    dateWrong: 'A date is written 2016, 2016-12 or 2016-12-19.',
    dateOrder: 'This range ends before it begins.',
    datesHideUndated: 'without the undated',
  },

  evidence: {
    title: (what: string, of: number) => `${what}: ${statements(of)}`,
    position: (what: string, position: string) => `${what}, ${position}`,
    region: 'Evidence',
    close: 'Close',
    tabs: { statements: 'Statements', about: 'About' },
    more: (of: number) => `Show ${numbers.format(of)} more`,
    none: 'No statement here under the present filters.',
    shown: (shown: number, of: number) => `${numbers.format(shown)} of ${statements(of)} shown`,
    missing: 'This name is not in what is loaded.',
  },

  statement: {
    to: 'To',
    citing: 'Citing',
    in: 'In',
    noForum: 'no forum named',
    when: 'When',
    voice: 'Voice',
    confidence: 'Confidence',
    source: 'Source',
    review: 'Review',
    leadIn: 'Under the words',
    page: (page: number) => `p. ${page}`,
    confidences: { high: 'high', fair: 'fair', low: 'low' },
    confidenceOf: (word: string, value: number, rule: string) => `${word} (${value.toFixed(2)}), found by the rule “${rule}”`,
    dateBasis: { STATED: 'stated in the text', INFERRED: 'inferred from the forum or document' },
    datePrecision: { DAY: 'to the day', MONTH: 'to the month', YEAR: 'to the year', UNKNOWN: 'no date is known' },
    showInDocument: 'Show in document',
    copy: 'Copy citation',
    copied: 'Citation copied.',
    copyByHand: 'The browser does not allow copying. Here is the citation:',
    unnamed: 'Not named',
    chathamHouse: 'Chatham House rule: speakers are not named',
  },

  about: {
    aliases: 'Also called',
    made: (of: number) => `${statements(of)} made by it`,
    addressed: (of: number) => `${statements(of)} addressed to it`,
    involving: (of: number) => `${statements(of)} involving it`,
    mentions: (of: number) => `${count(of, 'passage', 'passages')} by name`,
    focus: 'Narrow the map to this',
    openTheme: 'Show its commitments',
    relations: (of: number) => count(of, 'relation', 'relations'),
    noRelations: 'No text or table states a relation of it.',
    more: 'Show more relations',
    evidence: 'Where it says so',
    table: (source: string) => `Source named in the table: ${source}`,
    themes: 'About',
    facts: 'Known of it',
  },

  document: {
    back: 'Back to the map',
    marked: (of: number) => `${statements(of)} marked in this text`,
    facts: 'What this sentence says',
    row: 'What this row says',
    rowShown: 'The row is highlighted in the table.',
    factTable: 'A table of facts: every row names its source.',
    chooseMark: 'Click a marked sentence to see what was read in it.',
    by: (names: string) => `by ${names}`,
    missing: 'This document is not in what is loaded.',
    text: 'Text of the document',
    previous: 'Previous statement',
    next: 'Next statement',
    passage: 'The passage is highlighted.',
  },

  states: {
    loading: 'Loading…',
    away: 'The database is away.',
    awayMore: 'Try again in a moment. If it stays away, the atlas has to be started again; nothing loaded is lost.',
    unreachable: 'The atlas does not answer.',
    unreachableMore: 'The server may be starting or stopped, or this computer is offline.',
    failed: 'This could not be shown.',
    retry: 'Try again',
    empty: 'No statement matches.',
    emptyMore: 'Remove a filter to widen the view.',
    emptyUndated: 'Undated statements are never in a range of dates.',
    emptyClear: 'Show everything',
    nothingLoaded: 'Nothing is loaded yet.',
    nothingLoadedMore: 'Load a document with “npm run load -- FILE” and reload this page.',
    addressedInstead: (name: string, of: number) => `${name} makes no statement here, but ${statements(of)} ${of === 1 ? 'is' : 'are'} addressed to it.`,
    showAddressed: 'Show those',
    stale: 'Updating…',
  },

  corpus: (documents: number, of: number) => `${count(documents, 'document', 'documents')} · ${statements(of)}`,
  skip: 'Skip to the map',
} as const;
