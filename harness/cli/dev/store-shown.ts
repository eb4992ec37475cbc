import {SimhostError} from '../../errors.ts';
import {authCookieNames, REFRESH_COOKIE} from '../../core/platforms/vtex/vtex-cookies.ts';
import type {VtexCookie} from '../../core/platforms/vtex/vtex-cookies.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {PEOPLE} from '../../core/world/people.ts';
import type {CustomerOption} from '../../core/world/people.ts';
import type {PageLink} from '../../node/live/page-link.ts';
import type {StoreSite} from '../../node/server/local-store.ts';
import type {ConsoleWelcome} from '../../wire/console.ts';
import {knownPeople, withoutBuild} from './console/console-facts.ts';
import type {PageFacts, ShownPage} from './shown-page.ts';

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
  /** The `Set-Cookie` headers that the browser gets before its next page. */
  #cookies: readonly string[] = [];
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
      this.#cookies = this.#expired();
      return;
    }

    const {cookies, session} = await vtex.sessions.login(person);
    this.#session = session.sess;
    this.#cookies = cookies.map(setCookie);
  }

  /** Signs the customer in, then shows the store. A tab that waits for it gets the cookies of that login. */
  async open(show: (takeCookies: TakeCookies) => void): Promise<void> {
    await this.#login();
    show(() => this.#takeCookies());
  }

  async restart(): Promise<void> {
    this.#options.starting();
    this.#options.link.restart();
  }

  /** Takes the cookies for the browser. */
  #takeCookies(): readonly string[] {
    const taken = this.#cookies;
    this.#cookies = [];
    return taken;
  }

  /** The headers that remove the cookies of a login. */
  #expired(): readonly string[] {
    const {account} = this.#options.simulation.world.vtex;
    const names = authCookieNames('webstore', account);
    return [
      ...names.map((name) => `${name}=; Path=/; Max-Age=0`),
      `${REFRESH_COOKIE}=; Path=/api/vtexid/refreshtoken/webstore; Max-Age=0`,
    ];
  }
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

function setCookie({name, value, path, httpOnly, expires}: VtexCookie): string {
  const parts = [`${name}=${value}`, `Path=${path}`, `Expires=${new Date(expires * 1000).toUTCString()}`];
  return [...parts, ...(httpOnly ? ['HttpOnly'] : [])].join('; ');
}
