/** A name as it is compared: accents, capitals and punctuation do not matter, the order of its words does. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** An English word without the ending of its plural: "workers" and "worker", "agencies" and "agency" are the same. For comparing only. */
export const singular = (word: string): string => (word.length < 4 || word.endsWith('ss') ? word : word.replace(/ies$/, 'y').replace(/(?<=(?:s|x|z|ch|sh))es$|(?<=[^s])s$/, ''));
