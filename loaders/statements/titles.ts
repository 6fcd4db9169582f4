// The title of an ask that no codebook holds: what is asked or promised, in the imperative; how long it may be: titleCuts.ts.
// "Seafarers must be heard before rules are written" → "Hear seafarers before rules are written".

import type { ActFinding } from './acts.ts';
import { beginsWithOrder } from './imperatives.ts';
import { cutTitle, sameMood } from './titleCuts.ts';
import { baseOf, wordsOf } from './words.ts';

/** Nouns of doing that stand for a verb at the head of a list item: "Ratification of …" → "Ratify …". */
const NOMINAL: Readonly<Record<string, string>> = { protection: 'Protect', promotion: 'Promote', regularization: 'Regularise', regularisation: 'Regularise', recognition: 'Recognise', inclusion: 'Include', ratification: 'Ratify', implementation: 'Implement', development: 'Develop', establishment: 'Establish', elimination: 'Eliminate', prevention: 'Prevent', provision: 'Provide', participation: 'Ensure participation', expansion: 'Expand', creation: 'Create', adoption: 'Adopt', enforcement: 'Enforce', strengthening: 'Strengthen', reform: 'Reform', abolition: 'Abolish', integration: 'Integrate', monitoring: 'Monitor', decriminalization: 'Decriminalise', decriminalisation: 'Decriminalise', collection: 'Collect', extension: 'Extend', removal: 'Remove', reduction: 'Reduce', review: 'Review', investment: 'Invest', advocacy: 'Advocate', support: 'Support' };
const OPENING = /^(?:(?:however|furthermore|moreover|therefore|thus|also|in addition|further|finally|lastly|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:ly)?(?=\s?[,:–—-])|and|but|so|in particular|beyond this|similarly|as such|at the same time|in this regard|to this end)\b[,\s]*|(?:an?|the) (?:important|key|main|central|second|third|further|another) (?:point|message)[^.;]{0,60}? (?:was|is) (?:that|the)\s)+/iu;

const lowerFirst = (text: string): string => (/^(?:The|An?|This|These|Those|Our|Their|Its|All|Such|Some|Many|Most|No|Every|Each)\s/.test(text) || /^[A-Z][a-z’'-]*(?:\s|$)/.test(text) && !/^(?:[A-Z]\w+\s){2}/.test(text) || /^[A-Z][a-z]+,/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
const clean = (text: string): string => text.trim().replace(OPENING, '').replace(/^[\s,;:–—-]+/, '');
/** "take all necessary steps to ensure" asks to ensure, "continue to" and "make efforts to" add nothing. */
const CEREMONY = /^(?:to\s)?(?:tak(?:e|ing) (?:all |the |further |adopting )?(?:necessary |appropriate |concrete |effective |immediate |urgent )?(?:steps|measures|action) (?:necessary )?to|continu(?:e|ing) to|mak(?:e|ing) (?:every |all |greater |further )?efforts? to|focus(?:ing)? on(?= \w+ing\b))\s+/i;
/** "stepping up its role" → "Step up its role"; "to print rules" → "Print rules". A second gerund after "and" follows suit. */
const imperative = (text: string): string => {
  const [head = '', ...rest] = clean(text).replace(CEREMONY, '').replace(/^(?:to|also|itself to|ourselves to)\s+/i, '').replace(/^(?:\w+ly)\s+/i, '').split(' ');
  const tail = rest.join(' ').replace(/\band ([a-z]+ing)\b/, (all, verb: string) => (/ing$/i.test(head) ? `and ${baseOf(verb)}` : all));
  return `${/(?:ing|ed)$/i.test(head) || /^(?:held|led|took|gave|made|built|brought|ran|wrote)$/i.test(head) ? baseOf(head) : head.toLowerCase()} ${tail}`;
};
const isGerund = (text: string): boolean => /^\w+ing\b/.test(text) && !/^(?:during|including|regarding|nothing|something|housing|training|funding|building|nursing)\b/i.test(text);
/** A noun phrase as an ask: "Protection of crews" → "Protect crews", "Locking gates" → "Lock gates", "Shelters" → "Ensure shelters". */
export const fromNoun = (phrase: string, verb = 'Ensure'): string => {
  const noun = clean(phrase).replace(/^(?:the|an?)\s+(?=\w+(?:tion|ment)\s+of\b)/i, '');
  const of = /^(\w+)\s+(?:of|in|to|for(?!\s+\w+ing\b))\s+(.+)$/su.exec(noun) ?? /^(advocacy)\s+(.+)$/isu.exec(noun);
  const known = of?.[1] ? NOMINAL[of[1].toLowerCase()] : undefined;
  if (known && of?.[2]) return `${known}${known.includes(' ') ? ' in' : ''} ${of[2]}`;
  const bare = noun.replace(ADJUNCT, '');
  if (beginsWithOrder(bare)) return imperative(bare);
  return isGerund(noun) ? imperative(noun) : verb === '' ? noun : `${verb} ${lowerFirst(noun)}`;
};

/** "In the next step, training modules": what stands before the subject. */
const ADJUNCT = /^(?:subject to|in|at|on|during|as|through|over|throughout|since|with|for|following|after|before|based on|upon|given|as a result of|lastly|further)\b[^,]{2,90},\s+(?=\w)/iu;

/** The clause around a place: where its subject begins. */
const subjectBefore = (text: string, at: number): string => {
  const before = text.slice(0, at);
  const from = Math.max(0, ...[...before.matchAll(/[.;:]\s|,\s(?:and|but|so)\s(?!at\b)|\b(?:that|which)\s(?!we\b)/g)].map((found) => found.index + found[0].length));
  const clause = clean(before.slice(from)).replace(ADJUNCT, '');
  // "… made visible the gaps which must be closed": what must be done is done to the gaps.
  const relative = /\b(?:the|an?|these|those|such)\s(?:(?!\b(?:the|an?|these|those|such)\s).)*(?=,?\s(?:which|that|who)\s*$)/isu.exec(clause);
  const subject = (relative?.[0] ?? clause).replace(/,?\s(?:which|that|who)$/i, '');
  return subject.length >= 3 ? subject : clean(before);
};

const SOMEBODY = /^(?:we|they|it|states?|member states|governments?|countries|employers|all (?:states|governments|countries|actors|stakeholders)|civil society|(?:\w+ )?(?:parties|authorities|agencies|organi[sz]ations|communities))\b/i;

const IRREGULAR = 'seen|heard|held|given|made|put|taken|built|kept|paid|met|known|led|left|brought|sent|set|spent|understood|lost|cut|done|drawn|chosen|written|shown|sold|bought|told|driven|broken|forgotten|left|won';
const PARTICIPLE = new RegExp(`^(?:\\w+ed|${IRREGULAR})\\b`, 'u');
const PASSIVE = new RegExp(`^be\\s+((?:\\w+ly\\s+)?)(\\w+ed|${IRREGULAR})\\b(?:\\s+and\\s+(\\w+ed)\\b)?\\s*(.*)$`, 'su');

/** The noun phrase that a participle follows: "… was the result of a hearing on fees, organised by" → "a hearing on fees". */
const phraseAt = (before: string): string => clean(before.split(/\b(?:is|are|was|were|has|have|had)\s(?:the\s\w+\sof\s)?|[.;:]\s/u).at(-1) ?? before).replace(/[\s,]+(?:often|mostly|partly|jointly)?\s*$/u, '');

/** Verbs of what things are rather than of what somebody does. */
const STATES = /^(?:remain|depend|hang|lead|result|become|exist|serve|stand|hinder|cost|mean|happen)\b/;

/** What must be done, from the words on both sides of "must". */
function fromModal(text: string, finding: Pick<ActFinding, 'start' | 'end'>, actorSubject: boolean): string {
  const after = text.slice(finding.end).trim().replace(/^(?:also|always|\w+ly|all|therefore|strongly)\s+/i, '').replace(/\band (?:should|must|shall)\s(?!be\b|not\b)/gi, 'and ');
  const subject = subjectBefore(text, finding.start);
  const denied = /^(?:in no (?:case|way|event)|under no circumstances|at no (?:time|point))\s+/i.exec(after)?.[0] ?? '';
  const rest = after.slice(denied.length);
  const passive = PASSIVE.exec(rest);
  const negated = denied !== '' || /\b(?:not|never|no longer)$/i.test(text.slice(finding.start, finding.end));
  const stranded = /^(?:up)?on\b(?=\s*(?:[.,;]|$))/.exec(passive?.[4] ?? '')?.[0];
  if (passive?.[2] && stranded) return `${negated ? 'Do not ' : ''}${baseOf(passive[2])} ${stranded} ${lowerFirst(subject)}`;
  if (passive?.[2]) return `${negated ? 'Do not ' : ''}${baseOf(passive[2])}${passive[3] ? ` and ${baseOf(passive[3])}` : ''} ${lowerFirst(subject)} ${passive[4] ?? ''}`;
  const doing = /^be\s+(\w+ing)\b(.*)$/su.exec(after);
  if (doing?.[1] && /^(?:nobody|no one)\b/i.test(subject)) return `Do not ${baseOf(doing[1])}${doing[2] ?? ''}`;
  if (/^be\b/.test(after)) return negated ? `Do not make ${lowerFirst(subject)} ${after.slice(3)}` : /^be\s+(?:at|in|on|under|within)\b/.test(after) ? `Put ${lowerFirst(subject)} ${after.slice(3)}` : `Make ${lowerFirst(subject)} ${after.slice(3)}`;
  if (negated && !actorSubject && STATES.test(rest)) return `Let ${lowerFirst(subject)} not ${rest}`;
  if (negated) return `Do not ${rest}`;
  if (/^(?:nobody|no one|no\s\w+)\b/i.test(subject)) return `Let ${lowerFirst(subject)} ${after}`;
  return actorSubject || SOMEBODY.test(subject) || subject.length > 45 ? imperative(after) : `Ensure ${lowerFirst(subject)} ${after}`;
}

/** "that employers be held accountable" → "Hold employers accountable"; "that the text include a reference" → "Ensure that the text include …" */
function fromThat(clause: string): string {
  const bare = clean(clause.replace(/^\s*that\s+/i, ''));
  return /^.{3,80}?\sbe\s/su.test(bare) && !/^.{3,80}?\s(?:will|should|must|may|can|would|could|to)\sbe\s/su.test(bare) ? titleOfItem(bare) : `Ensure that ${lowerFirst(bare)}`;
}

/** What follows a verb of asking: the deed asked for, without those who are asked. */
function fromAsked(rest: string): string {
  if (isGerund(rest.trim())) return imperative(rest);
  const words = wordsOf(rest);
  const modal = words.findIndex(({ text }) => /^(?:should|must|shall)$/.test(text));
  const to = words.findIndex(({ text, tag }, at) => text === 'to' && tag === 'PART' && words[at + 1]?.tag === 'VERB');
  if (/^\s*that\b/i.test(rest)) return modal >= 0 ? fromModal(rest, { start: words[modal]?.start ?? 0, end: words[modal]?.end ?? 0 }, false) : fromThat(rest);
  if (modal >= 0 && (to < 0 || modal < to)) return fromModal(rest, { start: words[modal]?.start ?? 0, end: words[modal]?.end ?? 0 }, false);
  // "for the inclusion of crews in plans to reopen ports" asks for inclusion; "on States to lift bans" asks to lift.
  if (to >= 0 && !(/^\s*(?:for\s)?(?:the|an?|more|better|stronger)\s\w+(?:ion|ment|al|ance)?\sof\b/i.test(rest) && /^\s*for\b/.test(rest))) return imperative(rest.slice(words[to + 1]?.start ?? 0));
  return fromNoun(clean(rest.replace(/^\s*(?:that|for|on|upon|:)\s+/i, '')));
}

/** What would mend what is blamed: "the rules for producing fear" → "Stop the rules from producing fear"; "that the panel did not say when" → "Say when". */
function blame(after: string): string | null {
  const acting = /^\s*(?<whom>[^,;:]{3,80}?)\sfor\s(?<deed>(?!women\b)[a-z]+ing\s[^,;:]+)/u.exec(after)?.groups;
  if (acting && !/\b(?:opportunit(?:y|ies)|chances?|need|reasons?|grounds|time|space|room|funds?|money|call)$/i.test(acting['whom'] ?? '')) return `Stop ${lowerFirst(acting['whom'] ?? '')} from ${acting['deed'] ?? ''}`;
  const fault = /^\s*(?<whom>[^,;:]{3,80}?)\sfor\s(?:its|their|his|her)\s(?<fault>[^,;:]+)/u.exec(after)?.groups;
  if (fault) return `Change the ${(fault['fault'] ?? '').replace(/[.\s]+$/u, '')} in ${lowerFirst(fault['whom'] ?? '')}`;
  const undone = /^\s*(?:that|the fact that)\s[^,;:]{2,80}?\s(?:did|do|does)\snot\s(?<deed>[a-z]+\b.*)$/su.exec(after)?.groups;
  return undone?.['deed'] ? imperative(undone['deed']) : null;
}

/** @param actorSubject whether a named actor or group stands before the modal: then it is who should act, not what is asked. */
export function titleOf(text: string, finding: ActFinding, actorSubject: boolean): string {
  const { rule, deed } = finding;
  const after = text.slice(finding.end);
  const subject = subjectBefore(text, finding.start);
  switch (rule.id) {
    case 'must': case 'must-not': case 'must-against': case 'shall': case 'need-to': case 'need-to-be':
      return cutTitle(fromModal(text, { ...finding, ...modalPlace(text, finding) }, actorSubject));
    case 'need-for': case 'we-need': case 'moment-to': case 'important-that': case 'demands-that': case 'importance-for': case 'has-a-role': case 'commit': case 'commit-item': case 'goal-of': case 'deserve': case 'may-wish': case 'falls-to': case 'is-asked': case 'one-option': case 'cannot-continue':
      return cutTitle(afterLink(text, finding));
    case 'ready-to': return cutTitle(imperative(`${/\w+ing$/.exec(text.slice(finding.start, finding.end))?.[0] ?? ''} ${after.trim()}`.trim()));
    case 'would-like-to-see':
      if (/leadership$/i.test(text.slice(finding.start, finding.end)) && /^\s*in\s/.test(after)) return cutTitle(`Lead ${after.trim()}`);
      return cutTitle(/^\s*to\s/.test(after) ? imperative(after) : fromNoun(after.trim() || subject));
    case 'there-must-be': case 'cannot-without': case 'our-demand': case 'centre': case 'more-to-do':
      return cutTitle(/^\s*to\s/.test(after) ? imperative(after) : fromNoun(after.trim() || subject));
    case 'is-key': return cutTitle(fromNoun(subject));
    case 'was-rejected': return cutTitle(isGerund(subject) ? `Stop ${lowerFirst(subject)}` : `Reject ${lowerFirst(subject)}`);
    case 'nor-believe': return cutTitle(`Reject ${lowerFirst(clean(after))}`);
    case 'is-right': return cutTitle(`Affirm that ${lowerFirst(clean(text))}`);
    case 'right-to': case 'text-is-key': case 'goes-on': return cutTitle(rule.id === 'goes-on' ? `Address how ${lowerFirst(clean(text))}` : `Affirm that ${lowerFirst(clean(text))}`);
    case 'view': return cutTitle(`Affirm that ${lowerFirst(clean(after))}`);
    case 'says-nothing': return cutTitle(`Address ${lowerFirst(clean(after.replace(/^\s*(?:of|to|about|on|for|that|how)\s/i, '')) || subject)}`);
    case 'is-no': return cutTitle(`Affirm that ${lowerFirst(clean(text))}`);
    case 'will': case 'will-too': case 'did': case 'work-of': case 'work-by': case 'thing-did':
      return cutTitle(sameMood(deed ? `${baseOf(text.slice(...deed))}${text.slice(deed[1])}` : after));
    case 'done-by':
      if (deed && !/\b(?:is|are|was|were|been|being)(?:\s\w+ly)?\s*$/i.test(text.slice(0, deed[0]))) return cutTitle(`${baseOf(text.slice(...deed))} ${lowerFirst(phraseAt(text.slice(0, deed[0])))}`);
      return cutTitle(deed ? `${baseOf(text.slice(...deed))} ${lowerFirst(subject.replace(/\s(?:was|were|has been|have been|will|is|are)\b.*$/su, ''))}` : subject);
    case 'was-made': case 'will-be-made':
      return cutTitle(deed ? `${baseOf(text.slice(...deed))} ${lowerFirst(subject.replace(/\s(?:was|were|has been|have been|will|is|are)\b.*$/su, ''))}` : subject);
    case 'took-part': return cutTitle(`Take part ${after.replace(/^\s*(?:[\w-]+\s){1,4}?(?:actor|members?|part|partner|participant)\s(?=in\b|of\b|at\b)/, '').replace(/^\s*(?:,[^,]*,)?\s*(?:of|in|as|to)?\s*/, 'in ')}`);
    case 'importance-raised': case 'is-progress': return cutTitle(rule.id === 'is-progress' ? fromNoun(subject, 'Support') : fromNoun(text.slice(finding.start).replace(/^the importance of\s/i, '').replace(/\s(?:was|were|is|has been)\b.*$/su, '')));
    case 'are-not': return cutTitle(`Stop treating ${lowerFirst(subject)} as ${after.length > 3 && !/[“"‘]/.test(text.slice(finding.start, finding.end)) ? text.slice(finding.start, finding.end).replace(/^(?:is|are) not (?:just |simply |merely |only |an? )*/, '') : (/[“"‘']([^”"’']+)/.exec(text.slice(finding.start))?.[1] ?? '')}`);
    case 'not-the-solution': case 'is-unacceptable':
      if (/(?:not enough|insufficient|inadequate)$/i.test(text.slice(finding.start, finding.end))) return cutTitle(`Strengthen ${lowerFirst(subject)}`);
      return cutTitle(isGerund(subject) ? `Stop ${lowerFirst(subject)}` : `End ${lowerFirst(subject)}`);
    case 'policies-harm': return cutTitle(`Challenge ${lowerFirst(subjectBefore(text, finding.end - 1).replace(/\s(?:create|put|violate|undermine|perpetuate|exacerbate|reinforce|criminali[sz]e|exclude|exploit|deny|push|force|expose|endanger|threaten|fuel|increase|leave|discriminate|punish|ignore|trap|restrict|hamper)\w*$/, ''))}`);
    case 'too-little':
      if (/fall(?:en|s)? short$/i.test(text.slice(finding.start, finding.end)) && /^\s*of\s/.test(after)) return cutTitle(fromNoun(after.replace(/^\s*of\s/, '')));
      if (/failed$/i.test(text.slice(finding.start, finding.end)) && /^\s*to\s/.test(after)) return cutTitle(imperative(after));
      if (/fail(?:s|ed|ing)? to(?: \w+)?$/i.test(text.slice(finding.start, finding.end))) return cutTitle(imperative(`${/to (\w+)$/.exec(text.slice(finding.start, finding.end))?.[1] ?? ''} ${after.trim()}`.trim()));
      return cutTitle(/enough attention|too little attention/i.test(text) ? `Give more attention to ${lowerFirst(subject.replace(/\s(?:is|are|was|were|has|have)\s*$/, ''))}` : `Address ${lowerFirst(/^\s*(?:on|to|of)\s/.test(after) ? after.trim().replace(/^(?:on|to|of)\s/, '') : subject)}`);
    default:
      if (rule.act === 'CALLS_FOR' || rule.act === 'RECOMMENDS') return cutTitle(fromAsked(after));
      if (rule.rejects) return cutTitle(`Reject ${lowerFirst(clean(after.replace(/^\s*(?:[,:]|also|that|the fact that)\s/gi, '')))}`);
      if (rule.act === 'ENDORSES' && /^\s*(?:also\s)?that\s/i.test(after) && wordsOf(after).some(({ tag }) => tag === 'VERB' || tag === 'AUX')) return cutTitle(`Affirm that ${lowerFirst(clean(after.replace(/^\s*(?:also\s)?that\s/i, '')))}`);
      if (rule.act === 'ENDORSES') return cutTitle(`Support ${lowerFirst(clean(after.replace(/^\s*(?:also\s)?the fact that\s/i, '').replace(/^\s*(?:its|their|our)\s(?:\w+\s)?(?:support|commitment|solidarity|appreciation)\s(?:for|to|with|of)\s/i, '').replace(/^\s*the importance of\s/i, '')))}`);
      if (blame(after)) return cutTitle(blame(after) ?? '');
      if (/^\s*(?:also\s|further\s|only\s)?(?:that|the fact that)\s/i.test(after)) return cutTitle(`Address how ${lowerFirst(clean(after.replace(/^\s*(?:also\s|further\s|only\s)?(?:that|the fact that)\s/i, '')).replace(ADJUNCT, ''))}`);
      return cutTitle(`Address ${lowerFirst(clean(after.replace(/^\s*(?:[,:]|also|only|that|the fact that|about|at|by|over|with|was|is|were)\s/gi, '')))}`);
  }
}

/** The place of the modal itself within what a rule matched. */
function modalPlace(text: string, finding: ActFinding): { start: number; end: number } {
  const found = /\b(?:must|should|ought to|shall|needs? to|ha(?:s|ve) to)\b(?:\s+(?:not|never|no longer)\b)?/i.exec(text.slice(finding.start));
  if (found) return { start: finding.start + found.index, end: finding.start + found.index + found[0].length };
  return { start: finding.start, end: finding.end };
}

/** What follows "need to", "need for", "it is vital that", "commits to" … */
function afterLink(text: string, finding: ActFinding): string {
  const matched = text.slice(finding.start, finding.end);
  const rest = text.slice(finding.end).trim();
  const participle = /\bto be$/.test(matched) && PARTICIPLE.test(rest) ? /^\w+/.exec(rest)?.[0] : undefined;
  if (participle) return `${baseOf(participle)} ${lowerFirst(subjectBefore(text, finding.start))}${rest.slice(participle.length)}`;
  if (finding.rule.id === 'may-wish' && /^[a-z]+\s/.test(rest) && !/^(?:to|for|that)\s/.test(rest)) return imperative(rest);
  if (/\b(?:for|in)$/.test(matched)) return /^[^,.;]{3,60}?\bto\s+[a-z]/.test(rest) && /\bfor$/.test(matched) ? imperative(rest.replace(/^.*?\bto\s+/su, '')) : fromNoun(rest);
  if (/\bto$/.test(matched)) return imperative(rest);
  if (/^(?:to|for)\s/.test(rest)) return fromAsked(rest);
  if (/^that\b/.test(rest) || /\bthat$/.test(matched)) return /\b(?:should|must|be)\b/.test(rest) ? fromAsked(rest) : `Ensure that ${rest.replace(/^that\s+/, '')}`;
  return finding.rule.id === 'demands-that' ? fromAsked(rest) : fromNoun(rest);
}

/** "pensions can be transferred", "no school passes on an address": a whole sentence, neither an order nor a noun. */
export function isDeclarative(item: string): boolean {
  const words = wordsOf(item);
  const verb = words.findIndex(({ tag, text }, at) => at > 0 && (tag === 'AUX' || (tag === 'VERB' && /[^s]s$/.test(text) && words[at - 1]?.tag !== 'DET')) && !/^(?:be|to)$/i.test(text));
  return verb > 0 && !beginsWithOrder(item) && !isGerund(item) && words.slice(0, verb).some(({ tag }) => tag === 'NOUN' || tag === 'PROPN' || tag === 'PRON') && !words.slice(0, verb).some(({ text, tag }) => /^(?:that|which|who|whose|where|when|if|whether|how|what|because|as|to|while)$/i.test(text) || tag === 'SCONJ' || text === ',' || text === ':');
}

/** The title of a list item whose act stands in its lead-in. */
export function titleOfItem(text: string, afterThat = false): string {
  const item = clean(text).replace(/^(?:that|to)\s+/i, '').replace(/^[\w\s-]{3,28}:\s+(?=[a-z])/u, '');
  const subjunctive = /^(.{3,80}?)\s+be\s+(.+)$/su.exec(item);
  if (subjunctive?.[1] && subjunctive[2] && !/\b(?:to|will|must|should|can|may|would|could|shall|not)$/.test(subjunctive[1])) return cutTitle(PARTICIPLE.test(subjunctive[2]) ? `${baseOf(/^\w+/.exec(subjunctive[2])?.[0] ?? '')} ${lowerFirst(subjunctive[1])}${subjunctive[2].replace(/^\w+/, '')}` : `Make ${lowerFirst(subjunctive[1])} ${subjunctive[2]}`);
  // "we urge that: the review look at …": the verb is in no person; whoever is not asked is let do it.
  if (afterThat && isDeclarative(item)) return cutTitle(`Ensure that ${lowerFirst(item)}`);
  if (afterThat && /^(?:the|an?|its|their|our|each|every)\s|^\p{Lu}/u.test(item)) return cutTitle(`Let ${/^(?:the|an?|its|their|our|each|every)\s/i.test(item) ? item.charAt(0).toLowerCase() + item.slice(1) : item}`);
  return cutTitle(/^that\s/i.test(text) ? `Ensure that ${lowerFirst(item)}` : item);
}
