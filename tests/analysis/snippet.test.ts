import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snippetOf } from '../../graph/analysis/snippet.ts';

const marked = (text: string, typed: string): string[] => {
  const snippet = snippetOf(text, typed);
  return snippet.matches.map(({ start, end }) => snippet.text.slice(start, end));
};

describe('a snippet', () => {
  it.each([
    ['Ratifying conventions was urged; two states ratified them.', 'ratify convention', ['Ratifying', 'conventions', 'ratified']],
    ['The Réseau des femmes migrantes', 'reseau MIGR', ['Réseau', 'migrantes']],
    ['Decent work for migrant workers', 'migrnt', ['migrant']],
    ['Women’s rights', "women's", ['Women’s']],
    ['Nothing of the kind', 'zebra', []],
    ['Nothing of the kind', '', []],
  ])('of %j marks what %j means', (text, typed, expected) => {
    expect(marked(text, typed)).toEqual(expected);
  });

  it('shows the first match of a long passage, cut at spaces', () => {
    const text = `${'Words before it. '.repeat(40)}Firewalls protect everybody. ${'Words behind it. '.repeat(40)}`;
    const snippet = snippetOf(text, 'firewall');
    expect(snippet.text.length).toBeLessThanOrEqual(240);
    expect(marked(text, 'firewall')).toEqual(['Firewalls']);
    expect(text).toContain(` ${snippet.text} `);
  });

  it('is a part of the text with its marks within it, in order and apart, whatever the text and whatever was typed', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), fc.array(fc.constantFrom('women', 'женщины', '👩‍👧', '移民工', 'é', ' ', '\ud83d', '’')).map((parts) => parts.join('')));
    fc.assert(
      fc.property(anything, anything, (text, typed) => {
        const snippet = snippetOf(text, typed);
        expect(text.includes(snippet.text)).toBe(true);
        expect(snippet.text.length).toBeLessThanOrEqual(240);
        let last = 0;
        for (const { start, end } of snippet.matches) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(snippet.text.length);
          last = end;
        }
      }),
    );
  });
});
