// Who sent a message or memo: the body named in its "From" line, else the person.

import type { EntityRecord, Mention } from '../../schema/extraction.ts';
import type { ActorRef, EntityId } from '../../schema/ids.ts';
import type { HeaderLine } from './header.ts';

/** Whoever a message is sent to is no author of it, and the meeting that their list is named after is not its occasion. */
export const isAddressLine = ({ text }: Pick<HeaderLine, 'text'>): boolean => /^(?:To|Cc):\s/.test(text);

export interface Sender {
  readonly bodies: readonly ActorRef[];
  /** To be taken for the author only where the text names no body that it speaks for. */
  readonly persons: readonly ActorRef[];
}

/** @param lines of the head; @param isMessage the file says of itself who sent it */
export function senderOf(lines: readonly HeaderLine[], mentions: readonly Mention[], entities: ReadonlyMap<EntityId, EntityRecord>, isMessage: boolean): Sender {
  const line = isMessage ? lines.find(({ text }) => /^From:\s/.test(text)) : undefined;
  const named = line ? mentions.filter(({ start, end }) => start >= line.start && end <= line.end) : [];
  const actors = [...new Set(named.flatMap(({ entity }): ActorRef[] => (entity.startsWith('actor:') || entity.startsWith('country:') ? [entity as ActorRef] : [])))]; // the prefix is the type
  const isPerson = (actor: ActorRef): boolean => entities.get(actor)?.kind === 'PERSON';
  return { bodies: actors.filter((actor) => !isPerson(actor)), persons: actors.filter(isPerson) };
}
