import {join, resolve} from 'node:path';
import {SimhostError} from '../errors.ts';
import {exists} from '../node/extension/packages.ts';
import {findManifest} from '../node/mini/manifest.ts';
import {readArguments} from './arguments.ts';
import {devExtensions} from './dev/extensions.ts';
import {devMini} from './dev/mini.ts';
import {STEERING_HELP} from './dev/steering.ts';
import {CONFIG_HELP, readPort} from './options.ts';

export const HELP: string = `Usage: simhost dev [folder…] [options]

Shows the extension of a folder in the simulated platform, and starts it again after every edit. Several folders share
one page. A folder with a manifest.json is a Shop Mini and runs by its own Vite (--backend, --customer and --port).

options
  --backend <origin>=<url or command>   the server that answers for an origin; repeatable
  --target <target>                     needed if the extension declares several; repeatable with several folders
  --handle <handle>                     needed if several extensions of the file share the target
  --customer <name>                     ada, bea or guest; default ada
  --locale <tag>                        default en
  --settings <key=value or JSON file>   what the merchant has set; repeatable
  --clock <instant>                     what the clock shows at the start, for example 2027-01-01T00:00:00Z
  --case <id or id=times>               a case that happens to the next token or request; repeatable
  --config <name>                       ${CONFIG_HELP}
  --port <number>                       default: the port of the last time, or a free one; 0 is always a free one
  --origin <origin>                     of the extension's requests; without a gateway only opaque, the default

commands, typed while it runs
${STEERING_HELP}`;

export async function run(args: readonly string[]): Promise<void> {
  const {values, positionals} = readArguments(args, {
    command: 'dev',
    allowPositionals: true,
    options: {
      backend: {type: 'string', multiple: true},
      target: {type: 'string', multiple: true},
      handle: {type: 'string'},
      customer: {type: 'string'},
      locale: {type: 'string'},
      settings: {type: 'string', multiple: true},
      clock: {type: 'string'},
      case: {type: 'string', multiple: true},
      config: {type: 'string'},
      port: {type: 'string'},
      origin: {type: 'string'},
    },
  });

  const url = positionals.find((each) => /^https?:/i.test(each));
  if (url !== undefined) throw noStorefront(url);

  const folders = (positionals.length === 0 ? ['.'] : positionals).map((folder) => resolve(folder));
  const port = values.port === undefined ? undefined : readPort(values.port);
  const {backend = [], customer = 'ada'} = values;

  const [first = '.', ...others] = folders;

  if (await isMini(first)) {
    refuseForMini(values, others);
    return devMini(first, {backend, customer, port});
  }

  const {
    target = [],
    handle,
    locale = 'en',
    origin = 'opaque',
    settings = [],
    clock,
    case: cases = [],
    config,
  } = values;

  return devExtensions({
    folders,
    backend,
    customer,
    port,
    target,
    handle,
    locale,
    origin,
    settings,
    clock,
    case: cases,
    config,
  });
}

async function isMini(folder: string): Promise<boolean> {
  return !(await exists(join(folder, 'shopify.extension.toml'))) && (await findManifest(folder)) !== null;
}

const OPTIONS_OF_MINIS = ['backend', 'customer', 'port'];

/** An option that a Mini does not have must not be ignored. */
function refuseForMini(values: Readonly<Record<string, unknown>>, others: readonly string[]): void {
  if (others.length > 0)
    throw new SimhostError('ERR_USAGE', 'A Mini is shown alone.', {next: `Leave out ${others.join(', ')}.`});

  const foreign = Object.keys(values).find(
    (name) => values[name] !== undefined && !OPTIONS_OF_MINIS.includes(name),
  );
  if (foreign === undefined) return;

  throw new SimhostError(
    'ERR_UNKNOWN_OPTION',
    `--${foreign} is for extensions, and this folder is a Shop Mini.`,
    {
      next: `A Mini takes ${OPTIONS_OF_MINIS.map((name) => `--${name}`).join(', ')}.`,
    },
  );
}

function noStorefront(url: string): SimhostError {
  return new SimhostError(
    'ERR_NO_STOREFRONT',
    `dev shows the extension or Mini of a folder; ${url} is the address of a storefront.`,
    {
      next: "A store's cookies stick at its own host alone, which a browser reaches through a test's gateway: use the fixture storefront, with backends: {'https://acme.myvtex.com': 'http://localhost:3000'} (docs/vtex.md).",
    },
  );
}
