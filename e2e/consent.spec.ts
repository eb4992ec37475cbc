import {expect, test} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';
import {coreOf} from './core-of.ts';

const CONSENT = '  [extensions.capabilities.collect_buyer_consent]\n  customer_privacy = true\n';

/** A module that asks for changes one after the other, and shows each answer with the metafields that stand then. */
function asking(...changes: readonly string[]): string {
  return `export default async () => {
  const answers = [];
  for (const change of [${changes.map((change) => `[${change}]`).join(', ')}]) {
    const {type, message = ''} = await shopify.applyTrackingConsentChange(...change);
    answers.push([type, message.split('\\n')[0], shopify.customerPrivacy.value.metafields.map(({value}) => value).join()].join('|'));
  }
  document.body.append(Object.assign(document.createElement('s-text'), {textContent: answers.join(' / ')}));
};
`;
}

for (const target of ['purchase.checkout.block.render', 'customer-account.order-status.block.render']) {
  test(`a consent that is refused at ${target} changes nothing`, async ({host, simulation}, testInfo) => {
    const before = coreOf(simulation).pages.state().privacy;
    const source = asking(`{type: 'changeVisitorConsent', analytics: false}`);
    const extension = await host.mount(await writeExtension(target, source, testInfo));

    await expect(extension.getByText('error|The extension may not collect consent.')).toBeVisible();
    expect(coreOf(simulation).pages.state().privacy).toEqual(before);
    await expect(host.calls).toHaveCall('applyTrackingConsentChange', [
      {type: 'changeVisitorConsent', analytics: false},
    ]);
  });

  test(`a consent of unknown form at ${target} is an error for the extension, and the page goes on`, async ({
    host,
    simulation,
  }, testInfo) => {
    const before = coreOf(simulation).pages.state().privacy;
    const source = asking(
      '',
      'null',
      `{type: 'consent'}`,
      `{type: 'changeVisitorConsent', analytics: 'no'}`,
      `{type: 'changeVisitorConsent', metafields: {}}`,
      `{type: 'changeVisitorConsent', metafields: [{key: 'a', value: true}]}`,
    );

    const extension = await host.mount(await writeExtension(target, source, testInfo, {toml: CONSENT}));
    const unknown = (type: string): string =>
      `error|Unknown type of change: ${type}. Known: changeVisitorConsent.|`;
    const metafields =
      'error|metafields is not a list of {key, value} with strings, or null to remove a value.|';

    await expect(
      extension.getByText(
        [
          unknown('undefined'),
          unknown('undefined'),
          unknown('"consent"'),
          'error|analytics is neither true nor false.|',
          metafields,
          metafields,
        ].join(' / '),
        {exact: true},
      ),
    ).toBeVisible();

    expect(coreOf(simulation).pages.state().privacy).toEqual(before);
  });

  test(`a consent of metafields alone is in the signal at ${target} when the call answers`, async ({
    host,
  }, testInfo) => {
    const source = asking(`{type: 'changeVisitorConsent', metafields: [{key: 'a', value: 'granular'}]}`);
    const extension = await host.mount(await writeExtension(target, source, testInfo, {toml: CONSENT}));
    await expect(extension.getByText('success||granular', {exact: true})).toBeVisible();
  });
}

test.describe('an app without protected customer data', () => {
  test.use({app: {protectedCustomerData: false}});

  test('may not collect consent', async ({host, simulation}, testInfo) => {
    const before = coreOf(simulation).pages.state().privacy;
    const source = asking(`{type: 'changeVisitorConsent', marketing: false}`);
    const extension = await host.mount(
      await writeExtension('purchase.checkout.block.render', source, testInfo, {toml: CONSENT}),
    );

    await expect(
      extension.getByText('error|The app has no access to protected customer data.|', {exact: true}),
    ).toBeVisible();

    expect(coreOf(simulation).pages.state().privacy).toEqual(before);
  });
});
