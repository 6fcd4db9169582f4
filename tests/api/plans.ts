// How Neo4j would answer a query, for tests that hold plans to an index or a bounded expansion.

import neo4j, { type Plan } from 'neo4j-driver';
import { inject } from 'vitest';

const names = (plan: Plan): string[] => [plan.operatorType, ...plan.children.flatMap(names)];

/** The operators of the plan, from the top down; nothing is run. */
export async function operatorsOf(cypher: string, parameters: object): Promise<string[]> {
  const { uri, user, password } = inject('neo4j');
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    const { summary } = await driver.executeQuery(`EXPLAIN ${cypher}`, parameters);
    if (!summary.plan) throw new Error('the database told no plan');
    return names(summary.plan);
  } finally {
    await driver.close();
  }
}
