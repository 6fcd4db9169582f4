// From the answer of the API to what is drawn: boxes in three columns and curves between them, all positions given. Pure.

import type { Position } from '../../schema/vocabulary.ts';
import type { AdvocacyMapQuery } from '../generated/graphql.ts';
import { thicknessOf } from './encodings.ts';
import { wrap, type Measure } from './labels.ts';
import { orderToCrossLittle } from './ordering.ts';

export type AdvocacyMapData = AdvocacyMapQuery['advocacyMap'];
type MapNode = AdvocacyMapData['nodes'][number];
type MapLink = AdvocacyMapData['links'][number];
export type Column = MapNode['column'];

export const COLUMNS = ['ACTORS', 'COMMITMENTS', 'FORUMS'] as const satisfies readonly Column[];

/** Where the answer counts what was cut from a column. */
export const HIDDEN = { ACTORS: 'actors', COMMITMENTS: 'commitments', FORUMS: 'forums' } as const satisfies Record<Column, keyof AdvocacyMapData['hidden']>;

/** All lengths are pixels at zoom 1; a box's position is its centre. */
export interface NameBox {
  readonly id: string;
  readonly column: Column;
  readonly name: string;
  readonly label: string;
  readonly count: number;
  /** Statements as a share of the column's most, 0 to 1: the length of the bar in the box. */
  readonly share: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Curve {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly position: Position;
  /** Whether the same two names are also linked by statements of the other position. */
  readonly mixed: boolean;
  readonly count: number;
  readonly thickness: number;
  /** Where it leaves and arrives, measured from the centres of the two boxes. */
  readonly leaves: { readonly x: number; readonly y: number };
  readonly arrives: { readonly x: number; readonly y: number };
  /** The two control points of an S, as weights along the straight line and distances from it. */
  readonly weights: readonly [number, number];
  readonly distances: readonly [number, number];
}

export interface ColumnPlace {
  readonly column: Column;
  readonly x: number;
  readonly width: number;
}

export interface Drawing {
  readonly columns: readonly ColumnPlace[];
  readonly names: readonly NameBox[];
  readonly curves: readonly Curve[];
  readonly width: number;
  readonly height: number;
}

export const LINE_HEIGHT = 17;
/** Room inside a box left of the name, and for the count right of it. */
export const PADDING = { left: 10, count: 38, above: 6 } as const;
const MOST_LINES = 3;
const ROW_GAP = 6;
const WIDEST_ROW_GAP = 64;
/** A column that fits here stands in its middle, so that the few names of a narrowed map are seen without scrolling. */
const FIRST_SCREEN = 480;
/** How soon a link turns: 0 runs straight, 0.5 turns at right angles half-way. */
const TURN = 0.24;
const SHARES = { ACTORS: 0.29, COMMITMENTS: 0.42, FORUMS: 0.29 } as const satisfies Record<Column, number>;
const NARROWEST = { ACTORS: 150, COMMITMENTS: 210, FORUMS: 150 } as const satisfies Record<Column, number>;
const WIDEST = { ACTORS: 300, COMMITMENTS: 400, FORUMS: 300 } as const satisfies Record<Column, number>;
const NARROWEST_GAP = 44;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** The three columns in the width there is: names get most of it, links what is left; never narrower than names can be read. */
export function columnPlaces(available: number): ColumnPlace[] {
  const wished = clamp(available * 0.12, NARROWEST_GAP, 170);
  const widths = COLUMNS.map((column) => clamp((available - 2 * wished) * SHARES[column], NARROWEST[column], WIDEST[column]));
  const gap = Math.max(NARROWEST_GAP, (available - widths.reduce((sum, width) => sum + width, 0)) / 2);
  let x = 0;
  return COLUMNS.map((column, at) => {
    const width = widths[at] ?? 0;
    const place = { column, x, width };
    x += width + gap;
    return place;
  });
}

interface Row {
  readonly node: MapNode;
  readonly label: string;
  readonly height: number;
}

/** Each name takes as many lines as it needs, up to three. */
function rowOf(node: MapNode, width: number, measure: Measure): Row {
  const lines = wrap(node.entity.name, width - PADDING.left - PADDING.count, MOST_LINES, measure);
  return { node, label: lines.join('\n'), height: Math.max(1, lines.length) * LINE_HEIGHT + 2 * PADDING.above };
}

/** The same order, or upside down where that brings the weightier end above: it crosses as little. */
function weightiestAbove(order: readonly (readonly string[])[], weight: (id: string) => number): string[][] {
  // Positive where the weight lies below the middle of the columns.
  const lean = order.reduce((sum, column) => sum + column.reduce((part, id, at) => part + weight(id) * (at - (column.length - 1) / 2), 0), 0);
  return order.map((column) => (lean > 0 ? column.toReversed() : [...column]));
}

/** Rows one below the other from `top`, with `gap` between them, as boxes. */
function stacked(rows: readonly Row[], place: ColumnPlace, top: number, gap: number, most: number): NameBox[] {
  let y = top;
  return rows.map(({ node, label, height }): NameBox => {
    const box = { id: node.entity.id, column: node.column, name: node.entity.name, label, count: node.statementCount, share: node.statementCount / most, x: place.x + place.width / 2, y: y + (gap + height) / 2, width: place.width, height };
    y += gap + height;
    return box;
  });
}

const tallness = (rows: readonly Row[]): number => rows.reduce((sum, { height }) => sum + height, 0);

/** Names with a drawn link side by side, ordered to cross little; names whose links are all cut stand below them. */
function boxes(nodes: readonly MapNode[], links: readonly MapLink[], places: readonly ColumnPlace[], measure: Measure): { names: NameBox[]; height: number } {
  const byId = new Map(nodes.map((node) => [node.entity.id, node]));
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const inColumn = COLUMNS.map((column) => nodes.filter((node) => node.column === column && linked.has(node.entity.id)).map(({ entity }) => entity.id));
  const ties = links.map(({ from, to, statementCount }) => ({ from, to, weight: statementCount }));
  const order = weightiestAbove(orderToCrossLittle(inColumn, ties), (id) => byId.get(id)?.statementCount ?? 0);
  const columns = places.map((place, at) => {
    const row = (node: MapNode): Row => rowOf(node, place.width, measure);
    const own = nodes.filter(({ column }) => column === place.column);
    return { place, rows: (order[at] ?? []).flatMap((id) => byId.get(id) ?? []).map(row), below: own.filter(({ entity }) => !linked.has(entity.id)).map(row), most: Math.max(1, ...own.map(({ statementCount }) => statementCount)) };
  });
  const height = Math.max(0, ...columns.map(({ rows }) => tallness(rows) + rows.length * ROW_GAP));
  const names = columns.flatMap(({ place, rows, below, most }) => {
    // A short column spreads out beside a long one, so that links run level; not so far that it falls apart.
    const gap = Math.min((height - tallness(rows)) / Math.max(1, rows.length), WIDEST_ROW_GAP);
    const own = tallness(rows) + gap * rows.length;
    const top = ((own < FIRST_SCREEN ? Math.min(height, FIRST_SCREEN) : height) - own) / 2;
    return [...stacked(rows, place, top, gap, most), ...stacked(below, place, height + (rows.length > 0 ? ROW_GAP : 0), ROW_GAP, most)];
  });
  return { names, height: Math.max(0, ...names.map((box) => box.y + (box.height + ROW_GAP) / 2)) };
}

type Stroke = Pick<Curve, 'id' | 'from' | 'to' | 'position' | 'mixed' | 'count' | 'thickness'>;

/** One stroke for the statements for, one for those against: their two numbers add up to the link's. */
function strokes(links: readonly MapLink[]): Stroke[] {
  const most = Math.max(1, ...links.flatMap((link) => [link.for, link.against]));
  return links.flatMap((link) => {
    const mixed = link.for > 0 && link.against > 0;
    const both = [{ position: 'FOR', count: link.for }, { position: 'AGAINST', count: link.against }] as const;
    return both.filter(({ count }) => count > 0).map(({ position, count }) => ({ id: `${link.id}~${position}`, from: link.from, to: link.to, position, mixed, count, thickness: thicknessOf(count, most) }));
  });
}

/**
 * How far above or below the middle of a box each of its strokes touches it: side by side in the order of their other ends,
 * so that they do not cross at the box; squeezed to the box's height where they are many.
 */
function touchPoints(all: readonly Stroke[], side: 'from' | 'to', box: ReadonlyMap<string, NameBox>): Map<string, number> {
  const other = side === 'from' ? 'to' : 'from';
  const offsets = new Map<string, number>();
  for (const [id, touching] of Map.groupBy(all, (stroke) => stroke[side])) {
    const sorted = [...touching].sort((a, b) => (box.get(a[other])?.y ?? 0) - (box.get(b[other])?.y ?? 0));
    const needed = sorted.reduce((sum, { thickness }) => sum + thickness + 2, 0);
    const squeeze = Math.min(1, ((box.get(id)?.height ?? 0) - 6) / needed);
    let at = (-needed * squeeze) / 2;
    for (const { id: stroke, thickness } of sorted) {
      const share = (thickness + 2) * squeeze;
      offsets.set(stroke, at + share / 2);
      at += share;
    }
  }
  return offsets;
}

function curve(stroke: Stroke, from: NameBox, to: NameBox, leavesAt: number, arrivesAt: number): Curve {
  const leaves = { x: from.width / 2, y: leavesAt };
  const arrives = { x: -to.width / 2, y: arrivesAt };
  const dx = to.x + arrives.x - (from.x + leaves.x);
  const dy = to.y + arrives.y - (from.y + leaves.y);
  const square = dx * dx + dy * dy;
  // The control points stand level with the two ends, TURN of the way across, told in the terms of the straight line between the ends.
  const first = (TURN * dx * dx) / square;
  const away = (TURN * dx * dy) / Math.sqrt(square);
  return { ...stroke, leaves, arrives, weights: [first, 1 - first], distances: [-away, away] };
}

/** @param available pixels across; @param measure the width of a name in the map's own letters */
export function drawingOf(map: Pick<AdvocacyMapData, 'nodes' | 'links'>, available: number, measure: Measure): Drawing {
  const columns = columnPlaces(available);
  const { names, height } = boxes(map.nodes, map.links, columns, measure);
  const byId = new Map(names.map((box) => [box.id, box]));
  const all = strokes(map.links.filter(({ from, to }) => byId.has(from) && byId.has(to)));
  const leaving = touchPoints(all, 'from', byId);
  const arriving = touchPoints(all, 'to', byId);
  const curves = all.flatMap((stroke) => {
    const from = byId.get(stroke.from);
    const to = byId.get(stroke.to);
    return from && to ? [curve(stroke, from, to, leaving.get(stroke.id) ?? 0, arriving.get(stroke.id) ?? 0)] : [];
  });
  const last = columns.at(-1);
  return { columns, names, curves, width: last ? last.x + last.width : 0, height };
}
