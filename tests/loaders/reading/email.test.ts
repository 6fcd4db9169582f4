import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGazetteer, type Gazetteer } from '../../../loaders/entities/gazetteer.ts';
import { extractDocument } from '../../../loaders/pipeline.ts';
import { dayOf, headersIn, ownWords, senderName, subjectOf } from '../../../loaders/reading/emailText.ts';
import { readDocument } from '../../../loaders/reading/readDocument.ts';
import { bytesIn } from '../../fixtures/encodings.ts';

let folder = '';
let gazetteer: Gazetteer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mails-'));
  gazetteer = await loadGazetteer();
});
afterAll(() => rm(folder, { recursive: true }));

const read = async (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  await writeFile(path, content);
  return readDocument(path);
};
const mail = (head: readonly string[], ...body: readonly string[]): string => [...head, '', ...body].join('\r\n');
const HEAD = ['From: "Cruz, Ana" <ana@example.org>', 'To: Night shelters list <list@example.org>, Li Wei <li@example.org>', 'Date: Mon, 5 Dec 2016 23:30:00 -0800', 'Subject: Re: [shelters] Our position'];
const PLAIN = [...HEAD, 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8'];

describe('an e-mail file', () => {
  it('gives its subject as title, its sender, its recipients, and the day on the sender’s clock', async () => {
    const { kind, raw, metadata } = await read('plain.eml', mail(PLAIN, 'We urge States to open night shelters.'));
    expect(kind).toBe('EMAIL');
    expect(metadata).toEqual({ title: 'Our position', from: 'Ana Cruz', to: 'Night shelters list; Li Wei', date: '2016-12-05' });
    expect(raw).toBe('# Our position\n\nFrom: Ana Cruz\n\nTo: Night shelters list; Li Wei\n\nDate: 5 December 2016\n\nWe urge States to open night shelters.');
  });

  it('keeps neither quoted lines nor signature nor the footer of a list, and says what it left out', async () => {
    const { raw, notes } = await read(
      'thread.eml',
      mail(PLAIN, 'We urge States to open night shelters.', '', 'On Sun, Dec 4, 2016 at 9:12 AM Li Wei <li@example.org>', 'wrote:', '> Shelters must be closed.', '>> Never.', '', 'That is our answer.', '-- ', 'Ana Cruz', 'We believe that every door must open.', '_______________________________________________', 'Shelters mailing list', 'https://lists.example.org'),
    );
    expect(raw.split('\n\n').slice(4)).toEqual(['We urge States to open night shelters.', 'That is our answer.']);
    expect(notes?.join()).toMatch(/quoted lines of earlier messages \(2 lines\).*footer.*signature/);
  });

  it('leaves out the message below that it answers, however the mail program marks it', async () => {
    for (const quoted of ['-----Original Message-----', 'From: Li Wei\r\nSent: Sunday, 4 December 2016 09:12\r\nTo: Ana Cruz\r\nSubject: Our position', 'El dom, 4 dic 2016, Li Wei escribió:']) {
      expect((await read('answer.eml', mail(PLAIN, 'We agree with all of it.', '', quoted, '', 'Shelters must be closed.'))).raw).not.toContain('closed');
    }
  });

  it('is the forwarded message where it only passes one on, and leaves it out where it comments on it', async () => {
    const forwarded = ['---------- Forwarded message ---------', 'From: Quay Cooks Union <office@example.org>', 'Date: Fri, 2 Dec 2016 at 10:00', 'Subject: Open letter', 'To: <all@example.org>', '', 'We call on States to pay cooks.'];
    const passed = await read('forward.eml', mail(PLAIN, 'FYI', '', ...forwarded));
    expect(passed.metadata).toMatchObject({ title: 'Open letter', from: 'Quay Cooks Union', date: '2016-12-02' });
    expect(passed.raw).toContain('We call on States to pay cooks.');
    const commented = await read('comment.eml', mail(PLAIN, 'We have read the letter below with care and we share each of its demands, but we would go further than that, because cooks are not the only ones on the quay who wait for wages.', '', ...forwarded));
    expect(commented.raw).not.toContain('pay cooks');
  });

  it('is read through its parts, transfer encodings and charsets', async () => {
    const body = 'Nous saluons l’égalité – « déjà ».';
    const html = `<html><body><p>${'An unread page. '.repeat(2)}</p></body></html>`;
    const boundary = (subtype: string, mark: string, parts: readonly string[]) => [`Content-Type: multipart/${subtype}; boundary="${mark}"`, '', ...parts.flatMap((part) => [`--${mark}`, part]), `--${mark}--`].join('\r\n');
    const base64 = `Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytesIn('windows-1252', body)).toString('base64')}`;
    const nested = boundary('mixed', 'out', [boundary('alternative', 'in', [base64, `Content-Type: text/html\r\n\r\n${html}`]), 'Content-Type: application/pdf; name="annex.pdf"\r\nContent-Disposition: attachment; filename="annex.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=']);
    const { raw, notes } = await read('parts.eml', `${[...HEAD, 'MIME-Version: 1.0', ''].join('\r\n')}${nested}`);
    expect(raw).toContain(body);
    expect(notes).toEqual([expect.stringContaining('attachments that were not read (annex.pdf)')]);
    const printable = await read('printable.eml', mail([...HEAD.slice(0, 3), 'Subject: =?iso-8859-1?Q?=C9galit=E9?=', 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding: quoted-printable'], 'We ask for =E9galit=E9 and for wages that are=', ' paid.'));
    expect(printable.metadata['title']).toBe('Égalité');
    expect(printable.raw).toContain('We ask for égalité and for wages that are paid.');
  });

  it('of a page alone keeps its lists and leaves out what it quotes', async () => {
    const page = '<html><body><div>We urge States:</div><ol><li>to open shelters;</li><li>to pay cooks.</li></ol><div class="gmail_attr">On Sun, 4 Dec 2016, Li Wei wrote:<br></div><blockquote type="cite"><p>Shelters must be closed.</p><blockquote><p>Never.</p></blockquote></blockquote></body></html>';
    const { raw } = await read('page.eml', mail([...HEAD, 'MIME-Version: 1.0', 'Content-Type: text/html; charset=utf-8'], page));
    expect(raw.split('\n\n').slice(4)).toEqual(['We urge States:', '1. to open shelters;', '2. to pay cooks.']);
  });

  it.each([
    ['nobody.eml', 'Just some words.\r\nAnd more of them.', /header lines of an e-mail/],
    ['only-quotes.eml', mail(PLAIN, '> Shelters must be closed.'), /no words of its sender/],
    ['secret.eml', mail(PLAIN, '-----BEGIN PGP MESSAGE-----', 'hQEMA', '-----END PGP MESSAGE-----'), /encrypted/],
    ['attached.eml', mail([...HEAD, 'MIME-Version: 1.0', 'Content-Type: application/pdf; name="annex.pdf"', 'Content-Disposition: attachment; filename="annex.pdf"', 'Content-Transfer-Encoding: base64'], 'JVBERi0='), /only attachments \(annex\.pdf\)/],
  ])('%s is refused with the reason and what to do', async (name, content, reason) => {
    await expect(read(name, content)).rejects.toThrow(reason);
  });

  it('of a thousand nested parts is refused, not followed', async () => {
    const deep = Array.from({ length: 1000 }, (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}`).join('\r\n');
    await expect(read('deep.eml', `${HEAD.join('\r\n')}\r\nMIME-Version: 1.0\r\n${deep}\r\n`)).rejects.toThrow(/nesting/);
  });
});

describe('a message saved as plain text', () => {
  it('is told by the lines it begins with and read like one', async () => {
    const { kind, raw, metadata } = await read('pasted.txt', 'From: Quay Cooks Union\nSent: Monday, December 5, 2016 9:12 AM\nTo: Li Wei\nSubject: Wages\n\nWe ask for wages.\n\n> Later.\n');
    expect({ kind, metadata }).toEqual({ kind: 'TEXT', metadata: { title: 'Wages', date: '2016-12-05', from: 'Quay Cooks Union', to: 'Li Wei' } });
    expect(raw.endsWith('We ask for wages.')).toBe(true);
  });

  it('is not seen in a text that only speaks of dates and senders', () => {
    for (const text of ['Date: 5 December 2016\n\nWe met.', 'From: here to there\nwe walked.', 'We met.\nFrom: Ana\nSubject: x']) expect(headersIn(text)).toBeNull();
  });
});

describe('what an e-mail says', () => {
  const said = async (from: string, ...body: readonly string[]) => extractDocument(await read('said.eml', mail([`From: ${from}`, ...PLAIN.slice(1)], ...body)), gazetteer);

  it('is said by the body that sent it, on that day, and not by those whom it quotes', async () => {
    const { document, statements } = await said('Women in Migration Network <office@example.org>', 'We urge States to end the detention of migrant children.', '', '> We demand that States close all night shelters for women.');
    expect(document).toMatchObject({ title: 'Our position', authors: ['actor:wimn'], date: '2016-12-05', datePrecision: 'DAY', dateBasis: 'STATED', kind: 'EMAIL' });
    expect(statements.map(({ quote, actors }) => [quote, actors])).toEqual([['We urge States to end the detention of migrant children.', ['actor:wimn']]]);
  });

  it('is said by the body that signs it, else by the person who sent it', async () => {
    const signed = await said('Ana Cruz <ana@example.org>', 'We urge States to end the detention of migrant children, and we ask them to answer this letter soon.', '', 'In solidarity,', '', 'Women in Migration Network');
    expect(signed.document.authors).toEqual(['actor:wimn']);
    const alone = await said('Ana Cruz <ana@example.org>', 'We urge States to end the detention of migrant children.');
    expect(alone.document.authors).toEqual(['actor:ana-cruz']);
    expect(alone.entities).toContainEqual(expect.objectContaining({ id: 'actor:ana-cruz', kind: 'PERSON', name: 'Ana Cruz' }));
    expect(alone.statements[0]?.actors).toEqual(['actor:ana-cruz']);
  });
});

describe('the lines of a message', () => {
  it('give names, days and subjects in the forms in which people write them', () => {
    expect(['Ana Cruz <a@b.org>', '"Cruz, Ana" <a@b.org>', 'Ana Cruz via Gender list <l@b.org>', 'a@b.org', 'Ana Cruz [mailto:a@b.org]'].map(senderName)).toEqual(['Ana Cruz', 'Ana Cruz', 'Ana Cruz', 'a@b.org', 'Ana Cruz']);
    expect(['Mon, 5 Dec 2016 23:30:00 +0100', 'December 5, 2016 9:12 AM', '2016-12-05T10:00:00Z', 'yesterday'].map(dayOf)).toEqual(['2016-12-05', '2016-12-05', '2016-12-05', null]);
    expect(['Re: [list] Fwd: Wages', 'Regarding wages', 'RE:'].map(subjectOf)).toEqual(['Wages', 'Regarding wages', null]);
  });

  it('are the sender’s own where a dash or a "from" is part of what they write', () => {
    for (const own of ['We ask -- and shall go on asking -- for wages.', 'From: this day on we ask for wages.', 'On Monday the chair wrote: wages are late.']) expect(ownWords(own).text).toBe(own);
    const long = `First part.\n--\n${Array.from({ length: 20 }, (_, at) => `Line ${at} of a second part.`).join('\n')}`;
    expect(ownWords(long).text).toBe(long);
  });
});
