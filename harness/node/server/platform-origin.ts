import type {Mount} from '../../wire/control.ts';
import {FRAME_URLS} from '../../wire/sandbox-start.ts';
import {withHeaders} from '../http/raw-headers.ts';

/** The `Origin` of a sandbox in a browser without the gateway. */
const OPAQUE = 'null';

/** Returns the origin of the extensions' requests on the platform; `null` if that is an opaque one too. */
export function platformOriginOf(mounts: readonly Pick<Mount, 'origin'>[]): string | null {
  const [framed] = mounts.flatMap(({origin}) =>
    origin === 'shopifycdn' || origin === 'moved' ? [FRAME_URLS[origin]] : [],
  );
  return framed === undefined ? null : new URL(framed).origin;
}

/** Gives a request of an opaque sandbox its origin on the platform. */
export function asOnPlatform(rawHeaders: readonly string[], origin: string | null): string[] {
  return withHeaders(rawHeaders, 'origin', (value) => (value === OPAQUE ? (origin ?? value) : value));
}

/**
 * Gives an opaque sandbox the answer to its request. What allows the origin on the platform allows the opaque one, and
 * what allows opaque origins alone does not.
 */
export function asForOpaque(rawHeaders: readonly string[], origin: string | null): string[] {
  return withHeaders(rawHeaders, 'access-control-allow-origin', (allowed) => {
    if (origin === null) return allowed;
    if (allowed === OPAQUE) return origin;
    return allowed === origin ? OPAQUE : allowed;
  });
}
