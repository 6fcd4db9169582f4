// "the Network", "the Summit", "the Covenant": a head noun alone, capitalised behind an article, names the thing named before.

import type { EntityRecord } from '../../schema/extraction.ts';
import type { EntityId } from '../../schema/ids.ts';
import { isHeadNoun, kindByHead } from './headNouns.ts';
import type { NameWords } from './nameWords.ts';
import type { Token } from './tokens.ts';

interface Named {
  readonly start: number;
  readonly end: number;
  readonly entity: EntityId;
}
export interface ShortForm extends Named {
  readonly rule: 'short-form';
  readonly score: number;
}

const PREPOSITION = /^(?:of|for|on|against|to|in|with|among|:)$/;
const ARTICLE = /\b(?:the|this|that|our|its|said|present)\s$/i;
/** Kinds that texts capitalise for any of their sort: "the Government", "the Department". */
const ANYBODY = /^(?:government|state|ministry|parliament|department|administration|authority|society|school|law|act|plan|strategy|agreement|contract|policy|office|agency|court|initiative|movement|mission|review|session|meeting|principle|guideline|review|agenda|action|council)$/;

/** The head noun of a name: "Committee" of "Committee on the Rights of the Child", "Network" of "Women in Harbours Network". */
export function headOf(name: string, words: NameWords): string | null {
  const parts = name.replace(/\([^)]*\)/g, '').split(/[\s]+/).map((word) => word.replace(/[^\p{L}]/gu, ''));
  const colon = name.split(/\s+/).findIndex((word) => word.endsWith(':'));
  const until = parts.findIndex((word, at) => at > 0 && PREPOSITION.test(word) && isHeadNoun(singular(parts[at - 1] ?? ''), words));
  const part = parts.slice(0, until > 0 ? until : colon >= 0 ? colon + 1 : parts.length);
  return part.map(singular).findLast((word) => isHeadNoun(word, words)) ?? null;
}
const singular = (word: string): string => word.toLowerCase().replace(/(?<=[^sui])s$/, '');

/**
 * @param mentions found so far, in order of the text
 * @param places where they and other candidates stand, so that no part of a name is taken for a short form
 */
export function shortForms(text: string, tokens: readonly Token[], mentions: readonly Named[], entities: ReadonlyMap<EntityId, EntityRecord>, isShouted: (offset: number) => boolean, words: NameWords): ShortForm[] {
  const heads = new Map<EntityId, string | null>();
  const headOfEntity = (entity: EntityId): string | null => {
    const known = heads.get(entity);
    if (known !== undefined) return known;
    const record = entities.get(entity);
    const head = record && record.type !== 'Country' ? headOf(record.name, words) : null;
    heads.set(entity, head);
    return head;
  };
  const found: ShortForm[] = [];
  let next = 0;
  for (const [at, token] of tokens.entries()) {
    while (next < mentions.length && (mentions[next]?.end ?? 0) <= token.start) next++;
    if ((mentions[next]?.start ?? Infinity) < token.end) continue;
    const word = token.form;
    if (!/^\p{Lu}\p{Ll}/u.test(token.text) || !isHeadNoun(word, words) || ANYBODY.test(word) || word !== token.text.toLowerCase() || isShouted(token.start)) continue;
    const before = text.slice(Math.max(0, token.start - 12), token.start);
    if (!ARTICLE.test(before)) continue;
    // Part of a longer capitalised phrase, it is no short form: "the Forum Secretariat", "the Network of …".
    const after = tokens[at + 1];
    if (after?.gap === 'soft' && (/^\p{Lu}/u.test(after.text) || (/^(?:of|on|for|against)$/.test(after.text) && /^\p{Lu}/u.test(tokens[at + 2]?.text ?? '')))) continue;
    const type = kindByHead([word], words)?.type;
    const fits = ({ entity }: Named): boolean => headOfEntity(entity) === word && (type === undefined || entities.get(entity)?.type === type);
    const previous = mentions.slice(0, next).findLast(fits);
    const later = new Set(mentions.slice(next).filter(fits).map(({ entity }) => entity));
    const meant = previous?.entity ?? (later.size === 1 ? [...later][0] : undefined);
    if (meant) found.push({ start: token.start, end: token.end, entity: meant, rule: 'short-form', score: previous ? 0.8 : 0.6 });
  }
  return found;
}
