import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {findPackageManager} from './package-manager.ts';
import {inProject} from './written-project.fixture.ts';

const YARN_1 = {
  name: 'yarn',
  install: 'yarn install',
  installLocked: 'yarn install --frozen-lockfile',
  execute: 'yarn',
  run: 'yarn run',
} as const;

const YARN = {
  ...YARN_1,
  install: 'yarn install --no-immutable',
  installLocked: 'yarn install --immutable',
} as const;

const BUN = {
  name: 'bun',
  install: 'bun install',
  installLocked: 'bun install --frozen-lockfile',
  execute: 'bunx',
  run: 'bun run',
} as const;

for (const [what, files, userAgent, expected] of [
  [
    'npm by its lock file',
    {'package-lock.json': '{}'},
    'yarn/1.22.22',
    {name: 'npm', installLocked: 'npm ci'},
  ],
  ['pnpm by its workspaces', {'pnpm-workspace.yaml': ''}, '', {name: 'pnpm', pinnedIn: null}],
  [
    'the pinned one before a lock file',
    {'package.json': {packageManager: 'pnpm@10.4.1'}, 'package-lock.json': '{}'},
    '',
    {name: 'pnpm', pinnedIn: '.'},
  ],
  [
    'the one pinned in a folder below the repository',
    {'apps/package.json': {packageManager: 'pnpm@10.4.1'}},
    '',
    {name: 'pnpm', pinnedIn: 'apps'},
  ],
  ['Yarn 1 by a new lock file', {'yarn.lock': ''}, '', YARN_1],
  ['Yarn 1 by its lock file', {'yarn.lock': '# yarn lockfile v1\n', '.yarnrc.yml': ''}, '', YARN_1],
  ['Yarn 1 by packageManager', {'package.json': {packageManager: 'yarn@1.22.22'}}, '', YARN_1],
  ['Yarn 1 that runs init', {}, 'yarn/1.22.22 npm/? node/v22', YARN_1],
  ['newer Yarn by its configuration', {'yarn.lock': '', '.yarnrc.yml': ''}, '', YARN],
  ['newer Yarn by its lock file', {'yarn.lock': '__metadata:\n  version: 8\n'}, '', YARN],
  ['newer Yarn by packageManager', {'package.json': {packageManager: 'yarn@4.18.1'}}, '', YARN],
  ['newer Yarn that runs init', {}, 'yarn/4.18.1 npm/? node/v22', YARN],
  ['Bun', {'bun.lock': ''}, '', BUN],
  ['Bun by its former lock file', {'bun.lockb': ''}, '', BUN],
  ['Bun that runs init', {}, 'bun/1.4.5 npm/? node/v22', BUN],
  ['the one that runs init, without a lock file', {}, 'pnpm/10.4.1 npm/? node/v22', {name: 'pnpm'}],
  ['npm without any sign', {}, '', {name: 'npm', install: 'npm install'}],
] as const) {
  test(`finds ${what}, from a package in the workspaces`, async () => {
    const manager = await inProject({...files, 'apps/shop/package.json': {}}, (root) =>
      findPackageManager(join(root, 'apps/shop'), root, userAgent),
    );
    expect(manager).toMatchObject(expected);
  });
}
