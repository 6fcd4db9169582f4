// From a marked sentence to what is done in it: urging, advising, promising, endorsing, criticising, doing.
// The rules are rows (schema/english/acts.yaml); this file says in which order they are believed and what a verb must be to count.

import type { ActRule } from '../../schema/english.ts';
import { english } from './english.ts';
import { marksIn, type MarkedSentence } from './marking.ts';
import { pattern, saidBare, saidBy, saidToo } from './subject.ts';
import { baseOf, type Word } from './words.ts';
import { mayMatch } from '../text/mayMatch.ts';

export interface ActFinding {
  readonly rule: ActRule;
  /** The words of the rule in the sentence; UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Where the sentence names who does it; null where it does not. */
  readonly who: readonly [number, number] | null;
  /** Whom a passive asks ("states are urged to"); null where the sentence is no such passive. */
  readonly asked: readonly [number, number] | null;
  /** The verb of a deed or promise, where there is one: what the commitment's title begins with. */
  readonly deed: readonly [number, number] | null;
  readonly passive: boolean;
}

const isSpoken = ({ kind, id }: ActRule): boolean => kind === 'said' && id !== 'did' && id !== 'will';
/** The trigger is the bare verb: most sentences lack it, and looking for a subject is dear. */
const compile = (rule: ActRule) => ({ rule, trigger: rule.kind === 'said' && rule.id !== 'did' ? new RegExp(rule.pattern, 'iu') : null, whole: rule.kind === 'said' ? saidBy(rule.pattern) : pattern(rule.pattern), elided: isSpoken(rule) ? saidToo(rule.pattern) : null, bare: isSpoken(rule) ? saidBare(rule.pattern) : null });
let compiled: readonly ReturnType<typeof compile>[] | null = null;

const PASSIVE = /\b(?:is|are|was|were|been|being)\b/iu;
const PAST = /(?:ed|^(?:held|led|built|brought|took|gave|made|put|set|ran|run|sent|won|wrote|spoke|met|began|drew|taught|co-led|co-hosted|undertook|sought|forged|found|kept|shared|overcame|submitted|done|given|taken|written))$/i;

/** "the ban which the Office lifted", "what we have done": a deed that describes something is scenery; "it reported that the Office lifted" is none. */
function isRelative({ masked }: MarkedSentence, words: readonly Word[], at: number): boolean {
  const before = /(?:^|\s)(?<link>that|which|whom|what|whose|where|as)\s(?:the\s|its\s)?(?:[\w-]+\s){0,3}$/iu.exec(masked.slice(0, at));
  if (!before) return false;
  if (!/^that$/i.test(before.groups?.link ?? '')) return true;
  const head = words.filter(({ end }) => end <= before.index).at(-1);
  return head !== undefined && head.end === before.index && head.tag === 'NOUN' && !/^(?:fact|news|idea|view|extent|announcement|report|evidence)$/i.test(head.text);
}

/** Whether the verb at a place tells of a deed, and whose: the group's only where it is public. */
function isDeed(marked: MarkedSentence, words: readonly Word[], who: readonly [number, number], deed: readonly [number, number]): boolean {
  const word = words.find(({ start }) => start === deed[0]);
  if (!word || (word.tag !== 'VERB' && !PAST.test(word.text) && !isProgressive(marked.masked, word.start, word.text))) return false;
  const named = marksIn(marked, who[0], who[1], ['actor', 'voice']).length > 0;
  const { verbs } = english();
  const known = named ? verbs.activity : verbs.publicActivity;
  const between = marked.masked.slice(who[1], deed[0]);
  if (isRelative(marked, words, who[0])) return false;
  // "The Conference adopted" is a deed of those who met; "the Conference held in May" is a name and a participle.
  if (marked.masked[who[0]] === 'Ⓘ') return false;
  if (marked.masked[who[0]] === 'Ⓕ' && !/^(?:adopted|issued|endorsed|approved|published|launched|established)$/i.test(word.text)) return false;
  // "the Office held in May", "a body supported by others": a participle, not a deed.
  if (/^(?:held|hosted|organi[sz]ed|convened|supported|funded|led|established|prepared|adopted)$/i.test(word.text) && /^\s(?:in|at|on|from|by|under)\b/i.test(marked.text.slice(deed[1])) && between.trim() === '') return false;
  // "we are meeting here" is scenery.
  if (/^(?:conven|meet|gather)/i.test(word.text) && /^\s(?:in|at|here|today)\b/i.test(marked.text.slice(deed[1]))) return false;
  // The tagger takes some verbs for adjectives or nouns and then gives no base form.
  if (!known.has(word.tag === 'VERB' ? word.lemma : baseOf(word.text))) return false;
  if (/ing$/i.test(word.text)) return /\b(?:is|are|was|were|been)\b/iu.test(between);
  if (PAST.test(word.text)) return !/\bto\s$/.test(between);
  if (/\bcontinued\sto\s$/iu.test(between)) return named;
  return named && verbs.lasting.has(word.lemma) && /^(?:\s(?:also|\w+ly|both))*\s$/iu.test(between);
}

/** What a rule of the state or an employer makes people do is no ask of the text’s ("under the scheme, workers must pay a fee"). */
const HARDSHIP = /^[^.;]{0,24}\b(?:workers|migrants|women|girls|applicants|they|children|employees|refugees|families|people)\s(?:must|should|(?:have|need)s?\sto)\s(?:also\s|often\s)?(?:pay|leave|obtain|return|work|apply|undergo|accept|carry|live|rely|travel|wait|hide|choose|cope|endure|face|send|borrow|migrate|prove)\b/iu;

/** "We do not call for curfews", "Nor do we believe that curfews help": what is denied is not said. */
const DENIED = /\b(?:(?:do|does|did|will|would|can)(?:\s?not|n[’']t|\snever)|(?:nor|neither|never|in no way|at no time|under no circumstances)\s(?:do|does|did|will|would|can|shall)\s[^,;.]{1,60})\s(?:\w+ly\s)?$/iu;

/** What a session or a chapter will deal with is its programme. */
const PROGRAMME = /\b(?:the|this|each|our)\s(?:\w+\s)?(?:session|meeting|workshop|conference|panel|discussion|paper|report|note|brief|document|section|chapter|round\stable|event|forum|study|article)\s(?:will|shall)\s(?:\w+ly\s|also\s|then\s|first\s)?(?:address|discuss|examine|explore|focus|cover|look|consider|present|review|begin|start|open|close|deal|describe|outline|analy[sz]e|provide|bring|identify|conclude)\b/iu;
/** "Chapter two deals with the need for …" tells what stands there. */
const CONTENTS = /^(?:chapter|section|part|annex|appendix|table|figure|box)\s[\w.]+\s/iu;

/** What those present are asked to do in the room is no position. */
const PROGRAMME_NOTE = /^[^.;]{0,80}\b(?:participants|delegates|speakers|you)\b[^.;]{0,80}\bto\s(?:identify|share|discuss|consider|reflect|fill|provide|note|join|complete|take|send|submit)\b/iu;

/** Verbs of thinking and noting tell of an ask where what is thought is one. */
const OPINIONS = new Set(['underscore-wrong', 'agreed-wrong', 'reaffirm', 'support', 'recognise', 'view']);
const ASKED = /(?:^|^[^.;]*?\s)that\s[^.;]*?\b(?:must|(?:is|are)\s(?:\w+ly\s)?(?:needed|required|necessary)|should(?!\shave\b)|ought\sto|needs?\s(?:to|for)|ha(?:s|ve)\sto|it\sis\s(?:vital|crucial|essential|important|imperative|necessary))\b/iu;

/** Whether what the pattern found holds: promises do not foretell, deeds are deeds, criticism disapproves. */
function holds(rule: ActRule, found: RegExpExecArray, marked: MarkedSentence, words: readonly Word[]): boolean {
  const places = found.indices?.groups;
  const deed = places?.deed;
  const who = places?.who ?? places?.who2;
  if ((rule.id === 'must' || rule.id === 'need-to') && HARDSHIP.test(marked.text.slice(Math.max(0, found.index - 24)))) return false;
  if (!rule.rejects && (rule.act === 'CALLS_FOR' || rule.act === 'RECOMMENDS' || rule.act === 'ENDORSES') && DENIED.test(marked.masked.slice(0, places?.verb?.[0] ?? found.index))) return false;
  if (rule.id === 'ask-to' && PROGRAMME_NOTE.test(marked.text.slice(found.index))) return false;
  // "continued to support crews" tells of work.
  if (rule.id === 'support' && places?.verb && /\bcontinued\sto\s$/iu.test(marked.masked.slice(0, places.verb[0]))) return false;
  if (rule.kind === 'said' && rule.id !== 'did' && inPassive(marked, found) && !isAsk(rule) && !/ted\sto$/i.test(found[0])) return false;
  // "noted that crews must be heard": an ask, whatever wrong it mentions.
  if (OPINIONS.has(rule.id) && ASKED.test(marked.text.slice(places?.verb?.[0] ?? found.index))) return false;
  if (rule.needs === 'negative' && !english().disapproval.test(marked.text.slice(found.index))) return false;
  if (rule.needs === 'positive' && !english().approval.test(marked.text.slice(found.index))) return false;
  if (!deed) return true;
  const word = words.find(({ start }) => start === deed[0]);
  switch (rule.id) {
    case 'will-short':
    case 'will-too':
    case 'will':
      if (PROGRAMME.test(marked.text)) return false;
      return word !== undefined && !english().verbs.foretold.has(word.lemma) && who !== undefined && marksIn(marked, who[0], who[1], ['actor', 'voice']).length > 0;
    case 'did':
      return who !== undefined && isDeed(marked, words, who, deed) && !isPassive(marked, who, deed);
    case 'work-by':
    case 'thing-did':
      return word !== undefined;
    case 'work-of':
      return word !== undefined && PAST.test(word.text) && english().verbs.activity.has(word.lemma);
    default:
      return word !== undefined && (rule.id === 'done-by' ? english().verbs.activity : english().verbs.deliverable).has(word.lemma);
  }
}

const isAsk = ({ act }: ActRule): boolean => act === 'CALLS_FOR' || act === 'RECOMMENDS';
/** "States are urged", "the plan was welcomed": the subject of a passive says nothing; "are advocates" is no verb at all. */
function inPassive(marked: MarkedSentence, found: RegExpExecArray): boolean {
  const { who, verb } = found.indices?.groups ?? {};
  return who !== undefined && verb !== undefined && PASSIVE.test(marked.masked.slice(who[1], verb[0])) && !/^\w+ing\b/i.test(marked.text.slice(verb[0]));
}

function isPassive(marked: MarkedSentence, who: readonly [number, number], deed: readonly [number, number]): boolean {
  return PASSIVE.test(marked.masked.slice(who[1], deed[0])) && !/ing$/i.test(marked.text.slice(...deed)) && !/^(?:engaged|involved)$/i.test(marked.text.slice(...deed));
}

/** Rules that tell of deeds without whoever did them as the subject. */
const PASSIVE_RULES = new Set(['was-made', 'done-by', 'will-be-made', 'thing-did']);
const KIND_ORDER = { said: 0, form: 1 } as const;
const TOLD_RANK: Readonly<Record<string, number>> = { 'done-by': 4.5, 'was-made': 4.7, 'will-be-made': 4.7, 'thing-did': 4.8, credit: 4.9 };
const rank = ({ rule }: ActFinding): number => (rule.act === 'ACTS' || rule.id === 'will-be-made' ? (TOLD_RANK[rule.id] ?? 4) : rule.id === 'must-against' || rule.id === 'must-not' || rule.id === 'must' ? 0.9 : rule.act === 'CRITICIZES' && rule.kind === 'form' ? 1.5 : rule.act === 'ENDORSES' && rule.kind === 'form' ? 2 : KIND_ORDER[rule.kind]);

/** "has been training": the tagger takes some for nouns. */
const isProgressive = (masked: string, start: number, text: string): boolean => /ing$/i.test(text) && /\b(?:is|are|been)\s(?:\w+ly\s)?$/iu.test(masked.slice(0, start));

/** The sentence with the verbs that can be deeds hidden behind Ⓓ; null where it has none. */
function withDeeds(marked: MarkedSentence, words: readonly Word[]): MarkedSentence | null {
  const { activity } = english().verbs;
  let masked = marked.masked;
  for (const { text, lemma, tag, start, end } of words) {
    if ((tag !== 'VERB' && !PAST.test(text) && !isProgressive(marked.masked, start, text)) || masked[start] !== text[0]) continue;
    if (activity.has(lemma) || activity.has(baseOf(text))) masked = `${masked.slice(0, start)}Ⓓ${'·'.repeat(end - start - 1)}${masked.slice(end)}`;
  }
  return masked === marked.masked ? null : { ...marked, masked };
}

/** The first place where a pattern matches and what it found holds: the first subject of a sentence is not always the one that acts. */
function firstHolding(rule: ActRule, form: RegExp, marked: MarkedSentence, words: readonly Word[]): RegExpExecArray | null {
  if (!mayMatch(form, marked.masked)) return null;
  form.lastIndex = 0;
  for (let found = form.exec(marked.masked); found; found = form.exec(marked.masked)) {
    if (holds(rule, found, marked, words)) return found;
    form.lastIndex = found.index + 1;
  }
  return null;
}

/** Nouns that open headings and items as often as verbs do. */
const NOUNS_TOO = /^(?:supports?|values?|demands?|challenges?|requests?|protests?|backs?|promises?|seconds?|questions?|appeals?|calls?(?! (?:up)?on\b| for (?:an?|the|all)\b)|regrets?|proposes?|advocates?|shares?|plans?|commits?|welcome|urge|note)\b(?!\s(?:that|Ⓖ|Ⓐ|the\s[ⒶⒼ]))/iu;
/** "Urges States to print the rules": a paragraph of a resolution or an item of minutes begins with the verb of whoever speaks. */
function opening(rule: ActRule, form: RegExp, marked: MarkedSentence, words: readonly Word[]): RegExpExecArray | null {
  form.lastIndex = 0;
  const found = form.exec(marked.masked);
  const verb = found?.indices?.groups?.verb;
  if (!found || !verb || (!found.groups?.let && NOUNS_TOO.test(marked.masked.slice(verb[0])))) return null;
  const first = /^[\w-]+/u.exec(marked.text.slice(verb[0]))?.[0] ?? '';
  const inflected = found.groups?.let !== undefined || /[^s]s$/i.test(first) || (/ing$/i.test(first) && /[;,]$/.test(marked.text.trim())) || (/ed$/i.test(first) && /^\w+\s(?:that|on|upon|for|to)\b/iu.test(marked.text.slice(verb[0])));
  return inflected && holds(rule, found, marked, words) ? found : null;
}

/** All acts that rules find in a sentence, the most believed first. Questions and quotations do nothing. */
export function findActs(marked: MarkedSentence, words: readonly Word[]): ActFinding[] {
  if (/\?["”’)]?$/.test(marked.text.trimEnd()) || /^(?:whether|how|which)\b/i.test(marked.text) || CONTENTS.test(marked.text)) return [];
  const findings: ActFinding[] = [];
  for (const { rule, trigger, whole, elided, bare } of (compiled ??= english().acts.map(compile))) {
    if (trigger && !(mayMatch(trigger, marked.masked) && trigger.test(marked.masked))) continue;
    const told = rule.id === 'did' ? withDeeds(marked, words) : marked;
    if (!told) continue;
    const match = firstHolding(rule, whole, told, words) ?? (elided ? firstHolding(rule, elided, marked, words) : null) ?? (bare ? opening(rule, bare, marked, words) : null);
    if (!match) continue;
    const groups = match.indices?.groups;
    const passiveAsk = rule.kind === 'said' && isAsk(rule) && inPassive(marked, match) ? (groups?.who ?? null) : null;
    if (passiveAsk && !/^\w+(?:ed|d)\b/i.test(match.groups?.verb ?? '')) continue;
    const verb = groups?.verb;
    findings.push({ rule, start: verb?.[0] ?? match.index, end: match.index + match[0].length, who: passiveAsk ? null : (groups?.who ?? groups?.who2 ?? null), asked: passiveAsk ?? groups?.asked ?? null, deed: groups?.deed ?? null, passive: PASSIVE_RULES.has(rule.id) });
  }
  const concession = concessionEnd(marked.masked);
  const conceded = ({ start }: ActFinding): number => (start < concession && findings.some((other) => other.start >= concession) ? 1 : 0);
  return findings.toSorted((a, b) => conceded(a) - conceded(b) || order(a, b));
}
const isAgainst = ({ rule: { id } }: ActFinding): number => (id === 'must-against' || id === 'must-not' ? 0 : 1);
const order = (a: ActFinding, b: ActFinding): number => rank(a) - rank(b) || a.start - b.start || isAgainst(a) - isAgainst(b) || b.rule.strength - a.rule.strength;

/** Where "While crews must travel safely," ends: what is conceded is not what is said. 0 where nothing is. */
function concessionEnd(masked: string): number {
  const found = /^(?:while|whilst|although|though|even though|despite|notwithstanding)\b[^,]{10,}?,/iu.exec(masked);
  return found ? found[0].length : 0;
}
