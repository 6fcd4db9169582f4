// The commands as a person meets them when something is not right: one clear sentence, exit code 1, no stack trace.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
let folder: string;

/** Runs `node …args` in the project with this environment and no other settings of ours. */
function run(args: readonly string[], env: Record<string, string> = {}): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', NEO4J_DATA: folder, ...env } });
  return { code: status, out: stdout, err: stderr };
}

const sentence = (text: string): unknown => expect.stringMatching(new RegExp(`^${text}.*\n$`));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-commands-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm start', () => {
  it('refuses a busy port before anything is started', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo; // a TCP server has no other kind of address
    // From another process, so that this one can answer for its port meanwhile.
    expect(run(['api/start.ts'], { PORT: String(port) })).toEqual({ code: 1, out: '', err: sentence(`Port ${port} on 127.0.0.1 is in use by another program: .*PORT=${port + 1} npm start`) });
    await new Promise((resolve) => other.close(resolve));
  });

  it('says which setting is wrong and what a right one looks like', () => {
    expect(run(['api/start.ts'], { PORT: 'four thousand' })).toEqual({ code: 1, out: '', err: sentence('The environment is not right: PORT=four thousand .*PORT=4000') });
    expect(run(['api/start.ts'], { HOST: '203.0.113.9' })).toMatchObject({ code: 1, err: sentence('Nobody can listen at 203.0.113.9 on this machine') });
  });

  it('says what to install where Java is missing', () => {
    expect(run(['api/start.ts'], { PORT: '47113', PATH: '' })).toEqual({ code: 1, out: '', err: sentence('Java 17 or newer is needed') });
  });

  it('says that the database it was told to use does not answer', () => {
    expect(run(['api/start.ts'], { PORT: '47113', NEO4J_URI: 'bolt://127.0.0.1:9', NEO4J_PASSWORD: 'secret' })).toEqual({ code: 1, out: '', err: sentence('The database at bolt://127.0.0.1:9 does not answer') });
  });
});

describe('the set-up before each command', () => {
  it('prints nothing where all is installed, because extract prints JSON Lines on the same stream', () => {
    expect(run(['setup.mjs'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('gives the commands the Node they are written for', () => {
    expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(24);
  });
});

describe('npm run doctor', () => {
  it('names what is missing, and the command that brings it on each system', () => {
    const bare = join(folder, 'bin');
    rmSync(bare, { recursive: true, force: true });
    const { code, out } = run(['setup.mjs', 'doctor'], { PATH: bare, XDG_CACHE_HOME: join(folder, 'cache') });
    expect(code).toBe(1);
    expect(out).toMatch(/^MISSING {2}Java .*apt-get install openjdk-17.*brew install openjdk.*dnf install java/m);
    expect(out).toMatch(/^MISSING {2}Maven .*apt-get install maven/m);
    expect(out).toMatch(/^later {4}Chromium .*apt-get install chromium/m);
    expect(out).toMatch(/^ok {7}Data folder/m);
  });

  it('does not ask for Java and Maven where a database of one’s own is named', () => {
    const bin = mkdtempSync(join(folder, 'bin-'));
    for (const tool of ['node', 'npm']) symlinkSync(process.execPath, join(bin, tool));
    const { out } = run(['setup.mjs', 'doctor'], { PATH: bin, XDG_CACHE_HOME: join(folder, 'cache'), NEO4J_URI: 'bolt://127.0.0.1:9', NEO4J_PASSWORD: 'secret' });
    expect(out).toMatch(/^later {4}Java/m);
    expect(out).toMatch(/^MISSING {2}Database .*bolt:\/\/127.0.0.1:9 does not answer/m);
    expect(out).toMatch(/^Missing: Database\./m);
  });
});
