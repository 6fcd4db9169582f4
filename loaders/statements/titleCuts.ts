// A title stands alone and in few words: where a long one may end. Never inside a name, a list or "both … and", never before its verb has an object.

import { baseOf, wordsOf, type Word } from './words.ts';

/** Characters. Long enough for a name of six words and what is done to it. */
export const LONGEST_TITLE = 96;
/** Characters below which a cut would leave too little to understand. */
const SHORTEST_HEAD = 26;

const DANGLING = /[\s,;:–—-]+(?:the|a|an|of|to|and|or|in|on|at|for|with|by|from|as|that|which|who|where|when|while|including|their|its|our|his|her|these|those|this|such|more|between|into|through|within|is|are|be|been|not|also|in order|so that|because|regarding|especially|particularly|whose|all|any|than|both|so|we|they|you|have|has|will|would|can|must|should|was|were|being|do|does|other|eg|e\.g|i\.e)$/iu;
/** Reasons and references to the text itself are no part of what is asked. */
const REASON = /(?:,?\sbecause\s|,\ssince\s).*$/su;
const IN_THIS_REGARD = /,?\s(?:in|to) this (?:regard|respect|context|end|effect)\b/giu;
/** "…, and talks about a second phase are under way" is said besides. */
const SECOND_CLAUSE = /(?<=^.{16,}),\s(?:and|but)\s(?!to\b)(?:\w+\s){1,6}(?:is|are|was|were|has|have|will|would)\s.*$/su;
/** A clause of its own that does not fit as a whole is left out as a whole. */
const CLAUSE = /,?\s(?:which|who|whose|where|so that|in order to|while|whereas|although)\s|,\s(?:created|supported|established|including|especially|particularly|such as)\s/gu;
const RELATIVE = /^(?:that|which|who|so|in|while|including|with|regardless|such|as|through|where|without|when|whether)$/i;

const isCapital = (word: Word | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word.text);

/** Places at which a title may end, the last the best; `inName` those that would cut a name. */
function boundaries(title: string): { readonly at: number; readonly inName: boolean; readonly weak?: boolean }[] {
  const words = wordsOf(title);
  return words.flatMap((word, index) => {
    const before = words[index - 1];
    const next = words.slice(index + 1).find(({ text }) => !/^(?:the|an?|its|their)$/i.test(text));
    if (!before || word.start < 1) return [];
    if (before.tag === 'VERB' && index <= 1) return [];
    const at = before.end;
    if (word.text === ',') return /^,\s[^,]{2,40}(?:,|\sand|\sor)\s/.test(title.slice(word.start)) ? [] : [{ at, inName: false }];
    if (/^[–—]$/.test(word.text)) return [{ at, inName: false }];
    if (word.text === 'of') return [{ at, inName: isCapital(before) && isCapital(next), weak: true }];
    if ((word.tag === 'SCONJ' && /^so$/i.test(before.text))) return [];
    const links = word.tag === 'ADP' || word.tag === 'SCONJ' || RELATIVE.test(word.text) || (word.text === 'to' && next?.tag === 'VERB') || (word.text === 'and' && !/ing$/i.test(before.text) && (words[index + 1]?.tag === 'DET' || words[index + 1]?.tag === 'ADP' || next?.tag === 'VERB'));
    if (!links || before.tag === 'CCONJ' || before.tag === 'ADP' || /^(?:of|ensure|sure|see|show|guarantee|note|that)$/i.test(before.text)) return [];
    return [{ at, inName: isCapital(before) && index > 1 && isCapital(next) }];
  });
}

/** "both … and", "between … and" and an opened quotation must be whole. */
const isWhole = (head: string): boolean => !/\b(?:both|between|either)\b(?!.*\b(?:and|or)\s\w)/i.test(head) && (head.match(/[“"]/g)?.length ?? 0) === (head.match(/[”"]/g)?.length ?? 0) - (head.match(/"/g)?.length ?? 0) % 2;

/** "Affirm that the rules …" must keep its verb. */
const says = (head: string): boolean => !/^(?:(?:affirm|ensure|see) that|address how|let)\s/i.test(head) || wordsOf(head).slice(2).some(({ tag }) => tag === 'VERB' || tag === 'AUX');

function shortened(long: string): string {
  const clause = [...long.matchAll(CLAUSE)].find(({ index }) => index >= SHORTEST_HEAD && says(long.slice(0, index)));
  const title = clause ? long.slice(0, clause.index) : long;
  if (title.length <= LONGEST_TITLE) return title;
  const within = boundaries(title).filter(({ at }) => at <= LONGEST_TITLE);
  const fit = within.filter(({ at, inName }) => !inName && at >= SHORTEST_HEAD && isWhole(title.slice(0, at)) && says(title.slice(0, at)));
  const strong = fit.filter(({ weak }) => !weak).at(-1);
  const last = fit.at(-1);
  // "the views of migrants" loses less by ending before "with the views", unless that would lose half the title.
  const whole = strong && last && last.at - strong.at <= 30 ? strong : last;
  const at = whole?.at ?? within.find(({ at: place }) => place >= SHORTEST_HEAD - 10)?.at ?? title.lastIndexOf(' ', LONGEST_TITLE);
  return title.slice(0, at > 0 ? at : LONGEST_TITLE);
}

/** Shortens at a clause or phrase boundary, drops what dangles, begins with a capital. At most LONGEST_TITLE characters. */
export function cutTitle(text: string): string {
  let title = text.replace(/\s*\([^()]*\)/g, '').replace(/\s+/g, ' ').replace(/^[\s“”"'‘’,;:–—-]+|[\s.,;:–—-]+$/g, '').replace(IN_THIS_REGARD, '');
  const stop = title.search(/(?<!\b(?:nos?|arts?|paras?|mr|ms|mrs|dr|st|vs))[.;:](?:\s|$)/i);
  if (stop >= 12) title = title.slice(0, stop);
  title = title.replace(/,\s(?:including|especially|particularly|notably|which|who|whose|where|as)\s[^,]+,\s(?=[a-z])/gu, ' ').replace(SECOND_CLAUSE, '').replace(/(?<=^.{16,})\sand\s(?:we|they|it|I)\s.*$/su, '');
  const unreasoned = title.replace(REASON, '');
  if (unreasoned.length >= 16) title = unreasoned;
  if (title.length > LONGEST_TITLE) title = shortened(title);
  // A verb's particle may stand last ("goes on", "opt in"); a preposition that has lost its object may not.
  while (DANGLING.test(title)) title = title.replace(DANGLING, '');
  title = title.replace(/[\s‘,;:–—-]+$/g, '');
  if ((title.match(/“/g)?.length ?? 0) !== (title.match(/”/g)?.length ?? 0)) title = title.replace(/[“”]/g, '');
  if ((title.match(/"/g)?.length ?? 0) % 2 === 1) title = title.replace(/"/g, '');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

const PAST_VERB = /^(?:\w+ed|held|led|built|brought|took|gave|made|ran|sent|wrote|spoke|met)$/;

/** "supported hearings and helped to bring" tells two deeds: the second follows the first into the imperative. */
export const sameMood = (title: string): string =>
  title.replace(/(,?\sand\s(?:also\s|then\s)?|,\s)([a-z-]+)\b(?=\s)/g, (all, and: string, verb: string, at: number) => {
    if (!PAST_VERB.test(verb)) return all;
    const word = wordsOf(title).find(({ start }) => start === at + and.length);
    return word?.tag === 'VERB' && /^(?:the|an?|its|their|our|to|for|on|in|with|all|both|regional|\w+s)$/i.test(title.slice(at + and.length + verb.length).trim().split(' ')[0] ?? '') ? `${and}${baseOf(verb)}` : all;
  });
