// Whose text it is by its own opening: "I speak for …", "This statement was prepared by …", "The Network prepared this text with …",
// "We, the Harbour Union and the Quay Network, …"; and whether it is the text of a room: "We, the participants of …".

import type { Mention } from '../../schema/extraction.ts';
import type { Passage } from '../text/passages.ts';

const TEXT = String.raw`(?:text|statement|submission|paper|brief(?:ing)?|report|note|declaration|letter|contribution|intervention|document|manifesto|position|recommendations|comments|call)`;
const THIS = String.raw`(?:this|the\spresent|the\sfollowing|these)\s(?:\w+\s){0,3}${TEXT}`;
const ON_BEHALF = new RegExp(String.raw`\b(?:I|we)\b[^.;]{0,60}\b(?:speak(?:ing)?|take\sthe\sfloor|make|making|deliver(?:ing)?|present(?:ing)?|read(?:ing)?|submit(?:ting)?|address(?:ing)?|writ(?:e|ing)|appeal(?:ing)?)\b[^.;]{0,60}\b(?:for|on\sbehalf\sof|in\sthe\sname\sof)\s(?:the\s)?$`, 'i');
const MADE_BY = new RegExp(String.raw`\b${THIS}\b[^.;]{0,40}\b(?:is|was|has\sbeen|are|were)\s(?:\w+\s){0,2}(?:prepared|drafted|written|submitted|made|issued|presented|delivered|produced|compiled|signed|endorsed)\s(?:jointly\s)?(?:by|on\sbehalf\sof)\s(?:the\s)?$`, 'i');
const MAKES = new RegExp(String.raw`^[^.;]{0,260}?\b(?:prepared|drafted|wrote|submits?|submitted|presents?|issues?|issued|offers?|delivers?|makes?)\s(?:jointly\s)?(?:this|the\spresent|the\sfollowing|these)\s(?:\w+\s){0,3}${TEXT}\b`, 'i');
const WE_NAMED = /^(?:we|as)\b,?\s(?:the\s)?$/i;
const JOINED = /^(?:\s?\([^)]*\))?(?:,|,?\s(?:and|together\swith|along\swith|with|as\swell\sas|&))\s(?:also\s)?(?:and\s)?(?:with\s)?(?:the\s)?$/i;
/** How far into the body an author still introduces itself. */
const OPENING = 900;

interface Place {
  readonly start: number;
  readonly end: number;
}

/** A name and those joined to it by commas, "and" and "with". */
function chain(text: string, first: Mention, others: readonly Mention[]): Mention[] {
  const found = [first];
  for (const next of others) {
    const between = text.slice(found.at(-1)?.end ?? 0, next.start);
    // The short name in brackets behind the long one is the same.
    if (JOINED.test(between)) found.push(next);
    else if (!/^\s?\($/.test(between)) break;
  }
  return found;
}

/** The bodies that the opening names as its authors, in order; [] where it names none. @param bodies mentions of organisations and states, in order */
export function openingAuthors(text: string, passages: readonly Passage[], from: number, bodies: readonly Mention[]): Mention[] {
  for (const { start, end, role } of passages) {
    if (start < from || (role !== 'SENTENCE' && role !== 'ITEM')) continue;
    if (start > from + OPENING) break;
    const here = bodies.filter((mention) => mention.start >= start && mention.end <= end);
    for (const [at, mention] of here.entries()) {
      const before = text.slice(start, mention.start);
      const after = text.slice(mention.end, end);
      const rest = here.slice(at + 1);
      if (ON_BEHALF.test(before) || MADE_BY.test(before)) return chain(text, mention, rest);
      if (mention.start - start > 4 && !WE_NAMED.test(before)) continue;
      const made = MAKES.exec(after);
      if (made) {
        const partner = rest.find((other) => other.start >= mention.end + made[0].length);
        const isPartner = partner && /^\s(?:jointly\s|together\s)?with\s(?:the\s)?(?:[^.;,]{3,60}?\sand\s(?:with\s)?(?:the\s)?)?$/i.test(text.slice(mention.end + made[0].length, partner.start));
        return [...chain(text, mention, rest.filter((other) => other.end < mention.end + made[0].length)), ...(isPartner ? chain(text, partner, rest.filter((other) => other.start > partner.start)) : [])];
      }
      if (/^we\b/i.test(before)) return chain(text, mention, rest);
    }
  }
  return [];
}

const COLLECTIVE = /^(?:we|the)\b,?\s(?:the\s|some\s|over\s|more\sthan\s)?(?:undersigned|signator(?:y|ies)|participants|delegates|delegations|representatives|members|leaders|\d+|\w+(?:-\w+)?\s(?:women|men|people|participants|delegates|organi[sz]ations|representatives|leaders)|women|men|workers|migrants|people|civil\ssociety|organi[sz]ations|networks|unions|activists|advocates|returnees|young\speople|youth)\b/i;
const GATHERED = /\b(?:gathered|assembled|meeting|met|convened|convening|having\smet|coming\stogether|came\stogether|participating|who\s(?:met|attended|took\spart))\b/i;

/** "We, the participants of …", "We, the undersigned organisations, …": the voice of a room or of those who sign. Null for a text with another voice. */
export function collectiveOpening(passages: readonly Passage[], from: number): (Place & { readonly signs: boolean }) | null {
  const first = passages.find(({ start, role, text }) => start >= from && start <= from + OPENING && role !== 'FURNITURE' && role !== 'FOOTNOTE' && COLLECTIVE.test(text) && (/^we\b/i.test(text) || GATHERED.test(text) || /^the\sundersigned/i.test(text)));
  return first ? { start: first.start, end: first.end, signs: /undersigned|signator/i.test(first.text) } : null;
}
