// What a list item inherits: the act of the sentence that introduces the list, its actor, addressees and occasion.
// Where the introducing sentence has no verb of its own ("Recommendations:", "Examples of this work:") its noun says the act.

import type { LeadInRule } from '../../schema/english.ts';
import { english } from './english.ts';
import type { Sentence } from './sentence.ts';

/** Lists of what was discussed, asked about or aimed at: their items are nobody’s position. */
const TOPICS = /\b(?:focus(?:ed|ing)?\son|questions?|topics?|themes?|agenda|discuss(?:ed|ion)|divided\sinto|objectives?\sof|purposes?\sof|aims?\sof|round\s?tables?|countries|members\sare|partners\sare|as\sfollows\sthe)\b[^.]{0,80}:?$/iu;

let nouns: readonly { readonly rule: LeadInRule; readonly pattern: RegExp }[] | null = null;
/** The act that a lead-in gives its items by its noun, or null. */
export function leadInNoun({ marked }: Sentence): LeadInRule | null {
  const text = marked.masked.trim();
  nouns ??= english().leadIns.map((rule) => ({ rule, pattern: new RegExp(rule.pattern, 'iu') }));
  return nouns.find(({ pattern }) => pattern.test(text))?.rule ?? null;
}
/** Whether a lead-in only announces topics. */
export const announcesTopics = ({ marked }: Sentence): boolean => TOPICS.test(marked.masked.trim());

/** Headings under which an imperative is an ask ("Recommendations", "Action 3", "Way forward") or a promise ("Our commitments"). */
const ASK_HEADING = /^(?:[\dIVX]+[.)]?\s*|[A-Z][.)]\s+)?(?:(?:our|key|main|urgent|existing|policy|general|specific|concrete|time\sfor|priority|proposed|final)\s)*(?:recommendations?|demands|asks|calls?\s(?:for|to)\saction|action(?:s|\s?points?|\s?steps?)?(?:\s\d+)?|priorities|priority\s\w+|messages|way\sforward|next\ssteps|what\s(?:we|must|should|needs|do\swe|is\sneeded|states|governments)\b.*)(?:\s(?:to|for|on|from|of)\s.*)?:?$/iu;
export const isAskHeading = (heading: string | null): boolean => heading !== null && ASK_HEADING.test(heading.trim());

/** Headings under which an organisation tells what it does. */
const DEED_HEADING = /\b(?:activit|result|achievement|our\swork|work\s(?:of|done|carried\sout|under)|policy\sand\sprogramme|participation|initiative|progress|project|programme|programm|undertaken|implementation|support\sto|strateg|background|cooperation|capacity)/iu;
export const isDeedHeading = (heading: string | null): boolean => heading !== null && DEED_HEADING.test(heading);
