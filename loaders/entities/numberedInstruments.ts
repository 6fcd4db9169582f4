// Instruments that are cited by number, alone or in lists: "ILO Conventions 97, 143 and 189" is three instruments.
// The first number carries its noun ("ILO Conventions 97"), the others stand alone ("143"), as two careful readers mark them.
// A subject behind the last that is its title's belongs to it: "Convention No. 149 on nursing personnel".

import type { NumberedRule } from '../../schema/english.ts';
import { Failure } from '../../schema/failures.ts';
import type { Candidate } from './candidate.ts';
import type { Gazetteer } from './gazetteer.ts';
import { readTokens } from './tokens.ts';

const ONE_NUMBER = String.raw`\d{1,3}(?:\.(?:\d{1,2}|[a-d]))?`;
const NUMBERS = String.raw`(?<numbers>(?:No(?:s)?\.?\s*|Number\s+)?${ONE_NUMBER}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*\/\s*)(?:No\.?\s*|C)?${ONE_NUMBER}(?![\d.]*\s*(?:per|%|years|countries|percent)))*)`;
const ONE = /\d{1,3}(?:\.(?:\d{1,2}|[a-d]))?/g;
/** UTF-16 units on either side. */
const BESIDE = 160;

interface Numbering {
  readonly pattern: RegExp;
  readonly company: RegExp | null;
  readonly beside: RegExp | null;
  readonly rule: NumberedRule;
}

/** @throws Failure SETUP_REQUIRED where a pattern of the domain is no regular expression */
function built(rule: NumberedRule): Numbering {
  const spaced = (words: string): string => words.replaceAll(' ', String.raw`\s`).replace('«numbers»', NUMBERS);
  try {
    return { pattern: new RegExp(String.raw`\b${spaced(rule.pattern)}`, 'gd'), company: rule.company ? new RegExp(spaced(rule.company), 'i') : null, beside: rule.beside ? new RegExp(spaced(rule.beside)) : null, rule };
  } catch (cause) {
    throw new Failure('SETUP_REQUIRED', `The pattern of "${rule.name}" in name-words.yaml is no regular expression: ${cause instanceof Error ? cause.message : ''}`, { cause });
  }
}
const prepared = new WeakMap<readonly NumberedRule[], readonly Numbering[]>();
function numberings(rules: readonly NumberedRule[]): readonly Numbering[] {
  const known = prepared.get(rules) ?? rules.map(built);
  prepared.set(rules, known);
  return known;
}

const LINK = /^(?:of|and|in|for|to|against|with|at)$/;

/** Where the subject ends that follows a numbered name as in its own title, or the name's own end. */
function withSubject(text: string, end: number, title: string): number {
  const subject = /^\son\s(?:the\s)?/.exec(text.slice(end, end + 10));
  if (!subject) return end;
  // "General Recommendation No. 26: Women at sea": what stands behind the number is the subject; some titles have it in front.
  const subjectOf = /(?:No\. \d+|\d+|[XVI]+):? (?:on )?(?=\p{L})(?<subject>.+)$/u.exec(title)?.groups?.['subject'] ?? title;
  const known = new Set(readTokens(subjectOf).map(({ form }) => form));
  let reach = end;
  for (const token of readTokens(text.slice(end + subject[0].length, end + 160))) {
    if ((token.gap !== 'soft' && token.start > 0) || !(known.has(token.form) || LINK.test(token.form))) break;
    if (known.has(token.form) && !LINK.test(token.form)) reach = end + subject[0].length + token.end;
  }
  return reach;
}

/** Numbered instruments that the word lists hold. Offsets: UTF-16 units, end exclusive. */
export function numberedInstruments(text: string, { names, entities, words }: Gazetteer): Candidate[] {
  const found: Candidate[] = [];
  for (const { pattern, company, beside, rule } of numberings(words.numbered)) {
    if (company && !company.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const numbers = match.indices?.groups?.['numbers'];
      if (!numbers || (beside && !beside.test(text.slice(Math.max(0, match.index - BESIDE), match.index + match[0].length + BESIDE)))) continue;
      const cited = [...text.slice(...numbers).matchAll(ONE)];
      for (const [at, { 0: number, index }] of cited.entries()) {
        const readings = rule.dotted === undefined || rule.dotted === number.includes('.') ? names.lookUp(rule.name.replace('#', number)) : [];
        const [first] = readings;
        if (!first) continue;
        const isLast = at === cited.length - 1;
        const end = isLast ? match.index + match[0].length : numbers[0] + index + number.length;
        const title = entities.get(first.entity)?.name ?? '';
        found.push({ start: at === 0 ? match.index : numbers[0] + index, end: isLast && at === 0 ? withSubject(text, end, title) : end, rule: 'numbered', means: { readings }, score: 1 });
      }
    }
  }
  return found;
}
