import {expect} from 'simhost/playwright';
import {coreOf} from './core-of.ts';
import {test} from './with-server.ts';

const POINTS = 'https://loyalty.example.com/api/points';

test.use({
  app: {clientId: 'parallel-client-id', clientSecret: 'parallel-client-secret'},
  backends: {'https://loyalty.example.com': {command: 'node fixtures/backends/loyalty/server.js'}},
});

// Every test has another customer, clock and case, and shares server and backend with the others of its worker.
for (const [index, shift] of ['0s', '6m', '-6m', '1h', '-1h', '30d', '-30d', '1800d'].entries()) {
  const customer = {id: `gid://shopify/Customer/${8000 + index}`};
  const id = (['exp-past-60', 'key-wrong', 'aud-wrong', 'host-reject'] as const)[index % 4] ?? 'exp-past-60';

  test.describe(`customer ${customer.id}, ${shift} away, case ${id}`, () => {
    test.use({customer});

    test('sees her own points, and meets her own case', async ({host}) => {
      await host.clock.advance(shift);
      const extension = await host.mount('fixtures/extensions/loyalty');
      await expect(extension.getByRole('heading', {name: '10 points'})).toBeVisible();
      const own = await host.requests.waitFor({url: POINTS, status: 200});
      expect(own.token).toMatchObject({sub: customer.id});
      expect(Math.abs(Number(own.token?.['iat']) * 1000 - host.clock.now())).toBeLessThan(60_000);

      await host.arm(id);
      const another = await host.mount('fixtures/extensions/loyalty');

      if (id === 'host-reject')
        await expect(another.getByText('Your points are not available right now')).toBeVisible();
      else
        await expect(host.requests).toHaveRequest(POINTS, {
          status: 401,
          case: id,
          token: {jti: expect.any(String)},
        });

      expect(host.requests.all.every(({token}) => token === null || token['sub'] === customer.id)).toBe(true);
    });
  });
}

test('two simulations at once, on different clocks, share one backend', async ({
  browser,
  contextOptions,
  simhostServer,
  simulation,
  gateway,
  userAgent,
}) => {
  const {createSimulation} = await import('simhost');
  const other = createSimulation({app: simulation.world.app, customer: 'bea'});
  const otherGateway = await simhostServer.open(coreOf(other), {
    backends: {'https://loyalty.example.com': {command: 'node fixtures/backends/loyalty/server.js'}},
    app: other.world.app,
  });

  expect(otherGateway.backends[0]?.address).toBe(gateway.backends[0]?.address);
  simulation.clock.advance('10m');

  const ask = async (proxy: string, token: string): Promise<number[]> => {
    const context = await browser.newContext({
      ...contextOptions,
      proxy: {server: proxy},
      ignoreHTTPSErrors: true,
      ...(userAgent === undefined ? {} : {userAgent}),
    });

    const page = await context.newPage();
    await page.goto(POINTS);

    const statuses = await page.evaluate(
      (authorization) =>
        Promise.all(
          Array.from(
            {length: 10},
            async () => (await fetch('/api/points', {headers: {authorization}})).status,
          ),
        ),
      `Bearer ${token}`,
    );

    await context.close();
    return statuses;
  };

  const [ahead, now] = [await simulation.mint('customer-account'), await other.mint('customer-account')];
  const [own, swapped, theirs] = await Promise.all([
    ask(gateway.proxy, ahead),
    ask(gateway.proxy, now),
    ask(otherGateway.proxy, now),
  ]);

  expect(new Set(own)).toEqual(new Set([200]));
  expect(new Set(swapped)).toEqual(new Set([401]));
  expect(new Set(theirs)).toEqual(new Set([200]));
  await otherGateway.close();
  other.close();
});
