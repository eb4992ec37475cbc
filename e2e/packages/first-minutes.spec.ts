import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect} from '@playwright/test';
import {run} from './commands.ts';
import {CLI_APP} from './layouts/cli-app.ts';
import {COMMONJS_APP} from './layouts/commonjs-app.ts';
import {EMBEDDED_APP} from './layouts/embedded-app.ts';
import type {Layout} from './layouts/layout.ts';
import {MINI} from './layouts/mini.ts';
import {PNPM_APP} from './layouts/pnpm-app.ts';
import {REACT_APP} from './layouts/react-app.ts';
import {STOREFRONT} from './layouts/storefront.ts';
import {VITE_PAGE} from './layouts/vite-page.ts';
import {test} from './packed.fixture.ts';
import type {Packed} from './packed.fixture.ts';
import {readFiles, writeFiles} from './project-files.ts';
import {checkTypes} from './type-check.ts';

const COMMANDS = {
  npm: {add: 'npm install --save-dev', execute: 'npx'},
  // pnpm adds to the root of workspaces only if it is asked to.
  pnpm: {add: 'pnpm add --save-dev --workspace-root', execute: 'pnpm exec'},
} as const;

for (const layout of [
  CLI_APP,
  PNPM_APP,
  REACT_APP,
  COMMONJS_APP,
  MINI,
  STOREFRONT,
  VITE_PAGE,
  EMBEDDED_APP,
]) {
  test(`simhost init makes ${layout.name} green`, async ({tarball, pathWithPnpm}) => {
    test.setTimeout(1_800_000); // packages come over the network, and machines are slow at times
    // Outside this repository, whose packages and Git the project would find otherwise.
    const folder = await mkdtemp(join(tmpdir(), 'simhost-first-minutes-'));
    const project = join(folder, nameOf(layout));
    await mkdir(project);
    await run('git init --quiet', project);
    await writeFiles(project, layout.files);

    await spendFirstMinutes(project, layout, {tarball, pathWithPnpm});
    if (layout.typeCheck === undefined) await checkTypes(project);
    if (layout.typeCheck === 'own') await run('npx tsc --noEmit', project);
    // After a failure the project stays, for a look at it.
    await rm(folder, {recursive: true});
  });
}

/** Does what a newcomer does: installs simhost, runs `init`, runs it again by mistake, and runs the tests. */
async function spendFirstMinutes(
  project: string,
  {name, manager, count, tests}: Layout,
  {tarball, pathWithPnpm}: Packed,
): Promise<void> {
  const {add, execute} = COMMANDS[manager];
  const command = (line: string): Promise<{output: string; seconds: number}> =>
    test.step(line, async () => {
      const start = performance.now();
      const output = await run(line, project, {PATH: pathWithPnpm});
      return {output, seconds: (performance.now() - start) / 1000};
    });

  await command(`${add} "${tarball}"`);
  const first = await command(`${execute} simhost init --yes`);
  const written = await readFiles(project);
  expectTests(written, tests);

  const second = await command(`${execute} simhost init --yes`);
  expect(second.output).toContain('Nothing was changed');
  expect(await readFiles(project)).toEqual(written);

  const tested = await command(`${execute} playwright test`);
  expect(tested.output).toMatch(new RegExp(String.raw`^\s+${count} passed`, 'm'));
  expect(tested.output).not.toMatch(/^\s+\d+ (?:failed|flaky|skipped)/m);
  console.log(`${name}: ${Math.round(first.seconds + tested.seconds)} s from init to green`);
}

/** Expects a test file of each part, with what the part really shows and requests. */
function expectTests(written: Readonly<Record<string, string>>, tests: Layout['tests']): void {
  for (const [path, parts] of Object.entries(tests)) {
    const [, text] = Object.entries(written).find(([file]) => file.startsWith(`${path}.`)) ?? [];
    expect(text, `${path} is one of ${Object.keys(written).join(', ')}`).toBeDefined();
    for (const part of parts) expect(text, path).toContain(part);
  }
}

function nameOf({files}: Layout): string {
  return (files['package.json'] as {readonly name: string}).name;
}
