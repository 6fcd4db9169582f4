// Whether a sentence or list item is an order: it begins with the base form of a verb of doing.

import type { Sentence } from './sentence.ts';
import { wordsOf } from './words.ts';

/** Verbs that head asks; the tagger takes several of them for nouns at the head of a sentence ("Support", "Campaign"). */
const ORDERS = new Set(
  `abolish accelerate restore retain repair vote refrain submit see ask pay present  accede act address adopt advance advocate contribute offer lead provide allocate allow amend apply appoint assess assist avoid ban bring broaden build campaign cease challenge collect combat commit conclude conduct consider consult convene coordinate counter create criminalize deal decriminalize defend delete deliver demand design develop discontinue discourage dismantle disaggregate eliminate empower enable enact encourage end enforce engage enhance ensure establish evaluate examine exchange expand explore expose extend facilitate fight finance focus foster fulfil fulfill fund generate give grant guarantee halt harmonize hold honor identify implement improve include incorporate increase inform institute integrate intensify introduce invest investigate invite issue join keep launch leave lift limit link listen mainstream maintain make mandate map measure mobilize monitor move name negotiate open oppose organize penalize pilot place prevent prioritize prohibit promote prosecute protect provide publish punish pursue put raise ratify reaffirm recognize reduce reform regularize regulate reject release remove repeal replace report require resist resource respect respond review revise safeguard secure seek set share simplify sign speak stand standardize stop streamline strengthen support sustain tackle take track train transform treat update uphold urge use value withdraw work`.split(' '),
);

export function isImperative({ marked, words }: Sentence): boolean {
  if (/^(?:do\snot|don[’']t|never)\s(?!you\b|we\b|they\b)[a-z]+/iu.test(marked.text)) return true;
  const opening = /^(?:(?:in|for|where|when|through|as|at|by|with|to)\s[^,;.]{3,120},\s(?:also\s)?|(?:also|further|urgently|immediately|fully|actively|strongly|better|please)\s|[\w\s-]{3,30}:\s)*/iu.exec(marked.text)?.[0].length ?? 0;
  const heads = [words[0], words.find(({ start }) => start >= opening)];
  return heads.some((word, at) => word !== undefined && (at === 0 || opening > 0) && isOrder(word.text, word.lemma, words.find(({ start }) => start > word.start)?.tag));
}

/** Words that are as often nouns or adjectives: orders only where their object is named. */
const DOUBTFUL = /^(?:present|place|see|name|move|map|link|value|issue|measure|work|report|use|focus|lead|demand|limit|increase|mandate|vote|share|pilot|ban|access|review|resource)$/;

/** Whether a phrase begins with the base form of a verb and what it is done to. */
export function beginsWithOrder(phrase: string): boolean {
  const [head, next] = wordsOf(phrase);
  if (!head || head.text !== head.text.toLowerCase() || !isOrder(head.text, head.lemma, next?.tag)) return false;
  return !DOUBTFUL.test(head.text) || next?.tag === 'DET' || next?.tag === 'PRON' || (head.tag === 'VERB' && next?.tag !== 'ADP') || /^(?:that|how|whether)$/.test(next?.text ?? '');
}

function isOrder(text: string, lemma: string, next: string | undefined): boolean {
  const base = text.toLowerCase().replace(/is(e)$/, 'iz$1').replace(/our$/, 'or');
  // "Support for crews", "Work of the office" are nouns; "Support crews" is an order.
  return (ORDERS.has(base) || (ORDERS.has(lemma) && base === lemma)) && !(next === 'ADP' && /^(?:support|work|report|use|demand|measure|increase|access|focus|review|reform|value|issue|respect|ban|fund)$/.test(base) && base !== 'work' && base !== 'report' && base !== 'focus') && next !== 'AUX';
}
