import {expect, test} from 'simhost/playwright';
import type {CaseId} from 'simhost';

const FOLDER = 'fixtures/extensions/second-look';
const OFFER = 'purchase.checkout.block.render';
const GREETING = 'customer-account.order-status.block.render';
const STOREFRONT = 'https://acme.myshopify.com/api/2026-07/graphql.json';
const ACCOUNT = 'https://shopify.com/548380009/account/customer/api/2026-07/graphql';

const SHOWN = {[OFFER]: 'You may also like', [GREETING]: 'Hello, Ada'} as const;
const WAITING = 'There is a lot going on. We ask again in a moment.';
const FAILED = 'This is not available right now.';

for (const [id, target, seconds, status] of [
  ['storefront-throttled', OFFER, 1, 200],
  ['account-throttled', GREETING, 1, 200],
  ['account-429', GREETING, 2, 429],
] as const) {
  test(`${id}: the extension waits ${seconds} s, asks again, and shows the answer`, async ({host}) => {
    await host.arm(id);
    const extension = await host.mount(FOLDER, {target});
    await expect(extension.getByText(WAITING)).toBeVisible();

    const url = target === OFFER ? STOREFRONT : ACCOUNT;
    const throttled = await host.requests.waitFor({url, method: 'POST', status, case: id});
    expect(throttled.problem).toMatchObject({cause: expect.stringContaining(`(case ${id})`), turn: 'nobody'});

    await host.clock.advance(`${seconds}s`);
    await expect(extension.getByText(SHOWN[target])).toBeVisible();
    await expect(host.requests).toHaveRequestTimes(url, 2, {method: 'POST'});
  });
}

for (const [id, target, status] of [
  ['storefront-rejected', OFFER, 430],
  ['storefront-500', OFFER, 500],
  ['storefront-offline', OFFER, null],
  ['host-storefront-no-token', OFFER, 401],
  ['account-500', GREETING, 500],
  ['account-offline', GREETING, null],
] as const) {
  test(`${id}: the extension shows that it failed, and asks again by its button`, async ({host}) => {
    await host.arm(id);
    const extension = await host.mount(FOLDER, {target});
    await expect(extension.getByText(FAILED)).toBeVisible();

    const failed = host.requests.all.find((request) => request.case === id);
    expect(failed).toMatchObject({status, problem: {cause: expect.stringContaining(`(case ${id})`)}});

    await extension.getByRole('button', {name: 'Try again'}).click();
    await expect(extension.getByText(SHOWN[target])).toBeVisible();
  });
}

test('account-no-token: the extension asks the customer to sign in', async ({host}) => {
  await host.arm('account-no-token');
  const extension = await host.mount(FOLDER, {target: GREETING});
  await expect(extension.getByText('Sign in to see more.')).toBeVisible();
  await expect(host.requests).toHaveRequest(ACCOUNT, {status: 401, case: 'account-no-token'});
});

for (const [id, target] of [
  ['storefront-slow', OFFER],
  ['account-slow', GREETING],
] as const satisfies readonly (readonly [CaseId, string])[]) {
  test(`${id}: the extension shows a spinner until the answer comes after 5 s`, async ({
    host,
    simulation,
  }) => {
    await host.arm(id);
    const extension = await host.mount(FOLDER, {target});
    await expect(extension.getByLabel('One moment')).toBeVisible();
    await expect.poll(() => simulation.undeliveredCases()).toEqual([]);

    await host.clock.advance('5s');
    await expect(extension.getByText(SHOWN[target])).toBeVisible();
    const slow = host.requests.all.find((request) => request.case === id);
    expect(slow).toMatchObject({status: 200, problem: null});
  });
}
