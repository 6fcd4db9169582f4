// A person accepts, rejects or corrects a statement. What stands in the graph is always what was extracted with all decisions on it that
// are not undone, in order of time; so undoing any of them leaves exactly what there would be without it.

import { z } from 'zod';
import { correctable, correction, type Correction, type Decision, type Snapshot, type StatementReading } from '../../schema/decisions.ts';
import { Failure } from '../../schema/failures.ts';
import { nodeTypeOf } from '../../schema/ids.ts';
import { DECISION_KINDS } from '../../schema/vocabulary.ts';
import type { Query, Run, Store } from '../store.ts';
import { statementsById } from '../traversals/whoAdvocatedWhat.ts';
import { ENTITIES, ENTITY_TYPES, JOINING, JOIN_TYPES, writing } from '../writing/queries.ts';
import { tidy } from '../writing/retract.ts';
import { joinsOf, namedIn, readingProperties } from '../writing/rows.ts';
import { inTurnFor } from '../writing/turns.ts';
import { snapshotsOf } from './entityAt.ts';
import { decided } from './onStatements.ts';
import { DECISION, decodeDecision, markUndone, recordDecision, type Deciding } from './record.ts';
import { readRedirects, type Redirects } from './redirects.ts';
import { revisionOf } from './revision.ts';
import { settle } from './settle.ts';

export type StatementDecision = { readonly kind: 'ACCEPT' | 'REJECT' } | { readonly kind: 'EDIT'; readonly correction: Correction };

const statementAt = z.object({ uri: z.string(), document: z.string(), quote: z.string(), start: z.number(), review: z.string(), extracted: z.string().nullable(), shown: correctable });
type StatementAt = z.infer<typeof statementAt> & { readonly asExtracted: StatementReading };

const named = (pattern: string): string => `COLLECT { MATCH ${pattern} UNWIND coalesce(r.as, [x.id]) AS id RETURN DISTINCT id ORDER BY id }`;
const readStatement: Query<{ id: string }, StatementAt> = {
  name: 'readStatement',
  cypher: `
    MATCH (s:Statement {id: $id}) MATCH (d:Document {id: left(s.id, 20)})
    WITH s, d, head(${named('(s)-[r:ON]->(x)')}) AS commitment
    RETURN { uri: d.uri, document: d.id, quote: s.quote, start: s.start, review: s.review, extracted: s.extracted, shown: {
      act: s.act, stance: s.stance, position: s.position, voice: s.voice, date: s.date, datePrecision: s.datePrecision, dateBasis: s.dateBasis,
      commitment: commitment,
      title: head(COLLECT { MATCH (c:Entity {id: commitment}) RETURN coalesce(c.nameBefore, c.title) AS title UNION MATCH (c:Merged {id: commitment}) RETURN coalesce(c.nameBefore, c.title) AS title }),
      actors: ${named('(s)<-[r:MADE]-(x)')}, forum: head(${named('(s)-[r:IN]->(x)')}), addressees: ${named('(s)-[r:ADDRESSED_TO]->(x)')}, instruments: ${named('(s)-[r:CITES]->(x)')} } } AS statement`,
  decode: ({ statement }) => {
    const row = statementAt.parse(statement);
    return { ...row, asExtracted: row.extracted === null ? row.shown : correctable.parse(JSON.parse(row.extracted)) };
  },
};

const decisionsOn: Query<{ id: string }, Decision> = { name: 'decisionsOn', cypher: `MATCH (d:Decision {appliesTo: $id}) WHERE d.undoneAt IS NULL RETURN ${DECISION} AS decision ORDER BY d.at, d.id`, decode: decodeDecision };

const UNJOIN = [
  writing('unjoin statement', `UNWIND $rows AS row MATCH (:Statement {id: row.id})-[r:ON|IN|ADDRESSED_TO|CITES]->() DELETE r`),
  writing('unjoin actors', `UNWIND $rows AS row MATCH (:Statement {id: row.id})<-[r:MADE]-() DELETE r`),
];
const SET_STATEMENT = writing('set statement', `UNWIND $rows AS row MATCH (s:Statement {id: row.id}) SET s += row.properties`);

async function found(run: Run, id: string): Promise<StatementAt> {
  const [statement] = await run(readStatement, { id });
  if (!statement) throw new Failure('NOT_FOUND', `There is no statement ${id}; it may have been read anew since: look for its sentence again.`);
  return statement;
}

const allNamed = (reading: StatementReading): string[] => Object.values(namedIn(reading)).flat();

/** Names of which nothing was left but what a correction took away come back as they were. */
async function bringBack(run: Run, ids: readonly string[], snapshots: readonly Snapshot[], redirects: Redirects): Promise<void> {
  const there = new Set((await snapshotsOf(run, ids)).map(({ id }) => id));
  const kept = new Map(snapshots.map((one) => [one.id, one]));
  const gone = ids.filter((id) => !there.has(id) && !redirects.isMerged(id) && !id.startsWith('commitment:')).flatMap((id) => kept.get(id) ?? []);
  for (const type of ENTITY_TYPES) {
    const rows = gone.filter(({ id }) => nodeTypeOf(id) === type).map(({ id, properties, aliases }) => ({ id, properties, known: {}, aliases }));
    if (rows.length > 0) await run(ENTITIES[type], { rows });
  }
  if (gone.length > 0) await settle(run, [...redirects.concerned]);
}

/** Makes a statement stand as extracted and decided. @param undone kept by a decision that holds no more */
async function restate(run: Run, id: string, { uri, extracted, shown, asExtracted }: StatementAt, undone: readonly Snapshot[] = []): Promise<void> {
  const decisions = await run(decisionsOn, { id });
  const { reading, review, isCorrected } = decided(asExtracted, decisions);
  const properties = { ...readingProperties(reading), review, extracted: isCorrected ? JSON.stringify(asExtracted) : null };
  await run(SET_STATEMENT, { rows: [{ id, properties }] });
  if (!isCorrected && extracted === null) return;
  const redirects = await readRedirects(run, [...allNamed(reading), ...allNamed(shown)]);
  const commitments = [reading, asExtracted].filter(({ commitment }) => !redirects.isMerged(commitment));
  const needed: readonly Snapshot[] = [...decisions.flatMap(({ snapshots }) => snapshots), ...undone];
  await run(ENTITIES.Commitment, { rows: [...new Map(commitments.map(({ commitment, title }) => [commitment, { id: commitment, properties: { id: commitment, title }, known: {}, aliases: needed.find((one) => one.id === commitment)?.aliases ?? [] }])).values()] });
  await bringBack(run, allNamed(reading), needed, redirects);
  await Promise.all(UNJOIN.map((query) => run(query, { rows: [{ id }] })));
  const names = namedIn(reading);
  for (const join of JOIN_TYPES) if (join !== 'AUTHORED' && join !== 'PRESENTED_AT') await run(JOINING[join], { rows: joinsOf(id, names[join], (entity) => redirects.shown(entity, uri)) });
  await tidy(run, allNamed(shown).flatMap((name) => [name, redirects.shown(name, uri)]));
}

/** In the turn of the document, so that it is not read anew in between. */
async function inTurnOf<Result>(run: Run, statement: string, work: () => Promise<Result>): Promise<Result> {
  const { uri } = await found(run, statement);
  return inTurnFor(run, [uri], work);
}

/** A correction may name what is in the graph, and one thing that is not: a commitment, which comes with its title. */
async function refuseUnknown(run: Run, fields: Correction): Promise<Snapshot[]> {
  const ids = [...new Set([...(fields.actors ?? []), ...(fields.addressees ?? []), ...(fields.instruments ?? []), ...(fields.forum ? [fields.forum] : [])])];
  const snapshots = await snapshotsOf(run, [...ids, ...(fields.commitment ? [fields.commitment] : [])]);
  const unknown = ids.filter((id) => !snapshots.some((one) => one.id === id));
  if (unknown.length > 0) throw new Failure('BAD_USER_INPUT', `${unknown.join(', ')}: not in the graph; choose one that search finds.`);
  return snapshots;
}

/** What a correction needs to hold for whatever is loaded later, and to be undone: those that it names, and those that the text named. */
async function neededFor(run: Run, fields: Correction, { asExtracted, shown }: StatementAt, earlier: readonly Decision[]): Promise<Snapshot[]> {
  const named = await refuseUnknown(run, fields);
  const before = new Set([...allNamed(asExtracted), ...allNamed(shown)].filter((id) => !id.startsWith('commitment:')));
  const kept = [...earlier.flatMap(({ snapshots }) => snapshots).filter(({ id }) => before.has(id)), ...(await snapshotsOf(run, [...before])), ...named];
  return [...new Map(kept.map((one) => [one.id, one])).values()];
}

/** Nobody overwrites what they have not seen. */
async function refuseUnseen(run: Run, statement: string, seen: string, last: Decision | undefined): Promise<void> {
  const [row] = await run(statementsById, { ids: [statement] });
  if (row && revisionOf(row) === seen) return;
  const since = last ? `; the last decision on it, of ${last.at} by ${last.by}, is: ${DECISION_KINDS[last.kind].label}` : '';
  throw new Failure('CONFLICT', `The statement is no longer as you saw it${since}. Look at it again, and decide on what it says now.`);
}

/** The decision that already says so, and stands last. */
const saysSo = (last: Decision | undefined, kind: Decision['kind'], fields: Correction | null): last is Decision => last?.kind === kind && (fields === null || JSON.stringify(last.after) === JSON.stringify(fields));

/**
 * Accepts, rejects or corrects a statement. The same again gives the decision that already holds.
 * @param seen the revision (see revisionOf) that the person looked at; null where nobody looked
 * @throws Failure NOT_FOUND, BAD_USER_INPUT, CONFLICT where the statement has changed since it was seen
 */
export function decideOnStatement(store: Store, statement: string, what: StatementDecision, deciding: Deciding, seen: string | null = null): Promise<Decision> {
  return store.transaction('decide on statement', (run) =>
    inTurnOf(run, statement, async () => {
      const before = await found(run, statement);
      const decisions = await run(decisionsOn, { id: statement });
      const last = decisions.at(-1);
      const fields = what.kind === 'EDIT' ? checked(what.correction) : null;
      if (saysSo(last, what.kind, fields)) return last;
      if (seen !== null) await refuseUnseen(run, statement, seen, last);
      const snapshots = fields ? await neededFor(run, fields, before, decisions) : [];
      const { document, uri, quote, start, asExtracted, shown, review } = before;
      const made = await recordDecision(run, deciding, {
        kind: what.kind, subject: statement, appliesTo: statement, document, uri, quote, start, act: asExtracted.act, commitment: asExtracted.commitment,
        before: { ...asExtracted, shown, review }, after: fields ?? { review: what.kind === 'ACCEPT' ? 'ACCEPTED' : 'REJECTED' }, snapshots: JSON.stringify(snapshots),
      });
      await restate(run, statement, before);
      return made;
    }),
  );
}

function checked(fields: Correction): Correction {
  const parsed = correction.safeParse(fields);
  if (!parsed.success) throw new Failure('BAD_USER_INPUT', `The correction cannot be kept: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()).join('; ')}.`);
  return parsed.data;
}

/** Takes a decision on a statement back; one that applies to nothing is only marked. */
export async function undoOnStatement(run: Run, { id, appliesTo }: Decision, deciding: Deciding): Promise<Decision> {
  if (appliesTo === null) return markUndone(run, id, deciding);
  return inTurnOf(run, appliesTo, async () => {
    const before = await found(run, appliesTo);
    const undone = await markUndone(run, id, deciding);
    await restate(run, appliesTo, before, undone.snapshots);
    return undone;
  });
}
