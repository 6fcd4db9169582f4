// "The Committee noted that …", "as the Office said, …", "according to …": whoever is reported, not the author, holds what follows.

import { pattern, WHO, GAP } from './subject.ts';
import type { Sentence } from './sentence.ts';
import type { Voices } from './voice.ts';
import type { ActorRef } from '../../schema/ids.ts';

const SPEAKING = String.raw`(?:not(?:e|es|ed)|stress(?:es|ed)?|emphasi[sz]e[sd]?|underline[sd]?|underscore[sd]?|highlight(?:s|ed)?|point(?:s|ed)?\sout|sa(?:id|ys?)|state[sd]?|argue[sd]?|observe[sd]?|conclude[sd]?|f(?:ind|inds|ound)|report(?:s|ed)?|affirm(?:s|ed)?|declare[sd]?|add(?:s|ed)?|explain(?:s|ed)?|remark(?:s|ed)?|remind(?:s|ed)?|believe[sd]?|agree[sd]?|insist(?:s|ed)?|feel(?:s)?|felt|recall(?:s|ed)?|mention(?:s|ed)?|express(?:es|ed)?|share[sd]?|raise[sd]?|suggest(?:s|ed)?|maintain(?:s|ed)?)`;
const SPEAKER = pattern(String.raw`${WHO}${GAP}\s${SPEAKING}\s(?:also\s|further\s|again\s|strongly\s)?(?:that\b|how\b|the\s(?:need|importance|urgency|fact)\b|the\sview\b|:)`);
const BEFORE = /^(?:as|according\sto|in\sthe\s(?:words|view)\sof|for)\s(?:(?:\w+\s){0,2}by\s)?(?:the\s)?(?<who>[ⒶⒼ]·*)[^,]{0,60},\s/diu;
const ISSUED = /^in\s(?:an?\s|the\s|its\s)(?:\w+\s)?(?:statement|declaration|report|paper)\s(?:issued|adopted|presented|made)\sby\s(?:the\s)?(?<who>[ⒶⒼⒻ]·*)/diu;

/** Who is reported to hold what the sentence says from `from` on, or null where the author speaks for itself. */
export function reportedSpeaker(sentence: Sentence, from: number, voices: Voices): ActorRef[] | null {
  for (const form of [SPEAKER, BEFORE, ISSUED]) {
    form.lastIndex = 0;
    const found = form.exec(sentence.marked.masked);
    const who = found?.indices?.groups?.who;
    if (!found || !who || found.index >= from || who[0] >= from) continue;
    const actors = voices.actorsIn(sentence, who[0], who[1]);
    if (actors.length > 0) return actors;
  }
  return null;
}
