import { askedCountries, askingFilter, asksToRatify, otherAddressees, wasAskedInGeneral, type AskedCountry, type TreatyStanding } from '../../graph/analysis/ratificationGap.ts';
import { ALL_STATES } from '../../schema/ids.ts';
import type { EntityRow } from '../../graph/traversals/findEntities.ts';
import { addresseesOf, askCountsOf, askersOf, asksCiting, type AskCounts, type AskerRow } from '../../graph/traversals/ratificationAsks.ts';
import type { StatementFilter } from '../../graph/traversals/statementFilter.ts';
import { countriesAtForum, treatyStandings } from '../../graph/traversals/treatyStandings.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { present, type RequestContext } from '../context.ts';
import { entityArgument } from '../entityInput.ts';
import { datedOn, named } from './entities.ts';
import { statementConnection } from './statementConnection.ts';

/** The asking, and how the countries that were asked stand; `asking` lets exactly the counted statements through. */
export interface RatificationGapRow extends AskCounts {
  readonly instrument: EntityRow;
  readonly commitments: readonly string[];
  readonly asking: StatementFilter;
  readonly countries: readonly AskedCountry[];
  readonly others: readonly string[];
}

export interface RatificationAskerRow extends AskerRow {
  readonly asking: StatementFilter;
}

export interface AskedCountryRow extends AskedCountry {
  readonly asking: StatementFilter;
}

interface Narrowed {
  readonly forum: string | null;
  readonly actor: string | null;
}

async function gapOf(instrument: EntityRow, narrowed: Narrowed, { store }: RequestContext): Promise<RatificationGapRow> {
  const commitments = (await store.read(asksCiting, { instrument: instrument.id })).filter(asksToRatify).map(({ id }) => id);
  const asking = askingFilter(instrument.id, commitments, narrowed);
  const [counts, addressees] = [askCountsOf(asking), addresseesOf(asking)];
  const [[counted], addressed, facts, inForum] = await Promise.all([
    store.read(counts.query, counts.parameters),
    store.read(addressees.query, addressees.parameters),
    store.read(treatyStandings, { instrument: instrument.id }),
    narrowed.forum === null ? [] : store.read(countriesAtForum, { forum: narrowed.forum }),
  ]);
  const none: AskCounts = { askCount: 0, withoutAddresseeCount: 0, toStatesInGeneralCount: 0 };
  return { instrument, commitments, asking, countries: askedCountries(addressed, facts, inForum), others: otherAddressees(addressed), ...(counted ?? none) };
}

async function askersFor(asking: StatementFilter, { store }: RequestContext): Promise<RatificationAskerRow[]> {
  const { query, parameters } = askersOf(asking);
  return (await store.read(query, parameters)).map((asker) => ({ ...asker, asking }));
}

const standingCount = ({ countries }: RatificationGapRow, wanted: TreatyStanding): number => countries.filter(({ standing }) => standing === wanted).length;

/** The statements that ask this country: by name, and, where it counts as one of the states in general, those too. */
const asksOf = (asked: AskedCountryRow): StatementFilter => ({ ...asked.asking, addressees: wasAskedInGeneral(asked) ? [asked.country, ALL_STATES] : [asked.country] });

export const ratificationGapResolvers: Resolvers = {
  RatificationGap: {
    commitments: ({ commitments }, _, context) => present(context.entity, commitments),
    asks: ({ asking }, page, context) => statementConnection(asking, page, context),
    askedBy: ({ asking }, _, context) => askersFor(asking, context),
    otherAddressees: ({ others }, _, context) => present(context.entity, others),
    countryCount: ({ countries }) => countries.length,
    partyCount: (gap) => standingCount(gap, 'PARTY'),
    signatoryCount: (gap) => standingCount(gap, 'SIGNATORY'),
    neitherCount: (gap) => standingCount(gap, 'NEITHER'),
    unknownCount: (gap) => standingCount(gap, 'UNKNOWN'),
    countries: ({ countries, asking }, { standings }) => countries.filter(({ standing }) => !standings || standings.includes(standing)).map((country) => ({ ...country, asking })),
  },
  RatificationAsker: {
    actor: ({ actor }, _, context) => named(actor, context),
    statements: ({ actor, asking }, page, context) => statementConnection({ ...asking, madeBy: [actor] }, page, context),
  },
  AskedCountry: {
    country: ({ country }, _, context) => named(country, context),
    since: ({ since }) => datedOn(since),
    facts: ({ facts }) => [...facts],
    asked: ({ asked }) => [...asked],
    asks: (asked, page, context) => statementConnection(asksOf(asked), page, context),
  },
  Query: {
    ratificationGap: async (_, { instrument, forum, actor }, context) => {
      const row = await entityArgument('instrument', instrument, ['Instrument'], context);
      if (forum) await entityArgument('forum', forum, ['Forum'], context);
      if (actor) await entityArgument('actor', actor, ['Actor', 'Country'], context);
      return gapOf(row, { forum: forum ?? null, actor: actor ?? null }, context);
    },
  },
};
