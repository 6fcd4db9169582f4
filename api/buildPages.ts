// `npm run build`: the pages, built ahead of a start, for copies that share them.

import { reportOf } from '../schema/failures.ts';
import { endingBySignals } from './ending.ts';
import { builtPage } from './page.ts';

try {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  say(`The pages stand in ${await builtPage(say, endingBySignals().asked)}`);
} catch (error) {
  process.stderr.write(`${reportOf(error)}\n`);
  process.exitCode = 1;
}
