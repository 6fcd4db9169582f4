import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractAll } from '../../loaders/extract.ts';
import { extraction } from '../../schema/extraction.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'extract-'));
  writeFileSync(join(folder, 'a-statement.md'), '# Statement\n\nWe, the Women in Migration Network, urge States to end the detention of migrant women.\n');
  writeFileSync(join(folder, 'b-empty.txt'), '');
  writeFileSync(join(folder, 'c-statement.txt'), 'UN Women will host a hearing on recruitment fees.\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = async (...paths: string[]) => {
  const lines: string[] = [];
  const problems: string[] = [];
  const failed = await extractAll(paths, { line: async (json) => void lines.push(json), problem: (text) => void problems.push(text) });
  return { lines, problems, failed };
};

describe('extract', () => {
  it('prints one line of JSON for each document, in order, and goes on after a bad one', async () => {
    const { lines, problems, failed } = await run(folder);
    expect(lines.map((line) => extraction.parse(JSON.parse(line)).document.uri.split('/').at(-1))).toEqual(['a-statement.md', 'c-statement.txt']);
    expect(lines.every((line) => !line.includes('\n'))).toBe(true);
    expect(failed).toBe(1);
    expect(problems).toEqual([expect.stringContaining('b-empty.txt')]);
  });

  it('says which path was not found', async () => {
    const { failed, problems } = await run(join(folder, 'nowhere.md'));
    expect([failed, problems.length]).toEqual([1, 1]);
    expect(problems[0]).toContain('nowhere.md');
  });

  it('fails on nothing when all is well', async () => {
    expect((await run(join(folder, 'c-statement.txt'))).failed).toBe(0);
  });
});
