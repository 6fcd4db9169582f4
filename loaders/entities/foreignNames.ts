// Names in other languages within an English text, whose head stands first: "Red de Mujeres del Puerto", "Ley de Aguas".

import { newRecord } from './organisations.ts';
import type { Candidate } from './candidate.ts';
import type { NameWords } from './nameWords.ts';
import { formOf } from './tokens.ts';

const WORD = String.raw`\p{Lu}[\p{L}’'-]*`;

const FIRST = new RegExp(String.raw`(?<![\p{L}\p{N}])${WORD}`, 'gu');

const prepared = new WeakMap<NameWords, RegExp>();
function pattern(words: NameWords): RegExp {
  const known = prepared.get(words);
  if (known) return known;
  const link = `(?: (?:${words.foreignLinks.join('|')}))`;
  // A comma goes on only towards "y" or "et": "Ley de Niñas, Niños y Adolescentes".
  const built = new RegExp(String.raw`(?:(?:${link}{0,3} ${WORD})|,(?: ${WORD})(?= (?:y|e|et|und|i) ${WORD})){1,14}`, 'uy');
  prepared.set(words, built);
  return built;
}

/** @param text of record. Offsets: UTF-16 units, end exclusive. */
export function foreignNames(text: string, words: NameWords): Candidate[] {
  const links = new Set(words.foreignLinks);
  const rest = pattern(words);
  return [...text.matchAll(FIRST)].flatMap(({ 0: lead, index }): Candidate[] => {
    const head = words.leading.get(formOf(lead));
    if (!head) return [];
    rest.lastIndex = index + lead.length;
    const found = lead + (rest.exec(text)?.[0] ?? '');
    if (!found.split(' ').some((word) => links.has(word))) return [];
    return [{ start: index, end: index + found.length, rule: 'foreign-name', means: { record: newRecord(head, found) }, score: 0.75 }];
  });
}
