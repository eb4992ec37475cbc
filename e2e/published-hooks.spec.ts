import {expect, test} from 'simhost/playwright';
import {writeReactExtension} from './written-extension.ts';

test.use({app: {clientId: 'key', clientSecret: 'secret', protectedCustomerData: false}});

test('published hooks throw their own errors for members that the target lacks', async ({host}, testInfo) => {
  const source = `import {reactExtension, Text, useEmail, useTarget} from '@shopify/ui-extensions-react/checkout';
export default reactExtension('purchase.checkout.block.render', () => <Extension />);
const nameOf = (hook) => {
  try {
    return String(hook());
  } catch (error) {
    return error.name;
  }
};
function Extension() {
  return <Text>{nameOf(useTarget) + ', ' + nameOf(useEmail)}</Text>;
}
`;
  const target = 'purchase.checkout.block.render';
  const folder = await writeReactExtension({version: '2025-07', target, source}, testInfo);
  const extension = await host.mount(folder);

  await expect(extension.getByText('ExtensionHasNoTargetError, ScopeNotGrantedError')).toBeVisible();
});
