// What a list item takes from the sentences that introduce it: act, actor, addressees, occasion. A lead-in without a verb gives
// the act of its noun ("Recommendations:"), a template's question that of what it asks for ("List up to four actions").

import type { ActRule } from '../../schema/english.ts';
import type { ActorRef, ForumId, InstrumentId, PassageId } from '../../schema/ids.ts';
import type { ActFinding } from './acts.ts';
import { addresseesOf, headingAddressees, onlyNamed } from './addressees.ts';
import { isAsk } from './chooseActs.ts';
import { clausesOf } from './clauses.ts';
import { isImperative } from './imperatives.ts';
import type { ListKind } from './itemTitles.ts';
import { announcesTopics, leadInNoun } from './leadIns.ts';
import { instrumentsIn } from './instruments.ts';
import { marksIn } from './marking.ts';
import { spokenLists } from './spokenLists.ts';
import { namedForum } from './occasions.ts';
import type { Sentence } from './sentence.ts';
import type { StatementSources } from './sources.ts';
import type { Voices } from './voice.ts';

export interface Inheritance extends ListKind {
  readonly act: ActRule['act'];
  readonly rule: ActRule;
  readonly actors: readonly ActorRef[];
  readonly addressees: readonly ActorRef[];
  readonly instruments: readonly InstrumentId[];
  readonly forum: ForumId | null;
  readonly passages: readonly PassageId[];
}

const SUBJECTS_OF = /(?:\b(?:issues|topics|subjects|themes|matters|questions)\b[^.;]{0,40}|\b(?:governs?|covers?|cover(?:ing)?|addresse?s?|deals?\swith|tackles?|takes?\sup)(?:,\s[^,;:]{3,60})?):\s*$/i;
/** "The charter should:": what follows is asked of that text. */
const ASKED_OF_A_TEXT = /Ⓘ·*\s(?:\w+ly\s|also\s)?(?:must|should|shall|ought|needs?)\b/u;
/** "Night work (Goals 3 and 4)": what stands below such a title serves what its brackets name. */
const titled = ({ marked }: Sentence): boolean => /\(Ⓘ[^()]*\)\s?[.:]?$/u.test(marked.masked.trim());
const IN_LINE_WITH = /\b(?:in (?:line|accordance|keeping|conformity) with|pursuant to|under|based on|as set out in|consistent with|guided by|recalling|in (?:the )?light of|drawing on|us(?:e|ing))\b/i;

/** How far above a lead-in of names alone ("Employers to:") that to which its list belongs may stand, in passages. */
const FARTHEST = 40;
/** "Governments of origin:", "The Port Authority and employers": names alone, whom what stands below them asks. */
export const ONLY_NAMES = /^(?:all|others?|every(?:one|body))[:,]?$|^(?:(?:to|for|by)\s)?(?:the\s|all\s|national\s)*[ⒶⒼ]·*(?:\s\([^)]*\))?(?:(?:,\s(?:and\s)?|\s(?:of|and|or|together\swith|as\swell\sas)\s|,\stogether\swith\s)(?:the\s)?[ⒶⒼ]·*(?:\s\([^)]*\))?)*[:,]?$/iu;

/** A heading that waits for its items: "The Council, for its part, should". */
const UNFINISHED = /\b(?:must|should|shall|ought\sto|needs?\sto|ha(?:s|ve)\sto)\s?:?$/iu;

/** The items that stand right under a heading, with nothing said between. */
function headingsOfItems(sentences: readonly (Sentence | null)[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let heading: number | null = null;
  for (const sentence of sentences) {
    if (!sentence) continue;
    const { role } = sentence.passage;
    if (role === 'HEADING') heading = sentence.position;
    else if (role !== 'ITEM') heading = null;
    else if (heading !== null) found.set(sentence.position, heading);
  }
  return found;
}

const AFTER_THAT = /\bthat\s*:?\s*$/i;

/** Whose act a finding is, or null where it names somebody who cannot be identified. */
export type ActorsOf = (sentence: Sentence, finding: ActFinding) => { readonly actors: readonly ActorRef[] } | null;

/** The lead-ins of a text, each read once, because every item asks. */
export class Inheritances {
  private readonly known = new Map<number, Inheritance | null>();
  private readonly sources: StatementSources;
  private readonly sentences: readonly (Sentence | null)[];
  private readonly voices: Voices;
  private readonly actorsOf: ActorsOf;
  /** Lead-ins of lists that have no markers, by the position of what they introduce. */
  private readonly spoken: ReadonlyMap<number, number>;
  private readonly leading: ReadonlySet<number>;
  /** The heading right above the items of a list, by the position of each. */
  private readonly headings: ReadonlyMap<number, number>;

  constructor(sources: StatementSources, sentences: readonly (Sentence | null)[], voices: Voices, actorsOf: ActorsOf) {
    this.sources = sources;
    this.sentences = sentences;
    this.voices = voices;
    this.actorsOf = actorsOf;
    this.spoken = spokenLists(sentences);
    this.headings = headingsOfItems(sentences);
    this.leading = new Set([...sources.passages.flatMap(({ leadIns }) => leadIns), ...this.spoken.values()]);
  }

  /** Whether a list follows the sentence. */
  isLeadIn({ position }: Sentence): boolean {
    return this.leading.has(position);
  }

  /** The positions of the sentences that introduce this one, outermost first. */
  leadInsOf({ passage, position }: Sentence): readonly number[] {
    const spoken = this.spoken.get(position);
    return spoken === undefined ? passage.leadIns : [spoken];
  }

  /** Who "urges" in a list under "The Assembly:"; [] where no lead-in is a name alone. */
  subjectAbove(sentence: Sentence): ActorRef[] {
    for (const position of this.leadInsOf(sentence).toReversed()) {
      const leadIn = this.sentences[position];
      const named = leadIn ? onlyNamed(leadIn, this.voices) : [];
      if (named.length > 0) return named;
    }
    return [];
  }

  /** What a sentence that introduces a list gives its items; null where it gives no act. */
  from(sentence: Sentence): Inheritance | null {
    const known = this.known.get(sentence.position);
    if (known !== undefined) return known;
    this.known.set(sentence.position, null);
    const outer = this.by(sentence) ?? this.above(sentence);
    const last = clausesOf(sentence).at(-1);
    const inheritance = (last && last !== sentence ? this.read(last, outer) : null) ?? this.read(sentence, outer);
    this.known.set(sentence.position, inheritance);
    if (inheritance) this.voices.remember(sentence, inheritance.addressees.length > 0 ? inheritance.addressees : inheritance.actors);
    return inheritance;
  }

  /** What a sentence takes from the nearest lead-in above it that gives an act. */
  by(sentence: Sentence): Inheritance | null {
    for (const position of [...this.leadInsOf(sentence), ...this.headingOver(sentence)].toSorted((a, b) => b - a)) {
      const leadIn = this.sentences[position];
      const inherited = leadIn ? this.from(leadIn) : null;
      if (inherited) return inherited;
      if (leadIn && announcesTopics(leadIn)) return null;
    }
    return null;
  }

  /** "B. Call upon employers", "The Council, for its part, should": a heading that begins what its items go on with. */
  private headingOver({ position }: Sentence): readonly number[] {
    const above = this.headings.get(position);
    const heading = above === undefined ? null : this.sentences[above];
    return above !== undefined && heading && (UNFINISHED.test(heading.marked.text) || leadInNoun(heading)?.id.endsWith('-opening') === true) ? [above] : [];
  }

  /** "We recommend:", then "Governments to:" and its list, "Employers to:" and its list: names alone go on with what stands above them. */
  private above(sentence: Sentence): Inheritance | null {
    if (onlyNamed(sentence, this.voices).length === 0) return null;
    for (let position = sentence.position - 1; position >= 0 && position >= sentence.position - FARTHEST; position--) {
      const earlier = this.sentences[position];
      if (!earlier || earlier.passage.role === 'HEADING' || earlier.passage.section !== sentence.passage.section) return null;
      if (earlier.passage.leadIns.length === 0 && /:\s*$/.test(earlier.marked.text)) return this.from(earlier);
    }
    return null;
  }

  /** What the first ask of a sentence gives to those that go on with it ("… that A be heard, and that B be paid"). */
  within(sentence: Sentence, finding: ActFinding, actors: readonly ActorRef[], outer: Inheritance | null): Inheritance {
    return this.given(sentence, finding, finding.rule, actors, addresseesOf(sentence, finding, this.voices), outer);
  }

  private read(sentence: Sentence, outer: Inheritance | null): Inheritance | null {
    const named = onlyNamed(sentence, this.voices);
    if (outer && named.length > 0) return { ...outer, addressees: named, passages: [sentence.passage.id, ...outer.passages] };
    const noun = leadInNoun(sentence);
    const opens = /:\s*$/.test(sentence.marked.text);
    const finding = sentence.acts.find(({ rule, passive }) => !passive && (rule.act !== 'ACTS' || opens));
    const spoken = finding && (finding.rule.act !== 'ACTS' || !noun) ? finding : null;
    if ((!spoken || spoken.rule.act === 'ACTS') && announcesTopics(sentence)) return null;
    const rule: ActRule | null = spoken?.rule ?? (noun ? { ...noun, kind: 'form', pattern: '' } : null);
    if (!rule) return outer && isImperative(sentence) ? outer : outer && (opens || sentence.passage.depth > 0) && sentence.passage.role === 'ITEM' ? { ...outer, afterThat: AFTER_THAT.test(sentence.marked.text), instruments: titled(sentence) ? instrumentsIn(sentence) : outer.instruments, passages: [sentence.passage.id, ...outer.passages] } : null;
    const actors = spoken ? (this.actorsOf(sentence, spoken)?.actors ?? []) : this.actorOfNoun(sentence);
    const own = actors.length > 0 ? actors : (outer?.actors ?? this.voices.self(sentence));
    return this.given(sentence, spoken, rule, spoken && spoken.who === null && outer ? outer.actors : own, spoken ? addresseesOf(sentence, spoken, this.voices) : isAsk(rule.act) ? headingAddressees(sentence, this.voices) : [], outer);
  }

  private given(sentence: Sentence, spoken: ActFinding | null, rule: ActRule, actors: readonly ActorRef[], addressees: readonly ActorRef[], outer: Inheritance | null): Inheritance {
    const { text } = sentence.marked;
    const listed: ActFinding | null = rule.act === 'ACTS' || rule.act === 'RECOMMENDS' ? { rule, start: 0, end: 0, who: null, asked: null, deed: null, passive: false } : null;
    const placing = spoken ?? listed;
    return {
      act: rule.act,
      rule,
      actors,
      addressees: addressees.length > 0 ? addressees : (outer?.addressees ?? []),
      topical: SUBJECTS_OF.test(text),
      afterThat: AFTER_THAT.test(text),
      instruments: titled(sentence) || IN_LINE_WITH.test(text) || SUBJECTS_OF.test(text) || ASKED_OF_A_TEXT.test(sentence.marked.masked) ? instrumentsIn(sentence) : [],
      forum: (placing ? namedForum(sentence, placing) : null) ?? outer?.forum ?? null,
      passages: [sentence.passage.id, ...(outer?.passages ?? [])],
    };
  }

  /** "The strategy developed by the Conference yielded the following recommendations": whose recommendations they are. */
  private actorOfNoun(sentence: Sentence): ActorRef[] {
    const { marked } = sentence;
    const by = /\bby\s(?:the\s)?(?=[ⒶⒻ])/iu.exec(marked.masked);
    const first = marksIn(marked, 0, marked.text.length, ['actor', 'voice'])[0];
    if (first && first.start < 4) return this.voices.actorsIn(sentence, first.start, first.end);
    if (!by) return [];
    const mark = marksIn(marked, by.index + by[0].length, marked.text.length, ['actor', 'forum'])[0];
    if (!mark) return [];
    return mark.entity?.startsWith('forum:') ? [this.sources.participantsOf(mark.entity as ForumId)] : this.voices.actorsIn(sentence, mark.start, mark.end);
  }
}
