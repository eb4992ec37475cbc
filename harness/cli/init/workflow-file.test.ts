import {readFile} from 'node:fs/promises';
import {expect, test} from '@playwright/test';
import {codeBlocks} from '../../../e2e/code-blocks.ts';
import {workflowFile} from './workflow-file.ts';

const COMMANDS = {install: 'npm install', installLocked: 'npm ci', execute: 'npx', run: 'npm run'};

test('docs/recipes.md shows the workflow of a project with npm', async () => {
  const [shown] = codeBlocks(await readFile('docs/recipes.md', 'utf8'), 'yaml');
  expect(shown).toBe(
    workflowFile({manager: {name: 'npm', ...COMMANDS, pinnedIn: null}, folder: '.', config: null}),
  );
});

for (const [pinnedIn, step] of [
  [null, '- uses: pnpm/action-setup@v4\n        with:\n          version: 10\n      - '],
  ['.', '- uses: pnpm/action-setup@v4\n      - '],
  [
    'apps/shop',
    '- uses: pnpm/action-setup@v4\n        with:\n          package_json_file: apps/shop/package.json\n      - ',
  ],
] as const) {
  test(`sets up pnpm, pinned in ${String(pinnedIn)}`, () => {
    const manager = {name: 'pnpm', ...COMMANDS, pinnedIn} as const;
    expect(workflowFile({manager, folder: 'apps/shop', config: null})).toContain(step);
  });
}

for (const [name, pinnedIn, installLocked, steps] of [
  ['yarn', '.', 'yarn install --immutable', ['corepack enable', 'yarn install --immutable']],
  ['yarn', null, 'yarn install --frozen-lockfile', ['yarn install --frozen-lockfile']],
  ['bun', null, 'bun install --frozen-lockfile', ['bun install --frozen-lockfile']],
] as const) {
  test(`sets up ${name}, pinned in ${String(pinnedIn)}`, () => {
    const manager = {name, ...COMMANDS, installLocked, pinnedIn};
    const text = workflowFile({manager, folder: '.', config: null});
    const run = steps.map((step) => `      - run: ${step}\n`).join('');

    expect(text).toContain(
      `- uses: actions/setup-node@v4\n        with:\n          node-version: 22\n${run}`,
    );
    expect(text.includes('- uses: oven-sh/setup-bun@v2\n')).toBe(name === 'bun');
    expect(text).not.toContain('npm ci');
  });
}
