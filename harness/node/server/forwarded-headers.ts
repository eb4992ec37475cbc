import {GATEWAY_HEADERS} from '../../wire/backend.ts';
import {withHeaders, withoutHeaders} from '../http/raw-headers.ts';
import {asOnPlatform} from './platform-origin.ts';

/** The headers of the local page that no backend gets. */
const DROPPED = ['host', 'cookie', 'referer', ...GATEWAY_HEADERS];

/** The things that a backend sees otherwise than the local server. */
export interface SeenByBackend {
  /** The value of `Host`. */
  readonly host: string;
  /** The origin of extensions on the platform; `null` if that is an opaque one. */
  readonly origin: string | null;
  /** Default: the browser's own. */
  readonly userAgent: string | undefined;
}

/** Returns the headers of a request of the local page, as a backend gets them. */
export function forwardedHeaders(
  given: readonly string[],
  {host, origin, userAgent}: SeenByBackend,
): string[] {
  const passed = withoutHeaders(given, (name) => DROPPED.includes(name) || name.startsWith('proxy-'));
  const rawHeaders = ['Host', host, ...asOnPlatform(passed, origin)];
  if (userAgent === undefined) return rawHeaders;

  const withoutHints = withoutHeaders(rawHeaders, (name) => name.startsWith('sec-ch-ua'));
  return withHeaders(withoutHints, 'user-agent', () => userAgent);
}
