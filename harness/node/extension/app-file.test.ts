import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {SimhostError} from '../../errors.ts';
import {readAppFile, type AppFile} from './app-file.ts';
import {writeFiles} from './extension.fixture.ts';

const APP = `
# Learn more about configuring your app
client_id = "a61950a2cbd5f32876b0b55587ec7a27"
name = "Loyalty"
application_url = "https://myapp.com/"
embedded = true

[access_scopes]
scopes = "read_customers, read_orders,,read_customers"
optional_scopes = []

[access.admin]
direct_api_mode = "online"

[auth]
redirect_urls = []

[pos]
embedded = false

[app_proxy]
url = "https://myapp.com/proxy"

[build]
automatically_update_urls_on_dev = true

[webhooks]
api_version = "2026-07"
  [[webhooks.subscriptions]]
  topics = ["app/uninstalled"]
  uri = "/webhooks"
`;

test('is found above the folder of the extension, and identifies the app', async () => {
  const dir = await app({'shopify.app.toml': APP});
  expect(await readAppFile(join(dir, 'extensions/loyalty'))).toEqual({
    path: join(dir, 'shopify.app.toml'),
    dir,
    clientId: 'a61950a2cbd5f32876b0b55587ec7a27',
    name: 'Loyalty',
    applicationUrl: 'https://myapp.com/',
    directApiMode: 'online',
    embedded: true,
    scopes: ['read_customers', 'read_orders'],
    optionalScopes: [],
    redirectUrls: [],
    webhooks: {apiVersion: '2026-07', subscriptions: [{topics: ['app/uninstalled'], uri: '/webhooks'}]},
  } satisfies AppFile);
});

test('reads compliance topics in both forms, and the fields of a payload', async () => {
  const dir = await app({
    'shopify.app.toml': `client_id = "key"
[access_scopes]
optional_scopes = ["read_orders"]
[webhooks.privacy_compliance]
shop_deletion_url = "https://myapp.com/gone"
[[webhooks.subscriptions]]
compliance_topics = ["customers/redact"]
topics = ["products/update"]
include_fields = ["id"]
uri = "/hooks"
`,
  });

  const subscriptions = [
    {topics: ['products/update', 'customers/redact'], uri: '/hooks', includeFields: ['id']},
    {topics: ['shop/redact'], uri: 'https://myapp.com/gone'},
  ];
  expect(await readAppFile(dir)).toMatchObject({optionalScopes: ['read_orders'], webhooks: {subscriptions}});
});

test('the nearest one counts', async () => {
  const dir = await app({
    'shopify.app.toml': 'name = "outer"',
    'inner/shopify.app.toml': 'name = "inner"',
    'inner/extensions/a/a.txt': '',
  });

  expect((await readAppFile(join(dir, 'inner/extensions/a')))?.name).toBe('inner');
  expect((await readAppFile(join(dir, 'extensions')))?.name).toBe('outer');
});

test('reads a configuration by its name, or the only one without a name', async () => {
  const dir = await app({'shopify.app.toml': APP, 'shopify.app.staging.toml': 'client_id = "staging"'});
  expect((await readAppFile(dir, {config: 'staging'}))?.clientId).toBe('staging');
  expect((await readAppFile(dir))?.clientId).toBe('a61950a2cbd5f32876b0b55587ec7a27');
  const only = await app({'shopify.app.my-test.toml': 'client_id = "test"'}, 'only');
  expect((await readAppFile(only))?.clientId).toBe('test');
});

test('an unlinked template and an older file are read as far as possible', async () => {
  const dir = await app({'shopify.app.toml': 'client_id = ""\nname = ""\nscopes = "read_products"'});
  expect(await readAppFile(dir)).toEqual({
    path: join(dir, 'shopify.app.toml'),
    dir,
    scopes: ['read_products'],
  });
});

test('returns null without such a file, also for a folder that does not exist', async () => {
  const dir = await app({});
  expect(await readAppFile(dir)).toBeNull();
  expect(await readAppFile(join(dir, 'nowhere'))).toBeNull();
});

const CHOICES: readonly {
  what: string;
  files: Readonly<Record<string, string>>;
  config?: string;
  code: string;
  says: string;
}[] = [
  {
    what: 'a configuration that is not there',
    files: {'shopify.app.toml': APP, 'shopify.app.staging.toml': ''},
    config: 'stagin',
    code: 'ERR_UNKNOWN_APP_CONFIG',
    says: 'Did you mean "shopify.app.staging.toml"?',
  },
  {
    what: 'a configuration without a file',
    files: {},
    config: 'staging',
    code: 'ERR_UNKNOWN_APP_CONFIG',
    says: 'No shopify.app.staging.toml in ',
  },
  {
    what: 'several configurations and none named',
    files: {'shopify.app.a.toml': '', 'shopify.app.b.toml': ''},
    code: 'ERR_AMBIGUOUS_APP_FILE',
    says: 'contains: shopify.app.a.toml, shopify.app.b.toml.\nChoose one: --config a on the command line,',
  },
];

for (const {what, files, config, code, says} of CHOICES) {
  test(`names ${what}`, async () => {
    const error = await failure(readAppFile(await app(files), config === undefined ? {} : {config}));
    expect(error.code).toBe(code);
    expect(error.message).toContain(says);
  });
}

const BROKEN: readonly {what: string; text: string; place: string; says: string}[] = [
  {what: 'malformed TOML', text: 'client_id = "a"\nname = = "b"\n', place: '2:8', says: 'malformed TOML'},
  {
    what: 'a client id that is a number',
    text: 'client_id = 12\n',
    place: '1:13',
    says: 'Write it in quotes: client_id',
  },
  {what: 'a mistyped key', text: 'clientid = "a"\n', place: '1:12', says: 'Did you mean "client_id"?'},
  {
    what: 'a list of scopes',
    text: '[access_scopes]\nscopes = ["read_orders"]\n',
    place: '2:10',
    says: '"scopes" is a list, not a string',
  },
  {
    what: 'scopes apart by spaces',
    text: '[access_scopes]\nscopes = "read_orders read_customers"\n',
    place: '2:10',
    says: 'Separate scopes by commas',
  },
  {
    what: 'a redirect URL without a host',
    text: '[auth]\nredirect_urls = ["/auth/callback"]\n',
    place: '2:17',
    says: '"/auth/callback" is not a URL',
  },
  {
    what: 'a mistyped list of redirect URLs',
    text: '[auth]\nredirect_url = []\n',
    place: '2:16',
    says: 'Did you mean "redirect_urls"?',
  },
  {
    what: 'an invalid URL',
    text: 'application_url = "myapp"\n',
    place: '1:19',
    says: '"myapp" is not a URL',
  },
];

for (const {what, text, place, says} of BROKEN) {
  test(`names ${what} with its place`, async () => {
    const error = await failure(readAppFile(await app({'shopify.app.toml': text})));
    expect(error.code).toBe('ERR_BAD_APP_FILE');
    expect(error.message).toContain(`shopify.app.toml:${place}`);
    expect(error.message).toContain(says);
  });
}

async function app(files: Readonly<Record<string, string>>, name: string = 'app'): Promise<string> {
  const dir = test.info().outputPath(name);
  await writeFiles(dir, {'extensions/loyalty/shopify.extension.toml': '', ...files});
  return dir;
}

async function failure(promise: Promise<unknown>): Promise<SimhostError> {
  const thrown: unknown = await promise.catch((error: unknown) => error);
  if (thrown instanceof SimhostError) return thrown;
  throw new Error(`expected a SimhostError, got ${String(thrown)}`);
}
