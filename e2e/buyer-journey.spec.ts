import {expect, test} from 'simhost/playwright';
import type {Host} from 'simhost/playwright';
import {writeExtension, writeReactExtension} from './written-extension.ts';

const BLOCK = 'purchase.checkout.block.render';
const BLOCK_PROGRESS = '[extensions.capabilities]\nblock_progress = true\n';

test('what an interceptor throws, or its perform, is an error of the extension, and the buyer goes on', async ({
  host,
  page,
}, testInfo) => {
  const source = `export default async () => {
  await shopify.buyerJourney.intercept(() => ({
    behavior: 'allow',
    perform() {
      throw new RangeError('cannot perform');
    },
  }));
  await shopify.buyerJourney.intercept(() => {
    throw new TypeError('cannot answer');
  });
};
`;

  await host.mount(await writeExtension(BLOCK, source, testInfo));
  // By the keyboard: the pointer over the button lets them run as well, and throw once more.
  await page.getByRole('button', {name: 'Continue to shipping'}).press('Enter');
  const performed = await host.errors.waitFor('cannot perform');
  expect([performed.error.name, performed.handle, performed.source]).toEqual([
    'RangeError',
    'at-target',
    'src/Target.js:5:13',
  ]);

  const answered = await host.errors.waitFor('cannot answer');
  expect([answered.error.name, answered.source]).toEqual(['TypeError', 'src/Target.js:9:11']);
  await expect.poll(() => host.checkout.step).toBe('shipping');
});

test('a step that was reached before is no way around an interceptor, and going back asks nobody', async ({
  host,
  page,
}, testInfo) => {
  const source = `export default async () => {
  await shopify.buyerJourney.intercept(() => ({behavior: 'block', reason: 'not agreed', errors: [{message: 'Agree first'}]}));
};
`;

  await host.update({checkout: {step: 'payment'}});
  await host.mount(await writeExtension(BLOCK, source, testInfo, {toml: BLOCK_PROGRESS}));
  const steps = page.getByRole('navigation', {name: 'Steps'});
  await steps.getByRole('button', {name: 'Shipping'}).click();
  await expect(page.getByRole('button', {name: 'Return to information'})).toBeVisible();
  await page.getByRole('button', {name: 'Return to information'}).click();
  await expect(steps.getByRole('button', {name: 'Payment'})).toBeVisible();
  await steps.getByRole('button', {name: 'Payment'}).click();
  await expect(page.getByRole('alert').getByText('Agree first')).toBeVisible();
  expect(host.checkout.step).toBe('information');
});

/** Counts the runs of its interceptor, blocks without the attribute "age", and has a button that sets it. */
const ASKING = `export default async () => {
  const text = document.createElement('s-text');
  const button = document.createElement('s-button');
  button.textContent = 'Set age';
  button.addEventListener('click', () => shopify.applyAttributeChange({type: 'updateAttribute', key: 'age', value: '42'}));
  document.body.append(text, button);
  let runs = 0;
  await shopify.buyerJourney.intercept(() => {
    const age = shopify.attributes.value.find(({key}) => key === 'age')?.value;
    text.textContent = ++runs + ': ' + age;
    return age === undefined
      ? {behavior: 'block', reason: 'no age', errors: [{message: 'Enter your age'}]}
      : {behavior: 'allow'};
  });
};
`;

/** The reasons that the extension's console names for the runs of its interceptor. */
function reasonsOf(host: Host): string[] {
  return host.logs.all
    .filter(({level, text}) => level === 'debug' && text.startsWith('buyerJourney.intercept: '))
    .map(({text}) => text.replace(/^.* because (.*)\.$/, '$1'));
}

test('an interceptor runs when the pointer is over the button, and its errors show before a click', async ({
  host,
  page,
}, testInfo) => {
  const extension = await host.mount(await writeExtension(BLOCK, ASKING, testInfo, {toml: BLOCK_PROGRESS}));
  await page.getByRole('button', {name: 'Continue to shipping'}).hover();

  await expect(page.getByRole('alert').getByText('Enter your age')).toBeVisible();
  await expect(extension.getByText('1: undefined')).toBeVisible();
  expect(reasonsOf(host)).toEqual(['the pointer is over "Continue to shipping"']);
  expect(host.checkout.step).toBe('information');
});

test('an interceptor runs after each change of attributes, lines, address and delivery method', async ({
  host,
  page,
}, testInfo) => {
  await host.update({checkout: {step: 'shipping'}});
  const extension = await host.mount(await writeExtension(BLOCK, ASKING, testInfo, {toml: BLOCK_PROGRESS}));

  await page.getByRole('radio', {name: /Express/}).check();
  await expect(page.getByRole('alert').getByText('Enter your age')).toBeVisible();
  await expect(extension.getByText('1: undefined')).toBeVisible();

  // The change is in the signals when the interceptor runs, and the page takes its error back.
  await extension.getByRole('button', {name: 'Set age'}).click();
  await expect(extension.getByText('2: 42')).toBeVisible();
  await expect(page.getByText('Enter your age')).toHaveCount(0);

  await host.update({checkout: {lines: [{merchandiseId: 'gid://shopify/ProductVariant/30031'}]}});
  await expect(extension.getByText('3: 42')).toBeVisible();
  await host.update({checkout: {shippingAddress: {address1: '2 Road', countryCode: 'US', zip: '10001'}}});
  await expect(extension.getByText('4: 42')).toBeVisible();
  await host.update({checkout: {note: 'Ring twice'}});

  await page.getByRole('button', {name: 'Continue to payment'}).press('Enter');
  await expect(extension.getByText('5: 42')).toBeVisible();
  expect(reasonsOf(host)).toEqual([
    'the delivery method changed',
    'the attributes changed',
    'the cart lines changed',
    'the delivery address changed',
    'the buyer goes on',
  ]);
});

test.describe('without interceptOnHover', () => {
  test.use({checkout: {interceptOnHover: false}});

  test('an interceptor runs after a change, and not at the pointer', async ({host, page}, testInfo) => {
    const extension = await host.mount(await writeExtension(BLOCK, ASKING, testInfo));
    await page.getByRole('button', {name: 'Continue to shipping'}).hover();
    await extension.getByRole('button', {name: 'Set age'}).click();
    await expect(extension.getByText('1: 42')).toBeVisible();
    expect(reasonsOf(host)).toEqual(['the attributes changed']);
  });
});

test.describe('with interceptAt: continue', () => {
  test.use({checkout: {interceptAt: 'continue'}});

  test('an interceptor runs when the buyer goes on, and at no other time', async ({host, page}, testInfo) => {
    const extension = await host.mount(await writeExtension(BLOCK, ASKING, testInfo));
    await page.getByRole('button', {name: 'Continue to shipping'}).hover();
    await extension.getByRole('button', {name: 'Set age'}).click();
    await expect.poll(() => host.checkout.attributes.length).toBe(1);
    await page.getByRole('button', {name: 'Continue to shipping'}).click();

    await expect(extension.getByText('1: 42')).toBeVisible();
    expect(reasonsOf(host)).toEqual(['the buyer goes on']);
  });
});

test('the buyer waits for a run in progress, and then the interceptor is asked once more', async ({
  host,
  page,
}, testInfo) => {
  const source = `export default async () => {
  const button = document.createElement('s-button');
  button.textContent = 'Answer';
  document.body.append(button);
  let answer;
  button.addEventListener('click', () => answer());
  await shopify.buyerJourney.intercept(async () => {
    console.log('asked');
    await new Promise((resolve) => { answer = resolve; });
    return {behavior: 'allow'};
  });
};
`;

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));
  const asked = (): number => host.logs.all.filter(({text}) => text === 'asked').length;
  const goOn = page.getByRole('button', {name: 'Continue to shipping'});

  await goOn.hover();
  await expect.poll(asked).toBe(1);
  await goOn.click();
  await host.update({checkout: {attributes: [{key: 'gift', value: 'yes'}]}});
  expect(asked()).toBe(1);

  await extension.getByRole('button', {name: 'Answer'}).click();
  await expect.poll(asked).toBe(2);
  expect(host.checkout.step).toBe('information');
  expect(reasonsOf(host).at(-1)).toBe('the attributes changed, and the buyer goes on');

  await extension.getByRole('button', {name: 'Answer'}).click();
  await expect.poll(() => host.checkout.step).toBe('shipping');
  expect(asked()).toBe(2);
});

test('an interceptor of a React generation runs after a change too', async ({host, page}, testInfo) => {
  const source = `import {BlockStack, reactExtension, Text, useApplyAttributeChange, useBuyerJourneyIntercept, Button} from '@shopify/ui-extensions-react/checkout';
import {useState} from 'react';
export default reactExtension('purchase.checkout.block.render', () => <Asking />);
function Asking() {
  const apply = useApplyAttributeChange();
  const [runs, setRuns] = useState(0);
  useBuyerJourneyIntercept(() => ({behavior: 'block', reason: 'never', errors: [{message: 'Not yet'}], perform: () => setRuns((n) => n + 1)}));
  return <BlockStack><Text>{'runs ' + runs}</Text><Button onPress={() => apply({type: 'updateAttribute', key: 'age', value: '42'})}>Set age</Button></BlockStack>;
}
`;

  const folder = await writeReactExtension(
    {version: '2025-07', target: BLOCK, source, capability: 'block_progress = true'},
    testInfo,
  );

  const extension = await host.mount(folder);
  await extension.getByRole('button', {name: 'Set age'}).click();
  await expect(extension.getByText('runs 1')).toBeVisible();
  await expect(page.getByRole('alert').getByText('Not yet')).toBeVisible();
});

/** Keeps the committed value of its field, and blocks while it is empty. */
const NAMING = `export default async () => {
  const field = Object.assign(document.createElement('s-text-field'), {label: 'Recipient'});
  let committed = '';
  field.addEventListener('change', (event) => { committed = event.currentTarget.value; });
  document.body.append(field);
  await shopify.buyerJourney.intercept(() => {
    console.log('asked: ' + committed + ' for ' + shopify.buyerIdentity.email.value);
    return committed === ''
      ? {behavior: 'block', reason: 'no name', errors: [{message: 'Enter a recipient'}]}
      : {behavior: 'allow'};
  });
};
`;

test('Enter in a field of an extension commits it and goes on, and the interceptor sees the value', async ({
  host,
  page,
}, testInfo) => {
  const extension = await host.mount(await writeExtension(BLOCK, NAMING, testInfo, {toml: BLOCK_PROGRESS}));
  const field = extension.getByLabel('Recipient');

  await field.press('Enter');
  await expect(page.getByRole('alert').getByText('Enter a recipient')).toBeVisible();
  expect(host.checkout.step).toBe('information');

  await field.fill('Bea');
  await field.press('Enter');
  await expect.poll(() => host.checkout.step).toBe('shipping');
  expect(await host.logs.waitFor('asked: Bea')).toMatchObject({level: 'log'});
});

test('Enter in a field of the page goes on too, with what was entered', async ({host, page}, testInfo) => {
  await host.mount(await writeExtension(BLOCK, NAMING, testInfo));
  await page.getByLabel('Email').fill('ada@lovelace.example');
  await page.getByLabel('Email').press('Enter');

  await host.logs.waitFor('asked:  for ada@lovelace.example');
  await expect
    .poll(() => host.checkout)
    .toMatchObject({
      step: 'shipping',
      contact: {email: 'ada@lovelace.example'},
    });
});

test('a press on the button counts if the extension or the page moves the button meanwhile', async ({
  host,
  page,
}, testInfo) => {
  const source = `export default async () => {
  const note = document.createElement('s-text');
  const tall = document.createElement('s-stack');
  tall.append(...Array.from({length: 4}, () => Object.assign(document.createElement('s-paragraph'), {textContent: 'Please wait'})));
  document.body.append(note, tall);
  const released = new Promise((resolve) => shopify.note.subscribe((value) => value === 'go' && resolve()));
  let runs = 0;
  await shopify.buyerJourney.intercept(async () => {
    runs += 1;
    if (runs === 1) return {behavior: 'block', reason: 'first', errors: [{message: 'Not yet'}]};
    await released;
    tall.remove();
    note.textContent = 'Checked';
    return {behavior: 'allow'};
  });
};
`;

  // A page that scrolls would keep the button in place.
  await page.setViewportSize({width: 1280, height: 1600});
  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {toml: BLOCK_PROGRESS}));
  const button = page.getByRole('button', {name: 'Continue to shipping'});
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').getByText('Not yet')).toBeVisible();

  await button.hover();
  await page.mouse.down();
  await host.update({checkout: {note: 'go'}});
  await expect(extension.getByText('Checked')).toBeVisible();
  await expect(page.getByText('Not yet')).toBeHidden();
  await page.mouse.up();
  await expect.poll(() => host.checkout.step).toBe('shipping');
});
