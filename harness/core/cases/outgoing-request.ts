/** A request, relative to the URL of the backend. */
export interface OutgoingRequest {
  /** The method, in capitals. */
  readonly method: string;
  /** The path, if it is not that of the URL. It may have a query. */
  readonly path?: string;
  /** The way in which an embedded app gets it. Default: a request of its page, by `fetch()`. */
  readonly via?: EmbeddedTransport;
  /** Added to the query of the URL. */
  readonly query: readonly NameAndValue[];
  /** In this order and spelling; a name may occur twice. */
  readonly headers: readonly NameAndValue[];
  /** The body, or `null` for none. */
  readonly body: string | null;
  /** Forged values outside of the token, which the answer must not be about. */
  readonly forged?: readonly string[];
  /** Values that identify the token's own customer, which the answer may contain. */
  readonly own?: readonly string[];
  /** The same request with its own token: the answer of `follows` is compared with it, or it must be refused first. */
  readonly control?: Omit<OutgoingRequest, 'control'>;
}

/**
 * A way in which the admin or App Bridge asks an embedded app for a document.
 *
 * - `document`: the frame loads a URL with `id_token` in its query
 * - `bounce`: App Bridge fetches the document again, with the token in `Authorization`
 */
export type EmbeddedTransport = 'document' | 'bounce';

/** A header field or a query parameter. */
export type NameAndValue = readonly [name: string, value: string];
