import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {test} from '@playwright/test';
import {printAims} from './aims.ts';
import {ratioAim, report} from './measure.ts';

interface Suite {
  specs?: {title: string; tests: {results: {duration: number}[]}[]}[];
  suites?: Suite[];
}

test('a whole test with a host, against a test with an empty page', async () => {
  const {stdout} = await promisify(execFile)(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '--config', `${import.meta.dirname}/whole.config.ts`],
    {
      maxBuffer: 64 * 1024 * 1024,
      env: {...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: ''},
      cwd: `${import.meta.dirname}/../..`,
    },
  );

  const {suites} = JSON.parse(stdout.slice(stdout.indexOf('{'))) as {suites: Suite[]};
  const durations: Record<string, number[]> = {
    'floor: empty page': [],
    'host: mount and first render': [],
    'host: idle for 24 hours': [],
  };

  const collect = (suite: Suite): void => {
    for (const {title, tests} of suite.specs ?? [])
      durations[title]?.push(...tests.flatMap(({results}) => results.map(({duration}) => duration)));
    suite.suites?.forEach(collect);
  };

  suites.forEach(collect);
  // The first of each kind pays for the worker's start.
  const later = Object.fromEntries(
    Object.entries(durations).map(([name, values]) => [name, values.slice(1)]),
  );
  console.log(report('A whole test', later));

  const whole = {of: 'host: mount and first render', to: 'floor: empty page', most: 1.8};
  console.log(printAims('Its aim', [ratioAim('a whole test with a host', later, whole)]));
});
