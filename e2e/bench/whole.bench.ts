import {test} from '@playwright/test';
import {recordAim} from './figures.ts';
import {innerResults} from './inner-report.ts';
import {ratioOf, report} from './measure.ts';

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

  recordAim('wholeTest', ratioOf(later, {of: 'host: mount and first render', to: 'floor: empty page'}));
});
