import {mkdir, writeFile} from 'node:fs/promises';
import {graphql, HttpResponse} from 'msw';
import {expect, test} from 'simhost/playwright';
import {NEWEST_API_VERSION} from '../harness/node/extension/api-version.ts';
import {showing, writeExtension} from './written-extension.ts';
import {coreOf} from './core-of.ts';

const BLOCK = 'customer-account.order-status.block.render';
const PAGE = 'customer-account.page.render';
const API_ACCESS = '  [extensions.capabilities]\n  api_access = true\n';
const CONSENT = '  [extensions.capabilities.collect_buyer_consent]\n  customer_privacy = true\n';

/** A module that runs code and shows the outcome. */
function running(code: string): string {
  return `export default async () => {
  const text = document.createElement('s-text');
  document.body.append(text);
  const say = (value) => (text.textContent = typeof value === 'string' ? value : JSON.stringify(value));
  ${code}
};
`;
}

test('a toast stands on the page until it is hidden', async ({host, page}, testInfo) => {
  const source = running(`
    const toast = await shopify.toast.show('Order saved');
    const button = Object.assign(document.createElement('s-button'), {textContent: 'Hide'});
    button.addEventListener('click', () => toast.hide());
    document.body.append(button);`);

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));

  await expect(page.getByRole('status').getByText('Order saved')).toBeVisible();
  await expect(host.calls).toHaveCall('toast.show', ['Order saved']);
  await extension.getByRole('button', {name: 'Hide'}).click();
  await expect(page.getByText('Order saved')).toBeHidden();
});

test('analytics reach the test, a visitor without contact is an error', async ({host}, testInfo) => {
  const source = running(`say([
    await shopify.analytics.publish('points:shown', {points: 120}),
    (await shopify.analytics.visitor({email: 'ada@example.com'})).type,
    (await shopify.analytics.visitor({})).type,
  ]);`);

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));

  await expect(extension.getByText('[true,"success","error"]')).toBeVisible();
  expect(host.calls.matching('analytics.publish').map(({args}) => args)).toEqual([
    ['points:shown', {points: 120}],
  ]);
});

test('an intent answers as the user ends it', async ({host, page}, testInfo) => {
  const source = running(`
    const activity = await shopify.intents.invoke({action: 'open', type: 'shopify/SubscriptionContract', data: {field: 'paymentMethod'}});
    void activity.complete.then(say);`);

  const folder = await writeExtension(BLOCK, source, testInfo);

  for (const [button, answer] of [
    ['Complete', '{"code":"ok","data":{"field":"paymentMethod"}}'],
    ['Close', '{"code":"closed"}'],
  ] as const) {
    await test.step(button, async () => {
      const extension = await host.mount(folder);

      await page
        .getByRole('dialog', {name: 'open:shopify/SubscriptionContract'})
        .getByRole('button', {name: button})
        .click();

      await expect(extension.getByText(answer)).toBeVisible();
    });
  }
});

test('the Storefront API answers from the world', async ({host, simulation}, testInfo) => {
  const source = running(
    `say(await shopify.query('query Named($first: Int!) { shop { name } products(first: $first) { nodes { title } } }', {variables: {first: 1}}));`,
  );

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {toml: API_ACCESS}));
  const title = simulation.world.products[0]?.title ?? '';

  await expect(
    extension.getByText(
      `{"data":{"shop":{"name":"Acme Outfitters"},"products":{"nodes":[{"title":"${title}"}]}}}`,
    ),
  ).toBeVisible();

  await expect(host.requests).toHaveRequest(
    `https://acme.myshopify.com/api/${NEWEST_API_VERSION}/graphql.json`,
    {
      status: 200,
      outcome: 'platform',
    },
  );
});

test('an unknown field of the Storefront API fails as in GraphQL', async ({host}, testInfo) => {
  const source = running(
    `const {errors} = await shopify.query('{ shop { nmae } }', {version: '2026-04'}); say(errors[0].message);`,
  );

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {toml: API_ACCESS}));

  await expect(extension.getByText(/Field 'nmae' doesn't exist on type 'Shop'/)).toBeVisible();
  await expect(host.requests).toHaveRequest('https://acme.myshopify.com/api/2026-04/graphql.json', {
    status: 200,
  });
});

test("a test's own handler stands before the platform's, which answers the rest", async ({
  host,
}, testInfo) => {
  await host.use(graphql.query('Wishlist', () => HttpResponse.json({data: {wishlist: ['Mine']}})));
  const source = running(
    `say([await shopify.query('query Wishlist { wishlist }'), await shopify.query('{ shop { name } }')]);`,
  );

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {toml: API_ACCESS}));
  await expect(
    extension.getByText('[{"data":{"wishlist":["Mine"]}},{"data":{"shop":{"name":"Acme Outfitters"}}}]'),
  ).toBeVisible();
});

test('a query without api_access names the lines to add', async ({host}, testInfo) => {
  const source = running(`await shopify.query('{ shop { name } }');`);
  await expect(host.mount(await writeExtension(BLOCK, source, testInfo))).rejects.toThrow(
    /\[extensions\.capabilities\]\s+api_access = true/,
  );
});

test('a query without api_access rejects with the name that extensions test for', async ({
  host,
}, testInfo) => {
  const source = running(`
    const names = [];
    for (const ask of [() => shopify.query('{ shop { name } }'), () => fetch('https://myapp.com/api')])
      await ask().catch((error) => names.push(error.name, error.message.includes('[capabilities]')));
    say(names);`);

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {toml: ''}));
  await expect(
    extension.getByText('["ApiAccessDeniedError",true,"NetworkAccessDeniedError",true]'),
  ).toBeVisible();
});

test('host-storefront-no-token: a query rejects with StorefrontMissingToken once, and the next is answered', async ({
  host,
}, testInfo) => {
  const source = running(`
    const ask = () => shopify.query('{ shop { name } }');
    const refused = await ask().catch((error) => error.name);
    say([refused, (await ask()).data.shop.name]);`);

  await host.arm('host-storefront-no-token');
  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {toml: API_ACCESS}));
  await expect(extension.getByText('["StorefrontMissingToken","Acme Outfitters"]')).toBeVisible();
});

test('a consent that was given is in the signal when the call answers', async ({host}, testInfo) => {
  const source = running(`
    const {type} = await shopify.applyTrackingConsentChange({type: 'changeVisitorConsent', analytics: false, saleOfData: true, metafields: [{key: 'granular', value: 'yes'}]});
    const {visitorConsent, allowedProcessing, metafields} = shopify.customerPrivacy.value;
    say([type, visitorConsent.analytics, allowedProcessing.analytics, allowedProcessing.saleOfData, metafields[0].value]);`);
  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {toml: CONSENT}));
  await expect(extension.getByText('["success",false,false,false,"yes"]')).toBeVisible();
});

test('a consent without the capability is refused with the lines to add', async ({host}, testInfo) => {
  const source = running(
    `say((await shopify.applyTrackingConsentChange({type: 'changeVisitorConsent', analytics: true})).message);`,
  );
  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));
  await expect(extension.getByText(/customer_privacy = true/)).toBeVisible();
});

test('a full page routes by navigation, back and forward included', async ({host, page}, testInfo) => {
  const source = running(`
    const show = () => say([navigation.currentEntry.url, navigation.currentEntry.getState() ?? null]);
    navigation.addEventListener('currententrychange', ({navigationType, from}) => { console.log(navigationType, from.url); show(); });
    show();
    const button = Object.assign(document.createElement('s-button'), {textContent: 'Details'});
    button.addEventListener('click', () => navigation.navigate('extension:/details?tab=2', {history: 'push', state: {from: 'list'}}));
    document.body.append(button);`);

  const extension = await host.mount(await writeExtension(PAGE, source, testInfo));

  await expect(extension.getByText('["extension:/",null]')).toBeVisible();
  await extension.getByRole('button', {name: 'Details'}).click();
  await expect(extension.getByText('["extension:/details?tab=2",{"from":"list"}]')).toBeVisible();
  await expect(page).toHaveURL(/\/account\/pages\/at-target\/details\?tab=2/);
  await page.goBack();
  await expect(extension.getByText('["extension:/",null]')).toBeVisible();
  expect(host.logs.all.map(({text}) => text)).toEqual([
    'push extension:/',
    'traverse extension:/details?tab=2',
  ]);
});

test('navigation leads to the pages of the account', async ({host, page}, testInfo) => {
  const source = running(`
    const button = Object.assign(document.createElement('s-button'), {textContent: 'To my profile'});
    button.addEventListener('click', () => navigation.navigate('shopify:customer-account/profile'));
    document.body.append(button);`);

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));

  await extension.getByRole('button', {name: 'To my profile'}).click();
  await expect(page.getByRole('heading', {name: 'Profile'})).toBeVisible();
  await expect(page).toHaveURL(/\/account\/profile/);
  await expect(extension).toBeHidden();
  await expect(host.calls).toHaveCall('navigation.navigate', ['shopify:customer-account/profile']);
  await page.goBack();
  await expect(extension).toBeVisible();
});

test('an order action closes its dialog', async ({host, page}, testInfo) => {
  const source = running(`
    const button = Object.assign(document.createElement('s-button'), {textContent: 'Done'});
    button.addEventListener('click', () => shopify.close());
    document.body.append(button);`);

  const extension = await host.mount(
    await writeExtension('customer-account.order.action.render', source, testInfo),
  );

  await extension.getByRole('button', {name: 'Done'}).click();
  await expect(page.getByRole('dialog', {name: 'At a target'})).toBeHidden();
  await expect(host.calls).toHaveCall('close');
});

for (const display of [true, false]) {
  test(`a should_render module that answers ${display} is respected`, async ({
    host,
    simulation,
  }, testInfo) => {
    const toml = '    [extensions.targeting.should_render]\n    module = "./src/Condition.js"\n';
    await mkdir(testInfo.outputPath('extension/src'), {recursive: true});
    const condition = `export default async () => ({display: shopify.note.value === 'Please ring twice' && ${display}});`;
    await writeFile(testInfo.outputPath('extension/src/Condition.js'), condition);
    const extension = await host.mount(await writeExtension(BLOCK, showing(`'I am here'`), testInfo, {toml}));
    await expect(extension.getByText('I am here')).toHaveCount(display ? 1 : 0);
    expect(coreOf(simulation).pages.state().mounts[0]?.conditions?.scriptUrl).toMatch(
      /at-target-conditions\.[0-9a-f]{8}\.js$/,
    );
  });
}

test('a should_render module that throws keeps the extension out, with its source line', async ({
  host,
}, testInfo) => {
  const toml = '    [extensions.targeting.should_render]\n    module = "./src/Condition.js"\n';
  await mkdir(testInfo.outputPath('extension/src'), {recursive: true});
  await writeFile(
    testInfo.outputPath('extension/src/Condition.js'),
    `export default () => {\n  throw new RangeError('cannot say');\n};\n`,
  );

  const folder = await writeExtension(BLOCK, showing(`'I am here'`), testInfo, {toml});
  await expect(host.mount(folder)).rejects.toThrow(/RangeError: cannot say/);
  expect(host.errors.all[0]?.error.stack).toContain('src/Condition.js:2:');
});
