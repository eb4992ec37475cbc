import {SimhostError, nearest} from '../errors.ts';
import {appDefaults} from '../node/extension/app-file.ts';
import type {BackendOption} from '../node/server/backend-options.ts';
import type {AppOptions} from '../core/world/app.ts';
import {PUBLISHED_MINIS_API_KEY} from '../core/world/minis.ts';
import type {MinisOptions} from '../core/world/minis.ts';
import {PEOPLE} from '../core/world/people.ts';
import type {CustomerOption, PersonName} from '../core/world/people.ts';

/** How `--config` is described by every command that reads an app's file. */
export const CONFIG_HELP = 'reads shopify.app.<name>.toml instead of shopify.app.toml';

export interface CredentialFlags {
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  /** The name of the app's configuration: `staging` for `shopify.app.staging.toml`. */
  readonly config?: string | undefined;
}

/** The app under test, and the origin of its credentials. */
export interface ChosenApp {
  readonly options: AppOptions;
  /** The source of each credential, without its value unless the value is public. */
  readonly sources: {readonly clientId: string; readonly clientSecret: string};
}

/**
 * Chooses the app as tests do: flags first, then `SHOPIFY_API_KEY` and `SHOPIFY_API_SECRET`, then the `shopify.app.toml`
 * of the folder or above it, then the published test values.
 *
 * @throws {SimhostError} what `readAppFile` throws
 */
export async function chooseApp(
  flags: CredentialFlags,
  folder: string = process.cwd(),
  environment: NodeJS.ProcessEnv = process.env,
): Promise<ChosenApp> {
  const {config} = flags;
  // --config names a file, so the file goes before the environment.
  const clientId =
    flags.clientId ?? (config === undefined ? variable('SHOPIFY_API_KEY', environment) : undefined);
  const clientSecret = flags.clientSecret ?? variable('SHOPIFY_API_SECRET', environment);
  const file = await appDefaults(folder, {clientId}, config === undefined ? {} : {config});

  const fileName = config === undefined ? 'shopify.app.toml' : `shopify.app.${config}.toml`;
  const ofFile = file.clientId === undefined ? PUBLISHED : `${file.clientId}, from ${fileName}`;
  return {
    options: {
      ...file,
      ...(clientId === undefined ? {} : {clientId}),
      ...(clientSecret === undefined ? {} : {clientSecret}),
    },
    sources: {
      clientId: sourceOf(flags.clientId, '--client-id') ?? sourceOf(clientId, 'SHOPIFY_API_KEY') ?? ofFile,
      clientSecret:
        sourceOf(flags.clientSecret, '--secret') ?? sourceOf(clientSecret, 'SHOPIFY_API_SECRET') ?? PUBLISHED,
    },
  };
}

const PUBLISHED = 'the published test value';

function sourceOf(value: string | undefined, source: string): string | undefined {
  return value === undefined ? undefined : source;
}

/** A Mini's API key: Shopify's own variable, else the published one. */
export function minisFromEnvironment(): MinisOptions {
  const apiKey = variable('SHOP_MINIS_API_KEY');
  return apiKey === undefined ? {} : {apiKey};
}

/** The Mini's API key as a backend needs it, where it is public; else where it comes from. */
export function minisKeySource(): string {
  return variable('SHOP_MINIS_API_KEY') === undefined ? PUBLISHED_MINIS_API_KEY : 'SHOP_MINIS_API_KEY';
}

/**
 * Reads `--customer`.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_CUSTOMER`
 */
export function customerByName(name: string): CustomerOption {
  if (name === 'guest') return null;
  const known = (Object.keys(PEOPLE) as PersonName[]).find((each) => each === name);
  if (known !== undefined) return known;

  const names = [...Object.keys(PEOPLE), 'guest'];
  const near = nearest(name, names);
  throw new SimhostError('ERR_UNKNOWN_CUSTOMER', `No customer is called "${name}".`, {
    next: `${near === undefined ? '' : `Did you mean "${near}"? `}Known: ${names.join(', ')}.`,
  });
}

/** `https://myapp.com=http://127.0.0.1:3000` or `https://myapp.com=node server.js`. */
export function readBackend(text: string): [string, BackendOption] {
  const [, origin, value] = /^(https?:\/\/[^=]+)=(.+)$/s.exec(text) ?? [];
  if (origin !== undefined && value !== undefined)
    return [origin, /^https?:\/\//.test(value) ? value : {command: value}];
  throw new SimhostError('ERR_BAD_BACKEND', `Not a backend: ${text}`, {
    next: 'Give --backend "https://myapp.com=http://127.0.0.1:3000" or --backend "https://myapp.com=node server.js".',
  });
}

/** 0 is any free port. */
export function readPort(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port >= 0 && port < 65_536) return port;
  throw new SimhostError('ERR_BAD_PORT', `Not a port: ${text}.`, {
    next: 'Give a number from 1 to 65535, or leave --port out for a free one.',
  });
}

/** A variable that is set to nothing counts as not set. */
function variable(name: string, environment: NodeJS.ProcessEnv = process.env): string | undefined {
  return environment[name] || undefined;
}
