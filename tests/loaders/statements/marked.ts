// Sentences for tests, with names in braces: {The Harbour Union} is an actor, {{governments}} a group.
import { markSentence, type Mark, type MarkedSentence } from '../../../loaders/statements/marking.ts';
import { slug } from '../../../schema/ids.ts';

export function marked(sentence: string): MarkedSentence {
  const marks: Mark[] = [];
  let text = '';
  let from = 0;
  for (const found of sentence.matchAll(/\{\{([^}]+)\}\}|\{([^}]+)\}/g)) {
    text += sentence.slice(from, found.index);
    const surface = found[1] ?? found[2] ?? '';
    marks.push({ kind: found[1] ? 'group' : 'actor', start: text.length, end: text.length + surface.length, entity: `actor:${slug(surface)}`, surface });
    text += surface;
    from = found.index + found[0].length;
  }
  return markSentence(text + sentence.slice(from), marks);
}
