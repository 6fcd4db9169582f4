// Strings that a careless splitter loses, doubles or dies of: half surrogates, right-to-left text, control
// characters, and every mark that means something to a reader of Markdown, in every disorder.

import fc from 'fast-check';

const PIECES = [
  'Ratify Convention No. 189.', 'We urge States to end detention', 'women’s rights', "women'’s", 'States must act:', 'as stated in art. 5', '(a) one thing;', '(b) and another', 'UN Women', 'e.g. shelters', 'http://example.org/a_b',
  '\n', '\n\n', '\r\n', '\f', '\t', '  ', ' ', '- ', '* ', '• ', '1. ', '2) ', 'iv. ', 'A. ', '# ', '## ', '---', '===', '| a | b |\n|---|---|\n| c | d |', '**', '*', '_', '__', '`', '```', '~~', '[', '](', ')', '<b>', '</b>', '<sup>1</sup>', '<br>', '&amp;', '&lt;', '\\', '\\*', '[^1]: ', '¹ ',
  '“', '”', '"', '(', '?', '!', '…', ':', ';', ',', '-\n', 'migra-\ntion', '\u00AD', '\u200B', '\uFEFF', '\uD83D', '\uDE00', '😀', 'e\u0301', 'ﬁ', 'حقوق المهاجرات', 'права женщин', '移民女工', '\u202E', '\u0000', '\u001B', 'İ', 'ß', '12', 'PAGE', 'RECOMMENDATIONS', 'Page 3 of 12',
] as const;

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 30 }).map((pieces) => pieces.join('')),
);
