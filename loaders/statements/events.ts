// "We hosted a listening session in March on night work": an occasion that no list knows, told by whoever held it.
// It becomes a forum of its own, named as the text describes it; what is not described (no subject, no date) stays unnamed.

import type { EntityRecord } from '../../schema/extraction.ts';
import { entityId } from '../../schema/ids.ts';
import type { ForumKind } from '../../schema/vocabulary.ts';
import type { ActFinding } from './acts.ts';
import { marksIn } from './marking.ts';
import type { Sentence } from './sentence.ts';

export type ForumRecord = Extract<EntityRecord, { type: 'Forum' }>;

const KINDS: readonly (readonly [RegExp, ForumKind])[] = [
  [/side[ -]event/i, 'SIDE_EVENT'],
  [/listening session|consultation|hearing|dialogue/i, 'CONSULTATION'],
  [/conference|symposium|congress/i, 'CONFERENCE'],
  [/.*/, 'WORKING_SESSION'],
];
const HELD = /^(?:co-?)?(?:host|hold|held|conven|organi[sz])/i;
const EVENT = /^\s(?:an?\s|its\s|the\sfirst\s)(?<name>(?:[a-z-]+\s){0,3}?(?:listening\ssession|side[ -]event|expert\smeeting|meeting|workshop|conference|consultation|round\s?table|dialogue|seminar|hearing|e-discussion|symposium|webinar))\b(?<when>\s(?:in|on)\s(?:\d{1,2}\s)?(?:\p{Lu}\p{Ll}+\s)?(?:19|20)\d{2})?(?<about>\s(?:on|entitled|titled|called|about)\s[^.;,]{4,110})?/u;
const YEAR = /\b((?:19|20)\d{2})\b/;

/** The occasion that a sentence describes as held by its actor, or null where a list or the text’s own name already knows it. */
export function heldEvent(sentence: Sentence, finding: ActFinding): ForumRecord | null {
  const { marked } = sentence;
  if (!finding.deed || !HELD.test(marked.text.slice(...finding.deed))) return null;
  const found = EVENT.exec(marked.text.slice(finding.deed[1]));
  const name = found?.groups?.name;
  const year = YEAR.exec(marked.text)?.[1];
  const about = found?.groups?.about?.replace(/["“”]/g, '').replace(/^\s(?:entitled|titled|called)\s/, ': ').trimEnd();
  if (!found || !name || !about || !year) return null;
  if (marksIn(marked, finding.deed[1], finding.deed[1] + found[0].length, ['forum']).length > 0) return null;
  const full = `${name.charAt(0).toUpperCase()}${name.slice(1)}${about}, ${year}`;
  const kind = KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? 'WORKING_SESSION';
  return { type: 'Forum', id: entityId('Forum', full), kind, name: full, aliases: [], startDate: year };
}
