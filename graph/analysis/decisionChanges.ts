// What a decision changed, field by field, as its record tells it. Pure.

import { z } from 'zod';
import { correctable, correction, type Decision, type StatementReading } from '../../schema/decisions.ts';

export const CHANGED_FIELDS = ['REVIEW', 'ACT', 'STANCE', 'POSITION', 'VOICE', 'COMMITMENT', 'ACTORS', 'ADDRESSEES', 'INSTRUMENTS', 'FORUM', 'DATE', 'NAME', 'SHOWN_UNDER'] as const;
export type ChangedField = (typeof CHANGED_FIELDS)[number];

/** A word of the vocabulary, an id, an ISO date or a name; with what an id was called when it was decided, where the record says so. */
export interface ChangedValue {
  readonly value: string;
  readonly called: string | null;
}
export interface Change {
  readonly field: ChangedField;
  /** Empty where there was nothing, such as no forum or no date. */
  readonly before: readonly ChangedValue[];
  readonly after: readonly ChangedValue[];
}

const statementBefore = correctable.extend({ shown: correctable.optional(), review: z.string() });
const verdict = z.object({ review: z.string() });
const entityAsKept = z.object({ id: z.string(), properties: z.looseObject({ name: z.string().optional(), title: z.string().optional() }), shown: z.string().optional() });
const mergeBefore = z.object({ loser: entityAsKept, winner: entityAsKept });
const splitAfter = z.object({ target: entityAsKept });
const renameAfter = z.object({ name: z.string() });

const plain = (value: string | null | undefined): readonly ChangedValue[] => (value === null || value === undefined ? [] : [{ value, called: null }]);
const called = ({ properties: { name, title }, shown }: z.infer<typeof entityAsKept>): string | null => shown ?? name ?? title ?? null;
const kept = (entity: z.infer<typeof entityAsKept>): readonly ChangedValue[] => [{ value: entity.id, called: called(entity) }];

const WORDS = { act: 'ACT', stance: 'STANCE', position: 'POSITION', voice: 'VOICE', forum: 'FORUM', date: 'DATE' } as const satisfies Partial<Record<keyof StatementReading, ChangedField>>;
const LISTS = { actors: 'ACTORS', addressees: 'ADDRESSEES', instruments: 'INSTRUMENTS' } as const satisfies Partial<Record<keyof StatementReading, ChangedField>>;
const keysOf = <Key extends string>(of: Readonly<Record<Key, unknown>>): Key[] => Object.keys(of) as Key[]; // the literals above hold no others

function correctedFields(seen: StatementReading, after: unknown): Change[] {
  const fields = correction.parse(after);
  const words = keysOf(WORDS).flatMap((key): Change[] => (fields[key] === undefined ? [] : [{ field: WORDS[key], before: plain(seen[key]), after: plain(fields[key]) }]));
  const lists = keysOf(LISTS).flatMap((key): Change[] => (fields[key] === undefined ? [] : [{ field: LISTS[key], before: seen[key].flatMap(plain), after: fields[key].flatMap(plain) }]));
  const { commitment, title = null } = fields;
  const ask: Change[] = commitment === undefined ? [] : [{ field: 'COMMITMENT', before: [{ value: seen.commitment, called: seen.title }], after: [{ value: commitment, called: title }] }];
  return [...words, ...ask, ...lists];
}

function onStatement({ before, after, kind }: Decision): Change[] {
  const { shown, review, ...extracted } = statementBefore.parse(before);
  const verdictNow = kind === 'EDIT' ? 'ACCEPTED' : verdict.parse(after).review;
  return [{ field: 'REVIEW', before: plain(review), after: plain(verdictNow) }, ...(kind === 'EDIT' ? correctedFields(shown ?? extracted, after) : [])];
}

function changesRecorded(decision: Decision): Change[] {
  const { kind, before, after } = decision;
  switch (kind) {
    case 'ACCEPT':
    case 'REJECT':
    case 'EDIT':
      return onStatement(decision);
    case 'MERGE': {
      const { loser, winner } = mergeBefore.parse(before);
      return [{ field: 'SHOWN_UNDER', before: kept(loser), after: kept(winner) }];
    }
    case 'SPLIT':
      return [{ field: 'SHOWN_UNDER', before: kept(entityAsKept.parse(before)), after: kept(splitAfter.parse(after).target) }];
    case 'RENAME':
      return [{ field: 'NAME', before: plain(called(entityAsKept.parse(before))), after: plain(renameAfter.parse(after).name) }];
    default:
      return kind satisfies never;
  }
}

const same = (a: readonly ChangedValue[], b: readonly ChangedValue[]): boolean => JSON.stringify(a.map(({ value }) => value)) === JSON.stringify(b.map(({ value }) => value));

/** Only what differs, in the order of CHANGED_FIELDS. */
export const changesOf = (decision: Decision): Change[] =>
  changesRecorded(decision)
    .filter(({ before, after }) => !same(before, after))
    .toSorted((a, b) => CHANGED_FIELDS.indexOf(a.field) - CHANGED_FIELDS.indexOf(b.field));
