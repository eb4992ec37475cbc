import {expect, test} from 'simhost/playwright';
import {writeExtension, writeReactExtension} from './written-extension.ts';

const BLOCK = 'purchase.checkout.block.render';
const DECLARED = '  [[extensions.metafields]]\n  namespace = "custom"\n  key = "tier"\n';

/** Shows each value that the signal reports, and the one that a single read at the start finds. */
const READING = `export default () => {
  const text = document.createElement('s-text');
  document.body.append(text);
  const values = () => shopify.appMetafields.value.map(({metafield}) => metafield.value).join('+') || 'none';
  const once = values();
  const seen = [];
  shopify.appMetafields.subscribe(() => {
    seen.push(values());
    text.textContent = 'once ' + once + ', then ' + seen.join();
  });
};
`;

for (const target of [BLOCK, 'purchase.thank-you.block.render']) {
  test(`${target} starts without metafields, and gets them before mount resolves`, async ({
    host,
  }, testInfo) => {
    const folder = await writeExtension(target, READING, testInfo, {toml: DECLARED});
    const extension = await host.mount(folder);
    await expect(extension).toHaveText('once none, then none,gold+silver');
  });
}

test('an extension that waits for metafields before it renders gets them', async ({host}, testInfo) => {
  const source = `export default async () => {
    await new Promise((resolve) => shopify.appMetafields.subscribe((list) => list.length > 0 && resolve()));
    document.body.append(Object.assign(document.createElement('s-text'), {
      textContent: shopify.appMetafields.value.map(({metafield}) => metafield.value).join(),
    }));
  };`;

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {toml: DECLARED}));
  await expect(extension).toHaveText('gold,silver');
});

test('without declared metafields the signal never changes', async ({host}, testInfo) => {
  const extension = await host.mount(await writeExtension(BLOCK, READING, testInfo));
  await host.update({checkout: {note: 'Ring twice'}});
  await expect(extension).toHaveText('once none, then none');
});

test('an order status page has its metafields at the start', async ({host}, testInfo) => {
  const target = 'customer-account.order-status.block.render';
  const extension = await host.mount(await writeExtension(target, READING, testInfo, {toml: DECLARED}));
  await expect(extension).toHaveText('once gold+silver, then gold+silver');
});

test.describe('with metafields at the start, as documented', () => {
  test.use({checkout: {appMetafields: 'at-start'}});

  test('one read finds them', async ({host}, testInfo) => {
    const extension = await host.mount(await writeExtension(BLOCK, READING, testInfo, {toml: DECLARED}));
    await expect(extension).toHaveText('once gold+silver, then gold+silver');
  });
});

for (const [version, sdk, start, table] of [
  ['2023-04', '@shopify/checkout-ui-extensions-react', "render('Checkout::Dynamic::Render',", 'metafields'],
  ['2023-07', '@shopify/ui-extensions-react/checkout', `export default reactExtension('${BLOCK}',`, ''],
  ['2025-07', '@shopify/ui-extensions-react/checkout', `export default reactExtension('${BLOCK}',`, ''],
] as const) {
  test(`${version}: the first render has no metafields, and an effect that runs once decides without them`, async ({
    host,
  }, testInfo) => {
    const source = `import {useEffect, useState} from 'react';
import {BlockStack, Text, useAppMetafields, ${start.includes('reactExtension') ? 'reactExtension' : 'render'}} from '${sdk}';

${start} () => <Extension />);

function Extension() {
  const values = useAppMetafields().map(({metafield}) => metafield.value).join('+') || 'none';
  const [once, setOnce] = useState('');
  useEffect(() => setOnce(values), []);
  return (
    <BlockStack>
      <Text>{'once ' + once}</Text>
      <Text>{'now ' + values}</Text>
    </BlockStack>
  );
}`;

    const capability = table === '' ? DECLARED : `[[${table}]]\nnamespace = "custom"\nkey = "tier"\n`;
    const target = version === '2023-04' ? 'Checkout::Dynamic::Render' : BLOCK;
    const extension = await host.mount(
      await writeReactExtension({version, target, source, capability}, testInfo),
    );

    await expect(extension.getByText('once none', {exact: true})).toBeVisible();
    await expect(extension.getByText('now gold+silver', {exact: true})).toBeVisible();
  });
}

test('an interceptor that reads metafields at each run applies the rule once it has come', async ({
  host,
  page,
}, testInfo) => {
  const source = `export default async () => {
    await shopify.buyerJourney.intercept(({canBlockProgress}) => {
      const rule = shopify.appMetafields.value.find(({metafield}) => metafield.key === 'minimum_age');
      const age = shopify.attributes.value.find(({key}) => key === 'age')?.value;
      if (!canBlockProgress || rule === undefined || Number(age) >= Number(rule.metafield.value)) return {behavior: 'allow'};
      return {behavior: 'block', reason: 'too young', errors: [{message: 'Enter your age'}]};
    });
  };`;

  const toml = `  [extensions.capabilities]
  block_progress = true
  [[extensions.metafields]]
  namespace = "custom"
  key = "minimum_age"
`;

  const metafield = {
    namespace: 'custom',
    key: 'minimum_age',
    value: '18',
    valueType: 'integer',
    type: 'number_integer',
  } as const;

  await host.update({
    metafields: [{target: {type: 'shop', id: 'gid://shopify/Shop/548380009'}, metafield}],
  });
  await host.mount(await writeExtension(BLOCK, source, testInfo, {toml}));
  await page.getByRole('button', {name: 'Continue to shipping'}).hover();
  await expect(page.getByRole('alert')).toContainText('Enter your age');

  await host.update({checkout: {attributes: [{key: 'age', value: '18'}]}});
  await page.getByRole('button', {name: 'Continue to shipping'}).click();
  await expect.poll(() => host.checkout.step).toBe('shipping');
});
