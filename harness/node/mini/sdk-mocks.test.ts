import {mkdir, readFile, readdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
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

test('a Mini without the SDK has no mocks', async () => {
  const dir = test.info().outputPath('mini');
  await mkdir(dirname(join(dir, SDK)), {recursive: true});
  expect(await sdkMocks(dir)).toBe('({})');
});
