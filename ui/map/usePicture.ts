// What the map shows of a view: the API's answer, grouped by theme where there is too much of it to read.

import { useApolloClient, useQuery } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { graphql } from '../generated/gql.ts';
import { filterOf, OPENING, type View } from '../view.ts';
import type { AdvocacyMapData } from './elements.ts';
import { canGroup, groupByTheme } from './themes.ts';

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

/** The most that the API gives of each column: enough for every commitment of a library of documents. */
const WHOLE = 1_000;

export interface Picture {
  readonly map: AdvocacyMapData;
  readonly byTheme: boolean;
  readonly onHiddenThemes: number;
  readonly withoutTheme: number;
}

interface Asked {
  /** Null until the first answer. */
  readonly picture: Picture | null;
  /** Whether a reader may choose between themes and commitments. */
  readonly choice: boolean;
  readonly loading: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

const ungrouped = (map: AdvocacyMapData): Picture => ({ map, byTheme: false, onHiddenThemes: 0, withoutTheme: 0 });

/**
 * The map to draw. Grouping needs every commitment, so all that the API gives are asked for first; what does not need it, or is
 * too much for it, is asked for again cut to the view's size.
 */
export function usePicture(view: View): Asked {
  const client = useApolloClient();
  const filter = filterOf(view);
  const single = view.focus.themes.length > 0 || view.focus.commitments.length > 0 || view.by === 'commitment';
  const whole = useQuery(ADVOCACY_MAP, { variables: { filter, top: WHOLE }, skip: single, notifyOnNetworkStatusChange: true });
  const all = single ? undefined : (whole.data ?? whole.previousData)?.advocacyMap;
  const commitments = all?.nodes.filter(({ column }) => column === 'COMMITMENTS').length ?? 0;
  const grouped = all !== undefined && canGroup(all) && (view.by === 'theme' || commitments > OPENING.top);
  const cut = useQuery(ADVOCACY_MAP, { variables: { filter, top: view.top }, skip: !single && (all === undefined || grouped), notifyOnNetworkStatusChange: true });
  const listed = (cut.data ?? cut.previousData)?.advocacyMap;
  const picture = useMemo(() => (all && grouped ? { ...groupByTheme(all, view.top), byTheme: true } : listed ? ungrouped(listed) : null), [all, grouped, listed, view.top]);
  // Between themes and commitments the picture stays until the other is there.
  const [last, setLast] = useState<Picture | null>(null);
  if (picture && picture !== last) setLast(picture);
  const asked = !single && (all === undefined || grouped || whole.loading) ? whole : cut;
  // Everything on the page that asks is asked again: what failed here failed in the menus too.
  const retry = (): void => void client.refetchQueries({ include: 'active' }).catch(() => undefined);
  const groupable = view.focus.themes.length === 0 && view.focus.commitments.length === 0;
  // Where the whole is too large to be grouped there is nothing to choose.
  return { picture: picture ?? last, choice: groupable && (view.by === 'commitment' || grouped), loading: whole.loading || cut.loading, error: asked.error, retry };
}
