// The opening picture: three columns of one graph, how much of everything it shows, and the same as a list.

import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { graphql } from '../generated/gql.ts';
import { filterOf, narrowings, OPENING, TOPS, type View } from '../view.ts';
import type { Go } from '../useView.ts';
import { Skeleton, Trouble } from '../WhileWaiting.tsx';
import { WORDS } from '../words.ts';
import { HIDDEN, type AdvocacyMapData, type Column } from './elements.ts';
import { EmptyMap } from './EmptyMap.tsx';
import type { MapElement } from './GraphCanvas.tsx';
import { Legend } from './Legend.tsx';
import { MapList } from './MapList.tsx';
import { canGroup, groupByTheme } from './themes.ts';

const GraphCanvas = lazy(() => import('./GraphCanvas.tsx'));

const ADVOCACY_MAP = graphql(`
  query AdvocacyMap($filter: StatementFilter, $top: Int) {
    advocacyMap(filter: $filter, top: $top) {
      nodes {
        entity {
          id
          name
          ... on Commitment {
            themes {
              id
              name
            }
          }
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

function Heading({ column, map, view, go, byTheme }: { column: Column; map: AdvocacyMapData; view: View; go: Go; byTheme: boolean }): ReactElement {
  const shown = map.nodes.filter((node) => node.column === column).length;
  const hidden = map.hidden[HIDDEN[column]];
  const next = TOPS.find((top) => top > view.top);
  return (
    <>
      <h3 className="column-title">
        {byTheme && column === 'COMMITMENTS' ? WORDS.map.themes : WORDS.map.columns[column]} <span className="number">{WORDS.number(shown + hidden)}</span>
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

function Switch<T extends string>({ label, words, chosen, onChoose }: { label: string; words: readonly (readonly [T, string])[]; chosen: T; onChoose: (choice: T) => void }): ReactElement {
  return (
    <div className="switch" role="group" aria-label={label}>
      {words.map(([choice, word]) => (
        <button key={choice} type="button" aria-pressed={chosen === choice} onClick={() => onChoose(choice)}>
          {word}
        </button>
      ))}
    </div>
  );
}

/** What the pointer is on, in full words: names are cut to fit their boxes, this line is not. */
function Pointed({ at, hint }: { at: MapElement | null; hint: string }): ReactElement {
  if (!at) return <p className="pointed">{hint}</p>;
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

function Counts({ picture, dated }: { picture: Picture; dated: boolean }): ReactElement {
  const { map, onHiddenThemes, withoutTheme } = picture;
  const details = [
    ...(dated ? [WORDS.filters.datesHideUndated] : []),
    ...(map.undatedCount > 0 ? [WORDS.map.undated(map.undatedCount)] : []),
    ...(map.withoutForumCount > 0 ? [WORDS.map.withoutForum(map.withoutForumCount)] : []),
    ...(withoutTheme > 0 ? [WORDS.map.withoutTheme(withoutTheme)] : []),
    ...(onHiddenThemes > 0 ? [WORDS.map.onHiddenThemes(onHiddenThemes)] : []),
    ...(map.hiddenStatementCount > 0 ? [WORDS.map.hidden(map.hiddenStatementCount)] : []),
  ];
  return (
    <p className="map-counts" aria-live="polite">
      {WORDS.map.showing(map.statementCount)} {details.length > 0 && <span className="muted">{details.join(' · ')}</span>}
    </p>
  );
}

interface Picture {
  readonly map: AdvocacyMapData;
  readonly byTheme: boolean;
  readonly onHiddenThemes: number;
  readonly withoutTheme: number;
}

const ungrouped = (map: AdvocacyMapData): Picture => ({ map, byTheme: false, onHiddenThemes: 0, withoutTheme: 0 });

/**
 * The map to draw. Grouping needs every commitment, so all that the API gives are asked for first; what does not need it, or is
 * too much for it, is asked for again cut to the view's size.
 */
function usePicture(view: View): { picture: Picture | null; choice: boolean; loading: boolean; error: unknown; retry: () => void } {
  const filter = filterOf(view);
  const single = view.focus.themes.length > 0 || view.focus.commitments.length > 0 || view.by === 'commitment';
  const whole = useQuery(ADVOCACY_MAP, { variables: { filter, top: TOPS[TOPS.length - 1] ?? view.top }, skip: single, notifyOnNetworkStatusChange: true });
  const all = single ? undefined : (whole.data ?? whole.previousData)?.advocacyMap;
  const commitments = all?.nodes.filter(({ column }) => column === 'COMMITMENTS').length ?? 0;
  const grouped = all !== undefined && canGroup(all) && (view.by === 'theme' || commitments > OPENING.top);
  const cut = useQuery(ADVOCACY_MAP, { variables: { filter, top: view.top }, skip: !single && (all === undefined || grouped), notifyOnNetworkStatusChange: true });
  const listed = (cut.data ?? cut.previousData)?.advocacyMap;
  const picture = useMemo(() => (all && grouped ? { ...groupByTheme(all, view.top), byTheme: true } : listed ? ungrouped(listed) : null), [all, grouped, listed, view.top]);
  const asked = !single && (all === undefined || grouped || whole.loading) ? whole : cut;
  const retry = (): void => void asked.refetch().catch(() => undefined);
  const groupable = view.focus.themes.length === 0 && view.focus.commitments.length === 0;
  // Where the whole is too large to be grouped there is nothing to choose.
  return { picture, choice: groupable && (view.by === 'commitment' || grouped), loading: whole.loading || cut.loading, error: asked.error, retry };
}

export function AdvocacyMap({ view, go, narrow }: { view: View; go: Go; narrow: boolean }): ReactElement {
  const { picture, choice, loading, error, retry } = usePicture(view);
  const [toolbar, setToolbar] = useState<HTMLDivElement | null>(null);
  const [pointed, setPointed] = useState<MapElement | null>(null);
  const show = view.show ?? (narrow ? 'list' : 'map');
  const byTheme = picture?.byTheme ?? false;
  const heading = (column: Column, map: AdvocacyMapData): ReactNode => <Heading column={column} map={map} view={view} go={go} byTheme={byTheme} />;
  const headings = (of: AdvocacyMapData): Record<Column, ReactNode> => ({ ACTORS: heading('ACTORS', of), COMMITMENTS: heading('COMMITMENTS', of), FORUMS: heading('FORUMS', of) });
  return (
    <section className="map" aria-labelledby="question" id="map" aria-busy={loading}>
      <header className="map-head">
        <div className="map-title">
          <h2 id="question">{WORDS.map.question}</h2>
          {picture && picture.map.statementCount > 0 && <Counts picture={picture} dated={view.from !== null || view.to !== null} />}
        </div>
        <div className="graph-tools" ref={setToolbar} />
        {choice && <Switch label={WORDS.map.groupBy} words={[['theme', WORDS.map.themes], ['commitment', WORDS.map.columns.COMMITMENTS]]} chosen={byTheme ? 'theme' : 'commitment'} onChoose={(by) => go({ by })} />}
        <Switch label={WORDS.map.showAs} words={[['map', WORDS.map.asMap], ['list', WORDS.map.asList]]} chosen={show} onChoose={(as) => go({ show: as }, 'adjust')} />
      </header>
      {error && !loading ? (
        <Trouble error={error} onRetry={retry} />
      ) : !picture ? (
        <Skeleton lines={12} label={WORDS.map.drawing} />
      ) : picture.map.statementCount === 0 ? (
        <EmptyMap view={view} go={go} narrowed={narrowings(view) > 0} />
      ) : show === 'list' ? (
        <MapList map={picture.map} byTheme={byTheme} view={view} go={go} headings={headings(picture.map)} />
      ) : (
        <>
          <Suspense fallback={<Skeleton lines={12} label={WORDS.map.drawing} />}>
            <GraphCanvas map={picture.map} pick={view.pick} onPick={(pick) => go({ pick, tab: 'statements' })} onPoint={setPointed} headings={headings(picture.map)} toolbar={toolbar} />
          </Suspense>
          <footer className="map-foot">
            <Pointed at={pointed} hint={byTheme ? WORDS.map.hintThemes : WORDS.map.hint} />
            <Legend map={picture.map} byTheme={byTheme} />
          </footer>
        </>
      )}
    </section>
  );
}
