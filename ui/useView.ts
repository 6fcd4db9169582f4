import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { readView, writeView, type View } from './view.ts';

const CHANGED = 'atlas:view';

function subscribe(notify: () => void): () => void {
  window.addEventListener('popstate', notify);
  window.addEventListener(CHANGED, notify);
  return () => {
    window.removeEventListener('popstate', notify);
    window.removeEventListener(CHANGED, notify);
  };
}

/** A link to a view: everything in this page that leads somewhere has an address. */
export const addressOf = (view: View): string => {
  const query = writeView(view).toString();
  return query ? `?${query}` : window.location.pathname;
};

export type Go = (change: Partial<View>, how?: 'step' | 'adjust') => void;

/**
 * The view that the address holds, and the way to change it. A step can be taken back with the browser's back button;
 * an adjustment (such as the width of a column) replaces the address.
 */
export function useView(): readonly [View, Go] {
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  const view = useMemo(() => readView(new URLSearchParams(search)), [search]);
  const go = useCallback<Go>((change, how = 'step') => {
    const next = addressOf({ ...readView(new URLSearchParams(window.location.search)), ...change });
    if (how === 'step') window.history.pushState(null, '', next);
    else window.history.replaceState(null, '', next);
    window.dispatchEvent(new Event(CHANGED));
  }, []);
  return [view, go];
}
