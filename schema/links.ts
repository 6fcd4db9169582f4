// What joins two named things on a map, in a path, in a neighbourhood: one list, with the words in which each link is read.
// A link is borne by statements (its evidence are those statements) or stated as a fact (its evidence are the passages that say so).

import { relationshipModel, STATED_RELATIONS, type StatedRelation } from './model.ts';
import type { EntityType } from './ids.ts';
import { TREATY_STATUSES, type TreatyStatus } from './vocabulary.ts';

/** In what role a named thing stands to a statement. */
export const ROLES = {
  MAKER: ['Actor', 'Country'],
  ADDRESSEE: ['Actor', 'Country'],
  COMMITMENT: ['Commitment'],
  FORUM: ['Forum'],
  INSTRUMENT: ['Instrument'],
  THEME: ['Theme'],
} as const satisfies Readonly<Record<string, readonly EntityType[]>>;
export type Role = keyof typeof ROLES;

/** The roles in which a thing of this type can stand. */
export const rolesOf = (type: EntityType): Role[] => Object.entries(ROLES).flatMap(([role, types]) => ((types as readonly EntityType[]).includes(type) && Object.hasOwn(ROLES, role) ? [role as Role] : []));

export interface StatementLink {
  readonly from: Role;
  readonly to: Role;
  /** "‹from› spoke in ‹to›" */
  readonly reads: string;
  readonly readsBack: string;
  readonly means: string;
}

/** Links borne by statements: two roles in one statement. Every one has a maker or a commitment at one end. */
export const STATEMENT_LINKS = {
  ADVOCATES: { from: 'MAKER', to: 'COMMITMENT', reads: 'advocated', readsBack: 'was advocated by', means: 'Actor to commitment: the actor made statements on it, for or against.' },
  SPOKE_IN: { from: 'MAKER', to: 'FORUM', reads: 'spoke in', readsBack: 'heard', means: 'Actor to forum: statements of the actor were made there.' },
  ASKED: { from: 'MAKER', to: 'ADDRESSEE', reads: 'asked', readsBack: 'was asked by', means: 'Actor to actor: statements of the first ask the second to act.' },
  CITED: { from: 'MAKER', to: 'INSTRUMENT', reads: 'cited', readsBack: 'was cited by', means: 'Actor to instrument: statements of the actor cite it.' },
  HEARD_IN: { from: 'COMMITMENT', to: 'FORUM', reads: 'was heard in', readsBack: 'heard', means: 'Commitment to forum: statements on it were made there.' },
  ASKED_OF: { from: 'COMMITMENT', to: 'ADDRESSEE', reads: 'was asked of', readsBack: 'was asked to act on', means: 'Commitment to actor: statements on it ask the actor to act.' },
  INVOKED: { from: 'COMMITMENT', to: 'INSTRUMENT', reads: 'was argued from', readsBack: 'was invoked for', means: 'Commitment to instrument: statements on it cite the instrument.' },
  ABOUT: { from: 'COMMITMENT', to: 'THEME', reads: 'is about', readsBack: 'is the theme of', means: 'Commitment to theme; its evidence are the statements on the commitment.' },
} as const satisfies Readonly<Record<string, StatementLink>>;
export type StatementLinkType = keyof typeof STATEMENT_LINKS;
export type LinkType = StatementLinkType | StatedRelation;

export const isStatementLink = (type: LinkType): type is StatementLinkType => Object.hasOwn(STATEMENT_LINKS, type);

export const STATEMENT_LINK_TYPES = Object.keys(STATEMENT_LINKS).filter((name): name is StatementLinkType => Object.hasOwn(STATEMENT_LINKS, name));
export const LINK_TYPES: readonly LinkType[] = [...STATEMENT_LINK_TYPES, ...STATED_RELATIONS];

/** For the API's enum: each link with its defining sentence. */
export const LINK_TERMS: Readonly<Record<string, { readonly means: string }>> = Object.fromEntries(
  LINK_TYPES.map((type) => [type, { means: isStatementLink(type) ? STATEMENT_LINKS[type].means : `Stated fact: the first ${relationshipModel(type).reads} the second; its evidence are the passages that say so.` }]),
);

export interface Told {
  readonly relationship: LinkType;
  /** Statements for and against the commitment; both 0 for a stated fact. */
  readonly for: number;
  readonly against: number;
  /** Roles, statuses or objects of a stated fact. */
  readonly details: readonly string[];
}

const ADVOCATED = {
  both: { reads: 'argued for and against', readsBack: 'was argued for and against by' },
  against: { reads: 'opposed', readsBack: 'was opposed by' },
} as const;

const isStatus = (detail: string): detail is TreatyStatus => Object.hasOwn(TREATY_STATUSES, detail);

/** The words between the two names of a link, read from its beginning or back from its end: "opposed", "has as member", "ratified". */
export function readingOf({ relationship, for: pro, against, details }: Told, forward: boolean): string {
  const words = (): { readonly reads: string; readonly readsBack: string } => {
    if (relationship === 'ADVOCATES' && against > 0) return pro > 0 ? ADVOCATED.both : ADVOCATED.against;
    return isStatementLink(relationship) ? STATEMENT_LINKS[relationship] : relationshipModel(relationship);
  };
  // "Is party to" must not stand before one who is not.
  const statuses = relationship === 'PARTY_TO' ? details.filter(isStatus).map((status) => TREATY_STATUSES[status]) : [];
  const told = statuses.length > 0 ? statuses : [words()];
  return told.map(({ reads, readsBack }) => (forward ? reads : readsBack)).join(' and ');
}
