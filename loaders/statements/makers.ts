// Whose act a sentence tells: who is named as its subject, who is reported to speak, whom the list or the text speaks for.

import type { ActorRef } from '../../schema/ids.ts';
import type { ActFinding } from './acts.ts';
import type { Inheritance, Inheritances } from './inheritance.ts';
import { isDeedHeading } from './leadIns.ts';
import { marksIn } from './marking.ts';
import { reportedSpeaker } from './reports.ts';
import type { Sentence } from './sentence.ts';
import { WHO } from './subject.ts';
import type { Voices } from './voice.ts';

/** Who did it, and whether the text only reports it of somebody else than its author. */
const MAY_WISH = /\b(?:may|might)\s(?:also\s)?(?:wish|want)\sto\b/i;

export interface Made {
  readonly actors: readonly ActorRef[];
  readonly reported: boolean;
}

/** "Urges States to …": nothing but adverbs before the verb. */
const OPENS_BARE = /^(?:(?:(?:finally|in\sclosing|in\sconclusion|lastly),\s)?(?:let\s(?:me|us)|allow\s(?:me|us)\sto|permit\s(?:me|us)\sto)\s)?(?:(?:also|further|furthermore|again|once\smore|\w+ly),?\s)*$/iu;

/** Who opens a sentence and does something. */
const OPENED_BY = new RegExp(String.raw`^(?:the\s|an?\s)?${WHO}\s(?:\w+(?:ed|s)|drew|took|gave|made|spoke|held)\b`, 'diu');

/** What a country did is background in the text of somebody else, unless the text is telling of deeds. */
function isBackground(named: readonly ActorRef[], { passage: { section } }: Sentence, inherited?: Inheritance | null): boolean {
  return named.every((actor) => actor.startsWith('country:')) && inherited?.act !== 'ACTS' && !(isDeedHeading(section) && !/\b(?:background|context)\b/iu.test(section ?? ''));
}

export class Makers {
  private readonly voices: Voices;
  private readonly lists: Inheritances;

  constructor(voices: Voices, lists: Inheritances) {
    this.voices = voices;
    this.lists = lists;
  }

  /** Whose act it is; null where the sentence names somebody who cannot be identified. */
  of(sentence: Sentence, finding: ActFinding, main?: Made, inherited?: Inheritance | null): Made | null {
    const self = this.voices.self(sentence);
    const isOwn = (actors: readonly ActorRef[]): boolean => actors.some((actor) => self.includes(actor) || this.voices.isOwnCountry(actor, self));
    // "The Committee may wish to recommend": what is put into its mouth is the author's proposal.
    if (finding.who && self.length > 0 && MAY_WISH.test(sentence.marked.text.slice(finding.who[0], finding.start))) return { actors: this.voices.permitted(self), reported: false };
    // "Signed by: A, B • C": all that it names.
    if (finding.rule.id === 'signed-by') return this.signed(sentence);
    if (inherited?.rule.id === 'signed-list' && finding.end === 0) return this.signed(sentence);
    if (finding.who) {
      const named = this.voices.actorsIn(sentence, ...finding.who);
      if (named.length === 0) return null;
      if (finding.rule.id === 'did' && !isOwn(named) && isBackground(named, sentence, inherited)) return null;
      const actors = finding.rule.act === 'ACTS' || finding.rule.act === 'COMMITS' ? this.voices.permitted([...named, ...this.voices.partnersIn(sentence, finding)]) : named;
      return { actors, reported: !isOwn(actors) };
    }
    if (finding.rule.kind === 'said' && !finding.asked) {
      if (OPENS_BARE.test(sentence.marked.text.slice(0, finding.start))) {
        const above = this.lists.subjectAbove(sentence);
        const speaking = above.length > 0 ? above : inherited && inherited.actors.length > 0 ? inherited.actors : self;
        return speaking.length > 0 ? { actors: this.voices.permitted(speaking), reported: !isOwn(speaking) } : null;
      }
      const subject = main?.actors ?? this.firstNamed(sentence);
      return subject.length > 0 ? { actors: [...subject], reported: main?.reported ?? !isOwn(subject) } : null;
    }
    const speaker = this.speakerOf(sentence, finding);
    if (speaker) return { actors: speaker, reported: !isOwn(speaker) };
    const voice = inherited && inherited.actors.length > 0 ? inherited.actors : self;
    return { actors: this.voices.permitted(voice), reported: !isOwn(voice) };
  }

  /** Those whom a list of signatures names. */
  private signed(sentence: Sentence): Made | null {
    const actors = this.voices.permitted(marksIn(sentence.marked, 0, sentence.marked.text.length, ['actor']).flatMap(({ start, end }) => this.voices.actorsIn(sentence, start, end)));
    return actors.length > 0 ? { actors, reported: true } : null;
  }

  /** Who is reported to say what a clause says; after a semicolon the author speaks again. */
  private speakerOf({ within, ...clause }: Sentence, { start }: ActFinding): ActorRef[] | null {
    if (!within || /;\s(?:\w+\s)?$/.test(within.sentence.marked.text.slice(0, within.from))) return reportedSpeaker(clause, start, this.voices);
    return reportedSpeaker(within.sentence, within.from + start, this.voices);
  }

  /** Who opens a sentence and goes on as the subject of its second verb ("The Office disagreed and demanded …"). */
  private firstNamed(sentence: Sentence): ActorRef[] {
    const who = OPENED_BY.exec(sentence.marked.masked)?.indices?.groups?.who;
    return who ? this.voices.actorsIn(sentence, ...who) : [];
  }
}
