// Every country of ISO 3166, whether or not a domain says more of it than its name.

import iso from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import type { CountryEntry } from '../../schema/domain.ts';
import type { EntityRecord } from '../../schema/extraction.ts';
import { countryId } from '../../schema/ids.ts';

iso.registerLocale(english);

export type CountryRecord = Extract<EntityRecord, { type: 'Country' }>;

const textOf = (alias: CountryEntry['aliases'][number]): string => (typeof alias === 'string' ? alias : alias.text);

/** The record of each country: the domain's everyday name, else the first English name of ISO 3166; the others are aliases. */
export function countryRecords(entries: readonly CountryEntry[]): CountryRecord[] {
  const told = new Map(entries.map((entry) => [entry.iso3, entry]));
  const records: CountryRecord[] = [];
  for (const [alpha2, names] of Object.entries(iso.getNames('en', { select: 'all' }))) {
    const iso3 = iso.alpha2ToAlpha3(alpha2);
    if (!iso3) continue;
    const entry = told.get(iso3);
    const [official = iso3, ...others] = names;
    const name = entry?.name ?? official;
    const aliases = [...new Set([official, ...others, ...(entry?.aliases ?? []).map(textOf)])].filter((alias) => alias !== name);
    records.push({ type: 'Country', id: countryId(iso3), kind: 'STATE', name, aliases, iso3, ...(entry ? { region: entry.region, subregion: entry.subregion } : {}) });
  }
  return records;
}
