import {expect, test} from '@playwright/test';
import type {Checkout} from '../../../../wire/checkout.ts';
import type {DeliveryGroup} from '../../../../wire/checkout-delivery.ts';
import {CHECKOUT} from '../../checkout.fixture.ts';
import {progressTriggers} from './progress-triggers.ts';

const LINE = {id: 'gid://shopify/CartLine/1', merchandise: {id: 'one'}, quantity: 1, attributes: []};

const CHANGES: readonly (readonly [after: Partial<Checkout>, triggers: readonly string[]])[] = [
  [{attributes: [{key: 'gift', value: 'yes'}]}, ['the attributes changed']],
  [{shippingAddress: {zip: '10001'}}, ['the delivery address changed']],
  [{lines: [LINE] as unknown as Checkout['lines']}, ['the cart lines changed']],
  [
    {deliveryGroups: [{selected: 'express'}] as unknown as readonly DeliveryGroup[]},
    ['the delivery method changed'],
  ],
  [
    {attributes: [{key: 'gift', value: 'yes'}], shippingAddress: {zip: '10001'}},
    ['the attributes changed', 'the delivery address changed'],
  ],
  [{step: 'payment', note: 'Ring twice', contact: {email: 'a@example.com', phone: null}}, []],
];

for (const [after, triggers] of CHANGES) {
  test(`names ${triggers.join(' and ') || 'nothing'} for ${Object.keys(after).join(', ')}`, () => {
    expect(progressTriggers(CHECKOUT, {...CHECKOUT, ...after})).toEqual(triggers);
  });
}

test('ignores the ids of lines, which may change by themselves', () => {
  const before = {...CHECKOUT, lines: [LINE] as unknown as Checkout['lines']};
  const after = {...CHECKOUT, lines: [{...LINE, id: 'other'}] as unknown as Checkout['lines']};
  expect(progressTriggers(before, after)).toEqual([]);
});

test('names nothing once the checkout is completed', () => {
  const confirmation = {order: {id: 'gid://shopify/Order/1'}, number: '1', isFirstOrder: true};
  const after = {...CHECKOUT, confirmation, attributes: [{key: 'gift', value: 'yes'}]};
  expect(progressTriggers(CHECKOUT, after)).toEqual([]);
});
