// Who speaks: "we", "participants", "this paper", "the project", "it" resolve to the actors they stand for;
// a reported position belongs to whoever took it.

import type { ActorRef, ForumId } from '../../schema/ids.ts';
import { marksIn, type Mark } from './marking.ts';
import type { Sentence } from './sentence.ts';
import type { StatementSources } from './sources.ts';

const SELF = /^(?:we|(?:our|my)\b|th(?:e|is) (?:(?:present|joint|background|position|outcome|policy) )?(?:papers?|submission|report|note|brief|communiqué|document|position|undersigned))/i;
const COLLECTIVE = /^(?:(?:one|an?other|several|some|many|most|other|all) |(?:the |these )?(?:participants|delegations|delegates|attendees|panell?ists|speakers)|contributors|representatives from|some contributions|a number of contributions|civil society (?:representatives|participants)|th(?:e|is|ese) (?:meeting|session|discussions?|workshop|round ?table|conference|panel))/i;
const PROJECT = /^th(?:e|is|ese) (?:(?:joint|global|regional|pilot) )?(?:project|programme|program|initiative)/i;
const TEXT = /^th(?:e|is) (?:summary )?(?:statement|declaration|manifesto)/i;
const BODY = /^the (network|coalition|fund|group|agency|organi[sz]ation|union|alliance|federation|secretariat|office|committee|commission)/i;
const PRONOUN = /^(?:it|they)$/i;

/** Marks joined to the first by commas and "and"; what stands in an apposition ("the UN’s mechanism on …") is not joined. */
export function joined(marks: readonly Mark[], text: string): Mark[] {
  const [first, ...rest] = marks;
  if (!first) return [];
  const chosen = [first];
  for (const mark of rest) {
    const between = text.slice(chosen.at(-1)?.end ?? 0, mark.start);
    if (/^(?:\s?\([^)]*\)|\s[—–-])?(?:,\s(?:and\s)?|\s(?:and|or|as well as|together with|along with)\s|\s?[—–-]\s?|\s\()(?:also\s|with\s|the\s|its\s|their\s|our\s|other\s|national\s|those\sof\s|governments?\sof\s)*$/i.test(between)) chosen.push(mark);
  }
  return chosen;
}

/** The voices of a text, in reading order: each sentence is told who spoke, so that the next "it" is understood. */
export class Voices {
  private readonly sources: StatementSources;
  private readonly sentences: readonly (Sentence | null)[];
  private lastSubject: { readonly actors: readonly ActorRef[]; readonly block: number } = { actors: [], block: -1 };
  private readonly adopted = new Map<string, readonly ActorRef[]>();
  private readonly occasions = new Map<ActorRef, ForumId>();
  private project: { readonly actors: readonly ActorRef[] } | null = null;
  private reported: { readonly actors: readonly ActorRef[] } | null = null;

  constructor(sources: StatementSources, sentences: readonly (Sentence | null)[]) {
    this.sources = sources;
    this.sentences = sentences;
  }

  self(sentence: Sentence): readonly ActorRef[] {
    return this.sources.circumstancesAt(sentence.passage.start).self;
  }

  /** In the statement of the Government of Chile, "Chile pledges" is no report. */
  isOwnCountry(actor: ActorRef, self: readonly ActorRef[]): boolean {
    const country = actor.startsWith('country:') ? this.sources.entities.get(actor)?.name : undefined;
    return country !== undefined && self.some((own) => this.sources.entities.get(own)?.name.replace(/^Government of (?:the )?/, '') === country);
  }

  /** Learns from a sentence or heading what later words will refer to. */
  hear(sentence: Sentence): void {
    const { marked } = sentence;
    for (const found of marked.masked.matchAll(/\b(?:statement|declaration|manifesto)\s(?:was\s)?(?:issued|adopted|made|presented|submitted|read)\s(?:\w+\s)?by\s(?:the\s)?(?<by>[ⒶⒻⒼ]·*)/giu)) {
      const by = marksIn(marked, found.index, found.index + found[0].length).at(-1);
      if (by) this.reported = { actors: this.actorOf(by, sentence) };
    }
    for (const found of marked.masked.matchAll(/(?<by>[ⒶⒻ]·*)(?:['’]s?)?\s(?:summary\s|joint\s)?(?:statement|declaration|manifesto)\b/giu)) {
      const by = marksIn(marked, found.index, found.index + found[0].length, ['actor', 'forum'])[0];
      if (by) this.reported = { actors: this.actorOf(by, sentence) };
    }
    // "The Conference adopted the Charter": what the Charter calls for, those who met call for.
    for (const found of marked.masked.matchAll(/(?<by>[ⒶⒻⒼ]·*)(?:\s\([^()]*\))?\s(?:also\s|has\s|then\s)*(?:adopted|issued|launched)\s(?:the\s|its\s|an?\s)?(?=Ⓘ)/giu)) {
      const by = marksIn(marked, found.index, found.index + found[0].length)[0];
      const text = marksIn(marked, found.index + found[0].length, marked.text.length, ['instrument'])[0];
      if (by && text?.entity) this.adopted.set(text.entity, this.actorOf(by, sentence));
    }
    // "3. Joint Harbour Union – Quay Office project": the partners are the project’s voice.
    const joint = /\bjoint\b[^.;]*?\b(?:project|programme|program|initiative)\b/iu.exec(marked.masked);
    if (joint) {
      const inside = marksIn(marked, joint.index, joint.index + joint[0].length, ['actor']);
      const partners = (inside.length > 0 || sentence.passage.role !== 'HEADING' ? inside : marksIn(marked, 0, marked.text.length, ['actor'])).flatMap((mark) => this.actorOf(mark, sentence));
      if (partners.length > 0) this.project = { actors: [...new Set(partners)] };
    }
  }

  /** Remembers who did something, for the next "it" or "they". */
  remember(sentence: Sentence, actors: readonly ActorRef[]): void {
    if (actors.length > 0) this.lastSubject = { actors, block: sentence.passage.block };
  }

  private actorOf(mark: Mark, sentence: Sentence): readonly ActorRef[] {
    const { entity } = mark;
    if (entity === null) return this.resolve(mark.surface, sentence);
    if (entity.startsWith('instrument:')) return this.adopted.get(entity) ?? [];
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

  private resolve(surface: string, sentence: Sentence): readonly ActorRef[] {
    const { self, forum } = this.sources.circumstancesAt(sentence.passage.start);
    const collective = self.filter((actor) => actor.endsWith('-participants'));
    const partners = self.filter((actor) => !actor.endsWith('-participants'));
    if (SELF.test(surface)) return self;
    if (COLLECTIVE.test(surface)) return collective.length > 0 ? collective : forum ? [this.voiceOf(forum)] : [];
    if (PROJECT.test(surface)) return this.project?.actors ?? partners;
    if (TEXT.test(surface)) return this.reported?.actors ?? self;
    if (PRONOUN.test(surface)) return this.lastSubject.block === sentence.passage.block || this.lastSubject.block === sentence.passage.block - 1 ? this.lastSubject.actors : [];
    const noun = BODY.exec(surface)?.[1]?.toLowerCase();
    if (!noun) return [];
    // "the Fund" is the author where the author is one; else the body of that kind named last.
    const nameOf = (actor: ActorRef): string => this.sources.entities.get(actor)?.name.toLowerCase() ?? '';
    const own = self.filter((actor) => nameOf(actor).includes(noun));
    if (own.length > 0) return own;
    const before = this.sources.marks.filter(({ kind, end, entity }) => kind === 'actor' && entity?.startsWith('actor:') && end <= sentence.passage.start && nameOf(entity as ActorRef).includes(noun)).at(-1);
    return before ? this.actorOf(before, sentence) : [];
  }

  /** The actors in a stretch of a sentence (its subject), joined ones together, each once. */
  actorsIn(sentence: Sentence, start: number, end: number): ActorRef[] {
    const [first, ...others] = marksIn(sentence.marked, start, end);
    if (!first) return [];
    // "labour ministers of Chile and Ghana" are Chile and Ghana.
    const standsFor = first.kind === 'group' && others[0]?.kind === 'actor' && /^\sof\s(?:the\s)?$/.test(sentence.marked.text.slice(first.end, others[0].start));
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

  /** "With the Office and the Port Authority, we trained …", "in collaboration with …": who shared in a deed. */
  partnersIn(sentence: Sentence): ActorRef[] {
    const found = /(?:^with|\b(?:together|jointly|in\s(?:close\s)?(?:collaboration|partnership|cooperation|conjunction))\swith)\s(?:the\s)?(?=[ⒶⒼ])/iu.exec(sentence.marked.masked);
    if (!found) return [];
    const from = found.index + found[0].length;
    const [first, ...rest] = marksIn(sentence.marked, from, sentence.marked.text.length, ['actor', 'group']);
    if (first?.start !== from) return [];
    return this.permitted(joined([first, ...rest], sentence.marked.text).flatMap((mark) => (mark.kind === 'actor' ? this.actorOf(mark, sentence) : [])));
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
