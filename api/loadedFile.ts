// A file that somebody sends to be loaded: under a name that is only a name, in a folder that is only for it.

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../schema/failures.ts';
import { documentId, type DocumentId } from '../schema/ids.ts';
import { seen } from '../graph/local/processes.ts';
import { MAX_MAPPING, MAX_UPLOAD } from './limits.ts';

export interface Upload {
  /** As the sender calls it; its extension tells the format. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the columns of a table mean, as a mapping file says it. */
  readonly mapping: string | null;
  /** Take the place of a document of the same name. */
  readonly replace: boolean;
}

/** An upload that may be written down. */
export interface CheckedUpload extends Upload {
  /** Where the document will say it was read from: `uploads/statement.pdf`. */
  readonly uri: string;
  /** The id that a document of these bytes has. */
  readonly id: DocumentId;
}

/** Every document that came over the API says so in its uri, and is in the way of none that the operator loads. */
const UPLOADS = 'uploads';
const LONGEST_NAME_BYTES = 180;
/** Characters of a sent name that are looked at: its end holds what tells the format. */
const NAME_READ = 500;

const wrong = (message: string): Failure => new Failure('BAD_USER_INPUT', message);

/**
 * The last part of what was sent, without anything that means something in a path, an address or a command.
 * @throws Failure BAD_USER_INPUT where nothing is left, or no extension that tells the format
 */
export function plainName(name: string): string {
  const last = name.slice(-NAME_READ).normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[^\p{L}\p{M}\p{N} ._()+,&'’–-]+/gu, '-').replace(/\s+/g, ' ').replace(/^[\s.-]+|[\s.]+$/g, '');
  const parts = /^(.*[\p{L}\p{N}].*)(\.[A-Za-z0-9]{1,8})$/u.exec(plain);
  if (!parts) throw wrong(`name takes the name of a file with its extension, such as statement.pdf, got ${JSON.stringify(name.slice(0, 80))}.`);
  const [, stem = '', extension = ''] = parts;
  let short = stem;
  while (Buffer.byteLength(short) > LONGEST_NAME_BYTES) short = [...short].slice(0, -1).join('');
  return `${short.trimEnd()}${extension.toLowerCase()}`;
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

/** @throws Failure BAD_USER_INPUT saying what is wrong with it */
export function checkedUpload({ name, bytes, mapping, replace }: Upload): CheckedUpload {
  const plain = plainName(name);
  if (bytes.length === 0) throw wrong(`${plain} is empty; there is nothing to load.`);
  if (bytes.length > MAX_UPLOAD) throw wrong(`${plain} has ${megabytes(bytes.length)} MB, more than the ${megabytes(MAX_UPLOAD)} MB that may be sent; split it, or load it on the server's own machine with npm run load.`);
  if (mapping !== null && Buffer.byteLength(mapping) > MAX_MAPPING) throw wrong(`mapping takes at most ${MAX_MAPPING / 1024} kB.`);
  return { name: plain, bytes, mapping, replace, uri: `${UPLOADS}/${plain}`, id: documentId(createHash('sha256').update(bytes).digest('hex')) };
}

/** Where an upload lies while it is loaded. */
export interface PrivateFolder {
  /** Absolute; the loader works in it, so that what it reads is named from here. */
  readonly path: string;
  readonly file: string;
  /** Null where none was sent. */
  readonly mapping: string | null;
  remove(): Promise<void>;
}

const PREFIX = 'atlas-load-';

/** Readable for nobody else. */
export async function putAside({ uri, bytes, mapping }: CheckedUpload): Promise<PrivateFolder> {
  const path = await mkdtemp(join(await realpath(tmpdir()), `${PREFIX}${process.pid}-`));
  const remove = (): Promise<void> => rm(path, { recursive: true, force: true });
  try {
    await mkdir(join(path, UPLOADS));
    await writeFile(join(path, uri), bytes, { mode: 0o600 });
    if (mapping !== null) await writeFile(join(path, 'mapping.yaml'), mapping, { mode: 0o600 });
    return { path, file: join(path, uri), mapping: mapping === null ? null : join(path, 'mapping.yaml'), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Removes what servers that were killed outright have left behind; a folder names its process. */
export async function clearUpAfterTheDead(): Promise<void> {
  const folder = await realpath(tmpdir());
  const left = (await readdir(folder)).filter((name) => {
    const pid = name.startsWith(PREFIX) ? /^\d+(?=-)/.exec(name.slice(PREFIX.length))?.[0] : undefined;
    return pid !== undefined && seen(Number(pid)) === null;
  });
  await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}
