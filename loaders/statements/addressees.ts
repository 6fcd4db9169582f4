// Who is asked to act: named after the verb of asking ("urge governments to"), before the modal ("States must"),
// after "that" ("recommend that Member States"), or shared with the lead-in of a list.

import type { ActorRef } from '../../schema/ids.ts';
import type { ActFinding } from './acts.ts';
import { marksIn } from './marking.ts';
import type { Sentence } from './sentence.ts';
import { joined, type Voices } from './voice.ts';

/** Where what is asked begins, and those who are asked end. */
const ASK = /\bto\s(?!the\b|an?\b|all\b|their\b|our\b|its\b)[a-z]+|\b(?:must|should|shall|ought|that)\b(?!\s(?:the\s|all\s)?[ⒶⒼ])/iu;
const SUBJECT_KINDS = ['actor', 'group'] as const;

/** The addressees that a sentence names for one of its acts; [] where it names none. */
export function addresseesOf(sentence: Sentence, finding: ActFinding, voices: Voices): ActorRef[] {
  const { marked } = sentence;
  const { act, id, kind } = finding.rule;
  if (act === 'COMMITS' && id === 'ready-to') {
    const partners = /\bwith\s(?:the\s)?/iu.exec(marked.masked.slice(finding.start));
    if (!partners) return [];
    const from = finding.start + partners.index;
    return voices.permitted(joined(marksIn(marked, from, marked.text.length, SUBJECT_KINDS), marked.text).flatMap(({ start, end }) => voices.actorsIn(sentence, start, end)));
  }
  if (act !== 'CALLS_FOR' && act !== 'RECOMMENDS') return [];
  if (finding.asked) return voices.actorsIn(sentence, ...finding.asked);
  const named = kind === 'said' || id === 'call-of' || id === 'recommendation-of' || id === 'it-was-recommended' || id === 'important-that' || id === 'would-like-to-see' || id === 'demands-that' ? asked(sentence, finding.end, voices) : [];
  const subject = beforeModal(sentence, voices);
  const charged = [...marked.masked.matchAll(/\bwith\s(?:the\s|all\s)?[ⒶⒼ]·*\s\w+ing\b|\bby\s(?:the\s|all\s)?Ⓖ·*/giu)].flatMap((found) => (found.index > finding.start ? voices.actorsIn(sentence, found.index, found.index + found[0].length) : []));
  const self = new Set(voices.self(sentence));
  return voices.permitted([...named, ...subject, ...charged]).filter((actor) => !self.has(actor));
}

/** Those named between the verb of asking and what is asked; "governments of countries of origin" are governments. */
function asked(sentence: Sentence, from: number, voices: Voices): ActorRef[] {
  const { marked } = sentence;
  // Some rules end after "that"; it tells where those who are asked begin.
  const at = /\bthat$/i.test(marked.text.slice(0, from)) ? from - 4 : from;
  const rest = marked.masked.slice(at);
  const direct = /^\s?(?:that\s|on\s|upon\s|to\s|for\s|by\s)*(?:the\s|all\s|both\s|our\s|your\s|its\s|every\s|each\s|relevant\s|national\s|more\s|other\s)*(?:[a-z]+s\sand\s)?(?=[ⒶⒼ])/iu.exec(rest);
  const named = direct ?? /^\s?(?:on|upon)\s(?:[a-z-]+\s){1,4}?(?=[ⒶⒼ])/iu.exec(rest);
  if (!named) return [];
  const end = at + named[0].length + (ASK.exec(rest.slice(named[0].length))?.index ?? rest.length);
  if (/\bthat\s/i.test(named[0])) return joined(marksIn(marked, at + named[0].length, marked.text.length, SUBJECT_KINDS), marked.text).flatMap(({ start, end: markEnd }) => voices.actorsIn(sentence, start, markEnd));
  const marks = marksIn(marked, at, end, SUBJECT_KINDS).filter(({ start, end: markEnd }) => !/^['’]s?\s/.test(marked.text.slice(markEnd)) && !/\bof\s(?:\w+\s){0,3}$/.test(marked.masked.slice(at + named[0].length, start)));
  return marks.flatMap(({ start, end: markEnd }) => voices.actorsIn(sentence, start, markEnd));
}

/** "States must …", "Governments and recruiters should …", "They must …"; not those to whom something is due ("crews must be heard"). */
export function beforeModal(sentence: Sentence, voices: Voices): ActorRef[] {
  const found = /(?:^|[.;:,]\s|\b(?:that|and|but|where|so)\s)(?:the\s|all\s|both\s|our\s|these\s|such\s|those\s)*(?<who>[ⒶⒼⓋ]·*(?:(?:,\s(?:and\s)?|\sand\s|\sor\s|\sas\swell\sas\s)(?:the\s|their\s|all\s)*[ⒶⒼⓋ]·*)*)(?:\s(?:of|in|from)\s[^,.;:]{2,60}|,\s[a-z]+\sand\s[a-z]+,)?\s(?:also\s|all\s|therefore\s|\w+ly\s)*(?:must|should|shall|ought\sto|needs?\sto|ha(?:s|ve)\sto|ha(?:s|ve)\san?\s(?:\w+\s){0,2}(?:role|responsibility|duty|obligation))\b(?!\s(?:not\s|also\s|all\s|\w+ly\s)*(?:be|have|enjoy|receive|benefit|participate)\b)/diu.exec(sentence.marked.masked);
  const who = found?.indices?.groups?.who;
  if (!who) return [];
  const actors = voices.actorsIn(sentence, who[0], who[1]);
  const onlyVoice = marksIn(sentence.marked, who[0], who[1]).every(({ kind, surface }) => kind === 'voice' && !/^(?:it|they)$/i.test(surface));
  return onlyVoice ? [] : actors;
}

/** "Recommendations to employers", "Messages to convey to governments": whom everything below the heading asks. */
export function headingAddressees(heading: Sentence, voices: Voices): ActorRef[] {
  const found = /(?:\b(?:recommendations?|messages?|asks?|demands?|calls?|appeals?|requests?|priorit(?:y|ies))\b[^.]{0,60}?\b(?:to|for|on)|^(?:\d+[.)]\s*)?(?:to|for))\s(?:the\s|all\s|national\s)*(?<who>[ⒶⒼ]·*(?:(?:,\s(?:and\s)?|\sand\s)(?:the\s)?[ⒶⒼ]·*)*)/diu.exec(heading.marked.masked);
  const who = found?.indices?.groups?.who;
  return who ? voices.actorsIn(heading, who[0], who[1]) : [];
}

const ITEM_SUBJECT = /^(?:that\s)?(?:the\s|all\s|both\s)*(?<who>[ⒶⒼ]·*(?:(?:,\s(?:and\s)?|\sand\s)(?:the\s)?[ⒶⒼ]·*)*)(?![·'’])(?!\sbe\b)\s(?:\w+ly\s)?[a-z]+/diu;

/** "That member states engage …": the subject of an item under "we recommend:"; not those to whom something is due ("crews be heard"). */
export function itemSubject(sentence: Sentence, voices: Voices): ActorRef[] {
  const found = ITEM_SUBJECT.exec(sentence.marked.masked);
  const who = found?.indices?.groups?.who;
  // "migrants in crisis", "the government statement call for": a longer noun phrase, not somebody who does something.
  const at = sentence.words.findIndex(({ start }) => who !== undefined && start >= who[1]);
  const [next, after] = sentence.words.slice(at, at + 2);
  if (!next || ['ADP', 'DET', 'CCONJ', 'PRON', 'SCONJ'].includes(next.tag) || (next.tag === 'NOUN' && after?.tag === 'VERB')) return [];
  return who ? voices.actorsIn(sentence, who[0], who[1]) : [];
}
/** What such an item asks of its subject. */
export function afterItemSubject({ marked }: Sentence): string {
  const who = ITEM_SUBJECT.exec(marked.masked)?.indices?.groups?.who;
  return marked.text.slice(who?.[1] ?? 0).trim();
}
