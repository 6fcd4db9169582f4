// Ranks the candidates of a search as a person expects: the exact acronym first, then whole names, then beginnings, then near misses.

import { foldName } from '../../schema/names.ts';

export interface Named {
  readonly name: string;
  readonly acronym: string | null;
  readonly symbol: string | null;
  readonly aliases: readonly string[];
}

/** How well one name fits, best first. */
const FITS = ['acronym', 'whole name', 'beginning', 'word', 'near miss'] as const;
type Fit = (typeof FITS)[number];

function fit(typed: string, name: string, isAcronym: boolean): Fit {
  const folded = foldName(name);
  if (folded === typed) return isAcronym ? 'acronym' : 'whole name';
  if (folded.startsWith(typed)) return 'beginning';
  return ` ${folded}`.includes(` ${typed}`) ? 'word' : 'near miss';
}

/** The name of the candidate that fits best what was typed, and how well: 0 (exact acronym) to 4 (near miss). */
export function bestFit(text: string, { name, acronym, symbol, aliases }: Named): { matched: string; rank: number } {
  const typed = foldName(text);
  const short = [acronym, symbol].filter((code) => code !== null);
  const all = [...short.map((code) => ({ code, isAcronym: true })), ...[name, ...aliases].map((code) => ({ code, isAcronym: false }))];
  return all
    .map(({ code, isAcronym }) => ({ matched: code, rank: FITS.indexOf(fit(typed, code, isAcronym)) }))
    .reduce((best, next) => (next.rank < best.rank ? next : best));
}

const NEAR_MISS = FITS.indexOf('near miss');

/**
 * Candidates in the order a person expects; ties by statements (most first), then by name, then by id.
 * Among near misses the index's own score goes first: what is spelled most alike is most likely meant.
 */
export function rankByFit<T extends { readonly entity: Named & { readonly id: string }; readonly statements: number; readonly score: number }>(text: string, candidates: readonly T[]): (T & { readonly matched: string })[] {
  return candidates
    .map((candidate) => ({ ...candidate, ...bestFit(text, candidate.entity) }))
    .sort((a, b) => a.rank - b.rank || (a.rank === NEAR_MISS ? b.score - a.score : 0) || b.statements - a.statements || a.entity.name.localeCompare(b.entity.name, 'en') || (a.entity.id < b.entity.id ? -1 : 1));
}
