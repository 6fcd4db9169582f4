import { readingOf } from '../../schema/links.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import type { RequestContext } from '../context.ts';
import { chosenLinks } from '../exploring.ts';
import { readFilter } from '../filterInput.ts';
import { pathsBetween, type PathHopRow } from '../paths.ts';
import { named } from './entities.ts';
import { labelsOf } from './neighbourhood.ts';

async function sentence({ from, to, links }: PathHopRow, context: RequestContext): Promise<string> {
  const [one, two] = await Promise.all([named(from, context), named(to, context)]);
  const readings = new Set(links.map((link) => readingOf(link, link.from === from)));
  return `${one.name} ${[...readings].join(' and ')} ${two.name}`;
}

export const pathResolvers: Resolvers = {
  PathHop: {
    from: ({ from }, _, context) => named(from, context),
    to: ({ to }, _, context) => named(to, context),
    links: ({ links }) => [...links],
    reads: (hop, _, context) => sentence(hop, context),
  },
  Path: {
    length: ({ hops }) => hops.length,
    hops: ({ hops }) => [...hops],
    reads: async ({ hops }, _, context) => (await Promise.all(hops.map((hop) => sentence(hop, context)))).join('; '),
  },
  Query: {
    paths: async (_, { types, relationships, filter, ...question }, context) => {
      const { paths, truncated } = await pathsBetween({ ...question, types: labelsOf(types), relationships: chosenLinks(relationships), filter: readFilter(filter) }, context);
      return { paths: [...paths], truncated };
    },
  },
};
