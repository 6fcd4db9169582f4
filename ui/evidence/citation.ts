// A statement as one would cite it in a paper: whoever reads it can find the sentence again.

import { ACTS, VOICES, type Act, type Voice } from '../../schema/vocabulary.ts';
import { WORDS } from '../words.ts';

export interface Cited {
  readonly quote: string;
  readonly act: Act;
  readonly voice: Voice;
  readonly actors: readonly { readonly name: string }[];
  readonly commitment: { readonly name: string };
  readonly forum?: { readonly name: string } | null;
  readonly date: { readonly label: string };
  readonly document: { readonly id: string; readonly title: string; readonly uri: string };
  readonly passages: readonly { readonly page?: number | null; readonly section?: string | null }[];
  readonly restriction?: unknown;
}

/** "“…” — Actor, Forum, date (reported). In: Title, p. 3, “Section” (uri, doc:…)." Under the Chatham House rule nobody is named. */
export function citationOf(statement: Cited): string {
  const who = statement.actors.map(({ name }) => name).join('; ') || WORDS.statement.unnamed;
  const [place] = statement.passages;
  const said = [who, ...(statement.forum ? [statement.forum.name] : []), statement.date.label].join(', ');
  const found = [statement.document.title, ...(place?.page ? [WORDS.statement.page(place.page)] : []), ...(place?.section ? [`“${place.section}”`] : [])].join(', ');
  const voice = statement.voice === 'REPORTED' ? ` (${VOICES.REPORTED.label})` : '';
  const rule = statement.restriction ? ` ${WORDS.statement.chathamHouse}.` : '';
  return `“${statement.quote.trim()}” — ${said}${voice}; ${ACTS[statement.act].label}: ${statement.commitment.name}. In: ${found} (${statement.document.uri}, ${statement.document.id}).${rule}`;
}

/** How sure a rule is, in a word; the number stands beside it. @param value 0 to 1 */
export function confidenceWord(value: number): 'high' | 'fair' | 'low' {
  if (value >= 0.8) return 'high';
  return value >= 0.6 ? 'fair' : 'low';
}
