import {type Backend, externalBackend} from './backend.ts';

/** A page of the user's own. */
export type Site = SiteRule & (ServedSite | ForwardedSite);

/** A rule about the requests of a site's pages. */
interface SiteRule {
  /** For example `http://localhost:5173`. */
  readonly origin: string;
  /** Returns the reason why the page must not send a request there, or `null`. */
  readonly refuses?: (url: URL) => string | null;
}

/** The gateway answers for this origin itself; no server listens there. */
interface ServedSite {
  /** Answers a request to the origin. */
  readonly answer: (url: URL) => Promise<Response>;
}

/** A server that runs already. The gateway forwards to it. */
export interface ForwardedSite {
  /** The address of the server that answers. */
  readonly address: string;
  /** Headers that its requests get in addition, as names and values. Default: none. */
  readonly addedHeaders?: readonly string[];
}

/** Represents the site as a backend, for error messages. */
export function siteAsBackend({origin, address}: {origin: string; address: string}): Backend {
  return externalBackend(origin, {url: address, clock: 'real'});
}
