// One statement: the sentence, and everything that was read in it.

import type { ReactElement, ReactNode } from 'react';
import { ACTS, POSITIONS, REVIEWS, VOICES } from '../../schema/vocabulary.ts';
import { graphql } from '../generated/gql.ts';
import type { StatementFactsFragment } from '../generated/graphql.ts';
import type { View } from '../view.ts';
import { addressOf, type Go } from '../useView.ts';
import { WORDS } from '../words.ts';
import { citationOf, confidenceWord } from './citation.ts';
import { CopyCitation } from './CopyCitation.tsx';
import { NameLink, NameLinks } from './NameLink.tsx';

export const STATEMENT_FACTS = graphql(`
  fragment StatementFacts on Statement {
    id
    act
    stance
    position
    voice
    quote
    confidence
    rule
    review
    restriction
    date {
      iso
      label
      basis
      precision
    }
    actors {
      id
      name
    }
    commitment {
      id
      name
    }
    forum {
      id
      name
    }
    addressees {
      id
      name
    }
    instruments {
      id
      name
    }
    passages {
      id
      text
      start
      end
      page
      section
    }
    document {
      id
      title
      uri
    }
  }
`);

function Fact({ term, children }: { term: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function when(date: StatementFactsFragment['date']): string {
  if (!date.basis) return `${date.label}: ${WORDS.statement.datePrecision.UNKNOWN}`;
  return `${date.label}, ${WORDS.statement.datePrecision[date.precision]}, ${WORDS.statement.dateBasis[date.basis]}`;
}

function Facts({ statement, view, go }: { statement: StatementFactsFragment; view: View; go: Go }): ReactElement {
  const [place] = statement.passages;
  return (
    <dl className="facts">
      {statement.addressees.length > 0 && (
        <Fact term={WORDS.statement.to}>
          <NameLinks entities={statement.addressees} view={view} go={go} />
        </Fact>
      )}
      {statement.instruments.length > 0 && (
        <Fact term={WORDS.statement.citing}>
          <NameLinks entities={statement.instruments} view={view} go={go} />
        </Fact>
      )}
      <Fact term={WORDS.statement.in}>{statement.forum ? <NameLink entity={statement.forum} view={view} go={go} /> : WORDS.statement.noForum}</Fact>
      <Fact term={WORDS.statement.when}>{when(statement.date)}</Fact>
      <Fact term={WORDS.statement.voice}>{VOICES[statement.voice].label}</Fact>
      <Fact term={WORDS.statement.confidence}>{WORDS.statement.confidenceOf(WORDS.statement.confidences[confidenceWord(statement.confidence)], statement.confidence, statement.rule)}</Fact>
      <Fact term={WORDS.statement.review}>{REVIEWS[statement.review].label}</Fact>
      <Fact term={WORDS.statement.source}>
        <bdi>{statement.document.title}</bdi>
        {place?.page ? `, ${WORDS.statement.page(place.page)}` : ''}
        {place?.section ? <span className="muted"> · {place.section}</span> : null}
      </Fact>
    </dl>
  );
}

/** @param inDocument whether the card stands beside the document, where showing it there would lead nowhere */
export function StatementCard({ statement, view, go, inDocument = false }: { statement: StatementFactsFragment; view: View; go: Go; inDocument?: boolean }): ReactElement {
  const reading = { document: statement.document.id, at: statement.id };
  const leadIns = statement.passages.slice(1);
  return (
    <article className={`statement ${statement.position.toLowerCase()}`}>
      <div className="who">
        {statement.actors.length > 0 ? <NameLinks entities={statement.actors} view={view} go={go} /> : <span className="muted">{WORDS.statement.unnamed}</span>} <span className="act" title={ACTS[statement.act].means}>{ACTS[statement.act].label}</span>
      </div>
      {leadIns.length > 0 && (
        <p className="lead-in">
          <span className="label">{WORDS.statement.leadIn}</span> <bdi>“{leadIns.map(({ text }) => text.trim()).join(' … ')}”</bdi>
        </p>
      )}
      <blockquote dir="auto">{statement.quote}</blockquote>
      <p className="on">
        <span className={`position ${statement.position.toLowerCase()}`} title={POSITIONS[statement.position].means}>
          <span aria-hidden="true">{statement.position === 'FOR' ? '✓' : '✕'}</span> {POSITIONS[statement.position].label}
        </span>{' '}
        <NameLink entity={statement.commitment} view={view} go={go} />
      </p>
      {statement.restriction && <p className="restriction">{WORDS.statement.chathamHouse}</p>}
      <Facts statement={statement} view={view} go={go} />
      <p className="actions">
        {!inDocument && (
          <a
            className="button"
            href={addressOf({ ...view, reading })}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              go({ reading });
            }}
          >
            {WORDS.statement.showInDocument}
          </a>
        )}
        <CopyCitation citation={citationOf(statement)} />
      </p>
    </article>
  );
}
