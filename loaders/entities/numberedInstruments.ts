// Instruments that are cited by number, alone or in lists: "ILO Conventions 97, 143 and 189" is three instruments.
// The first number carries its noun ("ILO Conventions 97"), the others stand alone ("143"), as two careful readers mark them.

import type { Candidate } from './candidate.ts';
import type { Gazetteer } from './gazetteer.ts';

const NUMBERS = String.raw`(?:No(?:s)?\.?\s*|Number\s+)?\d{1,3}(?:\.(?:\d{1,2}|[a-d]))?(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*\/\s*)(?:No\.?\s*|C)?\d{1,3}(?:\.(?:\d{1,2}|[a-d]))?(?![\d.]*\s*(?:per|%|years|countries|percent)))*`;

interface Numbering {
  readonly pattern: RegExp;
  /** The name of one of them as the word lists print it. */
  readonly name: (number: string) => string;
}

const NUMBERINGS: readonly Numbering[] = [
  { pattern: new RegExp(String.raw`\b(?:ILO\s+)?(?:[Ff]undamental\s+|[Cc]ore\s+)?(?:ILO\s+)?Conventions?\s+(?=(?:No|C?\d))(?<numbers>${NUMBERS})`, 'gd'), name: (number) => `ILO Convention ${number}` },
  { pattern: new RegExp(String.raw`\b(?:ILO\s+)?C\s?\.?-?(?<numbers>\d{2,3})\b`, 'gd'), name: (number) => `C${number}` },
  { pattern: new RegExp(String.raw`\bILO\s+Recommendations?\s+(?<numbers>${NUMBERS})`, 'gd'), name: (number) => `ILO Recommendation ${number}` },
  { pattern: new RegExp(String.raw`\b(?:SDGs?\s+)?[Tt]argets?\s+(?<numbers>${NUMBERS})`, 'gd'), name: (number) => (number.includes('.') ? `Target ${number}` : '') },
  { pattern: new RegExp(String.raw`\b(?:SDGs?\s*-?(?:\s?[Gg]oals?)?|Goals?|Sustainable Development Goals?)\s*(?<numbers>${NUMBERS})`, 'gd'), name: (number) => (number.includes('.') ? `Target ${number}` : `SDG ${number}`) },
  { pattern: new RegExp(String.raw`\b(?:GCM\s+)?Objectives?\s+(?<numbers>${NUMBERS})`, 'gd'), name: (number) => `GCM Objective ${number}` },
  { pattern: new RegExp(String.raw`\b(?:CEDAW(?:[’']s)?\s+)?(?:[Gg]eneral\s+[Rr]ecommendations?|GRs?)\s+(?<numbers>${NUMBERS})(?:\s+of\s+(?:the\s+)?CEDAW(?:\s+Committee)?)?`, 'gd'), name: (number) => `CEDAW General Recommendation ${number}` },
  { pattern: new RegExp(String.raw`\bA\/RES\/(?<numbers>\d{1,2}\/\d{1,3})\b`, 'gd'), name: (number) => `A/RES/${number}` },
  { pattern: new RegExp(String.raw`\b(?:General\s+Assembly\s+)?[Rr]esolution\s+(?:A\/RES\/)?(?<numbers>\d{1,2}\/\d{1,3})\b`, 'gd'), name: (number) => `A/RES/${number}` },
];

const ONE = /\d{1,3}(?:\.(?:\d{1,2}|[a-d])|\/\d{1,3})?/g;
/** Goals and objectives have many owners ("Objective 2 of the project"): they count where the document speaks of the agenda or compact. */
const NEEDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^Objectives?\s/, /Global Compact|\bGCM\b/i],
  [/^(?:Goals?|[Tt]argets?)\s/, /Sustainable Development Goals|\bSDGs?\b|2030 Agenda|Agenda 2030/i],
];

/** Numbered instruments that the word lists hold. Offsets: UTF-16 units, end exclusive. */
export function numberedInstruments(text: string, gazetteer: Gazetteer): Candidate[] {
  const found: Candidate[] = [];
  for (const { pattern, name } of NUMBERINGS) {
    for (const match of text.matchAll(pattern)) {
      const numbers = match.indices?.groups?.['numbers'];
      if (!numbers) continue;
      if (NEEDS.some(([head, company]) => head.test(match[0]) && !company.test(text))) continue;
      const cited = [...text.slice(...numbers).matchAll(ONE)];
      for (const [at, { 0: number, index }] of cited.entries()) {
        const readings = gazetteer.names.lookUp(name(number));
        if (readings.length === 0) continue;
        const end = at === cited.length - 1 ? match.index + match[0].length : numbers[0] + index + number.length;
        found.push({ start: at === 0 ? match.index : numbers[0] + index, end, rule: 'numbered', means: { readings }, score: 1 });
      }
    }
  }
  return found;
}
