// The words of which names are made, those of English and those of the domain, in the form in which words are compared.

import { join } from 'node:path';
import { nameWords, type DomainNameWords, type NumberedRule } from '../../schema/english.ts';
import type { ActorKind, ForumKind, InstrumentKind } from '../../schema/vocabulary.ts';
import { readYamlFile } from '../yamlFile.ts';
import { formOf, readTokens } from './tokens.ts';

const FILE = join(import.meta.dirname, '../../schema/english/names.yaml');

/** What a head noun makes of a name. */
export type HeadKind = { readonly type: 'Actor'; readonly kind: ActorKind } | { readonly type: 'Instrument'; readonly kind: InstrumentKind } | { readonly type: 'Forum'; readonly kind: ForumKind };
interface Qualified {
  readonly heads: ReadonlySet<string>;
  readonly beside: ReadonlySet<string>;
  readonly kind: ActorKind;
}

/** Sets hold forms as in tokens.ts; lists hold words as printed. See schema/english/names.yaml for what each is for. */
export interface NameWords {
  readonly heads: ReadonlyMap<string, HeadKind>;
  /** "plan of action" → what it is. */
  readonly phrases: ReadonlyMap<string, HeadKind>;
  readonly qualified: readonly Qualified[];
  readonly leading: ReadonlyMap<string, HeadKind>;
  readonly foreignLinks: readonly string[];
  readonly weak: ReadonlySet<string>;
  readonly generic: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
  /** As printed. */
  readonly links: ReadonlySet<string>;
  /** As printed: towns, which are never names of anything here. */
  readonly places: ReadonlySet<string>;
  /** In small letters. */
  readonly openers: ReadonlySet<string>;
  /** As printed. */
  readonly notBodies: ReadonlySet<string>;
  readonly notPersons: ReadonlySet<string>;
  readonly titles: readonly string[];
  readonly posts: readonly string[];
  readonly roles: readonly string[];
  readonly bodyNouns: readonly string[];
  readonly textNouns: readonly string[];
  readonly numbered: readonly NumberedRule[];
}

const forms = (words: readonly string[]): Set<string> => new Set(words.map(formOf));
const phraseForm = (words: string): string => readTokens(words).map(({ form }) => form).join(' ');
/** @param added what all domains and this one add. @throws Failure SETUP_REQUIRED naming file, line and what is wrong */
export function readNameWords(added: readonly DomainNameWords[] = []): NameWords {
  const domain = { generic: added.flatMap(({ generic }) => generic), topics: added.flatMap(({ topics }) => topics), qualified: added.flatMap(({ qualified }) => qualified), notPersons: added.flatMap(({ notPersons }) => notPersons), notBodies: added.flatMap(({ notBodies }) => notBodies), numbered: added.flatMap(({ numbered }) => numbered) };
  const english = readYamlFile(FILE, nameWords, 'the words of names stand in schema/english/names.yaml');
  const kindOf = (said: HeadKind): HeadKind => ({ type: said.type, kind: said.kind }) as HeadKind; // type and kind come from one entry
  return {
    ...english,
    heads: new Map(english.heads.flatMap((entry) => entry.words.map((word) => [formOf(word), kindOf(entry)] as const))),
    phrases: new Map(english.phrases.flatMap((entry) => entry.words.map((words) => [phraseForm(words), kindOf(entry)] as const))),
    qualified: [...domain.qualified, ...english.qualified].map(({ heads, beside, kind }) => ({ heads: forms(heads), beside: forms(beside), kind })),
    leading: new Map(english.leading.flatMap((entry) => entry.words.map((word) => [formOf(word), kindOf(entry)] as const))),
    weak: forms(english.weak),
    generic: forms([...english.generic, ...domain.generic]),
    topics: forms([...english.topics, ...domain.topics]),
    regions: forms(english.regions),
    links: new Set(english.links),
    places: new Set(english.places),
    openers: new Set(english.openers),
    notBodies: new Set([...english.notBodies, ...domain.notBodies]),
    numbered: domain.numbered,
    notPersons: forms([...english.notPersons, ...domain.notPersons]),
  };
}
