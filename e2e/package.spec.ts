import {execFile} from 'node:child_process';
import {cp, mkdir, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {promisify} from 'node:util';
import {expect} from '@playwright/test';
import {test as base} from './cli.fixture.ts';
import {codeBlocks} from './code-blocks.ts';
import {deadLinks} from './dead-links.ts';

const run = promisify(execFile);

// The tests that look into the package share one worker, and so one package.
base.describe.configure({mode: 'default'});

const test = base.extend<object, {tarball: string; unpacked: string}>({
  /** The package as npm would publish it. */
  tarball: [
    async ({}, use, {project, workerIndex}) =>
      use(await pack(join(project.outputDir, `packed-${workerIndex}`))),
    {scope: 'worker', timeout: 120_000},
  ],
  /** The folder with the content of the package. */
  unpacked: [
    async ({tarball}, use) => {
      await run('tar', ['-xzf', tarball, '-C', dirname(tarball)]);
      await use(join(dirname(tarball), 'package'));
    },
    {scope: 'worker'},
  ],
});

test('the packed package, installed beside an app of Shopify CLI, runs the test of the README', async ({
  tarball,
}, testInfo) => {
  test.setTimeout(300_000);
  const project = testInfo.outputPath('app');
  await writeApp(project);
  const {SHOPIFY_API_KEY: _key, SHOPIFY_API_SECRET: _secret, ...env} = process.env;
  const npm = (...args: string[]): Promise<unknown> =>
    run('npm', [...args, '--no-audit', '--no-fund', '--prefer-offline'], {cwd: project, env});

  await npm(
    'install',
    '--save-dev',
    tarball,
    `@playwright/test@${await versionOf('@playwright/test')}`,
    `msw@${await versionOf('msw')}`,
  );

  const {stdout} = await run('npx', ['playwright', 'test', '--reporter', 'line'], {cwd: project, env}).catch(
    (error: {stdout: string; stderr: string}) => {
      throw new Error(`${error.stdout}\n${error.stderr}`);
    },
  );

  expect(stdout).toContain('1 passed');

  const token = await run('npx', ['simhost', 'token', 'checkout'], {cwd: project, env});
  expect(token.stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);

  const entries = await importable(project);
  const imports = entries.map((entry) => `import('${entry}')`).join(', ');
  const code = `for (const module of await Promise.all([${imports}])) process.stdout.write(Object.keys(module).length > 0 ? 'x' : '-')`;
  const imported = await run('node', ['--input-type=module', '-e', code], {cwd: project, env});
  expect(entries).toContain('simhost/vite');
  expect(imported.stdout).toBe('x'.repeat(entries.length));
});

/** The entries of the installed package. `simhost/register` has no exports: it acts on the process that loads it. */
async function importable(project: string): Promise<string[]> {
  const text = await readFile(join(project, 'node_modules/simhost/package.json'), 'utf8');
  const {exports} = JSON.parse(text) as {exports: object};
  return Object.keys(exports)
    .filter((name) => name !== './register' && !name.endsWith('.json'))
    .map((name) => `simhost${name.slice(1)}`);
}

test('the package contains what runs and its docs, but no sources, tests or install scripts', async ({
  unpacked,
}) => {
  const files = await readdir(unpacked, {recursive: true});

  expect(files).toEqual(
    expect.arrayContaining(['dist/cli/simhost.js', 'dist/served/sandbox.js', 'LICENSE', 'CHANGELOG.md']),
  );

  expect(
    files.filter((file) => /\.test\.|\.fixture\.|(?<!\.d)\.ts$|\/fixtures\/|\/e2e\/|\.map$/.test(file)),
  ).toEqual([]);

  // The site of the docs is a separate package.
  const docs = files.filter((file) => /^docs\b.*\.\w+$/.test(file));
  expect(docs.filter((file) => file.includes('node_modules') || !/\.(?:md|png)$/.test(file))).toEqual([]);

  // Each worker of a test run loads all scripts of an entry, and each one takes time.
  const scripts = files.filter((file) => file.endsWith('.js') && !file.startsWith(join('dist', 'served')));
  expect(scripts.length).toBeLessThan(100);

  const {scripts: commands} = JSON.parse(await readFile(join(unpacked, 'package.json'), 'utf8')) as {
    scripts: object;
  };
  // npm runs these on the user's machine, where nothing can be built.
  expect(Object.keys(commands).filter((name) => /^(pre|post)?(install|prepare)$/.test(name))).toEqual([]);
});

test('every relative link of the README, the changelog and the docs leads to a place in the package', async ({
  unpacked,
}) => {
  const pages = (await readdir(unpacked, {recursive: true})).filter(
    (file) => file.endsWith('.md') && !file.startsWith('dist'),
  );

  expect(pages).toEqual(expect.arrayContaining(['README.md', 'CHANGELOG.md', 'docs/testing.md']));

  expect(await deadLinks(unpacked, pages)).toEqual([]);
});

/** OWNER is a placeholder: one commit replaces it in package.json and CHANGELOG.md once the project has a public address. */
test('the manifest names the repository, the homepage and the page for bugs', async () => {
  const manifest = JSON.parse(await readFile('package.json', 'utf8')) as Record<string, unknown>;
  const address = /^git\+(https:\/\/.+\/simhost)\.git$/.exec(
    (manifest['repository'] as {url: string}).url,
  )?.[1];

  expect(address).toBeDefined();
  expect(manifest).toMatchObject({homepage: `${address}#readme`, bugs: {url: `${address}/issues`}});
});

async function pack(folder: string): Promise<string> {
  await rm(folder, {recursive: true, force: true});
  await mkdir(folder, {recursive: true});
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder]);
  const [name] = await readdir(folder);
  if (name === undefined) throw new Error('npm packed nothing.');
  return join(folder, name);
}

/** Writes the result of `shopify app init` and `shopify app generate extension`, with the loyalty extension and backend. */
async function writeApp(folder: string): Promise<void> {
  await cp('fixtures/extensions/loyalty', join(folder, 'extensions/loyalty'), {recursive: true});
  await cp('fixtures/backends/loyalty/server.js', join(folder, 'server.js'));
  const [spec] = codeBlocks(await readFile('README.md', 'utf8'), 'ts');
  await writeFile(join(folder, 'loyalty.spec.ts'), spec ?? '');
  await writeFile(
    join(folder, 'shopify.app.toml'),
    'client_id = "key"\nname = "app"\napplication_url = "https://example.com"\nembedded = true\n',
  );

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
  const manifest = JSON.parse(await readFile(resolve('node_modules', name, 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
