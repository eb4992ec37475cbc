import {expect} from '@playwright/test';
import {CASE_IDS, caseOf} from '../harness/core/cases/catalogue.ts';
import {appliesTo} from '../harness/core/cases/expectations.ts';
import {test} from './cli.fixture.ts';

const REQUEST_CASES = CASE_IDS.filter((id) => {
  const entry = caseOf(id);
  return entry.mechanism.kind === 'request' && appliesTo(entry, 'customer-account');
});

test('every case of a request that is armed by a typed line happens, and is reported', async ({
  running,
  page,
}) => {
  const backend = 'https://mirror.example.com=node fixtures/backends/mirror/server.js';
  await page.goto(await running.start(['dev', 'fixtures/extensions/styles/dom', '--backend', backend]));
  const button = page.getByRole('button', {name: 'Ask the backend'});
  expect(REQUEST_CASES.length).toBeGreaterThan(20);

  for (const id of REQUEST_CASES) {
    running.type(`arm ${id}`);
    await running.line(`${id} is armed`);
    await button.click();
    await running.line(`${id} happens (1 of 1).`);
    await running.line(new RegExp(`GET https://mirror\\.example\\.com/api/seen\\S* -> .*case ${id}[,)]`));
  }
});

test('a case of a token is reported when the token is given out, and its request names the case', async ({
  running,
  page,
}) => {
  const backend = 'https://mirror.example.com=node fixtures/backends/mirror/server.js';
  await page.goto(await running.start(['dev', 'fixtures/extensions/styles/dom', '--backend', backend]));

  running.type('arm exp-past-60 2');
  await running.line('exp-past-60 is armed (times: 2).');
  await page.getByRole('button', {name: 'Ask the backend'}).click();

  await running.line('exp-past-60 happens (1 of 2).');
  expect(await running.line(/\/api\/seen -> 401/)).toContain('case exp-past-60');
});
