import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import type {Page} from '@playwright/test';
import {expect, test} from 'simhost/playwright';
import {showing, writeExtension, writeReactExtension} from './written-extension.ts';

const BLOCK = 'purchase.checkout.block.render';
const JOURNEY = showing(
  "shopify.buyerJourney.activeStep.value.handle + ' of ' + shopify.buyerJourney.steps.value.map(({handle, disabled}) => handle + (disabled ? '' : '!'))",
  ['shopify.buyerJourney.activeStep', 'shopify.buyerJourney.steps'],
);

test.describe('a one-page checkout', () => {
  test.use({checkout: {layout: 'one-page'}});

  test('takes contact, address, delivery and payment on one page, and then the order is placed', async ({
    host,
    page,
  }, testInfo) => {
    const extension = await host.mount(await writeExtension(BLOCK, JOURNEY, testInfo));
    await expect(page).toHaveURL(`https://acme.myshopify.com/checkouts/cn/${host.checkout.token}`);
    await expect(extension.getByText('checkout of checkout!,thank-you', {exact: true})).toBeVisible();
    await expect(page.getByRole('navigation', {name: 'Steps'})).toBeHidden();
    expect(host.checkout).toMatchObject({layout: 'one-page', step: 'checkout', cost: {shipping: {}}});

    await page.getByLabel('City').fill('Albany');
    await page.getByRole('radio', {name: /Express/}).check();
    await page.getByRole('radio', {name: /Bank deposit/}).check();
    await page.getByRole('button', {name: 'Pay now'}).click();

    await expect(page.getByRole('heading', {name: 'Thank you, Ada'})).toBeVisible();
    await expect(page.getByRole('region', {name: 'Payment'})).toHaveCount(0);
    expect(host.checkout).toMatchObject({
      step: 'thank-you',
      shippingAddress: {city: 'Albany'},
      selectedPaymentOption: 'bank-deposit',
      deliveryGroups: [{selected: 'express'}],
    });
  });

  test('never takes back what the buyer has chosen while the simulation answers', async ({
    host,
    page,
  }, testInfo) => {
    await host.mount(await writeExtension(BLOCK, JOURNEY, testInfo));
    const express = page.getByRole('radio', {name: /Express/});
    const city = await page.getByLabel('City').elementHandle();

    // Both happen before the first answer.
    await express.evaluate((radio: HTMLInputElement, field) => {
      const unchecked: string[] = [];
      const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'checked');
      Object.defineProperty(radio, 'checked', {
        get: () => own?.get?.call(radio) as boolean,
        set: (isChecked: boolean) => {
          if (!isChecked) unchecked.push(radio.value);
          own?.set?.call(radio, isChecked);
        },
      });
      Object.assign(globalThis, {unchecked});

      if (!(field instanceof HTMLInputElement)) throw new Error('The page has no field for the city.');
      field.value = 'Albany';
      field.dispatchEvent(new Event('change'));
      radio.click();
    }, city);

    await expect.poll(() => host.checkout.deliveryGroups[0]?.selected).toBe('express');
    expect(host.checkout.shippingAddress).toMatchObject({city: 'Albany'});
    await host.update({checkout: {note: 'shown after all answers'}});
    await expect(express).toBeChecked();
    expect(await page.evaluate(() => (globalThis as {unchecked?: string[]}).unchecked)).toEqual([]);
  });

  test('shows extensions of every step at the same time, and mounting moves no step', async ({
    host,
    page,
  }, testInfo) => {
    const places = {
      'purchase.checkout.contact.render-after': 'Contact',
      'purchase.checkout.delivery-address.render-before': 'Delivery address',
      'purchase.checkout.shipping-option-list.render-after': 'Shipping method',
      'purchase.checkout.payment-method-list.render-before': 'Payment',
    };

    for (const [index, target] of Object.keys(places).entries()) {
      const source = showing(
        "shopify.extension.target + ' is rendered: ' + shopify.extension.rendered.value",
      );
      await host.mount(await writeExtension(target, source, testInfo, {name: `at-${index}`}));
    }

    for (const [target, card] of Object.entries(places)) {
      const region = page.getByRole('region', {name: card, exact: true});
      await expect(region.getByText(`${target} is rendered: true`)).toBeVisible();
    }
    expect(host.checkout.step).toBe('checkout');
  });

  test('asks interceptors at "Pay now", and keeps the buyer', async ({host, page}, testInfo) => {
    const source = `export default () => shopify.buyerJourney.intercept(() => ({behavior: 'block', reason: 'not agreed', errors: [{message: 'Agree first'}]}));`;
    const toml = '[extensions.capabilities]\nblock_progress = true\n';
    await host.mount(await writeExtension(BLOCK, source, testInfo, {toml}));

    await page.getByRole('button', {name: 'Pay now'}).press('Enter');
    await expect(page.getByRole('alert').getByText('Agree first')).toBeVisible();
    expect(host.checkout.step).toBe('checkout');
  });

  test('has no steps of a three-page checkout', async ({host}) => {
    await expect(host.update({checkout: {step: 'shipping'}})).rejects.toThrow(
      'checkout.step is "shipping", which a one-page checkout does not have.',
    );
  });

  for (const width of [390, 1440]) {
    test(`fits ${width} pixels, and axe finds nothing serious`, async ({host, page}, testInfo) => {
      await page.setViewportSize({width, height: 900});
      await host.mount(await writeExtension(BLOCK, JOURNEY, testInfo));
      await expect(page.getByRole('button', {name: 'Pay now'})).toBeVisible();

      expect(await seriousViolations(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await testInfo.attach('page', {
        body: await page.screenshot({fullPage: true}),
        contentType: 'image/png',
      });
    });
  }

  for (const version of ['2023-04', '2023-07', '2025-07']) {
    test(`shows an extension of ${version} at the payment, with its interceptor`, async ({
      host,
      page,
    }, testInfo) => {
      const isFirst = version === '2023-04';
      const target = isFirst
        ? 'Checkout::GiftCard::Render'
        : 'purchase.checkout.payment-method-list.render-after';
      const library = isFirst ? 'checkout-ui-extensions-react' : 'ui-extensions-react/checkout';
      const start = isFirst ? 'render' : 'reactExtension';
      const source = `import {${start}, Text, useBuyerJourneyIntercept} from '@shopify/${library}';
${isFirst ? 'render' : 'export default reactExtension'}('${target}', () => <Here />);
function Here() {
  useBuyerJourneyIntercept(() => ({behavior: 'block', reason: 'never', errors: [{message: 'Not yet'}]}));
  return <Text>here</Text>;
}
`;

      const folder = await writeReactExtension(
        {version, target, source, capability: 'block_progress = true'},
        testInfo,
      );

      const extension = await host.mount(folder);
      await expect(extension.getByText('here')).toBeVisible();
      await page.getByRole('button', {name: 'Pay now'}).press('Enter');
      await expect(page.getByRole('alert').getByText('Not yet')).toBeVisible();
      expect(host.checkout.step).toBe('checkout');
    });
  }
});

for (const layout of ['one-page', 'three-page'] as const) {
  test.describe(`an accelerated checkout of a shop with ${layout}`, () => {
    test.use({checkout: {layout}});

    test('is one page, refuses changes, and the buyer may leave it', async ({host, page}, testInfo) => {
      const source = `${JOURNEY.replace('export default', 'const show =')}
export default () => {
  show();
  const button = Object.assign(document.createElement('s-button'), {textContent: 'Change'});
  button.addEventListener('click', async () => {
    const {type} = await shopify.applyNoteChange({type: 'updateNote', note: 'Ring twice'});
    button.textContent = 'Change: ' + type;
  });
  document.body.append(button);
};
`;

      const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));
      await page.getByRole('button', {name: 'Pay with Shop Pay'}).click();
      await expect(page.getByText('You pay with Shop Pay.')).toBeVisible();
      await expect(extension.getByText('checkout of checkout!,thank-you', {exact: true})).toBeVisible();
      await extension.getByRole('button', {name: 'Change'}).click();
      await expect(extension.getByRole('button', {name: 'Change: error'})).toBeVisible();
      expect(host.checkout).toMatchObject({accelerated: true, selectedPaymentOption: 'shop-pay'});

      await page.getByRole('button', {name: 'Other ways to pay'}).click();
      const step = layout === 'one-page' ? 'checkout' : 'information';
      await expect(extension.getByText(`${step} of ${step}!`)).toBeVisible();

      await page.getByRole('button', {name: 'Pay with Shop Pay'}).click();
      await page.getByRole('button', {name: 'Pay now'}).click();
      await expect.poll(() => host.checkout.step).toBe('thank-you');
    });
  });
}

/** Returns what axe finds to be serious or worse on the page. */
async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const {axe} = globalThis as unknown as {axe: Axe};
    const {violations} = await axe.run(document, {resultTypes: ['violations']});
    return violations
      .filter(({impact}) => impact === 'serious' || impact === 'critical')
      .flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 200)}`));
  });
}

interface Axe {
  run(
    node: Document,
    options: object,
  ): Promise<{violations: {id: string; impact: string; nodes: {html: string}[]}[]}>;
}
