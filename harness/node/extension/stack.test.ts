import {runInNewContext} from 'node:vm';
import {expect, test} from '@playwright/test';
import {buildExtension} from './build.ts';
import type {Bundle} from '../../core/platforms/shopify/extension/bundle.ts';
import {BLOCK_TARGET, extensionFolder, writeFiles} from './extension.fixture.ts';
import {mainScript} from './script.ts';
import {firstSourceLine, mapStack} from '../../core/platforms/shopify/extension/source-position.ts';
import {readExtensionFile} from './toml.ts';

const URL = 'https://extensions.shopifycdn.com/extensions/1/assets/loyalty.js?v=(1)';

const FILES = {
  'src/Block.jsx': `import {options} from 'preact';
import {total} from './points.js';

// the frames of this file are below those of the other
export default function Block() {
  const points = {};
  return total(points, options);
}
`,
  'src/points.js': `export function total(points) {
  return points.map(point => point.value);
}
`,
};

test('frames in the script become positions in the sources, other lines stay', async () => {
  const {bundle, stack} = await thrownIn(FILES);
  expect(stack).toContain(`(${URL}:`);
  const mapped = mapStack(`${stack}\n    at https://other.example/a.js:1:2`, bundle, URL).split('\n');
  // Names are those of the minified script, as on Shopify.
  expect(mapped[0]).toMatch(/^TypeError: \w+\.map is not a function$/);
  expect(mapped[1]).toMatch(/^ {4}at \w+ \(src\/points\.js:2:17\)$/);
  expect(mapped[2]).toMatch(/^ {4}at \w+ \(src\/Block\.jsx:7:10\)$/);
  expect(mapped.at(-1)).toBe('    at https://other.example/a.js:1:2');
});

test('a bare position is mapped too, and one without a source stays', async () => {
  const {bundle, stack} = await thrownIn(FILES);
  const [, line, column] = /:(\d+):(\d+)\)/.exec(stack) ?? [];
  expect(mapStack(`${URL}:${line}:${column}`, bundle, URL)).toBe('src/points.js:2:17');
  expect(mapStack(`at ${URL}:99999:1`, bundle, URL)).toBe(`at ${URL}:99999:1`);
  expect(mapStack('at a.js:1:1', bundle, '')).toBe('at a.js:1:1');
});

test('a stack in a script without any source stays', () => {
  const bundle = {map: '{"file":"loyalty.js"}'};
  expect(mapStack(`at ${URL}:1:1`, bundle, URL)).toBe(`at ${URL}:1:1`);
  expect(firstSourceLine(`at ${URL}:1:1`, bundle)).toBeUndefined();
});

test("finds the author's first line", async () => {
  const {bundle, stack} = await thrownIn(FILES);
  const mapped = mapStack(stack, bundle, URL);
  expect(firstSourceLine(mapped, bundle)).toEqual({
    file: 'src/points.js',
    line: 2,
    column: 17,
    text: 'return points.map(point => point.value);',
  });
});

test('skips frames of packages', async () => {
  const {bundle} = await thrownIn({
    ...FILES,
    'node_modules/broken/index.js': 'export function fail(run) {\n  throw run;\n}\n',
    'src/points.js':
      "import {fail} from 'broken';\nexport const total = points => fail(new Error('from a package'));\n",
  });

  const stack = `Error: x\n    at fail (node_modules/broken/index.js:2:3)\n    at total (src/points.js:2:32)`;

  expect(firstSourceLine(stack, bundle)).toMatchObject({file: 'src/points.js', line: 2, column: 32});
  expect(firstSourceLine('Error: x\n    at https://other.example/a.js:1:2', bundle)).toBeUndefined();
});

test('a source outside the folder of the extension is own code too', async () => {
  await writeFiles(test.info().outputPath('shared'), {
    'points.js': 'export const total = points => {\n  throw new Error(points);\n};\n',
  });

  const {bundle, stack} = await thrownIn({
    ...FILES,
    'src/points.js': "export {total} from '../../shared/points.js';\n",
  });

  expect(firstSourceLine(mapStack(stack, bundle, URL), bundle)).toEqual({
    file: '../shared/points.js',
    line: 2,
    column: 9,
    text: 'throw new Error(points);',
  });
});

test('a source with spaces and parentheses in its path is found', async () => {
  const name = 'src/my points (old).js';
  const {bundle, stack} = await thrownIn({
    'src/Block.jsx': FILES['src/Block.jsx'].replace('./points.js', './my points (old).js'),
    [name]: FILES['src/points.js'],
    'src/points.js': FILES['src/points.js'],
  });

  const mapped = mapStack(stack, bundle, URL);

  expect(mapped).toContain(`(${name}:2:17)`);
  expect(firstSourceLine(mapped, bundle)).toMatchObject({file: name, line: 2, column: 17});
  expect(firstSourceLine(`${name}:2:17`, bundle)).toMatchObject({file: name, line: 2, column: 17});
  expect(firstSourceLine(`    at (not${name}:2:17)`, bundle)).toBeUndefined();
});

test('finds the source with the whole path if two paths end in the same way', async () => {
  const {bundle, stack} = await thrownIn({
    'src/Block.jsx':
      "import {size} from '../points.js';\nimport {total} from '../my points.js';\nexport default () => total(size);\n",
    'points.js': 'export const size = {};\n',
    'my points.js': FILES['src/points.js'],
  });

  const mapped = mapStack(stack, bundle, URL);
  expect(firstSourceLine(mapped, bundle)).toMatchObject({
    file: 'my points.js',
    line: 2,
    text: 'return points.map(point => point.value);',
  });
});

async function thrownIn(files: Readonly<Record<string, string>>): Promise<{bundle: Bundle; stack: string}> {
  const file = await readExtensionFile(await extensionFolder(test.info(), files));
  const [extension] = file.extensions;
  if (extension === undefined) throw new Error('no extension');

  const bundle = await buildExtension(file, mainScript(extension));
  const registered = new Map<string, () => unknown>();
  const shopify = {extend: (target: string, run: () => unknown) => registered.set(target, run)};

  runInNewContext(bundle.code, {shopify}, {filename: URL});
  try {
    registered.get(BLOCK_TARGET)?.();
  } catch (error) {
    return {bundle, stack: (error as Error).stack ?? ''};
  }

  throw new Error('nothing was thrown');
}
