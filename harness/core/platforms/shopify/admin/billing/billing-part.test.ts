import {expect, test} from '@playwright/test';
import {getResponse} from 'msw';
import {adminDeps, ask} from '../admin-deps.fixture.ts';
import type {AdminDepsFixture} from '../admin-deps.fixture.ts';
import {confirmationPage} from './confirmation-page.ts';

const DAY = 24 * 60 * 60 * 1000;

const SUBSCRIBE = `mutation ($lineItems: [AppSubscriptionLineItemInput!]!, $name: String!) {
  appSubscriptionCreate(name: $name, returnUrl: "https://app.example.com/paid?a=1", lineItems: $lineItems, test: true) {
    appSubscription { id status } confirmationUrl userErrors { field message }
  }
}`;

const ACTIVE = `{ currentAppInstallation { activeSubscriptions {
  name status currentPeriodEnd
  lineItems { id plan { pricingDetails {
    ... on AppRecurringPricing { price { amount currencyCode } discount { priceAfterDiscount { amount } } }
    ... on AppUsagePricing { balanceUsed { amount } cappedAmount { amount } terms } } } }
} } }`;

function recurring(amount: number): object {
  return {
    plan: {
      appRecurringPricingDetails: {
        price: {amount, currencyCode: 'USD'},
        discount: {durationLimitInIntervals: 2, value: {percentage: 0.25}},
      },
    },
  };
}

const USAGE = {
  plan: {appUsagePricingDetails: {terms: '$1 for 10', cappedAmount: {amount: 20, currencyCode: 'USD'}}},
};

interface Created {
  readonly appSubscription: {readonly id: string; readonly status: string} | null;
  readonly confirmationUrl: string;
  readonly userErrors: readonly {readonly message: string}[];
}

async function subscribe(
  deps: AdminDepsFixture,
  lineItems: readonly object[],
  name = 'Pro',
): Promise<Created> {
  const {data} = (await ask(deps, SUBSCRIBE, {lineItems, name})) as {data: {appSubscriptionCreate: Created}};
  return data.appSubscriptionCreate;
}

async function decide(deps: AdminDepsFixture, url: string, decision?: string): Promise<Response> {
  const body = decision === undefined ? null : new URLSearchParams({decision});
  const request = new Request(url, body === null ? {} : {method: 'POST', body});
  const answer = await getResponse([...confirmationPage(deps)], request);
  if (answer === undefined) throw new Error(`Nothing answers ${url}.`);
  return answer;
}

async function active(deps: AdminDepsFixture): Promise<readonly Record<string, unknown>[]> {
  const {data} = (await ask(deps, ACTIVE)) as {
    data: {currentAppInstallation: {activeSubscriptions: Record<string, unknown>[]}};
  };
  return data.currentAppInstallation.activeSubscriptions;
}

test('a subscription is active once the merchant accepts it', async () => {
  const deps = adminDeps();
  const {confirmationUrl, appSubscription} = await subscribe(deps, [recurring(10)]);
  expect(appSubscription?.status).toBe('PENDING');
  expect(confirmationUrl).toMatch(/^https:\/\/acme\.myshopify\.com\/admin\/charges\/\d+\/\d+\/Recurring/);
  expect(await active(deps)).toEqual([]);

  const page = await (await decide(deps, confirmationUrl)).text();
  expect(page).toContain('$10.00 every 30 days');
  const accepted = await decide(deps, confirmationUrl, 'approve');
  expect(accepted.status).toBe(302);
  expect(accepted.headers.get('location')).toMatch(/^https:\/\/app\.example\.com\/paid\?a=1&charge_id=\d+$/);

  expect(await active(deps)).toMatchObject([
    {
      name: 'Pro',
      status: 'ACTIVE',
      currentPeriodEnd: new Date(deps.now() + 30 * DAY).toISOString().replace('.000', ''),
      lineItems: [
        {
          plan: {
            pricingDetails: {
              price: {amount: '10.0', currencyCode: 'USD'},
              discount: {priceAfterDiscount: {amount: '7.5'}},
            },
          },
        },
      ],
    },
  ]);
});

test('a declined subscription stays inactive, and the merchant in the admin', async () => {
  const deps = adminDeps();
  const {confirmationUrl} = await subscribe(deps, [recurring(10)]);
  const declined = await decide(deps, confirmationUrl, 'decline');
  expect(declined.status).toBe(200);
  expect(await declined.text()).toContain('was declined');
  expect(deps.records.billing.subscriptions).toMatchObject([{status: 'DECLINED'}]);

  await decide(deps, confirmationUrl, 'approve');
  expect(await active(deps)).toEqual([]);
});

test('refuses a confirmation URL with another signature', async () => {
  const deps = adminDeps();
  const {confirmationUrl} = await subscribe(deps, [recurring(10)]);
  const forged = confirmationUrl.replace(/signature=.*/, 'signature=0');
  expect((await decide(deps, forged, 'approve')).status).toBe(404);
  expect(await active(deps)).toEqual([]);
});

test('a second subscription replaces the first', async () => {
  const deps = adminDeps();
  for (const name of ['Basic', 'Pro'])
    await decide(deps, (await subscribe(deps, [recurring(5)], name)).confirmationUrl, 'approve');
  expect(await active(deps)).toMatchObject([{name: 'Pro'}]);
});

test('the webhook of a subscription can follow each change', async () => {
  const deps = adminDeps();
  const statuses: string[] = [];
  deps.records.billing.onChange(({status}) => statuses.push(status));
  const {confirmationUrl, appSubscription} = await subscribe(deps, [recurring(5)]);
  await decide(deps, confirmationUrl, 'approve');
  const cancel = `mutation { appSubscriptionCancel(id: "${appSubscription?.id}") { appSubscription { status } userErrors { message } } }`;
  expect(await ask(deps, cancel)).toMatchObject({
    data: {appSubscriptionCancel: {appSubscription: {status: 'CANCELLED'}, userErrors: []}},
  });
  expect(await ask(deps, cancel)).toMatchObject({
    data: {
      appSubscriptionCancel: {appSubscription: null, userErrors: [{message: expect.any(String)}]},
    },
  });
  expect(statuses).toEqual(['PENDING', 'ACTIVE', 'CANCELLED']);
});

const USE = `mutation ($id: ID!, $amount: Decimal!) {
  appUsageRecordCreate(subscriptionLineItemId: $id, description: "use", price: {amount: $amount, currencyCode: USD}) {
    appUsageRecord { price { amount } subscriptionLineItem { plan { pricingDetails {
      ... on AppUsagePricing { balanceUsed { amount } } } } } }
    userErrors { message }
  }
}`;

test('usage adds up to the cap, and not over it', async () => {
  const deps = adminDeps();
  const {confirmationUrl} = await subscribe(deps, [recurring(5), USAGE]);
  const id = deps.records.billing.subscriptions[0]?.lineItems[1]?.id;
  const before = (await ask(deps, USE, {id, amount: 1})) as object;
  expect(before).toMatchObject({
    data: {appUsageRecordCreate: {userErrors: [{message: 'The subscription is not active'}]}},
  });

  await decide(deps, confirmationUrl, 'approve');
  const pricingDetails = {balanceUsed: {amount: '15.0'}};
  expect(await ask(deps, USE, {id, amount: 15})).toMatchObject({
    data: {appUsageRecordCreate: {appUsageRecord: {subscriptionLineItem: {plan: {pricingDetails}}}}},
  });
  expect(await ask(deps, USE, {id, amount: 6})).toMatchObject({
    data: {
      appUsageRecordCreate: {
        appUsageRecord: null,
        userErrors: [{message: 'Total price exceeds balance remaining'}],
      },
    },
  });

  const raise = `mutation { appSubscriptionLineItemUpdate(id: "${id}", cappedAmount: {amount: 30, currencyCode: USD}) {
    confirmationUrl userErrors { message } } }`;
  const {data} = (await ask(deps, raise)) as {data: {appSubscriptionLineItemUpdate: Created}};
  await decide(deps, data.appSubscriptionLineItemUpdate.confirmationUrl, 'approve');
  expect(await ask(deps, USE, {id, amount: 6})).toMatchObject({
    data: {appUsageRecordCreate: {userErrors: []}},
  });
});

test('refuses a charge without a name, a price or a return URL in userErrors', async () => {
  const deps = adminDeps();
  expect((await subscribe(deps, [recurring(5)], ' ')).userErrors).toMatchObject([{field: ['name']}]);
  expect((await subscribe(deps, [recurring(0)])).userErrors[0]?.message).toContain('greater than 0');
  expect((await subscribe(deps, [{plan: {}}])).userErrors[0]?.message).toContain('recurring or usage');
  expect(deps.records.billing.subscriptions).toEqual([]);
});

test('a purchase is made once', async () => {
  const deps = adminDeps();
  const buy = `mutation { appPurchaseOneTimeCreate(name: "Pack", price: {amount: 9.5, currencyCode: USD},
    returnUrl: "https://app.example.com/") { appPurchaseOneTime { id status test } confirmationUrl userErrors { message } } }`;
  const {data} = (await ask(deps, buy)) as {data: {appPurchaseOneTimeCreate: Created}};
  await decide(deps, data.appPurchaseOneTimeCreate.confirmationUrl, 'approve');
  const read =
    '{ currentAppInstallation { oneTimePurchases(first: 1) { edges { node { name status price { amount } } } } } }';
  expect(await ask(deps, read)).toMatchObject({
    data: {
      currentAppInstallation: {
        oneTimePurchases: {edges: [{node: {name: 'Pack', status: 'ACTIVE', price: {amount: '9.5'}}}]},
      },
    },
  });
});
