import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrap } from '../../ui/map/labels.ts';

/** Every UTF-16 unit is ten pixels wide. */
const measure = (text: string): number => text.length * 10;

describe('names in their boxes', () => {
  it('breaks at spaces and keeps every word that fits', () => {
    expect(wrap('Ratify the Migrant Workers Convention', 200, 2, measure)).toEqual(['Ratify the Migrant', 'Workers Convention']);
  });

  it('ends in an ellipsis where a name is longer than its lines', () => {
    expect(wrap('Collect sex-disaggregated data at every level', 200, 2, measure)).toEqual(['Collect', 'sex-disaggregated d…']);
  });

  it('never draws wider than the box nor taller than its lines, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 1, max: 3 }), (name, lines) => {
        const wrapped = wrap(name, 120, lines, measure);
        expect(wrapped.length).toBeLessThanOrEqual(lines);
        for (const line of wrapped) expect(line === '…' || measure(line) <= 120).toBe(true);
      }),
    );
  });

  it('cuts no emoji in half', () => {
    for (const line of wrap('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 130, 1, measure)) expect(line).toBe('👩‍👩‍👧‍👦…');
  });
});
