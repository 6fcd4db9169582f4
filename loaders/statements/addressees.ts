// Who is asked to act: named after the verb of asking ("urge governments to"), before the modal ("States must"),
// after "that" ("recommend that Member States"), in a phrase of duty ("it is for states to"), or shared with a lead-in or heading.

import type { ActorRef } from '../../schema/ids.ts';
import type { ActFinding } from './acts.ts';
import { english } from './english.ts';
import { marksIn, type MarkKind } from './marking.ts';
import type { Sentence } from './sentence.ts';
import { joined, type Voices } from './voice.ts';
import { mayMatch } from '../text/mayMatch.ts';

/** Where what is asked begins, and those who are asked end. */
const ASK = /\bto\s(?!the\b|an?\b|all\b|their\b|our\b|its\b)[a-z]+|\b(?:must|should|shall|ought|that)\b(?!\s(?:the\s|all\s)?[ⒶⒼ])/iu;
const SUBJECT_KINDS: readonly MarkKind[] = ['actor', 'group', 'voice'];
/** Forms that name whom they ask as a spoken ask does, right behind them. */
const NAMING = new Set(['call-of', 'recommendation-of', 'it-was-recommended', 'important-that', 'demands-that']);
/** Forms behind which somebody is asked only where a verb follows: "the need for states to act", not "the need for unions". */
const NAMING_WITH_VERB = new Set(['would-like-to-see', 'need-for', 'we-need', 'is-key', 'moment-to', 'importance-for', 'more-to-do', 'centre']);

const DETERMINERS = String.raw`(?:the\s|all\s|both\s|our\s|your\s|its\s|their\s|these\s|such\s|those\s|every\s|each\s|any\s|relevant\s|national\s|more\s|other\s|["“‘'])*`;
const LIST = String.raw`[ⒶⒼⓋ]·*(?:["”’']?(?:\s?\([^()]{1,60}\))?(?:,\s(?:and\s)?|\sand\s|\sor\s|\sas\swell\sas\s)(?:the\s|their\s|all\s|other\s)*[ⒶⒼⓋ]·*)*`;
const AFTER_NAME = String.raw`(?:\s?\([^()]{1,80}\))?(?:\s(?:of|in|from|at|across)\s[^,.;:]{2,60}|,\s[a-z]+\sand\s[a-z]+,|,\s[^,.;:]{3,80},|,?\s(?:that|which|who)\s[^,.;:]{3,90},?)?`;
const ADVERBS = String.raw`(?:also\s|all\s|both\s|each\s|jointly\s|together\s|therefore\s|urgently\s|\w+ly\s)*`;
const MODAL = String.raw`(?:must|should|shall|ought\sto|needs?\sto|ha(?:s|ve)\sto|could\s(?:usefully|also|do\smore)|(?:may|might)\s(?:wish|want)\sto|would\sdo\swell\sto|(?:is|are)\s(?:\w+ly\s)?(?:urged|asked|called\s(?:up)?on|invited|requested|encouraged|expected|obliged|bound|required)\s(?:to|that)|ha(?:s|ve)\san?\s(?:\w+\s){0,2}(?:role|responsibility|duty|obligation))`;
/** To whom something is due ("crews must be heard"), nobody is asked. */
const DUE = String.raw`(?!\s(?:not\s|also\s|all\s|\w+ly\s)*(?:be|have|enjoy|receive|benefit|participate)\b)`;
const BEFORE_MODAL = new RegExp(String.raw`(?:^|[.;:,—–]\s|\b(?:that|and|but|where|so|because|while)\s)${DETERMINERS}(?<who>${LIST})${AFTER_NAME}(?:\s(?:meeting|gathered|assembled|represented|present)\s[^,.;:]{3,90})?\s${ADVERBS}${MODAL}\b${DUE}`, 'diu');
/** "The statement of civil society should …": whoever is to speak is asked. */
const UTTERANCE = new RegExp(String.raw`(?:^|\b(?:that|and)\s)(?:the\s|its\s|all\s|official\s)*[^.;:,]{0,60}?\b(?:statements?|speech(?:es)?|interventions?|papers?|submissions?|reports?|declarations?)\s(?:of|from|by)\s${DETERMINERS}(?<who>${LIST})[^,.;:]{0,60}?\s(?:must|should|shall|ought\sto|needs?\sto)\b`, 'diu');
const POSSESSOR = new RegExp(String.raw`(?<who>[ⒶⒼ]·*)['’]s?\s(?:\w+\s){0,2}(?:statement|speech|intervention|paper|submission|report)s?\s(?:must|should|shall|ought\sto|needs?\sto)\b`, 'diu');
/** "it is for states to", "responsibility lies with employers". */
const DUTY = new RegExp(String.raw`\b(?:it\s(?:is|falls)\s(?:up\s)?(?:for|to|on|incumbent\s(?:up)?on|the\s(?:duty|responsibility|role|task|obligation)\sof)|(?:responsibility|duty|onus|burden|obligation|task)\s(?:\w+\s)?(?:lies|rests|falls|is)\s(?:squarely\s|\w+ly\s)?(?:with|on|upon)|we\slook\sto|we\scount\son|we\srely\son|(?:is|are)\sthe\s(?:duty|responsibility|task|obligation)\sof)\s${DETERMINERS}(?<who>${LIST})`, 'diu');
/** "with employers paying", "be repealed by governments", "ratification by states": who is to do it. */
const CHARGED = new RegExp(String.raw`\bwith\s${DETERMINERS}[ⒶⒼ]·*\s\w+ing\b|\b(?:be|being)\s(?:\w+ly\s)?(?!paid\b)\w+\s(?:\w+ly\s)?by\s${DETERMINERS}[ⒶⒼ]·*|\b(?:ratification|implementation|adoption|action|accession|enforcement|pledges?|commitments?|measures|efforts|leadership|investment|recognition)\s(?:of\s[^,;.]{2,60}(?<!ed)\s)?by\s${DETERMINERS}[ⒶⒼ]·*`, 'giu');
const DONE_BY = /(?<!\b(?:played|held|faced|suffered|caused|committed|run|owned|employed|produced|made|abused|exploited|recruited|paid)\s)\bby\s(?:the\s|all\s)?Ⓖ·*/giu;

const placeIn = (form: RegExp, sentence: Sentence): readonly [number, number] | null => (mayMatch(form, sentence.marked.masked) ? (form.exec(sentence.marked.masked)?.indices?.groups?.who ?? null) : null);
const isBareVoice = (sentence: Sentence, [from, to]: readonly [number, number]): boolean => marksIn(sentence.marked, from, to).every(({ voice }) => voice !== undefined && voice.kind !== 'pronoun' && voice.kind !== 'organizers' && voice.kind !== 'body' && voice.kind !== 'role');

/** The addressees that a sentence names for one of its acts; [] where it names none. Never those who ask. */
export function addresseesOf(sentence: Sentence, finding: ActFinding, voices: Voices): ActorRef[] {
  const { act, id, kind } = finding.rule;
  if (act === 'COMMITS' && id === 'ready-to') return partnersSought(sentence, finding.start, voices);
  if (act === 'ACTS' || act === 'COMMITS') return approached(sentence, finding, voices);
  if (act !== 'CALLS_FOR' && act !== 'RECOMMENDS') return [];
  if (finding.asked) return voices.actorsIn(sentence, ...finding.asked);
  const named = kind === 'said' || NAMING.has(id) ? asked(sentence, finding.end, voices) : NAMING_WITH_VERB.has(id) && /^\s?(?:for\s|that\s|of\s)?[^.;:,]{0,40}[ⒶⒼ]·*[^.;:]{0,60}?\sto\s[a-z]/iu.test(sentence.marked.masked.slice(finding.end)) ? asked(sentence, finding.end, voices) : [];
  const within = id === 'our-demand' ? voices.actorsIn(sentence, ...spanTo(sentence, finding)) : [];
  const self = new Set(voices.self(sentence));
  return voices.permitted([...named, ...within, ...subjectAsked(sentence, voices), ...chargedIn(sentence, finding.start, voices, [CHARGED, DONE_BY])]).filter((actor) => !self.has(actor));
}

/** "Our message to governments is": those named within the form. */
function spanTo({ marked }: Sentence, { start, end }: ActFinding): readonly [number, number] {
  const to = /\bto\s/i.exec(marked.masked.slice(start, end));
  return to ? [start + to.index, end] : [end, end];
}

function partnersSought(sentence: Sentence, from: number, voices: Voices): ActorRef[] {
  const { marked } = sentence;
  const partners = /\bwith\s(?:the\s)?/iu.exec(marked.masked.slice(from));
  if (!partners) return [];
  return voices.permitted(joined(marksIn(marked, from + partners.index, marked.text.length, ['actor', 'group']), marked.text).flatMap(({ start, end }) => voices.actorsIn(sentence, start, end)));
}

/** Deeds that are asks: "lobbied the ministry to", "advocacy with governments", "submitted to the Committee". */
const APPROACHED = new RegExp(String.raw`\b(?:lobb(?:y|ied|ying)|urg(?:ed|ing)|persuad(?:ed|ing)|petition(?:ed|ing)|press(?:ed|ing)|assist(?:ed|ing)|advis(?:ed|ing)|encourag(?:ed|ing)|convinc(?:ed|ing)|support(?:ed|ing)|help(?:ed|ing))\s${DETERMINERS}(?<who>${LIST})(?![·'’])(?:\s(?:of|in|at)\s[^.;:]{2,60})?\sto\s[a-z]+|\b(?:advocacy|lobbying|dialogue)\s(?:work\s)?(?:with|towards?|to)\s${DETERMINERS}(?<who2>${LIST})|\b(?:submitted|presented|addressed|handed|sent)\s(?:[^.;:,]{0,80}\s)?to\s${DETERMINERS}(?<who3>${LIST})|\b(?:(?:briefed|lobbied|petitioned)|met\s(?:\w+ly\s)?with|submission\sto|(?:carry|take|bring|submit|present|hand|send|deliver)\s[^.;:,]{2,60}?\sto)\s(?:(?:delegations?|representatives|members)\sof\s)?${DETERMINERS}(?<who4>${LIST})`, 'diu');
export function approached(sentence: Sentence, { start, who }: ActFinding, voices: Voices): ActorRef[] {
  const from = Math.max(who?.[1] ?? 0, 0);
  const groups = APPROACHED.exec(sentence.marked.masked)?.indices?.groups;
  const place = groups?.who ?? groups?.who2 ?? groups?.who3 ?? groups?.who4;
  return place && place[0] >= from && place[0] >= start ? voices.actorsIn(sentence, ...place) : [];
}

function chargedIn(sentence: Sentence, from: number, voices: Voices, forms: readonly RegExp[] = [CHARGED]): ActorRef[] {
  return forms.flatMap((form) => [...sentence.marked.masked.matchAll(form)]).flatMap((found) => (found.index > from - 1 ? voices.actorsIn(sentence, found.index, found.index + found[0].length) : []));
}

/** Those named between the verb of asking and what is asked; "governments of countries of origin" are governments. */
function asked(sentence: Sentence, from: number, voices: Voices): ActorRef[] {
  const { marked } = sentence;
  // Some rules end after "that"; it tells where those who are asked begin.
  const at = /\bthat$/i.test(marked.text.slice(0, from)) ? from - 4 : from;
  const rest = marked.masked.slice(at);
  const direct = new RegExp(String.raw`^\s?(?:that\s|on\s|upon\s|to\s|for\s|of\s|by\s)*${DETERMINERS}(?:(?:[a-z]+s\sand|members\sof|those)\s)?(?=[ⒶⒼⓋ])`, 'iu').exec(rest);
  const named = direct ?? /^\s?(?:on|upon)\s(?:[a-z-]+\s){1,4}?(?=[ⒶⒼ])/iu.exec(rest);
  if (!named) return [];
  const end = at + named[0].length + (ASK.exec(rest.slice(named[0].length))?.index ?? rest.length);
  const toName = (place: { readonly start: number; readonly end: number }): ActorRef[] => voices.actorsIn(sentence, place.start, place.end);
  const kinds = SUBJECT_KINDS;
  if (/\bthat\s/i.test(named[0])) return isDueTo(sentence, at + named[0].length) ? [] : joined(marksIn(marked, at + named[0].length, marked.text.length, kinds), marked.text).flatMap(toName);
  const marks = marksIn(marked, at, end, kinds).filter(({ start, end: markEnd }) => !/^['’]s?\s/.test(marked.text.slice(markEnd)) && !/\b(?:of|with|and\sfor)\s(?:\w+\s){0,3}$/.test(marked.masked.slice(at + named[0].length, start)));
  return marks.flatMap(toName);
}

/** "that crews be heard": something is due to those named, nobody is asked. */
const isDueTo = ({ marked }: Sentence, from: number): boolean => new RegExp(String.raw`^${LIST}\s(?:not\s)?be\s\w+(?:ed|en|rd|ld|id|ven|ught)\b`, 'iu').test(marked.masked.slice(from));

/** Who is asked by being the subject of a modal or of a duty. */
function subjectAsked(sentence: Sentence, voices: Voices): ActorRef[] {
  for (const form of [UTTERANCE, POSSESSOR, BEFORE_MODAL, DUTY]) {
    const who = placeIn(form, sentence);
    if (who && !isBareVoice(sentence, who)) return voices.actorsIn(sentence, ...who);
  }
  return [];
}

/** "States must …", "Governments and recruiters should …", "They must …"; not those to whom something is due ("crews must be heard"). */
export function beforeModal(sentence: Sentence, voices: Voices): ActorRef[] {
  const who = placeIn(BEFORE_MODAL, sentence);
  return who && !isBareVoice(sentence, who) ? voices.actorsIn(sentence, ...who) : [];
}

const OF_ASKS = new RegExp(String.raw`(?:\b(?:recommendations?|messages?|asks?|demands?|calls?|appeals?|requests?|priorit(?:y|ies)|what\swe\s(?:want|ask|need|expect))\b[^.]{0,60}?\b(?:to|for|on|from|of)|^(?:\d+[.)]\s*|[a-z][.)]\s*)?(?:to|for|of|(?:(?:we|and|do|also|further|hereby)\s)*(?:call\s(?:up)?on|urge|invite|request|demand\s(?:of|from|that)|ask|appeal\sto|exhort|encourage)))\s${DETERMINERS}(?<who>${LIST})`, 'diu');
const ONLY_NAMES = new RegExp(String.raw`^(?:\d+[.)]\s*|[a-z][.)]\s*)?${DETERMINERS}(?<who>${LIST}(?:,?\stogether\swith\s(?:the\s)?[ⒶⒼ]·*)?)(?:(?<=Ⓖ·*)\s(?:of|in|from)\s[^,.;:()]{2,50})?(?:\s?\([^()]{1,60}\))?\s?(?::|(?:must|should|shall|to|need\sto)\s?:?)?$`, 'diu');

/** Whether a heading says by its words that asks stand below it: "To governments", "What we ask of employers". */
export const announcesAsks = (heading: Sentence): boolean => placeIn(OF_ASKS, heading) !== null;

/** "Recommendations to employers", "Messages to convey to governments", "For states:": whom everything below the heading asks. */
export function headingAddressees(heading: Sentence, voices: Voices): ActorRef[] {
  const who = placeIn(OF_ASKS, heading);
  return who ? voices.actorsIn(heading, ...who) : onlyNamed(heading, voices);
}

/** Those who are all that a heading or lead-in names: "Governments of origin:", "Quay Office and Port Authority". Asks below it are theirs. */
export function onlyNamed(sentence: Sentence, voices: Voices): ActorRef[] {
  const who = placeIn(ONLY_NAMES, sentence);
  return who && !marksIn(sentence.marked, who[0], who[1]).some(({ voice }) => voice) ? marksIn(sentence.marked, who[0], who[1]).flatMap(({ start, end }) => voices.actorsIn(sentence, start, end)).filter((actor, at, all) => all.indexOf(actor) === at) : [];
}

const ITEM_SUBJECT = new RegExp(String.raw`^(?:that\s)?${DETERMINERS}(?<who>${LIST})(?![·'’])(?!\sbe\b)(?:\s?\([^()]{1,80}\))?(?<link>,\s[^,.;:]{3,80},|\s(?:of|in|from|at|across|that|which|who)\s)?`, 'diu');
/** Words that cannot follow a subject which does something. */
const NO_VERB = new Set(['ADP', 'DET', 'CCONJ', 'PRON', 'SCONJ']);

/** "That member states engage …": the subject of an item under "we recommend:"; not those to whom something is due ("crews be heard"). */
export function itemSubject(sentence: Sentence, voices: Voices): ActorRef[] {
  const found = ITEM_SUBJECT.exec(sentence.marked.masked);
  const who = found?.indices?.groups?.who;
  if (!found || !who || isBareVoice(sentence, who)) return [];
  const link = found.groups?.['link'] ?? '';
  const words = sentence.words.filter(({ start }) => start >= found[0].length);
  // The tagger takes some verbs of doing for nouns ("the region print the rules").
  const verbs = words.flatMap(({ tag, text }, at) => (tag === 'VERB' || (english().verbs.activity.has(text) && ['DET', 'PRON'].includes(words[at + 1]?.tag ?? '')) ? [at] : []));
  // "governments of the region ratify": the verb comes soon; "companies that recruit here open their books": after that of the clause.
  const at = /^\s(?:of|in|from|at|across)/.test(link) ? (verbs[0] ?? -1) : /^\s(?:that|which|who)/.test(link) ? (verbs[1] ?? -1) : 0;
  const [next, after] = words.slice(Math.max(at, 0), Math.max(at, 0) + 2);
  // "migrants in crisis", "the government statement call for": a longer noun phrase, not somebody who does something.
  if (at < 0 || at > 12 || !next || /^be$/i.test(next.text) || NO_VERB.has(next.tag) || /^be$/i.test(words[at - 1]?.text ?? '') || (next.tag === 'NOUN' && after?.tag === 'VERB')) return [];
  return voices.actorsIn(sentence, who[0], who[1]);
}
/** Whom an item asks: its subject, else who is to do it by its words ("pledges by states"). */
export const itemAddressees = (sentence: Sentence, subjects: readonly ActorRef[], voices: Voices): readonly ActorRef[] => (subjects.length > 0 ? subjects : [...new Set([...subjectAsked(sentence, voices), ...chargedIn(sentence, 0, voices)])]);

/** What such an item asks of its subject. */
export function afterItemSubject({ marked }: Sentence): string {
  const who = ITEM_SUBJECT.exec(marked.masked)?.indices?.groups?.who;
  return marked.text.slice(who?.[1] ?? 0).trim();
}
