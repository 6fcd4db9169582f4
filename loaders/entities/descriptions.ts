// Names and descriptions: "GCM negotiations" names the compact and describes the occasion; what is described takes part
// in statements and relations, but only the name is a mention.

import type { Candidate } from './candidate.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Token } from './tokens.ts';

const NUMBERED = /\b(?:\d+(?:st|nd|rd|th)?|\w+(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tieth|teenth))\b/i;
const PREPOSITION = /^(?:of|for|on|in|to|and|against|with|by|at|from)$/;

/** The first token that begins at a place or behind it. */
function positionOf(tokens: readonly Token[], place: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Split {
  /** The name inside it. */
  readonly names: readonly Candidate[];
}

/**
 * What a known phrase names, where it is a description around a name; null where the phrase itself is a name.
 * "Harbour Forum thematic workshops" names the forum; "64th session of …" and "Fund for Women" are names.
 */
export function namesWithin(text: string, candidate: Candidate, tokens: readonly Token[], gazetteer: Gazetteer): Split | null {
  if (!('readings' in candidate.means) || candidate.rule !== 'known') return null;
  const surface = text.slice(candidate.start, candidate.end);
  if (NUMBERED.test(surface)) return null;
  const first = positionOf(tokens, candidate.start);
  const words = tokens.slice(first, positionOf(tokens, candidate.end));
  if (words.length < 2) return null;
  const lower = (word: Token | undefined): boolean => /^\p{Ll}/u.test(word?.text ?? '');
  const opensLow = lower(words[0]);
  const closesLow = lower(words.at(-1));
  if (!opensLow && !closesLow) return null;
  const found: Candidate[] = [];
  const span = opensLow ? words.slice(1) : words.slice(0, -1);
  for (let at = 0; at < span.length; at++) {
    const inner = gazetteer.names.longestAt(span, at);
    if (!inner) continue;
    found.push({ start: inner.start, end: inner.end, rule: 'known', means: { readings: inner.readings }, score: 1 });
    at = inner.after - 1;
  }
  const own = new Set(candidate.means.readings.map(({ entity }) => entity));
  if (opensLow) {
    // "negotiations for the Quay Compact", "report of the Quay Commission"; "hearings of the General Assembly" is what it is called.
    const isText = [...own].every((entity) => entity.startsWith('instrument:'));
    const texts = found.filter(({ means }) => 'readings' in means && means.readings.some(({ entity }) => (isText || entity.startsWith('instrument:')) && !own.has(entity)));
    return texts.length > 0 ? { names: found } : null;
  }
  // Behind the name only common words follow: "… Summit preparations", "Quay Fridays series on crews".
  const head = found.find(({ start }) => start === candidate.start);
  const next = head ? tokens[positionOf(tokens, head.end)] : undefined;
  const rest = head ? text.slice(head.end, candidate.end) : '';
  const isOccasion = [...own].every((entity) => entity.startsWith('forum:'));
  return isOccasion && head && !/\p{Lu}/u.test(rest) && next && !PREPOSITION.test(next.text) ? { names: [head] } : null;
}
