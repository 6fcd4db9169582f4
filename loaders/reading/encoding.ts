// Bytes of a text file as characters: by its byte order mark, else UTF-8, else the encoding of older Windows programs.

/** Why bytes are no text, in words that end a sentence. */
export interface NotText {
  readonly problem: string;
}

/** More control characters than this share of the file, and it is no text. */
const BINARY_SHARE = 0.01;

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}

/** UTF-16 without a mark shows as a zero in every other byte of Latin text. */
function byZeros(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 2000);
  if (sample.length < 4) return null;
  const zeros = sample.filter((byte) => byte === 0).length;
  const odd = sample.filter((byte, at) => byte === 0 && at % 2 === 1).length;
  const even = zeros - odd;
  const half = sample.length / 2;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.7 && odd < half * 0.05 ? 'utf-16be' : null;
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    // The decoder says "not UTF-8" by throwing this and nothing else.
    if (error instanceof TypeError) return false;
    throw error;
  }
};

/** The characters of a text file, its byte order mark left out. */
export function decodeText(bytes: Uint8Array): string | NotText {
  const encoding = byMark(bytes) ?? byZeros(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
  const text = new TextDecoder(encoding).decode(bytes);
  let controls = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0 || (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) || code === 0xfffd) controls += 1;
  }
  return controls > 0 && controls > text.length * BINARY_SHARE ? { problem: 'holds bytes that are no text; give the document in one of the formats txt, md, html, pdf, docx or csv' } : text;
}
