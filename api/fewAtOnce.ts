// What one request asks of the database at the same time. A question of many parts would otherwise have all of them planned at once,
// each running into its time limit because of the others, and would keep other readers waiting.

import type { Store } from '../graph/store.ts';

/** The store, reading at most `most` things at once; what comes on top waits for its turn, in the order in which it was asked. */
export function fewAtOnce(store: Store, most: number): Store {
  let running = 0;
  const waiting: (() => void)[] = [];
  const inTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // Whoever waits takes over the place; it is free only where nobody does.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
  return { ...store, read: (query, parameters, options) => inTurn(() => store.read(query, parameters, options)) };
}
