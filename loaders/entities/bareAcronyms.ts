// Short names that neither a list nor the document explains ("the HQNO’s recommendation"): taken for an organisation only
// where it speaks or acts, because most words in capitals name things.

import { entityId } from '../../schema/ids.ts';
import type { Candidate } from './candidate.ts';
import type { NameWords } from './nameWords.ts';
import type { Token } from './tokens.ts';

const SPEAKS = /^(?:['’]s\s(?:recommendation|position|statement|call|proposal|campaign|report|members|submission|demand|representative)|\s(?:also\s|has\s|have\s|strongly\s|further\s)*(?:urge[sd]?|call(?:s|ed)\s(?:on|for|upon)|recommend(?:s|ed)?|welcome[sd]?|launched|hosted|organi[sz]ed|co-organi[sz]ed|stated|submitted|published|proposed|advocate[sd]|participated|emphasi[sz]e[sd]|stress(?:es|ed)|reject(?:s|ed)|oppose[sd]|demand(?:s|ed)?|reiterate[sd]|presented|convened|conducted|facilitated|represented|noted|commends?)\b)/;

/** Unexplained short names of whoever speaks or acts. @param isShouted places all in capitals */
export function bareAcronyms(text: string, tokens: readonly Token[], isShouted: (offset: number) => boolean, words: NameWords): Candidate[] {
  return tokens.flatMap(({ text: word, start, end }): Candidate[] => {
    if (!/^\p{Lu}{3,7}$/u.test(word) || words.notBodies.has(word) || isShouted(start) || !SPEAKS.test(text.slice(end, end + 60))) return [];
    return [{ start, end, rule: 'bare-acronym', means: { record: { type: 'Actor', id: entityId('Actor', word), kind: 'CIVIL_SOCIETY', name: word, acronym: word, aliases: [] } }, score: 0.5 }];
  });
}
