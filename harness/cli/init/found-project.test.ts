import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {findProject} from './found-project.ts';
import type {FoundProject} from './found-project.ts';
import {ADMIN_EXTENSIONS, extension, extensionToml, inProject} from './written-project.fixture.ts';

const ORDER = 'customer-account.order-status.block.render';
const PROFILE = 'customer-account.profile.block.render';
const LOYALTY = {
  handle: 'loyalty',
  name: 'loyalty',
  isRun: false,
  hasCondition: false,
  needsTarget: true,
  needsHandle: false,
};
const APP = {name: 'app', private: true, scripts: {dev: 'shopify app dev'}};

const found = (files: Readonly<Record<string, string | object>>, folder = '.'): Promise<FoundProject> =>
  inProject(files, (root) => findProject(join(root, folder)));

test('finds extensions of several generations, and leaves functions and themes out', async () => {
  const {parts, notes, language} = await found({
    'package.json': APP,
    ...extension('loyalty', [ORDER, PROFILE]),
    ...extension('old', ['purchase.checkout.block.render'], '2024-10'),
    'extensions/discount/shopify.extension.toml':
      'api_version = "2026-07"\n[[extensions]]\ntype = "function"\n',
    'extensions/theme/shopify.extension.toml': 'name = "theme"\ntype = "theme"\n',
    'node_modules/x/shopify.extension.toml': extensionToml('x', [ORDER]),
  });

  expect(notes).toEqual([]);
  expect(language).toBe('js');
  expect(parts).toEqual([
    {
      kind: 'extension',
      folder: 'extensions/loyalty',
      name: 'loyalty',
      targets: [
        {...LOYALTY, target: ORDER},
        {...LOYALTY, target: PROFILE},
      ],
    },
    expect.objectContaining({folder: 'extensions/old', name: 'old'}),
  ]);
});

test('finds extensions of the admin, and the condition of a target', async () => {
  const {parts} = await found({
    'package.json': APP,
    ...ADMIN_EXTENSIONS,
    ...extension('segments', ['admin.customers.segmentation-templates.data']),
    ...extension('addresses', ['purchase.address-autocomplete.suggest', ORDER]),
  });
  const targets = parts.flatMap((part) => (part.kind === 'extension' ? part.targets : []));

  expect(targets.map(({target, name, isRun, hasCondition}) => [target, name, isRun, hasCondition])).toEqual([
    [ORDER, 'addresses', false, false],
    ['admin.product-details.block.render', 'notes', false, false],
    ['admin.product-details.action.render', 'Order more', false, true],
    ['admin.product-details.action.should-render', 'Order more', true, false],
    ['admin.customers.segmentation-templates.data', 'segments', true, false],
  ]);
});

test('finds the file of 2023-04', async () => {
  const {parts} = await found({
    'package.json': APP,
    'extensions/older/shopify.ui.extension.toml':
      'type = "checkout_ui_extension"\nname = "Older"\nextension_points = ["Checkout::Dynamic::Render"]\n',
    'extensions/older/src/index.jsx': '',
  });
  expect(parts).toMatchObject([{kind: 'extension', name: 'Older'}]);
});

test('names an extension that cannot be read, and a target that is not shown', async () => {
  const broken = {
    'package.json': APP,
    'extensions/broken/shopify.extension.toml': 'api_version = \n',
    ...extension('loyalty', ['customer-account.profle.block.render']),
  };
  await expect(found(broken)).rejects.toMatchObject({
    code: 'ERR_NOTHING_TO_TEST',
    message: expect.stringContaining('Did you mean "customer-account.profile.block.render"?'),
  });

  const {parts, notes} = await found({...broken, ...extension('points', [ORDER])});
  expect(parts).toMatchObject([{name: 'points'}]);
  expect(notes).toEqual([
    expect.stringMatching(/^extensions\/broken cannot be read\. .*shopify\.extension\.toml:1/s),
    'extensions/loyalty has the target "customer-account.profle.block.render", which simhost does not show. ' +
      'Did you mean "customer-account.profile.block.render"?',
  ]);
});

test('takes the app of an extension whose folder is given', async () => {
  const files = {
    'package.json': APP,
    'shopify.app.toml': 'client_id = "x"\n',
    ...extension('loyalty', [ORDER]),
  };
  const {parts} = await found(files, 'extensions/loyalty');
  expect(parts).toMatchObject([{folder: 'extensions/loyalty'}]);
});

test('finds a Mini by its manifest, and not as a page of Vite', async () => {
  const {parts} = await found({
    'package.json': {
      name: 'points',
      dependencies: {'@shopify/shop-minis-react': '0.28.1'},
      devDependencies: {vite: '6'},
    },
    'src/manifest.json': {name: 'Points', scopes: ['openid'], trusted_domains: ['points.brownie.dev']},
    'index.html': '<div id="root"></div>',
    'vite.config.ts': '',
    'src/App.tsx': '',
  });
  expect(parts).toEqual([{kind: 'mini', folder: '.', name: 'Points'}]);
});

test('takes the embedded page of an app for no ordinary page', async () => {
  const {parts} = await found({
    'package.json': APP,
    'web/frontend/package.json': {devDependencies: {vite: '8'}},
    'web/frontend/index.html': '',
    ...extension('loyalty', [ORDER]),
  });
  expect(parts).toMatchObject([{kind: 'extension'}]);
});

test('finds a page of Vite', async () => {
  const {parts} = await found({
    'package.json': {devDependencies: {vite: '8'}},
    'index.html': '',
    'main.js': '',
  });
  expect(parts).toMatchObject([{kind: 'page', folder: '.'}]);
});

for (const [what, files, expected] of [
  [
    'a store of FastStore, with its account',
    {
      'package.json': {scripts: {dev: 'faststore dev'}, dependencies: {'@faststore/cli': '3'}},
      'discovery.config.js': "module.exports = {api: {storeId: 'brownie'}};",
    },
    {account: 'brownie', command: 'npm run dev'},
  ],
  [
    'a store that asks VTEX, with its own server',
    {
      'package.json': {scripts: {start: 'node server.js'}},
      'index.html': '',
      'orders.js': "fetch('/api/oms/user/orders')",
    },
    {account: 'acme', command: 'npm run start'},
  ],
  [
    'a store of Vite, which takes its port by an option',
    {
      'package.json': {scripts: {dev: 'vite'}, devDependencies: {vite: '8'}},
      '.env': 'VTEX_ACCOUNT=brownie\n',
      'index.html': '',
      'main.ts': "fetch('/api/vtexid/pub/authenticated/user')",
    },
    {account: 'brownie', command: expect.stringContaining('--port $PORT')},
  ],
] as const) {
  test(`finds ${what}`, async () => {
    const {parts} = await found(files);
    expect(parts).toMatchObject([{kind: 'storefront', folder: '.', ...expected}]);
  });
}

test('takes a server that asks VTEX for a backend, and a folder with a similar name apart', async () => {
  const page = {scripts: {dev: 'vite'}, devDependencies: {vite: '8'}};
  const {parts} = await found({
    'package.json': APP,
    'orders/package.json': {scripts: {start: 'node server.js'}},
    'orders/server.js': "fetch('https://acme.vtexcommercestable.com.br/api/oms/user/orders')",
    'shop/package.json': page,
    'shop/index.html': '',
    'shop/main.js': "fetch('/api/oms/user/orders')",
    'shop-demo/package.json': page,
    'shop-demo/index.html': '',
  });
  expect(parts.map(({kind, folder}) => [kind, folder])).toEqual([
    ['storefront', 'shop'],
    ['page', 'shop-demo'],
  ]);
});

test('finds the backend of a CLI app, and its origin', async () => {
  const {backends, appOrigin} = await found({
    'package.json': APP,
    'shopify.app.toml': 'client_id = "x"\napplication_url = "https://points.brownie.dev/app"\n',
    'web/shopify.web.toml': 'roles = ["backend"]\n[commands]\ndev = "npm run dev"\n',
    'web/package.json': {scripts: {dev: 'node index.js'}},
    'web/frontend/shopify.web.toml': 'roles = ["frontend"]\n[commands]\ndev = "vite"\n',
    'server/package.json': {scripts: {start: 'node server.js', dev: 'nodemon'}},
    ...extension('loyalty', [ORDER]),
  });

  expect(appOrigin).toBe('https://points.brownie.dev');
  expect(backends).toEqual([
    {folder: 'web', command: 'npm run dev', source: 'web/shopify.web.toml'},
    {folder: 'server', command: 'npm run start', source: 'server/package.json'},
  ]);
});

test('takes no script for a server that starts the CLI', async () => {
  const {backends, appOrigin} = await found({
    'package.json': {scripts: {start: 'shopify app dev', server: 'vite'}},
    'shopify.app.toml': 'client_id = "x"\napplication_url = "https://example.com"\n',
    ...extension('loyalty', [ORDER]),
  });
  expect(backends).toEqual([]);
  expect(appOrigin).toBeNull();
});

test('knows a config of simhost from one of the author', async () => {
  const files = {'package.json': APP, ...extension('loyalty', [ORDER])};
  const own = {
    'playwright.config.ts': "import {defineConfig} from 'simhost/config';\nexport default {testDir: './e2e'}",
  };
  const foreign = {'playwright.config.ts': "import {defineConfig} from '@playwright/test';"};

  expect((await found({...files, ...own})).config).toEqual({
    file: 'playwright.config.ts',
    isOfSimhost: true,
    testDir: './e2e',
    testMatch: null,
  });
  expect((await found({...files, ...foreign})).config).toMatchObject({isOfSimhost: false, testDir: null});
});

for (const [text, message] of [
  ['{"name": "app"', 'package.json is not valid JSON: '],
  ['{"name": "app', 'package.json is not valid JSON: '],
  ['{\n  // mine\n  "name": "app"\n}', 'package.json is not valid JSON: '],
  ['', 'package.json is not valid JSON: '],
  ['[]', 'package.json is not a JSON object.'],
  ['{"scripts": null}', '"scripts" in '],
  ['{"devDependencies": []}', '"devDependencies" in '],
] as const) {
  test(`refuses the package.json ${JSON.stringify(text)}`, async () => {
    await expect(found({'package.json': text, ...extension('loyalty', [ORDER])})).rejects.toMatchObject({
      code: 'ERR_BAD_PACKAGE_FILE',
      message: expect.stringContaining(message),
    });
  });
}

test('starts scripts with the package manager of the project', async () => {
  const store = {scripts: {dev: 'vite'}, devDependencies: {vite: '8'}};
  const {parts, backends} = await found({
    'package.json': APP,
    'pnpm-lock.yaml': '',
    'server/package.json': {scripts: {start: 'node server.js'}},
    'store/package.json': store,
    'store/index.html': "<script>fetch('/api/oms/user/orders')</script>",
    'next/package.json': {...store, scripts: {dev: 'next dev'}},
    'next/index.html': "<script>fetch('/api/oms/user/orders')</script>",
  });
  expect(backends).toMatchObject([{command: 'pnpm run start'}]);
  expect(parts).toMatchObject([
    {folder: 'next', command: 'pnpm run dev'},
    {folder: 'store', command: 'pnpm exec vite --host 127.0.0.1 --port $PORT --strictPort'},
  ]);
});

test('refuses a folder with nothing to test, and one that does not exist', async () => {
  await expect(found({'package.json': {}})).rejects.toMatchObject({code: 'ERR_NOTHING_TO_TEST'});
  await expect(found({'package.json': {}}, 'no/such')).rejects.toMatchObject({code: 'ERR_NOTHING_TO_TEST'});
});
