// What kind of thing a name names, by its head noun: a Network acts, a Convention is cited, a Conference is held.

import type { ActorKind, ForumKind, InstrumentKind } from '../../schema/vocabulary.ts';

export type HeadKind = { readonly type: 'Actor'; readonly kind: ActorKind } | { readonly type: 'Instrument'; readonly kind: InstrumentKind } | { readonly type: 'Forum'; readonly kind: ForumKind };

const ACTORS: Readonly<Record<string, ActorKind>> = {
  network: 'NETWORK', coalition: 'NETWORK', alliance: 'NETWORK', caucus: 'NETWORK', consortium: 'NETWORK', movement: 'NETWORK', collective: 'NETWORK', federation: 'NETWORK', platform: 'NETWORK',
  union: 'TRADE_UNION', confederation: 'TRADE_UNION',
  association: 'CIVIL_SOCIETY', foundation: 'CIVIL_SOCIETY', society: 'CIVIL_SOCIETY', centre: 'CIVIL_SOCIETY', organization: 'CIVIL_SOCIETY', trust: 'CIVIL_SOCIETY', league: 'CIVIL_SOCIETY', stiftung: 'CIVIL_SOCIETY', hub: 'NETWORK',
  institute: 'ACADEMIA', university: 'ACADEMIA', college: 'ACADEMIA', school: 'ACADEMIA', observatory: 'ACADEMIA',
  ministry: 'GOVERNMENT_BODY', department: 'GOVERNMENT_BODY', bureau: 'GOVERNMENT_BODY', agency: 'GOVERNMENT_BODY', authority: 'GOVERNMENT_BODY', government: 'GOVERNMENT_BODY', parliament: 'GOVERNMENT_BODY', embassy: 'GOVERNMENT_BODY', administration: 'GOVERNMENT_BODY',
  committee: 'INTERGOVERNMENTAL', commission: 'INTERGOVERNMENTAL', council: 'INTERGOVERNMENTAL', secretariat: 'INTERGOVERNMENTAL', group: 'NETWORK', force: 'NETWORK', bank: 'INTERGOVERNMENTAL', court: 'INTERGOVERNMENTAL', office: 'GOVERNMENT_BODY', fund: 'CIVIL_SOCIETY', division: 'GOVERNMENT_BODY',
  chamber: 'PRIVATE_SECTOR', company: 'PRIVATE_SECTOR', corporation: 'PRIVATE_SECTOR', tv: 'PRIVATE_SECTOR', television: 'PRIVATE_SECTOR', radio: 'PRIVATE_SECTOR',
};
const INSTRUMENTS: Readonly<Record<string, InstrumentKind>> = {
  convention: 'TREATY', covenant: 'TREATY', charter: 'TREATY', treaty: 'TREATY', protocol: 'PROTOCOL', declaration: 'DECLARATION', compact: 'COMPACT', resolution: 'RESOLUTION', manifesto: 'MANIFESTO', contract: 'MODEL_CONTRACT', agreement: 'TREATY', guide: 'GUIDE', guideline: 'GUIDE', handbook: 'GUIDE', toolkit: 'GUIDE', principle: 'GUIDE', agenda: 'AGENDA', code: 'CODE_OF_CONDUCT', act: 'NATIONAL_LAW', law: 'NATIONAL_LAW', ordinance: 'NATIONAL_LAW', framework: 'AGENDA', plan: 'AGENDA', strategy: 'AGENDA', memorandum: 'TREATY', communique: 'DECLARATION', action: 'CALL_TO_ACTION', roadmap: 'AGENDA',
};
const FORUMS: Readonly<Record<string, ForumKind>> = {
  summit: 'SUMMIT', dialogue: 'CONSULTATION', conference: 'CONFERENCE', congress: 'CONFERENCE', forum: 'CONFERENCE', symposium: 'CONFERENCE', assembly: 'CONFERENCE', consultation: 'CONSULTATION', hearing: 'CONSULTATION', negotiation: 'CONSULTATION', workshop: 'WORKING_SESSION', roundtable: 'WORKING_SESSION', table: 'WORKING_SESSION', seminar: 'WORKING_SESSION', webinar: 'WORKING_SESSION', meeting: 'COORDINATION_MEETING', convening: 'WORKING_SESSION', session: 'SESSION', event: 'SIDE_EVENT', review: 'REVIEW', campaign: 'CAMPAIGN', plenary: 'WORKING_SESSION', encounter: 'CONFERENCE',
};
/** Heads of several words: the last word alone would say something else or nothing. */
const COMPOUND: readonly (readonly [RegExp, HeadKind])[] = [
  [/\bcall (?:to|for) action$/, { type: 'Instrument', kind: 'CALL_TO_ACTION' }],
  [/\b(?:action plan|plan of action|programme of action|platform for action)$/, { type: 'Instrument', kind: 'AGENDA' }],
  [/\bcode of (?:conduct|ethic|practice)$/, { type: 'Instrument', kind: 'CODE_OF_CONDUCT' }],
  [/\bmemorandum of understanding$/, { type: 'Instrument', kind: 'TREATY' }],
  [/\b(?:general (?:recommendation|comment))$/, { type: 'Instrument', kind: 'GENERAL_RECOMMENDATION' }],
  [/\b(?:task force|working group|expert group|steering group|advisory group|contact group|steering committee|organizing committee)$/, { type: 'Actor', kind: 'NETWORK' }],
  [/\bunion congress$/, { type: 'Actor', kind: 'TRADE_UNION' }],
  [/\bround table$/, { type: 'Forum', kind: 'WORKING_SESSION' }],
  [/\bside event$/, { type: 'Forum', kind: 'SIDE_EVENT' }],
  [/\bgeneral assembly$/, { type: 'Actor', kind: 'UN_ENTITY' }],
];
/** A head with a preposition inside: "Quay Call to Action", "Code of Conduct of …". @returns the kind where the words end in one */
export const kindByPhrase = (forms: readonly string[]): HeadKind | null => COMPOUND.find(([pattern, { type }]) => type === 'Instrument' && pattern.test(forms.slice(-3).join(' ')))?.[1] ?? null;

const NATION = /^(?:national|federal|state|provincial|city|municipal)$/;

/** The kind that a run of words names by its end: "Harbour Workers Union". @param forms as in tokens.ts; null where the last is no head noun. */
export function kindByHead(forms: readonly string[]): HeadKind | null {
  const last = forms.at(-1) ?? '';
  const compound = COMPOUND.find(([pattern]) => pattern.test(forms.slice(-3).join(' ')))?.[1];
  const whole = forms.join(' ');
  if (compound?.type === 'Actor' && /^(?:un|united nation)\b/.test(whole)) return { type: 'Actor', kind: 'UN_ENTITY' };
  if (compound) return compound;
  if (Object.hasOwn(ACTORS, last)) {
    const usual = ACTORS[last] ?? 'CIVIL_SOCIETY';
    if (/^(?:un|united nation)\b/.test(whole)) return { type: 'Actor', kind: 'UN_ENTITY' };
    if (/^(?:committee|commission|council|office|fund|secretariat)$/.test(last) && forms.some((form) => NATION.test(form))) return { type: 'Actor', kind: 'GOVERNMENT_BODY' };
    if (/^(?:committee|council|office|fund)$/.test(last) && forms.some((form) => /^(?:ngo|refugee|quaker|catholic|women)$/.test(form))) return { type: 'Actor', kind: 'CIVIL_SOCIETY' };
    if (/^(?:federation|association|alliance|union)$/.test(last) && /\b(?:trade union|worker|labour)\b/.test(whole)) return { type: 'Actor', kind: 'TRADE_UNION' };
    if (/^(?:federation|association|council|organization)$/.test(last) && /\b(?:employer|recruit\w*|business|manufacturer|exporter|banker)\b/.test(whole)) return { type: 'Actor', kind: 'PRIVATE_SECTOR' };
    if (last === 'centre' && /\bresearch\b/.test(whole)) return { type: 'Actor', kind: 'ACADEMIA' };
    return { type: 'Actor', kind: usual };
  }
  if (Object.hasOwn(INSTRUMENTS, last) && last !== 'action') return { type: 'Instrument', kind: INSTRUMENTS[last] ?? 'GUIDE' };
  if (Object.hasOwn(FORUMS, last) && last !== 'table' && last !== 'event') return { type: 'Forum', kind: FORUMS[last] ?? 'CONFERENCE' };
  return null;
}

export const isHeadNoun = (form: string): boolean => Object.hasOwn(ACTORS, form) || Object.hasOwn(INSTRUMENTS, form) || Object.hasOwn(FORUMS, form);
