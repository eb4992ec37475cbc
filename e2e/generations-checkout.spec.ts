import type {TestInfo} from '@playwright/test';
import {expect, test} from 'simhost/playwright';
import {writeReactExtension} from './written-extension.ts';

const VARIANT = 'gid://shopify/ProductVariant/30031';

interface Generation {
  /** The package from which an extension imports components and hooks. */
  readonly sdk: string;
  readonly register: 'render' | 'reactExtension';
  readonly block: string;
  readonly line: string;
  /** The name of what a line sells, as the target of that line has it. */
  readonly title: string;
  /** Which of the members that not every version has are there. */
  readonly members: readonly string[];
}

const GENERATIONS: Readonly<Record<string, Generation>> = {
  '2023-04': {
    sdk: '@shopify/checkout-ui-extensions-react',
    register: 'render',
    block: 'Checkout::Dynamic::Render',
    line: 'Checkout::CartLineDetails::RenderAfter',
    title: 'target.title',
    members: ['metafields', 'order', 'presentmentLines', 'ui'],
  },
  '2023-07': {
    sdk: '@shopify/ui-extensions-react/checkout',
    register: 'reactExtension',
    block: 'purchase.checkout.block.render',
    line: 'purchase.checkout.cart-line-item.render-after',
    title: 'target.merchandise.title',
    members: ['applyShippingAddressChange', 'checkoutSettings', 'metafields', 'ui'],
  },
  '2025-07': {
    sdk: '@shopify/ui-extensions-react/checkout',
    register: 'reactExtension',
    block: 'purchase.checkout.block.render',
    line: 'purchase.checkout.cart-line-item.render-after',
    title: 'target.merchandise.title',
    members: [
      'applyShippingAddressChange',
      'applyTrackingConsentChange',
      'billingAddress',
      'buyerJourney.activeStep',
      'buyerJourney.steps',
      'checkoutSettings',
      'checkoutToken',
      'cost.subtotalAmount',
      'customerPrivacy',
      'instructions',
      'metafields',
      'ui',
    ],
  },
};

const CART = `function Extension() {
  const lines = useCartLines();
  const {amount} = useTotalAmount();
  const change = useApplyCartLinesChange();
  const more = (line) => change({type: 'updateCartLine', id: line.id, quantity: line.quantity + 1});
  return (
    <BlockStack>
      <Text>{'Total ' + amount.toFixed(2)}</Text>
      {lines.map((line) => (
        <Button key={line.id} onPress={() => more(line)}>{line.quantity + ' × ' + line.merchandise.title}</Button>
      ))}
    </BlockStack>
  );
}`;

const AGREEMENT = `function Extension() {
  const [agreed, setAgreed] = useState(false);
  const [said, setSaid] = useState('nothing');
  useBuyerJourneyIntercept(({canBlockProgress}) => {
    const perform = ({behavior}) => setSaid(canBlockProgress + ' ' + behavior);
    if (agreed) return {behavior: 'allow', perform};
    return {behavior: 'block', reason: 'not agreed', errors: [{message: 'Agree first'}], perform};
  });
  return (
    <BlockStack>
      <Checkbox checked={agreed} onChange={setAgreed}>I agree</Checkbox>
      <Text>{'Heard: ' + said}</Text>
    </BlockStack>
  );
}`;

const AREAS = `function Extension() {
  return (
    <BlockStack accessibilityRole="navigation" accessibilityLabel="Offers">
      <View accessibilityRole="orderedList">
        <InlineStack accessibilityRole="listItem">Wrapping</InlineStack>
        <Grid accessibilityRole="listItem">Engraving</Grid>
      </View>
      <View accessibilityRole="status">Saved</View>
    </BlockStack>
  );
}`;

const MEMBERS = `function Extension() {
  const api = useApi();
  const asked = ['applyShippingAddressChange', 'applyTrackingConsentChange', 'billingAddress', 'buyerJourney.activeStep',
    'buyerJourney.steps', 'checkoutSettings', 'checkoutToken', 'cost.subtotalAmount', 'customerPrivacy', 'instructions',
    'metafields', 'order', 'presentmentLines', 'ui'];
  const has = (path) => path.split('.').reduce((object, name) => (object && name in object ? object[name] : undefined), api);
  return <Text>{asked.filter((path) => has(path) !== undefined).join()}</Text>;
}`;

const lineOf = (title: string): string => `function Extension() {
  const target = useTarget();
  return <Text>{target.quantity + ' × ' + ${title} + ' for ' + target.cost.totalAmount.amount.toFixed(2)}</Text>;
}`;

const PRESENTMENT = `function Extension() {
  const lines = useSubscription(useApi().presentmentLines);
  return <Text>{lines.map(({quantity, title, lines: [line]}) => quantity + ' × ' + title + ' ' + line.merchandise.id).join()}</Text>;
}`;

for (const [version, generation] of Object.entries(GENERATIONS)) {
  test.describe(`at checkout, an extension of ${version}`, () => {
    const write = (
      component: string,
      testInfo: TestInfo,
      given: {capability?: string; name?: string} = {},
    ): Promise<string> =>
      writeReactExtension(
        {
          version,
          target: generation.block,
          source: moduleOf(generation, generation.block, component),
          ...given,
        },
        testInfo,
      );

    test('reads and changes the cart, has the members of its version, and gives areas their roles', async ({
      host,
      page,
    }, testInfo) => {
      await test.step('draws the cart, and draws it again when the buyer or the extension changes it', async () => {
        const extension = await host.mount(await write(CART, testInfo, {name: 'draws the cart'}));
        const shows = async (): Promise<void> => {
          const {lines, cost} = host.checkout;
          await expect(
            extension.getByText(`Total ${cost.total.amount.toFixed(2)}`, {exact: true}),
          ).toBeVisible();

          await expect(extension.getByRole('button')).toHaveText(
            lines.map(({quantity, merchandise}) => `${quantity} × ${merchandise.title}`),
          );
        };

        await shows();
        await host.update({checkout: {lines: [{merchandiseId: VARIANT, quantity: 3}]}});
        expect(host.checkout.lines).toMatchObject([{quantity: 3}]);
        await shows();
        await extension.getByRole('button').click();
        await expect.poll(() => host.checkout.lines[0]?.quantity).toBe(4);
        await shows();
      });

      await test.step('gives areas their roles', async () => {
        const extension = await host.mount(await write(AREAS, testInfo, {name: 'areas'}));
        const offers = extension.getByRole('navigation', {name: 'Offers'});
        await expect(offers.getByRole('list').getByRole('listitem')).toHaveText(['Wrapping', 'Engraving']);
        await expect(offers.getByRole('status')).toHaveText('Saved');
      });

      await test.step('has the members of its version', async () => {
        const extension = await host.mount(await write(MEMBERS, testInfo, {name: 'members'}));
        await expect(extension.getByText(generation.members.join(), {exact: true})).toBeVisible();
      });

      await test.step('reads its own line at a cart line, also when that changes', async () => {
        const {line, title} = generation;
        const folder = await writeReactExtension(
          {version, target: line, source: moduleOf(generation, line, lineOf(title)), name: 'line'},
          testInfo,
        );

        const extension = await host.mount(folder);
        const shows = async (): Promise<void> => {
          const [first] = host.checkout.lines;
          await expect(extension).toHaveText(
            `${first?.quantity} × ${first?.merchandise.title} for ${first?.total.amount.toFixed(2)}`,
          );
        };

        await shows();
        await expect(page.getByRole('complementary').locator(`[data-target="${line}"]`)).toHaveCount(1);
        await host.update({checkout: {lines: [{merchandiseId: VARIANT, quantity: 5}]}});
        expect(host.checkout.lines).toMatchObject([{quantity: 5}]);
        await shows();
      });
    });

    test('blocks the buyer by useBuyerJourneyIntercept until it allows', async ({host, page}, testInfo) => {
      const extension = await host.mount(
        await write(AGREEMENT, testInfo, {capability: 'block_progress = true'}),
      );
      const goOn = page.getByRole('button', {name: 'Continue to shipping'});

      await goOn.click();
      await expect(page.getByRole('alert').getByText('Agree first')).toBeVisible();
      await expect(extension.getByText('Heard: true block')).toBeVisible();
      expect(host.checkout.step).toBe('information');
      await extension.getByRole('checkbox', {name: 'I agree'}).check();
      await goOn.click();
      await expect.poll(() => host.checkout.step).toBe('shipping');
      await expect(extension.getByText('Heard: true allow')).toBeVisible();
      await expect(page.getByText('Agree first')).toHaveCount(0);
    });

    test('does not block the buyer without block_progress', async ({host, page}, testInfo) => {
      const extension = await host.mount(await write(AGREEMENT, testInfo));
      await page.getByRole('button', {name: 'Continue to shipping'}).click();
      await expect(extension.getByText('Heard: false allow')).toBeVisible();
      await expect.poll(() => host.checkout.step).toBe('shipping');
    });
  });
}

test('presentmentLines of 2023-04 are the lines as the buyer sees them, each with the lines of the cart', async ({
  host,
}, testInfo) => {
  const generation = GENERATIONS['2023-04'];
  if (generation === undefined) throw new Error('2023-04 is missing.');

  const source = moduleOf(generation, generation.block, PRESENTMENT);
  const extension = await host.mount(
    await writeReactExtension({version: '2023-04', target: generation.block, source}, testInfo),
  );

  await host.update({checkout: {lines: [{merchandiseId: VARIANT, quantity: 2}]}});
  const title = String(host.checkout.lines[0]?.merchandise.title);
  await expect(extension).toHaveText(`2 × ${title} ${VARIANT}`);
});

test('a chat of 2025-07 that is ready takes messages', async ({host}, testInfo) => {
  const target = 'purchase.checkout.chat.render';
  const source = `import {Chat, reactExtension} from '@shopify/ui-extensions-react/checkout';
export default reactExtension('${target}', () => <Chat onReady={(event) => {
  event.postMessage({locale: 'en'});
  console.log('posted');
}} />);`;

  const extension = await host.mount(
    await writeReactExtension({version: '2025-07', target, source}, testInfo),
  );

  await host.logs.waitFor('posted');
  const posted = (element: Element): unknown => Reflect.get(element, 'posted');
  await expect.poll(() => extension.locator('s-chat').evaluate(posted)).toEqual([{locale: 'en'}]);
});

for (const [page, target, withSlash, withoutSlash] of [
  ['checkout', 'purchase.checkout.block.render', '2024-01', '2024-04'],
  ['the order status page', 'customer-account.order-status.block.render', '2024-07', '2024-10'],
] as const) {
  test(`shop.storefrontUrl on ${page} ends with a slash until ${withSlash}`, async ({host}, testInfo) => {
    const sdk = `@shopify/ui-extensions-react/${target.startsWith('purchase') ? 'checkout' : 'customer-account'}`;
    const source = `import {Text, reactExtension, useApi} from '${sdk}';
export default reactExtension('${target}', () => <Shop />);
function Shop() { return <Text>{useApi().shop.storefrontUrl}</Text>; }`;
    const folder = await writeReactExtension({version: '2025-07', target, source}, testInfo);

    await expect(await host.mount(folder, {apiVersion: withSlash})).toHaveText('https://acme.myshopify.com/');
    await expect(await host.mount(folder, {apiVersion: withoutSlash})).toHaveText(
      'https://acme.myshopify.com',
    );
  });
}

/** A module that registers a component in the way of its generation. */
function moduleOf({sdk, register}: Generation, target: string, component: string): string {
  const used = [
    'BlockStack',
    'Button',
    'Checkbox',
    'Grid',
    'InlineStack',
    'Text',
    'View',
    'useApi',
    'useApplyCartLinesChange',
    'useBuyerJourneyIntercept',
    'useCartLines',
    'useSubscription',
    'useTarget',
    'useTotalAmount',
  ].filter((name) => new RegExp(`\\b${name}\\b`).test(component));

  const call = `${register}('${target}', () => <Extension />);`;
  return `import {useState} from 'react';
import {${[register, ...used].join(', ')}} from '${sdk}';

${register === 'render' ? call : `export default ${call}`}

${component}
`;
}
