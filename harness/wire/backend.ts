/**
 * The protocol between the server and a backend that runs with `simhost/register`.
 *
 * The backend announces itself when it starts, and again when it listens. Each request that the gateway forwards
 * to it carries a handle. With the handle it asks `SIMHOST_URL` for the time of the test behind the request, and
 * reaches the platform of that test. A handle cannot mint tokens.
 */
import type {ClockState} from '../clock.ts';

/** Environment variable: the server's base URL. */
export const URL_VARIABLE = 'SIMHOST_URL';

/** Environment variable: the key that ties an announcement to the backend that was started with it. */
export const KEY_VARIABLE = 'SIMHOST_BACKEND_KEY';

export const ANNOUNCE_PATH = '/.simhost/backends';
/** Before the key: a request that is never answered, and breaks when the server is gone. */
export const LIFELINE_PATH = '/.simhost/lifelines/';

export const HANDLES_PATH = '/.simhost/handles/';

/** Before scheme, host and path of a URL: what a backend asks of a host that is not simulated. */
export const OUTSIDE_PATH = '/.simhost/outside/';

/** Answers the time of the test behind a handle: seconds since 1970, to the millisecond. */
export const CLOCK_PATH = '/clock';

/** The header that carries a request's handle; browsers' own ones never pass the gateway. */
export const HANDLE_HEADER = 'x-simhost-handle';

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
}

/** The data of a handle. */
export interface Handle {
  readonly clock: ClockState;
  /** The hosts that the platform of this test answers for. */
  readonly hosts: readonly string[];
}
