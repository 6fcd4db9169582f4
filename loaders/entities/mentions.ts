// Finds known names in a text: the longest at each place, whole words only.

import type { ActorId } from '../../schema/ids.ts';
import type { Passage } from '../text/passages.ts';
import { overlapWith } from '../text/byPlace.ts';
import type { Candidate } from './candidate.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { NameIndex, Sighting } from './nameIndex.ts';
import { speaks } from './resolution.ts';
import type { Token } from './tokens.ts';

/** A place where the text speaks of a generic group. Offsets: UTF-16 units, end exclusive. */
export interface GroupMention {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly actor: ActorId;
}

const isShouting = (line: string): boolean => /\p{Lu}{2}/u.test(line) && !/\p{Ll}{2}/u.test(line);

/** The places that are set all in capitals, where capitals do not tell a name from a word. */
export function shoutedPlaces(passages: readonly Passage[]): (offset: number) => boolean {
  const places = passages.filter(({ text }) => text.length > 12 && isShouting(text));
  return (offset) => places.some(({ start, end }) => start <= offset && offset < end);
}

function sightings(index: NameIndex, tokens: readonly Token[], isShouted: (offset: number) => boolean): Sighting[] {
  const found: Sighting[] = [];
  for (let at = 0; at < tokens.length; ) {
    const sighting = index.longestAt(tokens, at, isShouted(tokens[at]?.start ?? 0));
    if (sighting) found.push(sighting);
    at = sighting?.after ?? at + 1;
  }
  return found;
}

/** A number goes on: "Goal 5" is not named by "Goal 5.2", nor "Convention 18" by "Convention 18-20". */
const NUMBER_GOES_ON = /^(?:\.\d|[-–]\d|\/\d)/;
/** "Mexico City", "Gulf of Mexico", "New Mexico": a place called after a country. */
const PLACE_AFTER = /^\sCity\b/;
const PLACE_BEFORE = /\b(?:Gulf of|New|Bank of|Sea of|Strait of|Bay of)\s$/;
/** "non-CEDAW mechanisms" are those of something else. */
const DENIED = /\bnon-$/i;

/** "UN agencies", "United Nations Conventions": a kind of bodies or texts, not the organisation. Verbs and links do not count. */
const ORGANISATION_AS_ADJECTIVE = /^(?:UN|United Nations)$/;
const COMMON_NOUN = /^\s(?!(?:and|or|in|on|at|to|for|of|by|as|is|was|has|had|have|will|can|could|may|must|should|shall|would|did|does|do|that|which|who|with|from|also|through|into|under|but|since|between|[a-z]+(?:ed|ing|ly))\b)\p{L}/u;

/** Names of the word lists in a text, several readings each where they are homonyms. */
export function knownNames(text: string, tokens: readonly Token[], passages: readonly Passage[], gazetteer: Gazetteer): Candidate[] {
  const said = new Map<string, boolean>();
  const isSaid = (cue: string): boolean => {
    const known = said.get(cue) ?? speaks(cue, text);
    said.set(cue, known);
    return known;
  };
  return sightings(gazetteer.names, tokens, shoutedPlaces(passages))
    // What a word means only beside others ("Home" where Singapore is spoken of) it does not mean without them.
    .filter(({ readings }) => readings.some(({ cues, isDefault }) => cues.length === 0 || isDefault || cues.some(isSaid)))
    .filter(({ start, end }) => !(/\d$/.test(text.slice(start, end)) && NUMBER_GOES_ON.test(text.slice(end, end + 2))) && !DENIED.test(text.slice(Math.max(0, start - 4), start)))
    .filter(({ start, end }) => !(ORGANISATION_AS_ADJECTIVE.test(text.slice(start, end)) && COMMON_NOUN.test(text.slice(end, end + 30))))
    .filter(({ start, end, readings }) => !(readings.some(({ entity }) => entity.startsWith('country:')) && (PLACE_AFTER.test(text.slice(end, end + 6)) || PLACE_BEFORE.test(text.slice(Math.max(0, start - 12), start)))))
    .flatMap(({ start, end, readings }) => ownersWork(text, start, end, readings, gazetteer));
}

/** "ILO’s Guidelines for Quays": the owner and the work are two names, where the owner is known. */
function ownersWork(text: string, start: number, end: number, readings: Sighting['readings'], { names }: Gazetteer): Candidate[] {
  const whole: Candidate = { start, end, rule: 'known', means: { readings }, score: 1 };
  const owner = /^(?<owner>.+?)['’]s?\s+(?=\p{Lu})/su.exec(text.slice(start, end));
  const owners = owner ? names.lookUp(owner.groups?.['owner'] ?? '') : [];
  if (!owner || !owners.some(({ entity }) => entity.startsWith('actor:')) || readings.some(({ entity }) => !entity.startsWith('instrument:'))) return [whole];
  return [{ ...whole, end: start + (owner.groups?.['owner'] ?? '').length, means: { readings: owners } }, { ...whole, start: start + owner[0].length }];
}

/** Generic groups outside the names of anything: no mention, but they act and are addressed. In order of the text. */
export function groupsNamed(text: string, tokens: readonly Token[], gazetteer: Gazetteer, taken: readonly { readonly start: number; readonly end: number }[]): GroupMention[] {
  const isTaken = overlapWith(taken);
  return sightings(gazetteer.groups, tokens, () => false)
    .filter((sighting) => !isTaken(sighting))
    .flatMap(({ start, end, readings }) => {
      const actor = readings[0]?.entity;
      return actor?.startsWith('actor:') ? [{ start, end, surface: text.slice(start, end), actor: actor as ActorId }] : []; // the prefix is the type
    });
}
