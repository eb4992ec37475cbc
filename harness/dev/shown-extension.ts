import type {SimhostError} from '../errors.ts';
import {translatedName} from '../core/platforms/shopify/extension/translated-name.ts';
import {settingDoubts, settingNotices} from '../core/platforms/shopify/extension/setting-notices.ts';
import type {SettingField} from '../core/platforms/shopify/extension/settings.ts';
import {chooseTarget} from '../node/extension/target.ts';
import type {ChosenTarget} from '../node/extension/target.ts';
import type {ExtensionFile} from '../node/extension/toml.ts';
import {watchExtension} from '../node/extension/watch.ts';
import type {ExtensionState, ExtensionWatcher} from '../node/extension/watch.ts';
import type {MountedExtension} from '../core/simulation/mount-request.ts';
import type {SimulationCore} from '../core/simulation/simulation-core.ts';
import type {ShownForCopy} from './copy/shown-for-copy.ts';
import {settingsFor} from './given-settings.ts';
import type {GivenSettings} from './given-settings.ts';
import {RunningBuilds} from './running-builds.ts';

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
  /** The builds of its folder that run now. */
  readonly builds: RunningBuilds = new RunningBuilds();

  readonly #options: ShownExtensionOptions;
  #target: string | undefined;
  #chosen: ChosenTarget;
  #mounted: MountedExtension | undefined;
  #state: ExtensionState | undefined;
  #watcher: ExtensionWatcher | undefined;
  #buildTime: number | null = null;

  /** @throws {SimhostError} `ERR_UNKNOWN_TARGET`, `ERR_AMBIGUOUS_TARGET`, `ERR_UNKNOWN_EXTENSION` */
  constructor(options: ShownExtensionOptions) {
    this.#options = options;
    this.#target = options.target;
    this.#chosen = chooseTarget(options.file, options.target, options.handle);
  }

  get target(): string {
    return this.#chosen.targeting.target;
  }

  /** The targets that its folder declares now. */
  get targets(): readonly string[] {
    const {file, handle} = this.#options;
    const {extensions} = this.#state?.file ?? file;
    const own = extensions.filter((extension) => handle === undefined || extension.handle === handle);
    return [...new Set(own.flatMap(({targeting}) => targeting.map(({target}) => target)))];
  }

  get name(): string {
    const {extension} = this.#chosen;
    return this.#state === undefined
      ? extension.name
      : translatedName(extension.name, this.#state.translations);
  }

  /** The milliseconds of its last build that succeeded. */
  get buildTime(): number | null {
    return this.#buildTime;
  }

  get hasNetworkAccess(): boolean {
    return this.#chosen.extension.capabilities.networkAccess;
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
    await this.#watch(this.#chosen.extension);
  }

  /**
   * Starts it with the settings as they are now.
   *
   * @throws {SimhostError} `ERR_BAD_SETTING`
   */
  async restart(): Promise<void> {
    if (this.#state !== undefined) await this.#show(this.#state);
  }

  /**
   * Shows another target of its folder, which may belong to another extension of the file.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_TARGET`, or for a target that this page cannot show; then the earlier one stays
   */
  async showTarget(target: string): Promise<void> {
    const {file, handle} = this.#options;
    const {extension} = chooseTarget(this.#state?.file ?? file, target, handle);
    const [earlier, before] = [this.#target, this.#chosen];

    this.#target = target;
    try {
      if (extension.handle === before.extension.handle) await this.restart();
      else await this.#watch(extension);
    } catch (error) {
      this.#target = earlier;
      throw error;
    }
  }

  /** Takes it off the page and shows it again, as if the page were opened for the first time. */
  async reopen(): Promise<void> {
    this.#mounted?.remove();
    this.#mounted = undefined;
    await this.restart();
  }

  async close(): Promise<void> {
    await this.#watcher?.close();
  }

  async #watch(extension: ChosenTarget['extension']): Promise<void> {
    const {file} = this.#options;
    const earlier = this.#watcher;
    this.#watcher = await watchExtension(
      file,
      extension,
      (state, milliseconds) => this.#built(state, milliseconds),
      (error) => this.#fail(error),
      (isBusy) => this.builds.count(isBusy),
    );

    await earlier?.close();
  }

  /** Shows a build that has succeeded. Only such a build ends the message about an earlier one that failed. */
  async #built(state: ExtensionState, milliseconds: number): Promise<void> {
    const {simulation, file, print} = this.#options;
    this.#buildTime = Math.max(1, Math.round(milliseconds));
    await this.#show(state);
    simulation.extensions.showBuildFailure(file.dir, null);
    print(`${state.extension.handle} built`);
  }

  async #show(state: ExtensionState): Promise<void> {
    const {simulation, handle, settings, started} = this.#options;
    const chosen = chooseTarget(state.file, this.#target, handle);
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
