// A few entries of word lists, and a text read with them, for tests.

import { gazetteerOf } from '../../../loaders/entities/gazetteer.ts';
import { readEntities } from '../../../loaders/entities/readEntities.ts';
import type { WordLists } from '../../../loaders/entities/wordLists.ts';
import { normalize } from '../../../loaders/text/normalize.ts';
import { passagesOf } from '../../../loaders/text/passages.ts';
import { readDocumentFacts, settleOwnForum } from '../../../loaders/documentFacts.ts';
import { readRelations } from '../../../loaders/relations/readRelations.ts';

const plain = { aliases: [] };

export const LISTS: WordLists = {
  actors: [
    { id: 'actor:united-nations', kind: 'UN_ENTITY', name: 'United Nations', aliases: [{ text: 'UN', exact: true }] },
    { id: 'actor:ilo', kind: 'UN_ENTITY', name: 'International Labour Organization', acronym: 'ILO', ...plain },
    { id: 'actor:unicef', kind: 'UN_ENTITY', name: "United Nations Children's Fund", acronym: 'UNICEF', ...plain },
    { id: 'actor:un-women', kind: 'UN_ENTITY', name: 'UN Women', ...plain },
    { id: 'actor:unifem', kind: 'UN_ENTITY', name: 'United Nations Development Fund for Women', acronym: 'UNIFEM', aliases: [], succeededBy: { actor: 'actor:un-women', date: '2010-07', source: 'A/RES/64/289' } },
    { id: 'actor:who', kind: 'UN_ENTITY', name: 'World Health Organization', aliases: [{ text: 'WHO', exact: true }] },
    { id: 'actor:cedaw-committee', kind: 'TREATY_BODY', name: 'Committee on the Elimination of Discrimination against Women', aliases: ['CEDAW Committee'] },
    { id: 'actor:global-coalition-on-migration', kind: 'NETWORK', name: 'Global Coalition on Migration', aliases: [{ text: 'GCM', cues: ['Global Coalition on Migration'], exact: true }] },
    { id: 'actor:states', kind: 'GROUP', name: 'States', aliases: ['Member States', 'governments'] },
  ],
  countries: [
    { iso3: 'PHL', name: 'Philippines', region: 'Asia', subregion: 'South-eastern Asia', aliases: [], adjectives: ['Filipino', 'Philippine'] },
    { iso3: 'NOR', region: 'Europe', subregion: 'Northern Europe', aliases: [], adjectives: ['Norwegian'] },
    { iso3: 'JOR', region: 'Asia', subregion: 'Western Asia', aliases: [], adjectives: ['Jordanian'] },
  ],
  instruments: [
    { id: 'instrument:cedaw', kind: 'TREATY', name: 'Convention on the Elimination of All Forms of Discrimination against Women', acronym: 'CEDAW', aliases: [], adoptedOn: '1979-12-18' },
    { id: 'instrument:gcm', kind: 'COMPACT', name: 'Global Compact for Safe, Orderly and Regular Migration', aliases: ['Global Compact for Migration', { text: 'GCM', default: true, exact: true }, { text: 'Global Compact', default: true }], adoptedOn: '2018-12-19' },
    { id: 'instrument:un-global-compact', kind: 'CODE_OF_CONDUCT', name: 'UN Global Compact', aliases: [{ text: 'Global Compact', cues: ['corporate', 'supply chain'] }], adoptedOn: '2000-07-26' },
    { id: 'instrument:ilo-c097', kind: 'ILO_CONVENTION', name: 'Migration for Employment Convention', symbol: 'C97', aliases: ['ILO Convention 97'] },
    { id: 'instrument:ilo-c143', kind: 'ILO_CONVENTION', name: 'Migrant Workers Convention, 1975', symbol: 'C143', aliases: ['ILO Convention 143'] },
    { id: 'instrument:ilo-c189', kind: 'ILO_CONVENTION', name: 'Domestic Workers Convention', symbol: 'C189', aliases: ['ILO Convention 189'] },
    { id: 'instrument:agenda-2030', kind: 'AGENDA', name: '2030 Agenda for Sustainable Development', aliases: ['2030 Agenda'] },
    { id: 'instrument:sdg-target-8-7', kind: 'AGENDA', name: 'SDG target 8.7', symbol: 'Target 8.7', ...plain },
    { id: 'instrument:sdg-target-8-8', kind: 'AGENDA', name: 'SDG target 8.8', symbol: 'Target 8.8', ...plain },
  ],
  forums: [
    { id: 'forum:gfmd', kind: 'CONFERENCE', name: 'Global Forum on Migration and Development', acronym: 'GFMD', ...plain },
    { id: 'forum:gfmd-2008-manila', kind: 'CONFERENCE', name: 'GFMD Manila 2008', aliases: [], startDate: '2008-10-27', endDate: '2008-10-30', place: 'Manila', country: 'PHL', partOf: 'forum:gfmd' },
    { id: 'forum:gfmd-2015-istanbul', kind: 'CONFERENCE', name: 'GFMD Istanbul 2015', aliases: ['8th GFMD'], startDate: '2015-10-14', endDate: '2015-10-16', place: 'Istanbul', country: 'TUR', partOf: 'forum:gfmd' },
    { id: 'forum:gfmd-2016-dhaka', kind: 'CONFERENCE', name: 'GFMD Dhaka 2016', aliases: ['9th GFMD'], startDate: '2016-12-10', endDate: '2016-12-12', place: 'Dhaka', country: 'BGD', partOf: 'forum:gfmd' },
    { id: 'forum:upr', kind: 'REVIEW', name: 'Universal Periodic Review', aliases: [{ text: 'UPR', exact: true }] },
  ],
  themes: [{ id: 'theme:detention', name: 'Detention', aliases: [], cues: ['detention'] }],
  commitments: [],
  nameWords: [{
    generic: ['dock'], topics: ['dock'], qualified: [], notPersons: [], notBodies: [],
    numbered: [
      { pattern: String.raw`(?:ILO )?Conventions? (?=(?:No|C?\d))«numbers»`, name: 'ILO Convention #' },
      { pattern: '[Tt]argets? «numbers»', name: 'Target #', dotted: true, company: '2030 Agenda' },
    ],
  }],
};

export const GAZETTEER = gazetteerOf(LISTS);

/** What a text in Markdown or plain words says, read with these lists. */
export function read(raw: string) {
  const normalized = normalize(raw);
  const passages = passagesOf('doc:0123456789abcdef', normalized);
  const { text } = normalized;
  const found = readEntities(text, passages, GAZETTEER);
  const facts = readDocumentFacts({ text, passages, metadata: {}, uri: 'harbour.txt' }, found, GAZETTEER);
  const reading = settleOwnForum(found, facts, GAZETTEER);
  return { text, passages, reading, facts, relations: readRelations(passages, reading, facts, GAZETTEER) };
}

/** "surface → entity" of every mention, in order. */
export const mentionsOf = (raw: string): string[] => read(raw).reading.mentions.map(({ surface, entity }) => `${surface} → ${entity}`);
/** "TYPE from to" of every relation, with its role or status. */
export const relationsOf = (raw: string): string[] => read(raw).relations.map(({ type, from, to, properties }) => [type, from, to, properties['role'] ?? properties['status']].filter(Boolean).join(' '));
