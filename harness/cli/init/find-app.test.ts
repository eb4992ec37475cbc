import {expect, test} from '@playwright/test';
import {findApp} from './find-app.ts';
import {findBackends} from './find-backends.ts';
import {foldersIn, readPackage} from './project-files.ts';
import {inProject} from './written-project.fixture.ts';

const FILE = 'name = "Desk"\napplication_url = "https://desk.example.com/app"\nembedded = true\n';
const WEB = '[commands]\npredev = "npx prisma generate"\ndev = "npm exec react-router dev"\n';
const SERVED = {start: 'react-router-serve ./build/server/index.js', dev: 'shopify app dev'};
const AT = {kind: 'app', folder: '.', name: 'Desk', origin: 'https://desk.example.com'};

type Files = Readonly<Record<string, string | object>>;

const found = (files: Files): ReturnType<typeof findApp> =>
  inProject(files, async (root) => {
    const manager = {run: 'npm run'};
    const backends = await findBackends(root, await foldersIn(root), manager);
    return findApp(root, {packages: await readPackage(root), manager, backends});
  });

const APPS: readonly {readonly what: string; readonly files: Files; readonly expected: object | null}[] = [
  {
    what: 'a build that is served, before the dev command',
    files: {
      'shopify.app.toml': FILE,
      'shopify.web.toml': WEB,
      'package.json': {scripts: {...SERVED, build: 'react-router build'}},
    },
    expected: {...AT, command: 'npm run start', cwd: '.', build: 'npm run build'},
  },
  {
    what: 'the client of a database before the build',
    files: {
      'shopify.app.toml': FILE,
      'package.json': {
        scripts: {...SERVED, build: 'react-router build', setup: 'prisma generate && prisma migrate deploy'},
      },
    },
    expected: {...AT, command: 'npm run start', cwd: '.', build: 'npm run setup && npm run build'},
  },
  {
    what: 'the dev command of a web file in a folder below',
    files: {
      'shopify.app.toml': FILE,
      'web/shopify.web.toml': '[commands]\ndev = "php artisan serve"\n',
      'package.json': {scripts: {build: 'shopify app build', dev: 'shopify app dev'}},
    },
    expected: {...AT, command: 'php artisan serve', cwd: 'web', build: null},
  },
  {
    what: 'a server that needs no build',
    files: {'shopify.app.toml': FILE, 'package.json': {scripts: {start: 'node server.js'}}},
    expected: {...AT, command: 'npm run start', cwd: '.', build: null},
  },
  {
    what: "its own origin instead of Shopify's default page",
    files: {
      'shopify.app.toml': FILE.replace(
        'https://desk.example.com/app',
        'https://shopify.dev/apps/default-app-home',
      ),
      'package.json': {scripts: {start: 'node server.js'}},
    },
    expected: {...AT, origin: 'https://app.example.com', command: 'npm run start', cwd: '.', build: null},
  },
  {
    what: 'nothing in an app without a server',
    files: {'shopify.app.toml': FILE, 'package.json': {scripts: {dev: 'shopify app dev'}}},
    expected: null,
  },
  {
    what: 'nothing in an app that is not embedded',
    files: {
      'shopify.app.toml': FILE.replace('true', 'false'),
      'package.json': {scripts: {start: 'node server.js'}},
    },
    expected: null,
  },
];

for (const {what, files, expected} of APPS)
  test(`finds ${what}`, async () => {
    expect(await found(files)).toEqual(expected);
  });
