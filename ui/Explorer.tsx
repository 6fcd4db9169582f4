// The page: search and filters above, the map or a document in the middle, the evidence beside it. The rooms meet here and in the address.

import { useQuery } from '@apollo/client/react';
import { useEffect, useState, type ReactElement } from 'react';
import { AdvocacyMap } from './map/AdvocacyMap.tsx';
import { DocumentReader } from './evidence/DocumentReader.tsx';
import { EvidencePanel } from './evidence/EvidencePanel.tsx';
import { Filters } from './filters/Filters.tsx';
import { FocusChips } from './filters/FocusChips.tsx';
import { graphql } from './generated/gql.ts';
import { SearchBox } from './search/SearchBox.tsx';
import { useView } from './useView.ts';
import { focusedOn, OPENING } from './view.ts';
import { WORDS } from './words.ts';

const CORPUS = graphql(`
  query Corpus {
    corpus {
      documents {
        id
      }
      statementCount
    }
  }
`);

const NARROW = '(max-width: 760px)';

function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => window.matchMedia(NARROW).matches);
  useEffect(() => {
    const query = window.matchMedia(NARROW);
    const onChange = (): void => setNarrow(query.matches);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, []);
  return narrow;
}

export function Explorer(): ReactElement {
  const [view, go] = useView();
  const narrow = useNarrow();
  const { data } = useQuery(CORPUS);
  return (
    <div className={`atlas ${view.reading ? 'reading' : view.pick ? 'with-evidence' : ''}`}>
      <a className="skip" href="#map">
        {WORDS.skip}
      </a>
      <header className="top">
        <h1>
          <a
            href={window.location.pathname}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              go(OPENING);
            }}
          >
            {WORDS.title}
          </a>
        </h1>
        <div role="search" className="top-search">
          <SearchBox onFind={(id) => go(focusedOn(view, id))} />
        </div>
        <p className="corpus small">{data && WORDS.corpus(data.corpus.documents.length, data.corpus.statementCount)}</p>
      </header>
      {!view.reading && (
        <div className="narrowing" role="region" aria-label={WORDS.filters.heading}>
          <Filters view={view} go={go} narrow={narrow} />
          <FocusChips view={view} go={go} />
        </div>
      )}
      <main>{view.reading ? <DocumentReader view={view} reading={view.reading} go={go} /> : <AdvocacyMap view={view} go={go} narrow={narrow} />}</main>
      {view.pick && !view.reading && <EvidencePanel view={view} pick={view.pick} go={go} />}
    </div>
  );
}
