import type {IncomingMessage, ServerResponse} from 'node:http';
import {headerPairs} from '../node/http/raw-headers.ts';
import {withHead} from '../node/server/store-page.ts';
import {isRecord} from '../records.ts';
import {scriptNonce, withNonce} from './page-nonce.ts';

/** The bytes after which a document without a head gets the markup all the same. */
const LONGEST_HEAD = 65_536;

/** Whether a browser asks for a document. Older browsers only say which types they accept. */
export function isDocumentRequest({method, headers}: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  const destination = headers['sec-fetch-dest'];
  if (method !== 'GET') return false;
  if (destination === undefined) return headers.accept?.includes('text/html') === true;
  return destination === 'document' || destination === 'iframe';
}

/**
 * Adds a script tag to the head of an HTML document while it is written. Other answers, and documents that have the
 * `mark` already, pass as they are. The tag gets the nonce of the document's policy. It must be ASCII.
 */
export function addToHead(out: ServerResponse, markup: string, mark: string): void {
  const writer = new HeadWriter(out, markup, mark);

  Object.assign(out, {
    writeHead: (status: number, ...given: readonly unknown[]) => writer.writeHead(status, given),
    flushHeaders: () => writer.flushHeaders(),
    write: (...given: readonly unknown[]) => writer.write(given),
    end: (...given: readonly unknown[]) => writer.end(given),
  });
}

/** The methods of a response before they are replaced. They take their arguments in several forms. */
interface Methods {
  readonly writeHead: unknown;
  readonly flushHeaders: () => void;
  readonly write: (...given: readonly unknown[]) => boolean;
  readonly end: (...given: readonly unknown[]) => ServerResponse;
}

class HeadWriter {
  readonly #out: ServerResponse;
  readonly #markup: string;
  readonly #mark: string;
  readonly #real: Methods;
  #html: Buffer = Buffer.alloc(0);
  /** Whether the answer is HTML; `null` before its first byte. */
  #isHtml: boolean | null = null;

  constructor(out: ServerResponse, markup: string, mark: string) {
    this.#out = out;
    this.#markup = markup;
    this.#mark = mark;
    const {writeHead, flushHeaders, write, end} = out;
    this.#real = {writeHead, flushHeaders, write, end} as unknown as Methods;
  }

  /** Notes the headers. They are sent with the first byte, because the length changes. */
  writeHead(status: number, given: readonly unknown[]): ServerResponse {
    this.#out.statusCode = status;
    const [first] = given;
    if (typeof first === 'string') this.#out.statusMessage = first;

    for (const [name, value] of pairsOf(given.at(-1))) this.#out.setHeader(name, value);
    return this.#out;
  }

  flushHeaders(): void {
    if (!this.#startsHtml()) this.#pass().flushHeaders.call(this.#out);
  }

  write(given: readonly unknown[]): boolean {
    if (!this.#startsHtml()) return this.#pass().write.apply(this.#out, [...given]);

    this.#keep(given);
    if (this.#html.length > LONGEST_HEAD || hasWholeHead(this.#html)) this.#writeHtml();
    calledBack(given);
    return true;
  }

  end(given: readonly unknown[]): ServerResponse {
    if (!this.#startsHtml()) return this.#pass().end.apply(this.#out, [...given]);

    this.#keep(given);
    this.#writeHtml();
    return this.#real.end.apply(
      this.#out,
      given.filter((each) => typeof each === 'function'),
    );
  }

  #startsHtml(): boolean {
    this.#isHtml ??= isPlainHtml(this.#out);
    return this.#isHtml;
  }

  #keep([chunk, encoding]: readonly unknown[]): void {
    if (typeof chunk === 'string')
      this.#html = Buffer.concat([this.#html, Buffer.from(chunk, asEncoding(encoding))]);
    else if (chunk instanceof Uint8Array) this.#html = Buffer.concat([this.#html, chunk]);
  }

  /** Writes what has been kept, and lets the rest of the answer pass. */
  #writeHtml(): void {
    const html = this.#html;
    const real = this.#pass();
    if (html.length === 0) return;

    this.#out.removeHeader('content-length');
    // Each byte is one character, so that a character at the end may be incomplete.
    const text = html.toString('latin1');
    const policy = String(this.#out.getHeader('content-security-policy') ?? '');
    const markup = withNonce(this.#markup, scriptNonce(policy, text));
    const written = text.includes(this.#mark) ? html : Buffer.from(withHead(text, markup), 'latin1');
    real.write.call(this.#out, written);
  }

  /** Gives the response its own methods again. */
  #pass(): Methods {
    Object.assign(this.#out, this.#real);
    return this.#real;
  }
}

function isPlainHtml(out: ServerResponse): boolean {
  const type = String(out.getHeader('content-type') ?? '');
  return /^text\/html\b/i.test(type) && !out.hasHeader('content-encoding') && !out.headersSent;
}

/** Whether the start of a document shows the place of the markup. */
function hasWholeHead(html: Buffer): boolean {
  return /<head(?:\s[^>]*)?>|<body[\s>]/i.test(html.toString('latin1'));
}

function asEncoding(encoding: unknown): BufferEncoding {
  return typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8';
}

/** Calls the function that a chunk was written with. */
function calledBack(given: readonly unknown[]): void {
  const callback = given.find((each) => typeof each === 'function');
  if (callback !== undefined) process.nextTick(callback);
}

/** The headers that `writeHead` takes: an object, or a list in which a name may come twice. */
function pairsOf(headers: unknown): Iterable<readonly [name: string, value: string | readonly string[]]> {
  if (!Array.isArray(headers)) return isRecord(headers) ? definedIn(headers) : [];

  const values = new Map<string, string[]>();
  for (const [name, value] of headerPairs(headers.flat() as string[]))
    values.set(name, [...(values.get(name) ?? []), value]);
  return values;
}

function definedIn(headers: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(headers as Readonly<Record<string, string>>).filter(
    ([, value]) => value !== undefined,
  );
}
