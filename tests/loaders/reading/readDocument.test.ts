import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '../../../schema/failures.ts';
import { listDocuments } from '../../../loaders/reading/listDocuments.ts';
import { LARGEST_FILE } from '../../../loaders/reading/fileLimits.ts';
import { readDocument, uriOf } from '../../../loaders/reading/readDocument.ts';
import { locked, pdf, zip } from '../../fixtures/files.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'documents-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** The sentence of the failure that reading ends with. */
async function refusal(path: string, options?: Parameters<typeof readDocument>[1]): Promise<string> {
  const error: unknown = await readDocument(path, options).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Failure)) throw new Error(`expected a failure, got ${String(error)}`, { cause: error });
  expect(error.code).toBe('UNREADABLE_DOCUMENT');
  expect(error.message).toContain(path);
  return error.message;
}

describe('a text file', () => {
  it('keeps its id for the same bytes, whatever its name', async () => {
    const first = await readDocument(await file('a.txt', 'Ratify Convention 189.'));
    const second = await readDocument(await file('b.txt', 'Ratify Convention 189.'));
    expect(first.id).toBe(second.id);
    expect(first).toMatchObject({ kind: 'TEXT', raw: 'Ratify Convention 189.', metadata: {} });
    expect((await readDocument(await file('c.txt', 'Ratify Convention 190.'))).id).not.toBe(first.id);
  });

  it('is decoded by its mark, by its zeros, or as old Windows text', async () => {
    const french = 'Égalité des travailleuses à Genève – « déjà »';
    const utf16 = Buffer.from(french, 'utf16le');
    expect((await readDocument(await file('bom8.txt', `\uFEFF${french}`))).raw).toBe(french);
    expect((await readDocument(await file('bom16.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])))).raw).toBe(french);
    expect((await readDocument(await file('bare16.txt', utf16))).raw).toBe(french);
    expect((await readDocument(await file('big16.txt', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])))).raw).toBe(french);
    expect((await readDocument(await file('latin.txt', Buffer.from('\xC9galit\xE9 \x96 d\xE9j\xE0', 'latin1')))).raw).toBe('Égalité – déjà');
  });

  it('gives its front matter as metadata', async () => {
    const read = await readDocument(await file('note.md', '---\nTitle: Reading note\ndate: 2024-03-05\nauthors: [Alliance, Union]\n---\n# Note\n'));
    expect(read).toMatchObject({ kind: 'MARKDOWN', raw: '# Note\n', metadata: { title: 'Reading note', date: '2024-03-05', authors: 'Alliance, Union' } });
  });

  it('is text from the first line where the dashes are only a rule', async () => {
    const text = '---\nWe met in Nairobi.\n---\nWe agreed.';
    expect((await readDocument(await file('rule.md', text))).raw).toBe(text);
  });

  it('says which line of the front matter is wrong', async () => {
    expect(await refusal(await file('bad.md', '---\ntitle: Note\nauthors: [Alliance\n---\nText.'))).toMatch(/line \d+/);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['empty.txt', '', /is empty/],
    ['spaces.txt', ' \n\t', /holds no text/],
    ['binary.txt', new Uint8Array(400).map((_, at) => (at * 37) % 256), /no text/],
    ['pdf.txt', '%PDF-1.4\n…', /named \.txt but holds a PDF/],
    ['text.pdf', 'We met in Nairobi.', /named \.pdf but holds text/],
    ['old.docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /old or password-protected/],
    ['rich.txt', '{\\rtf1 Hello}', /Rich Text/],
    ['sheet.xlsx', 'PK', /extension "\.xlsx"/],
    ['cut.docx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), /damaged/],
    ['broken.pdf', '%PDF-1.4\nnothing follows', /could not be read/],
  ])('%s is refused with the reason and what to do', async (name, content, reason) => {
    expect(await refusal(await file(name, content))).toMatch(reason);
  });

  it('a missing file, a folder and a link are told apart', async () => {
    expect(await refusal(join(folder, 'missing.txt'))).toMatch(/not found/);
    expect(await refusal(folder)).toMatch(/folder/);
    const link = join(folder, 'link.txt');
    await symlink(await file('target.txt', 'Text.'), link);
    expect(await refusal(link)).toMatch(/symbolic link/);
  });

  it('a file above the size that a document may have is not opened', async () => {
    expect(await refusal(await file('large.txt', Buffer.alloc(LARGEST_FILE + 1, 32)))).toMatch(/more than the 50 MB/);
  });

  it('an archive that would unpack to more than a document takes is not unpacked', async () => {
    expect(await refusal(await file('bomb.docx', zip([{ name: 'word/document.xml', content: '<w/>', claims: 900 * 1024 * 1024 }])))).toMatch(/900 MB/);
  });

  it('an archive that lies about what it unpacks to is not unpacked either', async () => {
    expect(await refusal(await file('liar.docx', zip([{ name: 'word/document.xml', content: Buffer.alloc(5_000_000, 32), claims: 1000 }])))).toMatch(/unpacks to more than its directory says/);
  });

  it('a PDF that is locked, or cut off, says so', async () => {
    const whole = pdf([[{ x: 72, y: 700, text: 'We met in Nairobi.' }]]);
    expect(await refusal(await file('locked.pdf', locked(whole)))).toMatch(/locked with a password; save it without one/);
    expect(await refusal(await file('cut.pdf', whole.subarray(0, 400)))).toMatch(/may be damaged/);
  });

  it('front matter that refers to itself without end is not written out', async () => {
    const levels = ['b', 'c', 'd', 'e'].map((name, at) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcd'[at]}`).join(', ')}]`);
    expect(await refusal(await file('bomb.md', `---\na: &a [x]\n${levels.join('\n')}\n---\nWe met.`))).toMatch(/refers to itself/);
  });

  it('a picture pasted as letters is data; a line of Chinese, which has no spaces, is text', async () => {
    expect(await refusal(await file('picture.txt', `We met.\n${'iVBORw0KGgo'.repeat(5000)}\nWe agreed.`))).toMatch(/55000 characters without a space/);
    expect((await readDocument(await file('chinese.txt', '我们敦促各国批准公约。'.repeat(3000)))).raw).toHaveLength(33_000);
  });

  it('a file of another format is named with what to do with it', async () => {
    for (const [name, remedy] of [['letter.doc', /save it as \.docx/], ['mail.msg', /save its messages as \.eml/], ['scan.jpg', /OCR/], ['all.zip', /unpack it/], ['LICENSE', /no extension/]] as const) expect(await refusal(await file(name, 'x')), name).toMatch(remedy);
  });

  it('an archive without a Word document in it is named as such', async () => {
    expect(await refusal(await file('photos.docx', zip([{ name: 'a.jpg', content: 'x' }])))).toMatch(/without a Word document/);
  });

  it('a page without words is refused', async () => {
    expect(await refusal(await file('scan.pdf', pdf([[]])))).toMatch(/OCR/);
    expect(await refusal(await file('blank.html', '<html><body><script>let a = "words"</script></body></html>'))).toMatch(/no text/);
  });

  it('a document that takes longer than its time is given up', async () => {
    expect(await refusal(await file('slow.html', '<p>Words</p>'), { limits: { milliseconds: 1, megabytes: 64 } })).toMatch(/longer than/);
  });

  it('a document that takes more than its memory is given up', async () => {
    expect(await refusal(await file('heavy.html', '<p>Words of a page</p>'.repeat(600_000)), { limits: { milliseconds: 60_000, megabytes: 12 } })).toMatch(/MB of memory/);
  });
});

describe('a list of documents', () => {
  it('walks folders in order, leaves hidden files out, and says what it skips and refuses', async () => {
    const top = join(folder, 'walk');
    await mkdir(join(top, 'b', '.hidden'), { recursive: true });
    for (const name of ['c.txt', 'a.md', 'b/z.pdf', 'b/.hidden/x.txt', '.secret.txt', 'b/photo.jpg']) await writeFile(join(top, name), 'x');
    const found = await listDocuments([top, join(top, 'a.md'), join(top, 'b/photo.jpg'), join(top, 'none.txt')]);
    expect(found.files).toEqual([join(top, 'a.md'), join(top, 'b/z.pdf'), join(top, 'c.txt')]);
    expect(found.skipped.map(({ path }) => path)).toEqual([join(top, 'b/photo.jpg')]);
    expect(found.refused.map(({ path }) => path)).toEqual([join(top, 'b/photo.jpg'), join(top, 'none.txt')]);
    expect(found.refused[0]?.reason).toContain('OCR');
  });

  it('has files of extractions in it', async () => {
    expect((await listDocuments([await file('fed.jsonl', '{}')])).files).toEqual([join(folder, 'fed.jsonl')]);
  });

  it('a document below the working directory is named by its relative path', () => {
    expect(uriOf('package.json')).toBe('package.json');
    expect(uriOf('/package.json')).toBe('/package.json');
  });
});
