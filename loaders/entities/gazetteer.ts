// The names that people know: read from the word lists of a domain, checked, and indexed so that a text can be searched for all of them at once.

import { join, resolve } from 'node:path';
import type { Alias, CommitmentEntry, ForumEntry, ThemeEntry } from '../../schema/domain.ts';
import type { AskWords } from '../../schema/english.ts';
import type { EntityRecord } from '../../schema/extraction.ts';
import { countryId, type ActorId, type CountryId, type EntityId, type ForumId } from '../../schema/ids.ts';
import { DEFAULT_DOMAIN } from '../../schema/settings.ts';
import { countryRecords } from './countries.ts';
import { withYearNames } from './meetingNames.ts';
import { NameIndex, type Reading } from './nameIndex.ts';
import { readNameWords, type NameWords } from './nameWords.ts';
import { formOf } from './tokens.ts';
import { readWordLists, type WordLists } from './wordLists.ts';

/** What the loaders know before they open a document. */
export interface Gazetteer {
  readonly entities: ReadonlyMap<EntityId, EntityRecord>;
  /** Surfaces of everything that has a name; generic groups are not among them. */
  readonly names: NameIndex;
  /** Surfaces of generic groups ("Member States", "recruiters"): actors that are never a mention. */
  readonly groups: NameIndex;
  /** "filipino" → the Philippines: an adjective names no country, but it tells whose government is meant. */
  readonly adjectives: ReadonlyMap<string, CountryId>;
  readonly forums: ReadonlyMap<ForumId, ForumEntry>;
  /** Who took over from whom, and when: predecessor and heir stay two. */
  readonly heirs: ReadonlyMap<ActorId, { readonly actor: ActorId; readonly date: string; readonly source: string }>;
  readonly themes: readonly ThemeEntry[];
  readonly commitments: readonly CommitmentEntry[];
  readonly askWords: AskWords | null;
  /** Of which names are made that no list holds. */
  readonly words: NameWords;
}

const DOMAINS = join(import.meta.dirname, '../../schema/domains');

/** The folder of a domain that comes with the atlas, by its name, or one of your own, by its path; that of women and migration where none is named. */
export const domainFolder = (domain: string = DEFAULT_DOMAIN): string => (/[\\/]/.test(domain) ? resolve(domain) : join(DOMAINS, domain));

interface Named {
  readonly name: string;
  readonly acronym?: string | undefined;
  readonly symbol?: string | undefined;
  readonly aliases: readonly Alias[];
}

function readingsOf(entity: EntityId, { name, acronym, symbol, aliases }: Named): Reading[] {
  const plain = { entity, cues: [], isDefault: false, exact: false };
  const readings: Reading[] = [{ ...plain, alias: name, via: 'name' }];
  if (acronym) readings.push({ ...plain, alias: acronym, via: 'acronym' });
  if (symbol) readings.push({ ...plain, alias: symbol, via: 'symbol' });
  for (const alias of aliases) {
    if (typeof alias === 'string') readings.push({ ...plain, alias, via: 'alias' });
    else readings.push({ entity, alias: alias.text, via: 'alias', cues: alias.cues ?? [], isDefault: alias.default ?? false, exact: alias.exact ?? false });
  }
  // "Committee on Quays (Quay Committee)" in a word list would swallow the two names that a text explains by each other.
  return readings.filter(({ alias, via }) => via === 'name' || !alias.endsWith(')'));
}

const namesOf = (aliases: readonly Alias[]): string[] => aliases.map((alias) => (typeof alias === 'string' ? alias : alias.text));
const given = <K extends string, V>(key: K, value: V | undefined) => (value === undefined ? {} : ({ [key]: value } as Record<K, V>)); // a computed key is typed as string

function records({ actors, countries, instruments, forums, themes }: WordLists): EntityRecord[] {
  return [
    ...actors.map(({ id, kind, name, acronym, aliases }): EntityRecord => ({ type: 'Actor', id, kind, name, aliases: namesOf(aliases), ...given('acronym', acronym) })),
    ...countryRecords(countries),
    ...instruments.map(({ id, kind, name, acronym, symbol, adoptedOn, aliases }): EntityRecord => ({ type: 'Instrument', id, kind, name, aliases: namesOf(aliases), ...given('acronym', acronym), ...given('symbol', symbol), ...given('adoptedOn', adoptedOn) })),
    ...forums.map(({ id, kind, name, acronym, startDate, endDate, place, aliases }): EntityRecord => ({ type: 'Forum', id, kind, name, aliases: namesOf(aliases), ...given('acronym', acronym), ...given('startDate', startDate), ...given('endDate', endDate), ...given('place', place) })),
    ...themes.map(({ id, name, aliases }): EntityRecord => ({ type: 'Theme', id, kind: 'THEME', name, aliases: namesOf(aliases) })),
  ];
}

/**
 * A committee that is called after its treaty ("CEDAW Committee") is often called by the treaty's name alone ("reporting to CEDAW").
 * Such a reading holds only where the words around it speak of a committee: see resolution.ts.
 */
function derivedReadings({ actors, instruments }: WordLists): Reading[] {
  const treaties = new Set(instruments.flatMap(({ acronym, aliases }) => [...(acronym ? [acronym] : []), ...namesOf(aliases)]).filter((name) => /^\p{Lu}{3,}$/u.test(name)));
  return actors
    .filter(({ kind }) => kind === 'TREATY_BODY')
    .flatMap(({ id, aliases }) => namesOf(aliases).flatMap((alias) => {
      const treaty = /^(\p{Lu}{3,}) Committee$/u.exec(alias)?.[1];
      return treaty && treaties.has(treaty) && !namesOf(aliases).includes(treaty) ? [{ entity: id, alias: treaty, via: 'derived' as const, cues: [], isDefault: false, exact: true }] : [];
    }));
}

/** @param given lists as read from a domain's folder */
export function gazetteerOf(given: WordLists): Gazetteer {
  const lists: WordLists = { ...given, forums: withYearNames(given.forums) };
  const names = new NameIndex();
  const groups = new NameIndex(true);
  for (const actor of lists.actors) for (const reading of readingsOf(actor.id, actor)) (actor.kind === 'GROUP' ? groups : names).add(reading);
  for (const named of [...lists.instruments, ...lists.forums]) for (const reading of readingsOf(named.id, named)) names.add(reading);
  for (const reading of derivedReadings(lists)) names.add(reading);
  const all = records(lists);
  const own = new Map(lists.countries.map(({ iso3, aliases }) => [countryId(iso3), aliases]));
  for (const record of all) {
    if (record.type !== 'Country') continue;
    const aliases = own.get(record.id) ?? [];
    for (const reading of readingsOf(record.id, { name: record.name, aliases: [...aliases, ...record.aliases.filter((alias) => !namesOf(aliases).includes(alias))] })) names.add(reading);
  }
  return {
    entities: new Map(all.map((record) => [record.id, record])),
    names,
    groups,
    adjectives: new Map(lists.countries.flatMap(({ iso3, adjectives }) => adjectives.map((adjective) => [formOf(adjective), countryId(iso3)] as const))),
    forums: new Map(lists.forums.map((forum) => [forum.id, forum])),
    heirs: new Map(lists.actors.flatMap(({ id, succeededBy }) => (succeededBy ? [[id, succeededBy] as const] : []))),
    themes: lists.themes,
    commitments: lists.commitments,
    askWords: lists.askWords ?? null,
    words: readNameWords(lists.nameWords),
  };
}

/** @param folder of the domain; women and migration where none is given. @throws Failure with SETUP_REQUIRED, naming file, line, entry and what is wrong. */
export async function loadGazetteer(folder: string = domainFolder()): Promise<Gazetteer> {
  return gazetteerOf(readWordLists(folder));
}
