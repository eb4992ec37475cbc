/**
 * The protocol between the server and a backend that runs with `simhost/register`.
 *
 * The backend announces itself when it starts, and again when it listens. Each request that the gateway forwards
 * to it carries the time of the test behind the request, and a handle. With the handle it reaches the platform of that
 * test. A backend in another language asks `SIMHOST_URL` for the time, with its handle. A handle cannot mint tokens.
 */
import type {ClockState} from '../clock.ts';

/** Environment variable: the server's base URL. */
export const URL_VARIABLE = 'SIMHOST_URL';

/** Environment variable: the key that ties an announcement to the backend that was started with it. */
export const KEY_VARIABLE = 'SIMHOST_BACKEND_KEY';

export const ANNOUNCE_PATH = '/.simhost/backends';
/** Before the key: a request that is never answered, and breaks when the server is gone. */
export const LIFELINE_PATH = '/.simhost/lifelines/';

/** Before scheme, host and path of a URL: what a backend asks of a host that is not simulated. */
export const OUTSIDE_PATH = '/.simhost/outside/';

/** Answers the time of the test behind a handle: seconds since 1970, to the millisecond. */
export const CLOCK_PATH = '/clock';

/** The header that carries a request's handle. */
export const HANDLE_HEADER = 'x-simhost-handle';

/** The header that carries the test of a request to `simhost/register`, as percent-encoded JSON. */
export const TEST_HEADER = 'x-simhost-test';

/** The headers that only gateways write. Those of a browser never pass. */
export const GATEWAY_HEADERS: readonly string[] = [HANDLE_HEADER, TEST_HEADER];

/** The header that carries the key of a started backend. */
export const BACKEND_HEADER = 'x-simhost-backend';

/** The header of an answer that is a refusal: why, percent-encoded. */
export const REFUSED_HEADER = 'x-simhost-refused';

export interface Announcement {
  readonly key: string;
  /** The address at which the backend listens, once it does. */
  readonly port?: number;
}

/** The answer to an announcement. */
export interface Announced {
  /** The hosts that the simulations of this server answer for. */
  readonly hosts: readonly string[];
  /** The other hosts that the backend may reach. */
  readonly allow: readonly string[];
  /** The value by which the backend knows that the gateway wrote the test of a request. Empty: no request has one. */
  readonly proof: string;
}

/** The test of a request, as a backend with `simhost/register` gets it. */
export interface TestOfRequest {
  readonly proof: string;
  readonly clock: ClockState;
  /** The hosts that the platform of this test answers for. */
  readonly hosts: readonly string[];
}
