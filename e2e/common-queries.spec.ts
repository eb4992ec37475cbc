import type {Locator} from '@playwright/test';
import {expect, test} from 'simhost/playwright';
import type {Host} from 'simhost/playwright';
import type {Simulation} from 'simhost';
import {writeExtension} from './written-extension.ts';

/** The queries that public extensions send most often, in an extension as their authors write it. */
const ANSWERS = 'fixtures/extensions/answers';
const CHECKOUT = 'purchase.checkout.block.render';
const ORDER_STATUS = 'customer-account.order-status.block.render';
const ACTIONS = 'customer-account.order-status.customer-information.render-after';
const ACCOUNT_API = 'https://shopify.com/548380009/account/customer/api/2026-04/graphql';

test.use({generated: 'error'});

test('ten queries of the Storefront API answer what checkout and catalogue show', async ({
  host,
  simulation,
}) => {
  const extension = await host.mount(ANSWERS, {target: CHECKOUT});
  await expectLines(extension, storefrontLines(host, simulation));
  expect(host.requests.all.flatMap(({generated}) => generated)).toEqual([]);
});

test('ten queries of the Customer Account API answer what order and customer show', async ({
  host,
  simulation,
}) => {
  await host.update({
    customer: {
      storeCredit: [{id: 'gid://shopify/StoreCreditAccount/1', balance: {amount: 12.5, currencyCode: 'USD'}}],
    },
    order: {attributes: [{key: 'Gift', value: 'yes'}]},
  });

  const extension = await host.mount(ANSWERS, {target: ORDER_STATUS});
  await expectLines(extension, accountLines(host, simulation));
  expect(host.requests.all.flatMap(({generated}) => generated)).toEqual([]);
});

test.describe('a buyer of a company', () => {
  test.use({customer: 'bea'});

  test('reads the company and the draft orders that the page is about', async ({host}, testInfo) => {
    const source = `export default async () => {
      const query = '{ customer { companyContacts(first: 1) { nodes { company { id name } locations(first: 2) { nodes { id } } } } draftOrders(first: 3) { nodes { name status } } } }';
      const request = {method: 'POST', body: JSON.stringify({query})};
      const response = await fetch('shopify://customer-account/api/2026-04/graphql.json', request);
      const {customer: {companyContacts: {nodes: [{company, locations}]}, draftOrders}} = (await response.json()).data;
      const {purchasingCompany} = shopify.authenticatedAccount;
      const isSame = purchasingCompany.value.company.id === company.id && purchasingCompany.value.location.id === locations.nodes[0].id;
      document.body.append(Object.assign(document.createElement('s-text'), {
        textContent: [company.name, isSame, ...draftOrders.nodes.map(({name, status}) => name + ' ' + status)].join(', '),
      }));
    };`;

    const extension = await host.mount(await writeExtension(ORDER_STATUS, source, testInfo));
    const name = host.customer.company?.name;
    await expect(extension.getByText(`${name}, true, #D1 COMPLETED, #D2 INVOICE_SENT`)).toBeVisible();
  });
});

test('six mutations of the Customer Account API change what the page and the test see', async ({host}) => {
  const extension = await host.mount(ANSWERS, {target: ACTIONS});
  const press = async (name: string, outcome: string): Promise<void> => {
    await extension.getByRole('button', {name}).click();
    await expect(extension.getByText(`${name}: ${outcome}`)).toBeVisible();
  };

  await press('Rename', `Augusta ${host.customer.lastName}`);
  expect(host.customer.firstName).toBe('Augusta');

  await press('Move', '1 Park Street, Boston MA 02108, United States');
  expect(host.customer.address).toMatchObject({city: 'Boston', provinceCode: 'MA', countryCode: 'US'});

  await press('Promote', 'gold');
  await press('Demote', 'no tier');

  const returns = host.order.returns.length;
  await press('Return', `${host.order.name}-R${returns + 1} REQUESTED`);
  expect(host.order.returns).toHaveLength(returns + 1);

  await press('Pause', 'PAUSED');
  await expect(host.requests).toHaveRequestTimes(ACCOUNT_API, 8);
});

async function expectLines(extension: Locator, lines: Readonly<Record<string, string>>): Promise<void> {
  expect(Object.keys(lines)).toHaveLength(10);
  for (const [name, text] of Object.entries(lines))
    await expect.soft(extension.getByText(new RegExp(`^${name}: `))).toHaveText(`${name}: ${text}`);
}

/** The expected lines, from checkout and products. The id of the cart has no key, so the answer does not name the buyer. */
function storefrontLines(host: Host, {world}: Simulation): Record<string, string> {
  const {lines, cost} = host.checkout;
  const {products, shop} = world;
  const [first] = lines;
  const product = products.find(({id}) => id === first?.merchandise.product.id);
  const sale = products
    .filter(({tags}) => tags.includes('sale'))
    .toSorted((a, b) => cheapest(a.variants) - cheapest(b.variants));

  return {
    offers: products
      .slice(0, 3)
      .map(({title, variants}) => `${title} (1 image), ${decimal(variants[0]?.price.amount)} USD`)
      .join('; '),
    'product of the first line': `${product?.title} by ${product?.vendor}, from ${decimal(cheapest(product?.variants ?? []))} USD, "${product?.title}"`,
    'variants in the cart': [
      ...lines.map(
        ({merchandise: {title, subtitle, sku, price}}) =>
          `${title} ${subtitle} ${sku} ${decimal(price.amount)} USD`,
      ),
      'unknown',
    ].join('; '),
    sale: `${sale.map(({id, compareAtPrice}) => `${id.split('/').pop()} was ${decimal(compareAtPrice?.amount)}`).join(', ')}, more: false`,
    collections: 'Featured true, Sale true',
    recommendations: products
      .filter(({id}) => id !== product?.id)
      .map(({title}) => title)
      .join(', '),
    metafields: 'Wash cold (single_line_text_field), care,missing, shop gold',
    shop: `${shop.name} at ${shop.domain}, USD, FR-CA`,
    cart: `${lines.reduce((sum, {quantity}) => sum + quantity, 0)} for ${decimal(cost.total.amount)} USD: ${lines.map(({quantity, merchandise}) => `${quantity} x ${merchandise.id}`).join(', ')}; a buyer in US`,
    questions: 'returns: Can I send it back? delivery: When will it arrive?',
  };
}

/** The expected lines, from the order and the customer that the page shows. */
function accountLines(host: Host, {world}: Simulation): Record<string, string> {
  const {customer, order} = host;
  const second = world.orders.filter(({customerId}) => customerId === customer.id)[1];
  const address = customer.address;
  const parcels = order.fulfillments.map(({trackingNumber}) => `${trackingNumber} IN_TRANSIT`);

  return {
    profile: `${customer.firstName} ${customer.lastName}, ${customer.email}, ${customer.phone}`,
    'default address': `${address?.name}, ${address?.address1}, ${address?.city} ${address?.provinceCode} ${address?.zip}, United States (${address?.provinceCode}, ${address?.countryCode})`,
    'recent orders': `${order.name} ${decimal(order.cost.total.amount)} USD, ${second?.name} ${decimal(second?.cost.total.amount)} USD, more: true`,
    tier: 'silver by tier',
    'store credit': '12.5 USD',
    'lines of the order': `${order.name}: ${order.lines.map(({quantity, merchandise}) => `${quantity} x ${merchandise.title} ${merchandise.subtitle} at ${decimal(merchandise.price.amount)}`).join(', ')}`,
    parcels: parcels.join(', '),
    payment: `PAID ${decimal(order.cost.total.amount)} USD, open 0.0, ${order.cost.total.amount.toFixed(2)} in 2`,
    'order details': [
      `Standard ${decimal(order.cost.shipping.amount)}`,
      '1 discount',
      'Gift: yes',
      ...order.returns.map(({name}) => name),
      `https://shopify.com/548380009/account/orders/${order.id.split('/').pop()}`,
    ].join(', '),
    subscriptions: `ACTIVE since ${order.name}, PAUSED since ${second?.name}; 0 companies, 0 drafts`,
  };
}

function cheapest(variants: readonly {readonly price: {readonly amount: number}}[]): number {
  return Math.min(...variants.map(({price}) => price.amount));
}

/** Writes an amount as Shopify's APIs do: with one decimal at least. */
function decimal(amount: number | undefined): string {
  return Number.isInteger(amount) ? `${amount}.0` : String(amount);
}
