import {readFile, readdir} from 'node:fs/promises';
import {availableParallelism, tmpdir} from 'node:os';
import {test} from '@playwright/test';
import type {TestInfo} from '@playwright/test';
import {printFigures, recordAim} from './figures.ts';
import type {Figure} from './figures.ts';
import {innerResults} from './inner-report.ts';
import {leftProcesses} from './left-processes.ts';

/** The kinds of tests in `scale/suite.tests.ts`. */
const KINDS = 10;
/** The suite has whole rounds, each with one test of every kind. */
const TESTS = KINDS * Math.ceil(Number(process.env['SIMHOST_SCALE_TESTS'] ?? '500') / KINDS);
const WORKERS = (process.env['SIMHOST_SCALE_WORKERS'] ?? '16,8,4,2,1').split(',').map(Number);
const SHARDS = 4;
const CORES = availableParallelism();

/** A run of the generated suite. */
interface Run {
  readonly seconds: number;
  readonly tests: number;
  readonly failures: readonly string[];
  /** The memory of each worker in MB: after its 50th test, or else its first, and after its last one. */
  readonly memory: readonly {readonly worker: number; readonly early: number; readonly last: number}[];
  readonly left: {readonly processes: readonly string[]; readonly files: readonly string[]};
}

test.describe.configure({mode: 'serial'});

test(`${TESTS} tests with ${WORKERS.join(', ')} workers`, async ({}, testInfo) => {
  test.setTimeout(0);
  const seconds = new Map<number, number>();

  for (const workers of WORKERS) {
    const run = await runSuite([`--workers=${workers}`], testInfo);
    seconds.set(workers, run.seconds);
    report(`${TESTS} tests with ${workers} workers, ${CORES} cores`, run);
    recordAim('suiteFailures', TESTS - run.tests);
  }

  const linear = linearFigures(seconds);
  printFigures('Duration against that of one worker, divided by the cores in use', linear);
  for (const {value} of linear) recordAim('suiteLinear', value);
});

test(`${TESTS} tests as ${SHARDS} shards, one after the other`, async ({}, testInfo) => {
  test.setTimeout(0);
  let missing = TESTS;
  for (let shard = 1; shard <= SHARDS; shard++) {
    const run = await runSuite([`--shard=${shard}/${SHARDS}`, '--workers=2'], testInfo);
    report(`Shard ${shard} of ${SHARDS}, 2 workers`, run);
    missing -= run.tests;
  }
  recordAim('suiteFailures', missing);
});

/** Compares each duration with the ideal one. Without a run with one worker, there is nothing to compare. */
function linearFigures(seconds: ReadonlyMap<number, number>): readonly Figure[] {
  const alone = seconds.get(1);
  if (alone === undefined) return [];

  return [...seconds]
    .filter(([workers]) => workers > 1)
    .map(([workers, duration]) => ({
      name: `${workers} workers`,
      value: duration / (alone / Math.min(workers, CORES)),
      unit: 'times',
    }));
}

/** Prints the figures of a run, and records those that have an aim. */
function report(title: string, {seconds, tests, failures, memory, left}: Run): void {
  const early = Math.max(...memory.map((worker) => worker.early));
  const last = Math.max(...memory.map((worker) => worker.last));
  printFigures(title, [
    {name: 'duration', value: seconds, unit: 's'},
    {name: 'tests', value: tests, unit: ''},
    {name: 'failures', value: failures.length, unit: ''},
    {name: 'largest worker at its 50th or first test', value: early, unit: 'MB'},
    {name: 'largest worker at its last test', value: last, unit: 'MB'},
  ]);
  for (const failure of failures) console.log(`    ${failure}`);
  for (const path of [...left.processes, ...left.files]) console.log(`    left: ${path}`);

  recordAim('suiteFailures', failures.length);
  recordAim('suiteProcesses', left.processes.length);
  recordAim('suiteFiles', left.files.length);

  // A worker with few tests still loads code.
  const isLong = tests / memory.length >= 200;
  if (isLong) recordAim('suiteMemory', Math.max(...memory.map((worker) => worker.last / worker.early)));
}

async function runSuite(args: readonly string[], testInfo: TestInfo): Promise<Run> {
  const mark = `simhost-scale-${crypto.randomUUID()}`;
  const log = testInfo.outputPath(`${mark}.jsonl`);
  const filesBefore = new Set(await readdir(tmpdir()));
  const started = performance.now();

  const results = await innerResults(testInfo, ['--config', 'e2e/bench/scale/suite.config.ts', ...args], {
    SIMHOST_SCALE_LOG: log,
    SIMHOST_SCALE_MARK: mark,
    SIMHOST_SCALE_TESTS: String(TESTS),
  });
  const seconds = (performance.now() - started) / 1000;
  const files = (await readdir(tmpdir())).filter((name) => !filesBefore.has(name));

  return {
    seconds,
    tests: results.length,
    failures: results
      .filter(({isGreen}) => !isGreen)
      .map(({title, error}) => `${title}: ${error?.slice(0, 600) ?? 'without a message'}`),
    memory: memoryOf(await readFile(log, 'utf8')),
    left: {
      processes: await leftProcesses(mark),
      // The cache of builds is meant to stay.
      files: files.filter((name) => /simhost|playwright/i.test(name) && !/^simhost-\d+$/.test(name)),
    },
  };
}

function memoryOf(log: string): Run['memory'] {
  const rows = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as {worker: number; nth: number; rss: number});

  return [...new Set(rows.map(({worker}) => worker))].map((worker) => {
    const own = rows.filter((row) => row.worker === worker);
    const early = own.find(({nth}) => nth === 50) ?? own[0];
    return {worker, early: (early?.rss ?? NaN) / 1e6, last: (own.at(-1)?.rss ?? NaN) / 1e6};
  });
}
