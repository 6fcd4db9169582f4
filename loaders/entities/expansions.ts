// What the document itself says its short names mean: "Harbour Workers Alliance (HWA)", "GMG (the Global Migration Group)", "Quay Network, QN,".

import type { Candidate } from './candidate.ts';
import { kindByHead } from './headNouns.ts';
import type { Gazetteer } from './gazetteer.ts';
import { newRecord, printed } from './organisations.ts';
import type { Token } from './tokens.ts';

/** A short name and the full name that the document gives it. */
export interface Expansion {
  readonly acronym: string;
  /** The candidate that carries the full name. */
  readonly full: Candidate;
  /** Where the short name is explained; UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
}

const ACRONYM = /^\p{Lu}[\p{L}\p{Nd}]{1,11}$/u;
const capitals = (word: string): string => word.replace(/[^\p{Lu}]/gu, '');
const isAcronym = (word: string): boolean => ACRONYM.test(word) && capitals(word).length >= 2 && capitals(word).length >= word.length * 0.5;
const initial = (token: Token): string => token.text.charAt(0).toUpperCase();

/** Whether the letters of the acronym are found in order among the initials, the first at the first or, behind a nationality, at the second. */
function inOrder(letters: readonly string[], initials: readonly string[]): boolean {
  const from = initials[0] === letters[0] ? 0 : 1;
  if (initials[from] !== letters[0]) return false;
  let at = 0;
  for (const letter of initials.slice(from)) if (letter === letters[at]) at++;
  return at >= letters.length - (letters.length > 3 ? 1 : 0) && initials.length <= letters.length + 4;
}

/** Whether an acronym may stand for the words; "in" and "of" count in some acronyms and not in others. */
function spells(acronym: string, tokens: readonly Token[]): boolean {
  const letters = [...capitals(acronym.replace(/s$/, ''))];
  const initials = (words: readonly Token[]): string[] => words.flatMap(({ text }) => (isAcronym(text) ? [...capitals(text)] : [text.charAt(0).toUpperCase()]));
  return inOrder(letters, initials(tokens.filter(({ text }) => /^\p{Lu}/u.test(text)))) || inOrder(letters, initials(tokens));
}

/** The words before a place that spell the acronym, longest reach first: "… the Quay Workers Welfare Board" for QWWB. */
function wordsSpelling(acronym: string, before: readonly Token[]): readonly Token[] | null {
  const letters = [...capitals(acronym)];
  for (let length = letters.length; length <= letters.length + 5; length++) {
    const words = before.slice(-length);
    if (words.length < length || words.some(({ gap }, at) => at > 0 && gap === 'barrier')) return null;
    const named = words.filter(({ text }) => /^\p{Lu}/u.test(text));
    if (/^\p{Lu}/u.test(words[0]?.text ?? '') && named.map(initial).join('') === letters.join('')) return words;
  }
  return null;
}

/** @param standing candidates in order of the text, not overlapping. New full names come back as candidates within the expansions. */
export function expansionsIn(text: string, tokens: readonly Token[], standing: readonly Candidate[], { names, words }: Gazetteer): Expansion[] {
  const found: Expansion[] = [];
  const endingAt = new Map(standing.map((candidate) => [candidate.end, candidate]));
  const startingAt = new Map(standing.map((candidate) => [candidate.start, candidate]));
  const within = ({ start, end }: Candidate): Token[] => tokens.filter((token) => token.start >= start && token.end <= end);
  for (const [at, token] of tokens.entries()) {
    if (!isAcronym(token.text)) continue;
    const before = tokens[at - 1];
    // "(QWF-Africa)" is one short form.
    const branch = /^-[\p{L}\p{N}]+(?=\s?[),;])/u.exec(text.slice(token.end, token.end + 20))?.[0] ?? '';
    const short = token.text + branch;
    const shortEnd = token.end + branch.length;
    const after = tokens[at + 1];
    const opened = before && token.gap === 'hard' && /^(?:['’]s)?\s?\(\s?(?:the\s|hereafter\s|hereinafter\s)*["“'‘]?$/i.test(text.slice(before.end, token.start)) && /^["”'’]?\s?[),;]/.test(text.slice(shortEnd, shortEnd + 3));
    const apposed = before && /^,\s$/.test(text.slice(before.end, token.start)) && /^,\s/.test(text.slice(token.end, token.end + 2));
    if (before && (opened || apposed)) {
      const full = endingAt.get(before.end);
      // In brackets right behind a name, a short form need not spell it: "Quay Women’s Network (QUAYNET)".
      const isOwn = opened && (branch !== '' || (/^\p{Lu}[\p{L}\p{N}]{1,11}$/u.test(token.text) && !startingAt.has(token.start)));
      if (full && full.end - full.start > token.text.length + 3 && (isOwn || spells(token.text, within(full)))) {
        found.push({ acronym: short, full, start: token.start, end: shortEnd });
        continue;
      }
      const spelling = opened ? wordsSpelling(token.text, tokens.slice(Math.max(0, at - 14), at)) : null;
      const last = spelling?.findIndex(({ text: word }, position) => position > 0 && /^(?:of|for|on|against|to|in)$/.test(word)) ?? -1;
      const head = spelling ? (kindByHead(spelling.slice(0, last < 0 ? spelling.length : last).map(({ form }) => form), words) ?? kindByHead(spelling.map(({ form }) => form), words)) : null;
      if (spelling && head) {
        const name = printed(text, spelling);
        const known = names.lookUp(name);
        found.push({ acronym: token.text, full: { start: spelling[0]?.start ?? 0, end: spelling.at(-1)?.end ?? 0, rule: 'own-expansion', means: known.length > 0 ? { readings: known } : { record: newRecord(head, name, token.text) }, score: 0.9 }, start: token.start, end: token.end });
      }
    } else if (after && /^\s?\(\s?(?:the\s)?$/i.test(text.slice(token.end, after.start))) {
      const full = startingAt.get(after.start);
      if (full && /^\s?\)/.test(text.slice(full.end, full.end + 2)) && spells(token.text, within(full))) found.push({ acronym: token.text, full, start: token.start, end: token.end });
    }
  }
  return found;
}
