import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {test} from '@playwright/test';
import {printAims} from './aims.ts';

const COUNT = 10_000;

interface Figures {
  readonly createMs: number;
  readonly mintMs: number;
  readonly heldKb: number;
  readonly heldWithTokenKb: number;
  readonly leftKb: number;
  readonly distinct: number;
  readonly wrong: number;
  readonly handles: number;
}

test('10,000 parallel simulations in one process', async () => {
  test.setTimeout(0);
  const {stdout} = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    '--max-old-space-size=4096',
    'e2e/bench/simulations.mjs',
    String(COUNT),
  ]);

  const figures = JSON.parse(stdout) as Figures;
  console.log(
    printAims(`${COUNT} simulations that are alive at once`, [
      {name: 'processor time to create one', value: figures.createMs, unit: 'ms', most: 5},
      {name: 'processor time of a token', value: figures.mintMs, unit: 'ms', most: null},
      {name: 'memory of one', value: figures.heldKb, unit: 'kB', most: 100},
      {name: 'memory of one with a token', value: figures.heldWithTokenKb, unit: 'kB', most: 110},
      {name: 'memory that each leaves', value: figures.leftKb, unit: 'kB', most: 1},
      {name: 'tokens that are not distinct', value: COUNT - figures.distinct, unit: '', most: 0},
      {name: 'tokens for another app', value: figures.wrong, unit: '', most: 0},
      {name: 'handles left', value: figures.handles, unit: '', most: 0},
    ]),
  );
});
