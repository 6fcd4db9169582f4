import { useState, type ReactElement } from 'react';
import { WORDS } from '../words.ts';

/** Copies a citation and says so aloud. Where the browser forbids copying (plain http from afar), the citation is shown to be copied by hand. */
export function CopyCitation({ citation }: { citation: string }): ReactElement {
  const [outcome, setOutcome] = useState<'copied' | 'forbidden' | null>(null);
  const copy = async (): Promise<void> => {
    setOutcome(null);
    try {
      await navigator.clipboard.writeText(citation);
      setOutcome('copied');
    } catch {
      setOutcome('forbidden');
    }
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void copy()}>
        {WORDS.statement.copy}
      </button>
      <span className="said" role="status">
        {outcome === 'copied' ? WORDS.statement.copied : outcome === 'forbidden' ? WORDS.statement.copyByHand : ''}
      </span>
      {outcome === 'forbidden' && <textarea className="by-hand" readOnly value={citation} aria-label={WORDS.statement.copy} onFocus={(event) => event.target.select()} />}
    </>
  );
}
