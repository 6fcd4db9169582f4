// The same question asked for several things at once: one statement to the database instead of one for each.

import type { Query } from './store.ts';

/** A question put together for what it asks, with its parameters. */
export interface Asked<Row> {
  readonly query: Query<Readonly<Record<string, unknown>>, Row>;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What Cypher takes only as a parameter of the whole statement, because it decides the plan. */
const OF_THE_WHOLE = new Set(['size']);

const isOfTheWhole = (name: string): boolean => OF_THE_WHOLE.has(name);

/** Two questions are the same where their Cypher is, and the parameters that decide its plan: these can be asked together. */
export const sameQuestion = ({ query, parameters }: Asked<unknown>): string => JSON.stringify([query.cypher, ...[...OF_THE_WHOLE].map((name) => parameters[name])]);

/**
 * The question asked once for each row of `$rows`. It must end in `RETURN … AS ‹column›` with the columns named here.
 * Returns each row with `at`: the place in `$rows` of what it answers; in the order of the question for each.
 */
function forEachOf<Row>({ name, cypher, decode }: Query<Readonly<Record<string, unknown>>, Row>, columns: readonly string[]): Query<Readonly<Record<string, unknown>>, { readonly at: number; readonly row: Row }> {
  const inner = cypher.replaceAll(/\$(\w+)/g, (parameter, named: string) => (isOfTheWhole(named) ? parameter : `theQuestion.${named}`));
  return {
    name: `${name}, together`,
    cypher: `UNWIND range(0, size($rows) - 1) AS at WITH at, $rows[at] AS theQuestion CALL (theQuestion) { ${inner} } RETURN at, ${columns.join(', ')}`,
    decode: (record) => ({ at: Number(record.at), row: decode(record) }),
  };
}

/** The answers to several questions, in their order: those that are the same but for their parameters are asked together. */
export async function answersTo<Row>(read: <One>(query: Query<Readonly<Record<string, unknown>>, One>, parameters: Readonly<Record<string, unknown>>) => Promise<One[]>, questions: readonly Asked<Row>[], columns: readonly string[]): Promise<Row[][]> {
  const answers = new Map<Asked<Row>, Row[]>();
  const asking = [...Map.groupBy(questions, sameQuestion).values()].map(async (group) => {
    const [first, ...others] = group;
    if (!first) return;
    if (others.length === 0) {
      answers.set(first, await read(first.query, first.parameters));
      return;
    }
    const shared = Object.fromEntries(Object.entries(first.parameters).filter(([name]) => isOfTheWhole(name)));
    const rows = group.map(({ parameters }) => Object.fromEntries(Object.entries(parameters).filter(([name]) => !isOfTheWhole(name))));
    const found = Map.groupBy(await read(forEachOf(first.query, columns), { ...shared, rows }), ({ at }) => at);
    group.forEach((question, at) => answers.set(question, (found.get(at) ?? []).map(({ row }) => row)));
  });
  await Promise.all(asking);
  return questions.map((question) => answers.get(question) ?? []);
}
