// An e-mail file (.eml): postal-mime takes the message apart (parts, transfer encodings, charsets), the text of the sender is kept.
// Attachments are named, not read: each is a document of its own, to be saved and given by itself.

import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { dayOf, emailDocument, senderName, subjectOf, type EmailHeaders } from './emailText.ts';
import { readHtml, type TextWithMarks } from './html.ts';

const DEEPEST_PARTS = 50;
/** A plain part with fewer words than this share of the page beside it is a stub ("view this message in your browser"). */
const WHOLE_SHARE = 0.6;
const MOST_NAMED = 10;

const namesOf = (addresses: readonly Address[]): string[] => addresses.flatMap((one) => (one.group ? (one.name ? [one.name] : one.group.map(({ name, address }) => name || address)) : [senderName(one.name) ?? one.address ?? ''])).filter(Boolean);

function headersOf({ from, sender, to, subject, headers }: Email): EmailHeaders {
  // The library gives the moment in UTC; the day that counts is the one on the sender's clock, as the header writes it.
  const written = headers.find(({ key }) => key === 'date')?.value ?? '';
  const [by] = namesOf([from, sender].filter((one) => one !== undefined));
  return { from: by ?? null, to: namesOf(to ?? []), date: dayOf(written), subject: subjectOf(subject ?? '') };
}

const wordsIn = (text: string): number => text.match(/\p{L}+/gu)?.length ?? 0;

function bodyOf({ text = '', html = '' }: Email): string {
  const page = html === '' ? '' : readHtml(html, { markQuotations: true }).raw;
  return wordsIn(text) >= wordsIn(page) * WHOLE_SHARE && wordsIn(text) > 0 ? text : page;
}

/** The names of what hangs on the message; pictures that its page shows are part of it. */
function attached(attachments: readonly Attachment[]): string[] {
  return attachments.filter(({ related, mimeType, disposition }) => !(related && mimeType.startsWith('image/')) && !(disposition === 'inline' && mimeType.startsWith('image/'))).map(({ filename, mimeType }) => filename ?? `an attachment without a name (${mimeType})`);
}

const named = (names: readonly string[]): string => (names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more` : names.join(', '));

/** @param bytes a message as mail programs save it. What stops it from being read is told in words that end a sentence. */
export async function readEmail(bytes: Uint8Array): Promise<TextWithMarks | { readonly problem: string }> {
  const email = await PostalMime.parse(bytes, { maxNestingDepth: DEEPEST_PARTS, maxRfc822NestingDepth: 0 });
  const headers = headersOf(email);
  if (headers.from === null && headers.subject === null && headers.date === null) return { problem: 'has none of the header lines of an e-mail (From, Date, Subject); give it the extension of what it holds, such as .txt' };
  const body = bodyOf(email);
  const types = email.attachments.map(({ mimeType }) => mimeType);
  if (types.some((type) => /pgp-encrypted|pkcs7-mime/.test(type)) || /^-----BEGIN PGP MESSAGE-----/m.test(body)) return { problem: 'is encrypted; open it in your mail program and save it decrypted' };
  const { raw, metadata, notes = [] } = emailDocument(headers, body);
  const names = attached(email.attachments);
  if (raw === '') return { problem: `holds no words of its sender${names.length > 0 ? `, only attachments (${named(names)}); save them and give those` : '; there is nothing to load'}` };
  return { raw, metadata, notes: names.length > 0 ? [...notes, `has attachments that were not read (${named(names)}); save them and load them by themselves`] : notes };
}
