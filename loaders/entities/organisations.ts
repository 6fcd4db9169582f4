// Names of bodies, texts and occasions that no list holds, found by their shape: a run of capitalised words with a head noun.

import type { EntityRecord } from '../../schema/extraction.ts';
import { entityId } from '../../schema/ids.ts';
import type { Candidate } from './candidate.ts';
import { capitalRuns } from './capitalRuns.ts';
import { kindByHead, type HeadKind } from './headNouns.ts';
import type { Token } from './tokens.ts';

const PREPOSITION = /^(?:of|for|on|against|to|in|with|among|de|sobre|para)$/;
const PLURAL_HEAD = /(?:s|ies)$/;
/** Heads that are names only with a modifier that is more than a nationality or a number. */
const WEAK = /^(?:act|law|plan|strategy|framework|agreement|guide|guideline|principle|code|review|session|meeting|office|group|event|programme|initiative|mission|movement|society|hearing|campaign|resolution|contract|school|division|administration|mechanism|authority|agency|department|assembly|dialogue|action|roadmap|trust|court|fund|platform|agenda|hub|consultation|workshop|force|table)$/;
/** What these mean without a name of their own is said of any of their kind. */
const GENERIC = /^(?:national|international|regional|global|local|bilateral|multilateral|state|general|annual|civil|society|human|right|women|migrant|worker|migration|labour|gender|policy|new|joint|high|level|private|public|social|economic|second|first|final|standard|action|plan|working|special|\d+th|of|and|on|for|the|in)$/;
const LONGEST = 14;

/** A record for a thing that the document introduces. */
export function newRecord(head: HeadKind, name: string, acronym?: string): EntityRecord {
  const named = { name, aliases: [], ...(acronym ? { acronym } : {}) };
  if (head.type === 'Actor') return { type: 'Actor', id: entityId('Actor', name), kind: head.kind, ...named };
  if (head.type === 'Instrument') return { type: 'Instrument', id: entityId('Instrument', name), kind: head.kind, ...named };
  return { type: 'Forum', id: entityId('Forum', name), kind: head.kind, ...named };
}

/** The printed name of a run of words. */
export const printed = (text: string, tokens: readonly Token[]): string => text.slice(tokens[0]?.start, tokens.at(-1)?.end).replace(/\s+/g, ' ');

interface Named {
  readonly tokens: readonly Token[];
  readonly head: HeadKind;
}

/** The name in a run of capitals: up to its head noun, and on behind a preposition ("Network of …", "Convention on …"). */
export function nameIn(run: readonly Token[]): Named | null {
  const upToPreposition = run.findIndex(({ text }, at) => at > 0 && PREPOSITION.test(text));
  const headEnd = upToPreposition < 0 ? run.length : upToPreposition;
  for (let end = headEnd; end >= 1; end--) {
    const before = run.slice(0, end);
    const head = kindByHead(before.map(({ form }) => form));
    if (!head) continue;
    const tail = end === headEnd ? run.slice(end) : [];
    const tokens = [...before, ...tail];
    const headWord = before.at(-1);
    if (!headWord || tokens.length < 2 || tokens.length > LONGEST) return null;
    // "Governments", "National Action Plans": plurals are kinds of things, not names.
    if (PLURAL_HEAD.test(headWord.text) && headWord.form !== headWord.text.toLowerCase()) return null;
    const others = tokens.filter((token) => token !== headWord);
    const telling = others.filter(({ form }) => !GENERIC.test(form)).length;
    if (WEAK.test(headWord.form) ? telling === 0 || (tail.length > 0 && before.length === 1 && others.length < 3) : telling === 0 && others.length < 2) return null;
    return { tokens, head };
  }
  return null;
}

const beforePreposition = (run: readonly Token[]): readonly Token[] => {
  const at = run.findIndex(({ text }, position) => position > 0 && PREPOSITION.test(text));
  return at < 0 ? run : run.slice(0, at);
};

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Splits a run at "and" where a side is a name of its own: "Harbour Union and Quay Workers Network", "UNICEF and the Quay Fund". */
function splitAtAnd(run: readonly Token[], known: readonly Place[]): (readonly Token[])[] {
  for (const [at, { text }] of run.entries()) {
    if (!/^(?:and|&|y|et)$/.test(text) || at === 0) continue;
    const left = run.slice(0, at);
    const right = run.slice(at + 1);
    const leftEnds = left.length >= 2 && kindByHead(left.map(({ form }) => form)) !== null;
    const rightOwn = right.length >= 2 && kindByHead(beforePreposition(right).map(({ form }) => form)) !== null;
    const leftKnown = known.some(({ start, end }) => start >= (run[0]?.start ?? 0) && end === left.at(-1)?.end);
    const rightKnown = known.some(({ start, end }) => start === right[0]?.start && end <= (run.at(-1)?.end ?? 0));
    if (leftEnds || leftKnown || rightKnown || (rightOwn && nameIn(left) !== null)) return [left, ...splitAtAnd(right, known)];
  }
  return [run];
}

/** "Secretariat of the Quay Commission in Geneva": where it sits is no part of a name. */
function withoutPlace(run: readonly Token[], isPlace: (name: string) => boolean): readonly Token[] {
  const at = run.findLastIndex(({ text }) => text === 'in');
  return at > 0 && isPlace(run.slice(at + 1).map(({ text }) => text).join(' ')) ? run.slice(0, at) : run;
}

/**
 * @param isShouted places all in capitals, where a run of capitals proves nothing
 * @param known places of known names; what they fill is not named anew
 * @param isPlace whether words name a country or a town
 */
export function namedByShape(text: string, tokens: readonly Token[], isShouted: (offset: number) => boolean, known: readonly Place[], isPlace: (name: string) => boolean): Candidate[] {
  const found: Candidate[] = [];
  for (const run of capitalRuns(tokens)) {
    const start = run.tokens[0]?.start ?? 0;
    if (isShouted(start)) continue;
    const around = known.filter((place) => place.start < (run.tokens.at(-1)?.end ?? 0) && start < place.end);
    for (const part of splitAtAnd(run.tokens, around)) {
      const name = nameIn(withoutPlace(part, isPlace));
      if (!name) continue;
      const from = name.tokens[0]?.start ?? 0;
      const end = name.tokens.at(-1)?.end ?? 0;
      // A known name that takes up most of it, or reaches beyond it, is the better reading.
      const inside = around.filter((other) => other.start < end && from < other.end);
      // "Harbour Union’s Quay Programme": what belongs to a known body does not take its name in.
      if (inside.some((other) => other.end < end && /^['’]s?\s/.test(text.slice(other.end, other.end + 3)))) continue;
      if (inside.some((other) => other.start < from || other.end > end || other.end - other.start > (end - from) * 0.6)) continue;
      found.push({ start: from, end, rule: `shape-${name.head.type.toLowerCase()}`, means: { record: newRecord(name.head, printed(text, name.tokens)) }, score: 0.7 });
    }
  }
  return found;
}
