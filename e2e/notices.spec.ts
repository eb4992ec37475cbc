import {writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {expect, test} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

test.describe('with an app that lacks read_customers', () => {
  test.use({app: {clientId: 'key', clientSecret: 'shhh', scopes: ['write_products']}});
  test.use({backends: {'https://loyalty.example.com': 'http://127.0.0.1:9'}});

  test('a token without sub is a notice that names the scope', async ({host}) => {
    await host.mount('fixtures/extensions/loyalty', {settings: 'unset'});
    await host.requests.waitFor('https://loyalty.example.com/api/points');
    expect(host.notices).toMatchObject([
      {code: 'token-without-sub', message: expect.stringContaining('Its scopes are: write_products.')},
    ]);
  });

  test('a guest gets no notice about sub', async ({host, simulation}) => {
    await host.signOut();
    expect(await simulation.issueSessionToken()).not.toBeNull();
    expect(host.notices).toEqual([]);
  });
});

test('a member that the target lacks reads undefined, and the nearest name is in a notice', async ({
  host,
}, testInfo) => {
  const source = `export default () => {
    shopify.toast?.show('Saved');
    shopify.toast?.show('Saved again');
    const {sesionToken} = shopify;
    document.body.append(String(sesionToken), ' ', 'sessionToken' in shopify);
  };`;

  const extension = await host.mount(
    await writeExtension('purchase.checkout.block.render', source, testInfo),
  );

  await expect(extension).toHaveText('undefined true');
  expect(host.notices.map(({code, message, next}) => [code, message, next])).toEqual([
    [
      'api-member-missing',
      'shopify.toast is undefined: purchase.checkout.block.render does not have it.',
      expect.stringMatching(/^Known: i18n, /),
    ],
    [
      'api-member-missing',
      'shopify.sesionToken is undefined: purchase.checkout.block.render does not have it.',
      'Did you mean "sessionToken"?',
    ],
  ]);
});

test('shared code may ask for members of other targets and of other APIs', async ({host}, testInfo) => {
  const source = `import {origin} from './shop.js';
  export default () => {
    const {email} = shopify.buyerIdentity ?? {email: 'unknown'};
    document.body.append(email, ' at ', origin());
  };`;
  const folder = await writeExtension('customer-account.profile.block.render', source, testInfo);
  await writeFile(
    `${folder}/src/shop.js`,
    "export const origin = () => shopify.shopOrigin ?? 'acme.example';",
  );

  await expect(await host.mount(folder)).toHaveText('unknown at acme.example');
  expect(host.notices.map(({message}) => message.replace(/:.*/, ''))).toEqual([
    'shopify.buyerIdentity is undefined',
    'shopify.shopOrigin is undefined',
  ]);
});

test('an extension that renders into its API fails, and the error names document.body', async ({
  host,
}, testInfo) => {
  const source = `import {h, render} from 'preact';
  export default (api) => render(h('s-text', null, 'Hi'), api);`;
  const folder = await writeExtension('purchase.checkout.block.render', source, testInfo, {
    modules: resolve('node_modules'),
  });

  await expect(host.mount(folder)).rejects.toThrow(
    /insertBefore is not a function\nshopify is the API and not an element, and "namespaceURI" was read of it\.\n?\s*Render into document\.body/,
  );
  expect(host.notices).toHaveLength(1);
});

test('a type that a TypeScript module exports again runs, with a notice', async ({host}, testInfo) => {
  const source = `import {hello} from './greeting.ts';
  export default () => document.body.append(hello);`;
  const folder = await writeExtension('purchase.checkout.block.render', source, testInfo);
  await writeFile(`${folder}/src/greeting.ts`, "export {hello, Greeting} from './hello';");
  await writeFile(
    `${folder}/src/hello.ts`,
    "export type Greeting = string;\nexport const hello: Greeting = 'Hi';",
  );

  await expect(await host.mount(folder)).toHaveText('Hi');
  expect(host.notices).toMatchObject([
    {code: 'export-without-value', next: 'Write "type Greeting" if it is a type, or correct the name.'},
  ]);
});

test('a property or an event that an element lacks has no effect and is a notice', async ({
  host,
}, testInfo) => {
  const source = `import {h, render} from 'preact';
  const button = () => h('s-button', {onPress: () => {}, colour: 'red', 'data-id': '1', accessibilityLabel: 'Buy', onClick: () => {}});
  export default () => render(h('s-stack', null, button(), button()), document.body);`;

  const folder = await writeExtension('purchase.checkout.block.render', source, testInfo, {
    modules: resolve('node_modules'),
  });

  const extension = await host.mount(folder);

  await expect(extension.getByRole('button', {name: 'Buy'})).toHaveCount(2);
  expect(host.notices.map(({code, message, next}) => [code, message, next])).toEqual([
    [
      'element-property-unknown',
      '<s-button> has no event "Press", so it has no effect.',
      'Did you mean "click"?',
    ],
    [
      'element-property-unknown',
      '<s-button> has no property "colour", so it has no effect.',
      expect.stringMatching(/^Known: /),
    ],
  ]);
});

test('keys that the CLI ignores in the TOML are notices of the mount', async ({host}, testInfo) => {
  const toml = '  [extensions.capabilities]\n  network_acces = true\n';
  await host.mount(
    await writeExtension('purchase.checkout.block.render', 'export default () => {};', testInfo, {toml}),
  );
  expect(host.notices).toMatchObject([{code: 'toml-key-unknown', next: 'Did you mean "network_access"?'}]);
});
