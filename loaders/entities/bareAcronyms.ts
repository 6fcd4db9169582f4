// Short names that neither a list nor the document explains ("the HQNO’s recommendation"): taken for an organisation only
// where it speaks or acts, because most words in capitals name things.

import { entityId } from '../../schema/ids.ts';
import type { Candidate } from './candidate.ts';
import type { NameWords } from './nameWords.ts';
import type { Token } from './tokens.ts';

const SPEAKS = /^(?:['’]s\s(?:recommendation|position|statement|call|proposal|campaign|report|members|submission|demand|representative)|\s(?:also\s|has\s|have\s|strongly\s|further\s)*(?:urge[sd]?|call(?:s|ed)\s(?:on|for|upon)|recommend(?:s|ed)?|welcome[sd]?|launched|hosted|organi[sz]ed|co-organi[sz]ed|stated|submitted|published|proposed|advocate[sd]|participated|emphasi[sz]e[sd]|stress(?:es|ed)|reject(?:s|ed)|oppose[sd]|demand(?:s|ed)?|reiterate[sd]|presented|convened|conducted|facilitated|represented|noted|commends?|(?:has|have)\s(?:already\s|also\s|long\s)?(?:documented|trained|asked|shown|found|reported|worked|run|opened|set\sup)|documents|reports|maintains|operates|runs|works|argues|believes|considers|asks|said|says|is\sa\s(?:member|network|coalition|union|federation))\b)/;

/** Unexplained short names of whoever speaks or acts. @param isShouted places all in capitals. @param bodies known ones */
export function bareAcronyms(text: string, tokens: readonly Token[], isShouted: (offset: number) => boolean, words: NameWords, bodies: readonly Candidate[]): Candidate[] {
  const ends = new Set(bodies.map(({ end }) => end));
  const starts = new Set(bodies.map(({ start }) => start));
  /** "the Quay Union and HQNO": beside a body it is one too. */
  const isBesideBody = (start: number, end: number): boolean => {
    const before = /(?:,? (?:and|or) (?:the )?|, )$/.exec(text.slice(Math.max(0, start - 10), start))?.[0].length ?? 0;
    const after = /^(?:,? (?:and|or) (?:the )?|, )/.exec(text.slice(end, end + 10))?.[0].length ?? 0;
    return (before > 0 && ends.has(start - before)) || (after > 0 && starts.has(end + after));
  };
  return tokens.flatMap(({ text: word, start, end }): Candidate[] => {
    if (!/^(?:\p{Lu}{3,10}|(?!Mc|Mac|De|La|Le|Di|Van)\p{Lu}\p{Ll}+\p{Lu}\p{L}*)$/u.test(word) || words.notBodies.has(word) || isShouted(start) || !(SPEAKS.test(text.slice(end, end + 60)) || isBesideBody(start, end))) return [];
    return [{ start, end, rule: 'bare-acronym', means: { record: { type: 'Actor', id: entityId('Actor', word), kind: 'CIVIL_SOCIETY', name: word, acronym: word, aliases: [] } }, score: 0.5 }];
  });
}
