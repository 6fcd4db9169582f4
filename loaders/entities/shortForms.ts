// "the Network", "the Summit", "the Covenant": a head noun alone, capitalised behind an article, names the thing named before.

import type { EntityRecord } from '../../schema/extraction.ts';
import type { EntityId } from '../../schema/ids.ts';
import { isHeadNoun, kindByHead } from './headNouns.ts';
import type { NameWords } from './nameWords.ts';
import { readTokens, type Token } from './tokens.ts';

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
/** "Call" of "Nairobi Call to Action", "Platform" of "Quay Platform for Action": the first word of a head of several words. */
function phraseHeadOf(name: string, { phrases }: NameWords): string | null {
  const forms = readTokens(name).map(({ form }) => form);
  for (let length = 4; length >= 3; length--) for (let at = 0; at + length <= forms.length; at++) if (phrases.has(forms.slice(at, at + length).join(' '))) return forms[at] ?? null;
  return null;
}
const singular = (word: string): string => word.toLowerCase().replace(/(?<=[^sui])s$/, '');


/** "Global Forum" of "Global Forum on Quays": the name up to its first preposition, where that ends in a head noun. */
function openingOf(name: string, words: NameWords): string | null {
  const parts = name.split(/\s+/);
  const until = parts.findIndex((word, at) => at > 0 && PREPOSITION.test(word));
  const opening = readTokens(parts.slice(0, Math.max(0, until)).join(' '));
  const last = opening.at(-1);
  return opening.length >= 2 && last && isHeadNoun(last.form, words) && opening.every(({ text }) => /^\p{Lu}/u.test(text)) ? opening.map(({ text }) => text.toLowerCase()).join(' ') : null;
}

/** Short forms by which a text may go on to call what it has named. Forms as in tokens.ts. */
interface Called {
  /** "Network": one head noun. */
  readonly head: string | null;
  readonly phraseHead: string | null;
  /** In small letters. */
  readonly opening: string | null;
}

function calledBy(words: NameWords, entities: ReadonlyMap<EntityId, EntityRecord>): (entity: EntityId) => Called {
  const known = new Map<EntityId, Called>();
  return (entity) => {
    const before = known.get(entity);
    if (before) return before;
    const record = entities.get(entity);
    const names = record && record.type !== 'Country' && record.kind !== 'PERSON' ? [record.name, ...record.aliases.filter((alias) => alias.includes(' '))] : [];
    const called = { head: names[0] ? headOf(names[0], words) : null, phraseHead: names.map((name) => phraseHeadOf(name, words)).find((head) => head !== null) ?? null, opening: names.map((name) => openingOf(name, words)).find((opening) => opening !== null) ?? null };
    known.set(entity, called);
    return called;
  };
}

const DEFINED = /\(\s?(?:(?:hereafter|hereinafter|henceforth)(?:\sreferred\sto\sas|\scalled)?,?:?\s)?(?:(?:the|our)\s)?(?:[“"'‘]\s?(?:the\s)?(?<quoted>\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,3})\s?[”"'’]|(?<=(?:hereafter|hereinafter|henceforth|called|referred\sto\sas),?:?\s(?:the\s)?)(?<bare>\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,3}))\s?\)/dgu;

/** 'the Oslo Dock Appeal ("the Appeal")': what the text itself says it will call a thing. */
function definedIn(text: string, mentions: readonly Named[]): Map<string, Named> {
  const defined = new Map<string, Named>();
  for (const found of text.matchAll(DEFINED)) {
    const place = found.indices?.groups?.['quoted'] ?? found.indices?.groups?.['bare'];
    const full = mentions.findLast(({ end }) => end <= found.index && found.index - end <= 3);
    if (place && full) defined.set(readTokens(text.slice(...place)).map(({ form }) => form).join(' '), { start: place[0], end: place[1], entity: full.entity });
  }
  return defined;
}

/** In words. */
const LONGEST_OPENING = 4;

/**
 * @param mentions found so far, in order of the text: no part of a name is taken for a short form
 * @param inside what their names name: the Commission in "63rd session of the Commission"
 */
export function shortForms(text: string, tokens: readonly Token[], mentions: readonly Named[], entities: ReadonlyMap<EntityId, EntityRecord>, isShouted: (offset: number) => boolean, words: NameWords, inside: readonly Named[] = []): ShortForm[] {
  const called = calledBy(words, entities);
  const defined = definedIn(text, mentions);
  const found: ShortForm[] = [];
  let next = 0;
  const meant = (fits: (named: Named) => boolean): { readonly entity: EntityId; readonly score: number } | null => {
    const here = mentions[next]?.start ?? Infinity;
    const previous = [...mentions.slice(0, next), ...inside.filter(({ end }) => end <= here)].filter(fits).reduce<Named | null>((last, named) => (last && last.end > named.end ? last : named), null);
    if (previous) return { entity: previous.entity, score: 0.8 };
    const [only, ...others] = new Set(mentions.slice(next).filter(fits).map(({ entity }) => entity));
    return only && others.length === 0 ? { entity: only, score: 0.6 } : null;
  };
  /** What the words from one token to another call, where they are all of a phrase. */
  const callAt = (at: number, length: number): ShortForm | null => {
    const span = tokens.slice(at, at + length);
    const [first] = span;
    const last = span.at(-1);
    if (!first || !last || span.some(({ text: word, gap }, position) => !/^\p{Lu}\p{Ll}/u.test(word) || (position > 0 && gap !== 'soft'))) return null;
    // Part of a longer capitalised phrase, it is no short form: "the Forum Secretariat", "the Network of …".
    const after = tokens[at + length];
    if (after?.gap === 'soft' && (/^\p{Lu}/u.test(after.text) || (/^(?:of|on|for|against)$/.test(after.text) && /^\p{Lu}/u.test(tokens[at + length + 1]?.text ?? '')))) return null;
    if ((mentions[next]?.start ?? Infinity) < last.end) return null;
    const form = span.map((word) => word.form).join(' ');
    const place = { start: first.start, end: last.end, rule: 'short-form' } as const;
    const own = defined.get(form);
    if (own && first.start >= own.start) return { ...place, entity: own.entity, score: 0.9 };
    if (!ARTICLE.test(text.slice(Math.max(0, first.start - 12), first.start))) return null;
    if (length > 1) {
      const printed = span.map(({ text: word }) => word.toLowerCase()).join(' ');
      const opening = meant(({ entity }) => called(entity).opening === printed);
      return opening ? { ...place, ...opening } : null;
    }
    if (ANYBODY.test(form) || form !== first.text.toLowerCase()) return null;
    const type = kindByHead([form], words)?.type;
    const single = meant(({ entity }) => called(entity).phraseHead === form || (isHeadNoun(form, words) && called(entity).head === form && entities.get(entity)?.type === type));
    return single ? { ...place, ...single } : null;
  };
  for (const [at, token] of tokens.entries()) {
    while (next < mentions.length && (mentions[next]?.end ?? 0) <= token.start) next++;
    if ((mentions[next]?.start ?? Infinity) < token.end || token.start < (found.at(-1)?.end ?? 0) || !/^\p{Lu}\p{Ll}/u.test(token.text) || isShouted(token.start)) continue;
    for (let length = LONGEST_OPENING; length >= 1; length--) {
      const short = callAt(at, length);
      if (!short) continue;
      found.push(short);
      break;
    }
  }
  return found;
}
