// The opening picture: three columns of one graph, how much of everything it shows, and the same as a list.

import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useState, type ReactElement, type ReactNode } from 'react';
import { graphql } from '../generated/gql.ts';
import { filterOf, narrowings, TOPS, type View } from '../view.ts';
import type { Go } from '../useView.ts';
import { Skeleton, Trouble } from '../WhileWaiting.tsx';
import { WORDS } from '../words.ts';
import type { AdvocacyMapData, Column } from './elements.ts';
import { EmptyMap } from './EmptyMap.tsx';
import type { MapElement } from './GraphCanvas.tsx';
import { Legend } from './Legend.tsx';
import { MapList } from './MapList.tsx';

const GraphCanvas = lazy(() => import('./GraphCanvas.tsx'));

const ADVOCACY_MAP = graphql(`
  query AdvocacyMap($filter: StatementFilter, $top: Int) {
    advocacyMap(filter: $filter, top: $top) {
      nodes {
        entity {
          id
          name
        }
        column
        statementCount
        for
        against
      }
      links {
        id
        from
        to
        statementCount
        for
        against
      }
      statementCount
      hiddenStatementCount
      withoutForumCount
      undatedCount
      hidden {
        actors
        commitments
        forums
      }
    }
  }
`);

const HIDDEN = { ACTORS: 'actors', COMMITMENTS: 'commitments', FORUMS: 'forums' } as const satisfies Record<Column, keyof AdvocacyMapData['hidden']>;

function Heading({ column, map, view, go }: { column: Column; map: AdvocacyMapData; view: View; go: Go }): ReactElement {
  const shown = map.nodes.filter((node) => node.column === column).length;
  const hidden = map.hidden[HIDDEN[column]];
  const next = TOPS.find((top) => top > view.top);
  return (
    <>
      <h3 className="column-title">
        {WORDS.map.columns[column]} <span className="number">{WORDS.number(shown + hidden)}</span>
      </h3>
      {hidden > 0 &&
        (next ? (
          <button type="button" className="quiet" title={WORDS.map.showMore(next)} onClick={() => go({ top: next })}>
            {WORDS.map.more(hidden)}
          </button>
        ) : (
          <span className="small">{WORDS.map.more(hidden)}</span>
        ))}
    </>
  );
}

/** What the pointer is on, in full words: names are cut to fit their boxes, this line is not. */
function Pointed({ at }: { at: MapElement | null }): ReactElement {
  if (!at) return <p className="pointed">{WORDS.map.hint}</p>;
  if (at.kind === 'name') {
    return (
      <p className="pointed">
        <bdi className="strong">{at.box.name}</bdi> · {WORDS.statements(at.box.count)}
      </p>
    );
  }
  return (
    <p className="pointed">
      <bdi className="strong">{at.from.name}</bdi> → <bdi className="strong">{at.to.name}</bdi> · {at.curve.position === 'FOR' ? WORDS.map.split(at.curve.count, 0) : WORDS.map.split(0, at.curve.count)}
    </p>
  );
}

function Counts({ map }: { map: AdvocacyMapData }): ReactElement {
  const details = [
    ...(map.undatedCount > 0 ? [WORDS.map.undated(map.undatedCount)] : []),
    ...(map.withoutForumCount > 0 ? [WORDS.map.withoutForum(map.withoutForumCount)] : []),
    ...(map.hiddenStatementCount > 0 ? [WORDS.map.hidden(map.hiddenStatementCount)] : []),
  ];
  return (
    <p className="map-counts" aria-live="polite">
      {WORDS.map.showing(map.statementCount)} {details.length > 0 && <span className="muted">{details.join(' · ')}</span>}
    </p>
  );
}

export function AdvocacyMap({ view, go, narrow }: { view: View; go: Go; narrow: boolean }): ReactElement {
  const { data, previousData, error, loading, refetch } = useQuery(ADVOCACY_MAP, { variables: { filter: filterOf(view), top: view.top }, notifyOnNetworkStatusChange: true });
  const [toolbar, setToolbar] = useState<HTMLDivElement | null>(null);
  const [pointed, setPointed] = useState<MapElement | null>(null);
  const map = (data ?? previousData)?.advocacyMap;
  const show = view.show ?? (narrow ? 'list' : 'map');
  const headings = (of: AdvocacyMapData): Record<Column, ReactNode> => ({
    ACTORS: <Heading column="ACTORS" map={of} view={view} go={go} />,
    COMMITMENTS: <Heading column="COMMITMENTS" map={of} view={view} go={go} />,
    FORUMS: <Heading column="FORUMS" map={of} view={view} go={go} />,
  });
  return (
    <section className="map" aria-labelledby="question" id="map" aria-busy={loading}>
      <header className="map-head">
        <div className="map-title">
          <h2 id="question">{WORDS.map.question}</h2>
          {map && map.statementCount > 0 && <Counts map={map} />}
        </div>
        <div className="graph-tools" ref={setToolbar} />
        <div className="switch" role="group" aria-label={WORDS.map.showAs}>
          {(['map', 'list'] as const).map((choice) => (
            <button key={choice} type="button" aria-pressed={show === choice} onClick={() => go({ show: choice }, 'adjust')}>
              {choice === 'map' ? WORDS.map.asMap : WORDS.map.asList}
            </button>
          ))}
        </div>
      </header>
      {error && !loading ? (
        <Trouble error={error} onRetry={() => void refetch().catch(() => undefined)} />
      ) : !map ? (
        <Skeleton lines={12} label={WORDS.map.drawing} />
      ) : map.statementCount === 0 ? (
        <EmptyMap view={view} go={go} narrowed={narrowings(view) > 0} />
      ) : show === 'list' ? (
        <MapList map={map} view={view} go={go} headings={headings(map)} />
      ) : (
        <>
          <Suspense fallback={<Skeleton lines={12} label={WORDS.map.drawing} />}>
            <GraphCanvas map={map} pick={view.pick} onPick={(pick) => go({ pick, tab: 'statements' })} onPoint={setPointed} headings={headings(map)} toolbar={toolbar} />
          </Suspense>
          <footer className="map-foot">
            <Pointed at={pointed} />
            <Legend map={map} />
          </footer>
        </>
      )}
    </section>
  );
}
