// Laws, orders and resolutions that are cited by number or by country: "Republic Act 10022", "Law No. 39/2004", "Directive 2009/52/EC",
// "A/HRC/RES/35/5", "Kuwait’s Labour Code", "the 2008 Constitution of Ecuador".

import type { EntityRecord } from '../../schema/extraction.ts';
import { entityId } from '../../schema/ids.ts';
import type { InstrumentKind } from '../../schema/vocabulary.ts';
import type { Candidate } from './candidate.ts';
import type { Gazetteer } from './gazetteer.ts';
import { ofCountry, originAt } from './governmentBodies.ts';
import { kindByHead } from './headNouns.ts';
import type { Token } from './tokens.ts';

const YEAR = String.raw`(?:1[789]|20)\d{2}`;
const OF_YEAR = String.raw`(?:,? (?:of )?${YEAR})?`;
/** With a number these name one law; the word before says whose or what sort it is. */
const NUMBERED = new RegExp(String.raw`\b(?:(?:Presidential|Republic|Executive|Royal|Supreme|Legislative|Ministerial|Federal|Organic|Administrative|Department|Council|Government|Commonwealth) )?(?:Act|Law|Decree|Order|Ordinance|Regulation|Proclamation|Directive|Circular|Ley|Loi|Decreto)s? (?:\((?:EU|EC)\) )?(?:(?:Nos?\.?|Number|N[°º]) ?)?(?<number>\d{1,4}(?:[./-]\d{1,4})*(?:\/\p{Lu}{2,4}\d{0,2})?)\b(?! of the)${OF_YEAR}`, 'gu');
const NUMBER_SAYS = /\b(?:No|Nos|Number)\b|N[°º]|[/.]\d|\b(?:Republic|Presidential|Executive|Royal|Department) /;
/** Symbols under which resolutions and laws of international bodies are filed. */
const SYMBOL = new RegExp(String.raw`\b(?:(?:A\/HRC|A|E|S)\/RES\/(?:S-)?\d{1,4}(?:\/\d{1,3})?(?: \(${YEAR}\))?|(?:19|20)\d{2}\/\d{1,3}\/(?:EC|EU|EEC))(?![\d/])`, 'gu');
/** "Human Rights Council resolution 35/5": the body's name is a mention of its own. */
const RESOLUTION = new RegExp(String.raw`\b(?:(?<body>General Assembly|Human Rights Council|Security Council|Economic and Social Council|ECOSOC|HRC|UNGA) )?[Rr]esolutions? (?<number>\d{1,4}(?:\/\d{1,3})?)(?: \(${YEAR}\))?(?![\d/])`, 'gu');
const PREFIX: Readonly<Record<string, string>> = { 'General Assembly': 'A/RES/', UNGA: 'A/RES/', 'Human Rights Council': 'A/HRC/RES/', HRC: 'A/HRC/RES/', 'Security Council': 'S/RES/', 'Economic and Social Council': 'E/RES/', ECOSOC: 'E/RES/' };

const instrument = (name: string, kind: InstrumentKind, symbol?: string): EntityRecord => ({ type: 'Instrument', id: entityId('Instrument', name), kind, name, aliases: [], ...(symbol ? { symbol } : {}) });
const plain = (words: string): string => words.replace(/\s+/g, ' ');

function meaning(gazetteer: Gazetteer, name: string, kind: InstrumentKind, ...others: string[]): Candidate['means'] {
  const readings = [name, ...others].map((said) => gazetteer.names.lookUp(said)).find((known) => known.some(({ entity }) => entity.startsWith('instrument:')));
  return readings ? { readings } : { record: instrument(name, kind) };
}

function byNumber(text: string, gazetteer: Gazetteer): Candidate[] {
  const laws = [...text.matchAll(NUMBERED)].filter(({ 0: law }) => NUMBER_SAYS.test(law)).map(({ 0: law, index, groups }): Candidate => {
    const number = groups?.['number'] ?? '';
    return { start: index, end: index + law.length, rule: 'law-by-number', means: meaning(gazetteer, plain(law), 'NATIONAL_LAW', plain(law).replace(new RegExp(`${OF_YEAR}$`), ''), plain(law).replace(/ (?=\d)/, ' No. '), number), score: 0.85 };
  });
  const symbols = [...text.matchAll(SYMBOL)].map(({ 0: symbol, index }): Candidate => ({ start: index, end: index + symbol.length, rule: 'symbol', means: meaning(gazetteer, symbol.replace(/ \(.*$/, ''), symbol.includes('RES') ? 'RESOLUTION' : 'NATIONAL_LAW'), score: 0.9 }));
  // "a Declaration (A/RES/68/4)": the word before the brackets is what the symbol files.
  const filed = symbols.flatMap((symbol): Candidate[] => {
    const word = /\b(?:[Tt]he|an?|its|this) (?<head>\p{Lu}\p{Ll}+) \($/u.exec(text.slice(Math.max(0, symbol.start - 40), symbol.start))?.groups?.['head'];
    return word ? [{ ...symbol, start: symbol.start - word.length - 2, end: symbol.start - 2, rule: 'filed-under-symbol', score: 0.8 }] : [];
  });
  const resolutions = [...text.matchAll(RESOLUTION)].flatMap(({ 0: found, index, groups }): Candidate[] => {
    const { body, number = '' } = groups ?? {};
    const isCouncil = !number.includes('/');
    if (!body && isCouncil && !/^(?:1325|1820|1888|1889|1960|2106|2122|2242|2250|2467|2493)$/.test(number)) return [];
    const symbol = `${body ? (PREFIX[body] ?? '') : isCouncil ? 'S/RES/' : 'A/RES/'}${number}`;
    return [{ start: index, end: index + found.length, rule: 'resolution-by-number', means: meaning(gazetteer, symbol, 'RESOLUTION', plain(found), `resolution ${number}`), score: 0.85 }];
  });
  return [...laws, ...symbols, ...filed, ...resolutions];
}

/** The words of a law's name that begin at a token and end in a head noun of laws: "2008 Constitution", "Labour Code". */
function lawAt(tokens: readonly Token[], from: number, { words }: Gazetteer): { readonly name: string; readonly start: number; readonly end: number } | null {
  let best: { readonly name: string; readonly start: number; readonly end: number } | null = null;
  const first = tokens[from];
  if (!first) return null;
  const isNamePart = (token: Token): boolean => /^\p{Lu}/u.test(token.text) || /^(?:of|on|for|and|to)$/.test(token.text) || (token === first && /^(?:1[789]|20)\d{2}$/.test(token.text));
  for (let at = from; at < Math.min(tokens.length, from + 8); at++) {
    const token = tokens[at];
    if (!token || !isNamePart(token) || (at > from && token.gap !== 'soft') || (best && token.text === 'and')) break;
    const kind = /^\p{Lu}/u.test(token.text) ? kindByHead(tokens.slice(from, at + 1).map(({ form }) => form), words)?.kind : undefined;
    if (kind === 'NATIONAL_LAW' || (kind === 'CODE_OF_CONDUCT' && token.form === 'code')) best = { name: tokens.slice(from, at + 1).map(({ text }) => text).join(' '), start: first.start, end: token.end };
  }
  return best;
}

/** "Kuwait’s Labour Code", "the Lebanese Labour Law", "the Constitution of Ecuador": one law of one country. */
function byCountry(text: string, tokens: readonly Token[], gazetteer: Gazetteer): Candidate[] {
  const found: Candidate[] = [];
  const add = (start: number, end: number, law: string, country: string | undefined): void => {
    if (!country) return;
    const name = ofCountry(law, country);
    found.push({ start, end, rule: 'law-of-country', means: meaning(gazetteer, name, 'NATIONAL_LAW', ofCountry(law.replace(/^\d{4} /, ''), country)), score: 0.85 });
  };
  for (const [at, token] of tokens.entries()) {
    const origin = originAt(text, tokens, at, gazetteer);
    if (origin?.possessive && tokens[origin.after]?.gap === 'soft') {
      const law = lawAt(tokens, origin.after, gazetteer);
      // The adjective is part of the name; the country's own name stands before it and is a mention of its own.
      if (law) add(gazetteer.names.longestAt(tokens, at) ? law.start : origin.start, law.end, law.name, gazetteer.entities.get(origin.country)?.name);
    }
    if (token.form !== 'constitution' || token.text !== 'Constitution' || tokens[at + 1]?.text !== 'of') continue;
    const of = originAt(text, tokens, at + 2, gazetteer);
    if (of && !gazetteer.adjectives.has(tokens[at + 2]?.form ?? '')) add(token.start, tokens[of.after - 1]?.end ?? token.end, 'Constitution', gazetteer.entities.get(of.country)?.name);
  }
  return found;
}

/** Offsets: UTF-16 units, end exclusive. */
export const lawsCited = (text: string, tokens: readonly Token[], gazetteer: Gazetteer): Candidate[] => [...byNumber(text, gazetteer), ...byCountry(text, tokens, gazetteer)];
