// The opening picture: three columns of one graph, how much of everything it shows, and the same as a list.

import { lazy, Suspense, useState, type ReactElement, type ReactNode } from 'react';
import { narrowings, TOPS, type View } from '../view.ts';
import type { Go } from '../useView.ts';
import { Skeleton, Trouble } from '../WhileWaiting.tsx';
import { WORDS } from '../words.ts';
import { HIDDEN, type AdvocacyMapData, type Column } from './elements.ts';
import { EmptyMap } from './EmptyMap.tsx';
import type { MapElement } from './GraphCanvas.tsx';
import { Legend } from './Legend.tsx';
import { MapList } from './MapList.tsx';
import { usePicture, type Picture } from './usePicture.ts';

const GraphCanvas = lazy(() => import('./GraphCanvas.tsx'));

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
