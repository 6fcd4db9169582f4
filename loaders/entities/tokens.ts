// Names are compared word by word, so that "Women’s Fund", "WOMEN'S FUND" and "women s fund" are one name, and so are
// "Fifteenth Meeting" and "15th Meeting", "labour organisation" and "labor organization".

/** A word of a text as names are compared. */
export interface Token {
  /** Case, accents, plural and spelling folded. */
  readonly form: string;
  /** As printed. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stands between it and the word before: nothing that matters, punctuation, or the end of a line or table cell. */
  readonly gap: Gap;
}
export type Gap = 'soft' | 'hard' | 'barrier';

const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const UNITS = ['zeroth', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth'];
const ROUND = ['twentieth', 'thirtieth', 'fortieth', 'fiftieth', 'sixtieth', 'seventieth', 'eightieth', 'ninetieth'];
const WORD = new RegExp(`\\b(?:${TENS})[-\\s](?:${UNITS.slice(1, 10).join('|')})\\b|(?:\\b[A-Z]\\.){2,}|[\\p{L}\\p{M}\\p{Nd}]+|&|(?<=\\p{L}\\s)\\+(?=\\s\\p{L})`, 'giu');
/** Addresses name nobody, whatever words they are made of. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w+|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|int|eu)\b(?:\/\S*)?/gi;
const HARD = /[,;:.()!?"“”„«»[\]—–]|\s-\s/;
const BARRIER = /[\n|•●]/;

/** "sixty-first" and "61st" → "61th": a form for comparing, not for reading. */
function ordinal(word: string): string | null {
  const digits = /^(\d+)(?:st|nd|rd|th)$/.exec(word);
  if (digits) return `${digits[1]}th`;
  const [tens = '', unit = ''] = word.split(/[-\s]/);
  const ten = TENS.split('|').indexOf(tens);
  if (unit && ten >= 0) return `${(ten + 2) * 10 + UNITS.indexOf(unit)}th`;
  const round = ROUND.indexOf(word);
  if (round >= 0) return `${(round + 2) * 10}th`;
  const small = UNITS.indexOf(word);
  return small > 0 ? `${small}th` : null;
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^labor/, 'labour'],
  [/organis/, 'organiz'],
  [/^program(?=s?$)/, 'programme'],
  [/^center/, 'centre'],
  [/^defense$/, 'defence'],
  [/isation/, 'ization'],
  [/^marrakesh$/, 'marrakech'],
];

const forms = new Map<string, string>();
/** Words remembered; texts repeat theirs. */
const REMEMBERED = 20_000;

/** The form in which a word is compared. Plurals lose their s: nobody means two things by it. */
export function formOf(word: string): string {
  const known = forms.get(word);
  if (known !== undefined) return known;
  if (forms.size >= REMEMBERED) forms.clear();
  const form = readForm(word);
  forms.set(word, form);
  return form;
}

function readForm(word: string): string {
  const lower = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\./g, '');
  if (lower === '&' || lower === '+') return 'and';
  const numbered = ordinal(lower);
  if (numbered) return numbered;
  let form = lower;
  for (const [spelling, instead] of SPELLINGS) form = form.replace(spelling, instead);
  return form.length >= 4 && /[^sui]s$/.test(form) ? form.slice(0, -1) : form;
}

const gapOf = (between: string): Gap => (BARRIER.test(between) ? 'barrier' : HARD.test(between) ? 'hard' : 'soft');

/**
 * The words of a text in order, without "the", the s of a possessive and the "No." before a number, which names carry or leave out at will.
 * Offsets: UTF-16 units, end exclusive.
 */
export function readTokens(text: string): Token[] {
  const addresses = [...text.matchAll(ADDRESS)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
  const tokens: Token[] = [];
  let between = '';
  let from = 0;
  let address = 0;
  const words = [...text.matchAll(WORD)];
  for (const [at, { 0: word, index }] of words.entries()) {
    between += text.slice(from, index);
    from = index + word.length;
    while (address < addresses.length && (addresses[address]?.end ?? 0) <= index) address++;
    if ((addresses[address]?.start ?? Infinity) <= index) {
      between += '\n';
      continue;
    }
    if (/^the$/i.test(word) || (/^s$/i.test(word) && /['’]$/.test(between) && tokens.length > 0)) continue;
    if (/^nos?$/i.test(word) && /^\d/.test(words[at + 1]?.[0] ?? '') && /^\.?\s*$/.test(text.slice(from, words[at + 1]?.index))) {
      from = words[at + 1]?.index ?? from;
      continue;
    }
    tokens.push({ form: formOf(word), text: word, start: index, end: from, gap: tokens.length === 0 ? 'barrier' : gapOf(between) });
    between = '';
  }
  return tokens;
}
