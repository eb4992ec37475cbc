import type {Claims} from '../tokens/jws.ts';
import type {HttpHandler} from 'msw';

/** A simulated platform: its hosts, and the handlers that answer there. */
export interface Platform {
  /** The hosts of the platform, for lists and messages. */
  readonly hosts: readonly string[];
  /** Whether the platform answers at a host. */
  handlesHost(host: string): boolean;
  /** Whether this URL, on one of the platform's hosts, is served by the test's own server. Default: never. */
  isServedByTest?(url: URL): boolean;
  /** The handlers for host pages and backends. */
  readonly handlers: readonly HttpHandler[];
  /** The handlers of requests that host pages send for themselves. They come before those of a test. Default: none. */
  readonly ownHandlers?: readonly HttpHandler[];
  /** The same handlers for pages of your own, which hold no secret of a host page. */
  readonly openHandlers: readonly HttpHandler[];
  /** Environment variables that a backend in front of this platform expects, such as its API key. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Values that must be redacted everywhere. */
  readonly secrets?: readonly string[];
  /** Reads the token that a request carries in one of the platform's own headers or in a cookie. It is not verified. */
  tokenIn?(headers: Headers): string | null;
  /** Whether the session of a token with these claims was revoked. */
  isRevoked?(claims: Claims): boolean;
  /** Whether a header and a cookie of the platform both carry a token. */
  carriesTwice?(headers: Headers): boolean;
  /** Finds what identifies this simulation in a request to one of the hosts; `null` if nothing does. */
  identify?(shown: ShownRequest): Promise<Identification | null>;
}

/**
 * A means of identification: a `token`, which only one simulation issued, or a `key`, which simulations of
 * one app share.
 */
export type Identification = 'token' | 'key';

/** The parts of a backend's request that may identify its simulation. */
export interface ShownRequest {
  /** The host that the backend asks. */
  readonly host: string;
  /** The headers of the request. */
  readonly headers: Headers;
  /** The body of the request, as a string. */
  readonly body: string;
}
