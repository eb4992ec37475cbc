import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import type {CustomerOption} from '../../core/world/people.ts';
import type {PageLink} from '../../node/live/page-link.ts';
import type {MiniManifest} from '../../node/mini/manifest.ts';
import {PHONE_PATH} from '../../node/mini/phone-page.ts';
import type {ConsoleWelcome} from '../../wire/console.ts';
import {knownPeople, withoutBuild} from './console/console-facts.ts';
import type {PageFacts, ShownPage} from './shown-page.ts';

export interface MiniShownOptions {
  readonly simulation: SimulationCore;
  readonly manifest: MiniManifest;
  /** The origin of the Mini's dev server. */
  readonly origin: string;
  readonly link: PageLink;
  /** Called before the Mini starts again. */
  readonly starting: () => void;
}

/** The Mini of a folder on a phone. */
export class MiniShown implements ShownPage {
  readonly noun = 'Mini';
  readonly hasCorsSwitch: boolean = false;
  readonly profile = 'shop-minis';
  readonly tokenKind = 'shop-minis';
  readonly #options: MiniShownOptions;

  constructor(options: MiniShownOptions) {
    this.#options = options;
  }

  get url(): string {
    const {origin, link} = this.#options;
    return `${origin}${PHONE_PATH}#simhost=${link.key}`;
  }

  get people(): ConsoleWelcome['people'] {
    return knownPeople();
  }

  facts(): PageFacts {
    const {handle, name} = this.#options.manifest;
    return {
      address: `${name} in the Shop app`,
      extensions: [withoutBuild(handle, name)],
      languages: [],
    };
  }

  /** The Shop app closes a Mini when another user signs in. */
  async signIn(customer: CustomerOption): Promise<void> {
    this.#options.simulation.signIn(customer);
    await this.restart();
  }

  async restart(): Promise<void> {
    this.#options.starting();
    this.#options.link.restart();
  }
}
