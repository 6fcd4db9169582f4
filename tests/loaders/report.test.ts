import { describe, expect, it } from 'vitest';
import { paceOf, progressFor, progressOver } from '../../loaders/progress.ts';
import { linesOf, ReportBuilder, summaryOf, type Outcome } from '../../loaders/report.ts';
import { UNIFEM_REPORT, WIMN_STATEMENT } from '../fixtures/documents.ts';

const outcome = (uri: string, fields: Partial<Outcome>): Outcome => ({ uri, result: 'loaded', statements: 0, added: 0, removed: 0, notes: [], ...fields });

describe('the closing report', () => {
  const builder = new ReportBuilder((id) => id !== 'actor:ana-cruz');
  builder.meet(WIMN_STATEMENT);
  const [first] = UNIFEM_REPORT.mentions;
  if (!first) throw new Error('the fixture mentions something');
  builder.meet({ ...UNIFEM_REPORT, mentions: [{ ...first, surface: 'GCM', entity: 'instrument:gcm', alternatives: ['actor:gcm'] }] });
  builder.add(outcome('a.txt', { statements: 3, added: 3 }));
  builder.add(outcome('b.txt', { result: 'replaced', statements: 2, added: 1, removed: 4, notes: ['is not in English ("fr"): its names were read, its statements were not'] }));
  builder.add(outcome('c.txt', { result: 'already there' }));
  builder.add(outcome('d.pdf', { result: 'failed', notes: ['d.pdf is damaged.'] }));

  it('counts documents, statements, names and problems', () => {
    expect(summaryOf(builder.report(false))).toBe('4 documents: 1 loaded, 1 replaced (1 statement more, 4 less), 1 already there, 1 failed; 5 statements found; 13 entities, 1 of them new, 1 name ambiguous.');
    expect(builder.report(false).entities).toMatchObject({ new: ['actor:ana-cruz'], ambiguous: [{ surface: 'GCM', taken: 'instrument:gcm', alternatives: ['actor:gcm'], documents: ['unifem-report.txt'] }] });
  });

  it('tells each problem with its file, and in a dry run each change', () => {
    expect(linesOf(builder.report(false))).toEqual(['– b.txt: is not in English ("fr"): its names were read, its statements were not', '✗ d.pdf is damaged.']);
    expect(linesOf(builder.report(true))).toEqual(['a.txt: new, +3 statements', 'b.txt: replaced, +1 −4 statements', '– b.txt: is not in English ("fr"): its names were read, its statements were not', 'c.txt: unchanged', '✗ d.pdf is damaged.']);
    expect(summaryOf(builder.report(true))).toMatch(/^Nothing was written\. This would become of 4 documents: /);
  });
});

describe('progress', () => {
  it('says how fast it goes and how long it will take, once something is done', () => {
    expect(paceOf(0, 10, 0, 1_000)).toBe('0 documents');
    expect(paceOf(2, 10, 2, 4_000)).toBe('2 documents, 0.5 a second, 16 s left');
    expect(paceOf(1, 4, 3_000, 60_000)).toBe('3000 documents, 50 a second, 3 min left');
    expect(paceOf(10, 10, 10, 4_000)).toBe('10 documents, 2.5 a second');
  });

  it('writes plain lines now and then where nobody looks at a terminal', () => {
    const lines: string[] = [];
    let now = 0;
    const stream = { isTTY: false, write: (line: string) => lines.push(line) } as unknown as NodeJS.WriteStream; // what a log is
    const progress = progressOver('Loading', { stream, now: () => now });
    for (let done = 1; done <= 60; done++) {
      now += 500;
      progress.at(done, 60, `${done}.txt`, done);
    }
    progress.end();
    expect(lines).toEqual(['Loading 20/60: 20 documents, 2.0 a second, 20 s left\n', 'Loading 40/60: 40 documents, 2.0 a second, 10 s left\n', 'Loading 60/60: 60 documents, 2.0 a second\n']);
  });
});

describe('progress for the program that started a load', () => {
  it('is told four times a second at most, and its end always', () => {
    const told: object[] = [];
    let now = 0;
    const progress = progressFor((message) => told.push(message), () => now);
    for (const at of [0, 100, 249, 250, 300, 320]) {
      now = at;
      progress.at(0, 1, 'table.csv', at);
    }
    progress.end();
    progress.end();
    expect(told).toEqual([{ files: 0, of: 1, documents: 0 }, { files: 0, of: 1, documents: 250 }, { files: 0, of: 1, documents: 320 }]);
  });
});
