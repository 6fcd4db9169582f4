// A document with its statements marked; the sentence that was asked for is highlighted and in view.

import { useQuery } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useRef, type ReactElement } from 'react';
import { DOCUMENT_KINDS, RESTRICTIONS } from '../../schema/vocabulary.ts';
import { graphql } from '../generated/gql.ts';
import type { DocumentReadingQuery } from '../generated/graphql.ts';
import type { View } from '../view.ts';
import { useTitle } from '../useTitle.ts';
import { addressOf, type Go } from '../useView.ts';
import { Skeleton, Trouble } from '../WhileWaiting.tsx';
import { WORDS } from '../words.ts';
import { blocksOf, quoteSpan, type Mark } from './blocks.ts';
import { DocumentText } from './DocumentText.tsx';
import { StatementCard } from './StatementCard.tsx';
import { rowOf } from './tableRow.ts';

const READING = graphql(`
  query DocumentReading($id: ID!, $after: String) {
    node(id: $id) {
      id
      ... on Document {
        title
        uri
        documentKind: kind
        restriction
        text
        date {
          iso
          label
        }
        authors {
          id
          name
        }
        forum {
          id
          name
        }
        passages {
          id
          start
          end
          role
        }
        statements(first: 100, after: $after) {
          edges {
            cursor
            node {
              ...StatementFacts
            }
          }
          pageInfo {
            hasNextPage
            hasPreviousPage
            startCursor
            endCursor
          }
          totalCount
        }
      }
    }
  }
`);

type Reading = Extract<DocumentReadingQuery['node'], { text: string }>;

function marksOf(document: Reading): Mark[] {
  return document.statements.edges.flatMap(({ node: { id, quote, passages } }) => {
    const [place] = passages;
    return place ? [{ id, ...quoteSpan(document.text, place, quote) }] : [];
  });
}

function About({ document }: { document: Reading }): ReactElement {
  const authors = document.authors.map(({ name }) => name).join(', ');
  const parts = [DOCUMENT_KINDS[document.documentKind].label, authors === '' ? null : WORDS.document.by(authors), document.date.iso ? document.date.label : null, document.forum?.name, document.uri];
  return (
    <>
      <p className="small">
        <bdi>{parts.filter((part) => part).join(' · ')}</bdi>
      </p>
      {document.restriction && (
        <p className="restriction">
          {RESTRICTIONS[document.restriction].label}: {RESTRICTIONS[document.restriction].means}
        </p>
      )}
    </>
  );
}

/** A table of recommendations or pledges is read as a text is: its rows are statements. */
const statesFacts = ({ documentKind, statements }: Reading): boolean => documentKind === 'TABLE' && statements.totalCount === 0;

/** Beside a fact table: the row that was asked for, with the names of its columns. */
function BesideTable({ document, at }: { document: Reading; at: string | null }): ReactElement {
  const passage = document.passages.find(({ id }) => id === at);
  const row = passage ? rowOf(document.text, document.text.slice(passage.start, passage.end)) : null;
  return (
    <aside className="reader-facts" aria-label={WORDS.document.row}>
      <header>
        <h3>{WORDS.document.row}</h3>
      </header>
      {row ? (
        <dl className="facts">
          {row.map(({ column, value }) => (
            <div key={column}>
              <dt>{column}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <p className="muted">{row ? WORDS.document.rowShown : WORDS.document.factTable}</p>
    </aside>
  );
}

function Beside({ document, marks, view, go }: { document: Reading; marks: readonly Mark[]; view: View; go: Go }): ReactElement {
  const at = view.reading?.at ?? null;
  const place = marks.findIndex(({ id }) => id === at);
  const here = marks[place];
  const overlapping = here ? marks.filter((mark) => mark.start < here.end && mark.end > here.start).map(({ id }) => id) : [];
  const cards = document.statements.edges.map(({ node }) => node).filter(({ id }) => overlapping.includes(id));
  const step = (to: Mark | undefined, label: string): ReactElement => (
    <button type="button" className="button" disabled={!to} onClick={() => to && go({ reading: { document: document.id, at: to.id } }, 'adjust')}>
      {label}
    </button>
  );
  return (
    <aside className="reader-facts" aria-label={WORDS.document.facts}>
      <header>
        <h3>{WORDS.document.facts}</h3>
        <p className="steps">
          {step(place > 0 ? marks[place - 1] : undefined, WORDS.document.previous)}
          {step(marks[place + 1], WORDS.document.next)}
        </p>
      </header>
      {cards.length === 0 ? <p className="muted">{at !== null && !here ? `${WORDS.document.passage} ` : ''}{WORDS.document.chooseMark}</p> : cards.map((statement) => <StatementCard key={statement.id} statement={statement} view={view} go={go} inDocument />)}
    </aside>
  );
}

export function DocumentReader({ view, reading, go }: { view: View; reading: NonNullable<View['reading']>; go: Go }): ReactElement {
  const { data, error, loading, refetch, fetchMore } = useQuery(READING, { variables: { id: reading.document } });
  const page = useRef<HTMLDivElement>(null);
  const document = data?.node && 'text' in data.node ? data.node : null;
  useTitle(document?.title ?? null);
  const marks = useMemo(() => (document ? marksOf(document) : []), [document]);
  const blocks = useMemo(() => (document ? blocksOf(document.text, document.passages, marks) : []), [document, marks]);
  const positions = useMemo(() => new Map(document?.statements.edges.map(({ node }) => [node.id, node.position])), [document]);
  const { hasNextPage, endCursor } = document?.statements.pageInfo ?? { hasNextPage: false, endCursor: null };
  useEffect(() => {
    if (hasNextPage) void fetchMore({ variables: { after: endCursor } }).catch(() => undefined);
  }, [hasNextPage, endCursor, fetchMore]);
  const ready = document !== null && (reading.at === null || !reading.at.includes('#s') || marks.some(({ id }) => id === reading.at));
  useEffect(() => {
    const shown = page.current?.querySelector<HTMLElement>('[aria-current="true"], .shown-passage');
    if (!ready || !shown) return;
    shown.scrollIntoView({ block: 'center' });
    if (shown.tabIndex >= 0) shown.focus({ preventScroll: true });
  }, [ready, reading.at]);
  const mark = useCallback((at: string) => go({ reading: { document: reading.document, at } }, 'adjust'), [go, reading.document]);
  const address = useCallback((at: string) => addressOf({ ...view, reading: { document: reading.document, at } }), [view, reading.document]);
  return (
    <section className="reader" aria-labelledby="document-title" id="map">
      <header className="reader-head">
        <button type="button" className="button back" onClick={() => go({ reading: null })}>
          <span aria-hidden="true">←</span> {WORDS.document.back}
        </button>
        <h2 id="document-title">
          <bdi>{document?.title ?? WORDS.states.loading}</bdi>
        </h2>
        {document && <About document={document} />}
        {document && <p className="small">{statesFacts(document) ? WORDS.document.factTable : WORDS.document.marked(document.statements.totalCount)}</p>}
      </header>
      {error && !loading ? (
        <Trouble error={error} onRetry={() => void refetch().catch(() => undefined)} />
      ) : data && !document ? (
        <p className="empty">{WORDS.document.missing}</p>
      ) : !document ? (
        <Skeleton lines={16} />
      ) : (
        <div className="reader-sides">
          <div className="reader-text" ref={page} role="region" aria-label={WORDS.document.text} tabIndex={0}>
            <DocumentText blocks={blocks} positions={positions} at={reading.at} addressOf={address} onMark={mark} />
          </div>
          {statesFacts(document) ? <BesideTable document={document} at={reading.at} /> : <Beside document={document} marks={marks} view={view} go={go} />}
        </div>
      )}
    </section>
  );
}
