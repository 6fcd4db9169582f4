// What the page shows, as a value, and its two readings: the address and the filter of the API.
// The address is the only home of this state, so that sharing, reload, back and forward work by themselves.

import { dated } from '../schema/dates.ts';
import { nodeTypeOf } from '../schema/ids.ts';
import { ACTS, POSITIONS, valuesOf, VOICES, type Act, type Position, type Voice } from '../schema/vocabulary.ts';
import type { StatementFilter } from './generated/graphql.ts';

/** The parts an entity can play in a statement, as fields of the filter; each has its word in the address. */
export const ROLES = { actors: 'actor', addressees: 'addressee', commitments: 'commitment', forums: 'forum', instruments: 'instrument', themes: 'theme' } as const;
export type Role = keyof typeof ROLES;
export const ROLE_NAMES = ['actors', 'addressees', 'commitments', 'forums', 'instruments', 'themes'] as const satisfies readonly Role[];

/** What was clicked: a name, or a link between two names, of which the statements for or against may be meant alone. */
export type Pick = { readonly kind: 'name'; readonly id: string } | { readonly kind: 'link'; readonly from: string; readonly to: string; readonly position: Position | null };

export interface View {
  readonly focus: Readonly<Record<Role, readonly string[]>>;
  readonly acts: readonly Act[];
  readonly positions: readonly Position[];
  readonly voices: readonly Voice[];
  /** ISO dates of any precision, both ends included; null where open. */
  readonly from: string | null;
  readonly to: string | null;
  /** Null lets the width of the window decide. */
  readonly show: 'map' | 'list' | null;
  /** Whether the middle column holds themes or commitments; null groups by theme what is too much to read. */
  readonly by: 'theme' | 'commitment' | null;
  /** Names kept in each column. */
  readonly top: number;
  readonly pick: Pick | null;
  readonly tab: 'statements' | 'about';
  /** The document being read, and the statement or passage to show in it. */
  readonly reading: { readonly document: string; readonly at: string | null } | null;
}

export const TOPS = [25, 50, 100, 200] as const;

const NO_FOCUS: View['focus'] = { actors: [], addressees: [], commitments: [], forums: [], instruments: [], themes: [] };
export const OPENING: View = { focus: NO_FOCUS, acts: [], positions: [], voices: [], from: null, to: null, show: null, by: null, top: TOPS[0], pick: null, tab: 'statements', reading: null };

/** The part that a name plays when nothing else is said: an actor speaks. Null for what plays none, such as a document. */
export function roleOf(id: string): Role | null {
  switch (nodeTypeOf(id)) {
    case 'Actor':
    case 'Country':
      return 'actors';
    case 'Commitment':
      return 'commitments';
    case 'Forum':
      return 'forums';
    case 'Instrument':
      return 'instruments';
    case 'Theme':
      return 'themes';
    default:
      return null;
  }
}

const plays = (role: Role, id: string): boolean => roleOf(id) === (role === 'addressees' ? 'actors' : role);
const among = <T extends string>(values: readonly T[], wanted: readonly string[]): T[] => values.filter((value) => wanted.includes(value));
const isoOrNull = (text: string | null): string | null => (text !== null && dated(text, 'STATED') ? text : null);

function readPick(text: string | null): Pick | null {
  const [from = '', to, position] = text?.split('~') ?? [];
  if (to === undefined) return roleOf(from) ? { kind: 'name', id: from } : null;
  if (!roleOf(from) || !roleOf(to)) return null;
  return { kind: 'link', from, to, position: among(valuesOf(POSITIONS), [position ?? ''])[0] ?? null };
}

export function writePick(pick: Pick): string {
  if (pick.kind === 'name') return pick.id;
  return [pick.from, pick.to, ...(pick.position ? [pick.position] : [])].join('~');
}

/** The view that an address asks for. What it cannot mean (an unknown word, a date that is none) is left out. */
export function readView(params: URLSearchParams): View {
  const document = params.get('read');
  const at = params.get('at');
  const atType = at === null ? null : nodeTypeOf(at);
  const focusOn = (role: Role): string[] => [...new Set(params.getAll(ROLES[role]))].filter((id) => plays(role, id));
  const show = params.get('show');
  const by = params.get('by');
  const top = Number(params.get('top'));
  return {
    focus: { actors: focusOn('actors'), addressees: focusOn('addressees'), commitments: focusOn('commitments'), forums: focusOn('forums'), instruments: focusOn('instruments'), themes: focusOn('themes') },
    acts: among(valuesOf(ACTS), params.getAll('act')),
    positions: among(valuesOf(POSITIONS), params.getAll('position')),
    voices: among(valuesOf(VOICES), params.getAll('voice')),
    from: isoOrNull(params.get('from')),
    to: isoOrNull(params.get('to')),
    show: show === 'map' || show === 'list' ? show : null,
    by: by === 'theme' || by === 'commitment' ? by : null,
    top: TOPS.find((known) => known === top) ?? TOPS[0],
    pick: readPick(params.get('open')),
    tab: params.get('tab') === 'about' ? 'about' : 'statements',
    reading: document !== null && nodeTypeOf(document) === 'Document' ? { document, at: atType === 'Statement' || atType === 'Passage' ? at : null } : null,
  };
}

/** The address of a view, shortest form: whatever is as at the opening is left out. */
export function writeView(view: View): URLSearchParams {
  const params = new URLSearchParams();
  for (const role of ROLE_NAMES) for (const id of view.focus[role]) params.append(ROLES[role], id);
  for (const act of view.acts) params.append('act', act);
  for (const position of view.positions) params.append('position', position);
  for (const voice of view.voices) params.append('voice', voice);
  if (view.from) params.set('from', view.from);
  if (view.to) params.set('to', view.to);
  if (view.show) params.set('show', view.show);
  if (view.by) params.set('by', view.by);
  if (view.top !== OPENING.top) params.set('top', String(view.top));
  if (view.pick) params.set('open', writePick(view.pick));
  if (view.tab !== OPENING.tab) params.set('tab', view.tab);
  if (view.reading) {
    params.set('read', view.reading.document);
    if (view.reading.at) params.set('at', view.reading.at);
  }
  return params;
}

const lastDayOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The first day of a year, month or day; ISO. */
export const firstDay = (iso: string): string => `${iso}-01-01`.slice(0, 10).replace(/^(\d{4}-\d{2})-01-.*/, '$1-01');

/** The last day of a year, month or day; ISO. */
export function lastDay(iso: string): string {
  const [year = iso, month, day] = iso.split('-');
  if (day) return iso;
  return month ? `${iso}-${lastDayOfMonth(Number(year), Number(month))}` : `${year}-12-31`;
}

/** The filter that the view's chips and switches make. Empty lists are left out: an empty list would match nothing. */
export function filterOf(view: View): StatementFilter {
  const filter: StatementFilter = {};
  for (const role of ROLE_NAMES) if (view.focus[role].length > 0) filter[role] = [...view.focus[role]];
  if (view.acts.length > 0) filter.acts = [...view.acts];
  if (view.positions.length > 0) filter.positions = [...view.positions];
  if (view.voices.length > 0) filter.voices = [...view.voices];
  if (view.from) filter.from = firstDay(view.from);
  if (view.to) filter.to = lastDay(view.to);
  return filter;
}

/** The field that means a clicked name itself: beside the actors of the chips, and a forum without its parts. */
const CLICKED = { actors: 'madeBy', addressees: 'addressees', commitments: 'commitments', forums: 'heardIn', instruments: 'instruments', themes: 'themes' } as const satisfies Record<Role, keyof StatementFilter>;

/** The filter of the statements behind what was clicked: the view's own, narrowed to the clicked ends. */
export function evidenceFilterOf(view: View, pick: Pick): StatementFilter {
  const filter = filterOf(view);
  for (const id of pick.kind === 'name' ? [pick.id] : [pick.from, pick.to]) {
    const role = roleOf(id);
    if (role && !(role === 'actors' && view.focus.addressees.includes(id))) filter[CLICKED[role]] = [id];
  }
  if (pick.kind === 'link' && pick.position) filter.positions = [pick.position];
  return filter;
}

/** How many chips and switches narrow the view. */
export function narrowings(view: View): number {
  const named = ROLE_NAMES.reduce((sum, role) => sum + view.focus[role].length, 0);
  return named + view.acts.length + view.positions.length + view.voices.length + (view.from ? 1 : 0) + (view.to ? 1 : 0);
}

/** The view with a name as one more focus; what is being read gives way to the map. */
export function focusedOn(view: View, id: string): Partial<View> {
  const role = roleOf(id);
  if (!role) return {};
  const others = view.focus[role].filter((other) => other !== id);
  return { focus: { ...view.focus, [role]: [...others, id] }, pick: { kind: 'name', id }, tab: 'statements', reading: null };
}
