import type {Mount} from '../../wire/control.ts';
import type {PageName} from '../../wire/customer-account-targets.ts';
import {accountPlaceOf} from '../../wire/customer-account-targets.ts';
import type {HistoryEntry, NavigationChange} from '../../wire/sandbox.ts';

/** The pages of the customer account, by the path below `/account`. */
const PAGES: readonly (readonly [RegExp, PageName])[] = [
  [/^\/(orders\/?)?$/, 'orders'],
  [/^\/orders\/[^/]+\/?$/, 'order'],
  [/^\/orders\/[^/]+\/pages\//, 'order-full'],
  [/^\/profile\/?$/, 'profile'],
  [/^\/company\/?$/, 'company'],
  [/^\/pages\//, 'full'],
];

/**
 * The page's history, and the links of extensions to its pages: paths, `shopify:customer-account/…` and
 * `extension:/…`.
 */
export class PageNavigation {
  readonly #options: PageNavigationOptions;

  constructor(options: PageNavigationOptions) {
    this.#options = options;
    if (!isEntry(history.state)) history.replaceState(newEntry(undefined), '');
    addEventListener('popstate', () => this.#arrived('traverse'));
  }

  /** Follows a link of an extension, or of the page itself. */
  go(href: string, from: Mount | null, {history: mode = 'auto', state}: NavigateOptions = {}): void {
    const url = resolve(href, from, this.#options.mounts());
    if (url === null || url.origin !== location.origin) return this.#options.leave(href);
    if (this.#options.keepsFragment) url.hash = location.hash;

    const type = mode === 'replace' || (mode === 'auto' && url.href === location.href) ? 'replace' : 'push';
    if (type === 'replace') history.replaceState({...(history.state as Entry), state}, '', url);
    else history.pushState(newEntry(state), '', url);
    this.#arrived(type);
  }

  updateState(state: unknown): void {
    history.replaceState({...(history.state as Entry), state}, '');
  }

  /**
   * Returns the entry for an extension's full page, with a URL inside the extension; `null` for any other
   * target.
   */
  entryFor({target, handle}: Mount): HistoryEntry | null {
    if (accountPlaceOf(target)?.api.includes('full-page') !== true) return null;
    const {key, state} = history.state as Entry;
    const route = new RegExp(`/pages/${handle}(/.*)?$`).exec(location.pathname)?.[1] ?? '/';
    return {key, url: `extension:${route}${location.search}`, state};
  }

  #arrived(type: NavigationChange['type']): void {
    this.#options.arrived(location.pathname, type);
  }
}

export interface PageNavigationOptions {
  /** Whether the fragment of the address has to stay: outside of tests it names the simulation. */
  readonly keepsFragment: boolean;
  mounts(): readonly Mount[];
  /** Handles the change to another entry. */
  arrived(path: string, type: NavigationChange['type']): void;
  /** Handles a link that leads out of the page's origin. */
  leave(href: string): void;
}

export interface NavigateOptions {
  readonly history?: 'auto' | 'push' | 'replace';
  readonly state?: unknown;
}

interface Entry {
  readonly key: string;
  readonly state: unknown;
}

/** Finds the page of the account at a path; `null` if there is none. */
export function pageAt(path: string): PageName | null {
  const rest = path.replace(/^.*?\/account(?=\/|$)/, '') || '/';
  return PAGES.find(([pattern]) => pattern.test(rest))?.[1] ?? null;
}

/** Resolves a link; `null` for a string that is not a URL. */
function resolve(href: string, from: Mount | null, mounts: readonly Mount[]): URL | null {
  const account = /^.*?\/account(?=\/|$)/.exec(location.pathname)?.[0] ?? '';
  const platform = /^shopify:(?:\/\/)?customer-account\/?(.*)$/.exec(href);
  if (platform !== null) return new URL(`${account}/${platform[1]}`, location.origin);

  const own = /^extension:(?:\/\/([\w-]*))?\/*(.*)$/.exec(href);
  if (own === null) return URL.canParse(href, location.href) ? new URL(href, location.href) : null;

  const [, host = '', path = ''] = own;
  const other = mounts.find(({handle}) => handle === host);
  const routeParts = other === undefined ? [host, path] : [path];
  const route = routeParts.filter((part) => part !== '').join('/');
  const handle = other?.handle ?? from?.handle ?? '';
  const base = /^(.*\/orders\/[^/]+)\/pages\//.exec(location.pathname)?.[1] ?? account;

  return new URL([`${base}/pages/${handle}`, ...(route === '' ? [] : [route])].join('/'), location.origin);
}

function newEntry(state: unknown): Entry {
  return {key: crypto.randomUUID(), state};
}

function isEntry(state: unknown): state is Entry {
  return typeof state === 'object' && state !== null && 'key' in state;
}
