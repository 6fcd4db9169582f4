// Bodies whose names show nothing, told by where they stand: in a list of those who signed ("Tidewatch, Norway"), in a field of a form
// ("Rapporteur: Sin Velas AC"), or beside the word for what they are ("the union SEAWAVE", "Tidewatch, a network of cooks").

import type { Passage } from '../text/passages.ts';
import type { Candidate } from './candidate.ts';
import { kindByHead } from './headNouns.ts';
import type { NameWords } from './nameWords.ts';
import { newRecord } from './organisations.ts';
import { formOf, readTokens } from './tokens.ts';

/** What introduces a list of bodies: a heading or the last words before a colon. */
const SIGNED = /^(?:list of )?(?:signatories|signatory organi[sz]ations|signed(?: by)?|endorsements|endorsing organi[sz]ations|endorsed by|supported by|supporting organi[sz]ations|co-?sponsors?|co-?sponsored by|participating organi[sz]ations|member organi[sz]ations|our members|members|undersigned(?: organi[sz]ations)?|partners|organi[sz]ations)\b[^.]{0,60}:?$|\b(?:sign(?:ed|atories)|endorse(?:d|rs)?|co-?sponsor(?:s|ed)?|undersigned|supported by|subscribed)\b[^.]{0,80}:$/i;
const LONGEST_LINE = 140;
const NAME = /^\p{Lu}[\p{L}\p{N}’'&.+/-]*(?:[\s][\p{L}\p{N}’'&.+/–—-]+){0,14}$/u;

interface Piece {
  readonly text: string;
  readonly start: number;
}
function piecesOf(text: string, start: number, separator: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const part of text.split(separator)) {
    const at = text.indexOf(part, from);
    from = at + part.length;
    const lead = /^[\s•*–-]*/.exec(part)?.[0].length ?? 0;
    pieces.push({ text: part.slice(lead).trimEnd(), start: start + at + lead });
  }
  return pieces.filter(({ text: words }) => words !== '');
}

/** The name that opens a line, without the place behind a comma, dash or in brackets. */
function nameOpening(line: string, isPlace: (name: string) => boolean): string {
  const bare = /^[^,(;:|]+/.exec(line)?.[0].trim() ?? '';
  const dashed = /^(.+?)\s[–—-]\s(.+)$/.exec(bare);
  return (dashed && isPlace(dashed[2] ?? '') ? (dashed[1] ?? '') : bare).replace(/[.\s]+$/, (end) => (/\.\p{Lu}$/u.test(bare.slice(0, -end.length)) ? end : ''));
}

function body(name: string, start: number, rule: string, words: NameWords, score: number): Candidate {
  const head = kindByHead(readTokens(name).map(({ form }) => form), words);
  const record = newRecord(head?.type === 'Actor' ? head : { type: 'Actor', kind: 'CIVIL_SOCIETY' }, name);
  return { start, end: start + name.length, rule, means: { record }, score };
}

/** Whether a line in such a list can be a name: capitals, no sentence, no word of a table's head. */
const isName = (name: string, isPlace: (words: string) => boolean, words: NameWords): boolean => name.length >= 3 && NAME.test(name) && !isPlace(name) && !/^(?:and|the|name|organi[sz]ation|country|date|page|contact|annex|see|http)\b/i.test(name) && !words.generic.has(formOf(name)) && name.split(' ').filter((word) => /^\p{Lu}/u.test(word)).length * 2 >= name.split(' ').filter((word) => word.length > 3).length;

function signatories(passages: readonly Passage[], isPlace: (name: string) => boolean, words: NameWords): Candidate[] {
  const found: Candidate[] = [];
  let inList = false;
  for (const { text, start, role } of passages) {
    if (role === 'FURNITURE') continue;
    if (SIGNED.test(text) && text.length < 300) {
      inList = true;
      continue;
    }
    const inline = /^(?:signatories|signed(?: by)?|endorsed by|supported by|co-?sponsors?|co-?sponsored by|(?:jointly )?organi[sz]ed by|convened by|hosted by|submitted by|members|partners)\s?:\s(?<names>.+)$/is.exec(text);
    const lines = inline?.groups ? piecesOf(inline.groups['names'] ?? '', start + text.length - (inline.groups['names']?.length ?? 0), /;|,(?! (?:Inc|Ltd))|\s(?:and|&)\s/) : inList && text.length <= LONGEST_LINE && !/[.?!]$/.test(text) && (role !== 'HEADING' || !text.endsWith(':')) ? piecesOf(text, start, /;|\n/) : null;
    if (!lines) {
      inList = false;
      continue;
    }
    for (const line of lines) {
      const name = nameOpening(line.text, isPlace);
      if (isName(name, isPlace, words)) found.push(body(name, line.start, 'signatory', words, 0.65));
    }
  }
  return found;
}

const ARTICLED = /^(?:The|Las|Los|La|El|Les|Le|Die|Der|Das)\s/;

/** "Opening inputs: Las Velas; Sin Puerto AC (SPAC)": what stands in a role and is no person. */
function inRoles(text: string, isPlace: (name: string) => boolean, words: NameWords): Candidate[] {
  const role = String.raw`(?:${words.roles.join('|')})s?|(?:Opening )?[Ii]nputs|Organi[sz]ed by|Convened by|Hosted by|Submitted by|Implementing partners?|Partner organi[sz]ations?`;
  const field = new RegExp(String.raw`(?:^|\| ?|\n|; )(?:[-•*] )?(?:${role})(?: \([^)\n]{0,30}\))?\s?:\s?\|?\s*(?<names>[^\n|]{3,200})`, 'gdu');
  return [...text.matchAll(field)].flatMap((match): Candidate[] => {
    const place = match.indices?.groups?.['names'];
    if (!place) return [];
    return piecesOf(text.slice(...place), place[0], /;/).flatMap((piece): Candidate[] => {
      const name = nameOpening(piece.text, isPlace);
      const shows = ARTICLED.test(name) || /\b\p{Lu}{2,}$/u.test(name) || /^\s?\(\p{Lu}[\p{L}\p{N}]{1,9}\)/u.test(piece.text.slice(name.length)) || !name.includes(' ');
      return shows && isName(name, isPlace, words) ? [body(name, piece.start, 'in-role', words, 0.6)] : [];
    });
  });
}

const PROPER = String.raw`\p{Lu}[\p{L}\p{N}]*(?:[-.’']\p{L}+){0,3}`;

/** "the union SEAWAVE", "Tidewatch, a network of cooks". */
function apposed(text: string, isPlace: (name: string) => boolean, words: NameWords): Candidate[] {
  const nouns = `(?:${words.bodyNouns.join('|')})`;
  const behind = new RegExp(String.raw`\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|an?) (?:(?:[\p{Ll}-]+|\p{Lu}\p{Ll}+(?:n|i|ese|ish)) ){0,3}?${nouns} (?<name>${PROPER}(?: ${PROPER}){0,3})(?! of\b)`, 'gdu');
  const before = new RegExp(String.raw`(?<![\p{L}’'-] ?)(?<name>${PROPER}(?: ${PROPER}){0,3}), (?:an?|the) (?:[\p{L}’'-]+ ){0,5}?${nouns}\b`, 'gdu');
  return [...text.matchAll(behind), ...text.matchAll(before)].flatMap((match): Candidate[] => {
    const place = match.indices?.groups?.['name'];
    const printed = match.groups?.['name'] ?? '';
    const parts = printed.split(' ');
    // "Then Tidewatch, a network …": what opens the sentence is no part of the name.
    const from = parts.findIndex((part) => !words.openers.has(part.toLowerCase()));
    const name = from < 0 ? '' : parts.slice(from).join(' ');
    if (!place || !isName(name, isPlace, words) || words.notBodies.has(name) || (!name.includes(' ') && isCommon(name, text))) return [];
    return [body(name, place[1] - name.length, 'apposed', words, 0.6)];
  });
}

/** Whether a word with a capital is also used without one: then its capital says nothing. */
export const isCommon = (word: string, text: string): boolean => /^\p{Lu}\p{Ll}+$/u.test(word) && (/(?:ly|ing)$/.test(word) || new RegExp(`(?<![\\p{L}’'-])${word.toLowerCase()}(?![\\p{L}’'-])`, 'u').test(text));

/** @param isPlace whether words name a country or a town. Offsets: UTF-16 units, end exclusive. */
export const listedBodies = (text: string, passages: readonly Passage[], isPlace: (name: string) => boolean, words: NameWords): Candidate[] => [...signatories(passages, isPlace, words), ...inRoles(text, isPlace, words), ...apposed(text, isPlace, words)];
