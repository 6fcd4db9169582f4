// Which line ends an author meant, and which only the width of the page made.

const FUNCTION_WORD = /(?:^|\s)(?:a|an|the|of|and|or|to|in|for|with|by|on|at|from|as|that|which|their|its|our|his|her|this|these|is|are|be|was|were|has|have|between|into|through|including|under|within|upon|towards?|against|among|about|regarding|concerning|such|not|all|some|any|more|than|who|whose|when|where|while|de|la|du|des)$/i;
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

/** Lines of this length are whole paragraphs. */
const WHOLE_PARAGRAPH = 180;

/** Whether each paragraph is one line of the source, so that every line end is the author's. */
export const isUnwrapped = (text: string): boolean => {
  const lengths = text.split('\n').map((line) => line.length).filter((length) => length > 0);
  const long = lengths.filter((length) => length >= WHOLE_PARAGRAPH);
  return long.length >= 2 && long.reduce((sum, length) => sum + length, 0) >= lengths.reduce((sum, length) => sum + length, 0) * 0.4;
};

/** The usual length of a full line, in characters; 80 where the text is not hard-wrapped. */
export function wrapWidth(text: string): number {
  const lines = text.split('\n');
  const full = lines.flatMap((line, at) => (line.length >= 30 && line.length <= 140 && lines[at + 1]?.trim() ? [line.trimEnd().length] : [])).sort((a, b) => a - b);
  return full.length < 5 ? 80 : Math.max(60, full[Math.floor(full.length * 0.8)] ?? 80);
}

/** "Stockholm, 14-16 May 2014", "3 June 2019", "Quito, Ecuador, June 2008": where and when, on a line of its own. */
const MONTH = String.raw`(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`;
const DATELINE = new RegExp(String.raw`^[([]?(?:(?!\d)[\p{L}.'’-]+(?:\s[\p{L}.'’-]+){0,3},\s){0,3}(?:(?:on|from)\s)?(?:\p{Lu}\p{Ll}+day,?\s)?(?:\d{1,2}(?:st|nd|rd|th)?(?:\s${MONTH})?(?:\s?(?:[-–—&]|to|and)\s?\d{1,2}(?:st|nd|rd|th)?)?\s(?:of\s)?${MONTH},?|${MONTH}(?:\s\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–—]\s?(?:${MONTH}\s)?\d{1,2})?,?)?)\s(?:19|20)\d{2}[)\].]?$`, 'iu');
const OCCASION = /\b(?:meetings?|conference|congress|session|forum|summit|workshop|seminar|consultation|dialogue|statement|report|paper|declaration|round\s?table|panel|adopted|by)\b/i;
/** Whether a line tells a day or month and its year, perhaps with the place, and nothing else. */
export const isDateline = (line: string): boolean => line.length <= 100 && !OCCASION.test(line) && DATELINE.test(line.trim());

/** A word that no line of a name ends with: "Committee on the Rights of All Migrant / Workers". */
const ATTRIBUTE = /(?:^|\s)(?:all|migrant|domestic|international|national|regional|social|economic|cultural|human|united|forced|sexual|undocumented|gender-based|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/i;

/** A clause of a preamble: "Recalling …", "Deeply concerned that …", "Mindful of …". */
const PREAMBULAR = /^(?:(?:also|further|deeply|gravely|seriously|fully|greatly|again|strongly|firmly)\s)*(?!(?:during|following|regarding|concerning|including|according|pending|notwithstanding|spring|being|nothing|something|anything|everything|evening|morning|beijing|building|united|advanced|limited|based)\b)(?:\p{L}+(?:ing|[^e]ed)|mindful|aware|conscious|cognizant)\b/iu;
/** Whether a line begins a clause of a preamble, where the one before has ended in a comma or semicolon. */
export const beginsClause = (before: string, line: string): boolean => /[,;]$/.test(before.trimEnd()) && /^\p{Lu}/u.test(line) && PREAMBULAR.test(line);
/** "demand:", "hereby resolve to:": what a preamble leads to, on a line of its own. */
export const isOperative = (before: string, line: string): boolean => /[,;]$/.test(before.trimEnd()) && line.length <= 60 && /^\p{Ll}[^,;]*:$/u.test(line.trim());

/** How the lines of a text, or of a piece of it, came to end. */
export interface LineEnds {
  /** As wrapWidth. */
  readonly width: number;
  /** As isUnwrapped. */
  readonly unwrapped: boolean;
  /** Above the first paragraph, where a line that is less than full was meant to end. */
  readonly inHead: boolean;
  /** They are running text: most are as full as the page, or stop in mid-phrase. */
  readonly flowing: boolean;
}

/** Whether a line could have taken the next one's first word: then its end was meant. The slack is for letters of unequal width. */
export const hadRoom = (line: string, next: string, { width, unwrapped, inHead }: Omit<LineEnds, 'flowing'>): boolean => unwrapped || line.length + 1 + (/^\S+/.exec(next)?.[0].length ?? 0) <= width * (inHead ? 0.93 : 0.85);

const FEWEST_LINES = 3;

/** How the lines of a chunk end. @param page how those of the whole text do */
export function lineEndsIn(chunk: string, page: Omit<LineEnds, 'flowing'>): LineEnds {
  const lines = chunk.split('\n').map((line) => line.trim());
  const carriedOn = lines.slice(0, -1).filter((line, at) => {
    const next = lines[at + 1] ?? '';
    return /^\p{Ll}/u.test(next) || breaksOff(line) || !hadRoom(line, next, page);
  });
  return { ...page, flowing: lines.length >= FEWEST_LINES && carriedOn.length >= (lines.length - 1) * 0.6 };
}

/** Whether the line carries on what the line before began. */
export function continues(before: string, line: string, ends: LineEnds): boolean {
  const { width, flowing } = ends;
  const previous = before.trimEnd();
  const next = line.trimStart();
  const length = previous.length;
  if ((isDateline(next) && !breaksOff(previous)) || (isDateline(previous) && !/^\p{Ll}/u.test(next)) || beginsClause(previous, next) || isOperative(previous, next)) return false;
  if (/^By\s\p{Lu}[^.;:]{3,60}$/u.test(next)) return false;
  if (/^\p{Ll}/u.test(next) || HALF_WORD.test(previous) || breaksOff(previous)) return true;
  // A quotation under a quotation: "…" (anonymous) / "…"
  if (/[)”"]$/.test(previous) && /^[“"]/.test(next)) return false;
  // Two spaces at the end of a Markdown line are a line break that the author meant, except within a title.
  if (/ {2,}$/.test(before)) return previous.endsWith(':') && length >= 30 && length <= 100 && next.length <= 100;
  if (/[;:]$/.test(previous)) return false;
  if (TERMINAL.test(previous) && /^\W*\d{1,4}\W*$/.test(next)) return false;
  if (TERMINAL.test(previous)) return length >= width * 0.7 && length <= width * 1.6;
  if (isCapitals(previous) && isCapitals(next)) return true;
  if (ends.inHead && ATTRIBUTE.test(previous) && /^\p{Lu}/u.test(next) && /\s/.test(previous)) return true;
  if (isCapitals(previous) !== isCapitals(next) || ADDRESS.test(next) || (LABEL.test(next) && hadRoom(previous, next, ends))) return false;
  return flowing ? length >= width * 0.55 : !hadRoom(previous, next, ends);
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
