import { describe, expect, it } from 'vitest';
import { readInPool } from '../../loaders/readingPool.ts';

/** The reader of these tests takes no notice of it. */
const DATA = { rules: '', loaded: new Set<string>(), mapping: null, domain: '' };
const module = new URL('../fixtures/brittleReader.ts', import.meta.url);

/** The uris of what was read, with the reason where it was not, file after file. */
async function readAll(paths: readonly string[], patience = 60_000): Promise<string[][]> {
  const files: string[][] = [];
  for await (const { readings } of readInPool(paths, { threads: 2, patience, megabytes: 48, module, data: DATA })) {
    const told: string[] = [];
    for await (const reading of readings) told.push(reading.kind === 'failed' ? reading.reason : reading.kind === 'said' ? reading.extraction.document.uri : reading.uri);
    files.push(told);
  }
  return files;
}

describe('reading on all cores', () => {
  it('gives the documents in the order of the files, however many a file holds', async () => {
    const paths = Array.from({ length: 40 }, (_, at) => (at % 7 === 0 ? `many-${at} 50` : `one-${at}`));
    const expected = paths.map((path) => (path.startsWith('one') ? [path] : Array.from({ length: 50 }, (_, no) => `${path.split(' ')[0] ?? ''}#${no + 1}`)));
    expect(await readAll(paths)).toEqual(expected);
  });

  it.each([
    ['throws', /^throws could not be read: no rule for this sentence; /],
    ['ends', /^ends could not be read: the reader ended without a word; /],
    ['devours', /^devours could not be read: .*memory/],
  ])('loses the file that a thread %s on, says why, and reads all others', async (bad, reason) => {
    expect(await readAll(['a', bad, 'b', bad, 'c'])).toEqual([['a'], [expect.stringMatching(reason)], ['b'], [expect.stringMatching(reason)], ['c']]);
  });

  it('gives up on a file that takes for ever', async () => {
    expect(await readAll(['a', 'hangs', 'b'], 5_000)).toEqual([['a'], [expect.stringMatching(/^hangs could not be read: it took longer than 5 seconds; /)], ['b']]);
  });

  it('stops its threads when nobody wants to read on', async () => {
    for await (const { readings } of readInPool(['endless 100000000', 'b'], { threads: 1, module, data: DATA })) {
      const first = await readings[Symbol.asyncIterator]().next();
      expect(first.value).toEqual({ kind: 'known', uri: 'endless#1' });
      break;
    }
  });
});
