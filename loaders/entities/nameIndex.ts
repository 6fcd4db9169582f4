// Finds the longest known name at a place of a text, word by word.

import type { EntityId } from '../../schema/ids.ts';
import { readTokens, type Gap, type Token } from './tokens.ts';

/** One thing that a surface may mean. A surface with several readings is a homonym: resolution.ts decides. */
export interface Reading {
  readonly entity: EntityId;
  /** The name as the word list prints it. */
  readonly alias: string;
  readonly via: 'name' | 'acronym' | 'symbol' | 'alias' | 'derived';
  /** Words whose presence in the document speaks for this reading. */
  readonly cues: readonly string[];
  readonly isDefault: boolean;
  /** Capitals must agree. */
  readonly exact: boolean;
}

interface Entry extends Reading {
  readonly words: readonly Token[];
}
interface Branch {
  readonly next: Map<string, Branch>;
  readonly entries: Entry[];
}
const branch = (): Branch => ({ next: new Map(), entries: [] });

/** A name found: where, and what it may mean. */
export interface Sighting {
  readonly start: number;
  readonly end: number;
  readonly readings: readonly Reading[];
  /** Position of the last word of the name among the tokens, and one beyond. */
  readonly after: number;
}

const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);
const isAcronym = (text: string): boolean => (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2 && /^[\p{Lu}\p{Nd}&.]+s?$/u.test(text);
/** Words that are also common words when a whole heading is in capitals: there, capitals prove nothing. */
const COMMON = new Set(['who', 'us', 'it', 'made', 'care', 'wave', 'wide', 'idea', 'iris', 'adept', 'fund', 'aids', 'cat', 'un']);
const bare = (text: string): string => text.replace(/(?<=\p{Lu})s$/u, '').replace(/\./g, '');

/** Whether the printed words may stand for the alias: acronyms and exact names keep their capitals, short names theirs, long ones need none. */
function permits({ alias, exact, words, entity }: Entry, found: readonly Token[], shouting: boolean): boolean {
  if (words.length === 1) {
    const printed = found[0]?.text ?? '';
    if (exact || isAcronym(alias)) return bare(printed) === bare(words[0]?.text ?? '') && !(shouting && COMMON.has(printed.toLowerCase()));
    if (entity.startsWith('country:') && printed.normalize('NFC').toLowerCase() !== (words[0]?.text ?? '').normalize('NFC').toLowerCase()) return false;
    return isCapital(printed);
  }
  const agrees = (capitalised: (word: Token) => boolean): boolean => words.every((word, at) => !capitalised(word) || /^\p{Lu}|^\p{Nd}/u.test(found[at]?.text ?? ''));
  if (exact) return words.every((word, at) => bare(word.text) === bare(found[at]?.text ?? ''));
  if (words.some(({ text }) => isAcronym(text) && text.length > 1) && !agrees(({ text }) => isAcronym(text))) return false;
  // Names of three words and more need no capitals where at least one stands; without any, four words must agree to be no accident.
  if (words.length >= 3) return words.length >= 4 || found.some(({ text }) => isCapital(text));
  return agrees(({ text }) => isCapital(text));
}

const rank: Readonly<Record<Gap, number>> = { soft: 0, hard: 1, barrier: 2 };

export class NameIndex {
  private readonly root = branch();
  private readonly anyCase: boolean;

  /** @param anyCase common nouns ("member states"): capitals do not matter. */
  constructor(anyCase = false) {
    this.anyCase = anyCase;
  }

  add(reading: Reading): void {
    const words = readTokens(reading.alias);
    if (words.length === 0) return;
    let at = this.root;
    for (const { form } of words) {
      const next = at.next.get(form) ?? branch();
      at.next.set(form, next);
      at = next;
    }
    if (!at.entries.some(({ entity, cues }) => entity === reading.entity && cues.length === reading.cues.length)) at.entries.push({ ...reading, words });
  }

  /** The longest name that begins with the word at `from`, or null. @param shouting the words stand in a line all in capitals. */
  longestAt(tokens: readonly Token[], from: number, shouting = false): Sighting | null {
    let at: Branch | undefined = this.root;
    let best: Sighting | null = null;
    const start = tokens[from]?.start ?? 0;
    for (let position = from; position < tokens.length; position++) {
      const token = tokens[position];
      if (!token || (position > from && token.gap === 'barrier')) break;
      at = at.next.get(token.form);
      if (!at) break;
      if (at.entries.length === 0) continue;
      const found = tokens.slice(from, position + 1);
      const fits = at.entries.filter((entry) => entry.words.every((word, n) => n === 0 || rank[found[n]?.gap ?? 'barrier'] <= rank[word.gap]) && (this.anyCase || permits(entry, found, shouting)));
      // "Global Compact" is no "Global Compacts" where both are names.
      const literal = fits.filter((entry) => entry.words.every((word, n) => word.text.toLowerCase() === found[n]?.text.toLowerCase()));
      if (fits.length > 0) best = { start, end: token.end, readings: literal.length > 0 ? literal : fits, after: position + 1 };
    }
    return best;
  }

  /** The readings of a name by itself. */
  lookUp(name: string): readonly Reading[] {
    const tokens = readTokens(name);
    const found = this.longestAt(tokens, 0);
    return found && found.after === tokens.length ? found.readings : [];
  }
}
