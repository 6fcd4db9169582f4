// Runs in a worker thread (see isolation.ts): one document in, its text or its problem out.

import { parentPort, workerData } from 'node:worker_threads';
import { readDocx, unpacksToMore } from './docx.ts';
import { readEmail } from './email.ts';
import { declaredInPage, decodeText } from './encoding.ts';
import { readHtml } from './html.ts';
import type { IsolatedKind, IsolatedResult } from './isolation.ts';
import { readPdf } from './pdf.ts';

async function read(kind: IsolatedKind, bytes: Uint8Array): Promise<IsolatedResult> {
  switch (kind) {
    case 'PDF': {
      const read = await readPdf(bytes);
      return read.raw.trim() === '' ? { problem: 'holds no text, only pictures of pages; run text recognition (OCR) on it first' } : read;
    }
    case 'DOCX':
      if (unpacksToMore(Buffer.from(bytes))) return { problem: 'unpacks to more than its directory says, as no program writes it; save it again from Word' };
      return readDocx(Buffer.from(bytes));
    case 'HTML': {
      const text = decodeText(bytes, declaredInPage(bytes));
      return typeof text === 'string' ? readHtml(text) : text;
    }
    case 'EMAIL':
      return readEmail(bytes);
    default:
      return kind satisfies never;
  }
}

/** What the libraries throw on a document that they cannot read is the document's problem, in their words. */
function problemOf(error: unknown): IsolatedResult {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (name === 'PasswordException') return { problem: 'is locked with a password; save it without one' };
  return { problem: `could not be read (${message.split('\n')[0] ?? name}); it may be damaged: save it again from the program that made it` };
}

// Whoever started this thread put these there: see readIsolated.
const { kind, bytes } = workerData as { kind: IsolatedKind; bytes: Uint8Array };
const result = await read(kind, bytes).catch(problemOf);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a thread has no origin
parentPort?.postMessage(result);
