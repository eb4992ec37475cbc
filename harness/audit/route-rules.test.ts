import {expect} from '@playwright/test';
import type {CaseId} from '../core/cases/case-id.ts';
import {backend, test, verify} from './audit.fixture.ts';
import type {Handle} from './audit.fixture.ts';
import {audit} from './audit.ts';

const APP = {clientId: 'key', secret: 'a-secret-of-some-length'};
const RIGHT = backend(APP);
const GUESTS: readonly CaseId[] = ['ok-checkout', 'sub-missing', 'surf-guest'];

/** Knows GET alone, as simple servers do. */
function only(method: string, status: number): Handle {
  return (request, response) =>
    request.method === method ? RIGHT(request, response) : response.writeHead(status).end();
}

test.describe('a method that the route does not have', () => {
  const sent: readonly CaseId[] = [
    'http-head',
    'http-body-token',
    'trust-body-customer-id',
    'trust-body-shop',
  ];

  for (const status of [405, 501]) {
    test(`is not a finding, and does not apply: ${status}`, async ({listen}) => {
      const report = await audit(await listen(only('GET', status)), {...APP, only: sent});
      expect(report).toMatchObject({verdict: 'clean', findings: [], passed: []});
      expect(report.notApplicable).toContainEqual({
        case: 'trust-body-shop',
        reason: `the route does not take POST: it answers ${status}`,
      });
    });
  }

  test('is a finding for a preflight, which browsers send before each request', async ({listen}) => {
    const report = await audit(await listen(only('GET', 501)), {...APP, only: ['http-preflight']});
    expect(report.findings).toMatchObject([{case: 'http-preflight', got: '501'}]);
  });

  test('is a finding for any other error of the server', async ({listen}) => {
    const report = await audit(await listen(only('GET', 500)), {...APP, only: ['trust-body-shop']});
    expect(report.findings).toMatchObject([{case: 'trust-body-shop', got: '500'}]);
  });
});

test.describe('a route for signed-in customers alone', () => {
  /** Answers a guest with that status. */
  function toGuests(status: number): Handle {
    return async (request, response) => {
      const claims = await verify(request.headers.authorization, APP);
      const isGuest = typeof claims !== 'string' && claims.sub === undefined;
      return isGuest ? response.writeHead(status).end() : RIGHT(request, response);
    };
  }

  for (const status of [401, 403]) {
    test(`refuses guests with ${status}: right with customersOnly, and else one finding that names it`, async ({
      listen,
    }) => {
      const url = await listen(toGuests(status));
      expect(await audit(url, {...APP, only: GUESTS, customersOnly: true})).toMatchObject({
        verdict: 'clean',
        passed: GUESTS,
      });

      const {findings} = await audit(url, {...APP, only: GUESTS});
      expect(findings).toMatchObject([{case: 'surf-guest', reach: 'interop'}]);
      expect(findings[0]?.cases.toSorted()).toEqual(GUESTS.toSorted());
      expect(findings[0]?.fix).toContain('--customers-only');
    });
  }

  test('is not served to guests', async ({listen}) => {
    const {findings} = await audit(await listen(RIGHT), {...APP, only: GUESTS, customersOnly: true});
    expect(findings).toMatchObject([
      {case: 'surf-guest', expected: 'refused (401 or 403)', reach: 'outsider', severity: 'high'},
    ]);
    expect(findings[0]?.cases).toHaveLength(3);
  });
});

test('a route that fails for guests has one finding, and its cure is about guests', async ({listen}) => {
  const url = await listen(async (request, response) => {
    const claims = await verify(request.headers.authorization, APP);
    const fails = typeof claims !== 'string' && claims.sub === undefined;
    return fails ? response.writeHead(500).end() : RIGHT(request, response);
  });

  const {findings} = await audit(url, {...APP, only: [...GUESTS, 'trust-guest-with-customer-id']});
  expect(findings).toMatchObject([{case: 'surf-guest', got: '500', severity: 'high'}]);
  expect(findings[0]?.cases).toHaveLength(4);
  expect(findings[0]?.fix).toContain('Serve guests');
});

for (const [options, message] of [
  [{profile: 'admin'}, 'tokens of admin are of no customer'],
  [{customer: null}, 'its valid tokens are of a guest'],
] as const) {
  test(`customersOnly is refused: ${message}`, async () => {
    await expect(audit('http://127.0.0.1:9/', {...options, customersOnly: true})).rejects.toThrow(message);
  });
}
