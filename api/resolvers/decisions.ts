// The audit trail. The types are those of curation.graphql.

import type { Decision } from '../../schema/decisions.ts';
import { dateLabel } from '../../schema/dates.ts';
import { Failure } from '../../schema/failures.ts';
import { isEntityId, nodeTypeOf } from '../../schema/ids.ts';
import { ACTS, POSITIONS, REVIEWS, STANCES, VOICES } from '../../schema/vocabulary.ts';
import { changesOf, type Change, type ChangedField, type ChangedValue } from '../../graph/analysis/decisionChanges.ts';
import { DECISION_ORDER, decisionCount, decisionPage, type DecisionFilter } from '../../graph/decisions/listDecisions.ts';
import { revisionOf } from '../../graph/decisions/revision.ts';
import { present, type RequestContext } from '../context.ts';
import type { DecisionFilter as FilterInput, Resolvers } from '../generated/resolvers.ts';
import { PAGE_CAP } from '../limits.ts';
import { askedPage, pageOf, pageOfList, pageSize, type Page, type PageArguments } from '../paging.ts';
import { nodeById } from './node.ts';

/** A page of decisions; how many there are is counted only where somebody asks. */
export interface DecisionPage extends Page<Decision> {
  readonly count: () => Promise<number>;
}

const LIST = { name: 'decisions', keys: DECISION_ORDER };

function readFilter({ subject, by, kinds, state }: FilterInput): DecisionFilter {
  if (subject && !isEntityId(subject) && nodeTypeOf(subject) !== 'Statement') throw new Failure('BAD_USER_INPUT', `filter.subject takes the id of a statement or an entity, got ${JSON.stringify(subject.slice(0, 80))}.`);
  return { ...(subject ? { about: subject } : {}), ...(by ? { by } : {}), ...(kinds ? { kinds } : {}), ...(state ? { state } : {}) };
}

async function pageUnder(filter: DecisionFilter, page: PageArguments, { store }: RequestContext): Promise<DecisionPage> {
  const asked = askedPage(LIST, page);
  const { query, parameters } = decisionPage(filter, asked.window);
  const total = decisionCount(filter);
  return { ...pageOf(asked, await store.read(query, parameters)), count: async () => (await store.read(total.query, total.parameters))[0] ?? 0 };
}

/** Those about one thing: few, so they are read whole and for many things at once. */
async function pageAbout({ id }: { readonly id: string }, { first, after }: { readonly first: number; readonly after?: string | null }, context: RequestContext): Promise<DecisionPage> {
  const { totalCount, ...page } = pageOfList(await context.decisionsOf.load(id), pageSize(first, PAGE_CAP), after, (row) => row.id);
  return { ...page, count: () => Promise.resolve(totalCount) };
}

/** Whether a person may be named in a decision on a statement: not under the Chatham House rule, nor where the document that would tell is gone. */
async function mayNamePersons({ document }: Decision, context: RequestContext): Promise<boolean> {
  const row = document === null ? null : await context.document.load(document);
  return row !== null && row.restriction !== 'CHATHAM_HOUSE';
}

async function withoutPersons(change: Change, context: RequestContext): Promise<Change> {
  if (change.field !== 'ACTORS') return change;
  const named = async (values: readonly ChangedValue[]): Promise<ChangedValue[]> => {
    const rows = await Promise.all(values.map(({ value }) => context.entity.load(value)));
    // Of whom the graph knows nothing any more, it is not known that it is no person.
    return values.filter((_, at) => rows[at] && rows[at].kind !== 'PERSON');
  };
  return { ...change, before: await named(change.before), after: await named(change.after) };
}

async function changesTold(decision: Decision, context: RequestContext): Promise<Change[]> {
  const changes = changesOf(decision);
  if (!changes.some(({ field }) => field === 'ACTORS') || (await mayNamePersons(decision, context))) return changes;
  return Promise.all(changes.map((change) => withoutPersons(change, context)));
}

const LABELS: ReadonlyMap<string, string> = new Map([ACTS, STANCES, POSITIONS, VOICES, REVIEWS].flatMap((list) => Object.entries(list).map(([value, { label }]) => [value, label] as const)));
const entityIn = async ({ value }: ChangedValue, context: RequestContext) => (isEntityId(value) ? context.entity.load(value) : null);
const DATE = /^\d{4}(?:-\d\d){0,2}$/;
const wordFor = ({ value, called }: ChangedValue): string => called ?? LABELS.get(value) ?? (DATE.test(value) ? dateLabel(value) : value);

const aboutIt = { decisions: pageAbout };

const ORPHANS: readonly Decision['kind'][] = ['ACCEPT', 'REJECT', 'EDIT'];

export const decisionResolvers: Resolvers = {
  Query: {
    viewer: (_, __, { viewer }) => viewer,
    decision: (_, { id }, context) => context.decision.load(id),
    decisions: (_, { filter, ...page }, context) => pageUnder(readFilter(filter ?? {}), page, context),
  },
  Statement: { decisions: pageAbout, revision: revisionOf },
  Actor: aboutIt,
  Country: aboutIt,
  Instrument: aboutIt,
  Forum: aboutIt,
  Commitment: aboutIt,
  Theme: aboutIt,
  DecisionConnection: { totalCount: ({ count }) => count() },
  Decision: {
    subjectId: ({ subject }) => subject,
    subject: ({ subject, appliesTo }, _, context) => nodeById(appliesTo ?? subject, context),
    into: ({ into }, _, context) => (into === null ? null : context.entity.load(into)),
    documents: async ({ uris }, _, context) => {
      const ids = await Promise.all((uris ?? []).map((uri) => context.documentAt.load(uri)));
      return present(context.document, ids.filter((id) => id !== null));
    },
    changes: (decision, _, context) => changesTold(decision, context),
    isUndone: ({ undoneAt }) => undoneAt !== null,
    isDrifted: ({ drifted, undoneAt }) => drifted && undoneAt === null,
    isOrphaned: ({ kind, appliesTo, undoneAt }) => ORPHANS.includes(kind) && appliesTo === null && undoneAt === null,
  },
  Change: { field: ({ field }): ChangedField => field, before: ({ before }) => [...before], after: ({ after }) => [...after] },
  ChangedValue: {
    entity: (value, _, context) => entityIn(value, context),
    label: async (value, _, context) => value.called ?? (await entityIn(value, context))?.name ?? wordFor(value),
  },
};
