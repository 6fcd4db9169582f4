// What a person saw of a statement, in sixteen characters: two that saw the same saw the same revision.

import { createHash } from 'node:crypto';
import type { StatementRow } from '../traversals/whoAdvocatedWhat.ts';

/** The first 16 hex digits of the SHA-256 over all that is shown of it: its reading, its sentence, its review. */
export const revisionOf = (row: StatementRow): string => createHash('sha256').update(JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))).digest('hex').slice(0, 16);
