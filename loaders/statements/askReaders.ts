// The codebook and the themes of a domain, prepared once for all that is read with its word lists: prose and tables alike.

import type { Gazetteer } from '../entities/gazetteer.ts';
import { readCodebook, type Codebook } from './codebook.ts';
import { themeReader, type ThemeReader } from './themes.ts';

export interface AskReaders {
  readonly codebook: Codebook;
  readonly themesOf: ThemeReader;
}

const prepared = new WeakMap<Gazetteer, AskReaders>();

/** @throws Failure SETUP_REQUIRED for a pattern with an unknown set of words */
export function askReadersOf(gazetteer: Gazetteer): AskReaders {
  const known = prepared.get(gazetteer);
  if (known) return known;
  const readers = { codebook: readCodebook(gazetteer.commitments, gazetteer.askWords), themesOf: themeReader(gazetteer.themes) };
  prepared.set(gazetteer, readers);
  return readers;
}
