import {test} from '@playwright/test';
import {recordAim, roundsOf} from './figures.ts';
import {innerResults} from './inner-report.ts';
import {inTurns, ratioOf, report} from './measure.ts';

const ROUNDS = roundsOf(7);

/** The suites by the name of their project in `first.config.ts`. Each has one test, which is the first of its worker. */
const KINDS = {plain: "floor: Playwright's own page", host: 'host: mount, with a backend'} as const;

test('the first test of a worker, against that of Playwright', async ({}, testInfo) => {
  /** Runs one test in a new worker. Resolves with its duration in milliseconds. */
  const firstTest = async (kind: string): Promise<number> => {
    const args = ['--config', 'e2e/bench/first.config.ts', '--project', kind];
    const [first] = await innerResults(testInfo, args);
    return first?.duration ?? NaN;
  };

  const turns = Object.entries(KINDS).map(([kind, name]) => [name, () => firstTest(kind)] as const);
  const samples = await inTurns(ROUNDS, Object.fromEntries(turns));
  console.log(report('The first test of a worker', samples));

  recordAim('firstTest', ratioOf(samples, {of: KINDS.host, to: KINDS.plain}));
});
