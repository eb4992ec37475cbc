import type {SimhostError} from '../../errors.ts';
import {translatedName} from '../../core/platforms/shopify/extension/translated-name.ts';
import {settingDoubts, settingNotices} from '../../core/platforms/shopify/extension/setting-notices.ts';
import type {SettingField} from '../../core/platforms/shopify/extension/settings.ts';
import {chooseTarget} from '../../node/extension/target.ts';
import type {ChosenTarget} from '../../node/extension/target.ts';
import type {ExtensionFile} from '../../node/extension/toml.ts';
import {watchExtension} from '../../node/extension/watch.ts';
import type {ExtensionState, ExtensionWatcher} from '../../node/extension/watch.ts';
import type {MountedExtension} from '../../core/simulation/mount-request.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import type {ShownForCopy} from './copy/copies.ts';
import {settingsFor} from './given-settings.ts';
import type {GivenSettings} from './given-settings.ts';

export interface ShownExtensionOptions {
  readonly simulation: SimulationCore;
  readonly file: ExtensionFile;
  readonly target: string | undefined;
  readonly handle: string | undefined;
  readonly print: (text: string) => void;
  /** The settings as they are now. */
  readonly settings: () => GivenSettings;
  /** The extension has started, for the first time or again. */
  readonly started: () => void;
}

/** The extension of one folder on the page of `simhost dev`. It restarts after every edit. */
export class ShownExtension {
  readonly #options: ShownExtensionOptions;
  #chosen: ChosenTarget;
  #mounted: MountedExtension | undefined;
  #state: ExtensionState | undefined;
  #watcher: ExtensionWatcher | undefined;

  /** @throws {SimhostError} `ERR_UNKNOWN_TARGET`, `ERR_AMBIGUOUS_TARGET`, `ERR_UNKNOWN_EXTENSION` */
  constructor(options: ShownExtensionOptions) {
    this.#options = options;
    this.#chosen = chooseTarget(options.file, options.target, options.handle);
  }

  get target(): string {
    return this.#chosen.targeting.target;
  }

  get name(): string {
    const {extension} = this.#chosen;
    return this.#state === undefined
      ? extension.name
      : translatedName(extension.name, this.#state.translations);
  }

  get fields(): readonly SettingField[] {
    return this.#chosen.extension.settings;
  }

  /** The facts about it that a copied test needs. */
  get forCopy(): ShownForCopy {
    const {file, handle, settings} = this.#options;
    const declared = file.extensions
      .filter((extension) => handle === undefined || extension.handle === handle)
      .flatMap(({targeting}) => targeting);
    const resolved = settingsFor(this.fields, settings());

    return {
      handle: this.#chosen.extension.handle,
      name: this.name,
      folder: file.dir,
      target: this.target,
      needsTarget: declared.length > 1,
      settings: Object.fromEntries(
        Object.entries(resolved).filter(([key, value]) => settings().has(key) && value !== undefined),
      ),
    };
  }

  /**
   * Builds and shows it. A build that fails is shown on the page, until it is corrected.
   *
   * @throws {SimhostError} for a target that this page cannot show
   */
  async open(): Promise<void> {
    const {file} = this.#options;
    this.#watcher = await watchExtension(
      file,
      this.#chosen.extension,
      (state) => this.#show(state),
      (error) => this.#fail(error),
    );
  }

  /**
   * Starts it with the settings as they are now.
   *
   * @throws {SimhostError} `ERR_BAD_SETTING`
   */
  async restart(): Promise<void> {
    if (this.#state !== undefined) await this.#show(this.#state);
  }

  async close(): Promise<void> {
    await this.#watcher?.close();
  }

  async #show(state: ExtensionState): Promise<void> {
    const {simulation, file, target, handle, settings, started, print} = this.#options;
    const chosen = chooseTarget(state.file, target, handle);
    const {extension, targeting} = chosen;

    const request = {
      ...state,
      extension,
      target: targeting.target,
      settings: settingsFor(extension.settings, settings()),
    };

    const doubts = settingDoubts(extension.settings, [...settings().keys()]);
    const notices = [...state.notices, ...settingNotices(extension.handle, doubts)];
    for (const notice of notices) simulation.notices.add(notice);
    if (this.#mounted !== undefined && this.target === targeting.target) this.#mounted.replace(request);
    else {
      // The earlier one stays on the page if the new target cannot be shown.
      const earlier = this.#mounted;
      this.#mounted = await simulation.extensions.mount(request);
      earlier?.remove();
    }

    this.#chosen = chosen;
    this.#state = state;
    started();
    simulation.extensions.showBuildFailure(file.dir, null);
    print(`${extension.handle} built`);
  }

  #fail(error: SimhostError): void {
    const {simulation, file, print} = this.#options;
    print(error.message);
    simulation.extensions.showBuildFailure(file.dir, {
      name: this.name,
      message: error.message,
      hasEarlierBuild: this.#mounted !== undefined,
    });
  }
}
