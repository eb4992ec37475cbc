import {SimhostError} from '../errors.ts';
import {toWireError} from '../wire/wire-error.ts';
import type {Forward, FromPage, Mount, PageState, ToPage} from '../wire/control.ts';

/** How a page reaches what the simulation serves, and how to speak to it. */
export interface PageConnectionOptions {
  /** Turns a logical URL into the one at which this page reaches it; the gateway needs no change. */
  readonly locate?: (url: string) => string;
  readonly forward?: Forward | null;
}

export interface PageConnection {
  receive(message: FromPage): void;
  close(): void;
}

interface Page {
  readonly send: (message: ToPage) => void;
  readonly locate: (url: string) => string;
  readonly forward: Forward | null;
  readonly secret: string;
  greeted: boolean;
  applied: number;
  /** The newest revision that each mount has reached, and with `null` the page itself. */
  readonly reached: Map<string | null, number>;
}

/** What a page asks for and gets an answer to. */
export type Ask = Extract<FromPage, {type: 'ask'}>;

/** What a page says that the simulation acts on. */
export type PageMessage = Exclude<FromPage, Ask | {type: 'reached'}>;

type EndpointlessState = Omit<PageState, 'forward'>;

/** The host pages of one simulation: keeps each equal to the simulation's state. */
export class Pages {
  readonly #simulationId: string;
  readonly #state: () => EndpointlessState;
  readonly #onMessage: (message: PageMessage) => void;
  readonly #onAsk: (ask: Ask) => unknown;
  readonly #pages = new Set<Page>();
  #revision = 0;
  #waiting: (() => void)[] = [];
  #awaitGreeting: (() => void)[] = [];

  constructor(options: {
    simulationId: string;
    state: () => EndpointlessState;
    onMessage: (message: PageMessage) => void;
    onAsk: (ask: Ask) => unknown;
  }) {
    this.#simulationId = options.simulationId;
    this.#state = options.state;
    this.#onMessage = options.onMessage;
    this.#onAsk = options.onAsk;
  }

  /** The number of pages that have said hello. */
  get size(): number {
    return [...this.#pages].filter(({greeted}) => greeted).length;
  }

  connect(send: (message: ToPage) => void, {locate = (url) => url, forward = null}: PageConnectionOptions = {}): PageConnection {
    const page: Page = {send, locate, forward, secret: crypto.randomUUID(), greeted: false, applied: -1, reached: new Map()};
    this.#pages.add(page);
    return {
      receive: (message) => this.#receive(page, message),
      close: () => {
        this.#pages.delete(page);
        this.#wake();
      },
    };
  }

  /** Resolves when the next page has said hello. */
  nextGreeting(): Promise<void> {
    return new Promise((resolve) => this.#awaitGreeting.push(resolve));
  }

  knowsSecret(secret: string | null): boolean {
    return [...this.#pages].some((page) => page.greeted && page.secret === secret);
  }

  /** Sends the state to every page. */
  update(): void {
    this.#revision++;
    for (const page of this.#pages) if (page.greeted) this.#sendState(page);
  }

  /** Resolves when every page has reached the newest state. */
  async settled(): Promise<void> {
    while ([...this.#pages].some((page) => page.greeted && page.applied < this.#revision)) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** The mounts that have not reached the newest state, in pages that have received it. */
  get behind(): readonly string[] {
    const isBehind = (page: Page, id: string | null): boolean => (page.reached.get(id) ?? -1) < this.#revision;
    const answering = [...this.#pages].filter((page) => page.greeted && !isBehind(page, null));
    const mounts = this.#state().mounts.map(({id}) => id);
    return mounts.filter((id) => answering.some((page) => isBehind(page, id)));
  }

  #receive(page: Page, message: FromPage): void {
    if (message.type === 'hello') {
      if (message.simulation !== this.#simulationId) {
        throw new SimhostError('ERR_UNKNOWN_SIMULATION', 'A page said hello to another simulation.');
      }
      page.greeted = true;
      for (const resolve of this.#awaitGreeting.splice(0)) resolve();
      page.send({type: 'welcome', secret: page.secret});
      this.#sendState(page);
      return;
    }
    if (!page.greeted) return;
    if (message.type === 'reached') {
      page.reached.set(message.mount, message.revision);
      return;
    }
    if (message.type === 'applied') {
      page.applied = Math.max(page.applied, message.revision);
      this.#wake();
      return;
    }
    if (message.type === 'ask') page.send(this.#answer(message));
    else this.#onMessage(message);
  }

  #answer(ask: Ask): ToPage {
    try {
      return {type: 'answer', id: ask.id, value: this.#onAsk(ask)};
    } catch (error) {
      return {type: 'refusal', id: ask.id, error: toWireError(error)};
    }
  }

  /** The state as a page sees it that reaches everything at its own address. */
  stateFor({locate = (url) => url, forward = null}: PageConnectionOptions = {}): PageState {
    const state = this.#state();
    return {
      ...state,
      forward,
      endpoints: {
        customerAccountApi: locate(state.endpoints.customerAccountApi),
        checkoutApi: locate(state.endpoints.checkoutApi),
        storefrontApi: locate(state.endpoints.storefrontApi),
      },
      mounts: state.mounts.map((mount): Mount => locateScripts(mount, locate)),
    };
  }

  #sendState(page: Page): void {
    page.send({type: 'state', revision: this.#revision, state: this.stateFor(page)});
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

function locateScripts(mount: Mount, locate: (url: string) => string): Mount {
  const {conditions} = mount;
  return {
    ...mount,
    bundleUrl: locate(mount.bundleUrl),
    conditions: conditions === null ? null : {...conditions, bundleUrl: locate(conditions.bundleUrl)},
  };
}
