// Which subjects a sentence touches, by the cue words of the domain's theme list.

import type { ThemeEntry } from '../../schema/domain.ts';
import type { ThemeId } from '../../schema/ids.ts';
import { cueOf, CueIndex, CueText } from './cues.ts';

export type ThemeReader = (text: string) => ThemeId[];

/** A reader of themes; what it returns is in the order of the list. */
export function themeReader(themes: readonly ThemeEntry[]): ThemeReader {
  const known = themes.map(({ id, cues }) => ({ id, cues: cues.map(cueOf) }));
  const index = new CueIndex(known.map((theme) => [theme, theme.cues] as const));
  return (text) => {
    const words = new CueText(text);
    const possible = index.within(words);
    return known.filter((theme) => possible.has(theme) && theme.cues.some((cue) => words.places(cue).length > 0)).map(({ id }) => id);
  };
}
