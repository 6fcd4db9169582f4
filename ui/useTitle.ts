import { useEffect } from 'react';
import { WORDS } from './words.ts';

/** The window's title says what is shown, so that tabs, bookmarks and history can be told apart; null leaves it to others. */
export function useTitle(what: string | null): void {
  useEffect(() => {
    if (what === null) return;
    document.title = WORDS.titled(what);
    return () => {
      document.title = WORDS.title;
    };
  }, [what]);
}
