import {type Backend, externalBackend, startedBackend} from './backend.ts';
import {type BackendOption, type CommandBackend, originOf, readBackendOption} from './backend-options.ts';
import type {BackendApp, BackendStarter} from './backend-starter.ts';

export interface BackendsOptions {
  /** The folder in which commands run: the folder of the Playwright config. */
  readonly folder: string;
  readonly app?: BackendApp | undefined;
  /** The variables that the platforms give every backend, in addition to the app's credentials. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Called for each line that a backend writes, and when it ends by itself. */
  readonly onOutput?: ((origin: string, line: string) => void) | undefined;
  /** Whether started backends reach every host. */
  readonly allowsAll?: boolean;
  /** Ends the starts of backends. */
  readonly signal?: AbortSignal | undefined;
}

/** The backends of a server: each command runs once for the same folder, environment and credentials. */
export class BackendPool {
  readonly #starter: BackendStarter;

  constructor(starter: BackendStarter) {
    this.#starter = starter;
  }

  async open(options: Readonly<Record<string, BackendOption>>, given: BackendsOptions): Promise<Backend[]> {
    const read = Object.entries(options).map(([key, option]) => ({
      origin: originOf(key),
      option: readBackendOption(key, option),
    }));

    const opened = read.map(async ({origin, option}) =>
      'url' in option ? externalBackend(origin, option) : this.#start(origin, option, given),
    );

    try {
      return await Promise.all(opened);
    } catch (error) {
      // Each of them ends its process first.
      if (given.signal?.aborted === true) await Promise.allSettled(opened);
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#starter.close();
  }

  async #start(
    origin: string,
    option: CommandBackend,
    {folder, app, environment = {}, onOutput, allowsAll, signal}: BackendsOptions,
  ): Promise<Backend> {
    const onLine = onOutput === undefined ? undefined : (line: string): void => onOutput(origin, line);
    const env = {...environment, ...appEnvironment(app, origin), ...option.env};
    const allow = allowsAll === true ? ['*'] : (option.allow ?? []);
    const {process, isNew} = await this.#starter.start(
      {...option, env, allow},
      {folder, app, onLine, signal},
    );
    if (onLine !== undefined) process.onEnd((ended) => onLine(`"${process.command}" ${ended}.`));
    return startedBackend(origin, process, option, isNew ? 0 : process.output.length);
  }
}

/** The variables that the server of an embedded app reads, in the names of Shopify's CLI and its templates. */
function appEnvironment(app: BackendApp | undefined, origin: string): Readonly<Record<string, string>> {
  if (app?.url === undefined || new URL(app.url).origin !== origin) return {};
  return {SHOPIFY_APP_URL: origin, APP_URL: origin, SCOPES: (app.scopes ?? []).join(',')};
}
