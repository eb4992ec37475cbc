import {join} from 'node:path';
import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import type {SeenContent} from '../../wire/first-look.ts';
import {defaultChoices} from './choices.ts';
import {findProject} from './found-project.ts';
import {TEST_PACKAGES, TYPE_PACKAGES} from './planned-packages.ts';
import {planFiles} from './plan.ts';
import type {PlannedFile, SeenParts} from './plan.ts';
import type {PartLook, Seen} from './part-look.ts';
import {ADMIN_EXTENSIONS, extension, inProject} from './written-project.fixture.ts';

const ORDER = 'customer-account.order-status.block.render';
const PROFILE = 'customer-account.profile.block.render';
const NOT_TRIED: SeenParts = {seenOf: () => ({kind: 'not tried'}), backends: {}};
const APP = {'package.json': {name: 'app', private: true}, ...extension('loyalty', [ORDER])};

type Files = Readonly<Record<string, string | object>>;

/** Plans twice: with what was seen, and again over the planned files. */
async function planned(
  files: Files,
  seen: SeenParts = NOT_TRIED,
): Promise<{readonly texts: Readonly<Record<string, string>>; readonly again: readonly PlannedFile[]}> {
  return inProject(files, async (root) => {
    const found = await findProject(root);
    const choices = defaultChoices(found, {installs: true});
    const texts: Record<string, string> = {};
    const read = (path: string): string | null => {
      if (texts[path] !== undefined) return texts[path];
      const content = files[path];
      if (content === undefined) return null;
      return typeof content === 'string' ? content : JSON.stringify(content, null, 2);
    };

    for (const {path, after} of planFiles(found, choices, seen, read)) texts[path] = after;
    return {texts, again: planFiles(found, choices, seen, read)};
  });
}

const seenAs =
  (seen: Seen): SeenParts['seenOf'] =>
  () =>
    seen;

const LOOK: PartLook = {content: [], hasText: true, isHidden: false, value: null, requests: []};

const shows = (...content: readonly SeenContent[]): Seen => ({
  kind: 'seen',
  look: {...LOOK, content},
});

test('plans packages, config, test, workflow and ignored folders, once', async () => {
  const {texts, again} = await planned({...APP, '.gitignore': 'node_modules\ntest-results/\n'});

  expect(Object.keys(texts)).toEqual([
    'package.json',
    'playwright.config.js',
    'tests/loyalty.spec.js',
    '.github/workflows/simhost.yml',
    '.gitignore',
  ]);
  expect(JSON.parse(texts['package.json'] ?? '')).toEqual({
    name: 'app',
    private: true,
    scripts: {'test:simhost': 'playwright test', 'dev:simhost': 'simhost dev extensions/loyalty'},
    devDependencies: {simhost: expect.stringMatching(/^\^\d/), ...TEST_PACKAGES},
  });
  expect(texts['.gitignore']).toBe('node_modules\ntest-results/\n/playwright-report/\n/blob-report/\n');
  expect(again).toEqual([]);
});

test('writes what an extension showed, and its requests with their tokens', async () => {
  const look: PartLook = {
    ...LOOK,
    content: [
      {kind: 'role', role: 'heading', name: 'Your points'},
      {kind: 'text', text: "It's 120"},
    ],
    requests: [
      {
        method: 'POST',
        url: 'https://points.brownie.dev/api',
        status: 200,
        outcome: 'backend',
        token: {sub: 'gid://shopify/Customer/7001'},
      },
      {method: 'GET', url: 'https://cdn.brownie.dev/x', status: null, outcome: 'refused', token: null},
    ],
  };
  const backends = {'https://points.brownie.dev': {command: 'node tests/sample-backend.mjs'}};
  const {texts, again} = await planned(APP, {seenOf: seenAs({kind: 'seen', look}), backends});

  expect(texts['tests/loyalty.spec.js']).toBe(`import {test, expect} from 'simhost/playwright';

test("loyalty shows 'Your points'", async ({host}) => {
  const extension = await host.mount('extensions/loyalty');
  await expect(extension.getByRole('heading', {name: 'Your points', exact: true})).toBeVisible();
  await expect(extension.getByText("It's 120", {exact: true})).toBeVisible();
  await expect(host.requests).toHaveRequest('https://points.brownie.dev/api', {
    method: 'POST',
    status: 200,
    token: {sub: 'gid://shopify/Customer/7001'},
  });
});
`);
  expect(texts['playwright.config.js']).toContain(
    "'https://points.brownie.dev': {command: 'node tests/sample-backend.mjs'},",
  );
  expect(texts).toHaveProperty(['tests/sample-backend.mjs']);
  expect(again).toEqual([]);
});

test('writes one test for each target, and none for a part that fails', async () => {
  const both = {...APP, ...extension('loyalty', [ORDER, PROFILE]), ...extension('broken', [ORDER])};
  const {texts} = await planned(both, {
    seenOf: (id) =>
      id.includes('broken') ? {kind: 'failed', reason: 'boom'} : shows({kind: 'text', text: 'Points'}),
    backends: {},
  });

  const written = texts['tests/loyalty.spec.js'] ?? '';
  expect(written).toContain(`"loyalty shows 'Points' at ${ORDER}"`);
  expect(written).toContain(`host.mount('extensions/loyalty', {target: '${PROFILE}'})`);
  expect(Object.keys(texts)).not.toContain('tests/broken.spec.js');
});

const ACTION = 'admin.product-details.action.render';
const CONDITION = 'admin.product-details.action.should-render';

for (const [what, look, {title, line}] of [
  [
    'an action that its condition hides',
    {isHidden: true},
    {
      title: `Order more is hidden at ${ACTION}`,
      line: 'await expect(extension).toBeHidden(); // by its should_render module',
    },
  ],
  [
    'a condition',
    {value: '{"display":false}'},
    {
      title: `Order more answers {display: false} at ${CONDITION}`,
      line: `expect(await host.run('extensions/notes', {target: '${CONDITION}'})).toEqual({display: false});`,
    },
  ],
  [
    'a condition that answers otherwise at another time',
    {value: undefined},
    {
      title: `Order more answers at ${CONDITION}`,
      line: `await host.run('extensions/notes', {target: '${CONDITION}'});`,
    },
  ],
  [
    'a long value',
    {value: JSON.stringify({templates: 'a'.repeat(300)})},
    {title: `Order more answers at ${CONDITION}`, line: "expect(value).toHaveProperty(['templates']);"},
  ],
] as const satisfies readonly (readonly [string, Partial<PartLook>, object])[]) {
  test(`writes a test of ${what}`, async () => {
    const files = {'package.json': {}, ...ADMIN_EXTENSIONS};
    const seenOf = seenAs({kind: 'seen', look: {...LOOK, ...look}});
    const {texts} = await planned(files, {seenOf, backends: {}});
    const written = texts['tests/notes.spec.js'] ?? '';

    expect(written).toContain(`test('${title}', async ({host}) => {`);
    expect(written).toContain(`  ${line}\n`);
  });
}

test('says that a part shows nothing, or only what changes', async () => {
  const at = async (hasText: boolean): Promise<string> => {
    const look = {...LOOK, hasText};
    const {texts} = await planned(APP, {seenOf: seenAs({kind: 'seen', look}), backends: {}});
    return texts['tests/loyalty.spec.js'] ?? '';
  };
  expect(await at(true)).toContain('toContainText(/\\S/)');
  expect(await at(false)).toMatch(/host\.requests\)\.not\.toHaveRequest\(.+\);\n.+toHaveText\(''\)/);
});

test('leaves a config of the author alone, and names tests so that it does not take them', async () => {
  const {texts, again} = await planned({
    ...APP,
    'tsconfig.json': '{}',
    'playwright.config.ts': 'export default {};',
  });
  expect(Object.keys(texts)).not.toContain('playwright.config.ts');
  expect(texts['playwright.simhost.config.ts']).toContain("testMatch: '**/*.simhost.ts'");
  expect(Object.keys(texts)).toContain('tests/loyalty.simhost.ts');
  expect(texts['package.json']).toContain('playwright test -c playwright.simhost.config.ts');
  expect(texts['.github/workflows/simhost.yml']).toContain(
    'playwright test -c playwright.simhost.config.ts --forbid',
  );
  expect(again).toEqual([]);
});

test('writes modules for a CommonJS package whose TypeScript resolves as Node 16', async () => {
  const tsconfig = {compilerOptions: {module: 'Node16'}};
  const {texts, again} = await planned({...APP, 'tsconfig.json': tsconfig});
  expect(texts['playwright.config.mts']).toMatch(
    /^\/\/\/ <reference lib="dom" \/>\n\/\/\/ <reference types="node" \/>\nimport/,
  );
  expect(texts).toHaveProperty(['tests/loyalty.spec.mts']);
  expect(JSON.parse(texts['package.json'] ?? '')).toMatchObject({
    devDependencies: {'@types/node': expect.any(String)},
  });
  expect(again).toEqual([]);

  const ofModules = await planned({...APP, 'package.json': {type: 'module'}, 'tsconfig.json': tsconfig});
  expect(ofModules.texts).toHaveProperty(['playwright.config.ts']);
});

test('names tests so that Vitest does not take them', async () => {
  const {texts} = await planned({...APP, 'package.json': {devDependencies: {vitest: '4'}}});
  expect(Object.keys(texts)).toContain('tests/loyalty.simhost.js');
  expect(texts['playwright.config.js']).toContain('testMatch');
});

test('adds an extension to a project that has simhost, with its backends in the test', async () => {
  const config =
    "import {defineConfig} from 'simhost/config';\nexport default defineConfig({testDir: 'e2e'});\n";
  const {texts} = await planned(
    {...APP, 'playwright.config.js': config},
    {seenOf: seenAs(shows()), backends: {'https://a.example': {command: 'node server.js'}}},
  );
  expect(texts).not.toHaveProperty(['playwright.config.js']);
  expect(texts['e2e/loyalty.spec.js']).toContain(
    "test.use({\n  backends: {'https://a.example': {command: 'node server.js'}},\n});\n\ntest(",
  );
});

for (const [what, config, changed, written] of [
  ['Vitest', 'playwright.config.js', {'package.json': {devDependencies: {vitest: '4'}}}, 'loyalty.spec.js'],
  ['TypeScript', 'playwright.config.js', {'tsconfig.json': '{}'}, 'loyalty.spec.js'],
  ['TypeScript', 'playwright.simhost.config.js', {'tsconfig.json': '{}'}, 'loyalty.simhost.js'],
] as const) {
  test(`keeps to the names of ${config} after ${what} was added`, async () => {
    const testMatch = config.includes('.simhost.') ? ", testMatch: '**/*.simhost.js'" : '';
    const {texts, again} = await planned({
      ...APP,
      ...changed,
      [config]: `import {defineConfig} from 'simhost/config';\nexport default defineConfig({testDir: 'tests'${testMatch}});\n`,
    });
    expect(Object.keys(texts).filter((path) => /^(?:tests|playwright)/.test(path))).toEqual([
      `tests/${written}`,
    ]);

    const given = config.includes('.simhost.') ? ` -c ${config}` : '';
    expect(JSON.parse(texts['package.json'] ?? '')).toMatchObject({
      scripts: {'test:simhost': `playwright test${given}`},
    });
    expect(again).toEqual([]);
  });
}

for (const [testMatch, ending] of [
  ["'**/*.simhost.ts'", '.simhost.ts'],
  ["['**/*.e2e.{js,ts}']", '.e2e.ts'],
  ['/.*\\.e2e\\.[jt]s$/', '.e2e.ts'],
  ['/\\.e2e\\.ts/', '.e2e.ts'],
  ["'**/*.@(spec|test).ts'", '.spec.ts'],
] as const) {
  test(`takes the ending of tests from testMatch: ${testMatch}`, async () => {
    const config = `import {defineConfig} from 'simhost/config';\nexport default defineConfig({testMatch: ${testMatch}});\n`;
    const {texts} = await planned({...APP, 'playwright.config.ts': config});
    expect(Object.keys(texts)).toContain(`tests/loyalty${ending}`);
  });
}

test('writes the sample backend only if a new file names it', async () => {
  const backends = {'https://a.example': {command: 'node "tests/sample-backend.mjs"'}};
  const config = "import {defineConfig} from 'simhost/config';\nexport default defineConfig({});\n";
  const files = {...APP, 'playwright.config.js': config};

  const withTest = await planned(files, {seenOf: seenAs(shows()), backends});
  expect(withTest.texts).toHaveProperty(['tests/sample-backend.mjs']);

  const without = await planned(
    {...files, 'tests/loyalty.spec.js': '// mine'},
    {seenOf: seenAs(shows()), backends},
  );
  expect(without.texts).not.toHaveProperty(['tests/sample-backend.mjs']);
});

test('puts the workflow in the repository, and runs it in the folder of the project', async () => {
  const files = {...APP, 'pnpm-lock.yaml': ''};
  const inShop = Object.fromEntries(Object.entries(files).map(([path, text]) => [`apps/shop/${path}`, text]));
  const workflow = await inProject({...inShop, '.git/HEAD': ''}, async (root) => {
    const found = await findProject(join(root, 'apps/shop'));
    const choices = defaultChoices(found, {installs: true});
    return planFiles(found, choices, NOT_TRIED, () => null).find(({path}) => path.endsWith('.yml'));
  });

  expect(workflow?.path).toBe('../../.github/workflows/simhost.yml');
  expect(workflow?.after).toContain('    working-directory: apps/shop\n');
  expect(workflow?.after).toContain('path: apps/shop/blob-report\n');
  expect(workflow?.after).toContain('run: pnpm install --frozen-lockfile');
});

test('serves a page by Vite, and a store by its own script', async () => {
  const page = await planned({
    'package.json': {devDependencies: {vite: '8'}},
    'index.html': '',
    'main.js': '',
  });
  expect(page.texts['playwright.config.js']).toContain(
    "{command: 'npx vite --port 5180 --strictPort', url: 'http://localhost:5180'},",
  );

  const store = await planned({
    'package.json': {scripts: {dev: 'faststore dev'}, dependencies: {'@faststore/cli': '3'}},
    'discovery.config.js': "module.exports = {api: {storeId: 'brownie'}};",
  });
  expect(store.texts['playwright.config.js']).toContain("vtex: {account: 'brownie'},");
  expect(store.texts['playwright.config.js']).toContain(
    "'https://brownie.myvtex.com': {command: 'npm run dev'},",
  );
});

test('leaves out the server of a store that does not start', async () => {
  const {texts} = await planned(
    {
      ...APP,
      'store/package.json': {scripts: {dev: 'faststore dev'}, dependencies: {'@faststore/cli': '3'}},
    },
    {seenOf: (id) => (id === 'store' ? {kind: 'failed', reason: 'boom'} : shows()), backends: {}},
  );
  expect(texts['playwright.config.js']).not.toContain('myvtex.com');
  expect(texts).not.toHaveProperty(['tests/store.spec.js']);
});

test('asks for the versions that simhost is tested with', () => {
  const {devDependencies} = JSON.parse(readFileSync('package.json', 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const all = {...TEST_PACKAGES, ...TYPE_PACKAGES};
  for (const [name, range] of Object.entries(all)) expect(devDependencies[name]).toBe(range);
});

const DESK = {
  'shopify.app.toml': 'name = "Desk"\napplication_url = "https://desk.example.com"\nembedded = true\n',
  'package.json': {name: 'desk', scripts: {build: 'vite build', start: 'node build/server.js'}},
};

test('an embedded app gets its server, a build before all tests, and a test in the admin', async () => {
  const {texts, again} = await planned(DESK, {
    seenOf: seenAs(shows({kind: 'role', role: 'heading', name: 'Products'})),
    backends: {},
  });

  expect(texts['playwright.config.js']).toContain("globalSetup: './tests/build-app.js',");
  expect(texts['playwright.config.js']).toContain("'https://desk.example.com': {command: 'npm run start'},");
  expect(texts['tests/build-app.js']).toContain("execSync('npm run build', ");
  expect(texts['tests/desk.spec.js']).toBe(`import {test, expect} from 'simhost/playwright';

test("Desk shows 'Products'", async ({admin}) => {
  const app = await admin.open();
  await expect(app.getByRole('heading', {name: 'Products', exact: true})).toBeVisible();
});
`);
  expect(texts['package.json']).toContain('"dev:simhost": "simhost dev"');
  expect(again).toEqual([]);
});

test('an embedded app without steady content is looked at as a whole; one that fails gets no server', async () => {
  const seen: Seen = {kind: 'seen', look: LOOK};
  const {texts} = await planned(DESK, {seenOf: seenAs(seen), backends: {}});
  expect(texts['tests/desk.spec.js']).toContain("await expect(app.locator('body')).toContainText(/\\S/);");

  const failed = await planned(DESK, {seenOf: seenAs({kind: 'failed', reason: 'boom'}), backends: {}});
  expect(Object.keys(failed.texts)).not.toContain('tests/build-app.js');
  expect(failed.texts['playwright.config.js']).not.toContain('desk.example.com');
});
