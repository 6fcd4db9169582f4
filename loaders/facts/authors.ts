// Whose text it is: named by its opening ("I speak for …"), in the title ("Quay Network Statement"), behind "by", alone on a line of
// the head, in the signature, among those who sign, or as the body that says "we" in the first sentence.

import type { EntityRecord, Mention } from '../../schema/extraction.ts';
import type { ActorRef, EntityId } from '../../schema/ids.ts';
import type { Passage } from '../text/passages.ts';
import { isDateline } from '../text/wrapping.ts';
import type { HeaderLine } from './header.ts';
import { collectiveOpening, openingAuthors } from './speaker.ts';

const WORK = String.raw`(?:statement|submission|contribution|position(?: paper)?|brief(?:ing)?|policy brief|report|paper|remarks|intervention|input|inputs|recommendations|comments|manifesto|call to action|note|press release|open letter|letter|analysis|response|declaration|newsletter|bulletin|release)`;
const BEHIND = new RegExp(String.raw`^(?:\s\([^)]{2,16}\))?(?:['’]s?|,)?\s(?:joint\s|written\s|oral\s|policy\s|position\s|public\s|occasional\s|working\s|discussion\s|research\s|technical\s|background\s|issues?\s)?${WORK}\b`, 'i');
const BEFORE = new RegExp(String.raw`(?:\b(?:by|from|on behalf of|prepared by|submitted by|presented by|delivered by|author(?:s|ed by)?:?|organi[sz]ations?:|submitting organi[sz]ations?:|issued by:?)|\b${WORK}\s(?:of|from|by)):?\s(?:the\s)?(?:[^,;:.]{3,60}?\sand\s(?:the\s)?)?$`, 'i');
/** Who held a meeting, paid for it or moved a text has not written what it adopted. */
const HELD_BY = /\b(?:(?:convened|organi[sz]ed|co-?organi[sz]ed|hosted|sponsored|supported|funded|financed|facilitated|moderated|chaired|adopted|seconded)\s(?:\w+ly\s)?by|(?:support|funding|grants?|assistance|financial\scontributions?)\s(?:of|from|by))\b|\badopted\b[^.]*\b(?:submitted|presented|tabled)\sby\b/i;
/** @param before the words of the line before the name */
const isBylined = (before: string): boolean => BEFORE.test(before.slice(-50)) && !HELD_BY.test(before);
const TITLE_OF_WORK = new RegExp(String.raw`\b${WORK}\b`, 'i');

interface Place {
  readonly start: number;
  readonly end: number;
}

const asActor = ({ entity }: Mention): ActorRef | null => (entity.startsWith('actor:') || entity.startsWith('country:') ? (entity as ActorRef) : null); // the prefix is the type

/** Whether mentions, their short forms and joining words are all that a line holds. */
function fillsLine(text: string, line: Place, named: readonly Mention[]): boolean {
  // "Harbour Network, Lima, October 2017": place and date behind a name are no words of the line.
  const last = named.at(-1)?.end ?? line.end;
  const behind = text.slice(last, line.end);
  const dated = /^(?:\s?\([^)]*\))?\s?[,|–—-]\s*(.+)$/.exec(behind)?.[1];
  let rest = text.slice(line.start, dated && isDateline(dated) ? last : line.end);
  for (const { surface } of named) rest = rest.replace(surface, '');
  return named.length > 0 && rest.replace(/\b(?:the|and|by|with|on behalf of|together|jointly|in (?:partnership|collaboration|cooperation)|members of)\b|[⁰¹²³⁴⁵⁶⁷⁸⁹]|[^\p{L}\p{N}]/giu, '') === '';
}

/** "Geneva, 16 June 2016 – The …": how a press release begins. */
const RELEASED = /^[^.;:]{4,60}\b(?:19|20)\d{2}\)?\s?[–—-]{1,2}\s(?:The\s)?/;
/** Bodies of which the first sentence is the voice: "The Quay Network, QN, welcomes … We …". */
function firstSpeaker(passages: readonly Passage[], mentions: readonly Mention[]): ActorRef[] {
  const prose = passages.find(({ role, text }) => role === 'SENTENCE' && text.length >= 60);
  const released = prose ? (RELEASED.exec(prose.text)?.[0].length ?? 0) : 0;
  if (!prose || (released === 0 && !passages.some(({ role, text }) => role !== 'INSTRUCTION' && /\b(?:we|our)\b/i.test(text)))) return [];
  const first = mentions.find(({ start, end }) => start >= prose.start && end <= prose.end);
  const actor = first && first.start - prose.start <= released + 4 ? asActor(first) : null;
  const after = first ? prose.text.slice(first.end - prose.start) : '';
  return actor && /^(?:\s\([^)]*\)|,[^,]{2,40},)?\s(?:today\s|strongly\s|warmly\s)?(?:(?:welcome|thank|urge|appreciate|recommend|condemn|demand)(?:s|ed)?|call(?:s|ed)?|express(?:es|ed)?|submit(?:s|ted)?|launched|announced|warned|said|is (?:a|an|the|pleased|deeply|honou?red))\b/.test(after) ? [actor] : [];
}

/** How often a text names the body whose letterhead it bears. */
const SPOKEN_OF = 2;
const SESSION_REPORT = /\b(?:rapporteur|summary|minutes|proceedings|outcome|(?:session|meeting) report)\b/i;
/** Share of the words of a list item that a name must fill to be who signs. */
const FILLS = 0.4;

/** The names that items of the last list begin with. */
function signatories(passages: readonly Passage[], bodies: readonly Mention[]): Mention[] {
  const last = passages.findLastIndex(({ role }) => role === 'ITEM');
  const from = passages.findLastIndex(({ role }, at) => at < last && role !== 'ITEM' && role !== 'FURNITURE');
  return passages.slice(from + 1, last + 1).flatMap((item) => bodies.find(({ start, end }) => start >= item.start && start <= item.start + 4 && end <= item.end && end - start >= (item.end - item.start) * FILLS) ?? []);
}

/** The authors in the order in which they are named; [] where the text does not tell. */
export function authorsOf(text: string, passages: readonly Passage[], lines: readonly HeaderLine[], signature: readonly HeaderLine[], mentions: readonly Mention[], entities: ReadonlyMap<EntityId, EntityRecord>): ActorRef[] {
  const isBody = (mention: Mention): boolean => asActor(mention) !== null && entities.get(mention.entity)?.kind !== 'PERSON';
  const namedIn = (place: Place): Mention[] => mentions.filter((mention) => mention.start >= place.start && mention.end <= place.end && isBody(mention));
  const authors = (found: readonly Mention[]): ActorRef[] => [...new Set(found.flatMap((mention) => asActor(mention) ?? []))];
  const own = openingAuthors(text, passages, lines.at(-1)?.end ?? 0, mentions.filter(isBody));
  if (own.length > 0) return authors(own);
  const explicit = lines.flatMap((line) => namedIn(line).filter((mention) => BEHIND.test(text.slice(mention.end, line.end)) || isBylined(text.slice(line.start, mention.start))));
  // "Submitted by A (AB), C and the D": whoever is joined to an author by commas and "and" is one too.
  const joined = (found: readonly Mention[]): Mention[] => found.flatMap((first) => {
    const line = lines.find(({ start, end }) => start <= first.start && first.end <= end);
    const chain = [first];
    for (const next of line ? namedIn(line).filter(({ start }) => start >= first.end) : []) {
      if (!/^(?:\s\(|\)?(?:,\s(?:and\s)?|\sand\s|\s&\s)(?:the\s)?)$/.test(text.slice(chain.at(-1)?.end ?? 0, next.start))) break;
      chain.push(next);
    }
    return chain;
  });
  // Behind the title of the work a line with a body alone is its author; before it, it is whoever held the meeting.
  const titled = lines.findLastIndex((line) => TITLE_OF_WORK.test(line.text));
  const alone = lines.slice(titled + 1).flatMap((line) => (fillsLine(text, line, namedIn(line)) ? namedIn(line) : []));
  if (explicit.length > 0) return authors([...joined(explicit), ...alone.filter(({ entity }) => explicit.some((mention) => mention.entity === entity))]);
  if (titled >= 0 && alone.length > 0) return authors(alone);
  // A letterhead above the title of a work, if the work goes on to speak of that body.
  const letterhead = titled > 0 ? lines.slice(0, titled).flatMap((line) => (fillsLine(text, line, namedIn(line)) ? namedIn(line) : [])) : [];
  const spokenOf = letterhead.filter(({ entity }) => mentions.filter((mention) => mention.entity === entity && mention.start > (lines.at(-1)?.end ?? 0)).length >= SPOKEN_OF);
  if (spokenOf.length > 0 && !SESSION_REPORT.test(lines.map((line) => line.text).join(' '))) return authors(spokenOf);
  const signed = signature.flatMap((line) => (fillsLine(text, line, namedIn(line)) ? namedIn(line) : []));
  if (signed.length > 0) return authors(signed);
  // "We, the undersigned": those whose names stand one to a line at the end.
  if (collectiveOpening(passages, 0)?.signs) return authors(signatories(passages, mentions.filter(isBody)));
  const speaker = firstSpeaker(passages, mentions);
  if (speaker.length > 0) return speaker;
  if (letterhead.length > 0 && !SESSION_REPORT.test(lines.map((line) => line.text).join(' '))) return authors(letterhead);
  return lines.length <= 6 ? authors(alone) : [];
}
