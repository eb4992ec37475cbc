import {expect, test} from 'simhost/playwright';
import {writeExtension, writeReactExtension} from './written-extension.ts';

const CHECKOUT = 'purchase.checkout.block.render';
const BLOCK = 'customer-account.order-status.block.render';
const TOML = `  [[extensions.metafields]]
  namespace = "custom"
  key = "tier"
  [extensions.capabilities]
  block_progress = true
  [extensions.settings]
  [[extensions.settings.fields]]
  key = "title"
  type = "single_line_text_field"
  default_value = "Points"
  [[extensions.settings.fields]]
  key = "link"
  type = "single_line_text_field"
  required = true
`;

/** Shows its situation, and asks for a token at the press of a button. */
const SOURCE = `export default async () => {
  const text = document.createElement('s-text');
  const {editor, capabilities} = shopify.extension;
  const token = () => shopify.sessionToken.get().then((jwt) => jwt.split('.').length + ' parts', ({name}) => name);
  const show = async () => {
    const metafields = shopify.appMetafields.value.length;
    text.textContent = JSON.stringify([editor, shopify.settings.value, capabilities.value, metafields, await token()]);
  };
  const button = Object.assign(document.createElement('s-button'), {textContent: 'Again'});
  button.addEventListener('click', show);
  document.body.append(text, button);
  await show();
};
`;

const METAFIELDS = [
  {
    target: {type: 'shop', id: 'gid://shopify/Shop/548380009'},
    metafield: {
      namespace: 'custom',
      key: 'tier',
      value: 'gold',
      valueType: 'string',
      type: 'single_line_text_field',
    },
  },
] as const;

for (const target of [CHECKOUT, BLOCK]) {
  test(`an unsaved extension in the checkout editor has no settings, metafields or token at ${target}`, async ({
    host,
  }, testInfo) => {
    await host.update({metafields: [...METAFIELDS]});
    const folder = await writeExtension(target, SOURCE, testInfo, {toml: TOML});
    const extension = await host.mount(folder, {editor: true, declined: ['block_progress']});

    const editor = {type: 'checkout'};
    await expect(
      extension.getByText(JSON.stringify([editor, {}, [], 0, 'SessionTokenApiError'])),
    ).toBeVisible();
    expect(host.logs.last({level: 'warn'})?.text).toContain('The merchant has not saved the extension');

    await host.update({editor: 'saved', settings: {title: 'Mine'}, declined: []});
    await extension.getByRole('button', {name: 'Again'}).click();
    const saved = [editor, {title: 'Mine'}, ['block_progress'], 0, '3 parts'];
    await expect(extension.getByText(JSON.stringify(saved))).toBeVisible();
    expect(host.notices.map(({code}) => code)).not.toContain('setting-default-used');
  });
}

const REACT = [
  ['2023-04', '@shopify/checkout-ui-extensions-react', 'render', 'Checkout::Dynamic::Render'],
  ['2023-07', '@shopify/ui-extensions-react/checkout', 'reactExtension', CHECKOUT],
  ['2025-07', '@shopify/ui-extensions-react/checkout', 'reactExtension', CHECKOUT],
] as const;

for (const [version, sdk, register, target] of REACT) {
  test(`an extension of ${version} reads the editor, and gets a token once it is saved`, async ({
    host,
  }, testInfo) => {
    const source = `import {useState} from 'react';
import {Button, Text, ${register}} from '${sdk}';

export default ${register}('${target}', (api) => <Extension api={api} />);

function Extension({api: {extension, settings, appMetafields, sessionToken}}) {
  const [token, setToken] = useState('none');
  const parts = (jwt) => setToken(jwt.split('.').length + ' parts');
  const ask = () => sessionToken.get().then(parts, ({name}) => setToken(name));
  return (
    <>
      <Text>{JSON.stringify([extension.editor, settings.current, appMetafields.current.length, token])}</Text>
      <Button onPress={ask}>Ask</Button>
    </>
  );
}
`;

    const extension = await host.mount(await writeReactExtension({version, target, source}, testInfo), {
      editor: true,
    });
    const ask = extension.getByRole('button', {name: 'Ask'});
    await ask.click();
    await expect(extension.getByText('[{"type":"checkout"},{},0,"SessionTokenApiError"]')).toBeVisible();

    await host.update({editor: 'saved'});
    await ask.click();
    await expect(extension.getByText('[{"type":"checkout"},{},0,"3 parts"]')).toBeVisible();
  });
}

test('settings that nobody set are empty with settings: unset, and notices say who fills them otherwise', async ({
  host,
}, testInfo) => {
  const folder = await writeExtension(CHECKOUT, SOURCE, testInfo, {toml: TOML});
  const unset = await host.mount(folder, {settings: 'unset'});
  await expect(unset.getByText('[null,{},["block_progress"],0,"3 parts"]')).toBeVisible();
  expect(host.notices).toEqual([]);

  const filled = await host.mount(folder);
  await expect(filled.getByText('[null,{"title":"Points"}')).toBeVisible();
  expect(host.notices).toMatchObject([
    {
      code: 'setting-default-used',
      message: expect.stringContaining('The setting title of "at-target" is filled by default_value.'),
    },
    {
      code: 'setting-required',
      message: expect.stringContaining(
        'The setting link of "at-target" is required and without default_value.',
      ),
    },
  ]);
});

test('a wrong value of editor or settings is named', async ({host}, testInfo) => {
  const folder = await writeExtension(CHECKOUT, SOURCE, testInfo, {toml: TOML});
  const mount = (options: object): Promise<unknown> => host.mount(folder, options);

  await expect(mount({editor: 'yes'})).rejects.toThrow('editor is "yes".\nGive true');
  await expect(mount({settings: 'none'})).rejects.toThrow('settings is "none".\nGive values by their keys');
  await expect(host.update({editor: 'saved'})).rejects.toThrow(
    'No mounted extension is in the checkout editor.\nMount it there first: host.mount(folder, {editor: true}).',
  );
});
