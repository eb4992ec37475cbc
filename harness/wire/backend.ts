/**
 * What a backend that runs with `simhost/register` and the server say to each other. The backend announces itself
 * when it starts and again when it listens; each request that the gateway forwards to it carries a handle, good for
 * asking at `SIMHOST_URL` what time it is for the test behind the request and for reaching the platform of that test, and
 * for nothing that mints.
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

/** The header that carries a request's handle; browsers' own ones never pass the gateway. */
export const HANDLE_HEADER = 'x-simhost-handle';

export interface Announcement {
  readonly key: string;
  /** Once the backend listens: where. */
  readonly port?: number;
}

/** What an announcement is answered with. */
export interface Announced {
  /** The hosts that the simulations of this server answer for. */
  readonly hosts: readonly string[];
}

/** What a handle resolves to. */
export interface Handle {
  readonly clock: ClockState;
  /** The hosts that the platform of this test answers for. */
  readonly hosts: readonly string[];
}
