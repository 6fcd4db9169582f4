/** The width of a piece of text in pixels. */
export type Measure = (text: string) => number;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** As much of a text as fits, with an ellipsis; never half a letter or half an emoji. */
function cutTo(text: string, width: number, measure: Measure): string {
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (measure(`${kept}${segment}…`) > width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** A text in at most `lines` lines of `width` pixels, broken at spaces; what does not fit ends in an ellipsis. */
export function wrap(text: string, width: number, lines: number, measure: Measure): string[] {
  const wrapped: string[] = [];
  const words = text.split(/\s+/u).filter((word) => word !== '');
  let line = '';
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (wrapped.length === lines - 1) return [...wrapped, cutTo(line === '' ? word : longer, width, measure)];
    if (line !== '') {
      wrapped.push(line);
      line = '';
      at--;
    } else {
      wrapped.push(cutTo(word, width, measure));
    }
  }
  return line === '' ? wrapped : [...wrapped, line];
}
