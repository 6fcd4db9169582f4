// Switches that narrow what is shown; every change acts at once.

import { useQuery } from '@apollo/client/react';
import { useEffect, useState, type ReactElement } from 'react';
import { dated } from '../../schema/dates.ts';
import { ACTS, POSITIONS, valuesOf, VOICES } from '../../schema/vocabulary.ts';
import { graphql } from '../generated/gql.ts';
import { firstDay, lastDay, narrowings, OPENING, type View } from '../view.ts';
import type { Go } from '../useView.ts';
import { WORDS } from '../words.ts';

const THEMES = graphql(`
  query Themes {
    themes(orderBy: STATEMENTS, first: 50) {
      nodes {
        id
        name
        statementCount
      }
    }
  }
`);

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly terms: Readonly<Record<T, { readonly label: string; readonly means: string }>>;
  readonly chosen: readonly T[];
  readonly onChoose: (chosen: T[]) => void;
}

function Choice<T extends string>({ label, terms, chosen, onChoose }: ChoiceProps<T>): ReactElement {
  return (
    <div className="choice" role="group" aria-label={label}>
      <span className="label" aria-hidden="true">
        {label}
      </span>
      {valuesOf(terms).map((value) => (
        <button key={value} type="button" className="toggle" title={terms[value].means} aria-pressed={chosen.includes(value)} onClick={() => onChoose(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])}>
          {terms[value].label}
        </button>
      ))}
    </div>
  );
}

/** A date of any precision; nothing is sent until it is one. */
function DateField({ id, label, value, onSet }: { id: string; label: string; value: string | null; onSet: (iso: string | null) => void }): ReactElement {
  const [text, setText] = useState(value ?? '');
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setText(value ?? '');
    setWrong(false);
  }, [value]);
  const settle = (): void => {
    const iso = text.trim();
    const right = iso === '' || dated(iso, 'STATED') !== null;
    setWrong(!right);
    if (right && iso !== (value ?? '')) onSet(iso === '' ? null : iso);
  };
  return (
    <span className="date-field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        size={10}
        value={text}
        placeholder={WORDS.filters.datePlaceholder}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => setText(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
      />
      {wrong && (
        <span className="wrong" id={`${id}-wrong`} role="alert">
          {WORDS.filters.dateWrong}
        </span>
      )}
    </span>
  );
}

function ThemePicker({ view, go }: { view: View; go: Go }): ReactElement | null {
  const { data } = useQuery(THEMES);
  const themes = (data?.themes.nodes ?? []).filter(({ id, statementCount }) => statementCount > 0 && !view.focus.themes.includes(id));
  if (data && themes.length === 0) return null;
  return (
    <span className="date-field">
      <label className="label" htmlFor="theme">
        {WORDS.filters.theme}
      </label>
      <select id="theme" value="" disabled={!data} onChange={(event) => go({ focus: { ...view.focus, themes: [...view.focus.themes, event.target.value] } })}>
        <option value="">{WORDS.filters.anyTheme}</option>
        {themes.map(({ id, name, statementCount }) => (
          <option key={id} value={id}>
            {name} ({WORDS.number(statementCount)})
          </option>
        ))}
      </select>
    </span>
  );
}

export function Filters({ view, go, narrow }: { view: View; go: Go; narrow: boolean }): ReactElement {
  const on = narrowings(view);
  const backwards = view.from !== null && view.to !== null && lastDay(view.to) < firstDay(view.from);
  const switches = (
    <>
      <div className="filter-row">
        <Choice label={WORDS.filters.act} terms={ACTS} chosen={view.acts} onChoose={(acts) => go({ acts })} />
        <Choice label={WORDS.filters.position} terms={POSITIONS} chosen={view.positions} onChoose={(positions) => go({ positions })} />
        <Choice label={WORDS.filters.voice} terms={VOICES} chosen={view.voices} onChoose={(voices) => go({ voices })} />
        <ThemePicker view={view} go={go} />
        <DateField id="from" label={WORDS.filters.from} value={view.from} onSet={(from) => go({ from })} />
        <DateField id="to" label={WORDS.filters.to} value={view.to} onSet={(to) => go({ to })} />
        {on > 0 && (
          <button type="button" className="quiet" onClick={() => go({ ...OPENING, show: view.show, pick: view.pick, tab: view.tab })}>
            {WORDS.chips.clear}
          </button>
        )}
      </div>
      {backwards && (
        <p className="wrong" role="alert">
          {WORDS.filters.dateOrder}
        </p>
      )}
    </>
  );
  if (!narrow) return <div className="filters">{switches}</div>;
  return (
    <details className="filters">
      <summary>
        {WORDS.filters.heading}
        {on > 0 && <span className="number"> {on}</span>}
      </summary>
      {switches}
    </details>
  );
}
