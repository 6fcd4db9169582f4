// Meetings are written in many ways that follow from name, place and year: "GFMD 2015", "Civil Society Days, Istanbul 2015".
// A word list gives one of them; the others are made here, so that people need not write them out.

import type { ForumEntry } from '../../schema/domain.ts';
import { foldName } from '../../schema/names.ts';

const MONTH = String.raw`(?:\d{1,2}(?:\s?[-–]\s?\d{1,2})?\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\s`;

/** "Harbour Days, Lima, October 2015" without its place and date: "Harbour Days". */
function stemOf(name: string, place: string | undefined, year: string): string {
  const dated = name.replace(new RegExp(String.raw`,?\s(?:${MONTH})?${year}$`), '');
  return place && dated.endsWith(place) ? dated.slice(0, -place.length).replace(/[\s,]+$/, '') : dated;
}

function namesOf({ name, acronym, startDate, place, partOf }: ForumEntry, forums: ReadonlyMap<string, ForumEntry>): string[] {
  const year = startDate?.slice(0, 4);
  if (!year) return [];
  const series = partOf ? forums.get(partOf) : undefined;
  const stem = stemOf(name, place, year);
  const stems = [stem, acronym, ...(series && !series.startDate ? [series.name, series.acronym] : [])].filter((one) => one !== undefined && one !== '');
  return stems.flatMap((one) => [`${one} ${year}`, ...(place ? [`${one} ${place} ${year}`, `${one}, ${place} ${year}`, `${one}, ${place}, ${year}`, `${one} in ${place} in ${year}`] : [])]);
}

/** The forums with the names that follow from place and year, where such a name can mean one of them only. */
export function withYearNames(forums: readonly ForumEntry[]): ForumEntry[] {
  const byId = new Map<string, ForumEntry>(forums.map((forum) => [forum.id, forum]));
  const made = forums.map((forum) => namesOf(forum, byId));
  const owners = new Map<string, Set<string>>();
  const own = (name: string, id: string) => owners.set(foldName(name), (owners.get(foldName(name)) ?? new Set()).add(id));
  for (const [at, { id, name, acronym, aliases }] of forums.entries()) for (const one of [name, ...(acronym ? [acronym] : []), ...aliases.map((alias) => (typeof alias === 'string' ? alias : alias.text)), ...(made[at] ?? [])]) own(one, id);
  return forums.map((forum, at) => {
    const known = new Set([forum.name, ...forum.aliases.map((alias) => (typeof alias === 'string' ? alias : alias.text))]);
    const fresh = new Set((made[at] ?? []).filter((name) => owners.get(foldName(name))?.size === 1 && !known.has(name)));
    return { ...forum, aliases: [...forum.aliases, ...fresh] };
  });
}
