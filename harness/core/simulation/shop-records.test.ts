import {expect, test} from '@playwright/test';
import type {Metafield} from '../../wire/account.ts';
import {moneyOf} from '../world/money.ts';
import {detailsOf} from '../world/product-defaults.ts';
import type {Discount} from '../world/discounts.ts';
import {askAccount} from './account-api.fixture.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';
import {askStorefront} from './storefront-query.fixture.ts';

const FIRST = 'gid://shopify/Product/3001';
const VARIANT = 'gid://shopify/ProductVariant/30011';

test('buyers see a product only while it is active and published', async () => {
  const simulation = createSimulationCore();
  expect(await titleOf(simulation)).not.toBeNull();

  changeFirst(simulation, {status: 'DRAFT'});
  expect(await titleOf(simulation)).toBeNull();
  changeFirst(simulation, {status: 'ACTIVE', publishedAt: null});
  expect(await titleOf(simulation)).toBeNull();
  changeFirst(simulation, {publishedAt: '2026-01-01T00:00:00Z'});
  expect(await titleOf(simulation)).not.toBeNull();
});

test('a variant of which none is left is sold out, unless buyers may order more', async () => {
  const simulation = createSimulationCore();
  const stock = async (inventoryPolicy: 'CONTINUE' | 'DENY'): Promise<unknown> => {
    const [product] = simulation.live.records.products;
    if (product === undefined) throw new Error('The world has no product.');
    const {variants} = detailsOf(product, 1);
    const {[VARIANT]: first} = variants;
    if (first === undefined) throw new Error('The product has no such variant.');

    changeFirst(simulation, {variants: {...variants, [VARIANT]: {...first, quantity: 0, inventoryPolicy}}});
    const query = `{ node(id: "${VARIANT}") { ... on ProductVariant { availableForSale quantityAvailable } } }`;
    return (await askStorefront<{node: unknown}>(simulation, query)).data.node;
  };

  expect(await stock('DENY')).toEqual({availableForSale: false, quantityAvailable: 0});
  expect(await stock('CONTINUE')).toEqual({availableForSale: true, quantityAvailable: 0});
});

test('a metafield that an API sets or deletes survives a sign-in', async () => {
  const simulation = createSimulationCore();
  const set = `mutation { metafieldsSet(metafields: [
    {ownerId: "${simulation.customer?.id}", namespace: "custom", key: "size", type: "single_line_text_field", value: "M"}
  ]) { userErrors { message } } }`;
  expect((await askAccount(simulation, set)).data).toEqual({metafieldsSet: {userErrors: []}});

  const tier = ({target, metafield}: Metafield): boolean =>
    target.type === 'customer' && metafield.key === 'tier';
  const {metafields} = simulation.live.account();
  simulation.live.setMetafields(metafields.filter((metafield) => !tier(metafield)));

  simulation.signIn('bea');
  expect(keysOfCustomer(simulation)).toEqual(['tier']);
  simulation.signIn('ada');
  expect(keysOfCustomer(simulation)).toEqual(['size']);
});

test('metafields that a test gives take the place of all', () => {
  const simulation = createSimulationCore();
  const {metafields} = simulation.live.account();
  simulation.live.setMetafields(metafields.filter(({target}) => target.type !== 'customer'));

  simulation.update({metafields: []});
  expect(simulation.live.account().metafields).toEqual([]);
  simulation.signIn('ada');
  expect(keysOfCustomer(simulation)).toEqual(['tier']);
});

test('a checkout takes a discount code within its minimum, for its items', () => {
  const simulation = createSimulationCore();
  const {records} = simulation.live;
  const [known] = records.discounts;
  if (known === undefined) throw new Error('The shop has no discount.');
  const code = (name: string, change: Partial<Discount>): Discount => ({
    ...known,
    id: `gid://shopify/DiscountCodeNode/${name}`,
    codes: [{id: `gid://shopify/DiscountRedeemCode/${name}`, code: name}],
    gives: {percent: 50},
    ...change,
  });

  const others = {productIds: ['gid://shopify/Product/3006'], variantIds: [], collectionIds: []};
  records.discounts = [
    code('HALF', {}),
    code('OTHERS', {items: others}),
    code('MANY', {minimum: {quantity: 100}}),
    code('EACH', {gives: {off: moneyOf(100, 'USD'), isForEachItem: true}}),
    code('ENDED', {endsAt: '2020-01-01T00:00:00Z'}),
  ];

  expect(takenOff(simulation, ['HALF'])).toBeGreaterThan(0);
  expect(takenOff(simulation, ['OTHERS'])).toBe(0);
  expect(takenOff(simulation, ['MANY'])).toBe(0);
  expect(takenOff(simulation, ['EACH'])).toBe(
    simulation.checkout.lines.reduce((sum, line) => sum + line.quantity, 0),
  );
  expect(takenOff(simulation, ['ENDED'])).toBe(0);
  expect(takenOff(simulation, ['WELCOME10'])).toBe(0);
});

test('an order that is changed keeps the change after a sign-in', () => {
  const simulation = createSimulationCore();
  simulation.live.changeOrder(simulation.order.id, {note: 'Leave it at the door'});
  expect(simulation.order.note).toBe('Leave it at the door');

  simulation.signIn('bea');
  simulation.signIn('ada');
  expect(simulation.order.note).toBe('Leave it at the door');
});

function changeFirst({live: {records}}: SimulationCore, change: Partial<ReturnType<typeof detailsOf>>): void {
  records.products = records.products.map((product) =>
    product.id === FIRST ? {...product, details: {...detailsOf(product, 1), ...change}} : product,
  );
}

async function titleOf(simulation: SimulationCore): Promise<string | null> {
  const query = `{ product(id: "${FIRST}") { title } }`;
  const {data} = await askStorefront<{product: {title: string} | null}>(simulation, query);
  return data.product?.title ?? null;
}

function keysOfCustomer({live}: SimulationCore): readonly string[] {
  return live
    .account()
    .metafields.flatMap(({target, metafield}) => (target.type === 'customer' ? [metafield.key] : []));
}

/** Returns what codes take off the lines of the checkout, in whole units. */
function takenOff(simulation: SimulationCore, discountCodes: readonly string[]): number {
  simulation.update({checkout: {discountCodes}});
  return simulation.checkout.lines
    .flatMap(({discountAllocations}) => discountAllocations)
    .reduce((sum, {discountedAmount}) => sum + discountedAmount.amount, 0);
}
