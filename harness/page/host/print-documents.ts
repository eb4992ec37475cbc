import {messageOf} from '../../errors.ts';
import type {FromPage, Mount} from '../../wire/control.ts';
import type {FetchedDocument} from '../../wire/sandbox.ts';

/** The kinds of documents that the admin prints, by their media type. */
const KINDS: readonly (readonly [kind: PrintDocument['kind'], type: RegExp])[] = [
  ['html', /^text\/html\b/i],
  ['pdf', /^application\/pdf\b/i],
  ['image', /^image\//i],
];

const NEXT =
  'Answer 200 with HTML, a PDF or an image, and with the header Access-Control-Allow-Origin: cors() of authenticate.admin sets it.';

/** A document that the admin can show. */
export interface PrintDocument {
  readonly kind: 'html' | 'pdf' | 'image';
  readonly content: Blob;
}

export interface PrintDocumentsDeps {
  /** Fetches a document as the extension of the mount would; `undefined` if the mount does not run. */
  fetch(mount: Mount, src: string): Promise<FetchedDocument> | undefined;
  send(message: FromPage): void;
}

/**
 * The documents of print actions. The request is that of the extension: it has the ID token and the origin of the
 * extension, and needs CORS.
 *
 * @see https://shopify.dev/docs/apps/build/admin/actions-blocks/build-admin-print-action
 */
export class PrintDocuments {
  readonly #deps: PrintDocumentsDeps;

  constructor(deps: PrintDocumentsDeps) {
    this.#deps = deps;
  }

  /** Fetches a document. Rejects with the reason why the admin cannot show it, which is also a notice. */
  async load(mount: Mount, src: string): Promise<PrintDocument> {
    try {
      return printable(await this.#deps.fetch(mount, src));
    } catch (error) {
      const message = `The document ${withoutQuery(src)} of ${mount.handle} cannot be printed: ${sentence(error)}`;
      const notice = {code: 'print-document-failed', message, next: NEXT} as const;
      this.#deps.send({type: 'notice', mount: mount.id, notice});
      throw new Error(message, {cause: error});
    }
  }

  /** Reports that the user prints a document. */
  printed(mount: Mount, src: string): void {
    this.#deps.send({type: 'call', mount: mount.id, member: 'print', args: [src]});
  }
}

function printable(fetched: FetchedDocument | undefined): PrintDocument {
  if (fetched === undefined) throw new Error('the extension was stopped.');
  const {status, type, body} = fetched;
  if (status < 200 || status > 299) throw new Error(`the answer is ${status}.`);

  const [kind] = KINDS.find(([, pattern]) => pattern.test(type)) ?? [];
  if (kind === undefined) throw new Error(`its type is ${type === '' ? 'missing' : type}.`);
  return {kind, content: new Blob([body], {type})};
}

function sentence(error: unknown): string {
  return messageOf(error).replace(/\.?$/, '.');
}

function withoutQuery(src: string): string {
  return src.replace(/(?<=^data:)[^;,]*.*$|[?#].*$/s, '');
}
