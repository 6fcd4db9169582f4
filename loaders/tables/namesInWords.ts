// The names of the word lists in the words of a row. A row is read by itself: a homonym is decided by what stands beside it.

import type { EntityRecord, Mention } from '../../schema/extraction.ts';
import type { EntityId } from '../../schema/ids.ts';
import { withoutOverlaps } from '../entities/candidate.ts';
import type { Gazetteer } from '../entities/gazetteer.ts';
import { knownNames } from '../entities/mentions.ts';
import { numberedInstruments } from '../entities/numberedInstruments.ts';
import { latestYear } from '../entities/readEntities.ts';
import { resolve } from '../entities/resolution.ts';
import { readTokens } from '../entities/tokens.ts';

export interface NamesInWords {
  /** In the order of the text, not overlapping; offsets into it. */
  readonly mentions: readonly Mention[];
  /** Instruments that are named by their number and stand in no word list. */
  readonly introduced: readonly EntityRecord[];
}

export function namesInWords(text: string, gazetteer: Gazetteer): NamesInWords {
  const candidates = withoutOverlaps([...knownNames(text, readTokens(text), [], gazetteer), ...numberedInstruments(text, gazetteer)]);
  const company = new Set(candidates.flatMap(({ means }): EntityId[] => {
    const entities = 'record' in means ? [means.record.id] : [...new Set(means.readings.filter(({ via }) => via !== 'derived').map(({ entity }) => entity))];
    return entities.length === 1 ? entities : [];
  }));
  const evidence = { text, around: () => text, expansions: new Map(), company, hints: new Map(), year: latestYear(text), entities: gazetteer.entities };
  const introduced: EntityRecord[] = [];
  const mentions = candidates.flatMap(({ start, end, means, rule, score }): Mention[] => {
    if ('record' in means) introduced.push(means.record);
    const found = 'record' in means ? { entity: means.record.id, rule, score } : resolve(start, end, means.readings, evidence);
    return found ? [{ start, end, surface: text.slice(start, end), ...found }] : [];
  });
  return { mentions, introduced };
}
