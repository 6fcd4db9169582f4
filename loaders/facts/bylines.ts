// Whom the head of a text names as its author: "Quay Network Statement", "submitted by …", "by / Ana Cruz / Director, Quay Fund",
// "Permanent Mission of Ghana"; a person speaks for the body or the state that stands with them.

import type { Mention } from '../../schema/extraction.ts';
import type { HeaderLine } from './header.ts';

/** What is written or spoken. */
const WORK = String.raw`(?:statement|submission|contribution|position(?: paper)?|brief(?:ing)?|policy brief|report|paper|remarks|intervention|address|speech|input|inputs|recommendations|comments|observations|manifesto|call to action|note|press release|open letter|letter|analysis|response|declaration|newsletter|bulletin|release)`;
const KIND_OF_WORK = String.raw`(?:(?:joint|written|oral|policy|position|public|occasional|working|discussion|research|technical|background|opening|closing|keynote|issues?)\s)?`;
export const TITLE_OF_WORK = new RegExp(String.raw`\b${WORK}\b`, 'i');
const BEHIND = new RegExp(String.raw`^(?:\s\([^)]{2,16}\))?(?:['’]s?|,)?(?:\s|\s?[–—:-]\s?)${KIND_OF_WORK}(?:${WORK}|perspectives?|views|experiences?|messages?)\b`, 'i');
const BEFORE = new RegExp(String.raw`(?:\b(?:by|from|on behalf of|prepared by|submitted by|presented by|delivered by|author(?:s|ed by)?:?|organi[sz]ations?:|submitting organi[sz]ations?:|issued by:?)|\b${WORK}\s(?:of|from|by)):?\s(?:the\s)?(?:[^,;:.]{3,60}?\sand\s(?:the\s)?)?$`, 'i');
/** Who held a meeting, paid for it or moved a text has not written what it adopted. */
const HELD_BY = /\b(?:(?:convened|organi[sz]ed|co-?organi[sz]ed|hosted|sponsored|supported|funded|financed|facilitated|moderated|chaired|adopted|proposed|moved|tabled|seconded)\s(?:\w+ly\s)?by|(?:support|funding|grants?|assistance|financial\scontributions?)\s(?:of|from|by))\b|\badopted\b[^.]*\b(?:submitted|presented|tabled)\sby\b/i;
/** "Concluding observations on the initial report of Ghana": whoever wrote what a text is about has not written the text. */
const ABOUT = new RegExp(String.raw`\b(?:on|about|regarding|concerning)\s(?:the\s|its\s)?(?:[\p{L}-]+\s){0,5}${WORK}s?\s(?:of|from|by)\s(?:the\s)?$`, 'iu');
/** @param before the words of the line before the name */
const isBylined = (before: string): boolean => BEFORE.test(before.slice(-70)) && !HELD_BY.test(before) && !ABOUT.test(before);

/** "INTERVENTION by", "Delivered by:", "by": who it was stands on the lines below. */
const OPEN_BYLINE = new RegExp(String.raw`^(?:(?:${KIND_OF_WORK}${WORK}\s)?(?:(?:made|delivered|presented|given|submitted|prepared)\s)?by|${KIND_OF_WORK}(?:statement|remarks|intervention|address|speech|keynote)):?$`, 'i');
/** The occasion begins where the speaker ends. */
const OCCASION = /^(?:at|to|on|in|before|during|for)\b/i;
/** In lines of the head, below an open byline. */
const LINES_OF_A_SPEAKER = 5;
const OFFICE = String.raw`(?:director|secretary|president|chair(?:person|man|woman)?|co-?ordinator|officer|minister|undersecretary|ambassador|representative|head|specialist|advis[eo]r|manager|commissioner|rapporteur|member|spokesperson|counsel|researcher|chief|convenor|delegate)`;
/** "Deputy Executive Director (Programmes), Quay Fund", "Coordinator of the Quay Network" */
const IN_OFFICE = new RegExp(String.raw`\b${OFFICE}(?:[-\s]general)?\b(?:\s(?!of\b)[\p{L}()-]+){0,5}(?:,?\s\([^)]*\))?(?:,|\sof|\sat|\sfor|\s[–—-])\s(?:the\s)?$`, 'iu');
/** "Secretary General, Quay Fund": the office, not the one at the United Nations. */
const IS_OFFICE = new RegExp(String.raw`^${OFFICE}(?:[-\s]general)?$`, 'i');
const DELEGATION = /^(?!.*\b(?:to|for|with)\sthe\s(?:head\sof\s(?:the\s)?)?(?:permanent\smission|delegation|embassy))(?:.*\b)?(?:permanent\s(?:mission|representati(?:ve|on))|delegation|embassy)\sof\s(?:the\s)?$/i;

interface Place {
  readonly start: number;
  readonly end: number;
}
type NamedIn = (place: Place) => readonly Mention[];

/** Bodies named as authors in words of the line around them, with those joined to them by commas and "and". */
export function namedAsAuthors(text: string, lines: readonly HeaderLine[], namedIn: NamedIn): Mention[] {
  return lines.flatMap((line) => namedIn(line).filter((mention) => BEHIND.test(text.slice(mention.end, line.end)) || isBylined(text.slice(line.start, mention.start))).flatMap((first) => {
    const chain = [first];
    for (const next of namedIn(line).filter(({ start }) => start >= first.end)) {
      if (!/^(?:\s\(|\)?(?:,\s(?:and\s)?|\sand\s|\s&\s)(?:the\s)?)$/.test(text.slice(chain.at(-1)?.end ?? 0, next.start))) break;
      chain.push(next);
    }
    return chain;
  }));
}

/** The state whose delegation or mission speaks: "Statement by the Head of the Delegation of Ghana", "PERMANENT MISSION OF GHANA". */
export const delegations = (text: string, lines: readonly HeaderLine[], namedIn: NamedIn): Mention[] =>
  lines.flatMap((line) => namedIn(line).filter(({ start, entity }) => entity.startsWith('country:') && DELEGATION.test(text.slice(line.start, start))));

/** The bodies for which a speaker named below an open byline, or with an office alone on a line, holds that office. */
export function inOffice(text: string, lines: readonly HeaderLine[], namedIn: NamedIn): Mention[] {
  for (const [at, { text: words }] of lines.entries()) {
    if (!OPEN_BYLINE.test(words.trim())) continue;
    const below = lines.slice(at + 1, at + 1 + LINES_OF_A_SPEAKER);
    const until = below.findIndex((line) => OCCASION.test(line.text));
    const found = below.slice(0, until < 0 ? below.length : until).flatMap((line) => namedIn(line).filter((mention) => mention.end >= line.end - 2 || line.text.length < 60 || IN_OFFICE.test(text.slice(line.start, mention.start))));
    if (found.length > 0) return found.slice(0, 1);
  }
  return lines.flatMap((line) => (/^[^,]{2,30}:/.test(line.text) ? [] : namedIn(line).filter(({ start, end }) => end >= line.end - 12 && IN_OFFICE.test(text.slice(line.start, start)))));
}

/** Whether a name is that of an office in some body, which the text goes on to name. */
export const isOfficeElsewhere = (text: string, { surface, end }: Mention): boolean => IS_OFFICE.test(surface) && /^,\s(?:the\s)?\p{Lu}/u.test(text.slice(end, end + 8));
