import { describe, expect, it } from 'vitest';
import { citationOf, confidenceWord, type Cited } from '../../ui/evidence/citation.ts';

const STATEMENT: Cited = {
  quote: 'We call on governments to end detention. ',
  act: 'CALLS_FOR',
  voice: 'OWN',
  actors: [{ name: 'Women in Migration Network' }, { name: 'Migrant Forum in Asia' }],
  commitment: { name: 'End immigration detention' },
  forum: { name: 'GFMD Dhaka 2016' },
  date: { label: '10 December 2016' },
  document: { id: 'doc:0123456789abcdef', title: 'Joint position', uri: 'notes/joint.md' },
  passages: [{ page: 3, section: 'Detention' }],
};

describe('a citation', () => {
  it('says who, where, when, what, and where the words stand', () => {
    expect(citationOf(STATEMENT)).toBe('“We call on governments to end detention.” — Women in Migration Network; Migrant Forum in Asia, GFMD Dhaka 2016, 10 December 2016; calls for: End immigration detention. In: Joint position, p. 3, “Detention” (notes/joint.md, doc:0123456789abcdef).');
  });

  it('names nobody under the Chatham House rule, and says when words are reported', () => {
    const cited = citationOf({ ...STATEMENT, actors: [], voice: 'REPORTED', restriction: 'CHATHAM_HOUSE', forum: null, passages: [{}] });
    expect(cited).toContain('— Not named, 10 December 2016 (reported);');
    expect(cited).toMatch(/Chatham House rule: speakers are not named\.$/);
  });

  it('puts confidence in a word beside its number', () => {
    expect([0.95, 0.8, 0.7, 0.6, 0.59, 0].map(confidenceWord)).toEqual(['high', 'high', 'fair', 'fair', 'low', 'low']);
  });
});
