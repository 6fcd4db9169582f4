// Who does what in a sentence whose names are hidden: the names that stand together, the subject of a verb, the doer behind "by",
// and what "which" stands for. It reads the order of words and nothing else; where the order does not tell, it says null.

import type { EntityId } from '../../schema/ids.ts';
import type { NamedSentence, Sign } from './namedSentence.ts';

export type GroupKind = 'actor' | 'forum' | 'text';

/** Names of one kind that are joined by commas and "and". Offsets in the sentence, end exclusive. */
export interface Group {
  readonly kind: GroupKind;
  readonly start: number;
  readonly end: number;
  readonly entities: readonly EntityId[];
  /** Behind a preposition: "in Norway". Whoever stands for somebody ("representatives of Norway") is not governed by "of". */
  readonly governed: boolean;
}

const DETERMINERS = String.raw`(?:(?:both|the|its|their|our|an?|this|these|two|three|several|other|also)\s)*`;
const TITLES = String.raw`(?:(?:H\.?E\.?|Ms\.?|Mr\.?|Mrs\.?|Dr\.?|Prof(?:\.|essor)|Hon(?:\.|ou?rable)|Ambassador|President|Prime\sMinister|Minister)\s)*`;
/** Those who come or speak for the one named behind "of". */
const STANDING_FOR = String.raw`(?:[Gg]overnments?|[Rr]epresentatives?|[Dd]elegat(?:es|ions?)|[Mm]inist(?:ers|er|ries|ry)(?:\s[\p{L}]+){0,5}|[Aa]mbassadors?|[Pp]residents?|[Pp]rime\s[Mm]inisters?|[Mm]issions?|(?:[Ee]xecutive\s|[Dd]eputy\s|[Rr]egional\s)*[Dd]irectors?|[Hh]eads?|[Mm]embers|[Ss]taff|[Oo]ffices?|[Cc]olleagues|[Ee]xperts|[Oo]fficials)`;
const JOINED = new RegExp(String.raw`^(?:\s\([^)]{0,80}\))?(?:\s?;\s|,\s|,?\s(?:and|&|as\swell\sas|along\swith|together\swith)\s|\s?[/–]\s?)(?:also\s|then\s)?(?:(?:by|with|from|of|at|in|to|for|on)\s)?${DETERMINERS}(?:${STANDING_FOR}\s(?:of|from)\s${DETERMINERS})?${TITLES}$`, 'u');
const BEFORE = new RegExp(String.raw`(?:${DETERMINERS}${STANDING_FOR}(?:\s(?:of|from|for)|['’]s?)\s)?${DETERMINERS}${TITLES}$`, 'u');
const PREPOSITION = /(?:^|[\s(])(?:[Oo]f|[Ii]n|[Aa]t|[Ww]ith|[Bb]y|[Ff]or|[Tt]o|[Ff]rom|[Oo]n|between|among|[Uu]nder|within|against|into|through|including|include|[Ll]ike|than|[Aa]s|via|across|over|towards?|behind|about|regarding|concerning|than|near|outside|throughout)\s$|\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear)\s(?:\p{Lu}[\p{L}-]+\s?){1,3},\s$/u;

const kindOf = (sign: string): GroupKind => (sign === 'Ⓕ' ? 'forum' : sign === 'Ⓘ' ? 'text' : 'actor');

/** "In Norway, UNICEF …" and "Ana Cruz, UNICEF" are no lists: two names with a comma and no "and". */
function runs(signs: readonly Sign[], sentence: NamedSentence): Sign[][] {
  const { masked } = sentence;
  const found: { signs: Sign[]; joints: string[] }[] = [];
  for (const sign of signs) {
    const run = found.at(-1);
    const before = run?.signs.at(-1);
    const joint = before ? masked.slice(before.end, sign.start) : '';
    const sameKind = before && kindOf(masked.charAt(before.start)) === kindOf(masked.charAt(sign.start));
    const isOver = run?.joints.some((earlier) => /\b(?:and|as well as)\b|&/.test(earlier)) === true && /^(?:\s\([^)]*\))?,\s(?!and\b|as\b)/.test(joint); // "With A and B, C …"
    if (run && sameKind && !isOver && JOINED.test(joint)) {
      run.signs.push(sign);
      run.joints.push(joint);
    } else found.push({ signs: [sign], joints: [] });
  }
  return found.flatMap(({ signs: run, joints }) => {
    const [first, ...others] = run;
    const second = others[0];
    const isPair = run.length === 2 && !/\band\b|&|;|as well as|with|[/–]/.test(joints[0] ?? '');
    const isPlaceFirst = first && second && masked.charAt(first.start) === 'Ⓒ' && masked.charAt(second.start) !== 'Ⓒ' && /^,\s/.test(joints[0] ?? '') && /\b(?:[Ii]n|[Ff]rom|[Aa]t|[Ff]or)\s(?:the\s)?$/.test(masked.slice(0, first.start));
    return first && (isPair || isPlaceFirst) && kindOf(masked.charAt(first.start)) === 'actor' ? [[first], others] : [run];
  });
}

export function groupsIn(sentence: NamedSentence): Group[] {
  const { masked } = sentence;
  return runs(sentence.signs, sentence).flatMap((run): Group[] => {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last) return [];
    const lead = BEFORE.exec(masked.slice(0, first.start))?.[0] ?? '';
    const start = first.start - lead.length;
    return [{ kind: kindOf(masked.charAt(first.start)), start, end: last.end, entities: [...new Set(run.flatMap(({ entities }) => entities))], governed: PREPOSITION.test(masked.slice(0, start)) }];
  });
}

/** What may stand between a subject and its verb; group `unreal` where the deed is denied, wished or owed. */
const BEFORE_VERB = /(?:(?:^|\s|,\s)(?:also|then|now|again|recently|since|jointly|together|both|first|later|already|actively|has|have|had|having|is|are|was|were|be|been|being|will|shall|did|does|do|to|not|never|should|must|could|would|may|might|can|cannot|nor|yet|once|each|all|further|formally|\p{L}+ly))*\s?$/iu;
export const UNREAL = /\b(?:not|never|should|must|could|would|may|might|cannot|can|nor|without|to)\b/i;
const APPOSITION = /,\s(?!and\b)[^,;.]{2,140}(?:,\s(?!and\b)[^,;.ⒶⒸⓅ]{2,80})?,$/u;
const OFFICE = /^['’]s?(?:\s[\p{L}-]+){1,4}$/u;

export interface Subject {
  readonly group: Group;
  /** The words between it and the verb: adverbs and helping verbs. */
  readonly between: string;
}

export class Clauses {
  readonly sentence: NamedSentence;
  readonly groups: readonly Group[];

  constructor(sentence: NamedSentence) {
    this.sentence = sentence;
    this.groups = groupsIn(sentence);
  }

  private get masked(): string {
    return this.sentence.masked;
  }

  /** The place where the clause around a place begins: behind the last semicolon, colon or dash. */
  clauseStart(at: number): number {
    return Math.max(0, ...[...this.masked.slice(0, at).matchAll(/[;:]\s|\s[–—]\s/g)].map(({ 0: mark, index }) => index + mark.length));
  }

  /** The first actors of the clause that no preposition governs. */
  nominative(at: number): Group | null {
    const from = this.clauseStart(at);
    return this.groups.find(({ kind, start, end, governed }) => kind === 'actor' && start >= from && end <= at && !governed) ?? null;
  }

  /** A person "of" a body stands for that name: the person is the subject. */
  private headOf(group: Group): Group | null {
    if (!group.governed) return group;
    const person = this.groups.findLast(({ end, kind }) => kind === 'actor' && end <= group.start);
    const isHeld = person && this.masked.charAt(this.masked.slice(0, person.end).search(/Ⓟ·*$/u)) === 'Ⓟ' && /^\s(?:of|from|at|for)\s(?:the\s)?$/.test(this.masked.slice(person.end, group.start));
    return isHeld ? person : null;
  }

  /** Who does what the verb at a place says, or null. */
  subjectOf(verb: number): Subject | null {
    const from = this.clauseStart(verb);
    const before = this.masked.slice(from, verb);
    const between = BEFORE_VERB.exec(before)?.[0] ?? '';
    const end = from + before.length - between.length;
    const lead = this.masked.slice(from, end);
    const found = (group: Group | null | undefined): Subject | null => (group ? { group, between } : null);
    const endingAt = (place: number): Group | undefined => this.groups.find((group) => group.kind === 'actor' && (group.end === place || (group.end < place && group.end > place - 60 && (OFFICE.test(this.masked.slice(group.end, place)) || /^\s\([^)]{1,80}\)$/.test(this.masked.slice(group.end, place))))));
    const relative = /(?:,\s|\s)(?:which|who|that)$/.exec(lead);
    if (relative) return found(this.headAt(from + relative.index, endingAt));
    const direct = this.headAt(end, endingAt);
    if (direct) return found(direct);
    const aside = APPOSITION.exec(lead);
    const named = aside ? this.headAt(from + aside.index, endingAt) : null;
    if (named) return found(named);
    return /(?:,|\b(?:and|but|then))$/.test(lead) ? found(this.nominative(end)) : null;
  }

  private headAt(place: number, endingAt: (place: number) => Group | undefined): Group | null {
    const group = endingAt(place);
    return group ? this.headOf(group) : null;
  }

  /** The names of a kind that "which" before a place stands for: "Ⓕ, which Ⓒ hosted and Ⓒ chaired". */
  antecedent(at: number, kind: GroupKind): Group | null {
    const before = this.masked.slice(0, at);
    const which = /(?:\s\([^)]*\))?,?\s(?:which|that|whom)\s(?:[^,;.]*\sand\s)?(?:the\s|its\s|an?\s)?$/.exec(before);
    return which ? (this.groups.find((group) => group.kind === kind && group.end === which.index) ?? null) : null;
  }

  /** The names of a kind that end at a place, or before brackets, days and places that belong to them. */
  rightBefore(at: number, kind: GroupKind): Group | null {
    const group = this.groups.findLast((known) => known.kind === kind && known.end <= at);
    const gap = group ? this.masked.slice(group.end, at) : '';
    return group && !/[.;]\s/.test(gap) && gap.length < 110 && !/[ⒶⓅ]/u.test(gap) ? group : null;
  }

  /** The actors whose names begin right at a place, titles and "the" allowed. */
  startingAt(at: number): Group | null {
    return this.groups.find(({ kind, start, end }) => kind === 'actor' && start <= at && at < end) ?? null;
  }
}
