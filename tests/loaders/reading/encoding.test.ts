import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declaredInPage, decodeText } from '../../../loaders/reading/encoding.ts';
import { bytesIn } from '../../fixtures/encodings.ts';

const WESTERN = ['Égalité des travailleuses à Genève – « déjà »', 'The Women’s Network said: “no”.', 'Las niñas y los niños; ¿y la acción?', 'Côte d’Ivoire ratified it.', 'Übereinkommen über menschenwürdige Arbeit', 'São Tomé não às expulsões', 'The workers’ union – in Accra – said so.', 'Ana Muñoz spoke for Peña & Sons.'];
const POLISH = ['Wzywamy państwa, które są stronami konwencji,', 'żądają godnej pracy,', 'pracownice są źle traktowane', 'mówią, że opłaty są wysokie.'];
const TURKISH = ['Göçmen kadınlar insana yakışır iş istiyor.', 'Çocukların gözaltına alınmasına son verin.', 'Sözleşmeyi onaylamaya çağırıyoruz.'];
const RUSSIAN = ['Мы призываем государства ратифицировать Конвенцию 189.', 'Женщины-мигранты требуют достойного труда.'];
const ARABIC = ['ندعو الدول إلى التصديق على الاتفاقية وحماية العاملات', 'أوقفوا احتجاز الأطفال'];
const JAPANESE = ['移住女性の権利を守るため、各国は条約を批准すべきである。', '家事労働者のためのディーセント・ワーク'];
const CHINESE = ['我们敦促各国批准第189号公约，保护移徙女工的权利。', '禁止拘留儿童。家庭工人要求体面劳动。'];

describe('a text in an encoding of before Unicode', () => {
  it.each([
    ['windows-1252', WESTERN],
    ['macintosh', WESTERN],
    ['windows-1250', POLISH],
    ['iso-8859-2', POLISH],
    ['windows-1254', TURKISH],
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['iso-8859-5', RUSSIAN],
    ['windows-1256', ARABIC],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['gb18030', CHINESE],
  ])('in %s is read as it was written, however much of it there is and in whatever order', (encoding, sentences) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 12 }), fc.boolean(), (chosen, afterEnglish) => {
        const text = `${afterEnglish ? 'The network met in May and spoke of wages. '.repeat(20) : ''}${chosen.join('\n')}`;
        expect(decodeText(bytesIn(encoding, text))).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  it('is read as it was written also as the one word of an English text', () => {
    for (const encoding of ['windows-1252', 'macintosh']) for (const word of ['Genève', 'Peña', 'the Network’s', '“camps”', 'São']) expect(decodeText(bytesIn(encoding, `It was said in ${word} that fees must end.`))).toBe(`It was said in ${word} that fees must end.`);
  });

  it('is refused with what to do where it reads well in none', () => {
    const gibberish = Uint8Array.from({ length: 600 }, (_, at) => (at % 3 === 0 ? 128 + ((at * 53) % 128) : 97 + ((at * 7) % 26)));
    expect(decodeText(gibberish)).toEqual({ problem: expect.stringContaining('save it as UTF-8') });
  });
});

describe('a text in Unicode', () => {
  const mark = { 'utf-8': [0xef, 0xbb, 0xbf], 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] } as const;
  const bytes = { 'utf-8': (text: string) => Buffer.from(text), 'utf-16le': (text: string) => Buffer.from(text, 'utf16le'), 'utf-16be': (text: string) => Buffer.from(text, 'utf16le').swap16() };

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('in %s with its mark is read as it was written, the mark left out', (encoding) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).filter((text) => !/[\p{Cc}\uFFFD]/u.test(text) && !text.startsWith('\uFEFF')), (text) => {
        expect(decodeText(Buffer.concat([Buffer.from(mark[encoding]), bytes[encoding](text)]))).toBe(text);
      }),
    );
  });

  it('in UTF-8 without a mark is read as it was written, whatever its script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).filter((text) => !/[\p{Cc}\uFFFD]/u.test(text) && !text.startsWith('\uFEFF')), (text) => {
        expect(decodeText(Buffer.from(text))).toBe(text);
      }),
    );
  });

  it('keeps its letters where a few bytes of old Windows text were pasted into it', () => {
    const pasted = Buffer.concat([Buffer.from('Les travailleuses déjà arrivées à Genève – réunies – disent : '), Buffer.from('d\xE9j\xE0', 'latin1'), Buffer.from(' et c’est tout.')]);
    expect(decodeText(pasted)).toBe('Les travailleuses déjà arrivées à Genève – réunies – disent : déjà et c’est tout.');
  });
});

describe('a web page', () => {
  it('is read in the encoding that it names, where its bytes are of it', () => {
    const page = (charset: string) => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body>Łódź</body></html>`;
    const bytes = bytesIn('iso-8859-2', page('iso-8859-2'));
    expect(declaredInPage(bytes)).toBe('iso-8859-2');
    expect(decodeText(bytes, declaredInPage(bytes))).toContain('Łódź');
    expect(decodeText(Buffer.from(page('iso-8859-2')), 'iso-8859-2')).toContain('Łódź');
    expect(decodeText(bytesIn('iso-8859-2', page('no-such-thing')), 'no-such-thing')).toContain('Łódź');
  });
});
