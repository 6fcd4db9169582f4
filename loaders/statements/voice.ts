// Who speaks: "we", "participants", "this paper", "the project", "it" resolve to the actors they stand for;
// a reported position belongs to whoever took it.

import type { ActorRef, ForumId } from '../../schema/ids.ts';
import type { ActFinding } from './acts.ts';
import { Heard, partOf, subjectPlace } from './heard.ts';
import { marksIn, type Mark } from './marking.ts';
import type { Sentence } from './sentence.ts';
import type { StatementSources } from './sources.ts';

/** "our government" is the author only where a state speaks. */
const OF_A_STATE = /\b(?:country|government|nation|ministry)$/i;
const POINTS_HERE = /^(?:this|these)\b/i;
const SHARED = /(?:^with|\b(?:together|jointly|in\s(?:close\s)?(?:collaboration|partnership|cooperation|conjunction))\swith|\bwith\s(?:the\s)?(?:\w+\s)?(?:support|help|assistance)\s(?:of|from))\s(?:the\s)?(?=[ⒶⒼ])/iu;
const FUNDED = /Ⓐ·*(?=-(?:funded|financed|supported|sponsored)\b)/giu;
/** How far back, in passages, "the participants" looks for the occasion they took part in: the sentences just before, else the section. */
const NEAR = 3;
const IN_SECTION = 40;

/** Marks joined to the first by commas and "and"; what stands in an apposition ("the UN’s mechanism on …") is not joined. */
export function joined(marks: readonly Mark[], text: string): Mark[] {
  const [first, ...rest] = marks;
  if (!first) return [];
  const chosen = [first];
  for (const mark of rest) {
    const between = text.slice(chosen.at(-1)?.end ?? 0, mark.start);
    if (/^(?:\s?\([^)]*\)|\)|\s[—–-])?(?:,\s(?:and\s)?|\s(?:and|or|as well as|together with|along with)\s|\s?[—–-]\s?|\s\()(?:also\s|with\s|the\s|its\s|their\s|our\s|other\s|national\s|those\sof\s|governments?\sof\s)*$/i.test(between)) chosen.push(mark);
  }
  return chosen;
}

/** The voices of a text, in reading order: each sentence is told who spoke, so that the next "it" is understood. */
export class Voices {
  private readonly sources: StatementSources;
  private readonly sentences: readonly (Sentence | null)[];
  private readonly heard: Heard;
  private readonly occasions = new Map<ActorRef, ForumId>();

  constructor(sources: StatementSources, sentences: readonly (Sentence | null)[]) {
    this.sources = sources;
    this.sentences = sentences;
    this.heard = new Heard((forum) => {
      const record = sources.entities.get(forum);
      return record?.type === 'Forum' ? record.startDate : undefined;
    });
    for (const sentence of sentences) if (sentence) this.heard.hearParts(sentence, (...place) => this.actorsIn(...place));
  }

  self(sentence: Sentence): readonly ActorRef[] {
    return this.sources.circumstancesAt(sentence.passage.start).self;
  }

  /** In the statement of the Government of Chile, "Chile pledges" is no report. */
  isOwnCountry(actor: ActorRef, self: readonly ActorRef[]): boolean {
    const country = actor.startsWith('country:') ? this.nameOf(actor) : undefined;
    return country !== undefined && self.some((own) => this.isOfState(own) && [country, ` of ${country}`, ` of the ${country}`].some((end) => this.nameOf(own).endsWith(end)));
  }

  /** Learns from a sentence or heading what later words will refer to. */
  hear(sentence: Sentence): void {
    this.heard.hear(sentence, (mark, within) => this.actorOf(mark, within));
  }

  /**
   * Remembers who did something, for the next "it" or "they": those given, else the subject of the sentence.
   * A sentence about a thing leaves nobody to go on with.
   */
  remember(sentence: Sentence, actors: readonly ActorRef[], byDefault: readonly ActorRef[] = []): void {
    const place = actors.length > 0 ? null : subjectPlace(sentence);
    this.heard.remember(sentence, actors.length > 0 ? actors : place ? this.actorsIn(sentence, ...place) : byDefault);
    this.heard.closed(sentence);
  }

  private nameOf(actor: ActorRef): string {
    return this.sources.entities.get(actor)?.name.toLowerCase().replaceAll('organis', 'organiz').replaceAll('centre', 'center') ?? '';
  }

  private actorOf(mark: Mark, sentence: Sentence): readonly ActorRef[] {
    const { entity, voice } = mark;
    const heard = voice ? this.resolve(mark, sentence) : [];
    if (heard.length > 0 || entity === null) return heard;
    if (entity.startsWith('instrument:')) return this.heard.adopted.get(entity) ?? [];
    if (entity.startsWith('forum:')) return [this.voiceOf(entity as ForumId)];
    return entity.startsWith('actor:') || entity.startsWith('country:') ? [entity as ActorRef] : [];
  }

  private voiceOf(forum: ForumId): ActorRef {
    const voice = this.sources.participantsOf(forum);
    this.occasions.set(voice, forum);
    return voice;
  }

  /** Where the participants of an occasion spoke: there. Null for everybody else. */
  occasionOf(actors: readonly ActorRef[]): ForumId | null {
    return actors.map((actor) => this.occasions.get(actor)).find((forum) => forum !== undefined) ?? null;
  }

  private resolve({ surface, voice, start }: Mark, sentence: Sentence): readonly ActorRef[] {
    const { self, forum } = this.sources.circumstancesAt(sentence.passage.start);
    const collective = self.filter((actor) => actor.endsWith('-participants'));
    const partners = self.filter((actor) => !actor.endsWith('-participants'));
    switch (voice?.kind) {
      case 'self':
        return OF_A_STATE.test(surface) && !self.some((actor) => this.isOfState(actor)) ? [] : self;
      case 'present':
        return collective.length > 0 ? collective : this.thosePresent(sentence, start, POINTS_HERE.test(surface) ? forum : null, forum);
      case 'anonymous':
        return collective;
      case 'organizers':
        return forum ? [this.sources.organizersOf(forum)] : [];
      case 'role':
        return this.heard.parts.get(partOf(voice.word ?? '')) ?? collective;
      case 'project':
        return this.heard.project ?? partners;
      case 'text':
        return this.heard.reported ?? self;
      case 'pronoun':
        return this.heard.lastIn(sentence);
      case 'body':
        return this.bodyOf(voice.word ?? '', sentence, self, collective);
      case undefined:
        return [];
    }
  }

  /** "the participants": of the occasion just told of, else of the text’s own. */
  private thosePresent(sentence: Sentence, start: number, here: ForumId | null, own: ForumId | null): readonly ActorRef[] {
    const inSentence = sentence.occasions.findLast((mark) => mark.end <= start)?.entity as ForumId | undefined; // occasions are forums
    const forum = here ?? inSentence ?? this.heard.occasionBefore(sentence, NEAR) ?? own ?? this.heard.occasionBefore(sentence, IN_SECTION);
    return forum ? [this.voiceOf(forum)] : [];
  }

  private isOfState(actor: ActorRef): boolean {
    const kind = this.sources.entities.get(actor)?.kind;
    return kind === 'STATE' || kind === 'GOVERNMENT_BODY';
  }

  /** "the Fund" is the author where the author is one; else the body of that kind named last. */
  private bodyOf(word: string, sentence: Sentence, self: readonly ActorRef[], collective: readonly ActorRef[]): readonly ActorRef[] {
    const noun = word.replace('organis', 'organiz').replace('centre', 'center');
    const own = self.filter((actor) => this.nameOf(actor).includes(noun) || (noun === 'government' && this.isOfState(actor)));
    if (own.length > 0) return own;
    const reach = noun === 'government' ? this.startOfBlock(sentence) : 0;
    const before = this.sources.marks.filter(({ kind, start, end, entity }) => kind === 'actor' && entity?.startsWith('actor:') && start >= reach && end <= sentence.passage.start && this.nameOf(entity as ActorRef).includes(noun)).at(-1); // asked by its prefix
    if (before) return this.actorOf(before, sentence);
    return noun === 'group' ? collective : [];
  }

  private startOfBlock({ passage }: Sentence): number {
    return this.sources.passages.find(({ block }) => block === passage.block)?.start ?? passage.start;
  }

  /** The actors in a stretch of a sentence (its subject), joined ones together, each once. */
  actorsIn(sentence: Sentence, start: number, end: number): ActorRef[] {
    const [first, ...others] = marksIn(sentence.marked, start, end);
    if (!first) return [];
    // "labour ministers of Chile and Ghana" are Chile and Ghana.
    // … and "a speaker from the Office" is the Office, while "participants from Chile" speak for all who met.
    const link = others[0]?.kind === 'actor' ? sentence.marked.text.slice(first.end, others[0].start) : '';
    const isSomebodyOf = (first.voice?.kind === 'present' || first.voice?.kind === 'anonymous') && others[0]?.entity?.startsWith('actor:') === true && /^\s(?:of|from|for|representing)\s(?:the\s)?$/.test(link);
    const standsFor = isSomebodyOf || (first.kind === 'group' && /^\sof\s(?:the\s)?$/.test(link));
    const all = standsFor ? others : [first, ...others];
    // "Ministers of three governments —Chile, Ghana and Fiji— agreed": those named in the insertion act, not the group.
    const listed = all[0]?.kind === 'group' && /[—–][^—–]+[—–]/.test(sentence.marked.text.slice(start, end)) ? all.filter(({ entity }) => entity?.startsWith('country:')) : [];
    const together = listed.length > 0 ? listed : joined(all, sentence.marked.text);
    // "…, of agencies and civil society, the Office hosted": a list of subjects ends in "and"; after a bare comma stands the subject alone.
    const last = together.at(-1);
    const before = together.at(-2);
    const marks = last && before && listed.length === 0 && /^,\s(?:the\s|we\b)?$/i.test(sentence.marked.text.slice(before.end, last.start)) ? [last] : together;
    return this.permitted(marks.flatMap((mark) => this.actorOf(mark, sentence)));
  }

  /**
   * "With the Office and the Port Authority, we trained …", "convened with support from …", "the Office-funded course": who shared in a deed.
   * Of a promise only whoever is named before it does: "together with" behind it says with whom it will be kept.
   */
  partnersIn(sentence: Sentence, { rule: { act }, start }: ActFinding): ActorRef[] {
    const { masked, text } = sentence.marked;
    const founder = act === 'ACTS' ? [...masked.matchAll(FUNDED)].flatMap(({ index, 0: found }) => this.actorsIn(sentence, index, index + found.length)) : [];
    const found = SHARED.exec(masked);
    const from = found ? found.index + found[0].length : text.length;
    const [first, ...rest] = marksIn(sentence.marked, from, text.length, ['actor', 'group']);
    if (first?.start !== from || (act !== 'ACTS' && from > start)) return founder;
    return this.permitted([...founder, ...joined([first, ...rest], text).flatMap((mark) => (mark.kind === 'actor' ? this.actorOf(mark, sentence) : []))]);
  }

  /** Under the Chatham House rule no individual is named; each actor once. */
  permitted(actors: readonly ActorRef[]): ActorRef[] {
    const kindOf = (actor: ActorRef): string | undefined => this.sources.entities.get(actor)?.kind;
    return [...new Set(actors)].filter((actor) => this.sources.restriction !== 'CHATHAM_HOUSE' || kindOf(actor) !== 'PERSON');
  }

  /** The sentence before this one in the same paragraph or item, if any; a marker between the two ("(b)") begins another item. */
  before(sentence: Sentence): Sentence | null {
    const previous = this.sentences[sentence.position - 1];
    if (!previous || previous.passage.block !== sentence.passage.block || sentence.passage.leadIns.includes(previous.position)) return null;
    return this.sources.text.slice(previous.passage.end, sentence.passage.start).trim() === '' ? previous : null;
  }
}
