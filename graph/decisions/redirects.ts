// Under which entity a name is shown, after what people have merged and split. Pure, but for the one question that reads the decisions.

import { decision, type Decision, type Snapshot } from '../../schema/decisions.ts';
import type { Query, Run } from '../store.ts';

/** The decisions about entities that concern a piece of work. */
export interface Redirects {
  /** The id under which an entity that the document at this uri names is shown; its own where nobody decided otherwise. */
  shown(entity: string, uri: string): string;
  /** Whether the entity is set aside, as merged into another. */
  isMerged(entity: string): boolean;
  /** Entities on which something was decided, and those they are shown under. */
  readonly concerned: ReadonlySet<string>;
  /** Entities that decisions need, as they were when it was decided. */
  readonly snapshots: readonly Snapshot[];
}

const entityDecisions: Query<{ ids: readonly string[] }, Decision> = {
  name: 'entityDecisions',
  cypher: `UNWIND $ids AS id MATCH (d:Decision {subject: id}) WHERE d.undoneAt IS NULL AND d.kind IN ['MERGE', 'SPLIT', 'RENAME'] RETURN d { ${Object.keys(decision.shape).map((key) => `.${key}`).join(', ')} } AS decision ORDER BY d.at, d.id`,
  decode: ({ decision: record }) => decision.parse(record),
};

/** @param decisions that are not undone, in order of time */
export function redirectsOf(decisions: readonly Decision[]): Redirects {
  const merged = new Map(decisions.flatMap(({ kind, subject, into }) => (kind === 'MERGE' && into !== null ? [[subject, into] as const] : [])));
  const splits = decisions.filter(({ kind }) => kind === 'SPLIT');
  const next = (entity: string, uri: string): string | undefined => splits.findLast(({ subject, uris }) => subject === entity && uris?.includes(uri))?.into ?? merged.get(entity);
  return {
    shown(entity, uri) {
      const passed = new Set<string>();
      let at = entity;
      for (let to = next(at, uri); to !== undefined && !passed.has(to); to = next(at, uri)) {
        passed.add(at);
        at = to;
      }
      return at;
    },
    isMerged: (entity) => merged.has(entity),
    concerned: new Set(decisions.flatMap(({ subject, into }) => [subject, ...(into === null ? [] : [into])])),
    snapshots: decisions.flatMap(({ snapshots }) => snapshots),
  };
}

/** The decisions on these entities, and on those they lead to. Almost always one question with an empty answer. */
export async function readRedirects(run: Run, ids: Iterable<string>): Promise<Redirects> {
  const asked = new Set<string>(ids);
  const found: Decision[] = [];
  for (let ask = [...asked]; ask.length > 0; ) {
    const decisions = await run(entityDecisions, { ids: ask });
    found.push(...decisions);
    ask = [...new Set(decisions.flatMap(({ into }) => (into !== null && !asked.has(into) ? [into] : [])))];
    for (const id of ask) asked.add(id);
  }
  return redirectsOf(found.toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1)));
}
