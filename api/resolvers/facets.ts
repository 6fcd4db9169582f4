import DataLoader from 'dataloader';
import { Failure } from '../../schema/failures.ts';
import { ACTOR_KINDS, ACTS, POSITIONS, REVIEWS, STANCES, VOICES } from '../../schema/vocabulary.ts';
import { addedUp, onlyThis, withoutOwn, type Dimension } from '../../graph/analysis/facets.ts';
import { propertiesTallied, tallied, type DimensionRow, type JoinedDimension, type PropertyDimension, type PropertyRow } from '../../graph/traversals/facets.ts';
import type { StatementFilter } from '../../graph/traversals/statementFilter.ts';
import { statementCount } from '../../graph/traversals/whoAdvocatedWhat.ts';
import type { RequestContext } from '../context.ts';
import { readFilter } from '../filterInput.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { FACET_CAP } from '../limits.ts';
import { nodeById } from './node.ts';
import { statementConnection } from './statementConnection.ts';

export interface FacetsUnder {
  readonly filter: StatementFilter;
  readonly top: number;
  /** Combinations of the words of statements, by filter: dimensions that share a filter share the question. */
  readonly combinations: DataLoader<StatementFilter, readonly PropertyRow[], string>;
}
export interface ValueUnder {
  readonly dimension: Dimension;
  readonly under: StatementFilter;
  readonly value: string;
  readonly label: string;
  readonly count: number;
}
export type FacetUnder = Omit<DimensionRow, 'values'> & { readonly values: ValueUnder[] };

const LABELS: Partial<Record<Dimension, Readonly<Record<string, { readonly label: string }>>>> = { actorKinds: ACTOR_KINDS, acts: ACTS, stances: STANCES, positions: POSITIONS, voices: VOICES, reviews: REVIEWS };

const facet = (row: DimensionRow, dimension: Dimension, under: StatementFilter): FacetUnder => ({ ...row, values: row.values.map(({ value, label, count }) => ({ dimension, under, value, count, label: LABELS[dimension]?.[value]?.label ?? label })) });

const joined = (dimension: JoinedDimension) => async ({ filter, top }: FacetsUnder, _: unknown, { store }: RequestContext): Promise<FacetUnder> => {
  const { query, parameters } = tallied(withoutOwn(filter, dimension), dimension, top);
  const [row] = await store.read(query, parameters);
  return facet(row ?? { values: [], valueCount: 0, otherCount: 0, withoutCount: 0 }, dimension, filter);
};

const property = (dimension: PropertyDimension) => async ({ filter, top, combinations }: FacetsUnder): Promise<FacetUnder> => facet(addedUp(await combinations.load(withoutOwn(filter, dimension)), dimension, top), dimension, filter);

/** What tells two filters apart: the fields in use, whatever stands in those that do not filter. */
const filterKey = (filter: StatementFilter): string => JSON.stringify(Object.entries(filter).filter(([, value]) => value !== null && value !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1)));

export const facetResolvers: Resolvers = {
  Query: {
    facets: (_, { filter: input, top }, { store }) => {
      if (top < 1 || top > FACET_CAP) throw new Failure('BAD_USER_INPUT', `top must be between 1 and ${FACET_CAP}, got ${top}.`);
      const read = (filter: StatementFilter): Promise<PropertyRow[]> => {
        const { query, parameters } = propertiesTallied(filter);
        return store.read(query, parameters);
      };
      return { filter: readFilter(input), top, combinations: new DataLoader((filters) => Promise.all(filters.map(read)), { cacheKeyFn: filterKey }) };
    },
  },
  Facets: {
    statementCount: ({ filter }, _, { count }) => count.load(statementCount(filter)),
    actors: joined('actors'),
    actorKinds: joined('actorKinds'),
    countries: joined('countries'),
    commitments: joined('commitments'),
    themes: joined('themes'),
    forums: joined('forums'),
    instruments: joined('instruments'),
    addressees: joined('addressees'),
    documents: joined('documents'),
    acts: property('acts'),
    stances: property('stances'),
    positions: property('positions'),
    voices: property('voices'),
    reviews: property('reviews'),
    years: property('years'),
  },
  FacetValue: {
    node: ({ value }, _, context) => nodeById(value, context),
    statements: ({ dimension, under, value }, page, context) => statementConnection(onlyThis(under, dimension, value), page, context),
  },
};
