import {join, resolve} from 'node:path';
import {SimhostError} from '../errors.ts';
import {defined} from '../records.ts';
import {exists} from '../node/extension/packages.ts';
import {readAppFile} from '../node/extension/app-file.ts';
import {findManifest} from '../node/mini/manifest.ts';
import {APP_OPTIONS, BACKEND_OPTION, CUSTOMER_OPTION} from './app-options.ts';
import {readArguments} from './arguments.ts';
import type {CommandDescription, OptionSpecs} from './command.ts';
import {devApp} from './dev/app-page.ts';
import {devExtensions, type DevExtensionsOptions} from './dev/extensions-page.ts';
import {LINE_COMMAND_ROWS} from '../dev/line-commands.ts';
import {devMini, type DevMiniOptions} from './dev/mini-page.ts';
import {accountIn, devStore} from './dev/store-page.ts';
import {readPort} from './option-values.ts';

const OPTIONS = {
  backend: BACKEND_OPTION,
  target: {
    type: 'string',
    multiple: true,
    value: '<target>',
    help: 'the target to show, if the extension declares several',
  },
  handle: {
    type: 'string',
    value: '<handle>',
    help: 'the extension to show, if several extensions of the file share the target',
  },
  customer: CUSTOMER_OPTION,
  locale: {type: 'string', value: '<tag>', help: 'the language of the page; default `en`'},
  settings: {
    type: 'string',
    multiple: true,
    value: '<key=value or file>',
    help: 'a setting of the merchant, or a JSON file such as `{"title": "Points"}`; `key=` leaves a setting empty',
  },
  clock: {
    type: 'string',
    value: '<instant or distance>',
    help: 'the time of the clock at the start, for example `2027-01-01T00:00:00Z`; or its distance from real time, `+6m` or `--clock=-6m`',
  },
  freeze: {type: 'boolean', help: 'stops the clock at the start'},
  update: {
    type: 'string',
    multiple: true,
    value: '<json>',
    help: 'a change as `host.update` of a test takes it, for example `{"order": {"note": "Ring twice"}}`',
  },
  case: {
    type: 'string',
    multiple: true,
    value: '<id>',
    help: 'a case for the next token or request; `id=3` for the next three, `id=Infinity` until you disarm it',
  },
  config: APP_OPTIONS.config,
  port: {
    type: 'string',
    value: '<number>',
    help: 'the port; default the port of the last time, or a free one; 0 is always a free one',
  },
  'no-console': {
    type: 'boolean',
    help: 'opens the page alone, without the console',
  },
  layout: {
    type: 'string',
    value: '<layout>',
    help: 'the layout of the checkout: `three-page`, the default, or `one-page`',
  },
  origin: {
    type: 'string',
    value: '<origin>',
    help: 'the origin of the requests of the extension; only `opaque`, which sends `null`: the others need a test. Default: that of the surface',
  },
  open: {
    type: 'boolean',
    help: 'also opens a Chromium with origins, cookies and preflights as in tests; `SIMHOST_BROWSER` names it',
  },
  'no-hold-to-cors': {
    type: 'boolean',
    help: 'lets extensions send every request and read every answer, also if a browser in production would not',
  },
} as const satisfies OptionSpecs;

export const DESCRIPTION: CommandDescription = {
  name: 'dev',
  usage: ['dev [folder…] [options]'],
  summary: `Shows the extension of a folder in the simulated platform, and restarts it after every edit. Several folders share one page.
With a --backend for https://{account}.myvtex.com, it shows that VTEX store. It takes --backend, --customer, --clock, --freeze, --case, --port, --open and --no-console.
A folder whose shopify.app.toml has embedded = true is an app: its server starts, and Chromium shows it in the simulated admin. It takes --backend, --clock, --freeze, --case, --config, --port and --no-console.
A folder with a manifest.json is a Shop Mini, which runs by its own Vite. It takes --backend, --customer, --locale, --clock, --freeze, --case, --port, --open and --no-console.`,
  options: OPTIONS,
  after: [{title: 'commands, typed while it runs', rows: LINE_COMMAND_ROWS}],
};

/** The options of pages that are not the host page. */
const FOREIGN = {
  Mini: {
    name: 'a Shop Mini',
    options: ['backend', 'customer', 'locale', 'clock', 'freeze', 'case', 'port', 'no-console', 'open'],
  },
  store: {
    name: 'a VTEX store',
    options: ['backend', 'customer', 'clock', 'freeze', 'case', 'port', 'no-console', 'open'],
  },
  app: {
    name: 'an embedded app',
    options: ['backend', 'clock', 'freeze', 'case', 'config', 'port', 'no-console', 'open'],
  },
};

export async function run(args: readonly string[]): Promise<void> {
  const {values, positionals} = readArguments(args, {
    command: 'dev',
    allowPositionals: true,
    options: OPTIONS,
  });

  const url = positionals.find((each) => /^https?:/i.test(each));
  if (url !== undefined) throw noStorefront(url);

  const folders = (positionals.length === 0 ? ['.'] : positionals).map((folder) => resolve(folder));
  const [first = '.', ...others] = folders;
  const {backend = [], customer = 'ada', locale = 'en', clock, case: cases = []} = values;
  const port = values.port === undefined ? undefined : readPort(values.port);
  const hasConsole = values['no-console'] !== true;
  const {update = [], freeze = false, open: opensBrowser = false} = values;
  const shared = {
    ...{backend, customer, port, locale, clock, freeze, update},
    ...{case: cases, hasConsole, opensBrowser},
  };

  const foreign = (await isExtension(first)) ? null : await foreignIn(first, backend, values.config);
  if (foreign !== null) {
    refuseForeign(foreign.kind, values, others);
    return foreign.show(shared);
  }

  return devExtensions({
    ...shared,
    folders,
    ...ofExtensions(values),
    holdToCors: values['no-hold-to-cors'] !== true,
  });
}

type ExtensionValues = Pick<
  DevExtensionsOptions,
  'target' | 'handle' | 'layout' | 'origin' | 'settings' | 'config'
>;

/** Returns the values of options that only extensions have. */
function ofExtensions({
  target = [],
  handle,
  layout,
  origin,
  settings = [],
  config,
}: Partial<ExtensionValues>): ExtensionValues {
  return {target, handle, layout, origin, settings, config};
}

function isExtension(folder: string): Promise<boolean> {
  return exists(join(folder, 'shopify.extension.toml'));
}

/** Code of another kind than extensions, and how it is shown. */
interface Foreign {
  readonly kind: keyof typeof FOREIGN;
  readonly show: (shared: DevMiniOptions) => Promise<void>;
}

/** Finds the Mini, the store or the embedded app of a folder. */
async function foreignIn(
  dir: string,
  backend: readonly string[],
  config: string | undefined,
): Promise<Foreign | null> {
  if ((await findManifest(dir)) !== null) return {kind: 'Mini', show: (shared) => devMini(dir, shared)};

  const account = accountIn(backend);
  if (account !== null) return {kind: 'store', show: (shared) => devStore(account, {...shared, dir})};

  const file = await readAppFile(dir, defined({config}));
  if (file?.embedded !== true || file.dir !== dir) return null;
  return {kind: 'app', show: (shared) => devApp(file, {...shared, config})};
}

/** Refuses the options that a Mini or a store does not have. Ignoring them would hide a mistake. */
function refuseForeign(
  kind: keyof typeof FOREIGN,
  values: Readonly<Record<string, unknown>>,
  others: readonly string[],
): void {
  const {name: what, options} = FOREIGN[kind];
  if (others.length > 0)
    throw new SimhostError('ERR_USAGE', `A ${kind} is shown alone.`, {
      next: `Leave out ${others.join(', ')}.`,
    });

  const foreign = Object.keys(values).find((name) => values[name] !== undefined && !options.includes(name));
  if (foreign === undefined) return;

  throw new SimhostError('ERR_UNKNOWN_OPTION', `--${foreign} is for extensions, and this is ${what}.`, {
    next: `A ${kind} takes ${options.map((name) => `--${name}`).join(', ')}.`,
  });
}

function noStorefront(url: string): SimhostError {
  return new SimhostError(
    'ERR_NO_STOREFRONT',
    `dev shows the extension or Mini of a folder; ${url} is the address of a storefront.`,
    {
      next: `Name the store that it serves: npx simhost dev --backend "https://acme.myvtex.com=${url}" (docs/vtex.md).`,
    },
  );
}
