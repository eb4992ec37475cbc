import {expect, test} from '@playwright/test';
import {WrittenFields} from './written-fields.ts';

test('a field that was unset stays unset before, however often it is written', () => {
  const written = new WrittenFields();
  written.keep('order.note', {before: null, now: 'Ring', change: {order: {note: 'Ring'}}});
  written.keep('order.note', {before: 'Ring', now: 'Ring twice', change: {order: {note: 'Ring twice'}}});
  expect(written.get('order.note')?.before).toBeNull();
  expect(written.change()).toEqual({order: {note: 'Ring twice'}});
});

test('a field with its former value is in no change', () => {
  const written = new WrittenFields();
  written.keep('order.note', {before: null, now: 'Ring', change: {order: {note: 'Ring'}}});
  written.keep('order.note', {before: 'Ring', now: null, change: {order: {note: null}}});
  written.keep('locale', {before: 'en', now: 'fr', change: {locale: 'fr'}});
  expect(written.change()).toEqual({locale: 'fr'});
});

test('another customer has another order: what was given and written about the earlier one is forgotten', () => {
  let person = 'gid://shopify/Customer/7001';
  const given = {order: {phone: null}, localization: {country: 'FR', language: 'fr'}, soldOut: []};
  const written = new WrittenFields({given, person: () => person});
  written.keep('order.note', {before: null, now: 'Ring', change: {order: {note: 'Ring'}}});
  expect(written.change()).toEqual({
    order: {phone: null, note: 'Ring'},
    localization: {country: 'FR'},
    soldOut: [],
  });

  person = 'gid://shopify/Customer/7002';
  expect(written.change()).toEqual({localization: {country: 'FR'}, soldOut: []});
  expect(written.get('order.note')).toBeUndefined();
});
