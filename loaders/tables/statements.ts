// Rows that say something each: the words of the row are the quotation; the line below them tells who said it to whom, where and when.

import type { EntityRecord, Extraction, Mention, StatementRecord } from '../../schema/extraction.ts';
import { dated, type DatedFields } from '../../schema/dates.ts';
import type { CommitmentEntry } from '../../schema/domain.ts';
import { entityId, nodeTypeOf, passageId, statementId, type ActorRef, type DocumentId, type EntityId, type ForumId, type InstrumentId, type PassageId, type ThemeId } from '../../schema/ids.ts';
import { ACTS, STANCES, VOICES, valuesOf, type Act, type Stance, type Voice } from '../../schema/vocabulary.ts';
import type { Codebook } from '../statements/codebook.ts';
import { commitmentFor, newAsk, type Commitment } from '../statements/commitments.ts';
import type { ThemeReader } from '../statements/themes.ts';
import { cutTitle } from '../statements/titleCuts.ts';
import { titleOfItem } from '../statements/titles.ts';
import { ACT_OF_ROW, columnsOf, type StatementMapping } from './mapping.ts';
import type { NameReader } from './names.ts';
import type { NamesInWords } from './namesInWords.ts';
import type { Row } from './row.ts';

/** A row that could be read: all that its cells say, before its words are understood. */
export interface RowOfWords {
  readonly words: string;
  readonly actors: readonly ActorRef[];
  readonly addressees: readonly ActorRef[];
  readonly forum: ForumId | null;
  readonly when: DatedFields;
  readonly act: Act;
  readonly stance: Stance;
  readonly voice: Voice;
  readonly instruments: readonly InstrumentId[];
  readonly themes: readonly ThemeId[];
  /** An id of the codebook or a title; '' where the table gives none. */
  readonly commitment: string;
  readonly response: Act | null;
  /** The other cells with their headings. */
  readonly about: string;
}

/** What understands the words of a row. */
export interface WordReaders {
  readonly codebook: Codebook;
  readonly themesOf: ThemeReader;
  /** The names of the word lists in a text; offsets into it. */
  readonly namesIn: (text: string) => NamesInWords;
  readonly entities: ReadonlyMap<EntityId, EntityRecord>;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const shownBelow = new WeakMap<StatementMapping, readonly string[]>();
/** The columns that are shown below the words; the same for all the rows. */
function aboutColumns(mapping: StatementMapping): readonly string[] {
  const known = shownBelow.get(mapping);
  if (known) return known;
  const columns = [...new Set(columnsOf(mapping).map(({ column }) => column))].filter((column) => column !== mapping.text.column);
  shownBelow.set(mapping, columns);
  return columns;
}

/** @throws Failure naming the row and what is wrong with it */
export function rowOfWords(row: Row, mapping: StatementMapping, names: NameReader, codebook: Codebook): RowOfWords {
  const words = oneLine(row.required(mapping.text));
  const [forum, ...others] = names.all(row, mapping.forum, 'Forum');
  if (others.length > 0) row.fail(`the cell names ${others.length + 1} forums; a statement is made in one`);
  if (mapping.partOf) names.all(row, { value: mapping.partOf, optional: false, is: 'id', unknown: 'refuse' }, 'Forum');
  const act = mapping.act ? row.oneOf(mapping.act, valuesOf(ACTS)) : ACT_OF_ROW[mapping.row === 'pledge' ? 'pledge' : 'recommendation'];
  const commitment = row.maybe(mapping.commitment);
  if (nodeTypeOf(commitment) === 'Commitment' && !askCalled(commitment, codebook)) row.fail(`the codebook has no ask ${commitment}; write its title, or add it to the codebook`);
  const addressees = names.all(row, mapping.addressee, 'Actor');
  const when = row.date(mapping.date);
  const record = forum ? names.named(forum) : undefined;
  const inferred = when.date === null && record?.type === 'Forum' && record.startDate ? dated(record.startDate, 'INFERRED') : null;
  return {
    words,
    actors: names.some(row, mapping.actor, 'Actor'),
    addressees,
    forum: forum ?? null,
    when: inferred ?? when,
    act,
    stance: row.maybe(mapping.stance) !== '' && mapping.stance ? row.oneOf(mapping.stance, valuesOf(STANCES)) : act === 'CRITICIZES' ? 'OPPOSES' : 'SUPPORTS',
    voice: row.maybe(mapping.voice) !== '' && mapping.voice ? row.oneOf(mapping.voice, valuesOf(VOICES)) : 'OWN',
    instruments: names.all(row, mapping.instrument, 'Instrument'),
    themes: names.all(row, mapping.theme, 'Theme'),
    commitment,
    response: row.maybe(mapping.response) !== '' && mapping.response && addressees.length > 0 ? row.oneOf(mapping.response, valuesOf(ACTS)) : null,
    about: row.shown(aboutColumns(mapping)).map(({ heading, cell }) => `${heading}: ${oneLine(cell)}`).join(' · '),
  };
}

/** The codebook's ask of this id or title. */
const askCalled = (commitment: string, { asks }: Codebook): CommitmentEntry | undefined => asks.find(({ entry }) => entry.id === commitment || entry.title === commitment)?.entry;

/** What the words ask. Depends on them and on the codebook alone, as in prose. */
function askOf({ words, commitment }: RowOfWords, { codebook }: WordReaders, isEnglish: boolean): Commitment {
  if (commitment !== '') {
    const coded = askCalled(commitment, codebook);
    if (coded) return { id: coded.id, title: coded.title, themes: coded.themes, known: true };
    return isEnglish ? newAsk(codebook, commitment) : { id: entityId('Commitment', commitment), title: commitment, themes: [], known: false };
  }
  if (isEnglish) return commitmentFor(codebook, [words], titleOfItem(words) || cutTitle(words) || words.slice(0, 80));
  const title = cutTitle(words) || words.slice(0, 80);
  return { id: entityId('Commitment', title), title, themes: [], known: false };
}

/** The confidence of what a table states: somebody has entered it. */
const ENTERED = 1;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly passages: PassageId[];
}

function statementsOf(row: RowOfWords, { start, end, passages }: Place, mentioned: readonly EntityId[], ask: Commitment, themes: readonly ThemeId[]): Omit<StatementRecord, 'id'>[] {
  const cited = mentioned.filter((entity): entity is InstrumentId => entity.startsWith('instrument:'));
  const against = (stance: Stance) => (stance === 'OPPOSES' ? 'AGAINST' : 'FOR');
  const shared = { start, end, quote: row.words, commitment: ask.id, title: ask.title, forum: row.forum, instruments: [...new Set([...row.instruments, ...cited])], themes: [...themes], ...row.when, confidence: ENTERED, passages };
  const said: Omit<StatementRecord, 'id'> = { ...shared, actors: [...row.actors], act: row.act, stance: row.stance, position: against(row.stance), voice: row.voice, addressees: row.addressees.filter((actor) => !row.actors.includes(actor)), rule: 'table-row' };
  if (row.response === null) return [said];
  const stance = row.response === 'CRITICIZES' ? 'OPPOSES' : 'SUPPORTS';
  return [said, { ...shared, actors: [...row.addressees], act: row.response, stance, position: against(stance), voice: row.voice, addressees: [], rule: 'table-response' }];
}

type Pages = Pick<Extraction, 'passages' | 'mentions' | 'statements' | 'relations'> & { readonly text: string; readonly entities: readonly EntityRecord[] };

/** Text, passages, mentions and statements of a document: below its title each row in two lines, its words and what is said about them. */
export function statementPages(id: DocumentId, title: string, rows: readonly RowOfWords[], mapping: StatementMapping, readers: WordReaders): Pages {
  let text = title;
  const passages: Extraction['passages'] = [{ id: passageId(id, 0, title.length), start: 0, end: title.length, text: title, page: null, section: null, role: 'TITLE' }];
  const mentions: Mention[] = [];
  const statements: StatementRecord[] = [];
  const named = new Set<EntityId>();
  const introduced: EntityRecord[] = [];
  const passage = (words: string, gap: string): { id: PassageId; start: number; end: number } => {
    const start = text.length + gap.length;
    text += `${gap}${words}`;
    passages.push({ id: passageId(id, start, text.length), start, end: text.length, text: words, page: null, section: null, role: 'CELL' });
    return { id: passageId(id, start, text.length), start, end: text.length };
  };
  for (const row of rows) {
    const said = passage(row.words, '\n\n');
    const about = row.about === '' ? null : passage(row.about, '\n');
    const names = readers.namesIn(row.words);
    introduced.push(...names.introduced);
    const found = names.mentions.map((mention) => ({ ...mention, start: said.start + mention.start, end: said.start + mention.end }));
    mentions.push(...found);
    const ask = askOf(row, readers, mapping.language === 'en');
    const given = [...new Set([...ask.themes, ...row.themes])];
    const themes = given.length > 0 || mapping.language !== 'en' ? given : readers.themesOf(row.words);
    for (const entity of [...found.map(({ entity: mentioned }) => mentioned), ...themes]) named.add(entity);
    const made = statementsOf(row, { start: said.start, end: said.end, passages: about ? [said.id, about.id] : [said.id] }, found.map(({ entity }) => entity), ask, themes);
    const ordinals = new Map<Act, number>();
    for (const statement of made) {
      const ordinal = (ordinals.get(statement.act) ?? 0) + 1;
      ordinals.set(statement.act, ordinal);
      statements.push({ id: statementId(id, statement.start, statement.end, statement.act, ordinal), ...statement });
    }
  }
  return { text, passages, mentions, statements, relations: meetingsOf(rows, mapping, passages), entities: [...introduced, ...[...named].flatMap((entity) => readers.entities.get(entity) ?? [])] };
}

/** Each forum of the rows is a meeting of the standing one; the first row that names it says so. */
function meetingsOf(rows: readonly RowOfWords[], { partOf }: StatementMapping, passages: Extraction['passages']): Extraction['relations'] {
  if (!partOf) return [];
  const lines = passages.filter(({ role }) => role === 'CELL');
  const seen = new Set<ForumId>([partOf]);
  let at = 0;
  return rows.flatMap(({ forum, about }) => {
    const line = lines[at + (about === '' ? 0 : 1)];
    at += about === '' ? 1 : 2;
    if (!forum || seen.has(forum) || !line) return [];
    seen.add(forum);
    return [{ type: 'PART_OF' as const, from: forum, to: partOf, properties: {}, start: line.start, end: line.end, passages: [line.id] }];
  });
}
