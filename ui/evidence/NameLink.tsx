import type { ReactElement } from 'react';
import type { View } from '../view.ts';
import { addressOf, type Go } from '../useView.ts';

interface Props {
  readonly entity: { readonly id: string; readonly name: string };
  readonly view: View;
  readonly go: Go;
}

/** A name that leads to what is known of it. */
export function NameLink({ entity, view, go }: Props): ReactElement {
  const change = { pick: { kind: 'name', id: entity.id }, tab: 'about', reading: null } as const;
  return (
    <a
      className="name-link"
      href={addressOf({ ...view, ...change })}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(change);
      }}
    >
      <bdi>{entity.name}</bdi>
    </a>
  );
}

/** Several names, in the order given. */
export function NameLinks({ entities, view, go }: { entities: readonly Props['entity'][]; view: View; go: Go }): ReactElement {
  return (
    <ul className="names">
      {entities.map((entity) => (
        <li key={entity.id}>
          <NameLink entity={entity} view={view} go={go} />
        </li>
      ))}
    </ul>
  );
}
