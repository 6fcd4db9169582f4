// @vitest-environment happy-dom
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CopyCitation } from '../../ui/evidence/CopyCitation.tsx';
import { Trouble } from '../../ui/WhileWaiting.tsx';

afterEach(cleanup);

const answered = (code: string): CombinedGraphQLErrors => new CombinedGraphQLErrors({ errors: [{ message: 'filter.from must be a day.', extensions: { code } }] });

describe('what stands where an answer should be', () => {
  it.each([
    ['the database is away', answered('DATABASE_UNAVAILABLE'), 'The database is away.'],
    ['nobody answers', new TypeError('Failed to fetch'), 'The atlas does not answer.'],
    ['the question was wrong', answered('BAD_USER_INPUT'), 'filter.from must be a day.'],
  ])('says so when %s, and offers to try again', (_case, error, sentence) => {
    const retry = vi.fn<() => void>();
    render(<Trouble error={error} onRetry={retry} />);
    expect(screen.getByRole('alert').textContent).toContain(sentence);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledOnce();
  });

  it('shows a citation to be copied by hand where the browser forbids copying', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    render(<CopyCitation citation="“Free them.” — WIMN" />);
    fireEvent.click(screen.getByRole('button', { name: 'Copy citation' }));
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox')).value).toBe('“Free them.” — WIMN');
  });
});
