// What a reader of a text has learned so far: who stands behind a declaration, a joint project or a part in the meeting,
// which occasion was told of last, and who did something last.

import type { ActorRef, ForumId } from '../../schema/ids.ts';
import { marksIn, type Mark } from './marking.ts';
import type { Sentence } from './sentence.ts';
import { matchesIn } from '../text/mayMatch.ts';

type WhoIs = (mark: Mark, sentence: Sentence) => readonly ActorRef[];

const ISSUED_BY = /\b(?:statement|declaration|manifesto)\s(?:was\s)?(?:issued|adopted|made|presented|submitted|read)\s(?:\w+\s)?by\s(?:the\s)?(?<by>[ⒶⒻⒼ]·*)/giu;
const STATEMENT_OF = /(?<by>[ⒶⒻ]·*)(?:['’]s?)?\s(?:summary\s|joint\s)?(?:statement|declaration|manifesto)\b/giu;
const ADOPTED = /(?<by>[ⒶⒻⒼⓋ]·*)(?:\s\([^()]*\))?\s(?:also\s|has\s|then\s)*(?:adopted|issued|launched)\s(?:the\s|its\s|an?\s)?(?=Ⓘ)/giu;
const JOINT = /\bjoint\b[^.;]*?\b(?:project|programme|program|initiative)\b/iu;
/** "Moderator: Quay Office", "Facilitators – A, B": a form names who had which part. */
const PART_LABEL = /^[\s•*–-]*(?<part>facilitator|moderator|rapporteur|(?:co-?)?chair(?:person|man|woman)?|keynote\sspeaker|session\schair)s?\s*[:–-]\s*(?:the\s)?(?=Ⓐ)/iu;
const PART_BY = /\b(?<verb>moderated|facilitated|chaired|co-?chaired)\sby\s(?:the\s|\w+\.\s)?(?=Ⓐ)/iu;
const PARTS: Readonly<Record<string, string>> = { moderated: 'moderator', facilitated: 'facilitator', chaired: 'chair', cochaired: 'chair' };
/** One word for one part: "chairperson", "co-chairs" → "chair". */
export const partOf = (word: string): string => (/chair/i.test(word) ? 'chair' : word.toLowerCase());

/** What is told of an occasion that it was held; the name of a series alone is no occasion at which somebody spoke. */
const HELD = /\b(?:held|took\splace|convened|met|gathered|hosted|organi[sz]ed)\b|\b(?:19|20)\d{2}\b/i;
/** Who opens a sentence as its subject. */
const SUBJECT = /^(?:(?:in|at|on|since|during|for|as|after|before|by|with|through|from|together)\s[^,]{2,90},\s)?(?:the\s|this\s|an?\s)?(?:(?:representatives?|observers?|delegates?|delegations?|members?|speakers?)\s(?:of|from|for)\s(?:the\s)?)?(?<who>[ⒶⒼⓋ]·*(?:(?:,\s(?:and\s)?|\sand\s)(?:the\s)?[ⒶⒼ]·*)*)(?![·'’])(?<rest>[^.;:]*)/diu;

export class Heard {
  readonly adopted = new Map<string, readonly ActorRef[]>();
  readonly parts = new Map<string, readonly ActorRef[]>();
  project: readonly ActorRef[] | null = null;
  reported: readonly ActorRef[] | null = null;
  private occasion: { readonly forum: ForumId; readonly position: number; readonly section: string | null } | null = null;
  private subject: { readonly actors: readonly ActorRef[]; readonly block: number } = { actors: [], block: -1 };
  private readonly startOf: (forum: ForumId) => string | undefined;

  constructor(startOf: (forum: ForumId) => string | undefined) {
    this.startOf = startOf;
  }

  /** Learns from a sentence or heading what later words will refer to. */
  hear(sentence: Sentence, who: WhoIs): void {
    const { marked } = sentence;
    const { masked, text } = marked;
    for (const found of matchesIn(ISSUED_BY, masked)) {
      const by = marksIn(marked, found.index, found.index + found[0].length).at(-1);
      if (by) this.reported = who(by, sentence);
    }
    for (const found of matchesIn(STATEMENT_OF, masked)) {
      const by = marksIn(marked, found.index, found.index + found[0].length, ['actor', 'forum'])[0];
      if (by) this.reported = who(by, sentence);
    }
    // "The Conference adopted the Charter": what the Charter calls for, those who met call for.
    for (const found of matchesIn(ADOPTED, masked)) {
      const by = marksIn(marked, found.index, found.index + found[0].length)[0];
      const instrument = marksIn(marked, found.index + found[0].length, text.length, ['instrument'])[0];
      const actors = by ? who(by, sentence) : [];
      if (instrument?.entity && actors.length > 0) this.adopted.set(instrument.entity, actors);
    }
    // "3. Joint Harbour Union – Quay Office project": the partners are the project’s voice.
    const joint = JOINT.exec(masked);
    if (joint) {
      const inside = marksIn(marked, joint.index, joint.index + joint[0].length, ['actor']);
      const partners = (inside.length > 0 || sentence.passage.role !== 'HEADING' ? inside : marksIn(marked, 0, text.length, ['actor'])).flatMap((mark) => who(mark, sentence));
      if (partners.length > 0) this.project = [...new Set(partners)];
    }
  }

  /** Learns who moderated, chaired, reported: such a line may stand anywhere in a text. */
  hearParts(sentence: Sentence, who: (sentence: Sentence, start: number, end: number) => readonly ActorRef[]): void {
    const { masked, text } = sentence.marked;
    for (const form of [PART_LABEL, PART_BY]) {
      const found = form.exec(masked);
      const part = found?.groups?.['part'] ?? PARTS[(found?.groups?.['verb'] ?? '').toLowerCase().replace('-', '')];
      if (!found || !part) continue;
      const actors = who(sentence, found.index + found[0].length, text.length);
      if (actors.length > 0 && !this.parts.has(partOf(part))) this.parts.set(partOf(part), actors);
    }
  }

  /** Remembers the occasion that a sentence told of, once what it says has been understood. */
  closed({ occasions, marked, position, passage }: Sentence): void {
    const told = occasions.findLast(({ entity }) => entity?.startsWith('forum:') && (this.startOf(entity as ForumId) !== undefined || HELD.test(marked.text)));
    if (told) this.occasion = { forum: told.entity as ForumId, position, section: passage.section }; // asked by its prefix
  }

  /** The occasion that the sentences just before told of, or null. */
  occasionBefore({ position, passage }: Sentence, reach: number): ForumId | null {
    return this.occasion && this.occasion.section === passage.section && position - this.occasion.position <= reach ? this.occasion.forum : null;
  }

  /** Remembers who did something, for the next "it" or "they". */
  remember({ passage }: Sentence, actors: readonly ActorRef[]): void {
    this.subject = { actors, block: passage.block };
  }

  /** Who acted last, in this paragraph or the one before. */
  lastIn({ passage }: Sentence): readonly ActorRef[] {
    const { actors, block } = this.subject;
    return block === passage.block || block === passage.block - 1 ? actors : [];
  }
}

/** The place of whoever is the subject of a sentence, told by its first words and a verb after them; null where that is a thing. */
export function subjectPlace(sentence: Sentence): readonly [number, number] | null {
  const found = SUBJECT.exec(sentence.marked.masked);
  const who = found?.indices?.groups?.who;
  if (!who) return null;
  return sentence.words.some(({ tag, start }) => start >= who[1] && (tag === 'VERB' || tag === 'AUX')) ? who : null;
}

