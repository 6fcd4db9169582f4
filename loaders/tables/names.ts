// Which entities the names in a cell mean: an id, an ISO code, a name of the word lists, or a name that is new.
// Names are compared as everywhere (schema/names.ts); "Philippines (the)" and "The Philippines" are the Philippines.

import type { EntityRecord } from '../../schema/extraction.ts';
import { countryId, entityId, isEntityId, nodeTypeOf, slug, type ActorId, type ActorRef, type CountryId, type EntityId, type ForumId, type InstrumentId, type ThemeId } from '../../schema/ids.ts';
import { foldName } from '../../schema/names.ts';
import { ACTOR_KINDS, FORUM_KINDS, INSTRUMENT_KINDS, valuesOf } from '../../schema/vocabulary.ts';
import type { Gazetteer } from '../entities/gazetteer.ts';
import { kindByHead } from '../entities/headNouns.ts';
import type { NameWords } from '../entities/nameWords.ts';
import { readTokens } from '../entities/tokens.ts';
import type { NamesMapping } from './mapping.ts';
import type { Row } from './row.ts';

/** What a field may name. A country is an actor too. */
export type Sought = 'Actor' | 'Country' | 'Instrument' | 'Forum' | 'Theme';
interface IdOf {
  readonly Actor: ActorRef;
  readonly Country: CountryId;
  readonly Instrument: InstrumentId;
  readonly Forum: ForumId;
  readonly Theme: ThemeId;
}
const SAID_OF: Readonly<Record<Sought, string>> = { Actor: 'an actor or country, such as actor:un-women or country:PHL', Country: 'a country, such as country:PHL', Instrument: 'an instrument, such as instrument:cedaw', Forum: 'a forum, such as forum:gfmd', Theme: 'a theme, such as theme:detention' };

const isSought = (type: string | null, sought: Sought): boolean => type === sought || (sought === 'Actor' && type === 'Country');

const formsOf = (name: string): string[] => {
  const form = foldName(name);
  return [...new Set([form, form.replace(/^the | the$/g, '')])];
};

interface Bearer {
  readonly record: EntityRecord;
  /** 0: its name, 1: acronym or symbol, 2: another name. */
  readonly rank: number;
}

/** The word lists by name. */
export class KnownNames {
  private readonly bearers = new Map<string, Bearer[]>();
  readonly entities: ReadonlyMap<EntityId, EntityRecord>;
  /** Of which names are made that no list holds. */
  readonly words: NameWords;

  constructor({ entities, words }: Pick<Gazetteer, 'entities' | 'words'>) {
    this.entities = entities;
    this.words = words;
    for (const record of entities.values()) {
      const symbol = record.type === 'Instrument' ? record.symbol : undefined;
      for (const [rank, names] of [[record.name], [record.acronym, symbol], record.aliases].entries()) for (const name of names) for (const form of name === undefined ? [] : formsOf(name)) this.bearers.set(form, [...(this.bearers.get(form) ?? []), { record, rank }]);
    }
  }

  /** Those of a type that bear a name, as their own name before as an acronym before as another name; several where it is a homonym. */
  bearing(name: string, sought: Sought): EntityRecord[] {
    const found = formsOf(name).map((form) => (this.bearers.get(form) ?? []).filter(({ record }) => isSought(record.type, sought))).find((bearers) => bearers.length > 0) ?? [];
    const rank = Math.min(...found.map((bearer) => bearer.rank));
    return [...new Set(found.filter((bearer) => bearer.rank === rank).map(({ record }) => record))];
  }
}

/** The short form that treaty tables use: "CEDAW", "OP-CEDAW", "ILO-C189", "Palermo-Trafficking". */
const instrumentIds = (code: string): string[] => {
  const short = slug(code);
  return [short, `${short.replace(/^op-/, '')}-op`, `${short}-protocol`, `${short}-convention`].map((form) => `instrument:${form}`);
};

/** Reads the names of one document's rows, row by row. */
export class NameReader {
  /** What all good rows have named, in the order of the rows. */
  readonly kept = new Map<EntityId, EntityRecord>();
  /** What the row at hand has named so far. */
  private readonly entities = new Map<EntityId, EntityRecord>();
  private readonly known: KnownNames;
  private readonly described: Map<EntityId, EntityRecord>;

  /** @param described what the table itself has told of an id until here: the first row that names somebody decides on name and kind. Grows. */
  constructor(known: KnownNames, described: Map<EntityId, EntityRecord>) {
    this.known = known;
    this.described = described;
  }

  /** A new row: what a bad row before it has named is forgotten. */
  begin(): void {
    this.entities.clear();
  }

  /** The row is a good one: what it has named stays. */
  keep(): void {
    for (const [id, record] of this.entities) {
      if (!this.kept.has(id)) this.kept.set(id, record);
      if (!this.known.entities.has(id) && !this.described.has(id)) this.described.set(id, record);
    }
  }

  /** What the row has named under an id. */
  named(id: EntityId): EntityRecord | undefined {
    return this.entities.get(id);
  }

  /** What the word lists know of an id. */
  knownRecord(id: EntityId): EntityRecord | undefined {
    return this.known.entities.get(id);
  }

  add<Id extends EntityId>(record: EntityRecord & { readonly id: Id }): Id {
    if (!this.entities.has(record.id)) this.entities.set(record.id, record);
    return record.id;
  }

  /** Whoever a field names, each once, in the order of the cell; [] where it is empty or not mapped. */
  all<T extends Sought>(row: Row, cell: NamesMapping | undefined, sought: T): IdOf[T][] {
    const written = cell ? row.optional(cell) : '';
    if (!cell || written === '') return [];
    const names = cell.separator === undefined ? [written] : written.split(cell.separator).map((name) => name.trim()).filter((name) => name !== '');
    return [...new Set(names.map((name) => this.one(row, cell, cell.as ? row.filled(cell.as, name) : name, sought)))];
  }

  /** As `all`, of a field that must name somebody. */
  some<T extends Sought>(row: Row, cell: NamesMapping, sought: T): IdOf[T][] {
    const written = row.required(cell);
    const named = this.all(row, cell, sought);
    return named.length > 0 ? named : row.fail(`"${written}" in the column "${cell.column}" names nobody`);
  }

  private one<T extends Sought>(row: Row, cell: NamesMapping, written: string, sought: T): IdOf[T] {
    const within = cell.column === undefined ? '' : ` in the column "${cell.column}"`;
    if (cell.is === 'iso3' && !/^[A-Z]{3}$/.test(written)) row.fail(`"${written}"${within} is no ISO 3166 code of three capital letters`);
    const id = cell.is === 'iso3' ? countryId(written) : isEntityId(written) && isSought(nodeTypeOf(written), sought) ? written : null;
    if (id === null && cell.is === 'id') row.fail(`"${written}"${within} is no id of ${SAID_OF[sought]}`);
    const meant = id === null ? this.byName(row, cell, written, sought) : this.byId(row, cell, id);
    return this.add(this.described.get(meant.id) ?? meant) as IdOf[T]; // both look for this type alone
  }

  private byId(row: Row, cell: NamesMapping, id: EntityId): EntityRecord {
    const name = row.maybe(cell.name);
    return this.known.entities.get(id) ?? this.described.get(id) ?? this.entities.get(id) ?? (name === '' ? row.fail(`${id} is not known and the row gives it no name; add it to the word lists, or a name to the row`) : this.newRecord(row, cell, id, name));
  }

  private byName(row: Row, cell: NamesMapping, name: string, sought: Sought): EntityRecord {
    const [found, ...others] = this.known.bearing(name, sought);
    if (found && others.length > 0) row.fail(`"${name}" may be ${[found, ...others].map(({ id }) => id).join(' or ')}; write the id, or say in the mapping which one is meant: values: { "${name}": ${found.id} }`);
    const coded = found ?? this.byCode(name, sought);
    if (coded) return coded;
    if (cell.unknown === 'refuse' || sought === 'Country') row.fail(`the ${sought.toLowerCase()} "${name}" is not known; write its id, or add it to the word list of ${sought === 'Country' ? 'countries' : `${sought.toLowerCase()}s`}`);
    const id = entityId(sought, name);
    return this.known.entities.get(id) ?? this.described.get(id) ?? this.entities.get(id) ?? this.newRecord(row, cell, id, name);
  }

  /** An ISO code of a country, the short form of an instrument. */
  private byCode(code: string, sought: Sought): EntityRecord | undefined {
    if (sought === 'Instrument') return instrumentIds(code).flatMap((id) => this.known.entities.get(id as InstrumentId) ?? [])[0]; // every form is built with the prefix of an instrument
    return (sought === 'Actor' || sought === 'Country') && /^[A-Z]{3}$/.test(code) ? this.known.entities.get(countryId(code)) : undefined;
  }

  /** A record for what no word list holds; its kind as the mapping says, else as the last word of the name shows. */
  private newRecord(row: Row, cell: NamesMapping, id: EntityId, name: string): EntityRecord {
    const guess = kindByHead(readTokens(name).map(({ form }) => form), this.known.words);
    const named = { name, aliases: [] };
    const given = row.maybe(cell.kind) !== '' && cell.kind ? cell.kind : null;
    switch (nodeTypeOf(id)) {
      case 'Country':
        return { type: 'Country', id: id as CountryId, kind: 'STATE', iso3: id.slice('country:'.length), ...named };
      case 'Instrument':
        return { type: 'Instrument', id: id as InstrumentId, kind: given ? row.oneOf(given, valuesOf(INSTRUMENT_KINDS)) : guess?.type === 'Instrument' ? guess.kind : 'GUIDE', ...named };
      case 'Forum':
        return { type: 'Forum', id: id as ForumId, kind: given ? row.oneOf(given, valuesOf(FORUM_KINDS)) : guess?.type === 'Forum' ? guess.kind : 'CONFERENCE', ...named };
      case 'Theme':
        return { type: 'Theme', id: id as ThemeId, kind: 'THEME', ...named };
      default: // isSought lets no other type come here; the prefix is the type in each of these
        return { type: 'Actor', id: id as ActorId, kind: given ? row.oneOf(given, valuesOf(ACTOR_KINDS)) : guess?.type === 'Actor' ? guess.kind : 'CIVIL_SOCIETY', ...named };
    }
  }
}
