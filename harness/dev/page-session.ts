import {relative} from 'node:path';
import type {SimulationCore} from '../core/simulation/simulation-core.ts';
import type {LocalGateway} from '../node/server/local-gateway.ts';
import {DevConsole} from './console/dev-console.ts';
import type {Copies} from './copy/copies.ts';
import type {DevSession} from './line-commands.ts';
import type {ShownPage} from './shown-page.ts';
import {WrittenFields} from './written-fields.ts';

/** The parts of a session that a page without extensions has. */
interface SessionParts {
  readonly page: ShownPage;
  readonly copies: Copies;
  readonly local: LocalGateway;
  /** Default: the page has no terminal, in which somebody could type "open". */
  readonly openBrowser?: () => Promise<string>;
}

/** Makes the session of a page without extensions: of a Mini or a store. */
export function pageSession(
  simulation: SimulationCore,
  {page, copies, local, openBrowser = async () => ''}: SessionParts,
): DevSession {
  return {
    simulation,
    copies,
    page,
    shown: [],
    cors: local.cors,
    backendsOnRealTime: () => local.backendsOnRealTime(),
    openBrowser,
    // The line that needs it is for extensions.
    changeSettings: () => undefined,
    written: new WrittenFields(),
  };
}

/** The options of a page without extensions that its console needs. */
interface ConsoleOptions {
  readonly dir: string;
  readonly backend: readonly string[];
  readonly port: number | undefined;
  /** The configuration of an app. Default: the one of its file without a name. */
  readonly config?: string | undefined;
  readonly print: (text: string) => void;
}

/** Opens the console of a page without extensions: it has no settings, and its command has few options. */
export function openConsole(
  session: DevSession,
  local: LocalGateway,
  {dir, backend, port, config, print}: ConsoleOptions,
): Promise<DevConsole> {
  const folder = relative('.', dir) || '.';

  return DevConsole.open({
    session,
    local,
    print,
    shown: [],
    folders: [dir],
    keepsLayout: port !== 0,
    startOptions: {
      folders: [folder],
      backend,
      handle: undefined,
      layout: undefined,
      config,
    },
    givenSettings: () => new Map(),
    resetSettings: () => undefined,
  });
}
