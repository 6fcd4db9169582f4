// An annotation and an extraction of the same text, brought to one shape, so that they can be compared; and who is the same as whom.

import type { Extraction } from '../../schema/extraction.ts';
import { aligned, foldedCase, lettersOf, stretchOf, type Stretch } from './alignment.ts';
import type { AnnotatedText } from './annotation.ts';

export interface ReadMention {
  readonly at: Stretch;
  readonly key: string;
  readonly words: string;
}
export interface ReadStatement {
  readonly at: Stretch;
  readonly words: string;
  readonly actors: readonly string[];
  readonly act: string;
  readonly stance: string;
  readonly addressees: readonly string[];
  readonly instruments: readonly string[];
  readonly forum: string | null;
}
export interface ReadRelation {
  readonly type: string;
  readonly from: string;
  readonly to: string;
}
/** What somebody understood of a text; places are stretches of the letters of the annotated text. */
export interface Reading {
  /** The names that each entity goes by, in one spelling. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  readonly mentions: readonly ReadMention[];
  readonly statements: readonly ReadStatement[];
  /** Each said once. */
  readonly relations: readonly ReadRelation[];
}

const oneSpelling = (name: string): string => foldedCase(name).replace(/[^\p{L}\p{N}]+/gu, ' ').trim().replace(/^the /, '');
const namesOf = (names: readonly (string | undefined)[]): Set<string> => new Set(names.flatMap((name) => (name === undefined || name === '' ? [] : [oneSpelling(name)])));
const saidOnce = (relations: readonly ReadRelation[]): ReadRelation[] => [...new Map(relations.map(({ type, from, to }) => [`${type} ${from} ${to}`, { type, from, to }])).values()];
const inOneLine = (words: string): string => words.replace(/\s+/g, ' ');

export function readingOfAnnotation({ text, annotation }: AnnotatedText): Reading {
  const letters = lettersOf(text);
  return {
    names: new Map(Object.entries(annotation.entities).map(([key, { name, aliases }]) => [key, namesOf([name, ...aliases])])),
    mentions: annotation.mentions.map(([start, end, key]) => ({ at: stretchOf(letters, start, end), key, words: inOneLine(text.slice(start, end)) })),
    statements: annotation.statements.map((stated) => ({ ...stated, at: stretchOf(letters, stated.start, stated.end), words: inOneLine(text.slice(stated.start, stated.end)) })),
    relations: saidOnce(annotation.relations),
  };
}

/** @param annotatedText the text as annotated, which the extraction's own text is laid against. */
export function readingOfExtraction({ document: { text }, entities, mentions, statements, relations }: Extraction, annotatedText: string): Reading {
  const own = lettersOf(text);
  const partner = aligned(own.letters, lettersOf(annotatedText).letters);
  const at = (start: number, end: number): Stretch => {
    const [from, to] = stretchOf(own, start, end);
    return [partner[from] ?? 0, (partner[Math.max(from, to - 1)] ?? 0) + 1];
  };
  const themes = new Set<string>(entities.filter(({ type }) => type === 'Theme').map(({ id }) => id));
  return {
    names: new Map(entities.map((entity) => [entity.id, namesOf([entity.name, entity.acronym, entity.type === 'Instrument' ? entity.symbol : undefined, ...entity.aliases])])),
    mentions: mentions.filter(({ entity }) => !themes.has(entity)).map(({ start, end, surface, entity }) => ({ at: at(start, end), key: entity, words: inOneLine(surface) })),
    statements: statements.map((stated) => ({ ...stated, at: at(stated.start, stated.end), words: inOneLine(stated.quote) })),
    relations: saidOnce(relations),
  };
}

/** Words that stand for the same unnamed group, whatever a reader calls it. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'actor:states': ['states', 'member states', 'un member states', 'states parties', 'state parties', 'state', 'governments', 'government', 'national governments'],
  'actor:civil-society': ['civil society', 'civil society organizations', 'civil society organisations', 'csos', 'ngos', 'non governmental organizations'],
  'actor:employers': ['employers', 'employer', 'private sector', 'businesses'],
  'actor:un-agencies': ['un agencies', 'un system', 'united nations system', 'un entities', 'united nations agencies'],
  'actor:international-community': ['international community'],
  'actor:countries-of-origin': ['countries of origin', 'origin countries', 'sending countries'],
  'actor:countries-of-destination': ['countries of destination', 'destination countries', 'host countries', 'receiving countries'],
  'actor:recruitment-agencies': ['recruitment agencies', 'private recruitment agencies', 'recruiters', 'recruitment agents'],
};
const COLLECTIVE_VOICE = /^(participants?|organi[sz]ers?)\b|\b(participants|organi[sz]ers)$/;

function groupOf(key: string, names: ReadonlySet<string>): string | null {
  if (/(participants?|organi[sz]ers?)$/.test(key) || [...names].some((name) => COLLECTIVE_VOICE.test(name))) return 'the voice of a meeting';
  return Object.entries(GROUPS).find(([group, words]) => key === group || words.some((word) => names.has(word)))?.[0] ?? null;
}

/** Tells whether an entity of one reading is that of another: the same key, the same unnamed group, or a name in common. */
export function sameEntityIn(one: Reading, other: Reading): (a: string | null, b: string | null) => boolean {
  const named = ({ names }: Reading, key: string) => names.get(key) ?? new Set([oneSpelling(key.replace(/^[a-z]+:/, ''))]);
  return (a, b) => {
    if (a === null || b === null || a === b) return a === b;
    const [ours, theirs] = [named(one, a), named(other, b)];
    const group = groupOf(a, ours);
    return (group !== null && group === groupOf(b, theirs)) || !ours.isDisjointFrom(theirs);
  };
}
