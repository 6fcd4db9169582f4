// Who was present and said nothing on an ask, out of who was present and what each said.

import type { HeardRow, ParticipationRow, PositionRow, SpeakerRow } from '../traversals/silentInForum.ts';

/** Somebody who was present. */
export interface PresentActor {
  readonly actor: string;
  readonly name: string;
  readonly isPerson: boolean;
  /** By forum, then role; empty where only its statements there show it. */
  readonly presences: readonly ParticipationRow[];
  readonly statementsThere: number;
  readonly onAskThere: number;
  readonly forElsewhere: number;
  readonly againstElsewhere: number;
}

/** Everybody who is stated to have taken part or spoke, each once. */
export function presentActors(participations: readonly ParticipationRow[], speakers: readonly SpeakerRow[], positions: readonly PositionRow[]): PresentActor[] {
  const presences = Map.groupBy(participations, ({ actor }) => actor);
  const spoken = new Map(speakers.map((row) => [row.actor, row]));
  const elsewhere = new Map(positions.map((row) => [row.actor, row]));
  const everybody = new Map([...participations, ...speakers].map(({ actor, name, isPerson }) => [actor, { actor, name, isPerson }]));
  return [...everybody.values()].map((who) => {
    const { statementsThere = 0, onAskThere = 0 } = spoken.get(who.actor) ?? {};
    const { for: forElsewhere = 0, against: againstElsewhere = 0 } = elsewhere.get(who.actor) ?? {};
    return { ...who, presences: presences.get(who.actor) ?? [], statementsThere, onAskThere, forElsewhere, againstElsewhere };
  });
}

export interface Silences {
  readonly presentCount: number;
  readonly spokeCount: number;
  readonly silentCount: number;
  readonly personsWithheld: number;
  /** Those with a position on the ask elsewhere first, then those who said most there, then by name and id. */
  readonly silent: readonly PresentActor[];
}

/** Persons are left out of the whole answer where anything was said under the Chatham House rule: who is not silent would be known to have spoken. */
export function silences(present: readonly PresentActor[], isRestricted: boolean): Silences {
  const told = isRestricted ? present.filter(({ isPerson }) => !isPerson) : present;
  const silent = told.filter(({ onAskThere }) => onAskThere === 0);
  const hasPosition = ({ forElsewhere, againstElsewhere }: PresentActor): number => (forElsewhere + againstElsewhere > 0 ? 1 : 0);
  return {
    presentCount: told.length,
    spokeCount: told.length - silent.length,
    silentCount: silent.length,
    // Only those whose presence is stated: that others were there follows from what they said.
    personsWithheld: present.filter(({ isPerson, presences }) => isRestricted && isPerson && presences.length > 0).length,
    silent: silent.toSorted((a, b) => hasPosition(b) - hasPosition(a) || b.statementsThere - a.statementsThere || a.name.localeCompare(b.name, 'en') || (a.actor < b.actor ? -1 : 1)),
  };
}

const counted = (count: number, one: string, many: string): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** What the silence is worth, in a sentence that can stand beside it. */
export function caveat(forum: string, { documentCount, statementCount }: HeardRow): string {
  if (documentCount === 0) return `Nothing is loaded of ${forum}: that somebody is silent here says nothing.`;
  return `Silent in what is loaded of ${forum}: ${counted(documentCount, 'document', 'documents')} with ${counted(statementCount, 'statement', 'statements')} made there. What was said there and is in none of them is not known here.`;
}
