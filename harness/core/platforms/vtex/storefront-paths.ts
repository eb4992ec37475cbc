import type {Vtex} from '../../world/vtex.ts';
import {addressed} from './vtex-hosts.ts';

/** The paths that VTEX answers at the host of a store. Every other path is the store's own front end. */
const PLATFORM_PATHS = ['/api/', '/_v/', '/admin'];

/** The paths below them that the server of a FastStore answers. */
const FRONT_PATHS = ['/api/graphql', '/api/fs/'];

/** Whether a URL belongs to the store's front end: the test's own server answers it, not VTEX. */
export function isStorefront({hostname, pathname, searchParams}: URL, vtex: Vtex): boolean {
  const {account} = addressed(new URL(`https://${hostname}/`), vtex);
  const isStore = account !== null && (hostname.endsWith('.myvtex.com') || account.hosts.includes(hostname));
  if (!isStore || searchParams.has('an')) return false;

  const isBelow = (path: string): boolean => begins(pathname, path);
  return FRONT_PATHS.some(isBelow) || !PLATFORM_PATHS.some(isBelow);
}

function begins(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
}
