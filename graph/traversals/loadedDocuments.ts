// Question  Which documents are loaded, from where, and read by which rules?
// Takes     nothing
// Returns   one row for each document
// Order     by id
// Fails     never by itself
// Cost      one property scan over the documents

import { z } from 'zod';
import type { Query } from '../store.ts';

const loadedRow = z.object({ id: z.string(), uri: z.string(), readBy: z.string() });
export type LoadedRow = z.infer<typeof loadedRow>;

export const loadedDocuments: Query<Record<never, never>, LoadedRow> = {
  name: 'loadedDocuments',
  cypher: `MATCH (d:Document) RETURN d.id AS id, d.uri AS uri, coalesce(d.readBy, '') AS readBy ORDER BY id`,
  decode: (record) => loadedRow.parse(record),
};
