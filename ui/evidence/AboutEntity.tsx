// What is known of a name: its other names, its statements by the part it plays, and its relations, each with what says so.

import { useQuery } from '@apollo/client/react';
import type { ReactElement } from 'react';
import { ACTOR_KINDS, FORUM_KINDS, INSTRUMENT_KINDS, PARTICIPATION_ROLES, TREATY_STATUSES } from '../../schema/vocabulary.ts';
import { spanLabel } from '../../schema/dates.ts';
import { graphql } from '../generated/gql.ts';
import type { AboutEntityQuery } from '../generated/graphql.ts';
import { OPENING, roleOf, type Role, type View } from '../view.ts';
import { addressOf, type Go } from '../useView.ts';
import { Skeleton, Trouble } from '../WhileWaiting.tsx';
import { TYPE_LABELS, WORDS } from '../words.ts';
import { NameLink, NameLinks } from './NameLink.tsx';

const ABOUT = graphql(`
  query AboutEntity($id: ID!, $made: StatementFilter!, $addressed: StatementFilter!, $after: String) {
    node(id: $id) {
      id
      ... on Entity {
        name
        type
        aliases
        statementCount
        mentionCount
        relations(first: 50, after: $after) {
          edges {
            cursor
            node {
              id
              type
              reads
              detail
              source
              date {
                iso
                label
              }
              other {
                id
                name
              }
              passages {
                id
                text
                page
                document {
                  id
                  title
                }
              }
            }
          }
          pageInfo {
            hasNextPage
            hasPreviousPage
            startCursor
            endCursor
          }
          totalCount
        }
      }
      ... on Actor {
        actorKind: kind
      }
      ... on Country {
        region
      }
      ... on Instrument {
        instrumentKind: kind
        symbol
        adoptedOn {
          iso
          label
        }
      }
      ... on Forum {
        forumKind: kind
        place
        startDate {
          iso
        }
        endDate {
          iso
        }
      }
      ... on Commitment {
        themes {
          id
          name
        }
      }
    }
    made: statements(filter: $made, first: 1) {
      totalCount
    }
    addressed: statements(filter: $addressed, first: 1) {
      totalCount
    }
  }
`);

type Entity = Extract<AboutEntityQuery['node'], { relations: unknown }>;

/** Its kind, place and dates in one line. */
function kindLine(entity: Entity): string {
  const parts: (string | null | undefined)[] = [];
  if ('actorKind' in entity) parts.push(ACTOR_KINDS[entity.actorKind].label);
  else if ('instrumentKind' in entity) parts.push(INSTRUMENT_KINDS[entity.instrumentKind].label, entity.symbol, entity.adoptedOn.iso ? entity.adoptedOn.label : null);
  else if ('forumKind' in entity) parts.push(FORUM_KINDS[entity.forumKind].label, entity.place, entity.startDate.iso ? spanLabel(entity.startDate.iso, entity.endDate.iso ?? null) : null);
  else parts.push(TYPE_LABELS[entity.type], 'region' in entity ? entity.region : null);
  return parts.filter((part) => part).join(' · ');
}

const CODED: Readonly<Record<string, { readonly label: string } | undefined>> = { ...PARTICIPATION_ROLES, ...TREATY_STATUSES };

/** A role or status in its own word; anything else as the source has it. */
const detailOf = (detail: string | null | undefined): string | null => (detail ? (CODED[detail]?.label ?? detail) : null);

function Relations({ entity, view, go, onMore }: { entity: Entity; view: View; go: Go; onMore: () => void }): ReactElement {
  const { edges, totalCount, pageInfo } = entity.relations;
  if (totalCount === 0) return <p className="muted">{WORDS.about.noRelations}</p>;
  const groups = [...Map.groupBy(edges.map(({ node }) => node), ({ reads }) => reads)];
  return (
    <>
      {groups.map(([reads, relations]) => (
        <section key={reads} className="relations">
          <h4>{reads}</h4>
          <ul>
            {relations.map((relation) => (
              <li key={relation.id}>
                <NameLink entity={relation.other} view={view} go={go} />
                <span className="muted">{[detailOf(relation.detail), relation.date.iso ? relation.date.label : null].filter((part) => part).map((part) => ` · ${part}`).join('')}</span>
                <details className="says-so">
                  <summary>{WORDS.about.evidence}</summary>
                  {relation.source && <p className="small">{WORDS.about.table(relation.source)}</p>}
                  {relation.passages.map((passage) => (
                    <p key={passage.id}>
                      <q dir="auto">{passage.text}</q>{' '}
                      <a
                        href={addressOf({ ...view, reading: { document: passage.document.id, at: passage.id } })}
                        onClick={(event) => {
                          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                          event.preventDefault();
                          go({ reading: { document: passage.document.id, at: passage.id } });
                        }}
                      >
                        <bdi>{passage.document.title}</bdi>
                        {passage.page ? `, ${WORDS.statement.page(passage.page)}` : ''}
                      </a>
                    </p>
                  ))}
                </details>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {pageInfo.hasNextPage && (
        <button type="button" className="button" onClick={onMore}>
          {WORDS.about.more}
        </button>
      )}
    </>
  );
}

/** A number that leads to its statements; a plain word where there are none. */
function Door({ of, words, onOpen }: { of: number; words: (of: number) => string; onOpen: () => void }): ReactElement {
  if (of === 0) return <span className="small">{words(0)}</span>;
  return (
    <button type="button" className="button" onClick={onOpen}>
      {words(of)}
    </button>
  );
}

export function AboutEntity({ id, view, go }: { id: string; view: View; go: Go }): ReactElement {
  const role: Role = roleOf(id) ?? 'actors';
  const { data, error, loading, refetch, fetchMore } = useQuery(ABOUT, { variables: { id, made: { [role]: [id] }, addressed: { addressees: [id] } } });
  if (error && !loading) return <Trouble error={error} onRetry={() => void refetch().catch(() => undefined)} />;
  if (!data) return <Skeleton lines={8} />;
  const entity = data.node;
  if (!entity || !('relations' in entity)) return <p className="empty">{WORDS.evidence.missing}</p>;
  const focusOn = (as: Role): void => go({ ...OPENING, show: view.show, focus: { ...OPENING.focus, [as]: [id] }, pick: { kind: 'name', id } });
  const actor = role === 'actors';
  return (
    <div className="about">
      <p className="kind">{kindLine(entity)}</p>
      {entity.aliases.length > 0 && (
        <p>
          <span className="label">{WORDS.about.aliases}</span> <bdi>{entity.aliases.join(' · ')}</bdi>
        </p>
      )}
      {'themes' in entity && entity.themes.length > 0 && (
        <div>
          <span className="label">{WORDS.about.themes}</span> <NameLinks entities={entity.themes} view={view} go={go} />
        </div>
      )}
      <ul className="doors">
        <li>
          <Door of={data.made.totalCount} words={actor ? WORDS.about.made : WORDS.about.involving} onOpen={() => focusOn(role)} />
        </li>
        {actor && (
          <li>
            <Door of={data.addressed.totalCount} words={WORDS.about.addressed} onOpen={() => focusOn('addressees')} />
          </li>
        )}
        <li className="small">{WORDS.about.mentions(entity.mentionCount)}</li>
      </ul>
      <h3>{WORDS.about.relations(entity.relations.totalCount)}</h3>
      <Relations entity={entity} view={view} go={go} onMore={() => void fetchMore({ variables: { after: entity.relations.pageInfo.endCursor } }).catch(() => undefined)} />
    </div>
  );
}
