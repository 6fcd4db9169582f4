// Texts to measure with: as long and as full of names as those of the genre, put together from the annotated texts of our own by a seed.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const GOLD = join(import.meta.dirname, '../gold');

/** Deterministic numbers from 0 to 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** @param count texts, of some 700 words each, all different; the same for the same seed */
export function benchTexts(count: number, seed = 1): string[] {
  const random = seeded(seed);
  const texts = readdirSync(GOLD).filter((file) => file.endsWith('.txt')).toSorted().map((file) => readFileSync(join(GOLD, file), 'utf8'));
  return Array.from({ length: count }, (_, at) => {
    const [head = '', ...rest] = (texts[at % texts.length] ?? '').split('\n\n');
    const others = (texts[Math.floor(random() * texts.length)] ?? '').split('\n\n').slice(2);
    const mixed = [...rest, ...others.slice(0, 3)].filter(() => random() > 0.1);
    return [`${head} (${at + 1})`, ...mixed].join('\n\n');
  });
}
