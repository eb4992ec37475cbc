import {SimhostError} from '../../errors.ts';
import type {NoticeLog} from '../../notices.ts';
import type {PickedResource} from '../../wire/admin.ts';
import type {BuildFailure} from '../../wire/build-failure.ts';
import type {Mount, PageState} from '../../wire/control.ts';
import type {PageLook} from '../../wire/page-look.ts';
import {adminPlaceOf, TOOLS_TARGET} from '../../wire/admin-targets.ts';
import {surfaceOf} from '../../wire/surfaces.ts';
import type {SelectedResource} from '../../wire/admin-subject.ts';
import type {AdminPageShown} from '../platforms/shopify/admin-page-address.ts';
import {usableOutput} from '../platforms/shopify/run-output.ts';
import {targetOf} from '../platforms/shopify/targets.ts';
import type {ShownResources} from './admin-resources.ts';
import type {AdminSurface} from './admin-surface.ts';
import type {Issuer} from './issuer.ts';
import type {LiveWorld} from './live-world.ts';
import type {MountedExtension, MountRequest, RunRequest} from './mount-request.ts';
import type {Mounts} from './mounts.ts';
import {MountedTools} from './mounted-tools.ts';
import type {Pages} from './pages.ts';

export interface ExtensionsDeps {
  readonly mounts: Mounts;
  readonly pages: Pages;
  readonly live: LiveWorld;
  readonly issuer: Issuer;
  readonly notices: NoticeLog;
  readonly admin: AdminSurface;
}

/** Shows extensions on the pages of one simulation, and runs those that return a value. */
export class Extensions {
  /** The tools that mounted extensions declare for the assistant of the admin. */
  readonly tools: MountedTools;
  readonly #deps: ExtensionsDeps;
  readonly #buildFailures = new Map<string, BuildFailure>();
  #look: PageLook | null = null;

  constructor(deps: ExtensionsDeps) {
    this.#deps = deps;
    this.tools = new MountedTools(deps);
  }

  /** The part of the pages' state that follows from the extensions. */
  get pageState(): Pick<PageState, 'mounts' | 'admin' | 'buildFailures' | 'look'> {
    const mounts = this.#deps.mounts.all;
    const hasAdmin = mounts.some(({target}) => surfaceOf(target) === 'admin');
    return {
      mounts,
      admin: hasAdmin ? this.#deps.admin.view : null,
      buildFailures: [...this.#buildFailures.values()],
      look: this.#look,
    };
  }

  /** Changes the look of the extensions on pages. */
  changeLook(change: Partial<PageLook>): void {
    const before = this.#look ?? {outline: false, alone: false, reveal: 0};
    this.#look = {...before, ...change};
    this.#deps.pages.update();
  }

  /** Returns the script that the platform publishes at a URL. */
  codeAt(url: string): string | undefined {
    return this.#deps.mounts.codeAt(url);
  }

  /** Shows on every page that the extension of a folder cannot be built; null removes the message. */
  showBuildFailure(folder: string, failure: BuildFailure | null): void {
    if (failure === null && !this.#buildFailures.has(folder)) return;

    if (failure === null) this.#buildFailures.delete(folder);
    else this.#buildFailures.set(folder, failure);
    this.#deps.pages.update();
  }

  /**
   * Shows an extension on every connected page, now and later.
   *
   * @throws {SimhostError} `ERR_TARGET_NOT_SIMULATED`, `ERR_NO_COMPANY`, `ERR_CHECKOUT_COMPLETED`, `ERR_EMPTY_CART`,
   *   `ERR_NO_ADDRESS`, `ERR_NOTHING_TO_SHOW`
   */
  async mount(request: MountRequest): Promise<MountedExtension> {
    const {mounts, live, notices, issuer, admin} = this.#deps;
    const {surface, page} = targetOf(request.target);
    if (page === 'run' && request.run === undefined && request.target !== TOOLS_TARGET)
      throw nothingToShow(request.target);

    for (const notice of request.notices ?? []) notices.add(notice);
    if (surface === 'checkout') live.arrive(page, request.target);
    if (page === 'company' && live.customer?.company == null) throw noCompany(request.target);

    const repeatsSignals = request.run === undefined && issuer.cases.take('signals') !== null;
    return mounts.add({...request, repeatsSignals, admin: admin.mountOf(request)});
  }

  /** Replaces the resources that an extension of the admin gets as selected when it starts next. */
  reselect(mount: Mount, selected: readonly SelectedResource[]): void {
    const {mounts, admin} = this.#deps;
    mounts.change(mount.id, {admin: admin.reselected(mount, selected)});
  }

  /** Selects the resource of an admin page for the extensions on that page, for their next start. */
  selectOn({page, id}: AdminPageShown): void {
    if (id === null) return;
    for (const mount of this.#deps.mounts.all) {
      const isThere = adminPlaceOf(mount.target)?.page === page;
      if (isThere && mount.admin.selected[0]?.id !== id) this.reselect(mount, [{id}]);
    }
  }

  /** Ends the intent of an extension of the admin, which has answered it. */
  answerIntent(mount: Mount): void {
    const {mounts, admin} = this.#deps;
    mounts.change(mount.id, {admin: admin.answered(mount)});
  }

  /** Carries out a change that an extension of the admin asks for by a member of its API. */
  applyOfAdmin(mount: Mount, member: string, change: unknown): unknown {
    return this.#deps.admin.apply(mount, member, change);
  }

  /** Lists the resources that a picker of an extension of the admin shows. */
  resourcesFor(query: ShownResources): readonly PickedResource[] {
    return this.#deps.admin.resourcesFor(query);
  }

  /** Begins another checkout if the buyer has completed this one. Targets before the payment can be shown again. */
  leaveCompletedCheckout(): void {
    const {live, pages} = this.#deps;
    if (live.checkout.confirmation === null) return;

    live.startCheckout();
    pages.update();
  }

  /**
   * Calls a function of an extension for its value: a target that renders nothing, or the condition of a target.
   *
   * @throws {SimhostError} `ERR_BAD_OUTPUT` if the platform could not use the value, or the error of the function
   */
  async run(request: RunRequest, {signal}: {signal?: AbortSignal} = {}): Promise<unknown> {
    const mounted = await this.mount(request);
    const abort = (): void => mounted.abort();
    if (signal?.aborted === true) abort();

    signal?.addEventListener('abort', abort);
    try {
      return usableOutput(request.run.registered, await mounted.returned);
    } finally {
      signal?.removeEventListener('abort', abort);
      mounted.remove();
    }
  }

  /**
   * Lists the extensions whose workers do not answer within `patience` milliseconds: they are in an endless loop, or in
   * a long computation. A worker answers as soon as it is idle, so this usually takes one round trip.
   */
  async hanging(patience: number): Promise<readonly Mount[]> {
    const {mounts, pages} = this.#deps;
    const activities = await pages.activity(patience, patience + PAGE_PATIENCE);

    const silent = activities
      .filter(({pending}) => pending.some(({what}) => what === 'silence'))
      .map(({mount}) => mount);
    return mounts.all.filter(({id}) => silent.includes(id));
  }

  /** Whether a page does not answer in time, because its extensions keep it busy. It has as long as for `hanging`. */
  async isPageBusy(patience: number): Promise<boolean> {
    return this.#deps.pages.isSilent(patience + PAGE_PATIENCE);
  }
}

/** Milliseconds that a page itself gets, beyond the patience with its workers. */
const PAGE_PATIENCE = 500;

function nothingToShow(target: string): SimhostError {
  return new SimhostError('ERR_NOTHING_TO_SHOW', `"${target}" does not render; it returns a value.`, {
    next: 'Run it in a test instead: host.run(folder, {target, input}).',
  });
}

function noCompany(target: string): SimhostError {
  return new SimhostError('ERR_NO_COMPANY', `"${target}" shows only to customers who buy for a company.`, {
    next: "Use a company customer: customer: 'bea' in a test, --customer bea on the command line.",
  });
}
