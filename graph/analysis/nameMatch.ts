// Ranks the candidates of a search as a person expects: the exact acronym first, then whole names, then beginnings, then near misses.

import { foldName, singular } from '../../schema/names.ts';
import { snippetOf } from './snippet.ts';

export interface Named {
  readonly name: string;
  readonly acronym: string | null;
  readonly symbol: string | null;
  readonly aliases: readonly string[];
}

/** How well one name fits, best first. */
const FITS = ['acronym', 'whole name', 'beginning', 'word', 'near miss'] as const;
type Fit = (typeof FITS)[number];
const NEAR_MISS = FITS.indexOf('near miss');

/** As names are compared in a search: one and many are the same. */
const folded = (name: string): string => foldName(name).split(' ').map(singular).join(' ');

function fit(typed: string, name: string, isAcronym: boolean): Fit {
  const [exact, plain] = [foldName(name), folded(name)];
  if (isAcronym && exact === typed) return 'acronym';
  const like = folded(typed);
  if (exact === typed || plain === like) return 'whole name';
  if (exact.startsWith(typed) || plain.startsWith(like)) return 'beginning';
  return ` ${exact}`.includes(` ${typed}`) || ` ${plain}`.includes(` ${like}`) ? 'word' : 'near miss';
}

/** The name of the candidate that fits best what was typed, and how well: 0 (exact acronym) to 4 (near miss). */
export function bestFit(text: string, { name, acronym, symbol, aliases }: Named): { matched: string; rank: number } {
  const typed = foldName(text);
  const short = [acronym, symbol].filter((code) => code !== null);
  const all = [...short.map((code) => ({ code, isAcronym: true })), ...[name, ...aliases].map((code) => ({ code, isAcronym: false }))];
  return all
    .map(({ code, isAcronym }) => {
      const rank = FITS.indexOf(fit(typed, code, isAcronym));
      // Of several near misses the one is meant in which most of the words typed can be recognised.
      return { matched: code, rank, recognised: rank === NEAR_MISS ? snippetOf(code, text).matches.length : 0 };
    })
    .reduce((best, next) => (next.rank < best.rank || (next.rank === best.rank && next.recognised > best.recognised) ? next : best));
}

/** Where something found stands in the order of the results: values that are compared one after the other, lowest first. */
export type FoundPlace = readonly (string | number)[];

export function comparePlaces(a: FoundPlace, b: FoundPlace): number {
  for (const [at, value] of a.entries()) {
    const other = b[at] ?? '';
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}

/**
 * Candidates in the order a person expects, each with its place; ties by statements (most first), then by name, then by id.
 * Among near misses the index's own score goes first: what is spelled most alike is most likely meant.
 */
export function rankByFit<T extends { readonly entity: Named & { readonly id: string }; readonly statements: number; readonly score: number }>(text: string, candidates: readonly T[]): (T & { readonly matched: string; readonly place: FoundPlace })[] {
  return candidates
    .map((candidate) => {
      const { entity, statements, score } = candidate;
      const { matched, rank } = bestFit(text, entity);
      return { ...candidate, matched, place: [rank, rank === NEAR_MISS ? -score : 0, -statements, foldName(entity.name), entity.id] };
    })
    .sort((a, b) => comparePlaces(a.place, b.place));
}
