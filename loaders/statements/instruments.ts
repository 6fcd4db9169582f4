// What a statement invokes: the instruments that its words name, and those that it points back to ("both treaties", "ratify it").

import type { InstrumentId } from '../../schema/ids.ts';
import { marksIn } from './marking.ts';
import type { Sentence } from './sentence.ts';

/** How many passages back a pointing word reaches. */
const REACH = 2;
const POINTING = /\b(?<how>these|those|both(?:\sof\sthe)?|all\sthese|the\stwo|the\sthree|this|that|the\ssaid|the\ssame)\s(?:[a-z]+\s){0,2}(?<noun>instruments?|treat(?:y|ies)|conventions?|protocols?|texts?|standards|declarations?|compacts?|agreements?|resolutions?|charters?|covenants?|guidelines|platforms?|directives?|commitments?|objectives?|provisions?)\b/iu;
/** What one does with a text that was named before. */
const TREATED = /\b(?:ratif(?:y|ied|ying)|acced(?:e|ed|ing)\sto|sign(?:ed|ing)?|implement(?:ed|ing)?|adopt(?:ed|ing)?|appl(?:y|ied|ying)|enforc(?:e|ed|ing)|domesticat(?:e|ed|ing)|incorporat(?:e|ed|ing)|uphold|transpos(?:e|ed|ing)|endors(?:e|ed|ing)|welcom(?:e|ed|ing)|support(?:ed|ing)?|reject(?:ed|ing)?|oppos(?:e|ed|ing))\s(?<what>it|them|both)\b/iu;
/** "It is voluntary": the sentence goes on about the text that the one before was about. */
const GOES_ON = /^(?:and\s|but\s|yet\s)?(?<what>it|they)\s(?!(?:is|was|remains)\s(?:\w+\s){1,3}(?:that|to|for|when|if)\b)(?:is|are|was|were|has|have|must|should|does|do|needs?|remains?|falls?|fails?|names?|sets?|says?|calls?|makes?|offers?|marks?)\b/iu;

const idsIn = ({ marked }: Sentence, to = marked.text.length): InstrumentId[] => [...new Set(marksIn(marked, 0, to, ['instrument']).flatMap(({ entity }) => (entity?.startsWith('instrument:') ? [entity as InstrumentId] : [])))]; // the prefix is the type
const named = (sentence: Sentence): InstrumentId[] => idsIn(sentence);
/** Those a sentence is about: its subject is a text. */
const about = (sentence: Sentence): InstrumentId[] => (/^(?:[^,ⒶⒼⓋ]{0,60},\s)?(?:the\s|this\s|an?\s)?Ⓘ/iu.test(sentence.marked.masked) ? named(sentence).slice(0, 1) : []);

/** @param before the sentences before, nearest first; the clauses before are known. Each instrument once, in order of the text. */
export function instrumentsIn(sentence: Sentence, before: readonly Sentence[] = []): InstrumentId[] {
  const own = named(sentence);
  const { text } = sentence.marked;
  const near = before.slice(0, REACH).filter(({ passage }) => passage.section === sentence.passage.section);
  const inSentence = sentence.within ? idsIn(sentence.within.sentence, sentence.within.from) : [];
  const earlier = [inSentence, ...near.map(named)].find((found) => found.length > 0) ?? [];
  const one = (): InstrumentId[] => earlier.slice(-1);
  const pointing = POINTING.exec(text)?.groups;
  const pointed = pointing ? (/^(?:this|that)/i.test(pointing['how'] ?? '') || !/s$/i.test(pointing['noun'] ?? '') ? (earlier.length === 1 ? earlier : []) : earlier) : [];
  const treated = TREATED.exec(text)?.groups?.['what'];
  const object = treated && own.length === 0 ? (/^it$/i.test(treated) ? one() : earlier) : [];
  const subject = GOES_ON.test(text) && own.length === 0 ? (near[0] ? about(near[0]) : []) : [];
  return [...new Set([...own, ...pointed, ...object, ...subject])];
}
