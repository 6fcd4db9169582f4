// What stands behind a name or a link: as many sentences as the number drawn on it.

import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, type ReactElement } from 'react';
import { POSITIONS } from '../../schema/vocabulary.ts';
import { graphql } from '../generated/gql.ts';
import { evidenceFilterOf, focusedOn, roleOf, ROLE_NAMES, writePick, type Pick as Picked, type View } from '../view.ts';
import { useTitle } from '../useTitle.ts';
import type { Go } from '../useView.ts';
import { Skeleton, Trouble } from '../WhileWaiting.tsx';
import { WORDS } from '../words.ts';
import { AboutEntity } from './AboutEntity.tsx';
import { StatementCard } from './StatementCard.tsx';

const PAGE = 20;

const EVIDENCE = graphql(`
  query Evidence($filter: StatementFilter, $ids: [ID!]!, $first: Int!, $after: String) {
    nodes(ids: $ids) {
      id
      ... on Entity {
        name
        type
      }
    }
    statements(filter: $filter, first: $first, after: $after) {
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
`);

function titleOf(pick: Picked, name: (id: string) => string): string {
  if (pick.kind === 'name') return name(pick.id);
  const link = WORDS.map.link(name(pick.from), name(pick.to));
  return pick.position ? WORDS.evidence.position(link, POSITIONS[pick.position].label) : link;
}

function Statements({ view, go, query }: { view: View; go: Go; query: ReturnType<typeof useEvidence> }): ReactElement {
  const { data, error, loading, networkStatus, fetchMore, refetch } = query;
  if (error && !loading) return <Trouble error={error} onRetry={() => void refetch().catch(() => undefined)} />;
  if (!data) return <Skeleton lines={8} />;
  const { edges, pageInfo, totalCount } = data.statements;
  if (totalCount === 0) return <p className="empty">{WORDS.evidence.none}</p>;
  return (
    <>
      <ol className="statements">
        {edges.map(({ node }) => (
          <li key={node.id}>
            <StatementCard statement={node} view={view} go={go} />
          </li>
        ))}
      </ol>
      {pageInfo.hasNextPage && (
        <p className="more">
          <button type="button" className="button" disabled={networkStatus === NetworkStatus.fetchMore} onClick={() => void fetchMore({ variables: { after: pageInfo.endCursor } }).catch(() => undefined)}>
            {WORDS.evidence.more(Math.min(PAGE, totalCount - edges.length))}
          </button>
          <span className="small" role="status">
            {WORDS.evidence.shown(edges.length, totalCount)}
          </span>
        </p>
      )}
    </>
  );
}

function useEvidence(view: View, pick: Picked) {
  const ids = pick.kind === 'name' ? [pick.id] : [pick.from, pick.to];
  return useQuery(EVIDENCE, { variables: { filter: evidenceFilterOf(view, pick), ids, first: PAGE }, notifyOnNetworkStatusChange: true });
}

export function EvidencePanel({ view, pick, go }: { view: View; pick: Picked; go: Go }): ReactElement {
  const query = useEvidence(view, pick);
  const heading = useRef<HTMLHeadingElement>(null);
  const key = writePick(pick);
  // Focus follows what was clicked, so that keyboard and screen reader land on its sentences.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [key]);
  const names = new Map(query.data?.nodes.flatMap((node) => (node && 'name' in node ? [[node.id, node.name] as const] : [])));
  const what = titleOf(pick, (id) => names.get(id) ?? id);
  const total = query.data?.statements.totalCount;
  const known = query.data !== undefined;
  useTitle(known ? what : null);
  // A name that is already a chip has nothing left to narrow to.
  const narrows = pick.kind === 'name' && known && total !== 0 && !ROLE_NAMES.some((role) => view.focus[role].includes(pick.id));
  const tab = pick.kind === 'name' ? view.tab : 'statements';
  return (
    <aside
      className="evidence"
      aria-label={WORDS.evidence.region}
      onKeyDown={(event) => {
        if (event.key === 'Escape') go({ pick: null });
      }}
    >
      <header className="evidence-head">
        <h2 ref={heading} tabIndex={-1}>
          {!query.data ? <span className="muted">{query.error ? WORDS.evidence.region : WORDS.states.loading}</span> : <bdi>{total === undefined ? what : WORDS.evidence.title(what, total)}</bdi>}
        </h2>
        <button type="button" className="close" aria-label={WORDS.evidence.close} title={WORDS.evidence.close} onClick={() => go({ pick: null })}>
          <span aria-hidden="true">×</span>
        </button>
        {pick.kind === 'name' && (
          <div className="evidence-doors">
          <div className="switch" role="group" aria-label={what}>
            {(['statements', 'about'] as const).map((choice) => (
              <button key={choice} type="button" aria-pressed={tab === choice} onClick={() => go({ tab: choice }, 'adjust')}>
                {WORDS.evidence.tabs[choice]}
              </button>
            ))}
          </div>
          {narrows && (
            <button type="button" className="quiet" onClick={() => go({ ...focusedOn(view, pick.id), tab })}>
              {roleOf(pick.id) === 'themes' ? WORDS.about.openTheme : WORDS.about.focus}
            </button>
          )}
          </div>
        )}
      </header>
      <div className="evidence-body" key={`${key} ${tab}`}>
        {tab === 'about' && pick.kind === 'name' ? <AboutEntity id={pick.id} view={view} go={go} /> : <Statements view={view} go={go} query={query} />}
      </div>
    </aside>
  );
}
