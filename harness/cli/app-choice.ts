import {defined} from '../records.ts';
import {appDefaults} from '../node/extension/app-defaults.ts';
import {PUBLISHED_PRIVATE_STOREFRONT_TOKEN} from '../core/world/app.ts';
import type {AppOptions} from '../core/world/app.ts';
import {PUBLISHED_MINIS_API_KEY} from '../core/world/minis.ts';
import type {MinisOptions} from '../core/world/minis.ts';

const PUBLISHED = 'the published test value';

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
 * Chooses the app as tests do: flags first, then `SHOPIFY_API_KEY` and `SHOPIFY_API_SECRET`, then the
 * `shopify.app.toml` of the folder or above it, then the published test values.
 *
 * @throws {SimhostError} the errors of `readAppFile`
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
  const file = await appDefaults(folder, {clientId}, defined({config}));

  const fileName = config === undefined ? 'shopify.app.toml' : `shopify.app.${config}.toml`;
  const ofFile = file.clientId === undefined ? PUBLISHED : `${file.clientId}, from ${fileName}`;
  return {
    options: {...file, ...defined({clientId, clientSecret})},
    sources: {
      clientId: sourceOf(flags.clientId, '--client-id') ?? sourceOf(clientId, 'SHOPIFY_API_KEY') ?? ofFile,
      clientSecret:
        sourceOf(flags.clientSecret, '--secret') ?? sourceOf(clientSecret, 'SHOPIFY_API_SECRET') ?? PUBLISHED,
    },
  };
}

function sourceOf(value: string | undefined, source: string): string | undefined {
  return value === undefined ? undefined : source;
}

/** Reads the tokens of the Storefront API from the variables that Hydrogen reads. Default: the published ones. */
export function storefrontTokensFromEnvironment(): Pick<
  AppOptions,
  'publicStorefrontToken' | 'privateStorefrontToken'
> {
  return defined({
    publicStorefrontToken: variable('PUBLIC_STOREFRONT_API_TOKEN'),
    privateStorefrontToken: variable('PRIVATE_STOREFRONT_API_TOKEN'),
  });
}

/** Reads the client id of the customers' sign-in from the variable that Hydrogen reads. Default: the published one. */
export function customerClientFromEnvironment(): Pick<AppOptions, 'customerAuthentication'> {
  const clientId = variable('PUBLIC_CUSTOMER_ACCOUNT_API_CLIENT_ID');
  return clientId === undefined ? {} : {customerAuthentication: {clientId}};
}

/** The private token of the Storefront API, if it is the published one; else the name of its variable. */
export function privateTokenSource(): string {
  const name = 'PRIVATE_STOREFRONT_API_TOKEN';
  return variable(name) === undefined ? PUBLISHED_PRIVATE_STOREFRONT_TOKEN : name;
}

/** Reads the API key of a Mini from Shopify's own variable. Default: the published one. */
export function minisFromEnvironment(): MinisOptions {
  const apiKey = variable('SHOP_MINIS_API_KEY');
  return defined({apiKey});
}

/** The API key of a Mini, if it is the published one; else the name of its variable. */
export function minisKeySource(): string {
  return variable('SHOP_MINIS_API_KEY') === undefined ? PUBLISHED_MINIS_API_KEY : 'SHOP_MINIS_API_KEY';
}

/** Reads a variable. An empty one counts as not set. */
function variable(name: string, environment: NodeJS.ProcessEnv = process.env): string | undefined {
  return environment[name] || undefined;
}
