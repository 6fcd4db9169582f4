// Titles of list items whose act stands in their lead-in: orders ("end the curfew"), topics ("night work"), clauses after "that:", nouns.

import { afterItemSubject } from './addressees.ts';
import type { ActRule } from '../../schema/english.ts';
import { english } from './english.ts';
import { DEED_ITEM, ORDER_UNDER_HEADING } from './chooseActs.ts';
import { isImperative } from './imperatives.ts';
import type { Sentence } from './sentence.ts';
import { cutTitle } from './titleCuts.ts';
import { fromNoun, isDeclarative, titleOf, titleOfItem } from './titles.ts';
import { baseOf } from './words.ts';

/** What a lead-in says of the form of its items. */
export interface ListKind {
  /** The list names subjects to be addressed ("on issues related to:"), not what should become of them. */
  readonly topical: boolean;
  /** The list goes on after "that": its items have subjects and verbs in no person. */
  readonly afterThat: boolean;
}

/** "the Employers' group, to drop its proposal": who is approached and what for. */
const APPROACHED = /^(?:the|all|those)\s[^,;:]{0,40}?(?:\w+s|group|office|committee|council|union|ministry|secretariat|bank|network),?\sto\s(?<deed>[a-z]+\s.+)$/su;
const lowered = (text: string): string => (/^\p{Lu}\p{Ll}+\s\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/**
 * The title of an item that says nothing of its own act.
 * @param hasSubject whether it names who should act
 */
export function titleUnder(sentence: Sentence, rule: ActRule, hasSubject: boolean, { topical, afterThat }: ListKind): string {
  const { text } = sentence.marked;
  if (rule === DEED_ITEM) return cutTitle(text.replace(/^\S+/, (verb) => baseOf(verb)));
  if (topical) return cutTitle(fromNoun(text, 'Address'));
  const denied = /^(?<no>not|never)\s(?:to\s)?(?=[a-z])/u.exec(text);
  if (denied) return cutTitle(`${denied.groups?.no === 'not' ? 'Do not' : 'Never'} ${text.slice(denied[0].length)}`);
  const modal = isImperative(sentence) ? undefined : sentence.acts.find(({ rule: { id } }) => id === 'must' || id === 'need-to' || id === 'need-to-be' || id === 'must-not' || id === 'must-against');
  if (modal) return titleOf(text, modal, hasSubject);
  if (isImperative(sentence) || /^that\b|^to\b|^.{3,80}\sbe\s/iu.test(text) || rule === ORDER_UNDER_HEADING) {
    return titleOfItem(hasSubject ? afterItemSubject(sentence) : text, afterThat && !hasSubject && !isImperative(sentence));
  }
  const approached = rule.act === 'CALLS_FOR' || rule.act === 'RECOMMENDS' ? APPROACHED.exec(text)?.groups?.['deed'] : undefined;
  if (approached) return titleOfItem(approached);
  if (isDeclarative(text)) return cutTitle(`${rule.act === 'ENDORSES' ? 'Affirm that' : rule.act === 'CRITICIZES' ? 'Address how' : 'Ensure that'} ${lowered(text)}`);
  if (hasSubject) return titleOfItem(/^(?:which|who|whose|heir|including)\b/i.test(afterItemSubject(sentence)) ? text : afterItemSubject(sentence));
  if (afterThat) return titleOfItem(text, true);
  if (rule.act === 'ACTS') return /^\w+\s(?:of|for|with)\s/.test(text) ? cutTitle(fromNoun(text, /^(?:an?\s)?(?:technical\s|legal\s)?(?:support|assistance|advice|training|briefings?|guidance|submissions?)\b/i.test(text) ? 'Provide' : '')) : titleOfItem(text);
  return cutTitle(fromNoun(text, rule.act === 'CRITICIZES' ? 'Address' : rule.act === 'ENDORSES' ? 'Support' : text.length < 60 && english().disapproval.test(text) ? 'Address' : 'Ensure'));
}
