import {type Backend, foundBackend} from './backend.ts';

/** A page of the user's own, as its browser context meets it. */
export type Site = SiteRule & (ServedSite | ForwardedSite);

interface SiteRule {
  /** For example `http://localhost:5173`. */
  readonly origin: string;
  /** Why a request of the page may not go there; `null` where it may. */
  readonly refuses?: (url: URL) => string | null;
}

/** Nothing listens there: the gateway itself answers. */
interface ServedSite {
  readonly answer: (url: URL) => Promise<Response>;
}

/** A server that runs already. */
interface ForwardedSite {
  readonly address: string;
}

/** For messages about one that does not answer. */
export function siteAsBackend({origin, address}: {origin: string; address: string}): Backend {
  return foundBackend(origin, {url: address, clock: 'real'});
}
