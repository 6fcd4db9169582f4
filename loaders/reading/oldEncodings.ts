// Which encoding of before Unicode a text is in: the one in which it reads best. Each is tried and its letters are judged:
// letters that its languages use much count for it; signs inside words, capitals inside words and words of two scripts against it.

interface OldEncoding {
  readonly name: string;
  /** The letters beyond ASCII that texts in this encoding hold again and again. */
  readonly usual: RegExp;
  /** The script that a text in it is written in, where that is not the Latin one. */
  readonly script: RegExp | null;
}

/** The commonest characters of Chinese and the particles of Japanese: bytes of another encoding hit rare ones. */
const COMMON_HAN = /[的一是不了在人有我他这這中大来來上国國和地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裏用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并並物手应應战戰向头頭文体體政美相见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒原东東声聲提立及比员員解水名真论論处處走义義各入几幾口认認条條平系气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期市直德资資命山金指克许許统統区區保至队隊形社便空决決治展马馬科司五基眼书書非则則听聽白却卻界达達光放强強即像难難且权權思王象完设設式色路记記南品住告类類求据據程北边邊死张張该該交规規万萬取拉格望觉覺术術领領共确確传傳师師观觀清今切院让讓识識候带帶导導争爭运運の権働労者移]/u;

const WESTERN = /[àâäáãåæçèéêëíîïñóôöõøœúùûüßÀÂÄÁÃÅÇÈÉÊËÍÎÑÓÔÖÕØŒÚÛÜ]/;
const CENTRAL = /[ąćęłńóśźżčďěňřšťůýžáéíőűăâîșțşţöüäßĄĆĘŁŃÓŚŹŻČŘŠŽŐŰ]/;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const HAN = /\p{Script=Han}/u;

/** In the order in which they are believed when a text reads equally well in two. */
const OLD_ENCODINGS: readonly OldEncoding[] = [
  { name: 'windows-1252', usual: WESTERN, script: null },
  { name: 'macintosh', usual: WESTERN, script: null },
  { name: 'windows-1254', usual: /[çğıöşüâîûÇĞİÖŞÜ]/, script: null },
  { name: 'windows-1250', usual: CENTRAL, script: null },
  { name: 'iso-8859-2', usual: CENTRAL, script: null },
  { name: 'windows-1251', usual: /[а-яА-ЯёЁ]/, script: CYRILLIC },
  { name: 'koi8-r', usual: /[а-яА-ЯёЁ]/, script: CYRILLIC },
  { name: 'iso-8859-5', usual: /[а-яА-ЯёЁ]/, script: CYRILLIC },
  { name: 'windows-1256', usual: /[\u0621-\u0652]/, script: /\p{Script=Arabic}/u },
  { name: 'shift_jis', usual: /[\p{Script=Hiragana}\p{Script=Katakana}ー]/u, script: JAPANESE },
  { name: 'euc-jp', usual: /[\p{Script=Hiragana}\p{Script=Katakana}ー]/u, script: JAPANESE },
  { name: 'euc-kr', usual: /[가-힣]/, script: /[가-힣]/ },
  { name: 'gb18030', usual: COMMON_HAN, script: HAN },
  { name: 'big5', usual: COMMON_HAN, script: HAN },
];

/** Characters judged; a text shows its encoding early. */
const SAMPLE = 50_000;
/** What most of the letters beyond ASCII must do for an encoding: below this it is refused. */
const GOOD_ENOUGH = 0.5;
const LETTER = /[\p{L}\p{M}]/u;
const OPENING = /[“‘„«¿¡(]/;
const CLOSING = /[”’»…°ºª)]/;
const DASH = /[–—]/;
/** Punctuation of East Asia and of Arabic. */
const FOREIGN_POINTS = /[、。「」・，；：“”（）《》〈〉！？،؛؟«»–—№„…]/;

/** A sign beyond ASCII: surer than any letter where it stands in its place, all but impossible inside a word. */
function signInPlace(sign: string, before: string, after: string): number {
  const opened = LETTER.test(before);
  const closed = LETTER.test(after);
  if (sign === '’' && opened) return 1.4;
  if (opened && closed) return DASH.test(sign) || sign === '·' ? 0.2 : -2;
  if (OPENING.test(sign)) return closed || !opened ? 1.2 : -1;
  if (CLOSING.test(sign)) return opened || !closed ? 1.2 : -1;
  if (DASH.test(sign) || /[•\u00A0]/.test(sign)) return 1.2;
  return /[€£§]/.test(sign) && !opened ? 1.2 : -0.5;
}

function letterInPlace(letter: string, before: string, after: string, { usual, script }: OldEncoding): number {
  if (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(letter)) return -2;
  if (!script) return usual.test(letter) ? (WESTERN === usual ? 1 : 0.95) : -1;
  if (!script.test(letter) || /[a-z]/i.test(before) || /[a-z]/i.test(after)) return -1;
  return usual.test(letter) ? 1 : 0.6;
}

/** About 1 where each character beyond ASCII is a usual one in its place, below 0 where most are out of place. */
function readability(text: string, encoding: OldEncoding): number {
  const characters = [...text];
  let judged = 0;
  let sum = 0;
  for (const [at, character] of characters.entries()) {
    if (character <= '\x7F') continue;
    judged += 1;
    const before = characters[at - 1] ?? ' ';
    const after = characters[at + 1] ?? ' ';
    if (/\p{C}/u.test(character)) sum -= 2;
    else if (LETTER.test(character)) sum += letterInPlace(character, before, after, encoding);
    else sum += encoding.script ? (FOREIGN_POINTS.test(character) || character === '\u00A0' ? 0.6 : -1) : signInPlace(character, before, after);
  }
  return judged === 0 ? 1 : sum / judged;
}

function decodedSample(name: string, bytes: Uint8Array): string | null {
  // A sample may end inside a character of two bytes; a decoder that is told more will follow does not mind.
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes.subarray(0, SAMPLE), { stream: true });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The name of the encoding, as TextDecoder knows it; null where the text reads well in none. @param bytes that are no UTF-8 */
export function bestOldEncoding(bytes: Uint8Array): string | null {
  // Where the sample is all ASCII the letters that matter stand later: begin a little before the first of them.
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const sample = bytes.subarray(Math.max(0, first - 200));
  let best: { readonly name: string; readonly score: number } | null = null;
  for (const encoding of OLD_ENCODINGS) {
    const text = decodedSample(encoding.name, sample);
    const score = text === null ? -1 : readability(text, encoding);
    if (score >= GOOD_ENOUGH && (best === null || score > best.score)) best = { name: encoding.name, score };
  }
  return best?.name ?? null;
}
