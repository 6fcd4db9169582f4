// Which variable of a project plays which part: by the names that are usual, or as a mapping file beside it says.

import { z } from 'zod';
import { Failure } from '../../schema/failures.ts';
import { ACTOR_KINDS, valuesOf, type ActorKind } from '../../schema/vocabulary.ts';
import type { DnaProject, DnaStatementType, DnaVariable } from './projectTables.ts';

const text = z.string().trim().min(1);

/** The format of `X.mapping.yaml` beside `X.dna`; every field is optional. */
export const projectMapping = z.strictObject({
  /** The type of statement that is read; all types that have the variables without it. */
  statementType: text.optional(),
  /** The variable of the organisation that speaks. */
  actor: text.optional(),
  /** The variable of the person who speaks. */
  person: text.optional(),
  /** The variable of what is spoken about. */
  concept: text.optional(),
  /** The variable that tells for from against; without it everything is for. */
  agreement: text.optional(),
  /** The values of `agreement` that mean against and for; usually 0 and below against, 1 and above for, of a scale 0 neither. */
  against: z.array(z.union([text, z.number()])).optional(),
  for: z.array(z.union([text, z.number()])).optional(),
  /** The variable of where it was said, or the field of the document that tells: source, section or type. */
  forum: text.optional(),
  /** The attribute of actors that tells their kind. */
  kindAttribute: text.optional(),
  /** What its values mean: `Business: PRIVATE_SECTOR`. */
  kinds: z.record(z.string(), z.enum(valuesOf(ACTOR_KINDS))).optional(),
});
export type ProjectMapping = z.infer<typeof projectMapping>;

/** What each part is called in most projects, the likeliest first. */
const USUAL = {
  actor: ['organization', 'organisation', 'org', 'actor', 'stakeholder', 'institution'],
  person: ['person', 'speaker', 'individual'],
  concept: ['concept', 'claim', 'belief', 'policy belief', 'issue', 'frame', 'category'],
  agreement: ['agreement', 'agree', 'support', 'position'],
  forum: ['forum'],
  act: ['act'],
  stance: ['stance'],
  voice: ['voice'],
} as const;
type Part = keyof typeof USUAL;

export const KIND_ATTRIBUTE = 'Type';

/** The variables of a statement type by their parts. */
export interface Parts {
  readonly type: DnaStatementType;
  readonly concept: DnaVariable;
  readonly actor: DnaVariable | null;
  readonly person: DnaVariable | null;
  readonly agreement: DnaVariable | null;
  readonly forum: DnaVariable | null;
  readonly act: DnaVariable | null;
  readonly stance: DnaVariable | null;
  readonly voice: DnaVariable | null;
}

export const DOCUMENT_FIELDS = { source: 'Source', section: 'Section', type: 'Type' } as const;

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.toLowerCase();

function partsOf(type: DnaStatementType, mapping: ProjectMapping): Parts | null {
  const named = (name: string | undefined): DnaVariable | undefined => (name === undefined ? undefined : type.variables.find((variable) => same(variable.name, name)));
  const find = (part: Part): DnaVariable | null => {
    const given = part === 'act' || part === 'stance' || part === 'voice' ? undefined : mapping[part];
    const usual = given === undefined ? USUAL[part].flatMap((name) => named(name) ?? [])[0] : named(given);
    return usual && usual.dataType !== 'long text' ? usual : null;
  };
  const [concept, actor, person] = [find('concept'), find('actor'), find('person')];
  return concept && (actor ?? person) ? { type, concept, actor, person, agreement: find('agreement'), forum: find('forum'), act: find('act'), stance: find('stance'), voice: find('voice') } : null;
}

/** @throws Failure BAD_USER_INPUT for a name in the mapping that the project lacks */
function refuseUnknownNames(path: string, { types }: DnaProject, mapping: ProjectMapping): void {
  const variables = types.flatMap((type) => type.variables.map(({ name }) => name));
  for (const field of ['actor', 'person', 'concept', 'agreement', 'forum'] as const) {
    const name = mapping[field];
    if (name === undefined || variables.some((variable) => same(variable, name)) || (field === 'forum' && name.toLowerCase() in DOCUMENT_FIELDS)) continue;
    throw new Failure('BAD_USER_INPUT', `The mapping of ${path} names the variable "${name}" as ${field}, which the project lacks; it has ${[...new Set(variables)].map((one) => `"${one}"`).join(', ')}.`);
  }
  const label = mapping.statementType;
  if (label !== undefined && !types.some((type) => same(type.label, label))) throw new Failure('BAD_USER_INPUT', `The mapping of ${path} names the statement type "${label}", which the project lacks; it has ${types.map((type) => `"${type.label}"`).join(', ')}.`);
}

/**
 * The statement types that are read, by their ids.
 * @throws Failure BAD_USER_INPUT where the mapping names what is not there, or nothing tells who speaks about what
 */
export function partsByType(path: string, project: DnaProject, mapping: ProjectMapping): ReadonlyMap<number, Parts> {
  refuseUnknownNames(path, project, mapping);
  const { statementType } = mapping;
  const read = project.types.filter(({ label }) => statementType === undefined || same(label, statementType)).flatMap((type) => partsOf(type, mapping) ?? []);
  if (read.length > 0) return new Map(read.map((parts) => [parts.type.id, parts]));
  const told = project.types.map(({ label, variables }) => `"${label}" (${variables.map(({ name }) => name).join(', ')})`).join('; ');
  throw new Failure('BAD_USER_INPUT', `${path} has no type of statement of which it is clear who speaks about what: ${told}. Say it in ${path.replace(/\.dna$/i, '')}.mapping.yaml, such as "actor: organization" and "concept: claim".`);
}

/** Words of the usual values of the attribute Type, in lower case; the first that occurs decides. */
const KIND_WORDS: readonly (readonly [RegExp, ActorKind])[] = [
  [/\b(?:union|labou?r)\b/, 'TRADE_UNION'],
  [/\b(?:business|compan|industr|private|corporat|employer|firm)/, 'PRIVATE_SECTOR'],
  [/\b(?:ngo|civil|non-?profit|non-?governmental|environmental group|interest group|association|charit)/, 'CIVIL_SOCIETY'],
  [/\b(?:universit|scien|research|academ|think ?tank|expert)/, 'ACADEMIA'],
  [/\b(?:international|intergovernmental|supranational)\b/, 'INTERGOVERNMENTAL'],
  [/\b(?:government|ministr|agenc|congress|parliament|senate|part(?:y|ies)\b|public|regulator|municipal)/, 'GOVERNMENT_BODY'],
];

/** The kind that an attribute tells, or null where it tells none. */
export function kindTold(value: string, { kinds }: ProjectMapping): ActorKind | null {
  const given = Object.entries(kinds ?? {}).find(([name]) => same(name, value));
  if (given) return given[1];
  const words = value.trim().toLowerCase();
  const own = valuesOf(ACTOR_KINDS).find((kind) => kind.toLowerCase() === words.replaceAll(' ', '_') || ACTOR_KINDS[kind].label.toLowerCase() === words);
  return own ?? KIND_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
