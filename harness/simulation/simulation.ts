import type {HttpHandler} from 'msw';
import type {Clock} from '../clock.ts';
import type {FromPage, ToPage} from '../wire/control.ts';
import type {RequestLog} from './request-log.ts';

// Interface draft: what server, playwright and cli may rely on.

export interface Simulation {
  /** Unguessable; addresses the simulation on the control channel. */
  readonly id: string;
  readonly clock: Clock;
  /** What the platforms answer, as MSW handlers; also the published extension bundles. */
  readonly handlers: readonly HttpHandler[];
  readonly requests: RequestLog;
  /** True for a host that the simulated platforms answer for, e.g. `shopify.com`, `*.myshopify.com`, `extensions.shopifycdn.com`. */
  answers(host: string): boolean;
  /** The claims and the case of a token that came along a request (from its Authorization header); `null` where it is none. */
  inspect(authorization: string | null): {claims: Readonly<Record<string, unknown>>; case: string | null} | null;
  /** A host page connects: `send` takes frames to the page; the returned object takes frames from it. */
  connect(send: (message: ToPage) => void): {receive(message: FromPage): void; close(): void};
  /** Secrets that must never be written: client secret and the like. */
  readonly secrets: readonly string[];
}
