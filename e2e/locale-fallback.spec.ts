import {mkdir, writeFile} from 'node:fs/promises';
import {expect, test} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

const SOURCE = `export default () => {
  for (const key of ['greeting', 'english', 'nowhere'])
    document.body.append(Object.assign(document.createElement('s-text'), {textContent: shopify.i18n.translate(key)}));
};
`;

test.use({locale: 'fr-CA'});

for (const target of ['purchase.checkout.block.render', 'customer-account.order-status.block.render']) {
  test(`fr-CA falls back to fr and to the default at ${target}, and the error names the files`, async ({
    host,
  }, testInfo) => {
    const folder = await writeExtension(target, SOURCE, testInfo);
    await mkdir(`${folder}/locales`);
    await writeFile(`${folder}/locales/en.default.json`, '{"greeting": "Hello", "english": "Only English"}');
    await writeFile(`${folder}/locales/fr.json`, '{"greeting": "Bonjour"}');

    const extension = await host.mount(folder);

    await expect(extension.getByText('Bonjour')).toBeVisible();
    await expect(extension.getByText('Only English')).toBeVisible();
    const {error} = await host.errors.waitFor('No translation "nowhere"');
    expect(error.message).toContain(
      'No translation "nowhere" for locale "fr-CA". Read in this order: locales/fr.json, locales/en.default.json.',
    );
  });
}
