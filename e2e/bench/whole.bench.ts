import {test} from '@playwright/test';
import {printAims} from './aims.ts';
import {innerResults} from './inner-report.ts';
import {ratioAim, report} from './measure.ts';

/** The titles in `whole.tests.ts`. */
const TITLES = ['floor: empty page', 'host: mount and first render', 'host: idle for 24 hours'] as const;

test('a whole test with a host, against a test with an empty page', async ({}, testInfo) => {
  const results = await innerResults(testInfo, ['--config', 'e2e/bench/whole.config.ts']);

  // The first of each kind pays for the worker's start.
  const later = Object.fromEntries(
    TITLES.map((title) => [
      title,
      results
        .filter((result) => result.title === title)
        .slice(1)
        .map(({duration}) => duration),
    ]),
  );
  console.log(report('A whole test', later));

  const whole = {of: 'host: mount and first render', to: 'floor: empty page', most: 1.8};
  console.log(printAims('Its aim', [ratioAim('a whole test with a host', later, whole)]));
});
