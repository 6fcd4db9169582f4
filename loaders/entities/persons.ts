// Named persons: behind a title ("Ms. Ana Cruz"), behind a role with a colon ("Rapporteur: Ana Cruz"), or in a line with their body.

import { entityId } from '../../schema/ids.ts';
import type { Candidate } from './candidate.ts';

const NAME_WORD = String.raw`\p{Lu}(?:\p{Ll}|['’]\p{Lu})[\p{L}'’-]*`;
const PARTICLE = String.raw`(?:de|da|dos|del|la|van|von|der|den|bin|binti|al|el|ben|ter|le|du)`;
const FULL_NAME = String.raw`${NAME_WORD}(?:\s(?:${PARTICLE}\s){0,2}(?:\p{Lu}\.\s?)?(?:\p{Lu}\.|${NAME_WORD})){1,3}`;
const TITLE = String.raw`(?:Ms|Mr|Mrs|Mx|Dr|Prof|Professor|Sr|Sister|Fr|Father|Rev|Hon|H\.\s?E|HE|Amb|Ambassador|Sen|Senator|Atty|Minister|Deputy Minister|Undersecretary|Commissioner|Sheikh|Sheikha)`;
const ROLE = String.raw`(?:Moderators?|Rapporteurs?|Chairs?|Co-[Cc]hairs?|Chairperson|Speakers?|Presenters?|Panell?ists?|Discussants?|Discussion starters?|Facilitators?|Contact|Author|Authors|Prepared by|Presented by|Delivered by|Keynote(?: speaker)?)`;

const PATTERNS: readonly (readonly [string, RegExp, number])[] = [
  ['titled', new RegExp(String.raw`\b${TITLE}\.?\s(?:${TITLE}\.?\s)*(?<name>${FULL_NAME})`, 'gdu'), 0.9],
  ['rapporteur', new RegExp(String.raw`\b[Ss]pecial Rapporteur[^.;()]{0,80}?,\s(?:${TITLE}\.?\s)?(?<name>${FULL_NAME})`, 'gdu'), 0.85],
  ['position', new RegExp(String.raw`(?<name>${FULL_NAME}),\s(?:the\s)?(?:[\p{L}-]+\s){0,3}(?:Director|President|Chair|Chairperson|Coordinator|Secretary|Representative|Officer|Adviser|Advisor|Founder|Professor|Manager|Commissioner|Convenor|Head)\b`, 'gdu'), 0.8],
  ['office', new RegExp(String.raw`\b(?<name>(?:DG|Director[-\s]General|Ambassador|Commissioner|Minister|President)\s${NAME_WORD})(?!\s?\p{Lu})(?!\sof\b)`, 'gdu'), 0.7],
  ['role', new RegExp(String.raw`\b${ROLE}:\s?\|?\s*(?:${TITLE}\.?\s)?(?<name>${FULL_NAME})(?=\s*(?:[,(|–—-]|$|\n))`, 'gdmu'), 0.9],
];
/** A line that is a name and a body: "Ana Cruz, Harbour Workers Alliance". */
const LINE = new RegExp(String.raw`^(?:[-•*]\s)?(?:${TITLE}\.?\s)?(?<name>${FULL_NAME})(?:,\s|\s\(|\s[–—-]\s)(?=\p{Lu})`, 'dmu');
/** Behind a colon, others of the same role follow: "Speakers: Ana Cruz, Quay Network; Li Wei, Dock Union". */
const NO_PERSON = /\b(?:Network|Union|Alliance|Women|Migration|Migrants?|Rights|International|Global|National|Forum|Centre|Center|Institute|University|Committee|Council|Nations|Office|Ministry|Asia|Africa|Europe|America|Conference|Session|Working|Group|Civil|Society|Development|Human|Labou?r|Workers|Day|Theme|General|New|Member|States|Executive|Director|The|Policy)\b/;

/** Persons that a text introduces by their full name. The title is not part of the name. Offsets: UTF-16 units, end exclusive. */
export function personsIn(text: string, isBody: (start: number, end: number) => boolean): Candidate[] {
  const found: Candidate[] = [];
  const add = (span: readonly [number, number] | undefined, rule: string, score: number): void => {
    if (!span) return;
    const name = text.slice(...span).replace(/\s+/g, ' ');
    if (NO_PERSON.test(name)) return;
    found.push({ start: span[0], end: span[1], rule: `person-${rule}`, means: { record: { type: 'Actor', id: entityId('Actor', name), kind: 'PERSON', name, aliases: [] } }, score });
  };
  for (const [rule, pattern, score] of PATTERNS) for (const match of text.matchAll(pattern)) add(match.indices?.groups?.['name'], rule, score);
  let start = 0;
  for (const line of text.split('\n')) {
    const match = LINE.exec(line);
    const name = match?.indices?.groups?.['name'];
    // The line counts where what follows the name is a body; a sentence that begins with two capitals is none.
    if (match && name && line.length < 160 && isBody(start + match[0].length, start + line.length)) add([start + name[0], start + name[1]], 'line', 0.8);
    start += line.length + 1;
  }
  return found;
}
