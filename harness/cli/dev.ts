import {parseArgs} from 'node:util';
import {resolve} from 'node:path';
import {SimhostError, redact} from '../errors.ts';
import {chooseTarget} from '../extension/target.ts';
import {readExtensionFile} from '../extension/toml.ts';
import {watchExtension} from '../extension/watch.ts';
import {startServer} from '../server/server.ts';
import type {BackendOption} from '../server/backends.ts';
import type {ExtensionError, ExtensionLog} from '../simulation/extension-events.ts';
import type {MountedExtension} from '../simulation/mounts.ts';
import type {LoggedRequest} from '../simulation/request-log.ts';
import {createSimulation} from '../simulation/simulation.ts';
import type {SandboxOrigin} from '../wire/control.ts';
import {appFromEnvironment, customerByName} from './options.ts';

export const HELP = `Usage: simhost dev [folder] [options]

Shows the extension of a folder in the simulated platform, and starts it anew after every edit.

options
  --backend <origin>=<url or command>   who answers for an origin; repeatable
  --target <target>                     needed where the extension declares several
  --customer <name>                     ada, bea or guest; default ada
  --locale <tag>                        default en
  --port <number>                       default: a free one
  --origin <origin>                     of the extension's requests; without a gateway only opaque, the default`;

export async function run(args: readonly string[]): Promise<void> {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      backend: {type: 'string', multiple: true, default: []},
      target: {type: 'string'},
      customer: {type: 'string', default: 'ada'},
      locale: {type: 'string', default: 'en'},
      port: {type: 'string'},
      origin: {type: 'string', default: 'opaque'},
    },
  });
  const file = await readExtensionFile(resolve(positionals[0] ?? '.'));
  const {extension, targeting} = chooseTarget(file, values.target);
  const simulation = createSimulation({
    app: appFromEnvironment({}),
    customer: customerByName(values.customer),
    locale: values.locale,
    origin: values.origin as SandboxOrigin,
  });
  const path = new URL(simulation.pageUrl(targeting.target)).hash;
  const backends = Object.fromEntries(values.backend.map(readBackend));
  const port = values.port === undefined ? {} : {port: readPort(values.port)};

  const server = await startServer();
  stopOnSignal(() => server.close());
  try {
    const local = await server.openLocal(simulation, {backends, app: simulation.world.app, ...port});
    const say = (text: string): void => console.log(redact(text, simulation.secrets));
    simulation.requests.onChange((entry) => {
      if (entry.outcome === 'backend' || entry.outcome === 'failed' || entry.outcome === 'refused') sayRequest(entry, say);
    });
    simulation.onLog((log) => say(describeLog(log)));
    simulation.onError((error) => say(describeError(error)));

    let mounted: MountedExtension | undefined;
    await watchExtension(
      file,
      extension,
      async (state) => {
        const request = {...state, target: targeting.target};
        if (mounted === undefined) mounted = await simulation.mount(request);
        else mounted.replace(request);
        say(`${state.extension.handle} built`);
      },
      (error) => say(`${error.message}`),
    );
    console.log(`\n  ${extension.name} at ${targeting.target}\n  ${local.url}/${path}\n`);
  } catch (error) {
    await server.close();
    throw error;
  }
}

function readBackend(text: string): [string, BackendOption] {
  const [, origin, value] = /^(https?:\/\/[^=]+)=(.+)$/s.exec(text) ?? [];
  if (origin !== undefined && value !== undefined) return [origin, /^https?:\/\//.test(value) ? value : {command: value}];
  throw new SimhostError('ERR_BAD_BACKEND', `Not a backend: ${text}`, {
    next: 'Give --backend "https://myapp.com=http://127.0.0.1:3000" or --backend "https://myapp.com=node server.js".',
  });
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new SimhostError('ERR_BAD_PORT', `Not a port: ${text}.`, {
    next: 'Give a number from 1 to 65535, or leave --port out for a free one.',
  });
}

/** A request is said once, when it has been answered. */
function sayRequest({method, url, status, duration, token, problem, preflight, outcome}: LoggedRequest, say: (text: string) => void): void {
  if (duration === null) return;
  const claims = token === null ? 'no token' : `sub ${String(token['sub'] ?? 'none')}`;
  const cors = typeof preflight === 'string' ? '' : ', preflight refused';
  say(`${method} ${url} -> ${status ?? outcome} (${claims}${cors}, ${Math.round(duration)} ms)${problem === null ? '' : `\n  ${problem}`}`);
}

function describeLog({handle, level, text, source}: ExtensionLog): string {
  return `[${handle}] ${level}: ${text}${source === null ? '' : ` (${source})`}`;
}

function describeError({handle, error, source}: ExtensionError): string {
  return `[${handle}] ${error.name}: ${error.message}${source === null ? '' : `\n    at ${source}`}`;
}

function stopOnSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().finally(() => process.exit(0));
    });
  }
}
