// Texts that are cited by a title in quotation marks: 'the report "In Safety and Dignity: …"'.

import type { InstrumentKind } from '../../schema/vocabulary.ts';
import { entityId } from '../../schema/ids.ts';
import type { Candidate } from './candidate.ts';

const KINDS: readonly (readonly [RegExp, InstrumentKind])[] = [
  [/manifesto/i, 'MANIFESTO'],
  [/declaration/i, 'DECLARATION'],
  [/call (?:to|for) action/i, 'CALL_TO_ACTION'],
  [/code/i, 'CODE_OF_CONDUCT'],
];
const WORK = String.raw`(?:[Rr]eports?|[Pp]ublications?|[Gg]uide(?:lines)?|[Ss]tud(?:y|ies)|[Hh]andbook|[Tt]oolkit|[Mm]anual|[Pp]olicy (?:[Bb]rief|[Pp]aper)|[Pp]osition [Pp]aper|[Ww]orking [Pp]aper|[Mm]anifesto|[Dd]eclaration|[Cc]all (?:to|for) [Aa]ction|[Cc]ode|[Ff]ramework|[Bb]ooklet|[Bb]rief|[Cc]ompendium)`;
const QUOTED = new RegExp(String.raw`\b(?<work>${WORK})(?:\s(?:entitled|titled|called|named|on))?,?:?\s?[“"](?<title>\p{Lu}[^”"\n]{10,180})[”"]`, 'gdu');

const SINGLE_QUOTED = new RegExp(String.raw`\b(?<work>${WORK})(?:\s(?:entitled|titled|called|named|on))?,?:?\s?[‘'](?<title>\p{Lu}[^‘'”"\n]{10,180})[’'](?!\p{L})`, 'gdu');
/** "laid out in Quays at Night: Wages, Rights and Rest (2005)": a title with its subtitle and year. */
const DATED = /(?<=\b(?:in|In|of|see|See|and|also|by|titled|entitled|study|report|paper|book|guide|publication|,)\s(?:the\s)?)(?<title>\p{Lu}[\p{L}’'-]+(?:\s(?:(?:of|in|for|and|the|on|to|with|from|at)\s){0,2}\p{Lu}[\p{L}’'-]+){0,8}:\s\p{Lu}[^.:;()\n“”"]{8,120})(?=\s\((?:19|20)\d{2}\))/dgu;
/** Most of its longer words are capitalised: a title, not a quotation. */
function isTitle(words: string): boolean {
  const long = words.split(/\s+/).filter((word) => word.replace(/[^\p{L}]/gu, '').length > 3);
  return long.length >= 2 && long.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length >= long.length * 0.6;
}

/** Offsets are those of the title within its quotation marks; UTF-16 units, end exclusive. */
export function titledTexts(text: string): Candidate[] {
  return [...text.matchAll(QUOTED), ...text.matchAll(DATED), ...text.matchAll(SINGLE_QUOTED)].flatMap((match) => {
    const place = match.indices?.groups?.['title'];
    if (!place) return [];
    const printed = text.slice(...place).replace(/[.,;]$/, '');
    const name = printed.replace(/\s+/g, ' ');
    if (!isTitle(name)) return [];
    const kind = KINDS.find(([pattern]) => pattern.test(match.groups?.['work'] ?? ''))?.[1] ?? 'GUIDE';
    return [{ start: place[0], end: place[0] + printed.length, rule: 'titled-text', means: { record: { type: 'Instrument' as const, id: entityId('Instrument', name), kind, name, aliases: [] } }, score: 0.85 }];
  });
}
