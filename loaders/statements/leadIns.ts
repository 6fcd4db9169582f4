// What a list item inherits: the act of the sentence that introduces the list, its actor, addressees and occasion.
// Where the introducing sentence has no verb of its own ("Recommendations:", "Examples of this work:") its noun says the act.

import type { Act, Stance } from '../../schema/vocabulary.ts';
import type { Sentence } from './sentence.ts';

export interface LeadInNoun {
  readonly id: string;
  readonly act: Act;
  readonly stance: Stance;
  readonly strength: number;
  readonly pattern: RegExp;
  readonly example: string;
}

/** Introductions by noun, tried in order on the whole lead-in. */
export const LEAD_IN_NOUNS: readonly LeadInNoun[] = [
  { id: 'recommendations-list', act: 'RECOMMENDS', stance: 'SUPPORTS', strength: 0.85, pattern: /\b(?:following|these|key|main|our|policy|\w+ed(?:\sthe)?)?\s?(?:recommendations?|proposals|suggestions)\b[^.;]{0,120}:?$/iu, example: 'The hearing yielded the following recommendations:' },
  { id: 'pledges-list', act: 'COMMITS', stance: 'SUPPORTS', strength: 0.8, pattern: /\b(?:our|following|these)\s(?:commitments|pledges|undertakings)\b[^.;]{0,60}:?$/iu, example: 'We make the following pledges:' },
  { id: 'asks-list', act: 'CALLS_FOR', stance: 'SUPPORTS', strength: 0.8, pattern: /\b(?:calls?\s(?:for|to)\saction|demands|asks|priorities|priority\s(?:actions|areas|messages)|key\smessages?|action\s(?:points|steps)|(?:urgent|necessary|following|concrete)\s(?:actions|steps|measures)|way\sforward)\b[^.;]{0,60}:?$/iu, example: 'Urgent calls for action:' },
  { id: 'concerns-list', act: 'CRITICIZES', stance: 'OPPOSES', strength: 0.75, pattern: /\b(?:main|following|these|our|serious|key)\sconcerns\b[^.;]{0,60}:?$/iu, example: 'Our main concerns are:' },
  { id: 'role-list', act: 'ACTS', stance: 'SUPPORTS', strength: 0.7, pattern: /\b(?:role|contribution|work|part)\sof\s(?:the\s)?Ⓐ·*[^:]{0,120}\b(?:was|were|is|included?)\s?(?:to)?:?$/iu, example: 'The role of {the Quay Office} at the hearing was to:' },
  { id: 'deeds-list', act: 'ACTS', stance: 'SUPPORTS', strength: 0.7, pattern: /\b(?:(?:following|these|other|key|main)\s(?:\w+\s)?(?:projects?|activit(?:y|ies)|initiatives?|results|achievements|efforts|interventions)|(?:examples|overview)\sof\s(?:this|our|its|their|the)\s(?:work|activities|initiatives)|(?:strategies|activities|efforts|achievements|results|interventions|work)\b[^:]{0,160}\bincluded?)\b[^.;]{0,60}:?$/iu, example: 'The following lists examples of this work:' },
];

/** Lists of what was discussed, asked about or aimed at: their items are nobody’s position. */
const TOPICS = /\b(?:focus(?:ed|ing)?\son|questions?|topics?|themes?|agenda|discuss(?:ed|ion)|divided\sinto|objectives?\sof|purposes?\sof|aims?\sof|round\s?tables?|countries|members\sare|partners\sare|as\sfollows\sthe)\b[^.]{0,80}:?$/iu;

/** The act that a lead-in gives its items by its noun, or null. */
export function leadInNoun({ marked }: Sentence): LeadInNoun | null {
  const text = marked.masked.trim();
  return LEAD_IN_NOUNS.find(({ pattern }) => pattern.test(text)) ?? null;
}
/** Whether a lead-in only announces topics. */
export const announcesTopics = ({ marked }: Sentence): boolean => TOPICS.test(marked.masked.trim());

/** Headings under which an imperative is an ask ("Recommendations", "Action 3", "Way forward") or a promise ("Our commitments"). */
const ASK_HEADING = /^(?:[\dIVX]+[.)]?\s*|[A-Z][.)]\s+)?(?:(?:our|key|main|urgent|existing|policy|general|specific|concrete|time\sfor|priority|proposed|final)\s)*(?:recommendations?|demands|asks|calls?\s(?:for|to)\saction|action(?:s|\s?points?|\s?steps?)?(?:\s\d+)?|priorities|priority\s\w+|messages|way\sforward|next\ssteps|what\s(?:we|must|states|governments)\b.*)(?:\s(?:to|for|on|from|of)\s.*)?:?$/iu;
export const isAskHeading = (heading: string | null): boolean => heading !== null && ASK_HEADING.test(heading.trim());

/** Headings under which an organisation tells what it does. */
const DEED_HEADING = /\b(?:activit|result|achievement|our\swork|work\sof|policy\sand\sprogramme|participation|initiative|progress|project|programme|programm|undertaken|implementation|support\sto|strateg|background|cooperation|capacity)/iu;
export const isDeedHeading = (heading: string | null): boolean => heading !== null && DEED_HEADING.test(heading);
