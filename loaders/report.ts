// What became of a load: one outcome for each document, and the closing report in words and for machines.

import type { Extraction } from '../schema/extraction.ts';
import type { EntityId } from '../schema/ids.ts';
import type { TableTold } from './tables/tableReadings.ts';

export type Result = 'loaded' | 'replaced' | 'already there' | 'taken back' | 'left out' | 'failed';

export interface Outcome {
  readonly uri: string;
  readonly result: Result;
  /** Statements that it makes now. */
  readonly statements: number;
  /** Statements that it did not make before, and those that it made and makes no more; the same act in the same words is the same. */
  readonly added: number;
  readonly removed: number;
  /** Why it failed or was left out, and what else should be known: sentences about it. */
  readonly notes: readonly string[];
}

/** A surface that may mean several things, where nothing in the text decided between them. */
export interface Ambiguity {
  readonly surface: string;
  readonly taken: EntityId;
  readonly alternatives: readonly EntityId[];
  /** Uris of the documents that print it. */
  readonly documents: readonly string[];
}

export interface LoadReport {
  /** Nothing was written: the report says what would be. */
  readonly dryRun: boolean;
  /** In the order of the files. */
  readonly documents: readonly Outcome[];
  readonly counts: Readonly<Record<Result, number>>;
  readonly statements: number;
  /** What became of the rows of each table, in the order of the files. */
  readonly tables: readonly TableTold[];
  readonly entities: {
    /** Named by the documents read and held by the word lists. */
    readonly known: number;
    /** Introduced by the documents read: no word list holds them. Ids in order. */
    readonly new: readonly EntityId[];
    /** In order of surface. */
    readonly ambiguous: readonly Ambiguity[];
  };
}

const RESULTS = ['loaded', 'replaced', 'already there', 'taken back', 'left out', 'failed'] as const satisfies readonly Result[];

/** Gathers a report while documents pass; keeps ids and names of them, not their texts. */
export class ReportBuilder {
  private readonly outcomes: Outcome[] = [];
  private readonly tables: TableTold[] = [];
  private readonly known = new Set<EntityId>();
  private readonly introduced = new Set<EntityId>();
  private readonly ambiguous = new Map<string, { surface: string; taken: EntityId; alternatives: readonly EntityId[]; documents: Set<string> }>();
  private readonly holds: (id: EntityId) => boolean;

  /** @param holds whether the word lists hold an entity */
  constructor(holds: (id: EntityId) => boolean) {
    this.holds = holds;
  }

  get documents(): number {
    return this.outcomes.length;
  }

  add(outcome: Outcome): void {
    this.outcomes.push(outcome);
  }

  addTable(table: TableTold): void {
    this.tables.push(table);
  }

  /** Counts the entities of a document that was read. */
  meet({ document, entities, mentions }: Extraction): void {
    for (const { id } of entities) (this.holds(id) ? this.known : this.introduced).add(id);
    for (const { surface, entity, alternatives } of mentions) {
      if (!alternatives) continue;
      const key = `${surface} ${entity}`;
      const met = this.ambiguous.get(key) ?? { surface, taken: entity, alternatives, documents: new Set<string>() };
      met.documents.add(document.uri);
      this.ambiguous.set(key, met);
    }
  }

  report(dryRun: boolean): LoadReport {
    const count = (result: Result): number => this.outcomes.filter((outcome) => outcome.result === result).length;
    return {
      dryRun,
      documents: this.outcomes,
      counts: Object.fromEntries(RESULTS.map((result) => [result, count(result)])) as Record<Result, number>, // one for each result
      tables: this.tables,
      statements: this.outcomes.reduce((sum, { statements }) => sum + statements, 0),
      entities: {
        known: this.known.size,
        new: [...this.introduced].toSorted(),
        ambiguous: [...this.ambiguous.values()].map((one) => ({ ...one, documents: [...one.documents].toSorted() })).toSorted((a, b) => (a.surface === b.surface ? (a.taken < b.taken ? -1 : 1) : a.surface < b.surface ? -1 : 1)),
      },
    };
  }
}

const many = (count: number, one: string, several = `${one}s`): string => `${count} ${count === 1 ? one : several}`;

/** "12 documents: 3 loaded, 1 replaced (2 statements more, 1 less), 7 already there, 1 failed; 145 statements found; 80 entities, 12 of them new, 1 name ambiguous." */
export function summaryOf({ dryRun, documents, counts, statements, tables, entities }: LoadReport): string {
  const replaced = documents.filter(({ result }) => result === 'replaced');
  const sum = (of: 'added' | 'removed'): number => replaced.reduce((total, outcome) => total + outcome[of], 0);
  const changes = ` (${many(sum('added'), 'statement')} more, ${sum('removed')} less)`;
  const parts = RESULTS.filter((result) => counts[result] > 0).map((result) => `${counts[result]} ${result}${result === 'replaced' ? changes : ''}`);
  const leftOut = tables.reduce((sum, table) => sum + table.leftOut.length, 0);
  const met = entities.known + entities.new.length;
  const named = met === 0 ? '' : `; ${many(met, 'entity', 'entities')}, ${entities.new.length} of them new${entities.ambiguous.length === 0 ? '' : `, ${many(entities.ambiguous.length, 'name')} ambiguous`}`;
  return `${dryRun ? 'Nothing was written. This would become of ' : ''}${many(documents.length, 'document')}: ${parts.join(', ') || 'nothing to load'}${leftOut > 0 ? `; ${many(leftOut, 'row')} left out` : ''}${statements > 0 ? `; ${many(statements, 'statement')} found` : ''}${named}.`;
}

/** Rows left out of one table that are printed; the others are counted, and stand in the report for machines. */
const SHOWN_ROWS = 20;

function linesOfTable({ uri, leftOut, notes }: TableTold): string[] {
  const hidden = leftOut.length - SHOWN_ROWS;
  return [...leftOut.slice(0, SHOWN_ROWS).map((reason) => `✗ ${reason}`), ...(hidden > 0 ? [`✗ ${uri}: ${many(hidden, 'more row')} could not be read; --report lists them all.`] : []), ...notes.map((note) => `– ${note}`)];
}

/** One line for each document of which there is something to tell: problems always, changes where nothing was written. */
export function linesOf({ dryRun, documents, tables }: LoadReport): string[] {
  const ofDocuments = documents.flatMap(({ uri, result, added, removed, notes }) => {
    const mark = result === 'failed' ? '✗' : '–';
    const told = notes.map((note) => `${mark} ${note.startsWith(uri) ? note : `${uri}: ${note}`}`);
    const change = { loaded: `new, +${added} statements`, replaced: `replaced, +${added} −${removed} statements`, 'already there': 'unchanged', 'taken back': `taken back, −${removed} statements`, 'left out': '', failed: '' }[result];
    return dryRun && change !== '' ? [`${uri}: ${change}`, ...told] : told;
  });
  return [...ofDocuments, ...tables.flatMap(linesOfTable)];
}
