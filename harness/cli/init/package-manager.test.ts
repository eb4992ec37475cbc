import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {findPackageManager} from './package-manager.ts';
import {inProject} from './written-project.fixture.ts';

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
  ['Yarn 1', {'yarn.lock': ''}, '', {name: 'yarn', installLocked: 'yarn install --frozen-lockfile'}],
  [
    'newer Yarn',
    {'yarn.lock': '', '.yarnrc.yml': ''},
    '',
    {name: 'yarn', installLocked: 'yarn install --immutable'},
  ],
  ['Bun', {'bun.lock': ''}, '', {name: 'bun', execute: 'bunx'}],
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
