// Finds any name as one types, and makes it the focus of the map.

import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useEffect, useRef, useState, type ReactElement } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { graphql } from '../generated/gql.ts';
import type { EntityType } from '../generated/graphql.ts';
import { TYPE_LABELS, WORDS } from '../words.ts';

const SEARCH = graphql(`
  query Search($text: String!) {
    search(text: $text, types: [ACTOR, COUNTRY, INSTRUMENT, FORUM, COMMITMENT, THEME], first: 12) {
      edges {
        matched
        node {
          id
          ... on Entity {
            type
            name
            statementCount
          }
        }
      }
      totalCount
    }
  }
`);

/** Ctrl-K or `/` from anywhere, except while writing in a field. */
function useShortcut(focus: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const writing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null;
      const asked = (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !writing);
      if (!asked) return;
      event.preventDefault();
      focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [focus]);
}

interface Found {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly matched: string;
  readonly statementCount: number;
}

const sameName = (a: string, b: string): boolean => a.localeCompare(b, 'en', { sensitivity: 'base' }) === 0;

export function SearchBox({ onFind }: { onFind: (id: string) => void }): ReactElement {
  const [text, setText] = useState('');
  const [width, setWidth] = useState(0);
  const asked = useDeferredValue(text.trim());
  const input = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const { data, previousData, loading, error } = useQuery(SEARCH, { variables: { text: asked }, skip: asked === '' });
  const answer = asked === '' ? undefined : (data ?? previousData)?.search;
  const found: Found[] = answer?.edges.flatMap(({ matched, node }) => ('name' in node ? [{ id: node.id, type: node.type, name: node.name, matched, statementCount: node.statementCount }] : [])) ?? [];
  useShortcut(() => {
    input.current?.focus();
    input.current?.select();
  });
  return (
    <ComboBox
      className="search"
      items={found}
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={(key) => {
        if (typeof key !== 'string') return;
        setText('');
        onFind(key);
      }}
      onOpenChange={() => setWidth(field.current?.offsetWidth ?? 0)}
      allowsEmptyCollection
      allowsCustomValue
      menuTrigger="input"
    >
      <Label className="visually-hidden">{WORDS.search.label}</Label>
      <div className="search-field" ref={field}>
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="7" cy="7" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <line x1="10.5" y1="10.5" x2="14.5" y2="14.5" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
        </svg>
        <Input ref={input} placeholder={WORDS.search.placeholder} />
        <kbd aria-hidden="true">{WORDS.search.keys}</kbd>
      </div>
      <Popover className="search-popover" placement="bottom start" offset={6} triggerRef={field} maxHeight={460} style={{ width }}>
        <ListBox<Found>
          className="search-results"
          renderEmptyState={() => (asked === '' ? null : <p className="search-none">{error ? WORDS.search.failed : loading || asked !== text.trim() ? WORDS.search.searching : WORDS.search.none(asked)}</p>)}
        >
          {(entity) => (
            <ListBoxItem id={entity.id} textValue={entity.name} className="search-result">
              <span className="found-name">
                <bdi>{entity.name}</bdi>
                {!sameName(entity.matched, entity.name) && (
                  <span className="muted">
                    {' '}
                    <bdi>{WORDS.search.also(entity.matched)}</bdi>
                  </span>
                )}
              </span>
              <span className="found-type">{TYPE_LABELS[entity.type]}</span>
              <span className="found-count number">{WORDS.number(entity.statementCount)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
