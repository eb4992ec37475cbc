import {messageOf} from '../../errors.ts';
import {findWindowBrowser} from '../../node/chromium.ts';
import {type BrowserWindow, openBrowserWindow} from '../../node/browser-window.ts';
import type {BackendOption} from '../../node/server/backend-options.ts';
import type {Gateway} from '../../node/server/gateway.ts';
import type {Server} from '../../node/server/server.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';

export interface OpenedBrowserOptions {
  readonly server: Server;
  readonly simulation: SimulationCore;
  readonly backends: Readonly<Record<string, BackendOption>>;
  readonly print: (text: string) => void;
}

/** The first page of an opened browser. */
export interface OpenedPage {
  /** The address. Its fragment may be secret. */
  readonly url: string;
  /** The address as the terminal shows it. */
  readonly shown: string;
  /** The address of a page in a second tab. Default: none. */
  readonly besides?: string | null;
  /** Called before the browser starts: adds to the gateway what the page needs. */
  readonly prepare?: (gateway: Gateway) => void;
  /** Default: that of the browser. */
  readonly userAgent?: string;
}

/**
 * The browser of `simhost dev --open`. It reaches everything through a gateway and has its own profile, so origins,
 * cookies and preflights are those of tests.
 */
export class OpenedBrowser {
  readonly #options: OpenedBrowserOptions;
  #gateway: Promise<Gateway> | undefined;
  /** The newest window, also while it opens. */
  #window: Promise<BrowserWindow> | undefined;
  #isClosed = false;

  constructor(options: OpenedBrowserOptions) {
    this.#options = options;
  }

  /**
   * Opens a page at its address on the platform.
   *
   * @throws {SimhostError} `ERR_NO_BROWSER`; `ERR_NOT_WRITTEN` if its profile cannot be written
   */
  async open({url, shown, besides = null, prepare, userAgent}: OpenedPage): Promise<string> {
    const before = await this.#lastWindow();
    if (before?.isOpen === true) return 'The browser is open already.';

    const {print} = this.#options;
    const browser = findWindowBrowser();
    const gateway = await (this.#gateway ??= this.#openGateway());
    if (this.#isClosed) return 'The browser was not opened, because simhost dev ends.';
    prepare?.(gateway);

    this.#window = openBrowserWindow({
      browser,
      proxy: gateway.proxy,
      urls: besides === null ? [url] : [url, besides],
      userAgent,
      onEnd: (error) =>
        print(error === null ? 'The browser is closed. Type "open" to open it again.' : messageOf(error)),
    });
    await this.#window;

    return `${browser.path} opens ${shown}, with origins, cookies and preflights as in tests.`;
  }

  /** Closes the browser, also one that is still opening. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const window = await this.#lastWindow();
    await window?.close();
  }

  /** Returns the newest window that has opened. The caller of `open` gets its error. */
  async #lastWindow(): Promise<BrowserWindow | undefined> {
    return this.#window?.catch(() => undefined);
  }

  /** Its backends are those of the local page, whose output is printed already. */
  #openGateway(): Promise<Gateway> {
    const {server, simulation, backends} = this.#options;
    return server.open(simulation, {backends, app: simulation.world.app, allowsAll: true});
  }
}
