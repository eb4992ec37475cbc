import type {SimhostError} from '../../errors.ts';
import {toWireError} from '../../wire/wire-error.ts';
import type {Forward, FromPage, PageState, SandboxOrigin, ToPage} from '../../wire/control.ts';
import type {MountActivity} from '../../wire/activity.ts';
import type {FoundByRole} from '../../wire/deed.ts';
import {Listeners} from './listeners.ts';
import {locatedMount} from './located-mount.ts';
import {pageCrash} from './page-crash.ts';
import {PageQuestions} from './page-questions.ts';
import {PageStorage} from './page-storage.ts';
import {PageTools} from './page-tools.ts';

/** The addresses at which a page reaches the simulation. */
export interface PageConnectionOptions {
  /** Turns a logical URL into the one at which this page reaches it; the gateway needs no change. */
  readonly locate?: (url: string) => string;
  readonly forward?: Forward | null;
  /** The origin of each sandbox of this page, if its browser can give it no other. Default: that of the mount. */
  readonly sandbox?: SandboxOrigin | null;
}

export interface PageConnection {
  receive(message: FromPage): void;
  close(): void;
}

interface Page {
  readonly send: (message: ToPage) => void;
  readonly locate: (url: string) => string;
  readonly forward: Forward | null;
  readonly sandbox: SandboxOrigin | null;
  readonly secret: string;
  readonly questions: PageQuestions<MountActivity>;
  readonly descriptions: PageQuestions<FoundByRole>;
  greeted: boolean;
  applied: number;
  /** The newest state that the page failed to show, and how. */
  crash: {readonly revision: number; readonly error: SimhostError} | null;
}

/** A request of a page that is answered. */
export type Ask = Extract<FromPage, {type: 'ask'}>;

/** A message of a page that the simulation acts on. */
export type PageMessage = Exclude<
  FromPage,
  {type: 'hello' | 'applied' | 'crashed' | 'activity' | 'description' | 'ask'}
>;

/** The state that is the same for all pages. */
export type SharedPageState = Omit<PageState, 'forward'>;

/** The host pages of one simulation: keeps each equal to the simulation's state. */
export class Pages {
  readonly #state: () => SharedPageState;
  readonly #onMessage: (message: PageMessage) => void;
  readonly #onAsk: (ask: Ask) => unknown;
  readonly #onCrash: (error: SimhostError) => void;
  readonly #pages = new Set<Page>();
  readonly storage: PageStorage = new PageStorage(this.#pages);
  readonly tools: PageTools = new PageTools(this.#pages);
  readonly #updates = new Listeners<void>();
  #revision = 0;
  #waiting: (() => void)[] = [];
  #awaitGreeting: (() => void)[] = [];
  /** The failures that a call has thrown. */
  readonly #reported = new WeakSet<SimhostError>();

  constructor(options: {
    state: () => SharedPageState;
    onMessage: (message: PageMessage) => void;
    onAsk: (ask: Ask) => unknown;
    /** Hears that simhost's own page failed. */
    onCrash: (error: SimhostError) => void;
  }) {
    this.#state = options.state;
    this.#onMessage = options.onMessage;
    this.#onAsk = options.onAsk;
    this.#onCrash = options.onCrash;
  }

  /** The number of pages that have said hello. */
  get size(): number {
    return [...this.#pages].filter(({greeted}) => greeted).length;
  }

  /**
   * Connects a host page that has proved that it knows the simulation's id: `send` takes messages to it, the returned
   * object takes its messages.
   */
  connect(
    send: (message: ToPage) => void,
    {locate = (url) => url, forward = null, sandbox = null}: PageConnectionOptions = {},
  ): PageConnection {
    const questions = new PageQuestions<MountActivity>();
    const descriptions = new PageQuestions<FoundByRole>();
    const page: Page = {
      send,
      locate,
      forward,
      sandbox,
      secret: crypto.randomUUID(),
      questions,
      descriptions,
      greeted: false,
      applied: -1,
      crash: null,
    };

    this.#pages.add(page);
    return {
      receive: (message) => this.#receive(page, message),
      close: () => {
        this.#pages.delete(page);
        questions.gone();
        descriptions.gone();
        this.tools.gone(page);
        this.#wake();
      },
    };
  }

  /** Resolves when the next page has said hello. */
  nextConnection(): Promise<void> {
    return new Promise((resolve) => this.#awaitGreeting.push(resolve));
  }

  /** Whether a connected page holds this secret. */
  knowsSecret(secret: string | null): boolean {
    return [...this.#pages].some((page) => page.greeted && page.secret === secret);
  }

  /** Sends the state to every page. */
  update(): void {
    this.#revision++;
    for (const page of this.#pages) if (page.greeted) this.#sendState(page);
    this.#updates.notify();
  }

  /** Calls back after every change of the state; returns the function that stops it. */
  onUpdate(listener: () => void): () => void {
    return this.#updates.subscribe(listener);
  }

  /**
   * Resolves when every connected page shows the newest state. A page that closes is no longer waited for.
   *
   * @throws {SimhostError} `ERR_PAGE_CRASHED` if simhost's own page fails to show it, with the page's stack
   */
  async settled(): Promise<void> {
    for (;;) {
      const crash = this.#newestCrash();
      if (crash !== undefined) {
        this.markReported(crash);
        throw crash;
      }
      if (![...this.#pages].some((page) => page.greeted && page.applied < this.#revision)) return;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Takes a failure as one that a call has thrown. */
  markReported(crash: SimhostError): void {
    this.#reported.add(crash);
  }

  /** The failure of a page to show the newest state, if no call has thrown it. */
  get unreportedCrash(): SimhostError | undefined {
    const crash = this.#newestCrash();
    return crash === undefined || this.#reported.has(crash) ? undefined : crash;
  }

  #newestCrash(): SimhostError | undefined {
    return [...this.#pages].find(({crash}) => crash !== null && crash.revision >= this.#revision)?.crash
      ?.error;
  }

  /**
   * Asks every page what its extensions have begun and not finished: one round trip to each sandbox. A sandbox that
   * does not answer within `patience` milliseconds is reported as silent. A page that does not answer within `limit`
   * milliseconds reports nothing; without a limit, it is waited for.
   */
  async activity(patience: number, limit?: number): Promise<readonly MountActivity[]> {
    const answers = await this.#poll(patience, limit);
    return answers.flatMap((answer) => answer ?? []);
  }

  /** Whether a page is open that does not answer within `limit` milliseconds. */
  async isSilent(limit: number): Promise<boolean> {
    return (await this.#poll(0, limit)).includes(null);
  }

  /** Asks every page for its activity. The answer of a page that is late is `null`. */
  #poll(patience: number, limit?: number): Promise<readonly (readonly MountActivity[] | null)[]> {
    const asked = [...this.#pages].filter(({greeted}) => greeted);
    return Promise.all(
      asked.map(({send, questions}) =>
        questions.ask((id) => send({type: 'poll-activity', id, patience}), limit),
      ),
    );
  }

  /** Lists what a mount shows, by the first page that knows. Only the page of `simhost dev` does. */
  async contentOf(mount: string, limit: number): Promise<readonly FoundByRole[]> {
    const asked = [...this.#pages].filter(({greeted}) => greeted);
    const answers = asked.map(({send, descriptions}) =>
      descriptions.ask((id) => send({type: 'describe', id, mount}), limit),
    );
    return (await Promise.all(answers)).find((found) => found !== null && found.length > 0) ?? [];
  }

  #receive(page: Page, message: FromPage): void {
    if (message.type === 'hello') {
      page.greeted = true;
      for (const resolve of this.#awaitGreeting.splice(0)) resolve();
      page.send({type: 'welcome', secret: page.secret});
      this.#sendState(page);
      return;
    }

    if (!page.greeted) return;
    if (message.type === 'applied') {
      page.applied = Math.max(page.applied, message.revision);
      this.#wake();
      return;
    }

    if (message.type === 'crashed') {
      this.#crashed(page, message);
      return;
    }

    if (message.type === 'description') return page.descriptions.answered(message.id, message.content);
    if (message.type === 'stored') return this.storage.answered(message);
    if (message.type === 'tool-result') return this.tools.answered(page, message);
    if (message.type === 'activity') return page.questions.answered(message.id, message.mounts);
    if (message.type === 'ask') this.#answer(page, message);
    else this.#onMessage(message);
  }

  /** Keeps the first failure of each state: what follows is often a consequence. */
  #crashed(page: Page, {revision, error}: Extract<FromPage, {type: 'crashed'}>): void {
    const reached = revision ?? Math.max(page.applied, 0);
    if (page.crash === null || page.crash.revision < reached) {
      const before = page.crash;
      page.crash = {revision: reached, error: pageCrash(error)};

      // A page that has shown nothing since a failure fails again for the same reason.
      const isSame = before !== null && page.applied <= before.revision;
      if (isSame && this.#reported.has(before.error)) this.markReported(page.crash.error);
      this.#onCrash(page.crash.error);
    }
    this.#wake();
  }

  /** Answers at once, unless the answer itself comes later. */
  #answer({send}: Page, ask: Ask): void {
    const answer = (value: unknown): void => send({type: 'answer', id: ask.id, value});
    const refuse = (error: unknown): void => send({type: 'refusal', id: ask.id, error: toWireError(error)});

    try {
      const value = this.#onAsk(ask);
      if (value instanceof Promise) value.then(answer, refuse);
      else answer(value);
    } catch (error) {
      refuse(error);
    }
  }

  /** Returns the state that a page shows, with the addresses at which that page reaches everything. */
  state({locate = (url) => url, forward = null, sandbox = null}: PageConnectionOptions = {}): PageState {
    const state = this.#state();
    return {
      ...state,
      forward,
      endpoints: {
        customerAccountApi: locate(state.endpoints.customerAccountApi),
        checkoutApi: locate(state.endpoints.checkoutApi),
        storefrontApi: locate(state.endpoints.storefrontApi),
        adminApi: locate(state.endpoints.adminApi),
        storefrontToken: state.endpoints.storefrontToken,
      },
      mounts: state.mounts.map((mount) => locatedMount(mount, {locate, sandbox})),
    };
  }

  #sendState(page: Page): void {
    page.send({type: 'state', revision: this.#revision, state: this.state(page)});
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
