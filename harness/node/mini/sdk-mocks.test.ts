import {mkdir, readFile, readdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {runInNewContext} from 'node:vm';
import {expect, test} from '@playwright/test';
import {sdkMocks} from './sdk-mocks.ts';

const SDK = 'node_modules/@shopify/shop-minis-react';

test('reads no half of a script that another worker writes', async () => {
  const dir = test.info().outputPath('mini');
  await mkdir(join(dir, SDK), {recursive: true});
  await writeFile(
    join(dir, SDK, 'package.json'),
    JSON.stringify({version: '1.0.0', exports: {'./mocks': './mocks.js'}}),
  );

  // Long enough to be written in more than one go.
  await writeFile(
    join(dir, SDK, 'mocks.js'),
    `export const makeMockActions = () => ({text: '${'points '.repeat(1_000_000)}'});`,
  );

  const cache = join(dir, 'node_modules/.cache/simhost');
  const read: string[] = [];
  const writing = {isOver: false};

  const reader = async (): Promise<void> => {
    while (!writing.isOver) {
      const names = await readdir(cache).catch(() => []);
      for (const name of names.filter((each) => each.endsWith('.js')))
        read.push(await readFile(join(cache, name), 'utf8'));
    }
  };

  const reading = reader();
  const script = await sdkMocks(dir).finally(() => (writing.isOver = true));

  await reading;
  expect(script).toContain('points points');
  expect(read.filter((each) => each !== script).map(({length}) => length)).toEqual([]);
  expect(await sdkMocks(dir)).toBe(script);
});

for (const [what, source, actions] of [
  [
    'makeMockActions',
    'export const makeMockActions = () => ({share: 1}), injectMocks = () => {};',
    {share: 1},
  ],
  [
    'injectMocks alone, as before 0.3',
    'export const injectMocks = ({force}) => { if (force && !window.minisSDK) window.minisSDK = {share: 2}; };',
    {share: 2},
  ],
  ['neither', 'export const createProduct = () => {};', {}],
] as const) {
  test(`takes the actions of mocks that export ${what}, and leaves the window of the page alone`, async () => {
    const dir = test.info().outputPath('mini');
    await mkdir(join(dir, SDK), {recursive: true});
    const manifest = {version: '0.0.34', exports: {'./mocks': './mocks.js'}};
    await writeFile(join(dir, SDK, 'package.json'), JSON.stringify(manifest));
    await writeFile(join(dir, SDK, 'mocks.js'), source);

    const page = {window: {minisSDK: 'of simhost'}};
    const found: unknown = runInNewContext(`JSON.stringify(${await sdkMocks(dir)})`, page);
    expect(JSON.parse(String(found))).toEqual(actions);
    expect(page.window).toEqual({minisSDK: 'of simhost'});
  });
}

test('a Mini without the SDK has no mocks', async () => {
  const dir = test.info().outputPath('mini');
  await mkdir(dirname(join(dir, SDK)), {recursive: true});
  expect(await sdkMocks(dir)).toBe('({})');
});
