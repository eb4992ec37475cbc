import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {test} from '@playwright/test';
import {printAims} from './aims.ts';
import {inTurns, ratioAim, report} from './measure.ts';

const ROUNDS = 7;

/** The tests in `first.tests.ts`, each of which is the first of its worker. */
const KINDS = {plain: "floor: Playwright's own page", host: 'host: mount, with a backend'} as const;

interface Report {
  readonly suites: readonly Suite[];
}

interface Suite {
  readonly specs?: readonly {
    readonly tests: readonly {readonly results: readonly {readonly duration: number}[]}[];
  }[];
  readonly suites?: readonly Suite[];
}

test('the first test of a worker, against that of Playwright', async () => {
  const turns = Object.entries(KINDS).map(([kind, name]) => [name, () => firstTest(kind)] as const);
  const samples = await inTurns(ROUNDS, Object.fromEntries(turns));
  console.log(report('The first test of a worker', samples));

  const first = {of: KINDS.host, to: KINDS.plain, most: 1.3};
  console.log(printAims('Its aim', [ratioAim('the first test of a worker', samples, first)]));
});

/** Runs one test in a worker of its own. Resolves with its duration in milliseconds. */
async function firstTest(kind: string): Promise<number> {
  const config = `${import.meta.dirname}/first.config.ts`;
  const {stdout} = await promisify(execFile)(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '--config', config, '--project', kind],
    {
      env: {...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: ''},
      cwd: `${import.meta.dirname}/../..`,
    },
  );

  const {suites} = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Report;
  return durationsOf(suites)[0] ?? NaN;
}

function durationsOf(suites: readonly Suite[]): number[] {
  return suites.flatMap(({specs = [], suites: inner = []}) => [
    ...specs.flatMap(({tests}) => tests.flatMap(({results}) => results.map(({duration}) => duration))),
    ...durationsOf(inner),
  ]);
}
