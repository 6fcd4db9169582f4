// What a name says of itself: "Guide to the Implementation of the Quay Compact" refers to the compact, "Quay Network meeting with …" is the network's.

import type { EntityRecord, RelationRecord } from '../../schema/extraction.ts';
import type { EntityId, InstrumentId } from '../../schema/ids.ts';
import type { Gazetteer } from '../entities/gazetteer.ts';
import { readTokens } from '../entities/tokens.ts';
import { stated } from './stated.ts';
import type { NamedSentence } from './namedSentence.ts';

const OCCASION = /^\s(?:meeting|workshop|consultation|conference|side event|briefing|roundtable|round table|summit|forum|session|dialogue)\b/i;

interface Inner {
  readonly entity: EntityId;
  readonly start: number;
  readonly end: number;
}
/** A text names the same things again and again. */
const insideOf = new WeakMap<Gazetteer, Map<string, readonly Inner[]>>();
const REMEMBERED = 5_000;

/** The known names inside a name, but for the name itself. */
function namesInside(surface: string, gazetteer: Gazetteer): readonly Inner[] {
  const known = insideOf.get(gazetteer) ?? new Map<string, readonly Inner[]>();
  if (known.size >= REMEMBERED) known.clear();
  const found = known.get(surface) ?? readInside(surface, gazetteer);
  insideOf.set(gazetteer, known.set(surface, found));
  return found;
}

function readInside(surface: string, gazetteer: Gazetteer): Inner[] {
  const tokens = readTokens(surface);
  const found: Inner[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const longest = gazetteer.names.longestAt(tokens, at);
    const known = at === 0 && longest?.after === tokens.length ? gazetteer.names.longestAt(tokens.slice(0, -1), 0) : longest;
    if (!known) continue;
    const reading = known.readings.find(({ isDefault }) => isDefault) ?? known.readings[0];
    if (reading) found.push({ entity: reading.entity, start: known.start, end: known.end });
    at = known.after - 1;
  }
  return found;
}

/** What the names in a sentence say by themselves. @param present all that the text mentions */
export function toldByNames(sentence: NamedSentence, present: ReadonlySet<EntityId>, entities: ReadonlyMap<EntityId, EntityRecord>, gazetteer: Gazetteer): RelationRecord[] {
  return sentence.signs.flatMap(({ start, end, entities: named }) => {
    const [entity] = named;
    const record = entity ? entities.get(entity) : undefined;
    const surface = sentence.text.slice(start, end);
    if (!entity || !record || named.length > 1 || !surface.includes(' ')) return [];
    return namesInside(surface, gazetteer).flatMap((inner): RelationRecord[] => {
      if (inner.entity === entity || !present.has(inner.entity)) return [];
      // "Quay Fund Regional Office for Asia": an office is part of the body that its name opens with.
      if (record.type === 'Actor' && inner.entity.startsWith('actor:') && inner.start === 0 && /^\s(?:(?:Sub)?[Rr]egional|Country|Liaison|National|Multi-Country)\sOffice\b/.test(surface.slice(inner.end))) return [stated(sentence, 'MEMBER_OF', entity, inner.entity, start, end)];
      if (record.type === 'Instrument' && inner.entity.startsWith('instrument:') && /\b(?:to|on|for|[Ii]mplementation\sof|[Ii]mplementing)\s(?:the\s)?$/.test(surface.slice(0, inner.start))) {
        const kind = /\bimplementation\b/i.test(surface) ? 'implements' : /\bprotocol\b/i.test(surface) ? 'supplements' : 'cites';
        return [stated(sentence, 'REFERS_TO', entity, inner.entity, start, end, { kind })];
      }
      if (record.type === 'Forum' && inner.start === 0 && inner.entity.startsWith('actor:') && OCCASION.test(surface.slice(inner.end))) return [stated(sentence, 'PARTICIPATED_IN', inner.entity, entity, start, end, { role: 'ORGANIZER' })];
      return [];
    });
  });
}

/** A text printed in full within the document cites the instruments that its own sentences name. */
export function citedBy(text: InstrumentId, sentence: NamedSentence): RelationRecord[] {
  return sentence.signs.flatMap(({ start, end, entities }) => entities.filter((entity) => entity.startsWith('instrument:') && entity !== text).map((entity) => stated(sentence, 'REFERS_TO', text, entity, start, end, { kind: 'cites' })));
}
