import type {HttpHandler} from 'msw';

/** One simulated platform: the hosts it answers for, and how. */
export interface Platform {
  /** For lists and messages. */
  readonly hosts: readonly string[];
  handlesHost(host: string): boolean;
  /** Whether it leaves this address of a host of its own to a server of the test's; it leaves none where this is missing. */
  isServedByTest?(url: URL): boolean;
  readonly handlers: readonly HttpHandler[];
  /** The same for pages of your own, which hold no secret of a host page. */
  readonly openHandlers: readonly HttpHandler[];
  /** Environment variables that a backend in front of this platform expects, such as its API key. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Those of them, and whatever else, that must never be written. */
  readonly secrets?: readonly string[];
  /** The token that a request carries otherwise than as a bearer's, unverified. */
  tokenIn?(headers: Headers): string | null;
  /** What in a request to one of its hosts shows that it is meant for this simulation, if anything does. */
  identify?(shown: ShownRequest): Promise<Identification | null>;
}

/** A `token` that this simulation gave out belongs to no other; a `key` may be shared by simulations of one app. */
export type Identification = 'token' | 'key';

/** A request of a backend as far as it can be told whose it is. */
export interface ShownRequest {
  readonly host: string;
  readonly headers: Headers;
  readonly body: string;
}
