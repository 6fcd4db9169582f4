// The cue words of English as the rules use them: read once from schema/english, at the first sentence.

import { join } from 'node:path';
import type { z } from 'zod';
import { ENGLISH_FILES, VOICE_KINDS, type ActRule, type AskWords, type LeadInRule, type VerbLists, type VoiceKind } from '../../schema/english.ts';
import { Failure } from '../../schema/failures.ts';
import { readYamlFile } from '../yamlFile.ts';

const FOLDER = join(import.meta.dirname, '../../schema/english');

export interface English {
  /** In the order in which they are believed where two of one kind fire at one place. Patterns are regular expressions, pieces filled in. */
  readonly acts: readonly ActRule[];
  readonly leadIns: readonly LeadInRule[];
  readonly verbs: VerbLists;
  /** Words that show a state of affairs is held to be wrong, or right. */
  readonly disapproval: RegExp;
  readonly approval: RegExp;
  /** Sources of regular expressions, pieces filled in, in the order of the file. */
  readonly voices: Readonly<Record<VoiceKind, string>>;
  readonly speaking: string;
  readonly askWords: AskWords;
}

/** "«modal» be" with its pieces filled in and its spaces as any white space. @throws Failure SETUP_REQUIRED for an unknown piece */
function expanded(pattern: string, pieces: Readonly<Record<string, string>>): string {
  const filled = pattern.replace(/«(\w+)»/g, (_, name: string) => {
    const piece = pieces[name];
    if (piece === undefined) throw new Failure('SETUP_REQUIRED', `A pattern in ${FOLDER} uses the piece «${name}», which pieces.yaml does not have.`);
    return piece;
  });
  return filled.replaceAll(' ', String.raw`\s`);
}

function readEnglish(): English {
  const read = <Z extends z.ZodType>(file: keyof typeof ENGLISH_FILES, format: Z): z.output<Z> => readYamlFile(join(FOLDER, file), format, `${FOLDER} has the files ${Object.keys(ENGLISH_FILES).join(', ')}`);
  const pieces = read('pieces.yaml', ENGLISH_FILES['pieces.yaml']);
  const filledIn = <R extends { readonly id: string; readonly pattern: string }>(rule: R): R => {
    const pattern = expanded(rule.pattern, pieces);
    try {
      void new RegExp(pattern, 'u');
    } catch (cause) {
      throw new Failure('SETUP_REQUIRED', `The pattern of the rule ${rule.id} in ${FOLDER} is no regular expression: ${cause instanceof Error ? cause.message : ''}`, { cause });
    }
    return { ...rule, pattern };
  };
  const spoken = read('voices.yaml', ENGLISH_FILES['voices.yaml']);
  const voiceOf = (kind: VoiceKind | 'speaking'): string => filledIn({ id: kind, pattern: spoken[kind].replaceAll('«speaking»', () => spoken.speaking) }).pattern;
  const piece = (name: string): RegExp => new RegExp(expanded(`«${name}»`, pieces), 'i');
  return { acts: read('acts.yaml', ENGLISH_FILES['acts.yaml']).map(filledIn), leadIns: read('lead-ins.yaml', ENGLISH_FILES['lead-ins.yaml']).map(filledIn), verbs: read('verbs.yaml', ENGLISH_FILES['verbs.yaml']), disapproval: piece('disapproval'), approval: piece('approval'), voices: Object.fromEntries(VOICE_KINDS.map((kind) => [kind, voiceOf(kind)])) as Record<VoiceKind, string>, speaking: voiceOf('speaking'), askWords: read('ask-words.yaml', ENGLISH_FILES['ask-words.yaml']) }; // every kind is in the list
}

let known: English | null = null;
/** @throws Failure SETUP_REQUIRED naming file, line and what is wrong */
export const english = (): English => (known ??= readEnglish());
