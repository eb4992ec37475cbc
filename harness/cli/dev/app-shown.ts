import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import type {CustomerOption} from '../../core/world/people.ts';
import type {ConsoleWelcome} from '../../wire/console.ts';
import {withoutBuild} from '../../dev/console/console-facts.ts';
import type {PageFacts, ShownPage} from '../../dev/shown-page.ts';
import {knownStaff, signInStaff, staffOf} from './staff-shown.ts';

export interface AppShownOptions {
  readonly simulation: SimulationCore;
  /** The address of the app in the admin. */
  readonly address: string;
  /** Called before the app starts again. */
  readonly starting: () => void;
}

/** An embedded app in the admin. The admin is a top-level page, because the parent of the app must have the real address. */
export class AppShown implements ShownPage {
  readonly noun = 'app';
  readonly url: null = null;
  readonly hasCorsSwitch: boolean = false;
  readonly profile = 'admin';
  readonly tokenKind = 'admin';
  readonly #options: AppShownOptions;

  constructor(options: AppShownOptions) {
    this.#options = options;
  }

  get people(): ConsoleWelcome['people'] {
    return knownStaff();
  }

  facts(): PageFacts {
    const {simulation} = this.#options;
    const {name, clientId} = simulation.world.app;
    return {
      address: this.#options.address,
      extensions: [withoutBuild(clientId, name)],
      customer: staffOf(simulation),
      languages: null,
    };
  }

  signIn(customer: CustomerOption): void {
    this.#options.simulation.signIn(customer);
  }

  /**
   * Signs a member of staff in to the admin. The app loads again.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_STAFF`
   */
  async signInByName(name: string): Promise<void> {
    signInStaff(this.#options.simulation, name);
    await this.restart();
  }

  async restart(): Promise<void> {
    this.#options.starting();
    await this.#options.simulation.adminPages.reload();
  }
}
