import {expect, test} from '@playwright/test';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import {Copies} from './copies.ts';

const URL = 'https://loyalty.example.com/api/points';

function copiesOf(...requests: readonly Partial<LoggedRequest>[]): Copies {
  const simulation = createSimulationCore();
  for (const request of requests)
    simulation.requests.add({
      method: 'GET',
      url: URL,
      at: 0,
      outcome: 'backend',
      status: 200,
      ...request,
    });
  return new Copies({simulation, shown: () => [], backends: {}, layout: undefined, cwd: '.'});
}

test('a case has the test of the newest request that it changed', async () => {
  const expected = {verdict: 'refuse', statuses: [401], isRight: true} as const;
  const met = {case: 'exp-past-60', status: 401, expected, url: `${URL}/first`} as const;
  const copied = await copiesOf(met, {}).caseTest('exp-past-60', 'customer-account');
  expect(copied).toContain("await host.arm('exp-past-60');");
  expect(copied).toContain(`toHaveBeenRefused('${URL}/first', {case: 'exp-past-60'})`);
});

for (const [id, title, expected] of [
  ['key-wrong', 'key-wrong is refused by /api/points', `toHaveBeenRefused('${URL}', {case: 'key-wrong'})`],
  ['ok-no-typ', 'ok-no-typ is accepted by /api/points', `not.toHaveBeenRefused('${URL}')`],
  ['ok-typ-lower', '/api/points answers ok-typ-lower', `toHaveRequest('${URL}', {case: 'ok-typ-lower'})`],
] as const)
  test(`${id}, which no request has met, is armed for the newest request`, async () => {
    const copied = await copiesOf({}).caseTest(id, 'customer-account');
    expect(copied).toContain(`test('${title}', `);
    expect(copied).toContain(`  await host.arm('${id}'); // `);
    expect(copied).toContain(`  await expect(host.requests).${expected};\n`);
  });

for (const [id, code, requests] of [
  ['key-wrnog', 'ERR_UNKNOWN_CASE', [{}]],
  ['key-wrong', 'ERR_NOTHING_TO_COPY', []],
  ['host-never', 'ERR_NOTHING_TO_COPY', [{}]],
  ['host-auto-header', 'ERR_CASE_NOT_ARMABLE', [{}]],
] as const)
  test(`${id} has no test after ${requests.length} requests: ${code}`, async () => {
    await expect(copiesOf(...requests).caseTest(id, 'customer-account')).rejects.toMatchObject({code});
  });
