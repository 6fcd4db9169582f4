// A correction as a client sends it, in the words in which the graph keeps it.

import { correction, type Correction } from '../schema/decisions.ts';
import { dated, UNDATED, type DatedFields } from '../schema/dates.ts';
import { Failure } from '../schema/failures.ts';
import { entityId, nodeTypeOf } from '../schema/ids.ts';
import { snapshotsOf } from '../graph/decisions/entityAt.ts';
import type { Store } from '../graph/store.ts';
import type { StatementCorrection } from './generated/resolvers.ts';

/** The longest name or title that a person may give, in characters. */
export const LONGEST_NAME = 300;

const wrong = (message: string): Failure => new Failure('BAD_USER_INPUT', message);

function dateFields(date: string | null | undefined): Partial<DatedFields> {
  if (date === undefined) return {};
  if (date === null) return UNDATED;
  const found = dated(date, 'STATED');
  if (found === null) throw wrong(`fields.date must be a year, month or day such as 2021, 2021-10 or 2021-10-19, got ${JSON.stringify(date.slice(0, 40))}.`);
  return found;
}

/** The title of a commitment as texts give it: that under which it is kept, whatever name people have given it since. */
async function titleOf(id: string, store: Store): Promise<string | null> {
  if (nodeTypeOf(id) !== 'Commitment') throw wrong(`fields.commitment takes the id of a Commitment, got ${JSON.stringify(id.slice(0, 80))}.`);
  const [known] = await snapshotsOf((query, parameters) => store.read(query, parameters), [id]);
  return known === undefined ? null : String(known.properties.title);
}

async function commitmentFields({ commitment, newCommitment }: StatementCorrection, store: Store): Promise<{ commitment?: string; title?: string }> {
  if (commitment && newCommitment) throw wrong('fields takes commitment or newCommitment, got both.');
  if (commitment) {
    const title = await titleOf(commitment, store);
    if (title === null) throw wrong(`fields.commitment: ${commitment} is not in the graph; choose one that search finds, or give a newCommitment.`);
    return { commitment, title };
  }
  if (newCommitment === undefined || newCommitment === null) return {};
  const title = newCommitment.trim();
  if (title === '' || title.length > LONGEST_NAME) throw wrong(`fields.newCommitment takes 1 to ${LONGEST_NAME} characters, got ${title.length}.`);
  const id = entityId('Commitment', title);
  return { commitment: id, title: (await titleOf(id, store)) ?? title };
}

/** Null means "nothing" where a field may be empty, and nothing at all elsewhere. @throws Failure BAD_USER_INPUT naming the field */
export async function readCorrection(fields: StatementCorrection, store: Store): Promise<Correction> {
  const { commitment: _one, newCommitment: _other, date, forum, ...plain } = fields;
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== null));
  const read = correction.safeParse({ ...given, ...(forum === undefined ? {} : { forum }), ...dateFields(date), ...(await commitmentFields(fields, store)) });
  if (!read.success) throw wrong(`fields cannot be kept: ${read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()).join('; ')}.`);
  return read.data;
}
