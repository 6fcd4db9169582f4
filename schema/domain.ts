// The format of a domain's word lists (`schema/domains/<domain>/*.yaml`): the names that people know, the themes,
// and the codebook of asks. They are data that a policy person can read and edit; these validators say what is wrong with an edit.

import { z } from 'zod';
import { nodeTypeOf, type ActorId, type CommitmentId, type ForumId, type InstrumentId, type NodeType, type ThemeId } from './ids.ts';
import { ISO_PARTIAL } from './dates.ts';
import { askWords, domainNameWords } from './english.ts';
import { ACTOR_KINDS, FORUM_KINDS, INSTRUMENT_KINDS, valuesOf } from './vocabulary.ts';

const idOf = <T extends string>(type: NodeType) => z.custom<T>((value) => typeof value === 'string' && nodeTypeOf(value) === type, { error: ({ input }) => `expected the id of a ${type}, got ${JSON.stringify(input)}` });

/**
 * Another name of an entry. A plain string names nothing else. The long form is for homonyms:
 * `cues` are words whose presence in the document speaks for this reading ("corporate", "supply chain" for the UN Global Compact);
 * `default: true` wins where no reading has evidence; `exact: true` compares capitals too ("IDEA", "WHO", "Fund").
 */
const alias = z.union([z.string().min(1), z.strictObject({ text: z.string().min(1), cues: z.array(z.string().min(1)).optional(), default: z.boolean().optional(), exact: z.boolean().optional() })]);
export type Alias = z.infer<typeof alias>;

const named = { name: z.string().min(1), acronym: z.string().min(1).optional(), aliases: z.array(alias).default([]) };
const day = z.string().regex(ISO_PARTIAL);

export const actorEntry = z.strictObject({ id: idOf<ActorId>('Actor'), kind: z.enum(valuesOf(ACTOR_KINDS)), ...named, succeededBy: z.strictObject({ actor: idOf<ActorId>('Actor'), date: day, source: z.string().min(1) }).optional() });
export type ActorEntry = z.infer<typeof actorEntry>;

/** Everyday names, adjectives ("Filipino") and region of a country; the official names come from ISO 3166 by code. */
export const countryEntry = z.strictObject({ iso3: z.string().regex(/^[A-Z]{3}$/), name: z.string().min(1).optional(), region: z.string().min(1), subregion: z.string().min(1), aliases: z.array(alias).default([]), adjectives: z.array(z.string().min(1)).default([]) });
export type CountryEntry = z.infer<typeof countryEntry>;

export const instrumentEntry = z.strictObject({ id: idOf<InstrumentId>('Instrument'), kind: z.enum(valuesOf(INSTRUMENT_KINDS)), ...named, symbol: z.string().min(1).optional(), adoptedOn: day.optional() });
export type InstrumentEntry = z.infer<typeof instrumentEntry>;

/** `partOf` is the standing body of which this is a meeting ("GFMD" of "GFMD 2008 Manila"); a series has no dates. */
export const forumEntry = z.strictObject({ id: idOf<ForumId>('Forum'), kind: z.enum(valuesOf(FORUM_KINDS)), ...named, startDate: day.optional(), endDate: day.optional(), place: z.string().min(1).optional(), country: z.string().regex(/^[A-Z]{3}$/).optional(), partOf: idOf<ForumId>('Forum').optional() });
export type ForumEntry = z.infer<typeof forumEntry>;

/** `cues` are the words that show the theme: a cue matches whole words; `*` at its end matches any ending ("traffick*"). */
export const themeEntry = z.strictObject({ id: idOf<ThemeId>('Theme'), name: z.string().min(1), aliases: z.array(alias).default([]), cues: z.array(z.string().min(1)).min(1) });
export type ThemeEntry = z.infer<typeof themeEntry>;

/**
 * One ask of the codebook. A pattern recognises a sentence that makes it: its terms, separated by spaces, must all be found in the
 * sentence, in any order and near each other; `a|b` is either; `*` at the end of a word matches any ending; `two_words` stand side by
 * side; `$set` is any word of that set (ask-words.yaml); `!term` must be absent; `<40` asks them to stand within 40 characters. An
 * instrument that the text names is found by its id too (`instrument_ilo_c189`), however it is named there.
 */
export const commitmentEntry = z.strictObject({
  id: idOf<CommitmentId>('Commitment'),
  /** What is asked, in the imperative, at most 80 characters in the codebook; a new title may have 96. */
  title: z.string().min(1).max(80),
  aliases: z.array(z.string().min(1)).default([]),
  themes: z.array(idOf<ThemeId>('Theme')).min(1),
  patterns: z.array(z.string().min(1)).min(1),
  /** It gives way to any narrower ask of the same sentence. */
  broad: z.boolean().optional(),
  /** Instruments in which the commitment stands. */
  setOutIn: z.array(idOf<InstrumentId>('Instrument')).default([]),
});
export type CommitmentEntry = z.infer<typeof commitmentEntry>;

/** The files of a domain's folder and what each holds. */
export const DOMAIN_FILES = {
  'actors.yaml': z.array(actorEntry),
  'countries.yaml': z.array(countryEntry),
  'instruments.yaml': z.array(instrumentEntry),
  'ilo-conventions.yaml': z.array(instrumentEntry),
  'goals.yaml': z.array(instrumentEntry),
  'forums.yaml': z.array(forumEntry),
  'themes.yaml': z.array(themeEntry),
  'commitments.yaml': z.array(commitmentEntry),
  'name-words.yaml': domainNameWords,
  'ask-words.yaml': askWords,
} as const;
export type DomainFile = keyof typeof DOMAIN_FILES;
