import type {PageFacts, ShownPage} from '../dev/shown-page.ts';
import {knownPeople, withoutBuild} from '../dev/console/console-facts.ts';
import type {CopiedFixture} from '../dev/copy/copied-fixture.ts';
import {code} from '../dev/copy/test-code.ts';
import type {SimulationCore} from '../core/simulation/simulation-core.ts';
import type {CustomerOption} from '../core/world/people.ts';
import type {PageLink} from '../node/live/page-link.ts';
import type {ConsoleWelcome} from '../wire/console.ts';

export interface PageShownOptions {
  readonly simulation: SimulationCore;
  readonly link: PageLink;
  /** The origin of the pages that asked last. */
  readonly origin: () => string;
  /** Called before the pages load again. */
  readonly starting: () => void;
}

/** The pages of a server of Vite. They are in their own tabs, so the console has no frame. */
export class PageShown implements ShownPage {
  readonly noun = 'page';
  readonly url: null = null;
  readonly hasCorsSwitch: boolean = false;
  readonly profile = 'customer-account';
  readonly tokenKind = 'customer-account';
  readonly #options: PageShownOptions;

  constructor(options: PageShownOptions) {
    this.#options = options;
  }

  get people(): ConsoleWelcome['people'] {
    return knownPeople();
  }

  facts(): PageFacts {
    const origin = this.#options.origin();
    return {
      address: origin,
      extensions: [withoutBuild('page', 'page')],
      languages: null,
    };
  }

  /** The next question of a page gets a token for the new customer. */
  signIn(customer: CustomerOption): void {
    this.#options.simulation.signIn(customer);
  }

  async restart(): Promise<void> {
    this.#options.starting();
    this.#options.link.restart();
  }
}

/** The fixture of a copied test of a page at an origin. */
export function pageFixture(origin: string): CopiedFixture {
  return {
    name: 'host',
    taken: 'host, page',
    page: 'page',
    opening: () => ['await host.inject(page);', `await page.goto(${code(`${origin}/`)});`],
  };
}
