// What stands in a place while, or because, its answer is not there.

import { CombinedGraphQLErrors } from '@apollo/client/errors';
import type { ReactElement } from 'react';
import { WORDS } from './words.ts';

/** Grey lines in the shape of what comes; they stay invisible for the first 300 ms (style), so that quick answers do not flicker. */
export function Skeleton({ lines, label = WORDS.states.loading }: { lines: number; label?: string }): ReactElement {
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} className="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}

function explained(error: unknown): { readonly title: string; readonly more: string } {
  if (!CombinedGraphQLErrors.is(error)) return { title: WORDS.states.unreachable, more: WORDS.states.unreachableMore };
  const first = error.errors[0];
  if (first?.extensions?.code === 'DATABASE_UNAVAILABLE') return { title: WORDS.states.away, more: WORDS.states.awayMore };
  return { title: WORDS.states.failed, more: first?.message ?? '' };
}

export function Trouble({ error, onRetry }: { error: unknown; onRetry: () => void }): ReactElement {
  const { title, more } = explained(error);
  return (
    <div className="trouble" role="alert">
      <p className="trouble-title">{title}</p>
      <p>{more}</p>
      <button type="button" className="button" onClick={onRetry}>
        {WORDS.states.retry}
      </button>
    </div>
  );
}
