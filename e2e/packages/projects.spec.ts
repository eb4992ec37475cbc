import {cp, readFile, readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect} from '@playwright/test';
import {findChromium} from '../../harness/node/chromium.ts';
import {freePort} from '../../harness/node/server/free-port.ts';
import {run} from './commands.ts';
import {test} from './packed.fixture.ts';

/** A complete small project: its folder, and the scripts of its package.json that must end well, in order. */
interface Project {
  readonly folder: string;
  readonly scripts: readonly string[];
  /** The folder with the production build, in which nothing of simhost may be. */
  readonly built?: string;
}

const PROJECTS: readonly Project[] = [
  {folder: 'fixtures/examples/extension', scripts: ['test']},
  {folder: 'fixtures/examples/extension-hono', scripts: ['test']},
  {folder: 'fixtures/examples/extension-react-router', scripts: ['test']},
  {folder: 'fixtures/examples/mini', scripts: ['test']},
  {folder: 'fixtures/examples/storefront', scripts: ['test']},
  {folder: 'fixtures/storybook', scripts: ['types', 'build', 'test'], built: 'storybook-static'},
];

for (const {folder, scripts, built} of PROJECTS) {
  test(`${folder} passes its own ${scripts.join(', ')} with the packed package`, async ({
    tarball,
  }, testInfo) => {
    test.setTimeout(1_800_000); // packages come over the network, and machines are slow at times
    const cwd = testInfo.outputPath('project');
    await copyProject(folder, cwd, tarball);
    await npm(cwd, 'install');

    for (const script of scripts) {
      await test.step(script, async () => npm(cwd, `run ${script}`));
    }

    if (built !== undefined) expect(await scriptsIn(join(cwd, built))).not.toMatch(/simhost/i);
  });
}

/** Copies a project, and gives it this package in place of a published one. */
async function copyProject(from: string, to: string, tarball: string): Promise<void> {
  await cp(from, to, {recursive: true, filter: (path) => !path.includes('node_modules')});

  for (const name of ['package.json', 'package-lock.json']) {
    const text = await readFile(join(to, name), 'utf8');
    await writeFile(join(to, name), text.replaceAll(/"simhost": "\^[^"]+"/g, `"simhost": "file:${tarball}"`));
  }
}

async function npm(cwd: string, line: string): Promise<void> {
  const browser = findChromium()?.path;
  const env = {
    CI: '1',
    PORT: String(await freePort()),
    ...(browser === undefined ? {} : {SIMHOST_BROWSER: browser}),
  };
  await run(`npm ${line}`, cwd, env);
}

/** Joins the texts of all pages and scripts of a folder. */
async function scriptsIn(folder: string): Promise<string> {
  const names = (await readdir(folder, {recursive: true})).filter((name) => /\.(html|js|css)$/.test(name));
  expect(names.length).toBeGreaterThan(1);
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
}
