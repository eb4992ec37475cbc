import {messageOf} from '../errors.ts';
import {allowsHost} from '../wire/allowed-hosts.ts';
import {BACKEND_HEADER, HANDLE_HEADER, OUTSIDE_PATH} from '../wire/backend.ts';
import {isLoopback} from '../wire/loopback.ts';
import {interceptWithMsw} from './msw-interception.ts';
import {interceptAtFirstReroute} from './node-http.ts';
import {redirectUndici} from './undici.ts';
import type {FindReroute} from './reroute.ts';

/** The test whose request this process works on. */
export interface Caller {
  readonly handle: string;
  readonly hosts: readonly string[];
}

export interface ReachOptions {
  /** Base URL of the server that owns the simulations. */
  readonly base: string;
  /** The key of this process. */
  readonly key: string;
  /** The hosts that are simulated. */
  readonly hosts: readonly string[];
  /** The other hosts that this backend may reach. */
  readonly allow: readonly string[];
  readonly caller: () => Caller | undefined;
}

/**
 * Sends the requests of this process to other hosts (`fetch`, undici, `node:http`, and everything built on them) to the
 * simulation whose request it works on. There the platform's hosts are answered, and other hosts by the
 * test's handlers, or refused. Loopback and allowed hosts are reached directly. Work without a request
 * reaches a platform only by its token or key.
 */
export function reachPlatform(options: ReachOptions): void {
  const {base} = options;
  const find = rerouteFinder(options);

  redirectUndici(base, find, refusedBy);
  interceptAtFirstReroute(find, () => {
    try {
      interceptWithMsw(base, find, refusedBy);
    } catch (error) {
      process.stderr.write(
        `simhost/register: requests of node:http reach no simulated platform: msw cannot intercept here ` +
          `(${messageOf(error)}). ` +
          'msw 2 runs on Node 20, msw 3 on Node 22 and later; fetch and undici are not affected.\n',
      );
    }
  });
}

function rerouteFinder({key, hosts, allow, caller}: ReachOptions): FindReroute {
  const known = new Set(hosts);
  return ({protocol, host, hostname, pathname, search}) => {
    const current = caller();
    for (const name of current?.hosts ?? []) known.add(name);
    const headers: Record<string, string> = current === undefined ? {} : {[HANDLE_HEADER]: current.handle};
    if ((current?.hosts ?? [...known]).includes(hostname))
      return {path: `/${host}${pathname}${search}`, headers};

    if (isLoopback(hostname) || hostname === '0.0.0.0' || allowsHost(allow, host)) return null;
    const scheme = /^(?:https|wss):$/.test(protocol) ? 'https' : 'http';
    return {
      path: `${OUTSIDE_PATH}${scheme}/${host}${pathname}${search}`,
      headers: {...headers, [BACKEND_HEADER]: key},
    };
  };
}

const printed = new Set<string>();

/** Makes the error for an answer that is a refusal, and prints it once. */
function refusedBy(header: string): Error {
  const message = decodeURIComponent(header);
  if (!printed.has(message)) process.stderr.write(`${message}\n`);
  printed.add(message);
  // `errno` makes it an error of the connection for msw, and not one of the handler.
  return Object.assign(new Error(message), {code: 'ERR_SIMHOST_REFUSED', errno: -1, syscall: 'connect'});
}
