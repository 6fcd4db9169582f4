// Names of bodies, texts and occasions that no list holds, found by their shape: a run of capitalised words with a head noun.

import type { EntityRecord } from '../../schema/extraction.ts';
import { entityId } from '../../schema/ids.ts';
import type { Candidate } from './candidate.ts';
import { capitalRuns } from './capitalRuns.ts';
import { kindByHead, kindByPhrase } from './headNouns.ts';
import type { HeadKind, NameWords } from './nameWords.ts';
import type { Token } from './tokens.ts';

const PREPOSITION = /^(?:of|for|on|against|to|in|with|among|de|sobre|para)$/;
const PLURAL_HEAD = /s$/i;
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
export function nameIn(run: readonly Token[], words: NameWords): Named | null {
  const phrase = run.findIndex((_, at) => at >= 2 && kindByPhrase(run.slice(0, at + 1).map(({ form }) => form), words) !== null);
  const byPhrase = phrase >= 0 ? kindByPhrase(run.slice(0, phrase + 1).map(({ form }) => form), words) : null;
  // "Memorandum of Understanding" alone is any of its kind.
  if (byPhrase) return run.some(({ form }, at) => (at < phrase - 2 || at > phrase) && !words.generic.has(form)) ? accepted(run, phrase + 1, byPhrase, run.slice(phrase + 1), words) : null;
  const preposition = run.findIndex(({ text }, at) => at > 0 && PREPOSITION.test(text));
  // "Women in Harbours Network": where nothing before the preposition is a head, the head stands at the end.
  const isArticled = (run[preposition + 1]?.start ?? 0) - (run[preposition]?.end ?? 0) > 1;
  for (const limit of preposition < 0 ? [run.length] : isArticled ? [preposition] : [preposition, run.length]) {
    for (let end = limit; end >= 1; end--) {
      const head = kindByHead(run.slice(0, end).map(({ form }) => form), words);
      if (head && end < limit && words.regions.has(run[end]?.form ?? '')) return accepted(run, end, head.type === 'Forum' ? { type: 'Actor', kind: 'NETWORK' } : head, run.slice(end, limit), words);
      if (head && (limit !== run.length || preposition < 0 || (end > preposition && head.type === 'Actor'))) return accepted(run, end, head, end === limit ? (run.slice(0, end).some(({ form }) => form === 'regional') ? run.slice(end) : withoutReach(run.slice(end), words)) : [], words);
    }
  }
  // "Chief Secretary in the Ministry of Quays": the name begins behind the preposition.
  return preposition > 0 && preposition < run.length - 2 ? nameIn(run.slice(preposition + 1), words) : null;
}

/** "Secretariat on Quays for the Asia Pacific": for whom it works is no part of a name that has said what it is about. */
function withoutReach(tail: readonly Token[], { regions }: NameWords): readonly Token[] {
  const at = tail.findIndex(({ text }, position) => position > 1 && /^(?:for|in)$/.test(text) && regions.has(tail[position + 1]?.form ?? ''));
  return at < 0 ? tail : tail.slice(0, at);
}

/** The name, where its words say enough. @param end of its head noun, exclusive; @param tail what follows behind a preposition */
function accepted(run: readonly Token[], end: number, head: HeadKind, tail: readonly Token[], { generic, topics, weak }: NameWords): Named | null {
  const before = run.slice(0, end);
  const tokens = [...before, ...tail];
  const headWord = before.at(-1);
  if (!headWord || tokens.length < 2 || tokens.length > LONGEST) return null;
  // "Governments", "National Action Plans": plurals are kinds of things, not names.
  if (PLURAL_HEAD.test(headWord.text) && headWord.form !== headWord.text.toLowerCase()) return null;
  // "Framework in Amharic", "Conference in Oslo": any of its kind, and where.
  if (before.length === 1 && tail[0]?.text === 'in') return null;
  const others = tokens.filter((token) => token !== headWord);
  const isWeak = weak.has(headWord.form);
  const telling = others.filter(({ form }) => !generic.has(form) || (!isWeak && topics.has(form))).length;
  if (isWeak ? telling === 0 || (tail.length > 0 && before.length === 1 && others.length < 3) : telling === 0 && others.length < 2) return null;
  return { tokens, head };
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
function splitAtAnd(text: string, run: readonly Token[], known: readonly Place[], words: NameWords): (readonly Token[])[] {
  for (const [at, { text: word, start }] of run.entries()) {
    // "Federation of Dockers' and Pilots' Unions": both possess what follows.
    if (!/^(?:and|&|y|et)$/.test(word) || at === 0 || /^['’]\s/.test(text.slice(run[at - 1]?.end, start))) continue;
    const left = run.slice(0, at);
    const right = run.slice(at + 1);
    const leftEnds = (left.length >= 2 && kindByHead(left.map(({ form }) => form), words) !== null) || (left.length === 1 && /^\p{Lu}{2,}$/u.test(left[0]?.text ?? ''));
    const rightOwn = right.length >= 2 && (kindByHead(beforePreposition(right).map(({ form }) => form), words) !== null || nameIn(right, words)?.head.type === 'Actor');
    const leftKnown = known.some(({ start, end }) => start >= (run[0]?.start ?? 0) && end === left.at(-1)?.end);
    const rightKnown = known.some(({ start, end }) => start === right[0]?.start && end <= (run.at(-1)?.end ?? 0));
    if (leftEnds || leftKnown || rightKnown || (rightOwn && nameIn(left, words) !== null)) return [left, ...splitAtAnd(text, right, known, words)];
  }
  return [run];
}

/** "Quay Dialogue to the Harbour Forum", "Dock Summit in the General Assembly": a known name behind these stands for itself. */
const TOWARDS = /^(?:to|with|among|in)$/;

function beforeKnown(run: readonly Token[], known: readonly Place[]): readonly Token[] {
  const at = run.findIndex(({ text }, position) => position > 1 && TOWARDS.test(text) && known.some(({ start }) => start === run[position + 1]?.start));
  return at < 0 ? run : run.slice(0, at);
}

const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** "Secretariat of the Quay Commission in Geneva", "Workshop on Quays in Cebu, Philippines": where and when is no part of a name. */
function withoutPlace(text: string, run: readonly Token[], isPlace: (name: string) => boolean): readonly Token[] {
  const dated = run.findIndex(({ text: word }, position) => position > 1 && word === 'of' && MONTH.test(run[position + 1]?.text ?? ''));
  if (dated > 0) return run.slice(0, dated);
  const at = run.findLastIndex(({ text: word }) => word === 'in');
  // A title that runs into its next line: "Consultation on Women and Climate Nairobi".
  if (run.length >= 5 && isPlace(run.at(-1)?.text ?? '') && /^\p{Lu}/u.test(run.at(-2)?.text ?? '')) return run.slice(0, -1);
  if (run.length >= 6 && isPlace(run.slice(-2).map(({ text: word }) => word).join(' ')) && /^\p{Lu}/u.test(run.at(-3)?.text ?? '')) return run.slice(0, -2);
  if (at <= 0) return run;
  const words = run.slice(at + 1).map(({ text: word }) => word);
  const country = /^,\s(?:the\s)?(\p{Lu}[\p{L}]+(?:\s\p{Lu}[\p{L}]+)?)/u.exec(text.slice(run.at(-1)?.end ?? 0, (run.at(-1)?.end ?? 0) + 40))?.[1];
  const isOutside = isPlace(words.join(' ')) || words.some((word) => MONTH.test(word)) || (country !== undefined && isPlace(country));
  return isOutside ? withoutPlace(text, run.slice(0, at), isPlace) : run;
}

/**
 * @param isShouted places all in capitals, where a run of capitals proves nothing
 * @param known places of known names, in order, not overlapping; what they fill is not named anew
 * @param isPlace whether words name a country or a town
 */
export function namedByShape(text: string, tokens: readonly Token[], isShouted: (offset: number) => boolean, known: readonly Place[], isPlace: (name: string) => boolean, words: NameWords): Candidate[] {
  const found: Candidate[] = [];
  let passed = 0;
  for (const run of capitalRuns(text, tokens, words)) {
    const start = run.tokens[0]?.start ?? 0;
    if (isShouted(start)) continue;
    while (passed < known.length && (known[passed]?.end ?? 0) <= start) passed++;
    const runEnd = run.tokens.at(-1)?.end ?? 0;
    const around: Place[] = [];
    for (let at = passed; at < known.length && (known[at]?.start ?? Infinity) < runEnd; at++) around.push(...known.slice(at, at + 1));
    for (const whole of splitAtAnd(text, run.tokens, around, words)) {
      // "Harbour Union’s Quay Guide": what belongs to a known body does not take its name in.
      const owner = around.find((other) => /^['’]s?\s/.test(text.slice(other.end, other.end + 3)) && other.start >= (whole[0]?.start ?? 0) && other.end < (whole.at(-1)?.end ?? 0));
      const part = beforeKnown(owner ? whole.filter((token) => token.start >= owner.end) : whole, around);
      const bare = around.find(({ start: knownStart }) => knownStart === part[0]?.start);
      // "ABC Secretariat": the staff of a known body are the body.
      if (bare && part.length >= 2 && part.at(-1)?.form === 'secretariat' && bare.end === part.at(-2)?.end) continue;
      // "Ms. Ana Cruz of the Harbour University": the body begins behind the person.
      const isOfPerson = /\b(?:Ms|Mr|Mrs|Mme|Dr|Prof)\.?\s$/.test(text.slice(Math.max(0, (part[0]?.start ?? 0) - 6), part[0]?.start));
      const behind = isOfPerson ? part.findIndex(({ text: word }) => PREPOSITION.test(word)) + 1 : 0;
      const name = nameIn(withoutPlace(text, part.slice(behind), isPlace), words);
      if (!name) continue;
      const from = name.tokens[0]?.start ?? 0;
      const last = name.tokens.at(-1)?.end ?? 0;
      // "Dock Labour Act 1955", "Dock Labour Act of 1955"
      const end = last + (name.head.kind === 'NATIONAL_LAW' ? (/^,?\s(?:of\s)?(?:19|20)\d{2}\b/.exec(text.slice(last, last + 10))?.[0].length ?? 0) : 0);
      // A known name that takes up most of it, or reaches beyond it, or is all of it but what stands behind a preposition, is the better reading.
      const inside = around.filter((other) => other.start < end && from < other.end);
      if (inside.some((other) => other.start < from || other.end > end || other.end - other.start > (end - from) * 0.6 || (other.start === from && PREPOSITION.test(name.tokens.find(({ start: next }) => next >= other.end)?.text ?? '')))) continue;
      found.push({ start: from, end, rule: `shape-${name.head.type.toLowerCase()}`, means: { record: newRecord(name.head, text.slice(from, end).replace(/\s+/g, ' ')) }, score: 0.7 });
    }
  }
  return found;
}
