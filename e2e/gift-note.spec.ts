import {expect, test} from 'simhost/playwright';

const NOTES = /^https:\/\/gifts\.example\.com\/api\/notes\//;
const BOX = 'gid://shopify/ProductVariant/30031';

test.use({
  app: {clientId: 'gifts-client-id', clientSecret: 'gifts-client-secret'},
  backends: {'https://gifts.example.com': {command: 'node fixtures/backends/gift-note/server.js'}},
});

for (const [who, customer] of [
  ['a customer', 'ada'],
  ['a guest', null],
] as const) {
  test.describe(who, () => {
    test.use({customer});

    test('buys a gift: from the empty cart to the page that thanks, the backend verifies the token at each step', async ({
      host,
      page,
    }) => {
      const token = {
        aud: 'gifts-client-id',
        dest: 'acme.myshopify.com',
        ...(customer === null ? {} : {sub: host.customer.id}),
      };

      await host.update({checkout: {lines: []}});
      const offer = await host.mount('fixtures/extensions/gift-note', {
        target: 'purchase.checkout.block.render',
        settings: {box: BOX},
      });

      await expect(page).toHaveURL(/^https:\/\/acme\.myshopify\.com\/checkouts\/cn\/[0-9a-f]{32}/);
      const summary = page.getByRole('complementary', {name: 'Order summary'});
      await expect(summary.getByText('The cart is empty.')).toBeVisible();

      await offer.getByRole('button', {name: 'Add a gift box'}).click();
      await expect(summary.getByRole('listitem')).toHaveCount(1);
      expect(host.checkout.lines.map(({merchandise, quantity}) => [merchandise.id, quantity])).toEqual([
        [BOX, 1],
      ]);

      if (customer === null) {
        await page.getByRole('textbox', {name: 'Email'}).fill('guest@example.com');
        await page.getByRole('textbox', {name: 'Address'}).fill('1 Road');
        await page.getByRole('textbox', {name: 'Address'}).blur();
        await expect.poll(() => host.checkout.shippingAddress?.address1).toBe('1 Road');
      }

      await page.getByRole('button', {name: 'Continue to shipping'}).click();
      await expect(page.getByRole('alert').getByText('Write a note for the gift box')).toBeVisible();
      expect(host.checkout.step).toBe('information');

      await offer.getByRole('textbox', {name: 'Your note'}).fill('For you');
      await offer.getByRole('button', {name: 'Save the note'}).click();
      await expect(offer.getByText('We keep your note: For you')).toBeVisible();
      await expect(host.requests).toHaveRequest(NOTES, {method: 'PUT', status: 200, token});
      expect(host.checkout.note).toBe('For you');

      for (const [button, step] of [
        ['Continue to shipping', 'shipping'],
        ['Continue to payment', 'payment'],
      ] as const) {
        const before = host.requests.all.length;
        await page.getByRole('button', {name: button}).click();
        await expect(
          page.getByRole('region', {name: step === 'shipping' ? 'Shipping' : 'Payment', exact: true}).first(),
        ).toBeVisible();
        await expect
          .poll(
            () =>
              host.requests.all.slice(before).filter(({method, status}) => method === 'PUT' && status === 200)
                .length,
          )
          .toBe(1);
      }

      await page.getByRole('button', {name: 'Pay now'}).click();
      await expect(page.getByRole('heading', {name: /^Thank you/})).toBeVisible();

      const thanks = await host.mount('fixtures/extensions/gift-note', {
        target: 'purchase.thank-you.block.render',
        settings: {box: BOX},
      });

      await expect(thanks.getByText('Your note “For you” goes into the box.')).toBeVisible();
      await expect(host.requests).toHaveRequest(NOTES, {method: 'GET', status: 200, token});
      expect(host.requests.last(NOTES)?.token?.['sub']).toBe(
        customer === null ? undefined : host.customer.id,
      );

      expect(host.order).toMatchObject({
        id: host.checkout.confirmation?.order.id,
        note: 'For you',
        cost: {total: host.checkout.cost.total},
      });
    });
  });
}
