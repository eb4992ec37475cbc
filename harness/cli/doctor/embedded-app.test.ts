import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {expect, test} from '@playwright/test';
import {EMBEDDED_APP} from './embedded-app.ts';
import {EXTENSION} from './extension.ts';

const SOUND = `application_url = "https://desk.example.org/app"
embedded = true
[access_scopes]
scopes = "write_products"
[auth]
redirect_urls = ["https://desk.example.org/auth/callback"]
`;
const PACKAGES = JSON.stringify({
  scripts: {start: 'node server.js'},
  dependencies: {'@shopify/shopify-app-express': '8.0.2'},
});
const EXPIRING = 'shopifyApp({future: {expiringOfflineAccessTokens: true}});';

type Files = Readonly<Record<string, string>>;

/** Returns `state: text` of each finding in a folder with these files, by the name of its check. */
async function findings(files: Files): Promise<Readonly<Record<string, string>>> {
  const folder = test.info().outputPath('app');
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), {recursive: true});
    await writeFile(join(folder, path), text);
  }

  const checks = [...EMBEDDED_APP, ...EXTENSION.filter(({name}) => name === 'extension')];
  const entries = checks.map(async ({name, run}) => {
    const found = [await run({folder, isGiven: true, environment: {}})].flat();
    return found.map(({state, text}) => [name, `${state}: ${text}`]);
  });
  return Object.fromEntries((await Promise.all(entries)).flat()) as Readonly<Record<string, string>>;
}

test('says what is right in the folder of an embedded app', async () => {
  expect(
    await findings({'shopify.app.toml': SOUND, 'package.json': PACKAGES, 'server.js': EXPIRING}),
  ).toEqual({
    'app url': 'ok: https://desk.example.org/app is shown in the admin',
    redirects: 'ok: the authorization code grant takes https://desk.example.org/auth/callback',
    install: 'ok: Shopify installs the app with write_products',
    server: 'ok: "node server.js" starts the server, by the script start',
    tokens: 'ok: offline tokens expire, by server.js',
  });
});

const WRONG: readonly {
  readonly what: string;
  readonly files: Files;
  readonly check: string;
  readonly says: string;
}[] = [
  {
    what: 'a placeholder for its address',
    files: {'shopify.app.toml': SOUND.replace('desk.example.org/app', 'example.com')},
    check: 'app url',
    says: 'warning: application_url is still https://example.com.',
  },
  {
    what: 'an address without TLS',
    files: {'shopify.app.toml': SOUND.replace('https://desk.example.org/app', 'http://desk.example.org')},
    check: 'app url',
    says: 'warning: http://desk.example.org is not https, which the admin needs.',
  },
  {
    what: 'a redirect URL of another origin',
    files: {
      'shopify.app.toml': SOUND.replace('https://desk.example.org/auth', 'https://old.example.org/auth'),
    },
    check: 'redirects',
    says: 'warning: https://old.example.org/auth/callback is not at https://desk.example.org, the origin of the app.',
  },
  {
    what: 'a legacy install flow without a redirect URL',
    files: {'shopify.app.toml': 'embedded = true\n[access_scopes]\nuse_legacy_install_flow = true\n'},
    check: 'redirects',
    says: 'warning: redirect_urls is empty, and use_legacy_install_flow needs one: the grant refuses every URL.',
  },
  {
    what: 'no scopes',
    files: {'shopify.app.toml': 'embedded = true\n'},
    check: 'install',
    says: 'warning: access_scopes.scopes is not set, so Shopify does not install the app by itself.',
  },
  {
    what: 'no server',
    files: {'shopify.app.toml': SOUND},
    check: 'server',
    says: 'warning: No command is known that starts the server.',
  },
  {
    what: 'tokens that never expire',
    files: {'shopify.app.toml': SOUND, 'package.json': PACKAGES, 'server.js': `// ${EXPIRING}`},
    check: 'tokens',
    says: 'warning: @shopify/shopify-app-express gets offline tokens that never expire. The Admin API refuses those of public apps from 1 January 2027 on.',
  },
];

for (const {what, files, check, says} of WRONG)
  test(`warns about ${what}`, async () => {
    expect((await findings(files))[check]).toBe(says);
  });

test('leaves the folder of an extension to the checks of extensions', async () => {
  const found = await findings({'shopify.app.toml': SOUND.replace('true', 'false')});
  expect(Object.keys(found)).toEqual(['extension']);
});
