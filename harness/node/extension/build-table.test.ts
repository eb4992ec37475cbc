import {existsSync} from 'node:fs';
import {mkdtemp, readFile, realpath, rm} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {runInNewContext} from 'node:vm';
import {expect, test as base} from '@playwright/test';
import type {BuildOptions, BuildResult, Plugin} from 'esbuild';
import {SimhostError} from '../../errors.ts';
import {writeFiles} from './extension.fixture.ts';
import {loadExtension, type LoadedExtension} from './load.ts';
import {readExtensionFile} from './toml.ts';

interface Row {
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  /** A part of what Shopify's CLI prints when it refuses the sources. */
  readonly says?: string;
  /** A part of what simhost says then. */
  readonly message?: string;
  /** The result of the default export. `throws` is a part of its error, and `holds` a part of the script. */
  readonly gives?: unknown;
  readonly throws?: string;
  readonly holds?: string;
  /** The code of the one notice. */
  readonly notice?: string;
}

const fixtures = join(import.meta.dirname, '../../../fixtures');
const {common, rows} = JSON.parse(await readFile(join(fixtures, 'shopify-cli/table.json'), 'utf8')) as {
  common: Readonly<Record<string, string>>;
  rows: readonly Row[];
};
const facts = JSON.parse(await readFile(join(fixtures, 'shopify-cli/facts.json'), 'utf8')) as {
  options: Record<string, unknown>;
};
const esbuild = createRequire(join(fixtures, 'sdks/esbuild/package.json'))('esbuild') as {
  build(options: BuildOptions): Promise<BuildResult<{write: false}>>;
};

/** The sources lie outside of this project, whose tsconfig.json and packages they would find. */
const test = base.extend<{folder: (row: Row) => Promise<string>}>({
  folder: async ({}, use) => {
    const outer = await mkdtemp(join(await realpath(tmpdir()), 'simhost-table-'));
    const dir = join(outer, 'extensions/loyalty');

    await use(async ({files}) => {
      await writeFiles(dir, {...common, ...files});
      return dir;
    });

    await rm(outer, {recursive: true});
  },
});

for (const row of rows) {
  test(`Shopify's CLI ${row.says === undefined ? 'builds' : 'refuses'} ${row.what}, and so does simhost`, async ({
    folder,
  }) => {
    const dir = await folder(row);
    const loaded = await load(dir).catch((error: unknown) => error as SimhostError);

    if (row.says !== undefined) {
      expect(loaded).toBeInstanceOf(SimhostError);
      expect((loaded as SimhostError).message).toContain(row.message);
      if (isBareCase(row)) await expect(bareBuild(dir)).rejects.toThrow(row.says);
    } else {
      expect(loaded).not.toBeInstanceOf(Error);
      const {bundle, notices} = loaded as LoadedExtension;
      expect(notices.map(({code}) => code)).toEqual(row.notice === undefined ? [] : [row.notice]);
      await expectRun(bundle.code, row);
      if (isBareCase(row)) expect(bundle.code).toBe(await bareBuild(dir));
    }
  });
}

/** Whether esbuild alone decides: the row has the usual configuration. */
function isBareCase({files}: Row): boolean {
  return !('shopify.extension.toml' in files);
}

async function load(dir: string): Promise<LoadedExtension> {
  const [extension] = (await readExtensionFile(dir)).extensions;
  return loadExtension(dir, extension?.targeting[0]?.target);
}

async function bareBuild(dir: string): Promise<string> {
  const known = Object.fromEntries(
    Object.entries(facts.options).filter(([, value]) => value !== '(computed)'),
  );

  const {outputFiles} = await esbuild.build({
    ...known,
    absWorkingDir: dir,
    outfile: join(dir, 'dist/loyalty.js'),
    stdin: {
      contents: `import Target_0 from './src/Block.jsx';shopify.extend('${TARGET}', (...args) => Target_0(...args));`,
      resolveDir: dir,
      loader: 'tsx',
    },
    define: {'process.env.NODE_ENV': '"production"'},
    minify: true,
    plugins: [ONE_REACT],
    write: false,
    logLevel: 'silent',
  });

  return outputFiles.find(({path}) => path.endsWith('.js'))?.text ?? '';
}

/** The plugin of the CLI that leaves one copy of React. */
const ONE_REACT: Plugin = {
  name: 'deduplicate-react',
  setup({initialOptions: {absWorkingDir = ''}, onResolve}) {
    const path = join(absWorkingDir, 'node_modules/react/index.js');
    if (existsSync(path)) onResolve({filter: /^react$/}, () => ({path}));
  },
};

const TARGET = 'customer-account.order-status.block.render';

async function expectRun(code: string, {gives, throws, holds}: Row): Promise<void> {
  if (holds !== undefined) return expect(code).toContain(holds);
  const targets: (() => unknown)[] = [];
  runInNewContext(code, {shopify: {extend: (_: string, run: () => unknown) => targets.push(run)}});
  const run = async (): Promise<unknown> => targets[0]?.();
  if (throws !== undefined)
    return expect(run()).rejects.toMatchObject({message: expect.stringContaining(throws)});
  // A value of another realm has other prototypes.
  expect(JSON.parse(JSON.stringify(await run()))).toEqual(gives);
}
