// Ids are stable and readable, and built and parsed only here.
// The prefix is the type: an ActorId cannot be passed where a ForumId is wanted.

export type ActorId = `actor:${string}`;
export type CountryId = `country:${string}`;
export type InstrumentId = `instrument:${string}`;
export type ForumId = `forum:${string}`;
export type CommitmentId = `commitment:${string}`;
export type ThemeId = `theme:${string}`;
export type DocumentId = `doc:${string}`;
/** `doc:<hash>#<start>-<end>` */
export type PassageId = `doc:${string}#${string}`;
/** `doc:<hash>#s<start>-<end>.<act>`, then `.2`, `.3`, … where one sentence makes several statements of the same act. */
export type StatementId = `doc:${string}#s${string}`;

/** Whoever can take a position or be asked to: a country is an actor too. */
export type ActorRef = ActorId | CountryId;
/** Anything with a name: what can be mentioned, searched and picked. */
export type EntityId = ActorRef | InstrumentId | ForumId | CommitmentId | ThemeId;

/** States in general, as `schema/world/actors.yaml` lists them: "States", "Member States", "governments". */
export const ALL_STATES: ActorId = 'actor:states';

const ENTITY_PREFIXES = { actor: 'Actor', country: 'Country', instrument: 'Instrument', forum: 'Forum', commitment: 'Commitment', theme: 'Theme' } as const;
export type EntityType = (typeof ENTITY_PREFIXES)[keyof typeof ENTITY_PREFIXES];
export type NodeType = EntityType | 'Document' | 'Passage' | 'Statement';

interface IdOf {
  Actor: ActorId;
  Country: CountryId;
  Instrument: InstrumentId;
  Forum: ForumId;
  Commitment: CommitmentId;
  Theme: ThemeId;
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const ISO3 = /^[A-Z]{3}$/;
const DOCUMENT = /^doc:[0-9a-f]{16}$/;
const PASSAGE = /^doc:[0-9a-f]{16}#\d+-\d+$/;
const STATEMENT = /^doc:[0-9a-f]{16}#s\d+-\d+\.[a-z_]+(?:\.\d+)?$/;

/** The kind of thing an id names, or null where the string is no id of ours. */
export function nodeTypeOf(id: string): NodeType | null {
  if (id.startsWith('doc:')) {
    if (DOCUMENT.test(id)) return 'Document';
    if (PASSAGE.test(id)) return 'Passage';
    return STATEMENT.test(id) ? 'Statement' : null;
  }
  const colon = id.indexOf(':');
  const prefix = id.slice(0, colon);
  const rest = id.slice(colon + 1);
  if (!Object.hasOwn(ENTITY_PREFIXES, prefix)) return null;
  const type = ENTITY_PREFIXES[prefix as keyof typeof ENTITY_PREFIXES];
  return (type === 'Country' ? ISO3 : SLUG).test(rest) ? type : null;
}

export function isEntityId(id: string): id is EntityId {
  const type = nodeTypeOf(id);
  return type !== null && type !== 'Document' && type !== 'Passage' && type !== 'Statement';
}

/** Lower-case Latin letters and digits joined by hyphens, at most 80 characters; names without any such letter get a hash of their own. */
export function slug(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const whole = folded || `x${fnv(name)}`;
  return whole.length <= 80 ? whole : `${whole.slice(0, 71).replace(/-+$/, '')}-${fnv(name)}`;
}

/** FNV-1a, 32 bits, as 8 hex digits: tells two long names apart in a slug; not for security. */
function fnv(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

/** The id of a named thing that no gazetteer knows, from its name. A country's id comes from its ISO code: see countryId. */
export function entityId<T extends Exclude<EntityType, 'Country'>>(type: T, name: string): IdOf[T] {
  return `${type.toLowerCase()}:${slug(name)}` as IdOf[T];
}

export const countryId = (iso3: string): CountryId => `country:${iso3}`;

/** @param sha256 the SHA-256 of the document's bytes, as hex. */
export const documentId = (sha256: string): DocumentId => `doc:${sha256.slice(0, 16)}`;

/** Offsets: UTF-16 code units into the document's normalised text, end exclusive. */
export const passageId = (document: DocumentId, start: number, end: number): PassageId => `${document}#${start}-${end}`;

/** @param ordinal 1 for the first statement of this act in this span, 2 for the second, … */
export const statementId = (document: DocumentId, start: number, end: number, act: string, ordinal: number): StatementId =>
  `${document}#s${start}-${end}.${act.toLowerCase()}${ordinal > 1 ? `.${ordinal}` : ''}`;
