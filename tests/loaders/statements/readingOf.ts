// A text as the search for statements is given it: cut by the real stages, with a few names and groups known.
import { normalize } from '../../../loaders/text/normalize.ts';
import { passagesOf } from '../../../loaders/text/passages.ts';
import { readCodebook } from '../../../loaders/statements/codebook.ts';
import { findStatements } from '../../../loaders/statements/findStatements.ts';
import type { Mark } from '../../../loaders/statements/marking.ts';
import type { Circumstances, StatementSources } from '../../../loaders/statements/sources.ts';
import { themeReader } from '../../../loaders/statements/themes.ts';
import { UNDATED } from '../../../schema/dates.ts';
import type { CommitmentEntry, ThemeEntry } from '../../../schema/domain.ts';
import type { EntityRecord, StatementRecord } from '../../../schema/extraction.ts';
import type { DocumentId, EntityId } from '../../../schema/ids.ts';

const actor = (id: `actor:${string}`, name: string, kind: 'NETWORK' | 'UN_ENTITY' | 'PERSON' | 'GROUP' | 'GOVERNMENT_BODY', ...aliases: string[]): EntityRecord => ({ type: 'Actor', id, kind, name, aliases });
const KNOWN: readonly EntityRecord[] = [
  actor('actor:harbour-network', 'Harbour Network', 'NETWORK'),
  actor('actor:quay-office', 'Quay Office', 'UN_ENTITY'),
  actor('actor:port-authority', 'Port Authority', 'GOVERNMENT_BODY'),
  actor('actor:ana-ruiz', 'Ana Ruiz', 'PERSON'),
  actor('actor:states', 'States', 'GROUP', 'Member States', 'governments', 'Governments'),
  actor('actor:employers', 'Employers', 'GROUP', 'employers'),
  actor('actor:dockers', 'Dockers', 'GROUP', 'dockers'),
  { type: 'Forum', id: 'forum:port-summit-2019', kind: 'SUMMIT', name: 'Port Summit', aliases: [], startDate: '2019-05-06' },
  { type: 'Forum', id: 'forum:crew-hearing-2020', kind: 'CONSULTATION', name: 'Crew Hearing', aliases: [], startDate: '2020-02-01' },
  { type: 'Instrument', id: 'instrument:crew-convention', kind: 'TREATY', name: 'Crew Convention', aliases: [] },
];

export const CODEBOOK: readonly CommitmentEntry[] = [
  { id: 'commitment:free-shelters', title: 'Open night shelters to all crews', aliases: ['Shelter for every sailor'], themes: ['theme:shelter'], patterns: ['shelter* crew*|sailor*|seafarer*'], setOutIn: [] },
  { id: 'commitment:ratify-crew-convention', title: 'Ratify the Crew Convention', aliases: [], themes: ['theme:law'], patterns: ['ratif* crew_convention'], setOutIn: [] },
];
const THEMES: readonly ThemeEntry[] = [
  { id: 'theme:shelter', name: 'Shelter', aliases: [], cues: ['shelter*', 'night lodging'] },
  { id: 'theme:law', name: 'Law', aliases: [], cues: ['ratif*', 'convention*'] },
];

export const DOCUMENT: DocumentId = 'doc:0123456789abcdef';

export function sourcesOf(raw: string, circumstances: Partial<Circumstances> = {}, restriction: StatementSources['restriction'] = null): StatementSources {
  const normalized = normalize(raw);
  const { text } = normalized;
  const marks: Mark[] = KNOWN.flatMap((record) =>
    [record.name, ...record.aliases].flatMap((surface) =>
      [...text.matchAll(new RegExp(`\\b${surface}\\b`, 'g'))].map(({ index }): Mark => ({ kind: record.type === 'Forum' ? 'forum' : record.type === 'Instrument' ? 'instrument' : record.kind === 'GROUP' ? 'group' : 'actor', start: index, end: index + surface.length, entity: record.id, surface })),
    ),
  );
  const here: Circumstances = { forum: 'forum:port-summit-2019', self: ['actor:harbour-network'], dated: UNDATED, ...circumstances };
  return {
    document: DOCUMENT, text, passages: passagesOf(DOCUMENT, normalized), marks,
    described: [], held: [{ id: 'forum:crew-hearing-2020', place: 'Gdynia', from: '2020-02-01', to: '2020-02-02' }],
    entities: new Map<EntityId, EntityRecord>(KNOWN.map((record) => [record.id, record])),
    circumstancesAt: () => here, nameOf: (forum) => KNOWN.find(({ id }) => id === forum)?.name ?? forum, participantsOf: (forum) => `actor:${forum.slice('forum:'.length)}-participants`, organizersOf: (forum) => `actor:${forum.slice('forum:'.length)}-organizers`,
    restriction, codebook: readCodebook(CODEBOOK), themesOf: themeReader(THEMES),
  };
}

export const statementsOf = (...of: Parameters<typeof sourcesOf>): StatementRecord[] => findStatements(sourcesOf(...of));
