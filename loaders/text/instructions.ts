// What a form or template says to whoever fills it in: questions and directions. They are nobody's claim.

const OPENINGS = [
  /^(?:if you (?:like|wish|could|can|would|have|want|were|prefer)|did you|do you|have you|are you|would you|could you|can you|were you|how would you|what (?:would|do|did|are) (?:you|your)|which of (?:these|the following) (?:do|did|would) you)\b/i,
  /^(?:please|kindly)\s+(?:also\s+)?(?:provide|describe|indicate|list|specify|explain|give|add|attach|include|tick|check|circle|fill|complete|return|send|submit|use|note|share|state|summari[sz]e|refer|limit|mark|select|choose|answer|pay|keep|enter|identify|write|hand in|do not|don['’]t|be (?:brief|concise|specific)|stick to)\b/i,
  /^you (?:can|may|could|are (?:asked|invited|requested)|should (?:fill|complete|send|return|submit))\b/i,
  /^\(?(?:feel free to|tick (?:all|one)|check (?:all|one)|select (?:all|one)|maximum|max\.|no more than)\b.*(?:words?|apply|one|boxe?s?|characters|out|add|refer|here|below|above)\b/i,
  /^(?:to be (?:completed|filled in) by|for (?:official|internal|office) use|insert (?:here|name|date)|click (?:here )?to enter)\b/i,
  /^\[(?:insert|name of|date|your|please|to be)\b/i,
];
/** "List up to four actions.", "(one demand per line)": how much is wanted of an answer. */
const LIMIT = /^\(?(?:list|name|describe|give|mention|choose)\b.*\b(?:up to|at most|no more than|not more than|maximum|two|three|four|five|ten|\d+)\b|^\((?:one|two|three|maximum|max\.|at most|not more than|no more than|up to)\b.*\)\.?$/i;
const LONGEST_LABEL = 4;
const QUESTION = /\?["”’)]*$/;
/** Headings under which only questions and directions stand. */
const SECTION = /^(?:(?:some |suggested |proposed |possible |key )?(?:guiding|discussion|reflection|orienting) questions|questions (?:for|to guide)\b.*|instructions|how to (?:fill|complete|use) this .*|guidance (?:note )?(?:for|on) (?:completing|filling).*|notes? for (?:rapporteurs|respondents|facilitators))\s*[.:]?$/i;

/** Whether a sentence directs or asks whoever fills the template in. */
export const isDirection = (sentence: string): boolean => OPENINGS.some((opening) => opening.test(sentence.trim()));

/** Whether a heading announces questions and directions, not positions. */
export const announcesQuestions = (heading: string): boolean => SECTION.test(heading.trim());

/** Whether the sentences of one block are a template's: one of them directs, or all of them ask. */
export function isInstruction(sentences: readonly string[], kind: 'paragraph' | 'item' | 'heading' | 'cell'): boolean {
  if (sentences.length === 0) return false;
  if (kind === 'heading') return sentences.every((sentence) => isDirection(sentence));
  const [first = '', ...others] = sentences;
  if (isDirection(first)) return true;
  // "4. Quotes. Please write …": a label with directions.
  if (others.length > 0 && first.split(' ').length <= LONGEST_LABEL && others.every(isDirection)) return true;
  if (QUESTION.test(first.trim()) && others.length > 0 && others.every((sentence) => isDirection(sentence) || LIMIT.test(sentence) || QUESTION.test(sentence.trim()))) return true;
  const asked = sentences.filter((sentence) => QUESTION.test(sentence.trim())).length;
  if (kind === 'item') return QUESTION.test(sentences[0]?.trim() ?? '');
  return asked === sentences.length || (asked >= 2 && QUESTION.test(sentences[0]?.trim() ?? '') && sentences.some(isTemplateTalk));
}

const isTemplateTalk = (sentence: string): boolean => isDirection(sentence) || /^(?:you|please|feel free)\b|\bfill in\b|\bplease\b/i.test(sentence.trim());
