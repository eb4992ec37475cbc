import type {HttpHandler} from 'msw';
import type {World} from '../../world/world.ts';
import {disposable} from '../disposable.ts';
import type {Platform} from '../platform.ts';
import type {VtexHost} from './host.ts';
import {isVtexHost, vtexHosts} from './hosts.ts';
import {VtexSessions} from './sessions.ts';
import {recognise, shownTokens} from './shown-token.ts';
import {isStorefront} from './storefront-paths.ts';

/** VTEX of one simulation, with what it keeps. */
export interface VtexPlatform extends Platform {
  readonly sessions: VtexSessions;
}

/** VTEX ID, and the APIs that accept its tokens. */
export function vtex(world: World, host: VtexHost): VtexPlatform {
  const sessions = new VtexSessions(world, host);
  const handlers: readonly HttpHandler[] = [].map(disposable);
  return {
    hosts: vtexHosts(world.vtex),
    answers: (name) => isVtexHost(name, world.vtex),
    leaves: (url) => isStorefront(url, world.vtex),
    recognises: async (shown) => recognise(shown, world.vtex, (claims) => host.gave(claims)),
    tokenIn: (headers) => shownTokens(headers)[0] ?? null,
    handlers,
    openHandlers: handlers,
    sessions,
  };
}
