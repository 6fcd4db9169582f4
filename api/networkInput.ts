// A network as a client asks for it, checked before anything is fetched, and the statements it is made of.

import { Failure } from '../schema/failures.ts';
import { fieldOf, fieldsOf } from '../graph/analysis/coding.ts';
import { checked } from '../graph/analysis/discourse/coded.ts';
import { counted, type Counted, type NetworkQuestion } from '../graph/analysis/drawnNetwork.ts';
import { selectionInWords } from '../graph/analysis/networkDefinition.ts';
import { codedRows, codedStatements } from '../graph/traversals/codedStatements.ts';
import type { NetworkSettings as SettingsInput, StatementFilter as FilterInput } from './generated/resolvers.ts';
import type { RequestContext } from './context.ts';
import { within } from './exploring.ts';
import { checkNumber, readFilter } from './filterInput.ts';
import { sourcesOf, type Sources } from './sources.ts';

/** Milliseconds for the statements of a network: up to 50,000 of them are read, where a page is at most 100. */
const TIME_LIMIT = 20_000;

/** What a question takes where its settings say nothing. */
export type Usual = Partial<Pick<SettingsInput, 'aggregation' | 'normalization'>>;

function checkThings(argument: string, ids: readonly string[]): void {
  checkNumber(argument, ids);
  const wrong = ids.find((id) => fieldOf(id) === null);
  if (wrong !== undefined) throw new Failure('BAD_USER_INPUT', `${argument} takes ids of actors, countries, commitments, themes, forums or instruments, got ${JSON.stringify(wrong.slice(0, 80))}.`);
}

/** The network that settings ask for, absent ones filled in. @throws Failure BAD_USER_INPUT for settings that mean nothing together */
export function networkQuestion(input: SettingsInput | null | undefined, usual: Usual = {}): NetworkQuestion {
  const settings = input ?? {};
  const [mode, rows, columns] = [settings.mode ?? 'ONE_MODE', settings.rows ?? 'ORGANISATION', settings.columns ?? 'COMMITMENT'];
  const [exclude, only] = [settings.exclude ?? [], settings.only ?? []];
  checkThings('settings.exclude', exclude);
  checkThings('settings.only', only);
  const aggregation = settings.aggregation ?? usual.aggregation ?? (mode === 'ONE_MODE' ? 'CONGRUENCE' : 'IGNORE');
  const minimumWeight = settings.minimumWeight ?? 0;
  if (!(minimumWeight >= 0)) throw new Failure('BAD_USER_INPUT', `settings.minimumWeight takes a number from 0, got ${minimumWeight}; it is compared without regard to the sign of weights.`);
  if (minimumWeight > 0 && aggregation === 'COMBINE') throw new Failure('BAD_USER_INPUT', 'settings.minimumWeight means nothing with COMBINE, whose weights are codes (1 for, 2 against, 3 both); leave it out, or take IGNORE or SUBTRACT.');
  const { windows } = settings;
  const duplicates = settings.duplicates ?? 'INCLUDE';
  const used = checked({ rows, columns, mode, aggregation, normalization: settings.normalization ?? usual.normalization ?? 'NO', duplicates, qualifier: 'BOOLEAN', from: null, to: null, exclude: {}, invertExclude: false, isolates: settings.isolates ?? false, compat: settings.compat ?? 'DOCUMENTED' });
  return {
    settings: used, rows, columns, exclude, only, duplicates, minimumWeight,
    windows: windows ? { unit: windows.unit, size: within('settings.windows.size', windows.size, 1, 10_000), step: within('settings.windows.step', windows.step ?? 1, 1, 10_000), seed: null } : null,
    unit: windows?.unit ?? null,
    top: within('settings.top', settings.top ?? 200, 1, 1_000),
  };
}

/** Refuses windows where a question has one answer for the whole time. */
export function withoutWindows(question: NetworkQuestion, field: string): NetworkQuestion {
  if (question.windows) throw new Failure('BAD_USER_INPUT', `${field} takes no settings.windows; ask \`network\` or \`polarization\` over time, or narrow the filter to the time you mean.`);
  return question;
}

/** Refuses a minimum weight where ties are not told one by one. */
export function withoutMinimum(question: NetworkQuestion, field: string): NetworkQuestion {
  if (question.minimumWeight > 0) throw new Failure('BAD_USER_INPUT', `${field} reads all ties: leave settings.minimumWeight out.`);
  return question;
}

/** The statements of a question, counted, with what says so, and their order as evidence. */
export interface Asked extends Counted {
  readonly sources: Sources;
  /** The caption's part on what counts. */
  readonly inWords: string;
}

/** Names of the things that a question names, for its caption; an unknown id stands for itself. */
async function namesFor(ids: readonly string[], { entity }: RequestContext): Promise<(id: string) => string> {
  const rows = await entity.loadMany(ids);
  const names = new Map(rows.flatMap((row) => (row && !(row instanceof Error) ? [[row.id, row.name] as const] : [])));
  return (id) => names.get(id) ?? id;
}

const isThing = (value: unknown): value is string => typeof value === 'string' && fieldOf(value) !== null;

/** Fetches and counts. @throws Failure BAD_USER_INPUT, QUERY_TOO_EXPENSIVE beyond 50,000 statements, TIMEOUT */
export async function askedOf(question: NetworkQuestion, input: FilterInput | null | undefined, context: RequestContext): Promise<Asked> {
  const filter = readFilter(input);
  const { query, parameters } = codedStatements(filter, fieldsOf(question));
  const rows = codedRows(await context.store.read(query, parameters, { timeLimit: TIME_LIMIT }));
  const found = counted(rows, question);
  const named: unknown[] = [...question.exclude, ...question.only, ...Object.values(filter).flat()];
  const inWords = selectionInWords(question, filter, found.counts, await namesFor([...new Set(named.filter(isThing))], context));
  return { ...found, sources: sourcesOf(rows), inWords };
}
