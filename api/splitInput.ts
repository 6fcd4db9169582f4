// The other thing that a split speaks of, as a client names or describes it.

import { entityRecord, type EntityRecord } from '../schema/extraction.ts';
import { Failure } from '../schema/failures.ts';
import { entityId, isEntityId, nodeTypeOf, type EntityType } from '../schema/ids.ts';
import type { RequestContext } from './context.ts';
import { LONGEST_NAME } from './correctionInput.ts';
import type { NewEntityInput, SplitEntityInput } from './generated/resolvers.ts';

const wrong = (message: string): Failure => new Failure('BAD_USER_INPUT', message);

/** @throws Failure BAD_USER_INPUT naming the argument */
export function checkedEntityId(argument: string, id: string): string {
  if (!isEntityId(id)) throw wrong(`${argument} takes the id of an entity such as actor:un-women, got ${JSON.stringify(id.slice(0, 80))}.`);
  return id;
}

/** @throws Failure BAD_USER_INPUT naming the argument */
export function checkedName(argument: string, name: string): string {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > LONGEST_NAME) throw wrong(`${argument} takes 1 to ${LONGEST_NAME} characters, got ${trimmed.length}.`);
  return trimmed;
}

const recordOf = (argument: string, fields: object): EntityRecord => {
  const read = entityRecord.safeParse(fields);
  if (!read.success) throw wrong(`${argument} cannot be kept: ${read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()).join('; ')}.`);
  return read.data;
};

function described({ name, kind, acronym, aliases }: NewEntityInput, split: string): EntityRecord {
  const type = nodeTypeOf(split) as EntityType; // checkedEntityId has seen it
  const as = type === 'Country' ? 'Actor' : type;
  const called = checkedName('newEntity.name', name);
  return recordOf('newEntity', { type: as, id: entityId(as, called), kind: kind ?? (as === 'Theme' ? 'THEME' : undefined), name: called, aliases: aliases ?? [], ...(acronym ? { acronym } : {}) });
}

/** What the documents of a split mean: an entity that is here, or the one described. @throws Failure BAD_USER_INPUT, NOT_FOUND */
export async function splitTarget({ entity, into, newEntity }: SplitEntityInput, context: RequestContext): Promise<EntityRecord> {
  if (nodeTypeOf(checkedEntityId('entity', entity)) === 'Commitment') throw wrong('entity: a commitment is not split; give its statements another one by editStatement.');
  if (Boolean(into) === Boolean(newEntity)) throw wrong('splitEntity takes into or newEntity: one of them, and not both.');
  if (newEntity) return described(newEntity, entity);
  const id = checkedEntityId('into', into ?? '');
  const row = await context.entity.load(id);
  if (!row) throw new Failure('NOT_FOUND', `There is no entity ${id}; choose one that search finds, or describe it as newEntity.`);
  const { type, name, aliases, kind, iso3 } = row;
  return recordOf('into', { type, id, name, aliases, kind: type === 'Theme' ? 'THEME' : kind, ...(iso3 ? { iso3 } : {}) });
}
