import {execFile} from 'node:child_process';
import {cp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {expect, test as base} from '@playwright/test';
import {findChromium} from '../../harness/node/chromium.ts';
import {freePort} from '../../harness/node/server/free-port.ts';

const run = promisify(execFile);

/** A complete small project: its folder, and the scripts of its package.json that must end well, in order. */
interface Project {
  readonly folder: string;
  readonly scripts: readonly string[];
  /** The folder with the production build, in which nothing of simhost may be. */
  readonly built?: string;
}

const PROJECTS: readonly Project[] = [
  {folder: 'fixtures/storybook', scripts: ['types', 'build', 'test'], built: 'storybook-static'},
];

const test = base.extend<object, {tarball: string}>({
  /** The package as npm would publish it. */
  tarball: [
    async ({}, use, {project, workerIndex}) => {
      const folder = join(project.outputDir, `packed-${workerIndex}`);
      await rm(folder, {recursive: true, force: true});
      await mkdir(folder, {recursive: true});
      await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder]);
      const [name = ''] = await readdir(folder);
      await use(join(folder, name));
    },
    {scope: 'worker', timeout: 120_000},
  ],
});

for (const {folder, scripts, built} of PROJECTS) {
  test(`${folder} passes its own ${scripts.join(', ')} with the packed package`, async ({
    tarball,
  }, testInfo) => {
    test.setTimeout(600_000); // packages come over the network
    const cwd = testInfo.outputPath('project');
    await copyProject(folder, cwd, tarball);
    await npm(cwd, ['install', '--no-audit', '--no-fund', '--prefer-offline']);

    for (const script of scripts) {
      await test.step(script, async () => npm(cwd, ['run', script]));
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

async function npm(cwd: string, args: readonly string[]): Promise<void> {
  const env = {
    ...process.env,
    CI: '1',
    PORT: String(await freePort()),
    SIMHOST_BROWSER: findChromium()?.path,
  };
  await run('npm', args, {cwd, env, maxBuffer: 16_000_000}).catch(
    (error: {stdout: string; stderr: string}) => {
      throw new Error(`npm ${args.join(' ')}\n${error.stdout}\n${error.stderr}`);
    },
  );
}

/** Joins the texts of all pages and scripts of a folder. */
async function scriptsIn(folder: string): Promise<string> {
  const names = (await readdir(folder, {recursive: true})).filter((name) => /\.(html|js|css)$/.test(name));
  expect(names.length).toBeGreaterThan(1);
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
}
