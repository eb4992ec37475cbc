import type {Vtex} from '../../world/vtex.ts';
import {addressed} from './vtex-hosts.ts';

/** What VTEX answers at the host of a store; everything else there is the store's own front. */
const PLATFORM_PATHS = ['/api/', '/_v/', '/admin'];

/** What the server of a FastStore answers below them. */
const FRONT_PATHS = ['/api/graphql', '/api/fs/'];

/** Whether an address is the store's front: a server of the test's answers it, not VTEX. */
export function isStorefront({hostname, pathname, searchParams}: URL, vtex: Vtex): boolean {
  const {account} = addressed(new URL(`https://${hostname}/`), vtex);
  const isStore = account !== null && (hostname.endsWith('.myvtex.com') || account.hosts.includes(hostname));
  if (!isStore || searchParams.has('an')) return false;

  return (
    FRONT_PATHS.some((path) => begins(pathname, path)) ||
    !PLATFORM_PATHS.some((path) => begins(pathname, path))
  );
}

function begins(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
}
