// Governments and their ministries, by whatever the text calls them: "Canadian government", "Thai Ministry of Labour",
// "Nepal's Department of Foreign Employment", "Ministry of Labour in Jordan" name one body of one country.

import type { EntityRecord } from '../../schema/extraction.ts';
import { entityId, type CountryId } from '../../schema/ids.ts';
import type { Candidate } from './candidate.ts';
import type { Gazetteer } from './gazetteer.ts';
import { formOf, type Token } from './tokens.ts';

const OFFICE = /^(?:Ministry|Department|Office|Bureau|Commission|Agency|Authority|Embassy|Consulate|Parliament|Senate|Secretariat|Permanent Mission)$/;
const ARTICLED = /^(?:Philippines|United (?:States|Kingdom|Arab Emirates)|Netherlands|Bahamas|Maldives|Gambia|Comoros|Dominican Republic|Democratic Republic)/;

/** "Government of the Philippines": names of bodies end in the country's everyday name. */
export const ofCountry = (body: string, country: string): string => `${body} of ${ARTICLED.test(country) ? 'the ' : ''}${country}`;

function bodyNamed(name: string, gazetteer: Gazetteer): Candidate['means'] {
  const readings = gazetteer.names.lookUp(name);
  const record: EntityRecord = { type: 'Actor', id: entityId('Actor', name), kind: 'GOVERNMENT_BODY', name, aliases: [] };
  return readings.length > 0 ? { readings } : { record };
}

export interface Origin {
  readonly country: CountryId;
  readonly start: number;
  /** Position of the token after the country's name or adjective. */
  readonly after: number;
  readonly possessive: boolean;
}

/** The country that a token begins to name, by its own name or by its adjective. */
export function originAt(text: string, tokens: readonly Token[], at: number, gazetteer: Gazetteer): Origin | null {
  const token = tokens[at];
  if (!token || !/^\p{Lu}/u.test(token.text)) return null;
  const known = gazetteer.names.longestAt(tokens, at);
  const named = known?.readings.find(({ entity }) => entity.startsWith('country:'))?.entity;
  const adjective = gazetteer.adjectives.get(token.form) ?? gazetteer.adjectives.get(formOf(`${token.text} ${tokens[at + 1]?.text ?? ''}`));
  if (known && named) return { country: named as CountryId, start: token.start, after: known.after, possessive: /^['’]s?\s/.test(text.slice(known.end, known.end + 3)) }; // the prefix is the type
  return adjective ? { country: adjective, start: token.start, after: at + (gazetteer.adjectives.has(token.form) ? 1 : 2), possessive: true } : null;
}

/** The name of an office that begins at a token: "Ministry of Labour and Social Affairs", "Department of Foreign Affairs". */
function officeAt(tokens: readonly Token[], from: number, gazetteer: Gazetteer): { readonly name: string; readonly after: number; readonly end: number } | null {
  let after = from;
  const words: string[] = [];
  for (let at = from; at < tokens.length && at < from + 12; at++) {
    const token = tokens[at];
    if (!token || (at > from && token.gap === 'barrier')) break;
    const capital = /^\p{Lu}/u.test(token.text);
    const joins = /^(?:of|for|on|and|&)$/.test(token.text);
    const before = tokens[at - 1];
    // Behind "and", another body begins: "… of Labour and the Danish …", "… of Labour and UNICEF".
    if (at > from && /^(?:and|&)$/.test(before?.text ?? '') && (OFFICE.test(token.text) || gazetteer.adjectives.has(token.form) || gazetteer.names.longestAt(tokens, at))) break;
    if ((token.gap === 'hard' && at > from) || (!capital && !joins)) break;
    words.push(token.text);
    if (capital) after = at + 1;
  }
  const kept = words.slice(0, after - from);
  return kept.length >= 2 && OFFICE.test(kept[0] === 'Permanent' ? kept.slice(0, 2).join(' ') : (kept[0] ?? '')) ? { name: kept.join(' '), after, end: tokens[after - 1]?.end ?? 0 } : null;
}

/** Offices of one word: "President of Norway", "Norway’s Parliament". */
const SOLE = /^(?:President|Vice-President|Presidency|Parliament|Senate|Congress|Embassy|Prime Minister|Ombudsman)$/;

/** The office of one or two words that begins at a token. */
function soleOfficeAt(tokens: readonly Token[], at: number): { readonly name: string; readonly after: number; readonly end: number } | null {
  for (const length of [2, 1]) {
    const span = tokens.slice(at, at + length);
    const last = span.at(-1);
    const name = span.map(({ text }) => text).join(span[1]?.form === 'president' ? '-' : ' ');
    if (last && span.length === length && SOLE.test(name)) return { name, after: at + length, end: last.end };
  }
  return null;
}

/** Bodies of governments in a text; the country's name is part of the mention. Offsets: UTF-16 units, end exclusive. */
export function governmentBodies(text: string, tokens: readonly Token[], gazetteer: Gazetteer): Candidate[] {
  const found: Candidate[] = [];
  const add = (start: number, end: number, body: string, country: CountryId): void => {
    const name = gazetteer.entities.get(country)?.name;
    if (name) found.push({ start, end, rule: 'government', means: bodyNamed(ofCountry(body, name), gazetteer), score: 0.95 });
  };
  for (const [at, token] of tokens.entries()) {
    // "Government of Nepal", "Ministry of Labour of/in Jordan"
    const office = officeAt(tokens, at, gazetteer) ?? soleOfficeAt(tokens, at);
    const isGovernment = token.text === 'Government' || token.text === 'government';
    const link = isGovernment ? at + 1 : (office?.after ?? at);
    if ((isGovernment || office) && /^(?:of|in)$/.test(tokens[link]?.text ?? '')) {
      const origin = originAt(text, tokens, link + 1, gazetteer);
      const last = origin ? tokens[origin.after - 1] : undefined;
      if (origin && last && (tokens[link + 1]?.gap ?? 'barrier') === 'soft' && gazetteer.names.longestAt(tokens, link + 1)?.after === origin.after) add(token.start, last.end, isGovernment ? 'Government' : (office?.name ?? ''), origin.country);
    }
    // "Government of Nepal" again, where the capitals run on: the office's own name ends in the country.
    const inside = office ? /^(?<body>.+?) of (?<country>\p{Lu}.+)$/u.exec(office.name) : null;
    const tail = inside?.groups ? gazetteer.names.lookUp(inside.groups['country'] ?? '').find(({ entity }) => entity.startsWith('country:')) : undefined;
    if (office && tail && / of /.test(inside?.groups?.['body'] ?? '')) add(token.start, office.end, inside?.groups?.['body'] ?? '', tail.entity as CountryId); // the prefix is the type
    // "Thai Ministry of Labour", "Jordan's Ministry of Labour", "Canadian government"
    const origin = originAt(text, tokens, at, gazetteer);
    if (!origin?.possessive || tokens[origin.after]?.gap !== 'soft') continue;
    const next = tokens[origin.after];
    const theirs = officeAt(tokens, origin.after, gazetteer) ?? soleOfficeAt(tokens, origin.after);
    if (theirs) add(origin.start, theirs.end, theirs.name, origin.country);
    else if (next && /^[Gg]overnment$/.test(next.text)) add(origin.start, next.end, 'Government', origin.country);
  }
  return found;
}
