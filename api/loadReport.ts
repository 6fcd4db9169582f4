// What the loader reports of a load, as the API tells it: the report is JSON that another program wrote, so it is read as such.

import { z } from 'zod';

/** The most documents, failures, notes and new names that are told one by one; the counts count all. */
export const TOLD_AT_MOST = 100;

const RESULTS = { loaded: 'LOADED', replaced: 'REPLACED', 'already there': 'UNCHANGED', 'taken back': 'TAKEN_BACK', 'left out': 'LEFT_OUT', failed: 'FAILED' } as const;
type Result = keyof typeof RESULTS;

const RESULT_NAMES = Object.keys(RESULTS) as Result[]; // the literal above holds no others
const written = z.object({
  documents: z.array(z.object({ uri: z.string(), result: z.enum(RESULT_NAMES), statements: z.number(), added: z.number(), removed: z.number(), notes: z.array(z.string()) })),
  tables: z.array(z.object({ uri: z.string(), leftOut: z.array(z.string()), notes: z.array(z.string()) })),
  statements: z.number(),
  entities: z.object({ known: z.number(), new: z.array(z.string()), ambiguous: z.array(z.object({ surface: z.string() })) }),
});

export interface LoadedDocument {
  readonly uri: string;
  readonly result: (typeof RESULTS)[Result];
  readonly statementCount: number;
  readonly addedStatementCount: number;
  readonly removedStatementCount: number;
  readonly notes: readonly string[];
}

export interface LoadReport {
  readonly documentCount: number;
  readonly loadedCount: number;
  readonly replacedCount: number;
  readonly unchangedCount: number;
  readonly takenBackCount: number;
  readonly documents: readonly LoadedDocument[];
  readonly statementCount: number;
  readonly knownEntityCount: number;
  readonly newEntityCount: number;
  /** Ids, in order. */
  readonly newEntities: readonly string[];
  readonly ambiguousNameCount: number;
  readonly failureCount: number;
  readonly failures: readonly { readonly uri: string; readonly reason: string }[];
  readonly notes: readonly string[];
}

/** @param text the report as the loader wrote it. @param folder where it worked: no path of this machine is told */
export function readReport(text: string, folder: string): LoadReport {
  const { documents, tables, statements, entities } = written.parse(JSON.parse(text.replaceAll(`${JSON.stringify(folder).slice(1, -1)}/`, '')));
  const failures = [
    ...documents.filter(({ result }) => result === 'failed' || result === 'left out').map(({ uri, notes }) => ({ uri, reason: notes.join(' ') })),
    ...tables.flatMap(({ uri, leftOut }) => leftOut.map((reason) => ({ uri, reason }))),
  ];
  const count = (result: Result): number => documents.filter((one) => one.result === result).length;
  return {
    documentCount: documents.length,
    loadedCount: count('loaded'),
    replacedCount: count('replaced'),
    unchangedCount: count('already there'),
    takenBackCount: count('taken back'),
    documents: documents.slice(0, TOLD_AT_MOST).map(({ uri, result, statements, added, removed, notes }) => ({ uri, result: RESULTS[result], statementCount: statements, addedStatementCount: added, removedStatementCount: removed, notes })),
    statementCount: statements,
    knownEntityCount: entities.known,
    newEntityCount: entities.new.length,
    newEntities: entities.new.slice(0, TOLD_AT_MOST),
    ambiguousNameCount: entities.ambiguous.length,
    failureCount: failures.length,
    failures: failures.slice(0, TOLD_AT_MOST),
    notes: tables.flatMap(({ notes }) => notes).slice(0, TOLD_AT_MOST),
  };
}

/** Whether anything of it is in the graph now. */
export const isInTheGraph = ({ loadedCount, replacedCount, unchangedCount }: LoadReport): boolean => loadedCount + replacedCount + unchangedCount > 0;
