// Which asks mean ratifying, which countries were asked, and how each stands, out of facts and addressees.

import { ALL_STATES } from '../../schema/ids.ts';
import type { AddresseeRow, CitedAsk } from '../traversals/ratificationAsks.ts';
import type { StatementFilter } from '../traversals/statementFilter.ts';
import type { CountryRow, StandingRow } from '../traversals/treatyStandings.ts';

export type TreatyStanding = 'NEITHER' | 'SIGNATORY' | 'UNKNOWN' | 'PARTY';
export type AskedRule = 'NAMED' | 'STATES_IN_THE_FORUM' | 'STATES_OF_KNOWN_STANDING';

/** In the order in which countries are told: who is still to act first. */
const STANDINGS: readonly TreatyStanding[] = ['NEITHER', 'SIGNATORY', 'UNKNOWN', 'PARTY'];

/** "Ratify …", "Accede to …", "Promote the ratification of …", "Become a party to …"; not "states that have ratified". */
const RATIFYING = /\b(?:ratify(?:ing)?|ratifications?|be\s+ratified|acced(?:e|ing)|accessions?|becom(?:e|ing)\s+(?:a\s+)?part(?:y|ies))\b/iu;

/** Whether an ask by one of these names is to ratify, accede or become a party. */
export const asksToRatify = ({ names }: CitedAsk): boolean => names.some((name) => RATIFYING.test(name));

/** No commitment has this id: where nothing asks for ratification, nothing is counted. */
const NO_ASK = '';

/** The statements that ask for the ratification: exactly what every figure counts, and what its evidence is read from. */
export const askingFilter = (instrument: string, commitments: readonly string[], { forum, actor }: { readonly forum: string | null; readonly actor: string | null }): StatementFilter => ({
  instruments: [instrument],
  commitments: commitments.length > 0 ? commitments : [NO_ASK],
  acts: ['CALLS_FOR', 'RECOMMENDS'],
  positions: ['FOR'],
  ...(forum === null ? {} : { forums: [forum] }),
  ...(actor === null ? {} : { actors: [actor] }),
});

export interface AskedCountry {
  readonly country: string;
  readonly name: string;
  readonly standing: TreatyStanding;
  /** ISO date of any precision; null where no source says. */
  readonly since: string | null;
  readonly contested: boolean;
  readonly facts: readonly StandingRow[];
  readonly asked: readonly AskedRule[];
  /** Statements that ask it, by name or as one of the states in general. */
  readonly askCount: number;
}

const standingOf = ({ detail }: StandingRow): TreatyStanding => (detail === 'NOT_PARTY' ? 'NEITHER' : detail === 'SIGNED' ? 'SIGNATORY' : 'PARTY');

/** The strongest of what the facts say: bound, then signed, then neither. */
function standing(facts: readonly StandingRow[]): Pick<AskedCountry, 'standing' | 'since' | 'contested'> {
  const said = facts.map(standingOf);
  const strongest = (['PARTY', 'SIGNATORY', 'NEITHER'] as const).find((one) => said.includes(one)) ?? 'UNKNOWN';
  const dates = facts.filter((fact) => strongest !== 'NEITHER' && standingOf(fact) === strongest).flatMap(({ date }) => (date === null ? [] : [date]));
  return { standing: strongest, since: dates.toSorted()[0] ?? null, contested: strongest !== 'NEITHER' && said.includes('NEITHER') };
}

/**
 * The countries that were asked, who is still to act first: by STANDINGS, then by name, then by id.
 * @param inForum countries that took part in the forum that was chosen; [] without one
 */
export function askedCountries(addressees: readonly AddresseeRow[], facts: readonly StandingRow[], inForum: readonly CountryRow[]): AskedCountry[] {
  const asked = new Map<string, { name: string; rules: AskedRule[] }>();
  const ask = (id: string, name: string, rule: AskedRule): void => {
    const known = asked.get(id) ?? { name, rules: [] };
    if (!known.rules.includes(rule)) known.rules.push(rule);
    asked.set(id, known);
  };
  for (const { id, name, isCountry } of addressees) if (isCountry) ask(id, name, 'NAMED');
  if (addressees.some(({ id }) => id === ALL_STATES)) {
    for (const { id, name } of inForum) ask(id, name, 'STATES_IN_THE_FORUM');
    for (const { of, name } of facts) ask(of, name, 'STATES_OF_KNOWN_STANDING');
  }
  const byCountry = Map.groupBy(facts, ({ of }) => of);
  const byId = new Map(addressees.map((addressee) => [addressee.id, addressee]));
  const toAll = byId.get(ALL_STATES)?.statementCount ?? 0;
  const askCount = (country: string, rules: readonly AskedRule[]): number => (rules.some(isGeneral) ? toAll + (byId.get(country)?.beyondGeneral ?? 0) : (byId.get(country)?.statementCount ?? 0));
  return [...asked]
    .map(([country, { name, rules }]) => ({ country, name, facts: byCountry.get(country) ?? [], asked: rules, askCount: askCount(country, rules), ...standing(byCountry.get(country) ?? []) }))
    .sort((a, b) => STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) || a.name.localeCompare(b.name, 'en') || (a.country < b.country ? -1 : 1));
}

export const otherAddressees = (addressees: readonly AddresseeRow[]): string[] => addressees.filter(({ id, isCountry }) => !isCountry && id !== ALL_STATES).map(({ id }) => id);

const isGeneral = (rule: AskedRule): boolean => rule !== 'NAMED';

/** Whether it counts as one of the states in general. */
export const wasAskedInGeneral = ({ asked }: AskedCountry): boolean => asked.some(isGeneral);
