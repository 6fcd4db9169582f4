// Question  Which documents were read from these places?
// Takes     uris: at most 1,000
// Returns   one row for each document: the place asked, the document's id, and whether it is the whole file or a part of it (`table.csv#…`)
// Order     by place, then by the document's uri
// Fails     never by itself; a place that nothing was read from gives no row
// Cost      one look-up in the index of uris for each place

import { z } from 'zod';
import type { Query } from '../store.ts';

const documentAt = z.object({ uri: z.string(), id: z.string(), isWhole: z.boolean() });
export type DocumentAt = z.infer<typeof documentAt>;

export const documentsAt: Query<{ uris: readonly string[] }, DocumentAt> = {
  name: 'documentsAt',
  cypher: `
    UNWIND $uris AS uri
    CALL (uri) { MATCH (d:Document {uri: uri}) RETURN d, true AS isWhole UNION MATCH (d:Document) WHERE d.uri STARTS WITH uri + '#' RETURN d, false AS isWhole }
    RETURN uri, d.id AS id, isWhole ORDER BY uri, d.uri, id`,
  decode: (record) => documentAt.parse(record),
};
