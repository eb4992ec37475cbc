import type {BuildFailure} from '../../wire/build-failure.ts';
import type {Mount, PageState} from '../../wire/control.ts';
import {ADMIN_HOST_PAGE} from '../../wire/admin-pages.ts';
import {CHECKOUT_PATH} from '../../wire/checkout-targets.ts';
import {surfaceOf, type SurfaceName} from '../../wire/surfaces.ts';
import {adviceWithoutId} from '../channel/page-simulation-id.ts';
import {adoptCss} from '../elements/base/adopt-css.ts';
import {failurePanel} from './failure-panel.ts';
import {make} from '../elements/base/dom.ts';
import {Overlays} from './overlays.ts';
import {PAGE_CSS} from './page-css.ts';
import type {Area, AreaEvents} from './pages/area.ts';
import {AdminArea} from './pages/admin-area.ts';
import {AccountArea} from './pages/account-area.ts';
import {CheckoutArea} from './pages/checkout-area.ts';

const AREAS: Readonly<Record<SurfaceName, (events: AreaEvents) => Area>> = {
  checkout: (events) => new CheckoutArea(events),
  'customer-account': (events) => new AccountArea(events),
  admin: (events) => new AdminArea(events),
};

/**
 * The visible page: an area for each surface that has mounts, and the platform's overlays. Content that takes
 * time to draw waits until it may be drawn, so that it delays no extension.
 */
export class PageView {
  readonly overlays: Overlays;
  readonly #main = make('div', {class: 'sim-areas'});
  readonly #failures = make('div', {class: 'sim-failures'});
  readonly #status = make('p', {class: 'sim-status', role: 'status'});
  readonly #areas = new Map<SurfaceName, Area>();
  readonly #events: AreaEvents;
  readonly #mayDraw: Promise<void>;
  /** Receives errors that the page throws while it draws. */
  readonly #crashed: (error: unknown) => void;
  readonly #due = new Set<() => void>();
  #drawing: Promise<void> | null = null;
  #shownFailures = '[]';
  #state: PageState | null = null;
  /** The address that decides which surface is shown; `null` if all mounts are shown. */
  #address: string | null = null;

  constructor(
    events: Omit<AreaEvents, 'draw'>,
    {mayDraw, crashed}: {mayDraw: Promise<void>; crashed: (error: unknown) => void},
  ) {
    this.#crashed = crashed;
    this.#events = {...events, draw: (run) => this.#draw(run)};
    this.#mayDraw = mayDraw;
    adoptCss(PAGE_CSS);

    const layer = make('div');
    this.overlays = new Overlays(layer);
    document.body.replaceChildren(this.#failures, this.#main, this.#status, layer);
  }

  /**
   * Shows the surfaces of the mounts, or without mounts that of the address. Resolves when everything is
   * drawn.
   */
  async show(state: PageState): Promise<void> {
    this.#state = state;
    document.documentElement.lang = state.localization.language;
    this.#showFailures(state.buildFailures);

    const shown = this.#shown(state);
    for (const surface of shown) this.#area(surface);
    for (const [surface, area] of this.#areas) {
      area.root.hidden = !shown.includes(surface);
      if (shown.includes(surface)) area.show(state);
    }

    document.title = `${state.shop.name} – ${this.#areas.get(shown[0] ?? 'customer-account')?.title ?? ''}`;
    await this.#drawing;
  }

  /** Shows the page at an address. The mounts are on other pages, opened before. */
  openAt(path: string): void {
    this.#address = path;
    if (this.#state !== null) this.show(this.#state).catch(this.#crashed);
    this.goTo(path);
  }

  /** Shows another address. */
  goTo(path: string): void {
    if (this.#address !== null) this.#address = path;
    for (const area of this.#areas.values()) area.goTo(path);
  }

  /** Creates a container where a mount belongs. */
  place(mount: Mount): HTMLElement {
    const container = make('div', {
      class: 'sim-extension',
      'data-extension': mount.handle,
      'data-target': mount.target,
      'data-mount': mount.id,
    });

    const surface = surfaceOf(mount.target);
    this.#address = null;
    if (surface === undefined) this.#main.append(container);
    else this.#area(surface).place(mount, container);

    container.hidden = mount.run !== null;
    if (mount.run === null) this.reveal(container);

    return container;
  }

  /** Opens the dialog around a container, if there is one that does not wait for the extension. */
  reveal(container: HTMLElement): void {
    const dialog = container.closest('dialog');
    if (dialog?.dataset['opens'] === 'when-rendered') return;
    if (dialog !== null && !dialog.open && dialog.isConnected) dialog.showModal();
  }

  /** Shows or hides what leads to a mount, once it has started. */
  rendered(mount: Mount, container: HTMLElement, isShown: boolean): void {
    container.hidden = !isShown;
    const surface = surfaceOf(mount.target);
    if (surface !== undefined) this.#areas.get(surface)?.rendered?.(mount, isShown);
  }

  /** Closes the dialog around a container, if there is one. */
  close(container: HTMLElement): void {
    container.closest('dialog')?.close();
  }

  /** Shows the errors of interceptors on a surface. */
  showErrors(surface: SurfaceName, errors: readonly string[]): void {
    this.#areas.get(surface)?.showErrors(errors);
  }

  /** Shows a message of simhost at the end of the page. */
  showStatus(text: string): void {
    this.#status.textContent = text;
  }

  /** Shows in place of the page that it belongs to no simulation. */
  showNoSimulation(): void {
    const message = `This page belongs to no simulation. ${adviceWithoutId()}`;
    this.#main.replaceChildren(failurePanel('No simulation', {message}));
  }

  /** Replaces the panels only if they changed, because screen readers announce a new panel. */
  #showFailures(failures: readonly BuildFailure[]): void {
    const shown = JSON.stringify(failures);
    if (shown === this.#shownFailures) return;

    this.#shownFailures = shown;

    this.#failures.replaceChildren(
      ...failures.map(({name, message, hasEarlierBuild}) => {
        const rest = hasEarlierBuild
          ? 'This page still shows the last build that worked.'
          : 'The extension shows here as soon as it builds.';
        return failurePanel(`${name} cannot be built`, {message: `${message}\n\n${rest}`});
      }),
    );
  }

  #draw(run: () => void): void {
    this.#due.add(run);
    if (this.#drawing !== null) return;
    this.#drawing = this.#drawDue();
    this.#drawing.catch(this.#crashed);
  }

  async #drawDue(): Promise<void> {
    await this.#mayDraw;
    this.#drawing = null;
    const due = [...this.#due];
    this.#due.clear();
    for (const each of due) each();
  }

  #shown({mounts}: PageState): readonly SurfaceName[] {
    const surfaces = surfacesOf(mounts);
    return this.#address === null && surfaces.length > 0
      ? surfaces
      : [surfaceAt(this.#address ?? location.pathname)];
  }

  #area(surface: SurfaceName): Area {
    const known = this.#areas.get(surface);
    if (known !== undefined) return known;

    const made = AREAS[surface](this.#events);
    this.#areas.set(surface, made);
    this.#main.append(made.root);
    if (this.#state !== null) made.show(this.#state);

    return made;
  }
}

function surfacesOf(mounts: readonly Mount[]): SurfaceName[] {
  return [...new Set(mounts.flatMap(({target}) => surfaceOf(target) ?? []))];
}

function surfaceAt(path: string): SurfaceName {
  if (ADMIN_HOST_PAGE.test(path)) return 'admin';
  return path.startsWith(CHECKOUT_PATH) ? 'checkout' : 'customer-account';
}
