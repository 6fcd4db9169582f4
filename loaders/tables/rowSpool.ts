// Rows put aside on disk, so that a table can be read by groups though its file is in another order, in memory that does not grow with it.

import { randomUUID } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TableRow } from './tableFile.ts';

/** Characters that are gathered before they are written. */
const FULL = 1024 * 1024;

export class RowSpool {
  private readonly file: FileHandle;
  private readonly path: string;
  /** Where each row begins; and where the next one will. In bytes. */
  private readonly starts: number[] = [];
  private end = 0;
  private waiting: Buffer[] = [];
  private waitingBytes = 0;

  private constructor(file: FileHandle, path: string) {
    this.file = file;
    this.path = path;
  }

  static async open(): Promise<RowSpool> {
    const path = join(tmpdir(), `atlas-rows-${randomUUID()}`);
    const file = await open(path, 'wx+', 0o600);
    // Without a name it goes with the program, however that ends. Windows keeps the name of an open file: there close removes it.
    if (process.platform !== 'win32') await rm(path, { force: true });
    return new RowSpool(file, path);
  }

  /** Returns the place by which the row is read again: 0, 1, 2 … */
  async add(row: TableRow): Promise<number> {
    const bytes = Buffer.from(JSON.stringify([row.row, row.line, ...row.cells]));
    this.starts.push(this.end);
    this.end += bytes.length;
    this.waiting.push(bytes);
    this.waitingBytes += bytes.length;
    if (this.waitingBytes >= FULL) await this.flush();
    return this.starts.length - 1;
  }

  private async flush(): Promise<void> {
    if (this.waitingBytes === 0) return;
    const bytes = Buffer.concat(this.waiting);
    this.waiting = [];
    this.waitingBytes = 0;
    await this.file.appendFile(bytes);
  }

  /** Rows by their places, in the order asked for. */
  async read(places: readonly number[]): Promise<TableRow[]> {
    await this.flush();
    const rows: TableRow[] = [];
    for (let at = 0; at < places.length; ) {
      // Rows that stand side by side are read at once.
      let last = at;
      while (last + 1 < places.length && places[last + 1] === (places[last] ?? 0) + 1) last += 1;
      rows.push(...(await this.readRun(places[at] ?? 0, places[last] ?? 0)));
      at = last + 1;
    }
    return rows;
  }

  private async readRun(first: number, last: number): Promise<TableRow[]> {
    const start = this.starts[first] ?? 0;
    const length = (this.starts[last + 1] ?? this.end) - start;
    const { buffer } = await this.file.read(Buffer.alloc(length), 0, length, start);
    return Array.from({ length: last - first + 1 }, (_, at) => {
      const place = first + at;
      const bytes = buffer.subarray((this.starts[place] ?? start) - start, (this.starts[place + 1] ?? this.end) - start);
      const [row, line, ...cells] = JSON.parse(bytes.toString('utf8')) as [number, number, ...string[]]; // as add wrote it
      return { row, line, cells };
    });
  }

  /** Removes what was put aside. */
  async close(): Promise<void> {
    await this.file.close();
    await rm(this.path, { force: true });
  }
}
