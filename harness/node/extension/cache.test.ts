import {spawn} from 'node:child_process';
import {mkdir, readFile, readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {expect, test} from '@playwright/test';
import {build as buildScript} from 'esbuild';
import {buildExtension} from './build.ts';
import type {Bundle} from '../../core/platforms/shopify/extension/bundle.ts';
import {bundleOf} from './cache.ts';
import {
  BLOCK_TARGET,
  PAGE_TARGET,
  extensionFolder,
  targeting,
  toml,
  writeFiles,
} from './extension.fixture.ts';
import {mainScript} from './script.ts';
import {readExtensionFile} from './toml.ts';

test('an unchanged extension is built once', async () => {
  const {bundle, builds} = counting(await extensionFolder(test.info()));
  const [first, ...others] = [await bundle(), await bundle(), await bundle()];
  expect(builds()).toBe(1);
  for (const other of others) expect(other).toBe(first);
});

test('asking at the same time builds once', async () => {
  const {bundle, builds} = counting(await extensionFolder(test.info()));
  const bundles = await Promise.all([bundle(), bundle(), bundle(), bundle()]);
  expect(builds()).toBe(1);
  expect(new Set(bundles).size).toBe(1);
});

const EDITS: readonly {what: string; files: Readonly<Record<string, string>>}[] = [
  {what: 'a source', files: {'src/Block.jsx': 'export default () => 1;'}},
  {what: 'an imported source', files: {'src/label.js': 'export const label = "new";'}},
  {what: 'an imported package', files: {'node_modules/points/index.js': 'export const points = 2;'}},
  {
    what: 'a manifest of an imported package',
    files: {'node_modules/points/package.json': '{"version": "2.0.0"}'},
  },
  {
    what: 'a tsconfig.json',
    files: {'tsconfig.json': '{"compilerOptions": {"jsxImportSource": "preact"}, "include": []}'},
  },
  {
    what: 'the targets in the TOML',
    files: {'shopify.extension.toml': toml({targets: targeting(BLOCK_TARGET) + targeting(PAGE_TARGET)})},
  },
];

for (const {what, files} of EDITS) {
  test(`rebuilds after an edit of ${what}, and only then`, async () => {
    const dir = await extensionFolder(test.info(), {
      'src/Block.jsx':
        'import {label} from "./label.js"; import {points} from "points"; export default () => [label, points];',
      'src/label.js': 'export const label = "old";',
      'node_modules/points/index.js': 'export const points = 1;',
      'node_modules/points/package.json': '{"version": "1.0.0"}',
      'tsconfig.json': '{}',
    });

    const {bundle, builds} = counting(dir);

    await bundle();
    await bundle();
    expect(builds()).toBe(1);
    await writeFiles(dir, files);
    await bundle();
    await bundle();
    expect(builds()).toBe(2);
  });
}

test('rebuilds for a later tsconfig.json and for a nearer copy of a package', async () => {
  const outer = test.info().outputPath();
  await writeFiles(outer, {
    'node_modules/points/package.json': '{}',
    'node_modules/points/index.js': 'export const points = 1;',
  });

  const dir = await extensionFolder(test.info(), {
    'src/Block.jsx': 'import {points} from "points"; export default () => points;',
  });

  const {bundle, builds} = counting(dir);

  expect((await bundle()).code).toContain('=>1');
  await writeFiles(dir, {'tsconfig.json': '{}'});
  await bundle();
  expect(builds()).toBe(2);
  await writeFiles(dir, {
    'node_modules/points/package.json': '{}',
    'node_modules/points/index.js': 'export const points = 2;',
  });

  expect((await bundle()).code).toContain('=>2');
  expect(builds()).toBe(3);
});

test('an edit of what the script does not depend on builds nothing', async () => {
  const dir = await extensionFolder(test.info());
  const {bundle, builds} = counting(dir);

  await bundle();
  await writeFiles(dir, {
    'locales/fr.json': '{}',
    'src/unused.js': 'export {};',
    'shopify.extension.toml': toml({rest: '[extensions.capabilities]\nnetwork_access = true\n'}),
  });

  await bundle();
  expect(builds()).toBe(1);
});

test('rebuilds only for a variable that the script reads', async () => {
  const dir = await extensionFolder(test.info(), {
    'src/Block.jsx': 'export default () => process.env.POINTS_URL;',
    '../shopify.app.toml': '',
    '../.env': 'POINTS_URL=one',
  });

  const {bundle, builds} = counting(dir);

  expect((await bundle()).code).toContain('"one"');
  await bundle();
  expect(builds()).toBe(1);
  await writeFiles(dir, {'../.env': 'POINTS_URL=two'});
  expect((await bundle()).code).toContain('"two"');
  await bundle();
  expect(builds()).toBe(2);
  process.env['POINTS_URL'] = 'three';

  try {
    expect((await bundle()).code).toContain('"three"');
    expect(builds()).toBe(3);
  } finally {
    delete process.env['POINTS_URL'];
  }

  await writeFiles(dir, {'src/Block.jsx': 'export default () => 1;'});
  await bundle();
  await writeFiles(dir, {'../.env': 'POINTS_URL=four'});
  await bundle();
  expect(builds()).toBe(4);
});

test('a failed build is not kept', async () => {
  const dir = await extensionFolder(test.info(), {'src/Block.jsx': 'export default ('});
  const {bundle, builds} = counting(dir);
  await expect(bundle()).rejects.toMatchObject({code: 'ERR_EXTENSION_BUILD'});
  await writeFiles(dir, {'src/Block.jsx': 'export default () => 1;'});
  await bundle();
  expect(builds()).toBe(2);
});

test('processes that start together build once, and the next one neither builds nor loads esbuild', async () => {
  const dir = await extensionFolder(test.info());
  const scripts = await writeScripts();
  const together = await Promise.all(Array.from({length: 4}, () => inProcess(scripts, dir)));

  expect(together.reduce((sum, {builds}) => sum + builds, 0)).toBe(1);
  expect(new Set(together.map(({hash}) => hash)).size).toBe(1);
  expect(await inProcess(scripts, dir, 'without esbuild')).toMatchObject({
    builds: 0,
    hash: together[0]?.hash,
  });
  expect(
    (await readdir(join(dir, 'node_modules/.cache/simhost'))).filter((name) => !name.endsWith('.json')),
  ).toEqual([]);
});

test('a build leaves the environment of its process as it was', async () => {
  expect(await inProcess(await writeScripts(), await extensionFolder(test.info()))).toMatchObject({
    builds: 1,
    nodeEnv: null,
  });
});

test('without esbuild, an extension that is not cached cannot be built', async () => {
  const dir = await extensionFolder(test.info());
  await expect(inProcess(await writeScripts(), dir, 'without esbuild')).rejects.toThrow('esbuild was loaded');
});

test('rebuilds a damaged entry', async () => {
  const dir = await extensionFolder(test.info());
  const scripts = await writeScripts();
  await inProcess(scripts, dir);
  const cache = join(dir, 'node_modules/.cache/simhost');
  const [name = ''] = await readdir(cache);

  for (const damage of ['', '{', '{}', '{"config": 1, "bundle": {}}']) {
    await writeFile(join(cache, name), damage);
    expect((await inProcess(scripts, dir)).builds).toBe(1);
  }

  expect(JSON.parse(await readFile(join(cache, name), 'utf8'))).toHaveProperty('bundle.name', 'loyalty');
});

function counting(dir: string): {bundle: () => Promise<Bundle>; builds: () => number} {
  let builds = 0;
  const bundle = async (): Promise<Bundle> => {
    const file = await readExtensionFile(dir);
    const [extension] = file.extensions;
    if (extension === undefined) throw new Error('no extension');

    return bundleOf(file, mainScript(extension), {
      build: (...given) => {
        builds++;
        return buildExtension(...given);
      },
    });
  };

  return {bundle, builds: () => builds};
}

/** Writes the scripts that processes without TypeScript run. */
async function writeScripts(): Promise<string> {
  const folder = test.info().outputPath('scripts');
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, 'package.json'), '{"type": "module"}');
  await buildScript({
    stdin: {contents: RUN, resolveDir: import.meta.dirname},
    outfile: join(folder, 'run.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  await writeFile(join(folder, 'without-esbuild.js'), WITHOUT_ESBUILD);

  return folder;
}

const RUN = `
import {bundleOf} from './cache.ts';
import {mainScript} from './script.ts';
import {readExtensionFile} from './toml.ts';
let builds = 0;
const file = await readExtensionFile(process.argv[2]);
const build = async (...given) => (builds++, (await import('./build.ts')).buildExtension(...given));
const {hash} = await bundleOf(file, mainScript(file.extensions[0]), {build});
console.log(JSON.stringify({builds, hash, nodeEnv: process.env.NODE_ENV ?? null}));
`;

const WITHOUT_ESBUILD = `
import {register} from 'node:module';
const hook = 'export const resolve = (name, context, next) => { if (name === "esbuild") throw new Error("esbuild was loaded"); return next(name, context); };';
register('data:text/javascript,' + encodeURIComponent(hook));
`;

interface Ran {
  readonly builds: number;
  readonly hash: string;
  readonly nodeEnv: string | null;
}

async function inProcess(scripts: string, dir: string, mode?: 'without esbuild'): Promise<Ran> {
  const flags = mode === undefined ? [] : ['--import', join(scripts, 'without-esbuild.js')];
  const {NODE_ENV: _, NODE_OPTIONS: __, ...env} = process.env;
  const child = spawn(process.execPath, [...flags, join(scripts, 'run.js'), dir], {env});
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (output === '') throw new Error(errors);
  return JSON.parse(output) as Ran;
}
