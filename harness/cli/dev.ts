import {parseArgs} from 'node:util';
import {join, resolve} from 'node:path';
import {SimhostError, redact} from '../errors.ts';
import {appDefaults} from '../extension/app-file.ts';
import {exists} from '../extension/packages.ts';
import {chooseTarget} from '../extension/target.ts';
import {readExtensionFile} from '../extension/toml.ts';
import {watchExtension} from '../extension/watch.ts';
import {findManifest} from '../mini/manifest.ts';
import {startServer} from '../server/server.ts';
import type {ExtensionError, ExtensionLog} from '../simulation/extension-events.ts';
import type {MountedExtension} from '../simulation/mounts.ts';
import {createSimulation} from '../simulation/simulation.ts';
import type {SandboxOrigin} from '../wire/control.ts';
import {devMini} from './dev-mini.ts';
import {appFromEnvironment, customerByName, readBackend, readPort} from './options.ts';
import {requestLine} from './request-line.ts';
import {stopOnSignal} from './stop-on-signal.ts';

export const HELP = `Usage: simhost dev [folder] [options]

Shows the extension of a folder in the simulated platform, and starts it anew after every edit; or the Shop Mini of a
folder with a manifest.json, by its own Vite (--backend, --customer and --port).

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
  if (/^https?:/i.test(positionals[0] ?? '')) throw noStorefront(positionals[0] ?? '');
  const folder = resolve(positionals[0] ?? '.');
  if (!(await exists(join(folder, 'shopify.extension.toml'))) && (await findManifest(folder)) !== null) {
    return devMini(folder, {...values, port: values.port === undefined ? undefined : readPort(values.port)});
  }
  const file = await readExtensionFile(folder);
  const {extension, targeting} = chooseTarget(file, values.target);
  const given = appFromEnvironment({});
  const simulation = createSimulation({
    app: {...(await appDefaults(file.dir, given)), ...given},
    customer: customerByName(values.customer),
    locale: values.locale,
    origin: values.origin as SandboxOrigin,
  });
  const path = new URL(simulation.pageUrl(targeting.target)).hash;
  const backends = Object.fromEntries(values.backend.map(readBackend));
  const port = readPort(values.port);

  const server = await startServer();
  stopOnSignal(() => server.close());
  try {
    const say = (text: string): void => console.log(redact(text, simulation.secrets));
    const onOutput = (origin: string, line: string): void => say(`[${origin}] ${line}`);
    const local = await server.openLocal(simulation, {backends, app: simulation.world.app, port, onOutput});
    simulation.requests.onChange((entry) => {
      const line = entry.outcome === 'platform' ? null : requestLine(entry);
      if (line !== null) say(line);
    });
    simulation.onLog((log) => say(describeLog(log)));
    simulation.onError((error) => say(describeError(error)));
    simulation.onCrash((error) => say(error.message));

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
      (error) => say(error.message),
    );
    console.log(`\n  ${extension.name} at ${targeting.target}\n  ${local.url}/${path}\n`);
  } catch (error) {
    await server.close();
    throw error;
  }
}

function describeLog({handle, level, text, source}: ExtensionLog): string {
  return `[${handle}] ${level}: ${text}${source === null ? '' : ` (${source})`}`;
}

function describeError({handle, error, source}: ExtensionError): string {
  return `[${handle}] ${error.name}: ${error.message}${source === null ? '' : `\n    at ${source}`}`;
}

function noStorefront(url: string): SimhostError {
  return new SimhostError('ERR_NO_STOREFRONT', `dev shows the extension or Mini of a folder; ${url} is the address of a storefront.`, {
    next: "A store's cookies stick at its own host alone, which a browser reaches through a test's gateway: use the fixture storefront, with backends: {'https://acme.myvtex.com': 'http://localhost:3000'} (docs/vtex.md).",
  });
}
