// Which names, descriptions, voices and back-references stand in a passage, each behind its sign.

import type { Mention } from '../../schema/extraction.ts';
import type { EntityId } from '../../schema/ids.ts';
import { factsAt, type DocumentFacts } from '../documentFacts.ts';
import type { EntityReading } from '../entities/readEntities.ts';
import type { Passage } from '../text/passages.ts';
import type { NamedSentence, Sign } from './namedSentence.ts';

type Named = Pick<Mention, 'start' | 'end' | 'entity'>;

const BODY = String.raw`(?:organi[sz]ation|network|coalition|alliance|union|institute|fund|federation|association|delegation|secretariat|agency)`;
const WE = new RegExp(String.raw`\b(?:[Ww]e|[Tt]he [Pp]roject|[Tt]h(?:e|is) ${BODY}|[MmOo](?:y|ur) (?:${BODY}|[Gg]overnment|country|members|affiliates|unions))\b(?!,?\s\p{Lu})(?=\s)`, 'gu');
const MEETING = String.raw`(?:meeting|conference|workshop|event|summit|consultation|forum|session|dialogue|round\s?table|seminar|symposium|congress|hearing|panel|review|debate)`;
/** "The meeting was organized with …": the occasion named last in the same paragraph, or the one of the text. */
const THE_OCCASION = new RegExp(String.raw`\b(?:[Tt]h(?:e|is)\s(?:same\s)?(?:${MEETING}|${MEETING.replaceAll(/\b(\p{Ll})(?=\p{Ll}{3})/gu, (letter) => letter.toUpperCase())}))\b(?!\s(?:of|on|for|between|in)\b|['’-]|\s\p{Lu})`, 'gu');
/** "the Global Forum": two or three words of a longer name. */
const SHORT_NAME = /\b[Tt]he\s(?:\p{Lu}\p{Ll}+\s){1,2}(?:Forum|Conference|Summit|Dialogue|Consultation|Meeting|Congress|Hearing|Review)\b(?!\s(?:of|on|for)\s|\s\p{Lu})/gu;
/** Those who adopt in the name of an occasion. */
const THE_ASSEMBLED = /\b[Tt]he (?:participa(?:nts|ting\s[\p{Ll}\s]{3,90}?)|delegat(?:es|ions)|(?:conference|meeting)\sparticipants)(?=\s(?:unanimously\s|then\s|jointly\s|also\s)?(?:adopted|issued|agreed\son|approved))/gu;
/** What is done to an occasion, as a participle. */
const HELD = String.raw`(?:co-)?(?:held|hosted|convened|organi[sz]ed|chaired|attended|moderated|facilitated|sponsored|opened|addressed)`;
const IT_WAS_HELD = new RegExp(String.raw`\b[Ii]t(?=\s(?:was|is|had\sbeen|will\sbe)\s(?:\p{Ll}+ly\s|then\s|also\s)*${HELD})`, 'gu');
const HELD_IT = new RegExp(String.raw`(?<=\b(?:${HELD}|(?:co-)?(?:hosting|convening|organi[sz]ing|chairing|moderating|facilitating|attending))\s)it\b`, 'gu');
/** What a state does to a treaty, and the word that stands for the treaty named before. */
const BOUND_TO_IT = /(?<=\b(?:ratif(?:ied|y)|acceded\s(?:in\s\d{4}\s)?to|signed|joined|part(?:y|ies)\sto)\s)(?:it|them|both|(?:the|this|that|these|those)\s(?:[Cc]onventions?|[Pp]rotocols?|treat(?:y|ies)|[Cc]ovenants?|instruments?))\b(?!\s(?:of|on|for|against|\p{Lu}))/gu;
/** The one who acted in the sentence before; not the "it" of "it was recommended that". */
const IT = /^(?:It|They)\b(?=\s)(?!\s(?:is|was|has\sbeen|will\sbe|would\sbe|remains|seems|appears|follows)\s[^.;,]{0,60}\b(?:that|to|how|whether|why)\b)/u;

/** "Quay Network (QN)" is one name in two forms: the first takes in the second with its brackets. */
function withShortNames(signs: Sign[], text: string): void {
  for (let at = signs.length - 1; at > 0; at--) {
    const [full, short] = [signs[at - 1], signs[at]];
    if (!full || !short || full.entities[0] !== short.entities[0] || !/^\s\($/.test(text.slice(full.end, short.start)) || text.charAt(short.end) !== ')') continue;
    signs.splice(at - 1, 2, { ...full, end: short.end + 1 });
  }
}

const isForum = ({ entities: [entity] }: Sign): boolean => entity?.startsWith('forum:') === true;
const isText = ({ entities: [entity] }: Sign): boolean => entity?.startsWith('instrument:') === true;

/** What was named last in a paragraph, for "it" and "the meeting". */
interface Last {
  readonly block: number;
  readonly subject: readonly EntityId[];
  readonly forum: EntityId | null;
  readonly texts: readonly EntityId[];
}

export class Signs {
  private readonly reading: EntityReading;
  private readonly facts: DocumentFacts;
  private last: Last = { block: -1, subject: [], forum: null, texts: [] };

  constructor(reading: EntityReading, facts: DocumentFacts) {
    this.reading = reading;
    this.facts = facts;
  }

  private signOf(entity: EntityId): string {
    if (entity.startsWith('country:')) return 'Ⓒ';
    if (entity.startsWith('instrument:')) return 'Ⓘ';
    if (entity.startsWith('forum:')) return 'Ⓕ';
    return this.reading.entities.get(entity)?.kind === 'PERSON' ? 'Ⓟ' : 'Ⓐ';
  }

  private names(passage: Passage): Sign[] {
    const within = ({ start, end }: Named): boolean => start >= passage.start && end <= passage.end;
    const described = this.reading.described.filter(within);
    const free = this.reading.mentions.filter((mention) => within(mention) && !described.some(({ start, end }) => start <= mention.start && mention.end <= end));
    return [...described, ...free].map(({ start, end, entity }) => ({ start: start - passage.start, end: end - passage.start, entities: [entity] })).toSorted((a, b) => a.start - b.start);
  }

  /** The occasion that "the session" means here: named last, or that of the text if it is called so. */
  private occasionMeant(words: string, named: readonly Sign[], at: number, own: EntityId | null, last: Last): EntityId | null {
    const before = named.findLast((sign) => sign.end <= at && isForum(sign))?.entities[0] ?? last.forum;
    const noun = /\S+$/.exec(words)?.[0]?.toLowerCase() ?? '';
    const name = own === null ? '' : (this.reading.entities.get(own)?.name ?? '');
    // "the Global Forum": a short name that is part of the long one; "The session" that a text goes on to speak of is its own.
    if (/^[Tt]he\s\p{Lu}/u.test(words)) return name.includes(words.slice(4)) ? own : /\s\S+\s/.test(words) ? null : before;
    const isOwn = /^(?:this|it$|The\s(?:session|meeting|event|consultation))/i.test(words) || name.toLowerCase().includes(noun);
    return before ?? (isOwn ? own : null);
  }

  /** Words that stand for what was named before. */
  private backReferences(passage: Passage, named: readonly Sign[], last: Last): Sign[] {
    const { text } = passage;
    const { forum: own, self: voices } = factsAt(passage.start, this.facts);
    const self = voices.filter((actor) => !actor.endsWith('-participants'));
    const found: Sign[] = self.length === 0 ? [] : [...text.matchAll(WE)].map(({ 0: word, index }) => ({ start: index, end: index + word.length, entities: self }));
    const meeting = (pattern: RegExp, ownToo: boolean): void => {
      for (const { 0: words, index } of text.matchAll(pattern)) {
        const forum = this.occasionMeant(words, named, index, ownToo ? own : null, last);
        if (forum) found.push({ start: index, end: index + words.length, entities: [forum] });
      }
    };
    meeting(IT_WAS_HELD, false);
    meeting(HELD_IT, true);
    meeting(THE_OCCASION, true);
    meeting(SHORT_NAME, true);
    meeting(THE_ASSEMBLED, true);
    for (const { 0: words, index } of text.matchAll(BOUND_TO_IT)) {
      const before = named.findLast((sign) => sign.end <= index && isText(sign))?.entities ?? (words === 'it' || /^th(?:e|is|at)\s/.test(words) ? last.texts.slice(-1) : last.texts);
      if (before.length > 0) found.push({ start: index, end: index + words.length, entities: before });
    }
    const it = IT.exec(text);
    if (it && last.subject.length > 0) found.push({ start: 0, end: it[0].length, entities: last.subject });
    return found;
  }

  /** The names, descriptions and voices of a passage behind their signs. Passages are given in the order of the text. */
  hide(passage: Passage): NamedSentence {
    const last = this.last.block === passage.block ? this.last : { block: passage.block, subject: [], forum: null, texts: [] };
    const names = this.names(passage);
    const signs: Sign[] = [];
    for (const sign of [...names, ...this.backReferences(passage, names, last)]) if (signs.every(({ start, end }) => sign.end <= start || sign.start >= end)) signs.push(sign);
    signs.sort((a, b) => a.start - b.start);
    withShortNames(signs, passage.text);
    let masked = '';
    let from = 0;
    for (const { start, end, entities } of signs) {
      masked += `${passage.text.slice(from, start)}${this.signOf(entities[0] ?? 'actor:none')}${'·'.repeat(end - start - 1)}`;
      from = end;
    }
    this.last = this.remembered(passage, signs, last);
    return { passage: passage.id, offset: passage.start, text: passage.text, masked: masked + passage.text.slice(from), signs, textsBefore: last.texts };
  }

  private remembered({ block, text }: Passage, signs: readonly Sign[], before: Last): Last {
    const subject = signs.find(({ entities: [entity], start }) => (entity?.startsWith('actor:') || entity?.startsWith('country:')) && (start < 30 || /,\s(?:the\s)?$/.test(text.slice(0, start))));
    const texts = signs.filter(isText).flatMap(({ entities }) => entities);
    return { block, subject: subject?.entities ?? before.subject, forum: signs.findLast(isForum)?.entities[0] ?? before.forum, texts: texts.length > 0 ? texts : before.texts };
  }
}
