// What a person decides about what the loaders found, as the graph keeps it and the API will take it.

import { z } from 'zod';
import { statement, type StatementRecord } from './extraction.ts';
import { DECISION_KINDS, valuesOf } from './vocabulary.ts';

/** The fields of a statement that a person may correct. */
export const correctable = statement.pick({ act: true, stance: true, position: true, voice: true, commitment: true, title: true, actors: true, addressees: true, instruments: true, forum: true, date: true, datePrecision: true, dateBasis: true });
export type StatementReading = z.infer<typeof correctable>;

/** Only the fields that change. A commitment comes with its title, a date with its precision and basis. */
export const correction = correctable
  .partial()
  .refine((fields) => (fields.commitment === undefined) === (fields.title === undefined), { error: 'a commitment comes with its title' })
  .refine((fields) => (fields.date === undefined) === (fields.datePrecision === undefined) && (fields.date === undefined) === (fields.dateBasis === undefined), { error: 'a date comes with its precision and basis' })
  .refine((fields) => Object.values(fields).some((value) => value !== undefined), { error: 'nothing is corrected' });
export type Correction = z.infer<typeof correction>;

export const readingOf = (record: StatementRecord): StatementReading => correctable.parse(record);

/** An entity as it stood: enough to make it anew where nothing else in the graph speaks of it any more. */
export const snapshot = z.object({ id: z.string(), properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])), aliases: z.array(z.string()) });
export type Snapshot = z.infer<typeof snapshot>;

const json = z.string().transform((text): unknown => JSON.parse(text));
const text = z.string().nullable();

/** A decision. What does not concern its kind is null. */
export const decision = z.object({
  id: z.string(),
  kind: z.enum(valuesOf(DECISION_KINDS)),
  by: z.string(),
  /** ISO instant in UTC. */
  at: z.string(),
  note: text,
  /** The statement or entity decided on; for a statement the id under which it was last found. */
  subject: z.string(),
  undoneBy: text,
  undoneAt: text,
  /** What stood there before, and what the decision put there: for the audit trail. */
  before: json,
  after: json,
  /** The statement to which the decision applies now; null where no reading of the document holds it any more. */
  appliesTo: text,
  /** The rules have since come to read the statement otherwise than the person saw it: worth another look. */
  drifted: z.boolean().nullable().transform((value) => value === true),
  // By these a statement is found again.
  document: text,
  uri: text,
  quote: text,
  act: text,
  commitment: text,
  start: z.number().nullable(),
  // Of entities.
  into: text,
  uris: z.array(z.string()).nullable(),
  name: text,
  snapshots: z.string().nullable().transform((value): Snapshot[] => z.array(snapshot).parse(JSON.parse(value ?? '[]'))),
});
export type Decision = z.infer<typeof decision>;
