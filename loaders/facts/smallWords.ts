// The small words by which languages give themselves away, for those in Latin letters; and the scripts that belong to few languages.
// Only words that names do not bring along ("Comité de Défense" brings "de"): what several languages share weighs less, see language.ts.

const words = (list: string): readonly string[] => list.split(' ');

export const SMALL_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: words(
    'the and of to in for that with is are was were on as by from their this these those we our us be been being has have had which who whose whom not no nor will would shall should must may might can could it its they them there here than then or but if while when where what how all any each every other such more most also only into over under between among through during without within against about after before because until since so far very do does did done make made take women workers rights now never always how he she his her your you my at a an',
  ),
  es: words('de la que el en y los las del por con para una un se sus como es su al más pero no son ser ha han este esta estos estas entre sin sobre también hasta desde todas todos ni nunca lo le les nos cada donde quienes fue muy ya hay debe deben mujeres trabajo'),
  fr: words("de la les des et le en du que dans pour une un qui sur par aux est au leurs leur avec ne pas plus ce cette ces son sa ses sont ont être nous vous ils elles il elle où mais sans sous entre afin ainsi tous toutes tout jamais aussi dont doit doivent femmes travail"),
  pt: words('de que os as da do em para uma um com não dos das por mais são ao aos à às seus sua seu suas na no nas nos se e o a como ser foi tem pelo pela pelos pelas entre sem sobre também até todas todos já nunca muito nem este esta estes estas isso mulheres trabalho'),
  it: words('di che e la il per le dei delle degli una un con del della dello non sono nel nella gli alla alle ai al dal dalla anche i lo si ha hanno è più come questo questa tra senza su suo sua suoi loro tutti tutte deve devono mai ma donne lavoro'),
  de: words('der die und den von zu das mit für auf ist im nicht eine einen einem einer ein des dem werden wird wurde sich dass bei oder auch als an aus nach über unter zum zur sind hat haben wir sie es er ihre ihren kein keine nur noch wie durch muss müssen sollen alle nie niemals vor'),
  nl: words('de het een en van is dat die niet op te zijn voor met aan door ook er maar om bij dan naar uit wordt worden werd heeft hebben geen wij zij hun als nog over tot moeten moet deze dit onze nooit alle tegen tussen zonder'),
  tl: words('ang ng mga sa na at ay ni si kay para hindi ito kung ngunit dahil lahat kami tayo namin natin nila sila aming ating kanilang may mayroon wala walang dapat pa rin din nang upang isang bawat kababaihan manggagawa'),
  id: words('yang dan di ke dari untuk dengan pada ini itu adalah oleh tidak bukan akan telah dalam bagi para kami kita mereka atau juga sebagai serta agar tanpa harus dapat bahwa karena belum ada semua setiap lebih antara perempuan pekerja tersebut'),
  sw: words('na ya wa kwa ni za la katika cha vya kama hii hiyo hizi hao wao sisi yetu zetu wetu kwamba lakini pia ili au hata bila kila yote wote zote lazima kamwe si wanawake wafanyakazi haki mwa pa kuwa nchi'),
  tr: words('ve bir bu için ile olarak de da çok daha en gibi kadar her ama veya olan olduğu değil ne ya ki mi biz bizim onların tüm asla son göre sonra iş kadınlar'),
  vi: words('và của các là có cho được trong với không những một này đã để từ khi phải người việc chúng tôi tại về đến theo phụ nữ lao động do trẻ em'),
  pl: words('i w na z do się nie że jest o to od przez za po dla jak są oraz ale ich ze ku tym który która które nigdy bez aby lub także wszystkie musi muszą być kobiety praw'),
  ro: words('și de la în cu pe din pentru care nu este sunt să se au a al ale lor prin mai dar sau către fără orice trebuie niciodată toate femeile ca o un'),
  ca: words('de la que el i els les del per amb una un és no als dels són com més sense han ha seva seves ni però aquest aquesta dones treball'),
};

/** A script and the languages written in it: told apart by letters that only some of them have, else the first. */
export const SCRIPTS: readonly { readonly script: RegExp; readonly languages: readonly (readonly [language: string, letters: RegExp | null])[] }[] = [
  { script: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, languages: [['ja', null]] },
  { script: /\p{Script=Han}/gu, languages: [['zh', null]] },
  { script: /\p{Script=Hangul}/gu, languages: [['ko', null]] },
  { script: /\p{Script=Arabic}/gu, languages: [['ur', /[ٹڈڑےں]/], ['fa', /[پچژگی]/], ['ar', null]] },
  { script: /\p{Script=Cyrillic}/gu, languages: [['uk', /[іїєґ]/i], ['ru', null]] },
  { script: /\p{Script=Devanagari}/gu, languages: [['ne', /(?:हरू|छ(?:न्|ौ)?|गर्(?:न|छ))/], ['hi', null]] },
  { script: /\p{Script=Thai}/gu, languages: [['th', null]] },
  { script: /\p{Script=Greek}/gu, languages: [['el', null]] },
  { script: /\p{Script=Hebrew}/gu, languages: [['he', null]] },
  { script: /\p{Script=Bengali}/gu, languages: [['bn', null]] },
  { script: /\p{Script=Tamil}/gu, languages: [['ta', null]] },
  { script: /\p{Script=Sinhala}/gu, languages: [['si', null]] },
  { script: /\p{Script=Ethiopic}/gu, languages: [['am', null]] },
  { script: /\p{Script=Khmer}/gu, languages: [['km', null]] },
  { script: /\p{Script=Myanmar}/gu, languages: [['my', null]] },
  { script: /\p{Script=Georgian}/gu, languages: [['ka', null]] },
  { script: /\p{Script=Armenian}/gu, languages: [['hy', null]] },
];
