// The word lists of every domain hold what their formats say, and nothing in them points at nothing.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Alias } from '../../schema/domain.ts';
import { readWordLists } from '../../loaders/entities/wordLists.ts';
import { dated } from '../../schema/dates.ts';

const DOMAINS = join(import.meta.dirname, '../../schema/domains');
const domains = readdirSync(DOMAINS, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

interface Named {
  readonly name?: string | undefined;
  readonly acronym?: string | undefined;
  readonly aliases: readonly Alias[];
}
interface Surface {
  readonly owner: string;
  readonly text: string;
  /** Whether the entry says when this reading is meant. */
  readonly qualified: boolean;
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();

/** Every name of an entry, each once: a name that is its own alias is no second reading. */
function surfacesOf(owner: string, { name, acronym, aliases }: Named): Surface[] {
  const plain = [name, acronym].filter((text) => text !== undefined).map((text) => ({ owner, text: fold(text), qualified: false }));
  const others = aliases.map((alias) => (typeof alias === 'string' ? { owner, text: fold(alias), qualified: false } : { owner, text: fold(alias.text), qualified: alias.default === true || (alias.cues?.length ?? 0) > 0 }));
  return [...new Map([...plain, ...others].map((surface) => [surface.text, surface])).values()];
}

const read = (domain: string) => readWordLists(join(DOMAINS, domain));

const twice = (values: readonly string[]): string[] => [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];

describe.each(domains)('the word lists of %s', (domain) => {
  const { actors, countries, instruments, forums, themes, commitments } = read(domain);
  const named = [...actors, ...instruments, ...forums];
  const ids = new Set<string>([...named, ...themes, ...commitments].map(({ id }) => id));

  test('give every entry an id of its own', () => {
    expect(twice([...named, ...themes, ...commitments].map(({ id }) => id))).toEqual([]);
    expect(twice(countries.map(({ iso3 }) => iso3))).toEqual([]);
  });

  test('name only themes, instruments, forums, countries and successors that stand in them', () => {
    const wanted = [
      ...commitments.flatMap(({ id, themes: about, setOutIn }) => [...about, ...setOutIn].map((target) => [id, target])),
      ...forums.flatMap(({ id, partOf, country }) => [...(partOf ? [[id, partOf]] : []), ...(country ? [[id, country]] : [])]),
      ...actors.flatMap(({ id, succeededBy }) => (succeededBy ? [[id, succeededBy.actor]] : [])),
    ];
    const known = new Set<string>([...ids, ...countries.map(({ iso3 }) => iso3)]);
    expect(wanted.filter(([, target]) => !known.has(target ?? ''))).toEqual([]);
  });

  test('share a name between two entries only where one of them says when it is meant', () => {
    const surfaces = [...named.flatMap((entry) => surfacesOf(entry.id, entry)), ...countries.flatMap((entry) => surfacesOf(entry.iso3, entry))];
    const shared = [...Map.groupBy(surfaces, ({ text }) => text)].filter(([, readings]) => readings.length > 1 && readings.filter(({ qualified }) => !qualified).length > 1);
    expect(shared.map(([text, readings]) => `${text}: ${readings.map(({ owner }) => owner).join(', ')}`)).toEqual([]);
  });

  test('let at most one of several readings of a name win by default', () => {
    const defaults = named.flatMap(({ id, aliases }) => aliases.filter((alias) => typeof alias !== 'string' && alias.default).map((alias) => `${fold(typeof alias === 'string' ? alias : alias.text)} (${id})`));
    expect(twice(defaults.map((entry) => entry.replace(/ \(.*/, '')))).toEqual([]);
  });

  test('hold real dates, and meetings that do not end before they begin', () => {
    const days = [...instruments.map(({ id, adoptedOn }) => [id, adoptedOn]), ...forums.flatMap(({ id, startDate, endDate }) => [[id, startDate], [id, endDate]]), ...actors.map(({ id, succeededBy }) => [id, succeededBy?.date])];
    expect(days.filter(([, day]) => day !== undefined && dated(day, 'STATED') === null)).toEqual([]);
    expect(forums.filter(({ startDate, endDate }) => startDate && endDate && endDate < startDate.slice(0, endDate.length)).map(({ id }) => id)).toEqual([]);
  });

  test('ask each thing under a title of its own', () => {
    expect(twice(commitments.flatMap(({ title, aliases }) => [title, ...aliases].map(fold)))).toEqual([]);
  });

  test('never recognise an ask by a single word', () => {
    const words = (pattern: string): number => pattern.trim().split(/\s+/).filter((term) => !term.startsWith('!')).reduce((sum, term) => sum + Math.min(...term.split('|').map((choice) => choice.split('_').length)), 0);
    expect(commitments.flatMap(({ id, patterns }) => patterns.filter((pattern) => words(pattern) < 2).map((pattern) => `${id}: ${pattern}`))).toEqual([]);
  });

  test('have themes that are all asked about', () => {
    const asked = new Set(commitments.flatMap(({ themes: about }) => about));
    expect(themes.filter(({ id }) => !asked.has(id)).map(({ id }) => id)).toEqual([]);
  });
});

test('the women and migration lists hold every member state, every ILO convention and every goal with its targets', () => {
  const { countries, instruments } = read('women-and-migration');
  expect(countries).toHaveLength(193 + 2 + 4);
  expect(instruments.filter(({ id }) => /^instrument:ilo-c\d{3}$/.test(id))).toHaveLength(191);
  expect(instruments.filter(({ id }) => /^instrument:sdg-\d+$/.test(id))).toHaveLength(17);
  expect(instruments.filter(({ id }) => id.startsWith('instrument:sdg-target-'))).toHaveLength(169);
});
