import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryId, documentId, entityId, isEntityId, nodeTypeOf, passageId, slug, statementId } from '../../schema/ids.ts';

const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/);
const place = fc.nat({ max: 1e7 });

describe('ids', () => {
  it('are readable, and the prefix tells what they name', () => {
    expect(entityId('Actor', 'UN Women')).toBe('actor:un-women');
    expect(entityId('Forum', 'GFMD 2008 – Manila')).toBe('forum:gfmd-2008-manila');
    expect(entityId('Actor', "Women's Shelter Network & Friends")).toBe('actor:womens-shelter-network-and-friends');
    expect(nodeTypeOf('instrument:cedaw')).toBe('Instrument');
    expect(nodeTypeOf(countryId('PHL'))).toBe('Country');
  });

  it('refuse what is no id of ours', () => {
    for (const wrong of ['', 'cedaw', 'actor:', 'actor:UN Women', 'country:phl', 'country:PHILIPPINES', 'doc:xyz', 'person:ann', "actor:x' OR 1=1", 'toString:x', 'actor:a--b']) expect(nodeTypeOf(wrong), wrong).toBeNull();
  });

  it('keep the kinds apart: a document, its passages and its statements', () => {
    fc.assert(
      fc.property(sha256, place, place, fc.integer({ min: 1, max: 9 }), (hash, start, length, ordinal) => {
        const document = documentId(hash);
        expect(nodeTypeOf(document)).toBe('Document');
        expect(nodeTypeOf(passageId(document, start, start + length))).toBe('Passage');
        expect(nodeTypeOf(statementId(document, start, start + length, 'CALLS_FOR', ordinal))).toBe('Statement');
        expect(isEntityId(document)).toBe(false);
      }),
    );
  });

  it('can be made of any name, however odd, and are then ids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        expect(slug(name).length).toBeLessThanOrEqual(80);
        expect(isEntityId(entityId('Actor', name))).toBe(true);
      }),
    );
  });

  it('tell two long names apart that begin alike', () => {
    const long = 'International Conference on Gender Migration and Development Seizing Opportunities and Upholding Rights ';
    expect(slug(`${long} one`)).not.toBe(slug(`${long} two`));
  });
});
