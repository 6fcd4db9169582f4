// The middle column by theme: many commitments at one glance, every statement counted where its commitment belongs. Pure.

import type { AdvocacyMapData } from './elements.ts';

type MapNode = AdvocacyMapData['nodes'][number];
type MapLink = AdvocacyMapData['links'][number];
type Tally = Pick<MapNode, 'statementCount' | 'for' | 'against'>;

export interface ByTheme {
  /** The same map with themes where commitments stood, each column cut to `top`. */
  readonly map: AdvocacyMapData;
  /** Statements whose commitment has themes, all of them cut. */
  readonly onHiddenThemes: number;
  /** Statements whose commitment has no theme: they are on no row here. */
  readonly withoutTheme: number;
}

const plus = (a: Tally | undefined, b: Tally): Tally => ({ statementCount: (a?.statementCount ?? 0) + b.statementCount, for: (a?.for ?? 0) + b.for, against: (a?.against ?? 0) + b.against });

/**
 * A commitment about two themes counts under both, as the API's filter by theme counts it; so the statements behind a row are
 * exactly those the filter finds. That holds only where no commitment was cut from the map: then, and only then, this may be shown.
 */
export const canGroup = (map: AdvocacyMapData): boolean => map.hidden.commitments === 0;

export function groupByTheme(map: AdvocacyMapData, top: number): ByTheme {
  const themesOf = new Map(map.nodes.flatMap(({ entity, column }) => (column === 'COMMITMENTS' ? [[entity.id, 'themes' in entity ? (entity.themes ?? []) : []] as const] : [])));
  const commitments = map.nodes.filter(({ column }) => column === 'COMMITMENTS');

  const tallies = new Map<string, Tally & { name: string }>();
  for (const node of commitments) for (const { id, name } of themesOf.get(node.entity.id) ?? []) tallies.set(id, { ...plus(tallies.get(id), node), name });
  const rows = [...tallies].sort(([, a], [, b]) => b.statementCount - a.statementCount || a.name.localeCompare(b.name, 'en'));
  const kept = new Map(rows.slice(0, top));

  const links = new Map<string, MapLink>();
  for (const link of map.links) {
    const [end, side] = themesOf.has(link.to) ? (['to', link.from] as const) : (['from', link.to] as const);
    for (const { id } of themesOf.get(link[end]) ?? []) {
      if (!kept.has(id)) continue;
      const ends = end === 'to' ? { from: side, to: id } : { from: id, to: side };
      const key = `${ends.from} ${ends.to}`;
      links.set(key, { ...link, ...ends, id: key, ...plus(links.get(key), link) });
    }
  }

  const within = (column: MapNode['column']): MapNode[] => map.nodes.filter((node) => node.column === column);
  const cutTo = (column: MapNode['column']): { nodes: MapNode[]; cut: number } => ({ nodes: within(column).slice(0, top), cut: Math.max(0, within(column).length - top) });
  const [actors, forums] = [cutTo('ACTORS'), cutTo('FORUMS')];
  const themes = [...kept].map(([id, { name, ...tally }]): MapNode => ({ entity: { id, name }, column: 'COMMITMENTS', ...tally }));
  const shown = new Set([...actors.nodes, ...themes, ...forums.nodes].map(({ entity }) => entity.id));
  const themeless = commitments.filter(({ entity }) => (themesOf.get(entity.id) ?? []).length === 0);
  const unseen = commitments.filter(({ entity }) => {
    const about = themesOf.get(entity.id) ?? [];
    return about.length > 0 && !about.some(({ id }) => kept.has(id));
  });
  const sum = (nodes: readonly MapNode[]): number => nodes.reduce((total, node) => total + node.statementCount, 0);
  return {
    map: {
      ...map,
      nodes: [...actors.nodes, ...themes, ...forums.nodes],
      links: [...links.values()].filter(({ from, to }) => shown.has(from) && shown.has(to)).sort((a, b) => b.statementCount - a.statementCount),
      hidden: { actors: map.hidden.actors + actors.cut, commitments: rows.length - kept.size, forums: map.hidden.forums + forums.cut },
    },
    onHiddenThemes: sum(unseen),
    withoutTheme: sum(themeless),
  };
}
