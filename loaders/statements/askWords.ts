// The words in which asks are made: sets that patterns name together, and base forms that mean one thing. English first, then the domain's.

import type { AskWords } from '../../schema/english.ts';
import { Failure } from '../../schema/failures.ts';
import { english } from './english.ts';

export interface WordsOfAsks {
  /** The cues of a set, or those of a term that is no set. @throws Failure SETUP_REQUIRED for a set that nobody has filled */
  readonly cuesOf: (term: string) => readonly string[];
  /** The one base form that stands for all of its meaning; a form that is in no list stands for itself. */
  readonly standingFor: ReadonlyMap<string, string>;
  /** The words of the longest form in the lists. */
  readonly longest: number;
  readonly empty: ReadonlySet<string>;
}

/** @param domain what it adds; its sets of a name that English has go before those. */
export function wordsOfAsks(domain: AskWords | null): WordsOfAsks {
  const lists = [english().askWords, ...(domain ? [domain] : [])];
  const sets = new Map(lists.flatMap(({ sets: named }) => Object.entries(named)));
  const standingFor = new Map(lists.flatMap(({ same }) => same.flatMap((forms) => forms.map((form) => [form.replaceAll('_', ' '), forms[0]?.replaceAll('_', '-') ?? form] as const))));
  const cuesOf = (term: string): readonly string[] => {
    if (!term.startsWith('$')) return [term];
    const set = sets.get(term.slice(1));
    if (!set) throw new Failure('SETUP_REQUIRED', `A pattern of commitments.yaml uses the set ${term}, which neither schema/english/ask-words.yaml nor ask-words.yaml of the domain has.`);
    return set;
  };
  return { cuesOf, standingFor, longest: Math.max(1, ...[...standingFor.keys()].map((form) => form.split(' ').length)), empty: new Set(lists.flatMap(({ empty }) => empty)) };
}
