import type {Page} from '@playwright/test';
import type {MountRequest} from '../../core/simulation/mount-request.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import type {LoadedExtension} from '../../node/extension/load.ts';
import {isHostPage} from '../../wire/host-pages.ts';

/** The test's page while it shows pages of the simulated platform. */
export class PlatformPage {
  readonly #page: Page;
  readonly #simulation: SimulationCore;
  #opened: Promise<unknown> | undefined;

  constructor(page: Page, simulation: SimulationCore) {
    this.#page = page;
    this.#simulation = simulation;
  }

  /** Whether the browser shows a page that has not connected to its simulation yet, for example after a reload. */
  get isConnecting(): boolean {
    if (this.#page.isClosed() || this.#simulation.pages.size > 0) return false;
    return isHostPage(new URL(this.#page.url()));
  }

  /** Opens the page of a mount. Later mounts appear on the page of the first one, unless they name another. */
  open(
    {target, selected, extension: {handle}}: LoadedExtension & Pick<MountRequest, 'selected'>,
    {path}: {readonly path?: string},
  ): Promise<unknown> {
    const url = this.#simulation.addresses.ofTarget(target, {
      handle,
      selected,
      ...(path === undefined ? {} : {path}),
    });
    const shown = new URL(this.#page.url());

    const isShown = `${shown.origin}${shown.pathname}${shown.search}` === url;
    const isOpen = this.#opened !== undefined && (shown.protocol === 'about:' || isHostPage(shown));
    if (!isShown && !(isOpen && path === undefined))
      this.#opened = this.#page.goto(url, {waitUntil: 'commit'});

    return this.#opened ?? Promise.resolve();
  }

  /** Goes to an address. The returned function resolves when the new page shows the simulation's state. */
  async goto(url: string): Promise<() => Promise<unknown>> {
    // A browser loads nothing if only the fragment differs.
    const isLoaded = url.includes('#') && withoutFragment(url) === withoutFragment(this.#page.url());
    const shown: Promise<unknown> = isLoaded ? Promise.resolve() : this.#simulation.pages.nextConnection();

    await this.#page.goto(url, {waitUntil: 'commit'});
    return () => shown;
  }
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '');
}
