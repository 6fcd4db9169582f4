// The same names and links as the map, as text that can be tabbed through: the accessible equal, and the map of a small screen.

import type { ReactElement, ReactNode } from 'react';
import { POSITIONS, valuesOf, type Position } from '../../schema/vocabulary.ts';
import type { View, Pick as Picked } from '../view.ts';
import { writePick } from '../view.ts';
import { addressOf, type Go } from '../useView.ts';
import { WORDS } from '../words.ts';
import { COLUMNS, HIDDEN, type AdvocacyMapData, type Column } from './elements.ts';
import { POSITION_MARKS } from './encodings.ts';

interface Props {
  readonly map: AdvocacyMapData;
  readonly byTheme: boolean;
  readonly view: View;
  readonly go: Go;
  readonly headings: Readonly<Record<Column, ReactNode>>;
}

interface OpenProps {
  readonly pick: Picked;
  readonly view: View;
  readonly go: Go;
  readonly className: string;
  readonly children: ReactNode;
}

/** Opens the evidence; a link, so that it can be opened beside, copied and come back to. */
function Open({ pick, view, go, className, children }: OpenProps): ReactElement {
  const change = { pick, tab: 'statements' } as const;
  const current = view.pick !== null && writePick(view.pick) === writePick(pick);
  return (
    <a
      href={addressOf({ ...view, ...change })}
      className={className}
      aria-current={current ? 'true' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(change);
      }}
    >
      {children}
    </a>
  );
}

type Link = AdvocacyMapData['links'][number];

function Ends({ links, end, names, view, go }: { links: readonly Link[]; end: 'from' | 'to'; names: ReadonlyMap<string, string>; view: View; go: Go }): ReactElement {
  const strokes = links.flatMap((link) => valuesOf(POSITIONS).map((position) => ({ link, position, count: position === 'FOR' ? link.for : link.against }))).filter(({ count }) => count > 0);
  const present = valuesOf(POSITIONS).filter((position) => strokes.some((stroke) => stroke.position === position));
  return (
    <>
      {present.map((position: Position) => (
        <div key={position} className="ends">
          <span className={`position ${position.toLowerCase()}`}>
            <span aria-hidden="true">{POSITION_MARKS[position].sign}</span> {WORDS.list.positions[position]}
          </span>
          <ul>
            {strokes
              .filter((stroke) => stroke.position === position)
              .map(({ link, count }) => {
                const mixed = link.for > 0 && link.against > 0;
                const [from, to] = [names.get(link.from) ?? link.from, names.get(link.to) ?? link.to];
                return (
                  <li key={link.id}>
                    <Open pick={{ kind: 'link', from: link.from, to: link.to, position: mixed ? position : null }} view={view} go={go} className="end">
                      <bdi>{end === 'from' ? from : to}</bdi> <span className="number">{count}</span>
                      <span className="visually-hidden"> {WORDS.list.onWhat(count, POSITION_MARKS[position].label, end === 'from' ? to : from)}</span>
                    </Open>
                  </li>
                );
              })}
          </ul>
        </div>
      ))}
    </>
  );
}

export function MapList({ map, byTheme, view, go, headings }: Props): ReactElement {
  const names = new Map(map.nodes.map(({ entity }) => [entity.id, entity.name]));
  const commitments = map.nodes.filter(({ column }) => column === 'COMMITMENTS');
  return (
    <div className="map-list">
      <section aria-label={WORDS.list.names} className="name-columns">
        {COLUMNS.map((column) => {
          const nodes = map.nodes.filter((node) => node.column === column);
          const most = Math.max(1, ...nodes.map(({ statementCount }) => statementCount));
          return (
            <details key={column} className="name-column">
              <summary>
                <span className="summary-title">
                  {byTheme && column === 'COMMITMENTS' ? WORDS.map.themes : WORDS.map.columns[column]} <span className="number">{WORDS.list.shownOf(nodes.length, nodes.length + map.hidden[HIDDEN[column]])}</span>
                </span>
              </summary>
              <div className="column-head">{headings[column]}</div>
              <ul>
                {nodes.map(({ entity, statementCount }) => (
                  <li key={entity.id}>
                    <Open pick={{ kind: 'name', id: entity.id }} view={view} go={go} className="name-row">
                      <span className="name-bar" style={{ width: `${(100 * statementCount) / most}%` }} aria-hidden="true" />
                      <bdi>{entity.name}</bdi> <span className="number">{WORDS.number(statementCount)}</span>
                    </Open>
                  </li>
                ))}
              </ul>
            </details>
          );
        })}
      </section>
      <section aria-labelledby="by-commitment">
        <h3 id="by-commitment" className="visually-hidden">
          {byTheme ? WORDS.list.headingThemes : WORDS.list.heading}
        </h3>
        <ol className="asks">
          {commitments.map(({ entity, statementCount }) => {
            const by = map.links.filter(({ to }) => to === entity.id);
            const places = map.links.filter(({ from }) => from === entity.id);
            return (
              <li key={entity.id} className="ask">
                <h4>
                  <Open pick={{ kind: 'name', id: entity.id }} view={view} go={go} className="ask-title">
                    <bdi>{entity.name}</bdi> <span className="number">{WORDS.statements(statementCount)}</span>
                  </Open>
                </h4>
                <div className="ask-sides">
                  <div>
                    <h5>{WORDS.list.who}</h5>
                    {by.length > 0 ? <Ends links={by} end="from" names={names} view={view} go={go} /> : <p className="muted">{WORDS.list.noActor}</p>}
                  </div>
                  <div>
                    <h5>{WORDS.list.where}</h5>
                    {places.length > 0 ? <Ends links={places} end="to" names={names} view={view} go={go} /> : <p className="muted">{WORDS.list.noForum}</p>}
                  </div>
                </div>
              </li>
            );
          })}
        </ol>
      </section>
    </div>
  );
}
