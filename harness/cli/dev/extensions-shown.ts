import type {Profile} from '../../core/cases/case.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {targetOf} from '../../core/platforms/shopify/targets.ts';
import type {CustomerOption} from '../../core/world/people.ts';
import type {ConsoleExtension, ConsoleWelcome} from '../../wire/console.ts';
import {withoutBuild, knownPeople} from '../../dev/console/console-facts.ts';
import type {SurfaceName} from '../../wire/surfaces.ts';
import type {ShownExtension} from '../../dev/shown-extension.ts';
import type {PageFacts, ShownPage} from '../../dev/shown-page.ts';
import {knownStaff, signInStaff, staffOf} from './staff-shown.ts';

/** The host page with the extensions of some folders. */
export class ExtensionsShown implements ShownPage {
  readonly noun = 'extension';
  readonly url: string | null = null;
  readonly hasCorsSwitch: boolean = true;
  readonly #simulation: SimulationCore;
  readonly #shown: readonly ShownExtension[];

  constructor(simulation: SimulationCore, shown: readonly ShownExtension[]) {
    this.#simulation = simulation;
    this.#shown = shown;
  }

  get people(): ConsoleWelcome['people'] {
    return this.#isAdmin ? knownStaff() : knownPeople();
  }

  /** Signs a member of staff in to the admin. Its page opens again, as after a sign-in. */
  get signInByName(): ((name: string) => Promise<void>) | undefined {
    if (!this.#isAdmin) return undefined;
    return async (name) => {
      signInStaff(this.#simulation, name);
      await this.restart();
    };
  }

  get profile(): Profile {
    return this.tokenKind;
  }

  get tokenKind(): SurfaceName {
    // Extensions of several surfaces share no page.
    const [first] = this.#shown;
    return first === undefined ? 'customer-account' : targetOf(first.target).surface;
  }

  get #isAdmin(): boolean {
    return this.tokenKind === 'admin';
  }

  facts(): PageFacts {
    const {mounts} = this.#simulation.pages.state();
    return {
      address: this.#address(),
      extensions: this.#extensions(),
      ...(this.#isAdmin ? {customer: staffOf(this.#simulation)} : {}),
      languages: mounts.flatMap(({translations}) => Object.keys(translations.byLocale)),
    };
  }

  signIn(customer: CustomerOption): void {
    this.#simulation.signIn(customer);
  }

  async restart(): Promise<void> {
    this.#simulation.extensions.leaveCompletedCheckout();
    await Promise.all(this.#shown.map((extension) => extension.restart()));
  }

  /** Returns the address of the page in the platform's terms. */
  #address(): string {
    const {pages, addresses} = this.#simulation;
    const [extension] = this.#shown;
    if (extension === undefined) return '';
    const [mount] = pages.state().mounts;
    return addresses.ofTarget(extension.target, {handle: mount?.handle ?? 'extension'});
  }

  #extensions(): readonly ConsoleExtension[] {
    const {mounts, buildFailures} = this.#simulation.pages.state();
    const shown = mounts.map(({handle, name, target}) => {
      const extension = this.#shown.find((each) => each.target === target);
      return {
        handle,
        name,
        target,
        targets: extension?.targets ?? [],
        failure: buildFailures.find((failure) => failure.name === name)?.message ?? null,
        buildTime: extension?.buildTime ?? null,
        // The admin asks for no capability.
        hasNetworkAccess: this.#isAdmin || (extension?.hasNetworkAccess ?? true),
        isBuilding: extension?.builds.isRunning ?? false,
      };
    });

    const others = buildFailures.filter(({name}) => !shown.some((extension) => extension.name === name));
    return [...shown, ...others.map(({name, message}) => ({...withoutBuild(name, name), failure: message}))];
  }
}
