// No statement under the present filters: say so, and offer the nearest way out.

import { useQuery } from '@apollo/client/react';
import type { ReactElement } from 'react';
import { graphql } from '../generated/gql.ts';
import { filterOf, OPENING, type View } from '../view.ts';
import type { Go } from '../useView.ts';
import { WORDS } from '../words.ts';

const ADDRESSED = graphql(`
  query Addressed($id: ID!, $filter: StatementFilter) {
    node(id: $id) {
      id
      ... on Entity {
        name
      }
    }
    statements(filter: $filter, first: 1) {
      edges {
        cursor
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

/** Many names are asked and never speak ("Member States"): what is addressed to them is one click away. */
function AddressedInstead({ actor, view, go }: { actor: string; view: View; go: Go }): ReactElement | null {
  const focus = { ...view.focus, actors: view.focus.actors.filter((id) => id !== actor), addressees: [...view.focus.addressees, actor] };
  const { data } = useQuery(ADDRESSED, { variables: { id: actor, filter: filterOf({ ...view, focus }) } });
  if (!data?.node || !('name' in data.node) || data.statements.totalCount === 0) return null;
  return (
    <p>
      {WORDS.states.addressedInstead(data.node.name, data.statements.totalCount)}{' '}
      <button type="button" className="button" onClick={() => go({ focus, pick: null })}>
        {WORDS.states.showAddressed}
      </button>
    </p>
  );
}

export function EmptyMap({ view, go, narrowed }: { view: View; go: Go; narrowed: boolean }): ReactElement {
  const actor = view.focus.actors[0];
  return (
    <div className="empty">
      <p className="empty-title">{narrowed ? WORDS.states.empty : WORDS.states.nothingLoaded}</p>
      <p>{narrowed ? WORDS.states.emptyMore : WORDS.states.nothingLoadedMore}</p>
      {(view.from !== null || view.to !== null) && <p className="small">{WORDS.states.emptyUndated}</p>}
      {actor && <AddressedInstead actor={actor} view={view} go={go} />}
      {narrowed && (
        <button type="button" className="button" onClick={() => go({ ...OPENING, show: view.show })}>
          {WORDS.states.emptyClear}
        </button>
      )}
    </div>
  );
}
