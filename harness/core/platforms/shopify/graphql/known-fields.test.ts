import {expect, test} from '@playwright/test';
import {refuseUnknownFields} from './known-fields.ts';

test('accepts fields of any version of both APIs', async () => {
  await refuseUnknownFields('Product', ['title', 'variants']);
  await refuseUnknownFields('SubscriptionContract', ['status']);
});

test('names the nearest field and type', async () => {
  await expect(refuseUnknownFields('Product', ['titel'])).rejects.toMatchObject({
    code: 'ERR_UNKNOWN_FIELD',
    message: expect.stringContaining('Did you mean "title"?'),
  });
  await expect(refuseUnknownFields('Produkt', [])).rejects.toMatchObject({
    code: 'ERR_UNKNOWN_TYPE',
    message: expect.stringContaining('Did you mean "Product"?'),
  });
});
