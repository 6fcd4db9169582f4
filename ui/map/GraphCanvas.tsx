// The only file that runs Cytoscape. It draws what elements.ts has placed, and says what was pointed at and clicked.

import cytoscape, { type Core, type ElementDefinition, type SingularElementArgument } from 'cytoscape';
import { useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import type { Pick as Picked } from '../view.ts';
import { WORDS } from '../words.ts';
import { COLUMNS, drawingOf, type AdvocacyMapData, type Column, type Curve, type Drawing, type NameBox } from './elements.ts';
import { fontOf, mapStyle, NAME_FONT_SIZE } from './mapStyle.ts';

/** Pixels around the drawing. */
const MARGIN = 12;
const ZOOM_STEP = 1.25;
/** On a larger map the rest does not step back: restyling all of it would lag behind the pointer. */
const MOST_DIMMED = 500;

export type MapElement = { readonly kind: 'name'; readonly box: NameBox } | { readonly kind: 'link'; readonly curve: Curve; readonly from: NameBox; readonly to: NameBox };

interface Props {
  readonly map: AdvocacyMapData;
  readonly pick: Picked | null;
  readonly onPick: (pick: Picked) => void;
  readonly onPoint: (at: MapElement | null) => void;
  readonly headings: Readonly<Record<Column, ReactNode>>;
  /** Where the zoom buttons stand: beside the title, never over a name. */
  readonly toolbar: HTMLElement | null;
}

function elementsOf(drawing: Drawing): ElementDefinition[] {
  const names = drawing.names.flatMap((box): ElementDefinition[] => [
    { group: 'nodes', data: { id: box.id, box }, position: { x: box.x, y: box.y }, classes: 'name' },
    { group: 'nodes', data: { id: `count of ${box.id}`, box }, position: { x: box.x + box.width / 2 - 8, y: box.y }, classes: 'count' },
  ]);
  const links = drawing.curves.map((curve): ElementDefinition => ({ group: 'edges', data: { id: curve.id, source: curve.from, target: curve.to, curve }, classes: curve.position.toLowerCase() }));
  return [...names, ...links];
}

function pointedAt(element: SingularElementArgument): MapElement {
  if (element.isNode()) return { kind: 'name', box: element.data('box') };
  return { kind: 'link', curve: element.data('curve'), from: element.source().data('box'), to: element.target().data('box') };
}

const pickOf = (at: MapElement): Picked => (at.kind === 'name' ? { kind: 'name', id: at.box.id } : { kind: 'link', from: at.curve.from, to: at.curve.to, position: at.curve.mixed ? at.curve.position : null });

/** The links of an element come forward, and everything but them and its neighbours steps back. */
function lightUp(cy: Core, element: SingularElementArgument | null): void {
  cy.batch(() => {
    cy.elements('.dim, .lit').removeClass('dim lit outward inward pointed');
    if (!element) return;
    const lit = element.isNode() ? element.closedNeighborhood() : element.union(element.connectedNodes());
    lit.edges().addClass('lit');
    if (element.isNode()) {
      element.outgoers('edge').addClass('outward');
      element.incomers('edge').addClass('inward');
    } else {
      element.addClass('pointed');
    }
    if (cy.elements().length > MOST_DIMMED) return;
    const counts = new Set(lit.nodes().map((node) => `count of ${node.id()}`));
    cy.elements().not(lit).filter((other) => !counts.has(other.id())).addClass('dim');
  });
}

function markPicked(cy: Core, pick: Picked | null): SingularElementArgument | null {
  cy.elements('.picked').removeClass('picked');
  if (!pick) return null;
  const found = pick.kind === 'name' ? cy.getElementById(pick.id) : cy.edges().filter((edge) => edge.data('source') === pick.from && edge.data('target') === pick.to && (pick.position === null || edge.data('curve').position === pick.position));
  found.addClass('picked');
  return found.nonempty() ? found[0] ?? null : null;
}

/** Moves the map up or down until an element is in view, a link with both its names where there is room; not at all where its middle is. */
function bringIntoView(cy: Core, element: SingularElementArgument | null): void {
  if (!element) return;
  const spanOf = ({ y1, y2 }: { y1: number; y2: number }): { middle: number; height: number } => ({ middle: (y1 + y2) / 2, height: y2 - y1 });
  const own = spanOf(element.renderedBoundingBox({ includeLabels: false }));
  if (own.middle >= 0 && own.middle <= cy.height()) return;
  const ends = spanOf(element.isEdge() ? element.connectedNodes().renderedBoundingBox({ includeLabels: false }) : element.renderedBoundingBox({ includeLabels: false }));
  // Names too far apart for one window: the one in the middle column says what the link is about.
  const about = element.isEdge() && ends.height > cy.height() ? element.connectedNodes().filter((node) => node.data('box').column === 'COMMITMENTS') : null;
  const { middle } = about ? spanOf(about.renderedBoundingBox({ includeLabels: false })) : ends;
  cy.panBy({ x: 0, y: cy.height() / 2 - middle });
}

/**
 * The wheel moves the map as it moves a page; with Ctrl it zooms. Cytoscape itself would always zoom, so the wheel is caught
 * on the element around its own.
 */
function scrollLikeAPage(host: HTMLElement, cy: Core, drawing: () => Drawing | null): () => void {
  const around = host.parentElement ?? host;
  const onWheel = (event: WheelEvent): void => {
    if (!(event.target instanceof Node) || !host.contains(event.target)) return;
    event.stopPropagation();
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 18 : 1;
    if (event.ctrlKey || event.metaKey) {
      const { left, top } = host.getBoundingClientRect();
      cy.zoom({ level: cy.zoom() * 2 ** (-event.deltaY * unit * 0.004), renderedPosition: { x: event.clientX - left, y: event.clientY - top } });
      return;
    }
    const height = (drawing()?.height ?? 0) * cy.zoom();
    const width = (drawing()?.width ?? 0) * cy.zoom();
    const within = (pan: number, size: number, room: number): number => Math.min(MARGIN, Math.max(Math.min(MARGIN, room - size - MARGIN), pan));
    const { x, y } = cy.pan();
    cy.pan({ x: event.deltaX === 0 ? x : within(x - event.deltaX * unit, width, cy.width()), y: within(y - event.deltaY * unit, height, cy.height()) });
  };
  around.addEventListener('wheel', onWheel, { capture: true, passive: false });
  return () => around.removeEventListener('wheel', onWheel, { capture: true });
}

function useSize(host: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const watcher = new ResizeObserver(() => setWidth(Math.round(element.clientWidth)));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [host]);
  return width;
}

function Tools({ core }: { core: RefObject<Core | null> }): ReactElement {
  const zoomBy = (factor: number): void => {
    const cy = core.current;
    cy?.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 3 } });
  };
  return (
    <>
      <button type="button" className="tool" aria-label={WORDS.map.zoomIn} title={WORDS.map.zoomIn} onClick={() => zoomBy(ZOOM_STEP)}>
        +
      </button>
      <button type="button" className="tool" aria-label={WORDS.map.zoomOut} title={WORDS.map.zoomOut} onClick={() => zoomBy(1 / ZOOM_STEP)}>
        −
      </button>
      <button type="button" className="tool" onClick={() => core.current?.viewport({ zoom: 1, pan: { x: MARGIN, y: MARGIN } })}>
        {WORDS.map.full}
      </button>
      <button type="button" className="tool" onClick={() => core.current?.fit(undefined, MARGIN)}>
        {WORDS.map.fit}
      </button>
    </>
  );
}

export default function GraphCanvas({ map, pick, onPick, onPoint, headings, toolbar }: Props): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const core = useRef<Core | null>(null);
  const drawn = useRef<{ drawing: Drawing; map: AdvocacyMapData } | null>(null);
  const latest = useRef({ pick, onPick, onPoint });
  const width = useSize(host);

  const drawing = useMemo(() => {
    const letters = document.createElement('canvas').getContext('2d');
    if (width === null || width === 0 || !letters) return null;
    letters.font = `${NAME_FONT_SIZE}px ${fontOf(document.body)}`;
    return drawingOf(map, width - 2 * MARGIN, (text) => letters.measureText(text).width);
  }, [map, width]);

  useEffect(() => {
    latest.current = { pick, onPick, onPoint };
  });

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const cy = cytoscape({ container: element, style: mapStyle(element), layout: { name: 'preset' }, minZoom: 0.15, maxZoom: 3, autoungrabify: true, autounselectify: true, boxSelectionEnabled: false });
    core.current = cy;
    drawn.current = null;
    const placeHeadings = (): void => {
      const columns = drawn.current?.drawing.columns ?? [];
      [...(bar.current?.children ?? [])].forEach((heading, at) => {
        const column = columns[at];
        if (!column || !(heading instanceof HTMLElement)) return;
        heading.style.left = `${cy.pan().x + column.x * cy.zoom()}px`;
        heading.style.width = `${column.width * cy.zoom()}px`;
      });
    };
    cy.on('viewport resize render', placeHeadings);
    cy.on('tap', 'node.name, edge', (event) => latest.current.onPick(pickOf(pointedAt(event.target))));
    cy.on('mouseover', 'node.name, edge', (event) => {
      element.style.cursor = 'pointer';
      lightUp(cy, event.target);
      latest.current.onPoint(pointedAt(event.target));
    });
    cy.on('mouseout', 'node.name, edge', () => {
      element.style.cursor = '';
      lightUp(cy, markPicked(cy, latest.current.pick));
      latest.current.onPoint(null);
    });
    const stopScrolling = scrollLikeAPage(element, cy, () => drawn.current?.drawing ?? null);
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const restyle = (): void => void cy.style(mapStyle(element));
    dark.addEventListener('change', restyle);
    return () => {
      dark.removeEventListener('change', restyle);
      stopScrolling();
      cy.destroy();
      core.current = null;
    };
  }, []);

  useEffect(() => {
    const cy = core.current;
    if (!cy || !drawing) return;
    const samePlace = drawn.current?.map === map ? cy.pan().y : MARGIN;
    drawn.current = { drawing, map };
    cy.batch(() => {
      cy.elements().remove();
      cy.add(elementsOf(drawing));
    });
    cy.resize();
    cy.viewport({ zoom: 1, pan: { x: MARGIN, y: samePlace } });
    const picked = markPicked(cy, latest.current.pick);
    lightUp(cy, picked);
    bringIntoView(cy, picked);
  }, [drawing, map]);

  useEffect(() => {
    const cy = core.current;
    if (!cy) return;
    const picked = markPicked(cy, pick);
    lightUp(cy, picked);
    bringIntoView(cy, picked);
  }, [pick]);

  return (
    <div className="graph">
      <div className="graph-headings" ref={bar}>
        {COLUMNS.map((column) => (
          <div key={column} className="graph-heading">
            {headings[column]}
          </div>
        ))}
      </div>
      <div className="graph-host" ref={host} role="img" aria-label={WORDS.map.picture} />
      {toolbar && createPortal(<Tools core={core} />, toolbar)}
    </div>
  );
}
