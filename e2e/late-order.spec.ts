import {expect, test} from 'simhost/playwright';
import {showing, writeExtension} from './written-extension.ts';

const NEW_ORDER = 'gid://shopify/Order/1005';
const THANK_YOU = 'purchase.thank-you.block.render';
const ORDER_STATUS = 'customer-account.order-status.block.render';

/** Asks the Customer Account API for the new order each time that a button is pressed. */
const LOOKING_UP = `export default () => {
  const button = Object.assign(document.createElement('s-button'), {textContent: 'Look up'});
  const text = document.createElement('s-text');
  document.body.append(button, text);
  button.addEventListener('click', async () => {
    const query = '{ order(id: "${NEW_ORDER}") { name } customer { orders(first: 9) { nodes { name } } } }';
    const headers = {'Content-Type': 'application/json'};
    const request = {method: 'POST', headers, body: JSON.stringify({query})};
    const response = await fetch('shopify://customer-account/api/2026-07/graphql.json', request);
    const {order, customer} = (await response.json()).data;
    const names = customer.orders.nodes.map(({name}) => name);
    text.textContent = (order?.name ?? 'none') + ', ' + names.length + ' orders, page of ' + shopify.order.value.name;
  });
};
`;

test('host-order-later: the Customer Account API and signals know the order 5 s after the thank-you page', async ({
  host,
}, testInfo) => {
  const options = {name: 'thanks'};
  const thanks = await writeExtension(
    THANK_YOU,
    showing('shopify.orderConfirmation.value.order.id'),
    testInfo,
    options,
  );

  await host.clock.freeze();
  await host.arm('host-order-later');
  const confirmation = await host.mount(thanks);
  await expect(confirmation.getByText('gid://shopify/OrderIdentity/1005')).toBeVisible();
  expect(host.order.id).not.toBe(NEW_ORDER);

  const status = await host.mount(await writeExtension(ORDER_STATUS, LOOKING_UP, testInfo));
  const lookUp = status.getByRole('button', {name: 'Look up'});
  await lookUp.click();
  await expect(status.getByText('none, 3 orders, page of #1001')).toBeVisible();

  await host.clock.advance('5s');
  await expect.poll(() => host.order.id).toBe(NEW_ORDER);
  await lookUp.click();
  await expect(status.getByText('#1005, 4 orders, page of #1005')).toBeVisible();
});
