// The words for what one can be at an occasion, compiled from schema/english/roles.yaml at the first sentence.

import { join } from 'node:path';
import { ENGLISH_FILES } from '../../schema/english.ts';
import type { ParticipationRole } from '../../schema/vocabulary.ts';
import { readYamlFile } from '../yamlFile.ts';
import { rule } from './namedSentence.ts';

export interface RoleRules {
  readonly role: ParticipationRole;
  /** A verb whose object is the occasion. */
  readonly verb: RegExp | null;
  /** The participle alone, for "hosted by". */
  readonly past: RegExp | null;
  /** A verb up to its preposition: "spoke at". */
  readonly at: RegExp | null;
  /** What one is called, without anchors; a space is any white space. */
  readonly noun: string | null;
  /** Opens a line; without anchors. */
  readonly label: string | null;
}

const FILE = join(import.meta.dirname, '../../schema/english/roles.yaml');
const spaced = (pattern: string): string => pattern.replaceAll(' ', String.raw`\s`);
const word = (pattern: string): string => String.raw`(?<![\p{L}-])(?:${spaced(pattern)})(?![\p{L}-])`;

/** "host" → "hosts", "preside over" → "presides over". */
const third = (base: string): string => base.replace(/^(\S+)/, (verb) => (/(?:s|sh|ch|x)$/.test(verb) ? `${verb}es` : `${verb}s`));

let known: readonly RoleRules[] | null = null;
/** In order of belief. @throws Failure SETUP_REQUIRED naming file, line and what is wrong */
export const roleRules = (): readonly RoleRules[] => (known ??= readYamlFile(FILE, ENGLISH_FILES['roles.yaml'], 'it holds the words for roles at an occasion').map(({ role, verbs, at, nouns, labels }) => ({
  role,
  verb: verbs ? rule(verbs.map(({ base, past }) => word(`${past}|${third(base)}|${base}`)).join('|')) : null,
  past: verbs ? rule(word(verbs.map(({ past }) => past).join('|'))) : null,
  at: at ? rule(word(at)) : null,
  noun: nouns ? `(?i:${spaced(nouns)})` : null, // "was elected Chair"
  label: labels ? spaced(labels) : null,
})));
