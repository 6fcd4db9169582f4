// Stretches of capitalised words: where a text names things that no list holds, it spells them so.

import type { NameWords } from './nameWords.ts';
import type { Token } from './tokens.ts';


const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);
const isNumbered = ({ form }: Token): boolean => /^\d+th$/.test(form);
const joinsName = (token: Token): boolean => isCapital(token.text) || isNumbered(token);

/** In words; no name is longer, and a text in capitals throughout is no name. */
const LONGEST_RUN = 30;

export interface Run {
  readonly tokens: readonly Token[];
}

/** Maximal runs of two or more capitalised words, with the links between them; a comma only inside an enumeration that "and" closes. In order. */
export function capitalRuns(text: string, tokens: readonly Token[], { links, openers }: Pick<NameWords, 'links' | 'openers'>): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < tokens.length; ) {
    const first = tokens[at];
    if (!first || !joinsName(first)) {
      at++;
      continue;
    }
    const run: Token[] = [first];
    let end = at + 1;
    for (let next = at + 1; next < Math.min(tokens.length, at + LONGEST_RUN); next++) {
      const token = tokens[next];
      if (!token || token.gap === 'barrier') break;
      const previous = tokens[next - 1];
      // "Then the Union": an article begins a name, unless a link stands before it ("Rights of the Child").
      if (previous && !links.has(previous.text) && /\bthe\s$/i.test(text.slice(previous.end, token.start))) break;
      if (token.gap === 'hard' && (text.slice(previous?.end, token.start).includes('(') || !closesLater(tokens, next, run))) break;
      // "High-level", "Co-operation": the second half of a hyphenated word.
      if (joinsName(token) || (text.charAt(token.start - 1) === '-' && next === end)) {
        run.push(...tokens.slice(end, next + 1));
        end = next + 1;
      } else if (!links.has(token.text) || next - end >= 2) break;
    }
    const trimmed = trimOpeners(run, openers);
    if (trimmed.length >= 2) runs.push({ tokens: trimmed });
    at = end;
  }
  return runs;
}

/** "Committee on Economic, Social and Cultural Rights": after a comma a name goes on when it stands behind "on" or "for" and "and" follows soon. */
function closesLater(tokens: readonly Token[], at: number, run: readonly Token[]): boolean {
  if (!run.some(({ text }) => /^(?:on|for|against|of)$/.test(text)) || !isCapital(tokens[at]?.text ?? '')) return false;
  for (let next = at + 1; next < Math.min(tokens.length, at + 7); next++) {
    const token = tokens[next];
    if (!token || token.gap === 'barrier') return false;
    if (/^and$/.test(token.text)) return isCapital(tokens[next + 1]?.text ?? '') && next - at <= 4;
    if (!isCapital(token.text)) return false;
  }
  return false;
}

function trimOpeners(run: readonly Token[], openers: ReadonlySet<string>): Token[] {
  let from = 0;
  while (from < run.length && ((openers.has(run[from]?.text.toLowerCase() ?? '') && !/^\p{Lu}{4,}$/u.test(run[from]?.text ?? '')) || !joinsName(run[from] ?? { form: '', text: '', start: 0, end: 0, gap: 'barrier' }))) from++;
  return run.slice(from);
}
