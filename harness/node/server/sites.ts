import {isLoopback} from '../../wire/loopback.ts';
import type {Site} from './site.ts';

/** The pages of the user's own that one browser context may open, and their rules about requests. */
export class Sites {
  readonly #sites = new Map<string, Site>();
  #admitsPages = false;

  add(site: Site): void {
    this.#sites.set(site.origin, site);
  }

  /** From now on, a server of this machine becomes a site when one of its pages is opened. */
  admitPages(): void {
    this.#admitsPages = true;
  }

  at(origin: string): Site | undefined {
    return this.#sites.get(origin);
  }

  /** The site that a request opens, if servers of this machine are admitted and it opens a page of one. */
  admissible({origin, hostname}: URL, headers: Headers): Site | undefined {
    const isPage = headers.get('sec-fetch-dest') === 'document';
    return this.#admitsPages && isPage && isLoopback(hostname) ? {origin, address: origin} : undefined;
  }

  /** The reason why the rule of a page blocks this request, or `null`. Top-level navigations are not blocked. */
  refusal(url: URL, headers: Headers): string | null {
    const isNavigation =
      headers.get('sec-fetch-mode') === 'navigate' && headers.get('sec-fetch-dest') === 'document';
    if (isNavigation) return null;

    for (const site of this.#sendersOf(url, headers)) {
      const refusal = site.refuses?.(url) ?? null;
      if (refusal !== null) return refusal;
    }

    return null;
  }

  #sendersOf(url: URL, headers: Headers): readonly Site[] {
    // A redirect to another host makes the origin "null", and a page may ask that no referrer be sent.
    const sender = [headers.get('origin'), headers.get('referer')].find(
      (value) => value !== null && URL.canParse(value),
    );

    if (typeof sender === 'string') {
      const site = this.#sites.get(new URL(sender).origin);
      return site === undefined ? [] : [site];
    }

    return isOfPage(url, headers) ? [...this.#sites.values()] : [];
  }
}

/** A test's own request has no Sec-Fetch-Mode. A page's request to an insecure host has none either. */
function isOfPage({protocol}: URL, headers: Headers): boolean {
  return headers.has('sec-fetch-mode') || protocol === 'http:';
}
