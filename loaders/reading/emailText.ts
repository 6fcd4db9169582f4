// The text of an e-mail: its header lines where it was saved as plain text, and which of its lines are the sender's own.
// Quoted and forwarded messages, signatures and the footers of lists are other people's words or nobody's.

import type { TextWithMarks } from './html.ts';

export interface EmailHeaders {
  /** The sender's name, else address; null where none is given. */
  readonly from: string | null;
  readonly to: readonly string[];
  /** YYYY-MM-DD, the day as the sender's clock had it; null where none is given. */
  readonly date: string | null;
  readonly subject: string | null;
}

export interface OwnWords {
  readonly text: string;
  /** What was left out, in words that can stand in a list: "the signature (4 lines)". */
  readonly leftOut: readonly string[];
}

const FIELD = /^\**(from|to|cc|bcc|date|sent|subject|re|reply-to|sender|organi[sz]ation|message-id|importance|attachments?|mime-version|content-type|content-transfer-encoding|x-[\w-]+|received|return-path|list-[\w-]+|in-reply-to|references|de|von|para|à|an|asunto|betreff|objet|assunto|enviado|envoyé|gesendet|datum|fecha|data)\s?:\**[ \t]*(.*)$/iu;
const MEANING: Readonly<Record<string, keyof EmailHeaders>> = { from: 'from', de: 'from', von: 'from', to: 'to', para: 'to', à: 'to', an: 'to', date: 'date', sent: 'date', enviado: 'date', envoyé: 'date', gesendet: 'date', datum: 'date', fecha: 'date', data: 'date', subject: 'subject', re: 'subject', asunto: 'subject', betreff: 'subject', objet: 'subject', assunto: 'subject' };
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The day of "Mon, 5 Dec 2016 23:30 +0800", "December 5, 2016 at 9:12", "2016-12-05T…"; null where it is written otherwise. */
export function dayOf(date: string): string | null {
  const iso = /\b(\d{4}-\d{2}-\d{2})(?=T|\b)/.exec(date)?.[1];
  if (iso) return iso;
  const found = /\b(?<day>\d{1,2})\.?\s+(?<month>\p{L}{3})\p{L}*\.?,?\s+(?<year>\d{4})\b/u.exec(date) ?? /\b(?<month>\p{L}{3})\p{L}*\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})\b/u.exec(date);
  const { day = '', month = '', year = '' } = found?.groups ?? {};
  const at = MONTHS.indexOf(month.toLowerCase());
  return at < 0 ? null : `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** "“Cruz, Ana” <ana@example.org>" → "Ana Cruz"; an address without a name as it is; what a list adds ("via Gender list") is dropped. */
export function senderName(from: string): string | null {
  const address = /[\w.+-]+@[\w.-]+\w/.exec(from)?.[0];
  const name = from.replace(/(?:<|\[mailto:|\()[^<>()[\]]*@[^<>()[\]]*(?:>|\]|\))/g, '').replace(/["“”*]/g, '').replace(/\s+via\s+.*$/i, '').replace(/\s+/g, ' ').trim();
  const [, last, first] = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’. -]+)$/u.exec(name) ?? [];
  return (last && first && !/\b(?:Inc|Ltd|e\.V)\b/.test(first) ? `${first} ${last}` : name) || address || null;
}

/** "Re: [gender-list] Fwd: Night shelters" → "Night shelters" */
export const subjectOf = (subject: string): string | null => subject.replace(/^(?:\s*(?:(?:re|aw|fwd?|wg|tr|rv|sv|antw)\s?(?:\[\d+\])?:|\[[^\]]{1,40}\]))+/i, '').replace(/\s+/g, ' ').trim() || null;

/** The header that a message saved as text begins with, and what stands below it; null where the text begins otherwise. */
export function headersIn(text: string): { readonly headers: EmailHeaders; readonly rest: string } | null {
  const lines = text.trimStart().split(/\r?\n/);
  const fields = new Map<keyof EmailHeaders, string>();
  let at = 0;
  let open: keyof EmailHeaders | null = null;
  for (; at < lines.length; at++) {
    const line = (lines[at] ?? '').replace(/\s+$/, '');
    const [, name, value] = FIELD.exec(line) ?? [];
    if (name === undefined) {
      // A field may run on over indented lines; a blank line or the first line of prose ends the header.
      if (/^[ \t]+\S/.test(line) && open !== null) fields.set(open, `${fields.get(open) ?? ''} ${line.trim()}`);
      else if (line !== '' || !FIELD.test(lines[at + 1] ?? '')) break;
      continue;
    }
    open = MEANING[name.toLowerCase()] ?? null;
    if (open !== null && !fields.has(open)) fields.set(open, value?.trim() ?? '');
  }
  if (!fields.get('from') || !(fields.has('subject') || fields.has('date'))) return null;
  const to = (fields.get('to') ?? '').split(/[;,](?![^<]*>)(?![^"]*"[^"]*$)/).flatMap((name) => senderName(name) ?? []);
  return { headers: { from: senderName(fields.get('from') ?? ''), to, date: dayOf(fields.get('date') ?? ''), subject: subjectOf(fields.get('subject') ?? '') }, rest: lines.slice(at).join('\n') };
}

const QUOTED = /^\s{0,3}>(?!From )/;
const ATTRIBUTION = /^(?:On|Le|El|Am|Em|Il|Op)\b.{5,250}\b(?:wrote|a écrit|escribió|schrieb|escreveu|ha scritto|schreef)(?!\p{L}).{0,60}:$/u;
const SEPARATOR = /^[-_*\s]{2,}(?:Original Message|Original Appointment|Mensaje original|Message d[’']origine|Ursprüngliche Nachricht|Mensagem original)[-_*\s]{2,}$/i;
const FORWARDED = /^(?:[-_*\s]{2,}(?:Forwarded message|Mensaje reenviado|Message transféré|Weitergeleitete Nachricht|Mensagem encaminhada)[-_*\s]{2,}|Begin forwarded message:)$/i;
const SIGNATURE = /^--\s*$/;
const LIST_FOOTER = /^(?:You(?:['’]re| are)? rec(?:eived|eiving) this (?:message|e-?mail|because)|To unsubscribe\b|Unsubscribe\b|To (?:view|post to) this (?:discussion|group)|.{2,80} mailing list$|This (?:message|e-?mail)\b.{0,60}\b(?:confidential|intended (?:solely|only))|(?:Sent|Envoyé|Enviado|Gesendet) (?:from|depuis|desde|von) (?:my|mon|mi|meinem)\b)/i;
const LINE = /^[_=*-]{10,}$/;
const LONGEST_SIGNATURE = 15;
/** With fewer words of their own above it, people forward a message to have it read, not to comment on it. */
const FEW_WORDS = 25;

const count = (lines: readonly string[]): string => {
  const filled = lines.filter((line) => line.trim() !== '').length;
  return filled === 1 ? '1 line' : `${filled} lines`;
};

/** Where the quoted message begins to which this one is the answer (written above it, without marks before its lines); -1 where there is none. */
function answeredFrom(lines: readonly string[]): number {
  return lines.findIndex((line, at) => {
    if (SEPARATOR.test(line)) return true;
    const below = lines.slice(at + 1).find((next) => next.trim() !== '') ?? '';
    if (ATTRIBUTION.test(line)) return below !== '' && !QUOTED.test(below);
    if (!/^\**(?:from|von|de)\s?:/i.test(line)) return false;
    const block = lines.slice(at, at + 8).flatMap((next) => MEANING[FIELD.exec(next)?.[1]?.toLowerCase() ?? ''] ?? []);
    return block.includes('from') && block.includes('date') && (block.includes('to') || block.includes('subject'));
  });
}

/** The attribution above a quotation may break over two lines: "On Monday, Ana Cruz\n<ana@example.org> wrote:". */
const joinAttributions = (text: string): string => text.replace(/^((?:On|Le|El|Am|Em|Il|Op)\b[^\n]{5,150})\n(?!>)([^\n]{0,120}\b(?:wrote|a écrit|escribió|schrieb|escreveu|ha scritto|schreef)(?!\p{L})[^\n]{0,40}:)[ \t]*$/gmu, '$1 $2');

/** What the sender wrote. A message that only passes on another is that other message: see `forwarded`. @param text of the body, quoted lines marked with ">" */
export function ownWords(text: string): OwnWords & { readonly forwarded: { readonly headers: EmailHeaders; readonly rest: string } | null } {
  let lines = joinAttributions(text.replace(/\r\n?/g, '\n')).split('\n').map((line) => line.trimEnd());
  const leftOut: string[] = [];
  const cut = (from: number, what: string): void => {
    leftOut.push(`${what} (${count(lines.slice(from))})`);
    lines = lines.slice(0, from);
  };
  const passedOn = lines.findIndex((line) => FORWARDED.test(line));
  if (passedOn >= 0) {
    const below = headersIn(lines.slice(passedOn + 1).join('\n').replace(/^(?:>[ \t]?)/gm, ''));
    const above = lines.slice(0, passedOn).join(' ').match(/\p{L}+/gu)?.length ?? 0;
    if (below && above < FEW_WORDS) return { text: '', leftOut: [], forwarded: below };
    cut(passedOn, 'a forwarded message');
  }
  const answered = answeredFrom(lines);
  if (answered >= 0) cut(answered, 'the message that it answers');
  const quoted = lines.filter((line) => QUOTED.test(line));
  if (quoted.length > 0) leftOut.push(`quoted lines of earlier messages (${count(quoted)})`);
  lines = lines.filter((line, at) => !QUOTED.test(line) && !(ATTRIBUTION.test(line) && QUOTED.test(lines.slice(at + 1).find((next) => next.trim() !== '') ?? '')));
  const footer = lines.findIndex((line, at) => LIST_FOOTER.test(line) && lines.slice(at).filter((next) => next.trim() !== '').length <= LONGEST_SIGNATURE);
  if (footer >= 0) cut(footer > 0 && (LINE.test(lines[footer - 1] ?? '') || SIGNATURE.test(lines[footer - 1] ?? '')) ? footer - 1 : footer, 'the footer');
  const signed = lines.findLastIndex((line) => SIGNATURE.test(line));
  if (signed >= 0 && lines.slice(signed + 1).filter((line) => line.trim() !== '').length <= LONGEST_SIGNATURE) cut(signed, 'the signature');
  return { text: lines.map((line) => line.replace(/^>(?=From )/, '')).join('\n').replace(/\n{3,}/g, '\n\n').trim(), leftOut, forwarded: null };
}

function dateWords(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${MONTH_NAMES[Number(month) - 1] ?? ''} ${year}`;
}

/** The message as a document: its subject the title, sender, recipients and day in lines of their own, then its words. */
export function emailDocument(headers: EmailHeaders, body: string): TextWithMarks {
  const own = ownWords(body);
  if (own.forwarded) {
    const { raw, metadata, notes = [] } = emailDocument({ ...own.forwarded.headers, subject: own.forwarded.headers.subject ?? headers.subject }, own.forwarded.rest);
    return { raw, metadata, notes: [`passes on a message of ${own.forwarded.headers.from ?? 'somebody else'}, which was read in its place`, ...notes] };
  }
  const { from, to, date, subject } = headers;
  const head = [subject && `# ${subject}`, from && `From: ${from}`, to.length > 0 && `To: ${to.join('; ')}`, date && `Date: ${dateWords(date)}`].filter((line) => typeof line === 'string' && line !== '');
  return {
    raw: own.text === '' ? '' : [...head, own.text].join('\n\n'),
    metadata: { ...(subject ? { title: subject } : {}), ...(date ? { date } : {}), ...(from ? { from } : {}), ...(to.length > 0 ? { to: to.join('; ') } : {}) },
    notes: own.leftOut.length > 0 ? [`was read without ${own.leftOut.join(', ')}`] : [],
  };
}
