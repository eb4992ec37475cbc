import {execFile} from 'node:child_process';
import {cp, mkdir, readFile, readdir, writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {promisify} from 'node:util';
import {expect, test} from '@playwright/test';
import {codeBlocks} from './code-blocks.ts';

const run = promisify(execFile);

test('the packed package, installed beside an app of Shopify CLI, runs the test of the README', async ({}, testInfo) => {
  test.setTimeout(300_000);
  const tarball = await pack(testInfo.outputPath('packed'));
  const project = testInfo.outputPath('app');
  await writeApp(project);
  const {SHOPIFY_API_KEY: _key, SHOPIFY_API_SECRET: _secret, ...env} = process.env;
  const npm = (...args: string[]): Promise<unknown> => run('npm', [...args, '--no-audit', '--no-fund', '--prefer-offline'], {cwd: project, env});
  await npm('install');
  await npm('install', '--save-dev', tarball, `@playwright/test@${await versionOf('@playwright/test')}`, `msw@${await versionOf('msw')}`);

  const {stdout} = await run('npx', ['playwright', 'test', '--reporter', 'line'], {cwd: project, env}).catch((error: {stdout: string; stderr: string}) => {
    throw new Error(`${error.stdout}\n${error.stderr}`);
  });
  expect(stdout).toContain('2 passed');

  const token = await run('npx', ['simhost', 'token', 'checkout'], {cwd: project, env});
  expect(token.stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
});

test('the package holds what runs, and neither sources nor tests', async ({}, testInfo) => {
  const tarball = await pack(testInfo.outputPath('packed'));
  const {stdout} = await run('tar', ['-tzf', tarball]);
  const files = stdout.trim().split('\n');
  expect(files).toContain('package/dist/cli/simhost.js');
  expect(files).toContain('package/dist/served/sandbox.js');
  expect(files).toContain('package/LICENSE');
  expect(files.filter((file) => /\.test\.|\.fixture\.|(?<!\.d)\.ts$|\/fixtures\/|\/e2e\/|\.map$/.test(file))).toEqual([]);
});

async function pack(folder: string): Promise<string> {
  await mkdir(folder, {recursive: true});
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder]);
  const [name] = await readdir(folder);
  if (name === undefined) throw new Error('npm packed nothing.');
  return join(folder, name);
}

/** What `shopify app init` and `shopify app generate extension` leave, with the loyalty extension and its backend. */
async function writeApp(folder: string): Promise<void> {
  await cp('fixtures/extensions/loyalty', join(folder, 'extensions/loyalty'), {recursive: true});
  await cp('fixtures/backends/loyalty/server.js', join(folder, 'server.js'));
  const [spec] = codeBlocks(await readFile('README.md', 'utf8'), 'ts');
  await writeFile(join(folder, 'loyalty.spec.ts'), spec ?? '');
  await writeFile(join(folder, 'shopify.app.toml'), 'client_id = "key"\nname = "app"\napplication_url = "https://example.com"\nembedded = true\n');
  const manifest = {
    name: 'app',
    private: true,
    type: 'module',
    workspaces: ['extensions/*'],
    dependencies: {'@shopify/shopify-api': await versionOf('@shopify/shopify-api')},
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
}

async function versionOf(name: string): Promise<string> {
  const manifest = JSON.parse(await readFile(resolve('node_modules', name, 'package.json'), 'utf8')) as {version: string};
  return manifest.version;
}
