// The format of the cue words of English (`schema/english/*.yaml`): how acts are said, which verbs tell of what, what opens a list.
// They hold for every domain and are data that an analyst can read and edit; these validators say what is wrong with an edit.

import { z } from 'zod';
import { ACTOR_KINDS, ACTS, FORUM_KINDS, INSTRUMENT_KINDS, PARTICIPATION_ROLES, STANCES, valuesOf } from './vocabulary.ts';

/** 0.5 to 0.95: how often a careful reader agrees where the rule fires. */
const strength = z.number().min(0.5).max(0.95);
const said = { id: z.string().regex(/^[a-z][a-z-]*$/), act: z.enum(valuesOf(ACTS)), /** Toward the thing that the sentence names. */ stance: z.enum(valuesOf(STANCES)), strength };
/** A regular expression over the masked sentence; a space is any white space, «name» the piece of that name. */
const pattern = z.string().min(1);

/** One way in which English says an act. */
export const actRule = z.strictObject({
  ...said,
  /**
   * `said`: the pattern is the verb of somebody who speaks, and a subject is looked for before it; `form`: the pattern is the whole form.
   * A spoken act is explicit and goes before a form.
   */
  kind: z.enum(['said', 'form']),
  pattern,
  /** A sentence of our own that the rule must recognise. Braces hold names: {A harbour network} an actor, {{states}} a group. */
  example: z.string().min(1),
  /** The actor is against the ask itself ("we reject ratification"), not only against a state of affairs. */
  rejects: z.boolean().optional(),
  /** Holds only where the rest of the sentence shows disapproval or approval as well, or in the report of a room, where those present are the voice. */
  needs: z.enum(['negative', 'positive', 'room']).optional(),
});
export type ActRule = z.infer<typeof actRule>;

/** What the introduction of a list says of its items by its noun ("Recommendations:"). */
export const leadInRule = z.strictObject({ ...said, pattern, example: z.string().min(1) });
export type LeadInRule = z.infer<typeof leadInRule>;

/** Base forms, separated by white space. */
const verbs = z.string().transform((list) => new Set(list.trim().split(/\s+/)) as ReadonlySet<string>);
export const verbLists = z.strictObject({ activity: verbs, publicActivity: verbs, deliverable: verbs, lasting: verbs, foretold: verbs });
export type VerbLists = z.infer<typeof verbLists>;

export const pieces = z.record(z.string().regex(/^[a-zA-Z]+$/), pattern);

/** Words separated by white space. */
const words = z.string().transform((list) => list.trim().split(/\s+/));
const thing = [
  { type: z.literal('Actor'), kind: z.enum(valuesOf(ACTOR_KINDS)) },
  { type: z.literal('Instrument'), kind: z.enum(valuesOf(INSTRUMENT_KINDS)) },
  { type: z.literal('Forum'), kind: z.enum(valuesOf(FORUM_KINDS)) },
] as const;
const saysKind = <S extends z.ZodRawShape>(shape: S) => z.discriminatedUnion('type', [z.strictObject({ ...thing[0], ...shape }), z.strictObject({ ...thing[1], ...shape }), z.strictObject({ ...thing[2], ...shape })]);
/** A head noun whose kind another word of the name decides: "Council of Dock Employers". */
const qualified = z.strictObject({ heads: words, beside: words, kind: z.enum(valuesOf(ACTOR_KINDS)) });

/** The words of which names are made; each list says in the file what it is for. */
export const nameWords = z.strictObject({
  heads: z.array(saysKind({ words })),
  phrases: z.array(saysKind({ words: z.array(z.string().min(1)) })),
  qualified: z.array(qualified),
  leading: z.array(saysKind({ words })),
  foreignLinks: words, weak: words, generic: words, topics: words, regions: words, links: words, openers: words,
  notBodies: words, notPersons: words, titles: words, posts: words, roles: words, bodyNouns: words, textNouns: words, places: z.array(z.string().min(1)),
});
export type NameWords = z.infer<typeof nameWords>;
/** How instruments are cited by number ("ILO Conventions 97 and 143"); name-words.yaml says what each field is for. */
const numbered = z.strictObject({ pattern, name: z.string().includes('#'), company: pattern.optional(), beside: pattern.optional(), /** Whether the number has a dot ("8.7"); either where left out. */ dotted: z.boolean().optional() });
export type NumberedRule = z.infer<typeof numbered>;
/** What a domain adds to them. */
export const domainNameWords = z.strictObject({ generic: words.default([]), topics: words.default([]), qualified: z.array(qualified).default([]), notPersons: words.default([]), notBodies: words.default([]), numbered: z.array(numbered).default([]) });
export type DomainNameWords = z.infer<typeof domainNameWords>;

/** Ways in which a text speaks of somebody without the name, and the verbs that report what somebody holds. */
export const VOICE_KINDS = ['self', 'present', 'anonymous', 'organizers', 'role', 'project', 'text', 'body', 'pronoun'] as const;
export type VoiceKind = (typeof VOICE_KINDS)[number];
export const voicePatterns = z.strictObject({ self: pattern, present: pattern, anonymous: pattern, organizers: pattern, role: pattern, project: pattern, text: pattern, body: pattern, pronoun: pattern, speaking: pattern } satisfies Record<VoiceKind | 'speaking', typeof pattern>);

/** "host hosted, preside over presided over": a base form and its past, of as many words each. */
const verbForms = z.string().transform((list) => list.split(',').map((forms) => {
  const words = forms.trim().split(/\s+/);
  return { base: words.slice(0, words.length / 2).join(' '), past: words.slice(words.length / 2).join(' ') };
}));
/** The words for one role at an occasion; which means what is said at the head of the file. */
export const roleWords = z.strictObject({ role: z.enum(valuesOf(PARTICIPATION_ROLES)), verbs: verbForms.optional(), at: pattern.optional(), nouns: pattern.optional(), labels: pattern.optional() });
export type RoleWords = z.infer<typeof roleWords>;

/**
 * Words of asks. `sets` are cues that patterns of a codebook name together as `$set`; `same` are base forms that mean one thing in an
 * ask ("end stop abolish"; the first stands for all, `two_words` side by side); `empty` add nothing to it ("fully").
 */
export const askWords = z.strictObject({ sets: z.record(z.string().regex(/^[a-z][a-zA-Z]*$/), words).default({}), same: z.array(words).default([]), empty: words.default([]) });
export type AskWords = z.infer<typeof askWords>;

/** The files of `schema/english` and what each holds. */
export const ENGLISH_FILES = { 'acts.yaml': z.array(actRule), 'lead-ins.yaml': z.array(leadInRule), 'verbs.yaml': verbLists, 'pieces.yaml': pieces, 'names.yaml': nameWords, 'voices.yaml': voicePatterns, 'roles.yaml': z.array(roleWords), 'ask-words.yaml': askWords } as const;
