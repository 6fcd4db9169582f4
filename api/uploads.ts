// Files over plain HTTP: POST /documents sends one to be loaded, GET /loads/:id/events follows a load as Server-Sent Events.

import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '../schema/failures.ts';
import { refusal } from './frontDoor.ts';
import { MAX_FOLLOWERS, MAX_MAPPING, MAX_UPLOAD } from './limits.ts';
import type { Upload } from './loadedFile.ts';
import { isOver, type LoadRun, type LoadRuns } from './loads.ts';
import { writer, type Doorkeeper } from './token.ts';

/** What writing needs beside the graph: who may, and the loader. */
export interface Writing {
  readonly doorkeeper: Doorkeeper;
  readonly loads: LoadRuns;
}

/** The parts of a form beside its files: boundaries and headings. */
const FORM = 64 * 1024;
/** Milliseconds between two signs of life: proxies close a connection on which nothing is heard for a minute. */
const HEARTBEAT = 15_000;

const TOO_LARGE = `At most ${MAX_UPLOAD / 1024 / 1024} MB may be sent; split the file, or load it on the server's own machine with npm run load.`;
const NO_FORM = 'A form is expected (multipart/form-data) with the file as its field "document".';

/** What is particular to uploads; the rest is worded as everywhere (frontDoor.ts). */
function wordRefusals(error: FastifyError | Failure, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Failure) {
    if (error.code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer');
    throw error;
  }
  if (error.statusCode === 413) return reply.code(413).send(refusal('BAD_USER_INPUT', TOO_LARGE));
  if (error.statusCode === 415) return reply.code(415).send(refusal('BAD_USER_INPUT', NO_FORM));
  throw error;
}

/** The fields of the form: `document` (a file), `mapping` (a file or text), `replace` ("true"). @throws Failure BAD_USER_INPUT */
async function uploadIn(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<Upload> {
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData().catch((error: unknown) => {
    throw new Failure('BAD_USER_INPUT', `The form could not be read. ${NO_FORM}`, { cause: error });
  });
  const [document, mapping, replace] = [form.get('document'), form.get('mapping'), form.get('replace')];
  if (!(document instanceof File)) throw new Failure('BAD_USER_INPUT', 'The form has no file named "document".');
  const words = mapping instanceof File ? await mapping.text() : mapping;
  return { name: document.name, bytes: new Uint8Array(await document.arrayBuffer()), mapping: words === null || words === '' ? null : words, replace: replace === 'true' };
}

/** One line of JSON for each change, each the whole run as it stands; ends when the run ends. */
function tellRun(run: LoadRun, loads: LoadRuns, request: FastifyRequest, reply: FastifyReply, left: () => void): void {
  reply.hijack();
  const { raw } = reply;
  for (const [header, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(header, value);
  raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  const beat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT);
  const unfollow = loads.follow(run.id, (now) => tell(now));
  const tell = (now: LoadRun): void => {
    // Whoever reads slowly misses a step, never the end.
    if (isOver(now) || !raw.writableNeedDrain) raw.write(`data: ${JSON.stringify(now)}\n\n`);
    if (isOver(now)) raw.end();
  };
  raw.on('error', () => raw.destroy());
  raw.once('close', () => {
    clearInterval(beat);
    unfollow();
    left();
  });
  request.raw.resume();
  tell(run);
}

/** Adds the two addresses to a server, and stops the loads when it stops. */
export async function serveUploads(app: FastifyInstance, { doorkeeper, loads }: Writing): Promise<void> {
  let followers = 0;
  // The first of what stops: whoever follows a load is told of its end.
  app.addHook('preClose', () => loads.close());
  await app.register(async (scope) => {
    scope.setErrorHandler<FastifyError | Failure>(wordRefusals);
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    // Asked before the body is read: who may not write sends megabytes in vain.
    const signedIn = async (request: FastifyRequest): Promise<void> => void writer(doorkeeper(request.headers.authorization));
    scope.post<{ Body: Uint8Array<ArrayBuffer> | undefined }>('/documents', { onRequest: signedIn, bodyLimit: MAX_UPLOAD + MAX_MAPPING + FORM }, async (request, reply) => {
      const { name } = writer(doorkeeper(request.headers.authorization));
      const run = await loads.submit(await uploadIn(request.body ?? new Uint8Array(), request.headers['content-type'] ?? ''), name);
      return reply.code(202).header('location', `/loads/${run.id}/events`).send(run);
    });
    scope.get<{ Params: { id: string } }>('/loads/:id/events', (request, reply) => {
      const run = loads.find(request.params.id);
      if (!run) throw new Failure('NOT_FOUND', 'There is no load of that id; the last hundred are remembered until the server stops.');
      if (followers >= MAX_FOLLOWERS) throw new Failure('TOO_MANY_REQUESTS', `${MAX_FOLLOWERS} readers follow loads already: ask loadRun(id) now and then instead.`);
      followers++;
      tellRun(run, loads, request, reply, () => followers--);
    });
  });
}
