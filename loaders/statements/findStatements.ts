// Assembles statements: who (actor, voice), what (act, stance, commitment), to whom, where and when, citing what, and which passages say so.

import type { StatementRecord } from '../../schema/extraction.ts';
import { statementId, type ActorRef, type ForumId, type PassageId } from '../../schema/ids.ts';
import type { ActRule } from '../../schema/english.ts';
import type { ActFinding } from './acts.ts';
import { english } from './english.ts';
import { addresseesOf, announcesAsks, approached, beforeModal, headingAddressees, itemAddressees, itemSubject, onlyNamed } from './addressees.ts';
import { asksForItems, isSpeechOfNamed, isUnfinished, NEGATED, bare, chosenActs, isAsk, DEED_ITEM, ORDER_UNDER_HEADING, PLAIN_ORDER } from './chooseActs.ts';
import { clausesOf, furtherAsks, part } from './clauses.ts';
import { codedWords, commitmentFor, positionOn, topicOf } from './commitments.ts';
import { isImperative } from './imperatives.ts';
import { isFragment, joinedTo, type Found } from './fragments.ts';
import { Inheritances, ONLY_NAMES, type Inheritance } from './inheritance.ts';
import { instrumentsIn } from './instruments.ts';
import { titleUnder } from './itemTitles.ts';
import { isAskHeading, isDeedHeading } from './leadIns.ts';
import { Makers, type Made } from './makers.ts';
import { marksIn } from './marking.ts';
import { dateOf, Places } from './occasions.ts';
import { quotation, reportedSpeaker } from './reports.ts';
import { readSentences, type Sentence } from './sentence.ts';
import type { StatementSources } from './sources.ts';
import { echoesBefore, standingAlone, type Before } from './references.ts';
import { cutTitle } from './titleCuts.ts';
import { titleOf } from './titles.ts';
import { Voices } from './voice.ts';

interface Draft extends Made {
  readonly finding: ActFinding;
}

/** A sentence or clause and what is said in it. */
interface Telling {
  readonly told: Sentence;
  readonly drafts: readonly Draft[];
  readonly inherited: Inheritance | null;
}

/** "We urge states not to jail deckhands", "… that nobody be jailed". */
const ASKED_NOT_TO = /^[^.;:,]{0,80}?\snot\sto\s(?!only\b)[a-z]|^\s?(?:that\s)?(?:no\s(?!later|less|fewer)[a-z]|nobody\s|no\sone\s)/iu;

/** Rules after which, and only after which, stands what is asked. */
const LINKS = new Set(['need-for', 'we-need', 'there-must-be', 'moment-to', 'important-that', 'has-a-role', 'demands-that', 'importance-for', 'would-like-to-see', 'ready-to', 'commit-item']);

/** "a waiver that Chile put before the meeting": whoever acts in such a clause is not whom the sentence is about. */
const inRelativeClause = ({ marked }: Sentence, at: number): boolean => /\b(?:that|which|whom|where|when|because|as)\s(?:the\s)?$/i.test(marked.masked.slice(0, at));
class Reader {
  private readonly sources: StatementSources;
  private readonly sentences: readonly (Sentence | null)[];
  private readonly voices: Voices;
  private readonly places: Places;
  private readonly lists: Inheritances;
  private readonly makers: Makers;
  private lastActWasDeed = false;
  /** The part of the text asks for what its items say, and names in its headings from whom. */
  private inAskPart = false;
  /** The statement before, to which "that recommendation" refers, and its sentence. */
  private last: Found | null = null;
  private lastSentence: Sentence | null = null;
  private said: string | null = null;
  private lastSaid: string | null = null;
  /** Whom the heading above asks, and where it says so. */
  private headed: { readonly addressees: readonly ActorRef[]; readonly passage: PassageId; readonly asks: boolean } | null = null;

  constructor(sources: StatementSources) {
    this.sources = sources;
    this.sentences = readSentences(sources);
    this.voices = new Voices(sources, this.sentences);
    this.places = new Places(sources);
    this.lists = new Inheritances(sources, this.sentences, this.voices, (sentence, finding) => this.makers.of(sentence, finding));
    this.makers = new Makers(this.voices, this.lists);
  }

  statements(): StatementRecord[] {
    const found: Found[] = [];
    for (const sentence of this.sentences) {
      if (!sentence) continue;
      this.voices.hear(sentence);
      this.places.hear(sentence);
      const isHeading = sentence.passage.role === 'HEADING' || sentence.passage.role === 'TITLE';
      if (isHeading) {
        const addressees = headingAddressees(sentence, this.voices);
        this.headed = addressees.length > 0 ? { addressees, passage: sentence.passage.id, asks: announcesAsks(sentence) } : null;
      }
      if (isHeading || sentence.passage.role === 'INSTRUCTION') this.inAskPart = asksForItems(sentence) || (this.inAskPart && (!isHeading || ONLY_NAMES.test(sentence.marked.masked.trim())));
      // A sentence that lists mere topics after telling a deed is told for the deed.
      const introduces = (isHeading || this.lists.isLeadIn(sentence)) && this.lists.from(sentence) !== null;
      if (isHeading || sentence.passage.role === 'INSTRUCTION') continue;
      const tellings = this.tellingsOf(sentence, introduces);
      for (const { told, drafts, inherited } of tellings) {
        for (const draft of drafts) {
          const record = this.recordOf(told, draft, inherited, drafts);
          const last = found.at(-1);
          if (last && inherited && draft.finding.end === 0 && told.within === undefined && isFragment(sentence, last, this.sources, this.voices.before(sentence) !== null)) found[found.length - 1] = joinedTo(last, record, this.sources.text);
          else found.push(record);
          this.last = found.at(-1) ?? null;
          this.lastSaid = this.said;
          this.lastSentence = sentence;
        }
      }
      const drafts = tellings.flatMap((telling) => telling.drafts);
      this.lastActWasDeed = drafts.some(({ finding }) => finding.rule.act === 'ACTS');
    }
    const ordinals = new Map<string, number>();
    return found.map((record) => {
      const id = statementId(this.sources.document, record.start, record.end, record.act, 1);
      const ordinal = (ordinals.get(id) ?? 0) + 1;
      ordinals.set(id, ordinal);
      return { id: ordinal === 1 ? id : statementId(this.sources.document, record.start, record.end, record.act, ordinal), ...record };
    });
  }

  /** What a sentence says, clause by clause where two or more of its clauses say something; a lead-in only before its list begins. */
  private tellingsOf(sentence: Sentence, introduces: boolean): Telling[] {
    const quoted = quotation(sentence);
    if (quoted) return this.quotedTellings(sentence, quoted);
    const inherited = this.lists.by(sentence);
    const clauses = introduces || inherited === null ? clausesOf(sentence) : [sentence];
    const parts = introduces ? clauses.slice(0, -1) : clauses;
    if (parts.length === 0) return [];
    const told = parts.map((clause) => ({ told: clause, inherited, drafts: this.draftsOf(clause, inherited).filter((draft) => !isUnfinished(clause, draft.finding)) }));
    const saying = told.filter(({ drafts }) => drafts.length > 0);
    const chosen = clauses.length > 1 && (introduces || saying.length > 1) ? saying : clauses.length > 1 ? [{ told: sentence, inherited, drafts: this.draftsOf(sentence, inherited) }] : told;
    return chosen.flatMap((telling) => this.furtherTellings(telling));
  }

  /** A quotation speaks for whom the words after it name; where they name nobody it speaks for those who met, if the text reports a meeting. */
  private quotedTellings(sentence: Sentence, { said, by }: NonNullable<ReturnType<typeof quotation>>): Telling[] {
    const before = this.voices.before(sentence);
    const named = this.voices.actorsIn(sentence, ...by).filter((actor) => actor.startsWith('actor:'));
    // “…,” said somebody. “…”: the second quotation is the same speaker’s.
    if (named.length === 0 && before && /["”]/.test(before.marked.text)) named.push(...(reportedSpeaker(before, 0, this.voices) ?? reportedSpeaker(before, before.marked.text.length, this.voices) ?? []));
    const actors = named.length > 0 ? named : this.voices.self(sentence).filter((actor) => actor.endsWith('-participants'));
    if (actors.length === 0) return [];
    const told = part(sentence, ...said);
    const ends = [...told.marked.text.matchAll(/[.!]\s+(?=\p{Lu})/gu)].map(({ index, 0: { length } }) => index + length);
    return [0, ...ends].flatMap((from, at): Telling[] => {
      const inner = part(told, from, ends[at] ?? told.marked.text.length);
      const found = this.draftsOf(inner, null);
      const spoken = found.length === 0 && isImperative(inner) ? [{ finding: bare(PLAIN_ORDER), actors, reported: false }] : found;
      const drafts = spoken.map((draft) => (draft.finding.who && !draft.actors.some((actor) => this.voices.self(sentence).includes(actor)) ? draft : { ...draft, actors, reported: named.length > 0 }));
      return drafts.length > 0 ? [{ told: inner, drafts, inherited: null }] : [];
    });
  }

  /** "We ask that A be heard, and that B be paid": the first ask, and those that go on with it as the items of a list do. */
  private furtherTellings(telling: Telling): Telling[] {
    const [main] = telling.drafts;
    if (!main || telling.drafts.length > 1 || !(isAsk(main.finding.rule.act) || main.finding.rule.act === 'COMMITS')) return [telling];
    const [first, ...further] = furtherAsks(telling.told, main.finding);
    if (!first) return [telling];
    const inherited = main.finding.end > 0 ? this.lists.within(telling.told, main.finding, main.actors, telling.inherited) : telling.inherited;
    return [{ ...telling, told: first }, ...further.map((told) => ({ told, inherited, drafts: [{ ...main, finding: { ...main.finding, start: 0, end: 0, who: null, asked: null, deed: null } }] }))];
  }

  private draftsOf(sentence: Sentence, inherited: Inheritance | null): Draft[] {
    const { passage } = sentence;
    const self = this.voices.self(sentence);
    const anOrganisation = self.some((actor) => !actor.endsWith('-participants'));
    const opens = (sentence.within?.from ?? 0) === 0 && this.voices.before(sentence.within?.sentence ?? sentence) === null;
    const found = chosenActs(sentence, {
      inherited,
      opens,
      underAskHeading: this.inAskPart || isAskHeading(passage.section) || this.headed?.asks === true,
      room: self.length > 0 && !anOrganisation,
      amongDeeds: anOrganisation && (this.lastActWasDeed || isDeedHeading(passage.section) || inherited?.act === 'ACTS'),
    });
    const drafts: Draft[] = [];
    const chosen = sentence.passage.role === 'FOOTNOTE' ? found.filter((finding) => isSpeechOfNamed(sentence, finding)) : found;
    for (const finding of chosen) {
      const made = inherited && finding.rule === inherited.rule && finding.end === 0 && inherited.rule.id !== 'signed-list' ? { actors: this.voices.permitted(inherited.actors), reported: !inherited.actors.some((actor) => self.includes(actor)) } : this.makers.of(sentence, finding, drafts[0], inherited);
      if (made && made.actors.length > 0) drafts.push({ finding, ...made });
    }
    // Where the item names somebody who cannot be identified, it still says what its list says.
    const [found0] = found;
    if (drafts.length === 0 && inherited && inherited.rule.id !== 'signed-list' && opens && found0 && inherited.actors.length > 0) drafts.push({ finding: { ...found0, rule: inherited.rule, start: 0, end: 0, who: null, asked: null, deed: null, passive: false }, actors: this.voices.permitted(inherited.actors), reported: !inherited.actors.some((actor) => self.includes(actor)) });
    const [main] = drafts;
    const subjects = main?.finding.who ? main.actors : beforeModal(sentence, this.voices);
    this.voices.remember(sentence, main?.finding.who && inRelativeClause(sentence, main.finding.who[0]) ? [] : subjects, drafts.length > 0 && inherited ? (main?.actors ?? []) : []);
    return drafts;
  }

  /** Whom the lead-ins or the heading above ask by their names alone ("Governments of origin:"). */
  private askedAbove({ passage }: Sentence): Reader['headed'] {
    for (const position of passage.leadIns.toReversed()) {
      const leadIn = this.sentences[position];
      const addressees = leadIn ? onlyNamed(leadIn, this.voices) : [];
      if (leadIn && addressees.length > 0) return { addressees, passage: leadIn.passage.id, asks: false };
    }
    return this.headed;
  }

  private recordOf(sentence: Sentence, { finding, actors, reported }: Draft, inherited: Inheritance | null, drafts: readonly Draft[]): Found {
    const { passage, marked } = sentence;
    const { rule } = finding;
    const own = finding.end > 0;
    const fromList = inherited !== null && (!own || (finding.who === null && (rule.act === 'CALLS_FOR' || rule.act === 'RECOMMENDS')));
    // Of two acts in one sentence each has its own words: the first ends where the second begins.
    const next = Math.min(marked.text.length, ...drafts.map(({ finding: { start } }) => start).filter((start) => start >= finding.end && finding.end > 0 && /(?:[,;]|\band|\bbut)\s(?:[ⒶⒼⓋ]·*\s)?(?:\w+\s){0,2}$/u.test(marked.masked.slice(0, start))));
    const told = marked.text.slice(0, next).replace(/[,;\s]+(?:and|but)\s[^,;]{0,24}$/u, '');
    const asked = own && ((rule.kind === 'said' && rule.act !== 'ACTS') || LINKS.has(rule.id)) ? told.slice(finding.end) : marked.text;
    const topical = !own && inherited?.topical === true && (sentence.words[0]?.tag !== 'VERB' || !isImperative(sentence));
    const subjects = own ? beforeModal(sentence, this.voices) : topical ? [] : itemSubject(sentence, this.voices);
    const said = own ? titleOf(next < marked.text.length ? told : marked.text, finding, subjects.length > 0) : titleUnder(sentence, rule, subjects.length > 0, { topical, afterThat: inherited?.afterThat ?? false });
    const before = this.beforeOf(sentence, finding);
    const { title: resolved, clear } = standingAlone(said, before);
    const title = resolved === said ? said : cutTitle(resolved);
    this.said = title;
    const echoed = echoesBefore(said) && this.lastSentence && sentence.position - this.lastSentence.position <= 1 ? this.last : null;
    const coded = topical ? topicOf(this.sources.codebook, title) : commitmentFor(this.sources.codebook, [...(asked === marked.text ? [] : [codedWords(marked, finding.end, next)]), ...(drafts.length > 1 && own && asked !== marked.text ? [] : [codedWords(marked)])], title || cutTitle(marked.text) || marked.text.slice(0, 80));
    const commitment = echoed ? { id: echoed.commitment, title: echoed.title, themes: echoed.themes, known: true } : coded;
    const { forum: usual } = this.sources.circumstancesAt(passage.start);
    const occasion = own ? this.places.of(sentence, finding, reported) : null;
    const forum = occasion ?? (before.forum && before.occasion && title.includes(before.occasion) && !said.includes(before.occasion) ? before.forum : null) ?? this.voices.occasionOf(actors) ?? (fromList ? inherited.forum : null) ?? usual;
    const self = new Set(actors);
    const asks = rule.act === 'CALLS_FOR' || rule.act === 'RECOMMENDS';
    const named = [...new Set([...(own ? addresseesOf(sentence, finding, this.voices) : asks ? itemAddressees(sentence, subjects, this.voices) : rule.act === 'ACTS' ? approached(sentence, finding, this.voices) : []), ...(fromList && !(own && subjects.length > 0) ? inherited.addressees : [])])].filter((actor) => !self.has(actor));
    const headed = named.length === 0 && !reported && (asks || rule.act === 'CRITICIZES') ? this.askedAbove(sentence) : null;
    const addressees = headed ? headed.addressees.filter((actor) => !self.has(actor)) : named;
    const negated = own ? asks && rule.kind === 'said' && ASKED_NOT_TO.test(asked) : (asks || rule.act === 'COMMITS') && NEGATED.test(marked.text);
    const stance = negated ? 'OPPOSES' : rule.stance;
    const unclear = !clear && !commitment.known;
    const confidence = rule.strength - (reported ? 0.05 : 0) - (fromList && !own ? 0.05 : 0) - (finding.passive ? 0.05 : 0);
    return {
      start: passage.start, end: passage.end, quote: this.sources.text.slice(passage.start, passage.end),
      actors: [...actors], act: rule.act, stance,
      position: echoed ? (stance === 'OPPOSES' ? 'AGAINST' : 'FOR') : positionOn(commitment, stance, rule.rejects ?? false, asked),
      commitment: commitment.id, title: commitment.title, forum, voice: reported ? 'REPORTED' : 'OWN', addressees,
      instruments: [...new Set([...instrumentsIn(sentence, this.sentencesBefore(sentence)), ...(fromList ? inherited.instruments : [])])],
      // An ask of the codebook has the themes the codebook gives it, whatever else a sentence that makes it happens to mention.
      themes: commitment.themes.length > 0 ? [...commitment.themes] : [...this.sources.themesOf(marked.text)],
      ...dateOf(sentence, finding, forum, this.sources),
      confidence: Math.round(Math.min(unclear ? 0.55 : 0.95, Math.max(0.5, confidence)) * 100) / 100,
      rule: rule.id,
      passages: [...new Set([passage.id, ...(fromList ? inherited.passages : []), ...(headed ? [headed.passage] : [])])],
    };
  }

  /** The sentences before, nearest first. */
  private sentencesBefore({ position }: Sentence): Sentence[] {
    return [this.sentences[position - 1] ?? null, this.sentences[position - 2] ?? null].filter((sentence) => sentence !== null);
  }

  /** What the title of a statement may refer back to. */
  private beforeOf(sentence: Sentence, finding: ActFinding): Before & { readonly forum: ForumId | null } {
    const previous = this.sentences[sentence.position - 1] ?? null;
    const near = previous && previous.passage.section === sentence.passage.section ? previous : null;
    const here = this.last?.forum && this.lastSentence && sentence.position - this.lastSentence.position <= 1 && this.last.forum !== this.sources.circumstancesAt(sentence.passage.start).forum ? this.last.forum : null;
    return { sentence: near, ownWords: sentence.marked.text.slice(0, finding.start), text: marksIn(sentence.marked, 0, finding.start, ['instrument']).at(-1)?.surface ?? null, leadIn: this.objectAbove(sentence), title: this.lastSaid, inSameSentence: this.lastSentence === sentence, forum: here, occasion: here ? this.sources.nameOf(here) : null };
  }

  private objectAbove({ passage }: Sentence): string | null {
    const above = this.sentences[passage.leadIns.at(-1) ?? -1];
    return above && passage.leadIns.length > 1 && isImperative(above) ? (/^\S+\s(?<object>[^,:;]{3,60}?)(?:[,:;]|\sand\s)/u.exec(above.marked.text)?.groups?.object ?? null) : null;
  }
}

/** The statements of a text, in reading order. Empty where nobody identifiable says anything. */
export const findStatements = (sources: StatementSources): StatementRecord[] => new Reader(sources).statements();

/** Every rule by which a statement can be found, for whoever wants to know what `rule` means. */
export const statementRules = (): readonly ActRule[] => [...english().acts, ORDER_UNDER_HEADING, PLAIN_ORDER, DEED_ITEM];
