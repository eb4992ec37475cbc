import {expect, test} from '@playwright/test';
import {refuseUnknownFields} from './known-fields.ts';

const give = (): string => 'Bag';

test('accepts fields of any version of both APIs', async () => {
  await refuseUnknownFields('Product', {title: give, variants: give});
  await refuseUnknownFields('SubscriptionContract', {status: give});
  await refuseUnknownFields('Product', {title: undefined});
});

test('names the nearest field and type', async () => {
  await expect(refuseUnknownFields('Product', {titel: give})).rejects.toMatchObject({
    code: 'ERR_UNKNOWN_FIELD',
    message: expect.stringContaining('Did you mean "title"?'),
  });
  await expect(refuseUnknownFields('Produkt', {})).rejects.toMatchObject({
    code: 'ERR_UNKNOWN_TYPE',
    message: expect.stringContaining('Did you mean "Product"?'),
  });
});

test('refuses a type that is not a string, and fields that are not an object', async () => {
  for (const type of [null, 10n, [undefined], Object.create(null) as object])
    await expect(refuseUnknownFields(type as never, {})).rejects.toMatchObject({code: 'ERR_UNKNOWN_TYPE'});

  for (const fields of [null, undefined, 'title', ['title']])
    await expect(refuseUnknownFields('Product', fields as object)).rejects.toMatchObject({
      code: 'ERR_UNKNOWN_FIELD',
    });
});

test('refuses a value that is not a function', async () => {
  for (const value of ['Bag', null, {}])
    await expect(refuseUnknownFields('Product', {title: value})).rejects.toMatchObject({
      code: 'ERR_BAD_OPTION',
      message: expect.stringContaining('Product.title is '),
    });
});
