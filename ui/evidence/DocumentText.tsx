// The text itself, with its headings, and its statements as marks that can be clicked.

import { memo, type ReactElement, type ReactNode } from 'react';
import type { Position } from '../../schema/vocabulary.ts';
import type { Block, Piece } from './blocks.ts';

interface Props {
  readonly blocks: readonly Block[];
  /** The position of each marked statement. */
  readonly positions: ReadonlyMap<string, Position>;
  /** The statement or passage that is shown. */
  readonly at: string | null;
  readonly addressOf: (statement: string) => string;
  readonly onMark: (statement: string) => void;
}

function Marked({ piece, positions, at, addressOf, onMark }: Omit<Props, 'blocks'> & { piece: Piece }): ReactNode {
  const shown = at !== null && (piece.marks.includes(at) || piece.passage === at);
  const [first] = piece.marks;
  if (first === undefined) return shown ? <mark className="shown-passage">{piece.text}</mark> : piece.text;
  const statement = at !== null && piece.marks.includes(at) ? at : first;
  const against = piece.marks.some((mark) => positions.get(mark) === 'AGAINST');
  return (
    <a
      className={`mark ${against ? 'against' : 'for'}`}
      href={addressOf(statement)}
      aria-current={shown ? 'true' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onMark(statement);
      }}
    >
      {piece.text}
    </a>
  );
}

/** Each role as the element that says the same to a screen reader. */
function TextBlock({ block, children }: { block: Block; children: ReactNode }): ReactElement {
  switch (block.role) {
    case 'TITLE':
      return (
        <h3 dir="auto" className="text-title">
          {children}
        </h3>
      );
    case 'HEADING':
      return (
        <h4 dir="auto" className="text-heading">
          {children}
        </h4>
      );
    default:
      return (
        <p dir="auto" className={`text-${block.role.toLowerCase()}`}>
          {children}
        </p>
      );
  }
}

export const DocumentText = memo(function DocumentText({ blocks, ...marking }: Props): ReactElement {
  return (
    <>
      {blocks.map((block) => (
        <TextBlock key={block.start} block={block}>
          {block.pieces.map((piece) => (
            <Marked key={piece.start} piece={piece} {...marking} />
          ))}
        </TextBlock>
      ))}
    </>
  );
});
