import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {test} from '@playwright/test';
import {printFigures, recordAim} from './figures.ts';

/** `SIMHOST_BENCH_SIMULATIONS` sets a smaller number, to see that the benchmark runs. */
const COUNT = Number(process.env['SIMHOST_BENCH_SIMULATIONS'] ?? '10000');

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

test(`${COUNT} parallel simulations in one process`, async () => {
  test.setTimeout(0);
  const {stdout} = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    '--max-old-space-size=4096',
    'e2e/bench/simulations.mjs',
    String(COUNT),
  ]);

  const figures = JSON.parse(stdout) as Figures;
  printFigures(`${COUNT} simulations that are alive at once`, [
    {name: 'processor time of a token', value: figures.mintMs, unit: 'ms'},
  ]);
  recordAim('simulationTime', figures.createMs);
  recordAim('simulationMemory', figures.heldKb);
  recordAim('simulationTokenMemory', figures.heldWithTokenKb);
  recordAim('simulationLeft', figures.leftKb);
  recordAim('simulationHandles', figures.handles);
  recordAim('simulationTokens', COUNT - figures.distinct + figures.wrong);
});
