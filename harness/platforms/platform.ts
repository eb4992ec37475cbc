import type {HttpHandler} from 'msw';

/** One simulated platform: the hosts it answers for, and how. */
export interface Platform {
  /** For lists and messages. */
  readonly hosts: readonly string[];
  answers(host: string): boolean;
  /** Whether it leaves this address of a host of its own to a server of the test's; it leaves none where this is missing. */
  leaves?(url: URL): boolean;
  readonly handlers: readonly HttpHandler[];
  /** The same for pages of your own, which hold no secret of a host page. */
  readonly openHandlers: readonly HttpHandler[];
}
