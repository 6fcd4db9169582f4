// Which line ends an author meant, and which only the width of the page made.

const FUNCTION_WORD = /(?:^|\s)(?:a|an|the|of|and|or|to|in|for|with|by|on|at|from|as|that|which|their|its|our|his|her|this|these|is|are|be|was|were|has|have|between|into|through|including|under|within|upon|towards?|regarding|concerning|such|not|all|some|any|more|than|who|whose|when|where|while|de|la|du|des)$/i;
const TERMINAL = /[.!?…]["”’')\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*$/;
const HALF_WORD = /\p{L}{2,}-$/u;
/** Prefixes that keep their hyphen at a line end: "non-\ndiscrimination" is no "nondiscrimination". */
const HYPHENATED = /\b(?:non|self|anti|multi|cross|inter|intra|pre|post|co|sub|well|ill|low|high|long|short|full|part|half|mid|ex|pro|counter|gender|rights|sex|age|child|state|decision|policy|law|labou?r|migrant|women|human|evidence|community|survivor|victim|home|care|cost|data|year|day|peer|civil|south|north|east|west|bi|socio|psycho|follow|start|one|two|three|four|five|six|twenty|thirty|forty|fifty|sixty)-$/i;

/** "Contact: …": a line of a form. */
const LABEL = /^\p{Lu}[\p{L} /-]{1,30}:\s/u;
const ADDRESS = /^(?:https?:\/\/|www\.|[\w.+-]+@[\w-]+\.)\S*$/i;

/** Whether a sentence stops here: full stop, question or exclamation mark, with quotes, brackets and note numbers after it. */
export const endsSentence = (text: string): boolean => TERMINAL.test(text.trimEnd());

/** Whether a text stops in mid-phrase: on a comma, an article, a preposition. */
export const breaksOff = (text: string): boolean => {
  const words = text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹\s]+$/, '');
  return /[,–—-]$/.test(words) || FUNCTION_WORD.test(words);
};

/** The usual length of a full line, in characters; 80 where the text is not hard-wrapped. */
export function wrapWidth(text: string): number {
  const lines = text.split('\n');
  const full = lines.flatMap((line, at) => (line.length >= 30 && line.length <= 140 && lines[at + 1]?.trim() ? [line.trimEnd().length] : [])).sort((a, b) => a - b);
  return full.length < 5 ? 80 : Math.max(60, full[Math.floor(full.length * 0.8)] ?? 80);
}

/** Whether the line carries on what the line before began. @param width as wrapWidth */
export function continues(before: string, line: string, width: number): boolean {
  const previous = before.trimEnd();
  const next = line.trimStart();
  const length = previous.length;
  if (/^\p{Ll}/u.test(next) || HALF_WORD.test(previous) || breaksOff(previous)) return true;
  // Two spaces at the end of a Markdown line are a line break that the author meant, except within a title.
  if (/ {2,}$/.test(before)) return previous.endsWith(':') && length >= 30 && length <= 100 && next.length <= 100;
  if (/[;:]$/.test(previous)) return false;
  if (TERMINAL.test(previous) && /^\W*\d{1,4}\W*$/.test(next)) return false;
  if (TERMINAL.test(previous)) return length >= width * 0.7 && length <= width * 1.6;
  if (isCapitals(previous) && isCapitals(next)) return true;
  if (isCapitals(previous) !== isCapitals(next) || LABEL.test(next) || ADDRESS.test(next)) return false;
  return length >= width * 0.55;
}

/** All its letters are capitals, and there are enough of them to mean it. */
export function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length >= 4 && /\p{Lu}/u.test(letters) && letters === letters.toUpperCase();
}

/** Whether a word was cut in two at the end of the line, its hyphen being the printer's: "migra-" + "tion". */
const breaksWord = (before: string, after: string): boolean => HALF_WORD.test(before) && /^\p{Ll}/u.test(after) && !HYPHENATED.test(before) && !/-\p{L}+-$/u.test(before);

/** Lines put together: a word that was cut is whole, a compound or a dash at the line end joins its neighbours, else a space stands between. */
export function glue(lines: readonly string[]): string {
  const parts = lines.map((line, at) => {
    const next = lines[at + 1];
    if (next === undefined) return line;
    if (breaksWord(line, next)) return line.slice(0, -1);
    return /(?<=[^\s-])[-—]$/.test(line) && /^\p{L}/u.test(next) ? line : `${line} `;
  });
  return parts.join('');
}
