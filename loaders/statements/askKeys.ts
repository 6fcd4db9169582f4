// When two new asks are one: their titles say the same with the same words, whatever their order, number, spelling or little words.
// Only what the lists of ask-words.yaml hold to be the same is the same; "print" is not "publish" unless a list says so.
// What stands after "from", "rather than" or "without" keeps its part, so that nobody's ask is turned round.

import type { WordsOfAsks } from './askWords.ts';
import { wordsOf } from './words.ts';

const CONTENT = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'ADV', 'NUM', 'X', 'SYM']);
/** Words after which another part is told: who does it, whom it is taken from, what is not wanted. */
const PARTS = new Set(['from', 'against', 'before', 'after', 'than', 'instead', 'unless', 'until', 'by', 'between', 'if', 'over']);
const NOT = new Set(['not', 'no', 'never', 'nobody', 'without', 'nor', 'none', 'nothing', 'cannot', 'n’t', "n't"]);
/** An ask of one word is too little to say it is another's. */
const FEWEST = 2;

/** Of one spelling: "organise", "labour" as in American English. */
const spelt = (lemma: string): string => lemma.replace(/(?<!prom|exerc|ra|adv|rev|superv|prem|surpr|expert|no|w|\br)is(e|ation|ing)$/, 'iz$1').replace(/^(.{3,})our(?=s?$|er$)/, '$1or').replace(/[’']s?$/, '');

function formsOf(title: string, { standingFor, longest, empty }: WordsOfAsks): string[] {
  const words = wordsOf(title).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const forms: string[] = [];
  let part = '';
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) continue;
    const lower = word.text.toLowerCase();
    if (NOT.has(lower)) forms.push('not');
    if (PARTS.has(lower)) part = `${lower}-`;
    else if (word.tag === 'ADP' && lower !== 'of') part = '';
    if (!CONTENT.has(word.tag) || NOT.has(lower) || PARTS.has(lower)) continue;
    const run = Array.from({ length: longest }, (_, more) => words.slice(at, at + longest - more)).find((some) => standingFor.has(some.map(({ lemma }) => spelt(lemma)).join(' ')));
    const lemma = spelt(word.lemma);
    if (!run && empty.has(lemma)) continue;
    forms.push(`${part}${run ? (standingFor.get(run.map(({ lemma: form }) => spelt(form)).join(' ')) ?? lemma) : lemma}`);
    at += (run?.length ?? 1) - 1;
  }
  return forms;
}

/** What two titles of one ask share, for comparing and for an id; null where the title says too little. */
export function askKey(title: string, words: WordsOfAsks): string | null {
  const forms = [...new Set(formsOf(title, words))].toSorted();
  return forms.length < FEWEST ? null : forms.join(' ');
}
