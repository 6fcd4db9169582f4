// In which series an ask was heard and is heard no more, as far as documents are loaded.

import { isCertainlyLater } from '../../schema/dates.ts';
import type { SessionRow } from '../traversals/askInSeries.ts';

export interface DroppedAsk {
  readonly commitment: string;
  readonly series: string;
  readonly lastHeardIn: string;
  readonly silentSince: string;
}

/**
 * For each series: the latest session that heard a statement for the ask, and the first session, certainly later, of which documents are
 * loaded. A series without such a later session is not told: nothing is known of it. By the series' name, then id.
 */
export function droppedAsks(sessions: readonly SessionRow[]): DroppedAsk[] {
  const bySeries = [...Map.groupBy(sessions, ({ series }) => series).values()];
  return bySeries
    .flatMap((ofSeries) => {
      const inOrder = ofSeries.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.session < b.session ? -1 : 1));
      const last = inOrder.findLast(({ statementsFor }) => statementsFor > 0);
      const silent = last && inOrder.find(({ date, hasDocuments }) => hasDocuments && isCertainlyLater(date, last.date));
      return last && silent ? [{ ...last, lastHeardIn: last.session, silentSince: silent.session }] : [];
    })
    .sort((a, b) => a.seriesName.localeCompare(b.seriesName, 'en') || (a.series < b.series ? -1 : 1))
    .map(({ commitment, series, lastHeardIn, silentSince }) => ({ commitment, series, lastHeardIn, silentSince }));
}
