import {SimhostError} from '../../errors.ts';
import {authCookieNames, REFRESH_COOKIE} from '../../core/platforms/vtex/vtex-cookies.ts';
import type {VtexCookie} from '../../core/platforms/vtex/vtex-cookies.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {PEOPLE} from '../../core/world/people.ts';
import type {CustomerOption} from '../../core/world/people.ts';
import type {PageLink} from '../../node/live/page-link.ts';
import type {StoreSite} from '../../node/server/local-store.ts';
import type {ConsoleWelcome} from '../../wire/console.ts';
import {knownPeople, withoutBuild} from '../../dev/console/console-facts.ts';
import type {PageFacts, ShownPage} from '../../dev/shown-page.ts';

export interface StoreShownOptions {
  readonly simulation: SimulationCore;
  /** The address of the local server. */
  readonly local: string;
  readonly link: PageLink;
  /** Called before the store starts again. */
  readonly starting: () => void;
}

type TakeCookies = StoreSite['takeCookies'];

/** The shoppers of the simulated VTEX. */
const SHOPPERS = ['ada', 'bea', 'guest'];

/** A VTEX store at the local server. */
export class StoreShown implements ShownPage {
  readonly noun = 'store';
  readonly hasCorsSwitch: boolean = false;
  readonly profile = 'vtex';
  readonly tokenKind = 'vtex-shopper';
  readonly #options: StoreShownOptions;
  readonly #browsers: BrowserCookies[] = [];
  /** The cookies of the newest login, or the removal of those. */
  #cookies: readonly VtexCookie[] = [];
  #session: string | null = null;

  constructor(options: StoreShownOptions) {
    this.#options = options;
  }

  get url(): string {
    const {local, link} = this.#options;
    return `${local}/#simhost=${link.key}`;
  }

  get people(): ConsoleWelcome['people'] {
    return knownPeople().filter(({name}) => SHOPPERS.includes(name));
  }

  facts(): PageFacts {
    const {name} = this.#options.simulation.world.vtex.account;
    return {
      address: `https://${name}.myvtex.com/`,
      extensions: [withoutBuild(name, name)],
      languages: null,
    };
  }

  /**
   * Signs a shopper in as the store's login does. The store loads again, with the cookies of the login.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_CUSTOMER`
   */
  async signIn(customer: CustomerOption): Promise<void> {
    this.#options.simulation.signIn(shopperOf(customer));
    await this.#login();
    await this.restart();
  }

  /** Prepares the cookies of the customer who is signed in. */
  async #login(): Promise<void> {
    const {vtex, customer} = this.#options.simulation;
    if (this.#session !== null) vtex.sessions.revoke(this.#session);

    const person = personOf(customer?.id);
    if (person !== 'ada' && person !== 'bea') {
      this.#session = null;
      return this.#give(this.#expired());
    }

    const {cookies, session} = await vtex.sessions.login(person);
    this.#session = session.sess;
    this.#give(cookies);
  }

  #give(cookies: readonly VtexCookie[]): void {
    this.#cookies = cookies;
    for (const browser of this.#browsers) browser.waiting = cookies;
  }

  /** Signs the customer in, then shows the store. A tab that waits for it gets the cookies of that login. */
  async open(show: (takeCookies: TakeCookies) => void): Promise<void> {
    await this.#login();
    show(this.cookiesFor(localSetCookie));
  }

  /**
   * Adds a browser that shows the store, and returns the function that takes its `Set-Cookie` headers. It gets the
   * cookies of each login once.
   */
  cookiesFor(write: (cookie: VtexCookie) => string): TakeCookies {
    const browser: BrowserCookies = {waiting: this.#cookies};
    this.#browsers.push(browser);

    return () => {
      const taken = browser.waiting;
      browser.waiting = [];
      return taken.map(write);
    };
  }

  async restart(): Promise<void> {
    this.#options.starting();
    this.#options.link.restart();
  }

  /** The cookies that remove those of a login. */
  #expired(): readonly VtexCookie[] {
    const {account} = this.#options.simulation.world.vtex;
    const ours = {value: '', domain: `${account.name}.myvtex.com`, httpOnly: true, secure: true, expires: 0};

    return [
      ...authCookieNames('webstore', account).map((name) => ({...ours, name, path: '/'})),
      {...ours, name: REFRESH_COOKIE, path: '/api/vtexid/refreshtoken/webstore'},
    ];
  }
}

/** A browser that shows the store. */
interface BrowserCookies {
  /** The cookies that it gets before its next page. */
  waiting: readonly VtexCookie[];
}

/**
 * Returns a shopper of the simulated VTEX.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_CUSTOMER` for somebody else, who could only be a guest there
 */
export function shopperOf(customer: CustomerOption): CustomerOption {
  if (customer === null) return customer;

  const name = typeof customer === 'string' ? customer : (personOf(customer.id) ?? customer.id);
  if (SHOPPERS.includes(name)) return customer;
  throw new SimhostError('ERR_UNKNOWN_CUSTOMER', `VTEX has no shopper "${name}".`, {
    next: `Give one of ${SHOPPERS.join(', ')}.`,
  });
}

function personOf(customer: string | undefined): string | undefined {
  return Object.entries(PEOPLE).find(([, {id}]) => id === customer)?.[0];
}

/** Writes the cookie for the local address, which has no domain and no TLS. */
function localSetCookie({name, value, path, httpOnly, expires}: VtexCookie): string {
  const parts = [`${name}=${value}`, `Path=${path}`, `Expires=${new Date(expires * 1000).toUTCString()}`];
  return [...parts, ...(httpOnly ? ['HttpOnly'] : [])].join('; ');
}
