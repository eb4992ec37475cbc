import {expect} from '@playwright/test';
import type {JWTPayload} from 'jose';
import {test, verify} from './audit.fixture.ts';
import type {Handle} from './audit.fixture.ts';
import {audit} from './audit.ts';

const APP = {clientId: 'key', secret: 'a-secret-of-some-length'};
const ADA = 'gid://shopify/Customer/7001';

type Answer = (claims: JWTPayload, url: URL) => object;

/** Lets good tokens in and answers as told. */
function answering(answer: Answer): Handle {
  return async (request, response) => {
    const claims = await verify(request.headers.authorization, APP);
    if (typeof claims === 'string') return response.writeHead(401).end('{}');
    response.end(JSON.stringify(answer(claims, new URL(request.url ?? '/', 'http://localhost'))));
  };
}

/** Another each time, and full of digits. */
function varying(answer: Answer): Answer {
  let count = 0;
  return (claims, url) => ({
    ...answer(claims, url),
    request: `${++count}`,
    took: [1, 7001, 1001, 10_000_000 + count],
  });
}

const VARIES = 'sent, but the answers to valid requests vary, so none shows whom it is about';

test('digits in answers that vary are no sign of a forged staff member', async ({listen}) => {
  const url = await listen(answering(varying(() => ({}))));
  const only = ['trust-query-staff-id', 'trust-body-staff-id'] as const;
  const report = await audit(url, {...APP, profile: 'admin', only});

  expect(report).toMatchObject({
    verdict: 'clean',
    passed: [],
    notApplicable: only.map((id) => ({case: id, reason: VARIES})),
  });
});

test.describe('orders of somebody else', () => {
  const ORDERS = [
    {id: 'gid://shopify/Order/1001', customer: ADA},
    {id: 'gid://shopify/Order/1004', customer: 'gid://shopify/Customer/7002'},
  ];

  const asked = (url: URL): string | null => url.searchParams.get('order_id');
  const named = (order: {id: string}, url: URL): boolean =>
    asked(url) === null || order.id.endsWith(`/${asked(url)?.split('/').at(-1)}`);
  const only = ['trust-query-order-id', 'trust-body-order-id'] as const;

  test('are answered like orders that are not there', async ({listen}) => {
    const own: Answer = ({sub}, url) => ({
      orders: ORDERS.filter((order) => order.customer === sub && named(order, url)),
    });
    const report = await audit(await listen(answering(own)), {...APP, only});
    expect(report).toMatchObject({verdict: 'clean', passed: only});
  });

  test('and their owner is asked for', async ({listen}) => {
    const anybodys: Answer = (_claims, url) => ({
      totals: ORDERS.filter((order) => named(order, url)).map(({id}) => id.length),
    });

    const {findings} = await audit(await listen(answering(anybodys)), {...APP, only});
    expect(findings).toMatchObject([
      {
        case: 'trust-query-order-id',
        severity: 'critical',
        expected: 'refused, or the answer that comes for something that nobody has',
      },
    ]);
  });
});

test.describe('a backend that obeys the customer in the query', () => {
  const obeying: Answer = ({sub}, url) => ({
    points: (url.searchParams.get('customer_id') ?? sub) === ADA ? 120 : 10,
  });

  const only = ['trust-query-customer-id'] as const;

  test('is found by its other answer', async ({listen}) => {
    expect((await audit(await listen(answering(obeying)), {...APP, only})).verdict).toBe('findings');
  });

  test('is not called right where its answers vary', async ({listen}) => {
    const report = await audit(await listen(answering(varying(obeying))), {...APP, only});
    expect(report).toMatchObject({
      verdict: 'clean',
      passed: [],
      notApplicable: [{case: 'trust-query-customer-id', reason: VARIES}],
    });
  });

  test('is found where its answers vary and name the other', async ({listen}) => {
    const naming: Answer = (claims, url) => ({
      ...obeying(claims, url),
      for: url.searchParams.get('customer_id') ?? claims.sub,
    });
    expect((await audit(await listen(answering(varying(naming))), {...APP, only})).verdict).toBe('findings');
  });
});

test.describe('one customer after the other', () => {
  const only = ['trust-customer-swap'] as const;
  const own: Answer = ({sub}) => ({points: sub === ADA ? 120 : 10});

  const linked =
    (answer: Answer): Answer =>
    (claims, url) => ({
      ...answer(claims, url),
      self: `${url.pathname}${url.search}`,
      query: Object.fromEntries(url.searchParams),
    });

  const kept = (answer: Answer, keyOf: (url: URL) => string): Answer => {
    const answers = new Map<string, object>();
    return (claims, url) => {
      const known = answers.get(keyOf(url)) ?? answer(claims, url);
      answers.set(keyOf(url), known);
      return known;
    };
  };

  const named: Answer = ({sub}) => ({points: 120, customer: sub});

  for (const [says, answer] of [
    ['are about them', own],
    ['name them', named],
    ['are about them and name their address', linked(own)],
  ] as const) {
    test(`get answers that ${says}`, async ({listen}) => {
      expect(await audit(await listen(answering(answer)), {...APP, only})).toMatchObject({
        verdict: 'clean',
        passed: only,
      });
    });
  }

  for (const [says, answer, got] of [
    ['address', kept(own, ({href}) => href), '200 {"points":120}'],
    ['address, which it names', kept(linked(own), ({href}) => href), '200 {"points":120,"self":'],
    ['path, and names the first', kept(named, ({pathname}) => pathname), '200 {"points":120,"customer":"gid'],
  ] as const) {
    test(`get what is kept for their ${says}`, async ({listen}) => {
      const {findings} = await audit(await listen(answering(answer)), {...APP, only});
      expect(findings).toMatchObject([
        {case: 'trust-customer-swap', expected: 'an answer about the customer who asks'},
      ]);
      expect(findings[0]?.got).toContain(`the answer of the customer before: ${got}`);
    });
  }

  const ALIKE =
    'sent, but both customers get the same answer at every address: it is about neither of them, or cached by path';
  for (const [says, answer, reason] of [
    ['are about neither of them', () => ({all: 'alike'}), ALIKE],
    ['are about neither of them and name their address', linked(() => ({all: 'alike'})), ALIKE],
    ['name both', () => ({all: [ADA, 'gid://shopify/Customer/7002']}), ALIKE],
    ['are kept for their path and name nobody', kept(own, ({pathname}) => pathname), ALIKE],
    ['vary', varying(own), VARIES],
  ] as const) {
    test(`cannot be told apart by answers that ${says}`, async ({listen}) => {
      const report = await audit(await listen(answering(answer)), {...APP, only});
      expect(report).toMatchObject({
        verdict: 'clean',
        passed: [],
        notApplicable: [{case: 'trust-customer-swap', reason}],
      });
    });
  }

  test('are not compared where a route takes no other query', async ({listen}) => {
    const strict = answering(own);
    const url = await listen((request, response) =>
      request.url?.includes('?') === true ? response.writeHead(400).end() : strict(request, response),
    );
    const report = await audit(url, {...APP, only});
    expect(report).toMatchObject({findings: [], notApplicable: [{case: 'trust-customer-swap'}]});
  });
});
