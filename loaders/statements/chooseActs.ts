// Which of the acts that rules found in a sentence are statements, given what its list and section say. Precision first.

import type { ActRule } from '../../schema/english.ts';
import type { ActFinding } from './acts.ts';
import { english } from './english.ts';
import { part } from './clauses.ts';
import { isImperative } from './imperatives.ts';
import { leadInNoun } from './leadIns.ts';
import { marksIn } from './marking.ts';
import { baseOf } from './words.ts';
import type { Sentence } from './sentence.ts';

/** How a sentence stands in its text. */
export interface Standing {
  /** The act that its list inherits, or null outside such lists. */
  readonly inherited: { readonly act: ActRule['act']; readonly rule: ActRule } | null;
  /** The first sentence of its paragraph or item. */
  readonly opens: boolean;
  /** Its heading announces asks ("Recommendations", "Action 3"). */
  readonly underAskHeading: boolean;
  /** Its heading or what stands before it tells what the author, an organisation, has done. */
  readonly amongDeeds: boolean;
  /** Those present at an occasion are the voice: what "was felt" or "was rejected" they felt and rejected. */
  readonly room: boolean;
}

const rule = (id: string, act: ActRule['act'], strength: number, example: string): ActRule => ({ id, act, stance: 'SUPPORTS', strength, kind: 'form', pattern: '', example });
export const ORDER_UNDER_HEADING = rule('order-under-heading', 'RECOMMENDS', 0.7, 'Open the register to crews.');
/** "the event: (a) showed films; (b) trained cooks": items that go on with the deed. */
export const DEED_ITEM: ActRule = { ...rule('deed-item', 'ACTS', 0.6, 'trained cooks from four ports;'), stance: 'SUPPORTS' };
export const PLAIN_ORDER = rule('plain-order', 'CALLS_FOR', 0.65, 'Ratify the convention without delay.');
/** Orders that only an advocate gives; others may be a form’s instructions. */
const DEMANDING = /^(?:ratify|end|stop|abolish|guarantee|ensure|recogni[sz]e|protect|regulari[sz]e|decriminali[sz]e|repeal|respect|lift|dismantle|eliminate|prohibit|uphold|halt|prosecute|ban)\b[^?]{12,}$/iu;

export const isAsk = (act: ActRule['act']): boolean => act === 'CALLS_FOR' || act === 'RECOMMENDS';
/** Speech of somebody named: stronger than what the list says. */
const isSpeech = ({ rule: { kind, act, id } }: ActFinding): boolean => (kind === 'said' && act !== 'ACTS' && id !== 'will') || id === 'recommendation-of' || id === 'call-of' || id === 'ready-to';
/** An act without words of its own: its list or its mood says it. */
export const bare = (of: ActRule): ActFinding => ({ rule: of, start: 0, end: 0, who: null, asked: null, deed: null, passive: false });
/** Words that go on with the item's ask: "This includes …", "Including …", "These should …" */
const CONTINUES = /^(?:this|these|they|it|such\s\w+|that)?\s?(?:also\s)?(?:includ(?:es?|ing)|means?|entails?|encompass(?:es)?|extends?)\b/iu;
/** Nouns that are verbs too: "shelters and support" supports nobody. */
const AMBIGUOUS = /^(?:supports?|values?|demands?|challenges?|requests?|protests?|caution|backs?|promise|seconds?|question|appeals?|calls?|regrets?|praise|propose|advocates?)$/i;

/** "… and regrets only that", "… and supports the plan": verbs after all. */
const TAKES_OBJECT = /^\s(?:(?:only|also|fully|strongly|again)\s)?(?:that|the|this|these|those|its|their|our|any|all|[ⒶⒼⒾⒻ])/u;

const inflection = (verb: string): string => (/ed$|^(?:undertook|spoke)$/i.test(verb) ? 'past' : /[^s]s$/i.test(verb) ? 'third' : 'base');

function extraActs(sentence: Sentence, primary: ActFinding): ActFinding[] {
  const others = sentence.acts.filter((finding) => {
    if (finding === primary || finding.rule.act === primary.rule.act || finding.rule.act === 'ACTS') return false;
    if (!(isSpeech(finding) || finding.rule.id === 'would-like-to-see') || finding.rule.id === 'stress-importance' || finding.rule.id === 'underscore-wrong') return false;
    const verb = sentence.marked.text.slice(finding.start, finding.end).split(/\s/)[0] ?? '';
    if (finding.who === null && finding.rule.kind === 'said' && ((AMBIGUOUS.test(verb) && !TAKES_OBJECT.test(sentence.marked.masked.slice(finding.end))) || primary.rule.kind !== 'said' || finding.start < primary.start)) return false;
    // "commits agencies to keep accounts, uphold laws": an infinitive that goes on, not a second verb of the subject.
    if (finding.who === null && finding.rule.kind === 'said' && inflection(verb) !== inflection(sentence.marked.text.slice(primary.start, primary.end).split(/\s/)[0] ?? '')) return false;
    return finding.start > primary.end || finding.end < primary.start;
  });
  return others.slice(0, 1);
}

const TELLING = new Set(['did', 'took-part', 'work-of', 'done-by', 'was-made', 'will-be-made', 'will-too', 'played-role', 'thing-did', 'work-by', 'credit']);

/** What the author adds of its own to what it tells ("…, which, to our regret, leaves cooks out"). */
const OWN_JUDGEMENT = new Set(['sadly', 'says-nothing']);

/** Deeds of speech: what is raised or shown is what counts ("the session raised the need for …"). */
const MENTIONING = /^(?:raised?|highlight(?:ed)?|show(?:ed|n)?|shared?|outlined?|discussed|presented|informed|reported|spoke|pointed|generated|observed|pressed|push(?:ed)?)$/i;

/** A sentence that is one quotation, with who spoke where that is told in brackets. */
const QUOTATION = /^["“«][^”"»]*["”»]\s*(?:[—–-]\s*)?(?:\([^()]*\)|anonymous[^.]*)?\.?$/iu;
/** Quoted without a name, a sentence speaks for a room whose report it stands in, if it asks; elsewhere for nobody. */
function quotedActs(sentence: Sentence, { room }: Standing): ActFinding[] {
  if (!room) return [];
  const inner = part(sentence, sentence.marked.text.search(/[^"“«\s]/u), sentence.marked.text.length);
  const asked = inner.acts.find(({ rule: { act }, who }) => isAsk(act) && (who === null || /^we\b/i.test(inner.marked.text.slice(...who))));
  return asked ? [{ ...asked, rule: { ...asked.rule, kind: 'form' }, who: null, start: asked.start + 1, end: asked.end + 1, asked: null }] : isImperative(inner) ? [bare(PLAIN_ORDER)] : [];
}

/** "Equal access to night shelters": an item without a verb of its own. */
const isNounPhrase = ({ passage, words, marked }: Sentence): boolean => passage.role === 'ITEM' && marked.text.length > 15 && !words.some(({ tag }) => tag === 'AUX') && ['NOUN', 'ADJ', 'DET'].includes(words[0]?.tag ?? '') && !words.some(({ tag, text }) => tag === 'VERB' && !/(?:ing|ed|en)$/.test(text) && !/\b(?:to|that|which|who)\s$/iu.test(marked.text.slice(0, marked.text.indexOf(text))));

/** An item that goes on with the verb of its lead-in. */
const GOES_ON = /^(?:not\s)?(?:to|that)\s(?!us\b|them\b|end\b)[\p{Ll}\p{Lu}]/u;

/** "to print the rules", "That inspectors can enter", "Unions to open their books", "Registers to be kept", "Zero fees: …" */
const ASKING_FORM = /^(?:(?:not\s)?to\s[a-z]|that\s[a-z]|(?:no|zero|an?\send\sto)\s[a-z]|[^.;:]{3,160}?\sto\sbe\s\w+(?:ed|en|t)\b|[ⒶⒼ]·*[^.;:]{0,160}?\sto\s[a-z]+\s)/iu;
/** "Recruit crews as organisers": the item of a list of asks begins with the base form of a verb. */
const opensWithVerb = ({ passage, words: [head, next] }: Sentence): boolean => passage.role === 'ITEM' && head !== undefined && (head.tag === 'VERB' ? head.lemma === head.text.toLowerCase() : english().verbs.activity.has(head.text.toLowerCase()) && ['DET', 'ADJ', 'PRON', 'NOUN'].includes(next?.tag ?? '')) && !/(?:ed|ing)$/.test(head.text);

/** The acts of a sentence that count, the main one first; [] for background. */
export function chosenActs(sentence: Sentence, standing: Standing): ActFinding[] {
  const { inherited, opens, underAskHeading, amongDeeds, room } = standing;
  if (QUOTATION.test(sentence.marked.text.trim())) return quotedActs(sentence, standing);
  const own = sentence.acts.filter(({ passive, rule: { id, needs } }) => (!passive || id === 'done-by' || amongDeeds) && (needs !== 'room' || room));
  const speech = own.find((finding) => isSpeech(finding) && finding.who !== null);
  if (inherited) {
    // "that the patrols be withdrawn, which we reject", "to print the rules, as the Office recommends": the list says it.
    if (opens && GOES_ON.test(sentence.marked.text) && (isAsk(inherited.act) || inherited.act === 'COMMITS')) return [bare(inherited.rule)];
    if (speech && !(opens && isImperative(sentence))) return [speech, ...extraActs(sentence, speech)];
    if (isAsk(inherited.act) || inherited.act === 'COMMITS') {
      if (opens) {
        const modal = own.find(({ rule: { id } }) => id.startsWith('must'));
        return [modal && modal.rule.id !== 'must' ? modal : bare(inherited.rule)];
      }
      const ask = isImperative(sentence) ? undefined : own.find(({ rule: { act } }) => isAsk(act));
      if (ask) return [ask];
      // "… We will carry it to every port.": what the author promises beside what it asks.
      const promised = own.find(({ rule: { act }, who }) => act === 'COMMITS' && who !== null);
      if (promised) return [promised];
      return isImperative(sentence) || CONTINUES.test(sentence.marked.text) ? [bare(inherited.rule)] : [];
    }
    if (inherited.act === 'ACTS') {
      const told = own.find(({ rule: { act } }) => act === 'ACTS' || act === 'COMMITS');
      return told ? [told] : opens ? [bare(inherited.rule)] : [];
    }
    if (opens) return [bare(inherited.rule)];
  }
  if ((isImperative(sentence) || (underAskHeading && opens && opensWithVerb(sentence))) && !speech && (underAskHeading || own.some(({ rule: { id } }) => id === 'commit-item'))) {
    return [own.find(({ rule: { id } }) => id === 'commit-item') ?? bare(ORDER_UNDER_HEADING)];
  }
  if (underAskHeading && opens && own.length === 0 && (isNounPhrase(sentence) || (sentence.passage.role === 'ITEM' && ASKING_FORM.test(sentence.marked.masked)))) return [bare(ORDER_UNDER_HEADING)];
  const [head] = sentence.words;
  if (own.length === 0 && amongDeeds && sentence.passage.leadIns.length > 0 && opens && head && head.text.endsWith('ed') && head.start === 0 && english().verbs.activity.has(baseOf(head.text))) return [bare(DEED_ITEM)];
  if (own.length === 0 && isImperative(sentence) && DEMANDING.test(sentence.marked.text)) return [bare(PLAIN_ORDER)];
  // A deed told of somebody by name goes before a judgement that merely describes what the deed was about.
  const deed = own.find(({ who, deed: verb, rule: { id } }) => TELLING.has(id) && who !== null && !(verb && MENTIONING.test(sentence.marked.text.slice(...verb))));
  const [first] = own;
  const primary = deed && first && first.rule.kind === 'form' && first.rule.act !== 'COMMITS' && !OWN_JUDGEMENT.has(first.rule.id) && first.start > deed.start ? deed : first;
  return primary ? [primary, ...extraActs(sentence, primary)] : [];
}

/** "We call on governments:" asks nothing yet; what it asks stands elsewhere. */
export const isUnfinished = ({ marked }: Sentence, { rule, end }: ActFinding): boolean => end > 0 && (isAsk(rule.act) || rule.act === 'COMMITS') && rule.kind === 'said' && /:\s*$/.test(marked.text) && !/\b(?:to|that)\s[a-z]|\b(?:should|must)\b/iu.test(marked.text.slice(end));
/** "3. What do we want, and from whom?": a heading or a form's question after which asks stand. */
export const asksForItems = (sentence: Sentence): boolean => sentence.marked.text.split(/\s+/).length < 30 && isAsk(leadInNoun(sentence)?.act ?? 'ACTS');
/** "That nobody be turned away", "not to hand out forms": what is asked is that something not be. */
export const NEGATED = /^(?:that\s)?(?:no\s(?!later|less|fewer)[a-z]|nobody\b|no\sone\b|nothing\b|none\b|not\s(?!only|just|least|later|merely|simply)[a-z]|never\s|do\snot\s|don[’']t\s)/iu;

/** A footnote says something only where it tells what somebody by name has said; the rest of it explains. */
export const isSpeechOfNamed = ({ marked }: Sentence, { rule, who }: ActFinding): boolean => rule.kind === 'said' && rule.act !== 'ACTS' && who !== null && marksIn(marked, who[0], who[1], ['actor']).length > 0;
