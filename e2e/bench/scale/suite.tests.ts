import {appendFileSync} from 'node:fs';
import type {Host} from 'simhost/playwright';
import {expect, test as base} from 'simhost/playwright';

const TESTS = Number(process.env['SIMHOST_SCALE_TESTS'] ?? '500');
const LOG = process.env['SIMHOST_SCALE_LOG'];
const FIXTURES = '../../../fixtures';
const POINTS = 'https://loyalty.example.com/api/points';
const ORDERS = 'https://acme.myvtex.com/api/oms/user/orders';

let ran = 0;

/** Writes down the memory of the worker after each of its tests. */
const test = base.extend<{memory: void}>({
  memory: [
    async ({}, use, {workerIndex}) => {
      await use();
      const rss = process.memoryUsage.rss();
      if (LOG !== undefined)
        appendFileSync(LOG, `${JSON.stringify({worker: workerIndex, nth: ++ran, rss})}\n`);
    },
    {auto: true},
  ],
});

test.use({
  app: {clientId: 'loyalty-client-id', clientSecret: 'loyalty-client-secret'},
  backends: {'https://loyalty.example.com': {command: `node ${FIXTURES}/backends/loyalty/server.js`}},
});

const EXTENSIONS = [
  ['loyalty-2023-04', 'Checkout::OrderStatus::Dynamic::Render'],
  ['loyalty-2023-04', 'Checkout::Dynamic::Render'],
  ['loyalty-2023-07', 'Checkout::OrderStatus::Dynamic::Render'],
  ['loyalty-2023-07', 'purchase.checkout.block.render'],
  ['loyalty-2025-07', 'customer-account.order-status.block.render'],
  ['loyalty-2025-07', 'purchase.checkout.block.render'],
  ['loyalty', 'customer-account.order-status.block.render'],
] as const;

async function showPoints(host: Host, folder: string, target: string): Promise<void> {
  const extension = await host.mount(`${FIXTURES}/extensions/${folder}`, {target});
  await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();
  await expect(host.requests).toHaveRequest(POINTS, {status: 200, token: {sub: host.customer?.id}});
}

/** Ten tests of ten kinds. */
function declareTen(round: number): void {
  for (const [folder, target] of EXTENSIONS)
    test(`${round}: ${folder} at ${target}`, ({host}) => showPoints(host, folder, target));

  test(`${round}: tokens of a simulation on a moved clock`, async ({simulation}) => {
    const before = await simulation.mint('checkout');
    simulation.clock.advance('6m');
    expect(await simulation.mint('checkout')).not.toBe(before);
  });

  test.describe('a Mini', () => {
    test.use({
      app: {clientId: 'points-mini'},
      backends: {
        'https://points.loyalty-sample.com': {command: `node ${FIXTURES}/backends/points/server.js`},
      },
    });

    test(`${round}: a Mini`, async ({mini}) => {
      const body = await mini.open(`${FIXTURES}/minis/points`);
      await expect(body.getByRole('heading', {name: '120 points'})).toBeVisible();
    });
  });

  test.describe('a storefront', () => {
    test.use({
      backends: {'https://acme.myvtex.com': {command: `node ${FIXTURES}/storefronts/orders/server.js`}},
    });

    test(`${round}: a storefront of VTEX`, async ({storefront, page}) => {
      await storefront.signIn('ada');
      await storefront.open('/');
      await expect(page.getByRole('listitem')).toHaveCount(3);
      await expect(storefront.requests).toHaveRequest(ORDERS, {status: 200});
    });
  });
}

for (let round = 0; round < TESTS / 10; round++) declareTen(round);
