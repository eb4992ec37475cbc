/** The configuration of App Bridge, `shopify.config`. */
export interface BridgeConfig {
  readonly apiKey: string;
  readonly shop: string;
  readonly host: string;
  readonly locale: string;
  readonly appOrigins?: string[];
  readonly disabledFeatures?: string[];
  readonly experimentalFeatures?: string[];
  readonly debug?: {readonly webVitals?: boolean};
}

type Values = Readonly<Record<string, unknown>>;

/** The key of the session's configuration, so that later documents of the frame need no parameters. */
const STORED = 'app-bridge-config';

/** The parameters of the document's address that belong to the configuration. */
const PARAMETERS = ['shop', 'host', 'locale'];

/** The members that are lists. */
const LISTS = ['appOrigins', 'disabledFeatures', 'experimentalFeatures'];

/**
 * Reads the configuration: from the session, the script tag with its query, a script of the type `shopify/config`, the
 * `shopify-*` metas and the address. A later source replaces an earlier one.
 *
 * @throws {Error} without an API key or a shop
 */
export function readConfig(script: HTMLScriptElement): BridgeConfig {
  const values: Values = {
    locale: 'en-US',
    ...storedValues(),
    ...scriptValues(script),
    ...inlineValues(),
    ...metaValues(),
    ...addressValues(),
  };

  const config = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, read(name, value)]));
  for (const name of ['apiKey', 'shop'])
    if (typeof config[name] !== 'string' || config[name] === '') throw missing(name);

  store(config);
  return config as unknown as BridgeConfig;
}

function storedValues(): Values {
  try {
    return JSON.parse(sessionStorage.getItem(STORED) ?? '{}') as Values;
  } catch {
    return {};
  }
}

function store(config: Values): void {
  try {
    sessionStorage.setItem(STORED, JSON.stringify(config));
  } catch {
    // A browser that blocks storage in frames of other sites throws. The address then has the values.
  }
}

function scriptValues({src, dataset}: HTMLScriptElement): Values {
  return {...Object.fromEntries(new URL(src).searchParams), ...Object.fromEntries(Object.entries(dataset))};
}

function inlineValues(): Values {
  const text = document.querySelector('script[type="shopify/config"]')?.textContent ?? '';
  return text.trim() === '' ? {} : (JSON.parse(text) as Values);
}

function metaValues(): Values {
  const metas = [...document.querySelectorAll<HTMLMetaElement>('meta[name^="shopify-"]')];
  return Object.fromEntries(
    metas.map(({name, content}) => [camelCase(name.slice('shopify-'.length)), content]),
  );
}

function addressValues(): Values {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(PARAMETERS.flatMap((name) => (query.has(name) ? [[name, query.get(name)]] : [])));
}

function read(name: string, value: unknown): unknown {
  if (!LISTS.includes(name) || typeof value !== 'string') return value;
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function camelCase(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function missing(name: string): Error {
  const source =
    name === 'apiKey'
      ? 'Give it by data-api-key on the script tag, or by <meta name="shopify-api-key" content="…">.'
      : 'It comes from the parameter "shop" of the first URL, which the admin adds.';
  return new Error(`App Bridge has no ${name}. ${source}`);
}
