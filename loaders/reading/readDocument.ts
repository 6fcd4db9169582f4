import type { DocumentId } from '../../schema/ids.ts';
import type { DocumentKind } from '../../schema/vocabulary.ts';

/** A file as read, before anything is understood of it. */
export interface ReadDocument {
  readonly id: DocumentId;
  /** Where it was read from: a path relative to the working directory where it lies below it, else absolute; or an address. */
  readonly uri: string;
  readonly kind: DocumentKind;
  /** Text as read; Markdown marks stand for headings and lists whatever the format; pages are separated by a form feed (\f). */
  readonly raw: string;
  /** What the file says of itself outside its text: front matter, HTML and PDF metadata. Keys in lower case. */
  readonly metadata: Readonly<Record<string, string>>;
}
