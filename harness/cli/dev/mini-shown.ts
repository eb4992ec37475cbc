import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {CONSENTS} from '../../core/world/minis.ts';
import type {Minis} from '../../core/world/minis.ts';
import type {CustomerOption} from '../../core/world/people.ts';
import type {PageLink} from '../../node/live/page-link.ts';
import type {MiniManifest} from '../../node/mini/manifest.ts';
import {PHONE_PATH} from '../../node/mini/phone-page.ts';
import type {ConsoleWelcome} from '../../wire/console.ts';
import {oneOf} from '../../known-values.ts';
import {knownPeople, withoutBuild} from '../../dev/console/console-facts.ts';
import type {FieldRow} from '../../dev/console/field-row.ts';
import type {PageFacts, ShownPage} from '../../dev/shown-page.ts';

export interface MiniShownOptions {
  readonly simulation: SimulationCore;
  readonly manifest: MiniManifest;
  /** The origin of the Mini's dev server. */
  readonly origin: string;
  readonly link: PageLink;
  /** Called before the Mini starts again. */
  readonly starting: () => void;
}

/** The words for the answers of a user to the consent sheet. */
const LABELS: Readonly<Record<Minis['consent'], string>> = {
  granted: 'Allowed',
  declined: 'Not allowed',
  ask: 'Ask on the phone',
};

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

  /** The user's consent. The Mini asks for it when it starts, so it starts again. */
  fields(): readonly FieldRow[] {
    const {app} = this.#options.simulation.minis;
    const scopes = app.scopes.join(', ');

    const field: FieldRow = {
      id: 'consent',
      section: 'The Shop app',
      label: 'Consent',
      input: 'choice',
      value: app.consent,
      options: CONSENTS.map((value) => ({
        value,
        label: value === 'granted' && scopes !== '' ? `${LABELS[value]}: ${scopes}` : LABELS[value],
      })),
      hint: '',
      isRare: false,
      kind: 'world',
      write: (value) => {
        app.setConsent(oneOf('consent', value ?? '', CONSENTS));
        return this.restart();
      },
      // The copied test has it before the Mini opens.
      changeTo: () => ({}),
    };

    return [field];
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
