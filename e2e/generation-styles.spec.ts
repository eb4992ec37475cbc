import {cp, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {resolve} from 'node:path';
import {expect, test} from 'simhost/playwright';
import {loadExtension} from '../harness/node/extension/load.ts';
import {copySample} from './copied-sample.ts';
import {writeReactExtension} from './written-extension.ts';
import {coreOf} from './core-of.ts';

const ORDER_STATUS = 'customer-account.order-status.block.render';

test.use({
  app: {clientId: 'styles-client-id', clientSecret: 'styles-client-secret'},
  backends: {
    'https://mirror.example.com': {command: 'node fixtures/backends/mirror/server.js'},
    'https://loyalty.example.com': {command: 'node fixtures/backends/loyalty/server.js'},
  },
});

test('extend() of 2023-04 draws into the root of the host', async ({host}, testInfo) => {
  const extension = await host.mount(
    await copySample('styles/extend', 'extensions/loyalty-2023-04', testInfo),
  );

  await expect(extension.getByRole('status')).toContainText('Checkout::OrderStatus::Dynamic::Render');
  await expect(extension.getByRole('heading', {name: `Order ${host.order.name}`})).toBeVisible();
  await extension.getByRole('button', {name: 'Ask the backend'}).click();
  await expect(extension.getByText(`Backend saw ${host.customer.id}`)).toBeVisible();
});

test('extension() of 2025-07 makes its own root, and its components are used as a buyer uses them', async ({
  host,
  page,
}, testInfo) => {
  const extension = await host.mount(
    await copySample('styles/extension', 'extensions/loyalty-2025-07', testInfo),
  );

  await expect(extension.getByRole('listitem').nth(0)).toHaveText(ORDER_STATUS);
  await expect(extension.getByRole('listitem').nth(1)).toHaveText(`Backend saw ${host.customer.id}`);
  const said = extension.getByRole('listitem').nth(2);

  await extension.getByRole('button', {name: 'Read the terms'}).click();
  const terms = page.getByRole('dialog', {name: 'Terms'});
  await expect(terms).toContainText('Be kind.');
  await terms.getByRole('button', {name: 'I agree'}).click();
  await expect(terms).toBeHidden();
  await expect(said).toHaveText('Terms closed');

  await extension.getByLabel('Note').pressSequentially('Hi');
  await expect(said).toHaveText('Typing Hi');
  await extension.getByLabel('Note').blur();
  await expect(said).toHaveText('Note Hi');
  await extension.getByRole('checkbox', {name: 'It is a gift'}).check();
  await expect(said).toHaveText('Gift true');
  await extension.getByLabel('Wrapping').selectOption('Gold paper');
  await expect(said).toHaveText('Wrapping gold');
  await extension.getByRole('radio', {name: 'Large'}).check();
  await expect(said).toHaveText('Size large');
  await extension.getByRole('button', {name: 'Increase'}).click();
  await expect(said).toHaveText('Cards 2');
  await extension.getByRole('button', {name: 'Send'}).click();
  await expect(said).toHaveText('Sent');

  await expect(extension.getByText('Wrapped by hand.')).toBeHidden();
  await extension.getByRole('button', {name: 'Details'}).click();
  await expect(extension.getByText('Wrapped by hand.')).toBeVisible();
  await expect(said).toHaveText('Open: details');
});

test('extend() of 2023-04 changes the checkout, and hears of its changes', async ({host, page}, testInfo) => {
  const folder = await copySample('styles/checkout-extend', 'extensions/loyalty-2023-04', testInfo);
  const extension = await host.mount(folder);

  await expect(extension.getByText('Note: none')).toBeVisible();
  await extension.getByLabel('Gift note').fill('For you');
  await extension.getByLabel('Gift note').blur();
  await expect(extension.getByText('Note: For you')).toBeVisible();
  await expect(extension.getByText('Change: success')).toBeVisible();
  expect(host.calls.matching('applyNoteChange').map(({args}) => args)).toEqual([
    [{type: 'updateNote', note: 'For you'}],
  ]);
  await host.update({checkout: {note: 'For somebody else'}});
  await expect(extension.getByText('Note: For somebody else')).toBeVisible();
  expect(new URL(page.url()).pathname).toMatch(/^\/checkouts\//);
});

test("a bundle made with the options of Shopify's CLI runs byte for byte", async ({
  page,
  simulation,
  host,
}, testInfo) => {
  const folder = resolve('fixtures/extensions/loyalty-2025-07');
  const {build} = createRequire(resolve('fixtures/sdks/esbuild/package.json'))('esbuild') as Esbuild;

  const {outputFiles} = await build({
    absWorkingDir: folder,
    stdin: {
      contents: `import './src/OrderStatus.jsx';import './src/Checkout.jsx';`,
      resolveDir: folder,
      loader: 'tsx',
    },
    bundle: true,
    write: false,
    define: {'process.env.NODE_ENV': '"production"'},
    jsx: 'automatic',
    loader: {'.esnext': 'ts', '.js': 'jsx'},
    legalComments: 'none',
    minify: true,
    target: 'es6',
  });

  const code = outputFiles[0]?.text ?? '';
  const built = testInfo.outputPath('built');

  await cp(folder, built, {recursive: true, filter: (path) => !path.includes('node_modules')});
  for (const module of ['OrderStatus', 'Checkout']) await writeFile(`${built}/src/${module}.jsx`, '');
  const {extension, translations, bundle, target} = await loadExtension(built, ORDER_STATUS);

  const mounted = await coreOf(simulation).extensions.mount({
    extension,
    translations,
    target,
    conditions: null,
    bundle: {...bundle, code, map: EMPTY_MAP},
  });

  const worker = page.waitForEvent('worker');

  await page.goto(coreOf(simulation).addresses.ofTargetWithId(target));
  await mounted.started;
  await expect(page.getByRole('heading', {name: '120 points'})).toBeVisible();
  expect(host.requests.last('https://loyalty.example.com/api/points')?.token).toMatchObject({
    sub: host.customer.id,
  });

  expect(
    coreOf(simulation).extensions.codeAt(coreOf(simulation).pages.state().mounts[0]?.scriptUrl ?? ''),
  ).toBe(code);
  expect(await (await worker).evaluate(() => 'document' in globalThis)).toBe(false);
});

interface Esbuild {
  build(options: object): Promise<{outputFiles: {text: string}[]}>;
}

const EMPTY_MAP = '{"version":3,"sources":[],"names":[],"mappings":""}';

const BROKEN = `import {reactExtension, BlockStack, Text} from '@shopify/ui-extensions-react/VERSION';

export default reactExtension('TARGET', () => <Order />);

function Order() {
  const lines = undefined;
  return <BlockStack>{lines.map((line) => <Text>{line}</Text>)}</BlockStack>;
}
`;

for (const {react, version, target, surface} of [
  {react: 17, version: '2023-07', target: 'Checkout::OrderStatus::Dynamic::Render', surface: 'checkout'},
  {react: 18, version: '2025-07', target: ORDER_STATUS, surface: 'customer-account'},
]) {
  test(`a component that throws in React ${react} fails the mount with its error and its line`, async ({
    host,
  }, testInfo) => {
    const source = BROKEN.replace('VERSION', surface).replace('TARGET', target);
    const folder = await writeReactExtension({version, target, source}, testInfo);
    await expect(host.mount(folder)).rejects.toThrow(
      /did not start at [^(]+ \(src\/index\.jsx:7:\d+\)\.\s+TypeError: Cannot read properties of undefined \(reading 'map'\)/,
    );
  });
}

test('a component that the surface does not have is refused in the words of the SDK', async ({
  host,
}, testInfo) => {
  const source = `import {extension} from '@shopify/ui-extensions/customer-account';
export default extension('${ORDER_STATUS}', (root) => {
  root.append(root.createComponent('Bannner', {title: 'Hello'}));
});
`;

  const folder = await writeReactExtension({version: '2025-07', target: ORDER_STATUS, source}, testInfo);
  await expect(host.mount(folder)).rejects.toThrow(/Unsupported component: Bannner/);
});

test('a failed start names the member that the API of the generation lacks', async ({host}, testInfo) => {
  const source = `import {extension} from '@shopify/ui-extensions/customer-account';
export default extension('${ORDER_STATUS}', (root, api) => {
  root.append(root.createText(api.toast.show('Hello')));
});
`;

  const folder = await writeReactExtension({version: '2025-07', target: ORDER_STATUS, source}, testInfo);
  await expect(host.mount(folder)).rejects.toThrow(/TypeError[\s\S]*api\.toast is undefined/);
});
