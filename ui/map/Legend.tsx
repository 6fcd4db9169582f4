import type { ReactElement } from 'react';
import { valuesOf, POSITIONS } from '../../schema/vocabulary.ts';
import { WORDS } from '../words.ts';
import type { AdvocacyMapData } from './elements.ts';
import { POSITION_MARKS } from './encodings.ts';

/** Prints what encodings.ts draws, as far as it is on the map. */
export function Legend({ map, byTheme }: { map: AdvocacyMapData; byTheme: boolean }): ReactElement {
  const most = Math.max(1, ...map.links.flatMap((link) => [link.for, link.against]));
  const drawn = { FOR: map.links.some((link) => link.for > 0), AGAINST: map.links.some((link) => link.against > 0) };
  return (
    <ul className="legend" aria-label={WORDS.legend.heading}>
      {valuesOf(POSITIONS)
        .filter((position) => drawn[position])
        .map((position) => {
          const { line, label, colour } = POSITION_MARKS[position];
          return (
            <li key={position}>
              <svg width="36" height="12" aria-hidden="true">
                <line x1="0" y1="6" x2="36" y2="6" stroke={`var(${colour})`} strokeWidth="3" strokeDasharray={line === 'dashed' ? '7 4' : undefined} />
                {line === 'dashed' && <line x1="18" y1="0" x2="18" y2="12" stroke={`var(${colour})`} strokeWidth="2" />}
              </svg>
              {WORDS.legend.position(label, byTheme)}
            </li>
          );
        })}
      <li>
        <svg width="36" height="12" aria-hidden="true">
          <path d={most > 1 ? 'M0 6 L36 1 L36 11 Z' : 'M0 5.5 L36 5.5 L36 6.5 L0 6.5 Z'} fill="var(--muted)" />
        </svg>
        {WORDS.legend.thickness(most)}
      </li>
      <li>
        <svg width="36" height="12" aria-hidden="true">
          <rect x="0.5" y="0.5" width="35" height="11" rx="2" fill="var(--raised)" stroke="var(--line)" />
          <rect x="1" y="1" width="20" height="10" fill="var(--bar)" />
        </svg>
        {WORDS.legend.bar}
      </li>
      {byTheme && <li>{WORDS.legend.themes}</li>}
    </ul>
  );
}
