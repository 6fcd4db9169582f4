import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTS, POSITIONS, valuesOf, VOICES } from '../../schema/vocabulary.ts';
import { evidenceFilterOf, filterOf, firstDay, lastDay, OPENING, readView, TOPS, writeView, type View } from '../../ui/view.ts';

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
const idOf = (prefix: string) => slug.map((rest) => `${prefix}:${rest}`);
const actor = fc.oneof(idOf('actor'), fc.constantFrom('country:PHL', 'country:MEX'));
const ids = (of: fc.Arbitrary<string>) => fc.uniqueArray(of, { maxLength: 3 });
const iso = fc.option(fc.constantFrom('2016', '2016-12', '2016-12-10'), { nil: null });
const documentId = fc.stringMatching(/^[0-9a-f]{16}$/).map((hash) => `doc:${hash}`);
const ordered = <T>(all: readonly T[]) => fc.subarray([...all]);

const view: fc.Arbitrary<View> = fc.record({
  focus: fc.record({ actors: ids(actor), addressees: ids(actor), commitments: ids(idOf('commitment')), forums: ids(idOf('forum')), instruments: ids(idOf('instrument')), themes: ids(idOf('theme')) }),
  acts: ordered(valuesOf(ACTS)),
  positions: ordered(valuesOf(POSITIONS)),
  voices: ordered(valuesOf(VOICES)),
  from: iso,
  to: iso,
  show: fc.constantFrom('map', 'list', null),
  by: fc.constantFrom('theme', 'commitment', null),
  top: fc.constantFrom(...TOPS),
  pick: fc.oneof(
    fc.constant(null),
    fc.record({ kind: fc.constant('name' as const), id: actor }),
    fc.record({ kind: fc.constant('link' as const), from: actor, to: idOf('commitment'), position: fc.constantFrom('FOR', 'AGAINST', null) }),
  ),
  tab: fc.constantFrom('statements', 'about'),
  reading: fc.option(documentId.chain((document) => fc.record({ document: fc.constant(document), at: fc.constantFrom(null, `${document}#0-9`, `${document}#s0-9.calls_for.2`) })), { nil: null }),
});

describe('the view and its address', () => {
  it('comes back whole from its address', () => {
    fc.assert(fc.property(view, (shown) => {
        expect(readView(new URLSearchParams(writeView(shown).toString()))).toEqual(shown);
      }));
  });

  it('has no address of its own at the opening', () => {
    expect(writeView(OPENING).toString()).toBe('');
    expect(readView(new URLSearchParams())).toEqual(OPENING);
  });

  it('makes a view of any address and leaves out what it cannot mean', () => {
    fc.assert(fc.property(fc.string(), (query) => void readView(new URLSearchParams(query))));
    const odd = readView(new URLSearchParams('actor=forum:x&actor=actor:wimn&act=SHOUTS&from=2016-02-30&top=7&open=nonsense&read=doc:zz&show=pie&by=size'));
    expect(odd).toEqual({ ...OPENING, focus: { ...OPENING.focus, actors: ['actor:wimn'] } });
  });
});

describe('the filter of a view', () => {
  it('is empty when nothing narrows the view', () => {
    expect(filterOf(OPENING)).toEqual({});
  });

  it('takes the whole of a month or year that a range names', () => {
    expect(filterOf({ ...OPENING, from: '2016', to: '2024-02' })).toEqual({ from: '2016-01-01', to: '2024-02-29' });
    expect([firstDay('2016'), firstDay('2016-12'), firstDay('2016-12-10')]).toEqual(['2016-01-01', '2016-12-01', '2016-12-10']);
    expect([lastDay('2016'), lastDay('2023-02'), lastDay('2016-12-10')]).toEqual(['2016-12-31', '2023-02-28', '2016-12-10']);
  });

  it('narrows to both ends of a clicked link and keeps what else is on', () => {
    const shown: View = { ...OPENING, acts: ['CALLS_FOR'], focus: { ...OPENING.focus, actors: ['actor:wimn', 'actor:un-women'], themes: ['theme:detention'] } };
    expect(evidenceFilterOf(shown, { kind: 'link', from: 'actor:wimn', to: 'commitment:end-detention', position: 'AGAINST' })).toEqual({ actors: ['actor:wimn', 'actor:un-women'], madeBy: ['actor:wimn'], commitments: ['commitment:end-detention'], themes: ['theme:detention'], acts: ['CALLS_FOR'], positions: ['AGAINST'] });
  });

  it('keeps asking what is addressed to a name that was clicked as the one addressed', () => {
    const shown: View = { ...OPENING, focus: { ...OPENING.focus, addressees: ['actor:member-states'] } };
    expect(evidenceFilterOf(shown, { kind: 'name', id: 'actor:member-states' })).toEqual({ addressees: ['actor:member-states'] });
  });
});
