// Which files a command is to read: those it was given, and those in the folders it was given.

import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MAPPING_NAME } from '../tables/mappingFile.ts';
import { isRead, whyNotRead } from './formats.ts';

interface LeftOut {
  readonly path: string;
  /** A sentence. */
  readonly reason: string;
}

export interface DocumentList {
  /** In the order of the arguments; within a folder by name. Each once. */
  readonly files: readonly string[];
  /** Paths that were given and cannot be read: a failure of the command. */
  readonly refused: readonly LeftOut[];
  /** Files met in folders whose format is not read: to be reported, no failure. */
  readonly skipped: readonly LeftOut[];
}

const aLink = (path: string): LeftOut => ({ path, reason: `${path} is a symbolic link; give the file or folder that it points to.` });
const notRead = (path: string): LeftOut => ({ path, reason: `${path} ${whyNotRead(path)}.` });
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Walks folders to any depth; hidden files and folders are left out. @throws never: a path that cannot be opened is refused with its reason */
export async function listDocuments(paths: readonly string[]): Promise<DocumentList> {
  const files = new Set<string>();
  const refused: LeftOut[] = [];
  const skipped: LeftOut[] = [];

  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      refused.push({ path: folder, reason: `${folder} could not be opened (${reasonOf(error)}); check who may read it.` });
      return [];
    });
    const visible = entries.filter(({ name }) => !name.startsWith('.')).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of visible) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await walk(path);
      else if (entry.isSymbolicLink()) refused.push(aLink(path));
      else if (isRead(path)) files.add(path);
      else if (!MAPPING_NAME.test(path)) skipped.push(notRead(path)); // a mapping is read with its table
    }
  };

  for (const path of paths) {
    const status = await lstat(path).catch(() => null);
    if (!status) refused.push({ path, reason: `${path} was not found; check the path.` });
    else if (status.isSymbolicLink()) refused.push(aLink(path));
    else if (status.isDirectory()) await walk(path);
    else if (isRead(path)) files.add(path);
    else refused.push(notRead(path));
  }
  return { files: [...files], refused, skipped };
}
