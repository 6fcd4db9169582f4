import { describe, expect, it } from 'vitest';
import { documentLanguage, isForeign, languageNote, languageOf, mayBeEnglish } from '../../loaders/facts/language.ts';

const SENTENCES: Readonly<Record<string, string>> = {
  en: 'Recruitment fees must be paid by employers, never by workers.',
  es: 'Los empleadores deben pagar las comisiones de contratación, nunca las trabajadoras.',
  fr: 'Les frais de recrutement doivent être payés par les employeurs, jamais par les travailleuses.',
  pt: 'As taxas de recrutamento devem ser pagas pelos empregadores, nunca pelas trabalhadoras.',
  it: 'Le spese di reclutamento devono essere pagate dai datori di lavoro, mai dalle lavoratrici.',
  de: 'Vermittlungsgebühren müssen die Arbeitgeber zahlen, niemals die Arbeiterinnen.',
  nl: 'Wervingskosten moeten door werkgevers worden betaald, nooit door de werkneemsters.',
  tl: 'Ang mga bayarin sa pag-recruit ay dapat bayaran ng mga amo, hindi ng mga manggagawa.',
  id: 'Biaya perekrutan harus dibayar oleh majikan, bukan oleh para pekerja.',
  sw: 'Ada za uajiri lazima zilipwe na waajiri, kamwe si na wafanyakazi.',
  tr: 'Göçmen kadınlar için bu hakların her yerde ve herkes için olması gerekir.',
  vi: 'Phí tuyển dụng phải do người sử dụng lao động trả.',
  pl: 'Opłaty za rekrutację muszą ponosić pracodawcy, a nie pracownice.',
  ro: 'Taxele de recrutare trebuie plătite de angajatori, niciodată de lucrătoare.',
  ar: 'ندعو الدول إلى التصديق على الاتفاقية 189.',
  ru: 'Мы призываем государства ратифицировать Конвенцию 189.',
  uk: 'Ми закликаємо держави ратифікувати Конвенцію 189.',
  zh: '我们敦促各国批准第189号公约。',
  ja: '各国は条約を批准すべきである。',
  ne: 'हामी राज्यहरूलाई महासन्धि १८९ अनुमोदन गर्न आग्रह गर्छौं।',
  bn: 'আমরা রাষ্ট্রগুলোকে কনভেনশন ১৮৯ অনুমোদনের আহ্বান জানাই।',
  si: '189 සම්මුතිය අනුමත කරන ලෙස අපි රාජ්‍යයන්ගෙන් ඉල්ලා සිටිමු.',
};

describe('the language of a sentence', () => {
  it.each(Object.entries(SENTENCES))('%s is told', (language, sentence) => {
    expect(languageOf(sentence)).toBe(language);
  });

  it.each([
    'Ms. María Fernanda González de la Cruz, Red de Mujeres, called on the Government of México to act.',
    'La Strada International and Comité de Défense des Droits des Femmes asked for better shelters.',
    'UN Women served as Chair, the UN’s system’s mechanism for this.',
    'END THE DETENTION OF WOMEN IN ALL OF THE STATES',
  ])('is English whatever names stand in it: %s', (sentence) => {
    expect(languageOf(sentence)).toBe('en');
    expect(isForeign(sentence)).toBe(false);
  });

  it('cannot be told of names alone, and then nothing is called foreign', () => {
    for (const names of ['Philippines: Blas Ople Policy Center; Kanlungan', 'Red de Mujeres, Comité de Defensa', 'Close all camps']) expect(isForeign(names), names).toBe(false);
    expect(languageOf('2016 – 189')).toBe('und');
  });
});

describe('the language of a document', () => {
  const english = Array.from({ length: 10 }, () => 'We ask that the fees of every worker be paid by those who employ them.');
  const french = Array.from({ length: 3 }, () => 'Nous demandons que les frais de chaque travailleuse soient payés par ceux qui les emploient.');
  const of = (...prose: string[]) => documentLanguage(prose.join('\n'), prose);

  it('is that of most of its running text: a summary in French and two hundred Spanish names do not decide', () => {
    expect(of(...english, ...french)).toBe('en');
    expect(of(...french, ...english.slice(0, 1))).toBe('fr');
    expect(documentLanguage([...english, 'Red de Mujeres de la Costa y las Islas. '.repeat(200)].join('\n'), english)).toBe('en');
  });

  it('is unknown where the words are of none that is known, and the report says what follows', () => {
    const somali = 'Waxaan ugu baaqaynaa dawladaha inay ansixiyaan heshiiska oo ay joojiyaan xidhidhka carruurta. Haweenka muhaajiriinta ah waxay rabaan shaqo wanaagsan. '.repeat(4);
    const language = documentLanguage(somali, [somali]);
    expect(language).not.toBe('en');
    expect(mayBeEnglish(language, somali)).toBe(false);
    expect(languageNote(language, somali)).toMatch(/names were read/);
  });

  it('is named in the report of a load, and nothing is said of an English text or of a few words', () => {
    expect(languageNote('fr', french.join(' '))).toMatch(/^is in French; its names were read/);
    expect(languageNote('en', english.join(' '))).toBeNull();
    expect(languageNote('und', 'Close all camps')).toBeNull();
  });
});
