import {expect, test} from 'simhost/playwright';
import {pageFaults} from './picture-checks.ts';
import {writeExtension} from './written-extension.ts';

const WIDTHS = [390, 1024, 1440];

/** Extensions whose place on a page differs, by name: the target, and the elements that it renders. */
const PLACES: readonly (readonly [name: string, target: string, content: string])[] = [
  [
    'a block',
    'admin.product-details.block.render',
    `<s-admin-block heading="Notes" collapsedSummary="2 notes"><s-text>Ask the potter.</s-text></s-admin-block>`,
  ],
  [
    'an action',
    'admin.product-details.action.render',
    `<s-admin-action heading="Tag the product with what the potter says"><s-text-field label="Tag"></s-text-field>
      <s-button slot="primary-action">Add tag</s-button><s-button slot="secondary-actions">Cancel</s-button></s-admin-action>`,
  ],
  [
    'a print action without a document',
    'admin.order-index.selection-print-action.render',
    `<s-admin-print-action><s-checkbox label="Invoice"></s-checkbox></s-admin-print-action>`,
  ],
  [
    'an app home',
    'admin.app.home.render',
    `<s-app-nav><s-link href="/" rel="home">Home</s-link><s-link href="/mugs">Mugs</s-link></s-app-nav>
      <s-page heading="Mugs"><s-section heading="All mugs"><s-paragraph>None yet.</s-paragraph></s-section></s-page>`,
  ],
  [
    'settings of a Function',
    'admin.settings.validation.render',
    `<s-function-settings><s-number-field label="Most items" default-value="5" value="7"></s-number-field></s-function-settings>`,
  ],
];

for (const [name, target, content] of PLACES) {
  test(`${name} is accessible in the admin, and nothing is cut off`, async ({host, page}, testInfo) => {
    const source = `export default () => { document.body.innerHTML = ${JSON.stringify(content)}; };`;
    const extension = await host.mount(await writeExtension(target, source, testInfo));
    await expect(extension).toBeVisible();

    for (const width of WIDTHS) {
      await page.setViewportSize({width, height: 800});
      expect(await pageFaults(page), `at a width of ${width}`).toEqual([]);
    }
  });
}
