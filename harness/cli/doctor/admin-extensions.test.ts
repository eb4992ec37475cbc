import {mkdir, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {dirname, join} from 'node:path';
import {expect, test} from '@playwright/test';
import {ADMIN_EXTENSIONS} from './admin-extensions.ts';
import {close, listen} from '../../node/server/loopback.ts';
import {examineBackend} from './backends.ts';
import {EXTENSION} from './extension.ts';

const APP = `application_url = "https://desk.example.org"
embedded = true
[access_scopes]
scopes = "write_products"
`;
const BLOCK = `api_version = "2026-04"
[[extensions]]
name = "Notes"
handle = "notes"
type = "ui_extension"
[[extensions.targeting]]
module = "./src/Block.js"
target = "admin.product-details.block.render"
`;
const ASKING = `export default () => fetch('/api/notes').then(() => shopify.query('{ shop { name } }'));`;
const SOUND = {
  'shopify.app.toml': APP,
  'extensions/notes/shopify.extension.toml': BLOCK,
  'extensions/notes/src/Block.js': ASKING,
};

type Files = Readonly<Record<string, string>>;

/** Returns `state: text` of each finding in the folder of an app, or in a folder below. */
async function findings(files: Files, below = '.'): Promise<readonly string[]> {
  const root = test.info().outputPath('app');
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), {recursive: true});
    await writeFile(join(root, path), text);
  }

  const folder = join(root, below);
  const checks = [...ADMIN_EXTENSIONS, ...(below === '.' ? [] : EXTENSION)];
  const found = await Promise.all(
    checks.map(async ({run}) => [await run({folder, isGiven: true, environment: {}})].flat()),
  );
  return found.flat().map(({state, text}) => `${state}: ${text}`);
}

test('names the extensions of the admin below the folder of an app, and leaves functions out', async () => {
  const functions = 'api_version = "2026-04"\n[[extensions]]\ntype = "function"\n';
  expect(await findings({...SOUND, 'extensions/rate/shopify.extension.toml': functions})).toEqual([
    'ok: extensions/notes: notes at admin.product-details.block.render',
  ]);
});

for (const [what, files, expected] of [
  [
    'a file that cannot be read',
    {'extensions/notes/shopify.extension.toml': 'api_version =\n'},
    /^warning: extensions\/notes: /,
  ],
  [
    'a target that is newer than the API version',
    {'extensions/notes/shopify.extension.toml': BLOCK.replace('product-details.block', 'app.home')},
    /^warning: admin\.app\.home\.render is in the admin since 2026-07, and api_version is 2026-04\.$/,
  ],
  [
    'no application URL',
    {'shopify.app.toml': APP.replace(/^application_url.*$/m, '')},
    /^warning: extensions\/notes calls fetch, and the application URL is not known: .*app\.toml has none\./,
  ],
  [
    'an application URL without https',
    {'shopify.app.toml': APP.replace('https:', 'http:')},
    /^warning: extensions\/notes calls fetch, and application_url is http:.*: the admin refuses http\.$/,
  ],
  [
    'no scopes',
    {'shopify.app.toml': APP.replace('write_products', '')},
    /^warning: extensions\/notes asks the Admin API, and the app has no scopes/,
  ],
] as const satisfies readonly (readonly [string, Files, RegExp])[]) {
  test(`warns of ${what}`, async () => {
    expect(await findings({...SOUND, ...files})).toEqual([expect.stringMatching(expected)]);
  });
}

test('an extension of the admin needs no network_access, and no scope for a customer', async () => {
  expect(await findings(SOUND, 'extensions/notes')).toEqual([
    expect.stringMatching(/^ok: .*shopify\.app\.toml: client id not set, write_products$/),
    'ok: notes (2026-04) at admin.product-details.block.render',
    'ok: extensions of the admin need no network_access',
  ]);
});

test('sends the preflights of the admin: its origin, its header, and the user agent of a browser', async () => {
  const asked: string[] = [];
  const server = createServer(({url, headers}, response) => {
    asked.push(`${url} ${headers.origin} ${headers['access-control-request-headers']}`);
    const isBrowser = headers['user-agent']?.startsWith('Mozilla/5.0') === true;
    const cors = {'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization'};
    response.writeHead(isBrowser ? 204 : 410, cors).end();
  });
  const backend = `http://127.0.0.1:${await listen(server)}`;

  await findings(SOUND);
  const folder = test.info().outputPath('app/extensions/notes');
  const project = {folder, isGiven: true, environment: {}};
  const found = await examineBackend(project, ['https://desk.example.org', backend], {
    app: {},
    path: undefined,
  });
  await close(server);

  expect(asked).toEqual(['/api/notes https://extensions.shopifycdn.com authorization']);
  expect(found).toMatchObject([{state: 'ok'}]);
});
