// The map's look for Cytoscape: colours come from the page's custom properties, so that light and dark stand in one place.

import type { Curve, NameBox } from './elements.ts';
import { LINE_HEIGHT, PADDING } from './elements.ts';
import { POSITION_MARKS } from './encodings.ts';

export const NAME_FONT_SIZE = 13;

/** The page's own letters for labels. */
export const fontOf = (host: Element): string => getComputedStyle(host).getPropertyValue('--sans').trim() || 'sans-serif';

/** What the canvas hands back of what elements.ts gave it. */
interface DrawnName {
  data(key: 'box'): NameBox;
}
interface DrawnLink {
  data(key: 'curve'): Curve;
}
const box = (node: DrawnName): NameBox => node.data('box');
const curve = (edge: DrawnLink): Curve => edge.data('curve');

interface Rule {
  readonly selector: string;
  readonly style: Readonly<Record<string, unknown>>;
}

export function mapStyle(host: Element): Rule[] {
  const computed = getComputedStyle(host);
  const colour = (name: string): string => computed.getPropertyValue(name).trim();
  const family = fontOf(host);
  const strokeColour = (edge: DrawnLink): string => colour(POSITION_MARKS[curve(edge).position].colour);
  const number = (edge: DrawnLink): string => String(curve(edge).count);
  return [
    {
      selector: 'node.name',
      style: {
        shape: 'round-rectangle',
        width: (node: DrawnName) => box(node).width,
        height: (node: DrawnName) => box(node).height,
        'background-fill': 'linear-gradient',
        'background-gradient-direction': 'to-right',
        'background-gradient-stop-colors': `${colour('--bar')} ${colour('--bar')} ${colour('--raised')} ${colour('--raised')}`,
        'background-gradient-stop-positions': (node: DrawnName) => `0 ${100 * box(node).share} ${100 * box(node).share} 100`,
        'border-width': 1,
        'border-color': colour('--line'),
        label: (node: DrawnName) => box(node).label,
        'font-family': family,
        'font-size': NAME_FONT_SIZE,
        'line-height': LINE_HEIGHT / NAME_FONT_SIZE / 1.15,
        color: colour('--ink'),
        'text-wrap': 'wrap',
        'text-max-width': '2000px',
        'text-valign': 'center',
        'text-halign': 'right',
        'text-justification': 'left',
        'text-margin-x': (node: DrawnName) => PADDING.left - box(node).width,
        'overlay-opacity': 0,
      },
    },
    {
      selector: 'node.count',
      style: {
        width: 1,
        height: 1,
        'background-opacity': 0,
        label: (node: DrawnName) => String(box(node).count),
        'font-family': family,
        'font-size': NAME_FONT_SIZE,
        'font-weight': 'bold',
        color: colour('--muted'),
        'text-valign': 'center',
        'text-halign': 'left',
        events: 'no',
      },
    },
    {
      selector: 'edge',
      style: {
        'curve-style': 'unbundled-bezier',
        'edge-distances': 'endpoints',
        'source-endpoint': (edge: DrawnLink) => `${curve(edge).leaves.x}px ${curve(edge).leaves.y}px`,
        'target-endpoint': (edge: DrawnLink) => `${curve(edge).arrives.x}px ${curve(edge).arrives.y}px`,
        'control-point-weights': (edge: DrawnLink) => curve(edge).weights.join(' '),
        'control-point-distances': (edge: DrawnLink) => curve(edge).distances.join(' '),
        width: (edge: DrawnLink) => curve(edge).thickness,
        'line-color': strokeColour,
        // Single statements step back behind the thick links, so that hundreds of them stay readable.
        'line-opacity': (edge: DrawnLink) => Math.min(0.55, 0.24 + 0.05 * curve(edge).thickness),
        'line-cap': 'butt',
        'overlay-opacity': 0,
        label: '',
        // Two strokes between the same names: their numbers stand one above the other.
        'text-margin-y': (edge: DrawnLink) => (curve(edge).mixed ? (curve(edge).position === 'FOR' ? -10 : 10) : 0),
        'font-family': family,
        'font-size': 12,
        'font-weight': 'bold',
        color: strokeColour,
        'text-background-color': colour('--paper'),
        'text-background-opacity': 1,
        'text-background-padding': '3px',
        'text-background-shape': 'round-rectangle',
      },
    },
    { selector: 'edge.against', style: { 'line-style': 'dashed', 'line-dash-pattern': [7, 4], 'line-opacity': 0.8, 'mid-target-arrow-shape': 'tee', 'mid-target-arrow-color': strokeColour, 'arrow-scale': 0.9 } },
    { selector: 'node.dim', style: { opacity: 0.5 } },
    { selector: 'edge.dim', style: { 'line-opacity': 0.08 } },
    // The number stands at the far end, where the links of one name have parted.
    { selector: 'edge.lit', style: { 'line-opacity': 0.95, 'z-index': 5 } },
    { selector: 'edge.lit.outward', style: { 'target-label': number, 'target-text-offset': 20 } },
    { selector: 'edge.lit.inward', style: { 'source-label': number, 'source-text-offset': 20 } },
    { selector: 'edge.pointed', style: { label: number } },
    { selector: 'node.name.picked', style: { 'border-width': 2, 'border-color': colour('--ink') } },
    { selector: 'edge.picked', style: { 'line-opacity': 1, width: (edge: DrawnLink) => curve(edge).thickness + 2.5, label: number, 'source-label': '', 'target-label': '', 'z-index': 6 } },
  ];
}
