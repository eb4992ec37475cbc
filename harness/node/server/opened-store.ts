import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Transform} from 'node:stream';
import {withHeaders, withoutHeaders} from '../http/raw-headers.ts';
import {ASK_PATH} from '../live/page-link.ts';
import type {Cookies} from './cookies.ts';
import {policyWithScript} from './script-policy.ts';
import {asksForStorePage, headWriter, isCompressed, isHtml} from './store-page.ts';

/** A storefront whose pages a gateway shows at the store's own address. */
export interface OpenedStoreSite {
  /** The origin of the store, such as `https://acme.myvtex.com`. */
  readonly origin: string;
  /** Answers a report of a page, unless it is refused for a reason. */
  readonly receive: (
    message: IncomingMessage,
    out: ServerResponse,
    refusal: () => string | null,
  ) => Promise<void>;
  /** Writes the script that runs before those of a page. */
  readonly script: () => string;
  /** Takes the `Set-Cookie` headers that the browser has to get before its next page. */
  readonly takeCookies: () => readonly string[];
}

/** An answer as the browser gets it. */
export interface ChangedAnswer {
  readonly rawHeaders: readonly string[];
  /** The stream that changes its body. Default: none. */
  readonly through?: Transform;
}

/** The store in a browser of `simhost dev --open`: its pages get the script of simhost and the cookies of logins. */
export class OpenedStore {
  readonly #site: OpenedStoreSite;
  readonly #cookies: Pick<Cookies, 'forBrowser'>;

  constructor(site: OpenedStoreSite, cookies: Pick<Cookies, 'forBrowser'>) {
    this.#site = site;
    this.#cookies = cookies;
  }

  /** Whether a request is for a page of the store. */
  shows(message: IncomingMessage, {origin}: URL): boolean {
    return origin === this.#site.origin && asksForStorePage(message);
  }

  /** Answers a report of a page, and a page that first needs cookies. Returns whether the request was such a one. */
  async answers(message: IncomingMessage, out: ServerResponse, url: URL): Promise<boolean> {
    const {origin, receive, takeCookies} = this.#site;
    if (url.origin !== origin) return false;

    if (url.pathname === ASK_PATH) {
      await receive(message, out, () => this.#refusal(message));
      return true;
    }

    const given = asksForStorePage(message) ? takeCookies() : [];
    if (given.length === 0) return false;

    const cookies = given.flatMap((cookie) => [
      'Set-Cookie',
      this.#cookies.forBrowser(cookie, url, 'simulated'),
    ]);
    out.writeHead(307, ['Location', url.href, 'Cache-Control', 'no-store', ...cookies]).end();
    return true;
  }

  /** Adds the script to the answer for a page. Answers that are not HTML stay as they are. */
  withScript(rawHeaders: readonly string[]): ChangedAnswer {
    if (!isHtml(rawHeaders) || isCompressed(rawHeaders)) return {rawHeaders};

    const script = this.#site.script();
    const sized = withoutHeaders(rawHeaders, (name) => name === 'content-length');
    return {
      rawHeaders: withHeaders(sized, 'content-security-policy', (policy) => policyWithScript(policy, script)),
      through: headWriter(`<script>${script}</script>`),
    };
  }

  #refusal({headers: {origin}}: IncomingMessage): string | null {
    return origin === this.#site.origin ? null : `Pages of the origin "${origin ?? ''}" may not ask here.`;
  }
}
