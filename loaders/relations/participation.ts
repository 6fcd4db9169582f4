// Who took part in what, and in which role.

import type { RelationRecord } from '../../schema/extraction.ts';
import type { ParticipationRole } from '../../schema/vocabulary.ts';
import { ACTORS, ADVERBS, BODIES, FORUMS, namedBetween, rule, type NamedSentence } from './namedSentence.ts';
import { pairs, stated } from './stated.ts';

interface RoleRule {
  readonly role: ParticipationRole;
  /** Groups `who` and `what`. */
  readonly pattern: RegExp;
}

const BY = String.raw`\s(?:\w+ly\s)?by\s(?:the\s)?(?<who>${ACTORS})`;
const WORDS = String.raw`(?:(?!(?:at|during|in|to|for|of|by|with|from)\b)[\p{Ll}-]+\s){0,4}?`;
const EVENT = String.raw`\s(?:an?\s|the\s|its\s|their\s|several\s|two\s|first\s|annual\s)*${WORDS}(?:(?:on|entitled|titled|called)\s)?["“]?(?<what>${FORUMS})`;
/** "at", "in" and what may stand before it: "hosted side events at Ⓕ" is being there, not hosting it. */
const AT = String.raw`\s(?:[^.;ⒶⒻ]{0,140}?\s)??(?:at|in|during|to|before|of)\s(?:the\s|its\s|this\s|both\s|an?\s|annual\s|first\s)*(?<what>${FORUMS})`;

/** One row per wording; the example of each stands beside it. */
const RULES: readonly RoleRule[] = [
  // "The Quay Union hosted a workshop on …"; "will host a side event entitled …"
  { role: 'HOST', pattern: rule(String.raw`(?<who>${ACTORS})${ADVERBS}(?:co-?)?(?:hosted|host|held|convened|convene|launched\sand\shosted)${EVENT}`) },
  { role: 'ORGANIZER', pattern: rule(String.raw`(?<who>${ACTORS})${ADVERBS}(?:co-?)?organi[sz](?:ed?|es)${EVENT}`) },
  // "The project held side events at the 12th session"
  { role: 'PARTICIPANT', pattern: rule(String.raw`(?<who>${ACTORS})${ADVERBS}(?:co-?)?(?:hosted|held|organi[sz]ed|convened)\s(?:an?\s|several\s|two\s|\w+\s)?side[\s-]events?\s(?:at|during|on\sthe\s(?:margins|sidelines)\sof)\s(?:the\s)?(?<what>${FORUMS})`) },
  // "took part in", "was an active partner in", "lobbied for … at"
  { role: 'PARTICIPANT', pattern: rule(String.raw`(?<who>${ACTORS})${ADVERBS}(?:participated|took\spart|engaged|was\sinvolved|were\sinvolved|was\srepresented|(?:was|were|has\sbeen|have\sbeen)\s(?:an?\s)?(?:very\s)?active(?:\s[\p{L}\s-]{2,40}?)?|lobbied|joined|attended|contributed)(?:\sactively)?${AT}`) },
  { role: 'PARTICIPANT', pattern: rule(String.raw`(?<who>${ACTORS})${ADVERBS}(?:participated\sin\san?|joined|attended)\s(?:the\s)?(?:[\p{Ll}-]+\s){0,3}(?<what>${FORUMS})`) },
  { role: 'PARTICIPANT', pattern: rule(String.raw`\bparticipation\s(?:of|by)\s(?:the\s)?(?<who>${ACTORS})\s(?:in|at)\s(?:the\s)?(?<what>${FORUMS})`) },
  // "work done by … in a Gender Caucus during the negotiations"
  { role: 'PARTICIPANT', pattern: rule(String.raw`\bin\s(?:the\s|an?\s)(?<who>${BODIES})\s(?:during|at)\s(?:the\s)?(?<what>${FORUMS})`) },
  // "addressed", "spoke at", "made a statement at"
  { role: 'SPEAKER', pattern: rule(String.raw`(?<who>${ACTORS})${ADVERBS}addressed\s(?:the\s)?(?<what>${FORUMS})`) },
  { role: 'SPEAKER', pattern: rule(String.raw`(?<who>${ACTORS})${ADVERBS}(?:[^.;ⒶⒻ]{0,80}?\band\s)?(?:spoke|intervened|(?:made|gave|delivered|provided|presented)\s(?:an?\s|its\s|the\s|joint\s)*(?:[\p{Ll}-]+\s){0,2}?(?:presentations?|statements?|speech|keynote|interventions?|paper|address))${AT}`) },
  // "… worked with Ⓕ, and provided statements at Ⓕ": a second verb of the same subject, nobody else between
  { role: 'SPEAKER', pattern: rule(String.raw`(?<who>${ACTORS})\s[^.;ⒶⒸⓅ]{2,200}?\band\s(?:made|gave|delivered|provided)\s(?:an?\s|joint\s)?(?:presentations?|statements?|speech|interventions?)\s(?:at|to|during)\s(?:the\s)?(?<what>${FORUMS})`) },
  { role: 'PARTICIPANT', pattern: rule(String.raw`(?<who>${ACTORS})\s[^.;ⒶⒸⓅ]{2,240}?\band\s(?:participated|took\spart)\s(?:actively\s)?in\s(?:the\s|an?\s)?(?:[\p{Ll}-]+\s){0,3}?(?<what>${FORUMS})`) },
  { role: 'HOST', pattern: rule(String.raw`(?<who>${ACTORS})\s[^.;ⒶⒸⓅ]{2,200}?\band\s(?:co-?)?(?:hosted|held|convened)${EVENT}`) },
  { role: 'CHAIR', pattern: rule(String.raw`(?<who>${ACTORS})${ADVERBS}(?:chaired|presided\sover|(?:was|is|served\sas)\s(?:the\s)?[Cc]hair\sof)\s(?:the\s)?(?<what>${FORUMS})`) },
  { role: 'CO_CHAIR', pattern: rule(String.raw`(?<who>${ACTORS})${ADVERBS}(?:co-chaired|(?:were|are|served\sas)\s(?:the\s)?[Cc]o-[Cc]hairs\sof)\s(?:the\s)?(?<what>${FORUMS})`) },
  { role: 'CO_FACILITATOR', pattern: rule(String.raw`(?<who>${ACTORS}),?\s(?:as|were|are|served\sas|who\swere)\s(?:the\s)?[Cc]o-[Ff]acilitators\s(?:of|for|in)\s(?:the\s)?(?<what>${FORUMS})`) },
  { role: 'CO_FACILITATOR', pattern: rule(String.raw`(?<who>${ACTORS})${ADVERBS}co-facilitated\s(?:the\s)?(?<what>${FORUMS})`) },
  { role: 'CO_FACILITATOR', pattern: rule(String.raw`(?<what>${FORUMS})[^.;ⒶⒸ]{0,40}?\sco-facilitated${BY}`) },
  { role: 'MODERATOR', pattern: rule(String.raw`(?<who>${ACTORS})${ADVERBS}moderated\s(?:the\s|an?\s)?(?:[\p{Ll}-]+\s){0,3}(?<what>${FORUMS})`) },
  // "Ⓕ, organized by", "Ⓕ … hosted by", "supported by Ⓐ"
  { role: 'ORGANIZER', pattern: rule(String.raw`(?<what>${FORUMS})[^.;ⒶⓅ]{0,60}?\b(?:jointly\s|co-?)?organi[sz]ed${BY}`) },
  { role: 'HOST', pattern: rule(String.raw`(?<what>${FORUMS})[^.;ⒶⓅ]{0,60}?\b(?:jointly\s|co-?)?(?:hosted|convened)${BY}`) },
  { role: 'SPONSOR', pattern: rule(String.raw`(?<what>${FORUMS}),?\s(?:(?:was|were|which\swas)\s)?(?:[^.;ⒶⓅ]{0,40}?\s)?(?:sponsored|supported|funded|co-sponsored)${BY}`) },
  { role: 'SPONSOR', pattern: rule(String.raw`(?<what>${FORUMS})[^.;ⒶⓅ]{0,60}?,?\swith\s(?:the\s)?(?:financial\s|generous\s)?(?:support|funding)\s(?:of|from)\s(?:the\s)?(?<who>${ACTORS})`) },
  { role: 'CHAIR', pattern: rule(String.raw`(?<what>${FORUMS})[^.;ⒶⓅ]{0,60}?\bchaired${BY}`) },
  { role: 'MODERATOR', pattern: rule(String.raw`(?<what>${FORUMS})[^.;ⒶⓅ]{0,60}?\bmoderated${BY}`) },
  // "The meeting was co-organized with the Commission, the Fund and the Institute"
  { role: 'ORGANIZER', pattern: rule(String.raw`(?<what>${FORUMS})\s(?:was|is)\s(?:jointly\s|co-?)?organi[sz]ed\s(?:together\s|jointly\s|in\s(?:partnership|collaboration|cooperation)\s)?with\s(?:the\s)?(?<who>${ACTORS})(?:\sand\sother\s[^.;ⒶⓅ]{0,40}?,?\ssuch\sas\s(?:the\s)?(?<also>${ACTORS}))?`) },
  { role: 'ORGANIZER', pattern: rule(String.raw`(?<what>${FORUMS})[^.;]{0,60}?\borgani[sz]ed\sby\s[^.;]{0,220}?\sin\s(?:partnership|collaboration|cooperation)\swith\s(?:the\s)?(?<who>${ACTORS})`) },
  // "With the Network and the Fund, Ⓐ hosted Ⓕ"
  { role: 'HOST', pattern: rule(String.raw`^(?:Together\s|Jointly\s)?[Ww]ith\s(?:the\s)?(?<who>${ACTORS}),\s[ⒶⒸ]·*\s(?:co-?)?(?:hosted|held|convened|organi[sz]ed)\s(?:an?\s|the\s)*(?:[\p{Ll}-]+\s){0,4}?(?<what>${FORUMS})`) },
];

/** "was not represented", "will not attend", "should host": nothing that happened. */
const UNREAL = /\b(?:not|never|no longer|should|must|could|would|may|to)\s$/i;

/** The participations that a sentence states. */
export function participationsIn(sentence: NamedSentence): RelationRecord[] {
  const found: RelationRecord[] = [];
  for (const { role, pattern } of RULES) {
    for (const match of sentence.masked.matchAll(pattern)) {
      const groups = match.indices?.groups;
      const who = [...namedBetween(sentence, groups?.['who']), ...namedBetween(sentence, groups?.['also'])];
      const verb = sentence.masked.slice(groups?.['who']?.[1] ?? match.index, groups?.['what']?.[0] ?? 0);
      if (UNREAL.test(verb.split(/\b(?:hosted?|held|convened?|organi[sz]ed?|addressed|spoke|participated|attended|joined)\b/)[0] ?? '')) continue;
      for (const [from, to] of pairs(who, namedBetween(sentence, groups?.['what']))) found.push(stated(sentence, 'PARTICIPATED_IN', from, to, match.index, match.index + match[0].length, { role }));
    }
  }
  return found;
}
