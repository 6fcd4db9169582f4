// The names that the map is focused on, each with the part it plays, each removable.

import { useQuery } from '@apollo/client/react';
import type { ReactElement } from 'react';
import { graphql } from '../generated/gql.ts';
import { ROLE_NAMES, type Role, type View } from '../view.ts';
import { useTitle } from '../useTitle.ts';
import type { Go } from '../useView.ts';
import { WORDS } from '../words.ts';

const NAMES = graphql(`
  query Names($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Entity {
        name
      }
    }
  }
`);

const TURNED: Partial<Record<Role, Role>> = { actors: 'addressees', addressees: 'actors' };

export function FocusChips({ view, go }: { view: View; go: Go }): ReactElement | null {
  const chips = ROLE_NAMES.flatMap((role) => view.focus[role].map((id) => ({ role, id })));
  const ids = [...new Set(chips.map(({ id }) => id))].slice(0, 100);
  const { data, previousData } = useQuery(NAMES, { variables: { ids }, skip: ids.length === 0 });
  const names = new Map((data ?? previousData)?.nodes.flatMap((node) => (node && 'name' in node ? [[node.id, node.name] as const] : [])));
  const known = chips.length > 0 && chips.every(({ id }) => names.has(id));
  useTitle(known && !view.pick ? WORDS.chips.title(chips.map(({ role, id }) => `${WORDS.chips.roles[role]} ${names.get(id) ?? id}`).join(', ')) : null);
  if (chips.length === 0) return null;
  const without = (role: Role, id: string): View['focus'] => ({ ...view.focus, [role]: view.focus[role].filter((other) => other !== id) });
  return (
    <section className="chips" aria-label={WORDS.chips.heading}>
      <span className="label">{WORDS.chips.heading}</span>
      <ul>
        {chips.map(({ role, id }) => {
          const turned = TURNED[role];
          const name = names.get(id) ?? id;
          return (
            <li key={`${role} ${id}`} className="chip">
              {turned && (role === 'actors' || role === 'addressees') ? (
                <button type="button" className="chip-role" title={WORDS.chips.turn[role]} aria-label={`${WORDS.chips.roles[role]} ${name}: ${WORDS.chips.turn[role]}`} onClick={() => go({ focus: { ...without(role, id), [turned]: [...view.focus[turned].filter((other) => other !== id), id] }, pick: null })}>
                  {WORDS.chips.roles[role]} <span aria-hidden="true">⇄</span>
                </button>
              ) : (
                <span className="chip-role">{WORDS.chips.roles[role]}</span>
              )}
              <bdi className="strong">{name}</bdi>
              <button type="button" className="chip-remove" aria-label={WORDS.chips.remove(name)} onClick={() => go({ focus: without(role, id), ...(view.pick?.kind === 'name' && view.pick.id === id ? { pick: null } : {}) })}>
                <span aria-hidden="true">×</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
