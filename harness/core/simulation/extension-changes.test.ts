import {expect, test} from '@playwright/test';
import type {Notice} from '../../notices.ts';
import type {Mount} from '../../wire/control.ts';
import {ArmedCases} from '../cases/armed-cases.ts';
import {ShopCustomers} from '../world/shop-customers.ts';
import {createWorld} from '../world/world.ts';
import {ExtensionChanges} from './extension-changes.ts';
import {LiveWorld} from './live-world.ts';

const NOTE = {type: 'updateNote', note: 'Ring twice'};
const LINE = {type: 'addCartLine', merchandiseId: 'gid://shopify/ProductVariant/30011', quantity: 1};

test('the same change twice in a row is a notice if the second changes nothing', () => {
  const {apply, notices} = createChanges();

  apply('applyNoteChange', NOTE);
  expect(notices).toEqual([]);

  apply('applyNoteChange', NOTE);
  expect(notices).toMatchObject([{code: 'change-repeated', message: expect.stringContaining('Ring twice')}]);
});

test('a line that is added twice, and a change after another one, are not a notice', () => {
  const {apply, notices} = createChanges();

  apply('applyCartLinesChange', LINE);
  apply('applyCartLinesChange', LINE);
  apply('applyNoteChange', NOTE);
  apply('applyAttributeChange', {type: 'updateAttribute', key: 'gift', value: 'yes'});
  apply('applyNoteChange', NOTE);
  expect(notices).toEqual([]);
});

test('a refused change twice in a row is a notice too', () => {
  const {apply, notices} = createChanges();

  apply('applyDiscountCodeChange', {type: 'addDiscountCode', code: 'NONE'});
  apply('applyDiscountCodeChange', {type: 'addDiscountCode', code: 'NONE'});
  expect(notices.map(({code}) => code)).toEqual(['change-repeated']);
});

test('24 changes within a second are a notice, and as many over a minute are not', () => {
  const slow = createChanges();
  for (let index = 0; index < 30; index++) {
    slow.apply('applyNoteChange', {type: 'updateNote', note: String(index)});
    slow.wait(100);
  }
  expect(slow.notices).toEqual([]);

  const fast = createChanges();
  for (let index = 0; index < 30; index++) {
    fast.apply('applyNoteChange', {type: 'updateNote', note: String(index)});
    fast.wait(10);
  }
  expect(fast.notices.map(({code}) => code)).toEqual(['changes-in-excess']);
});

test('an armed case refuses the next change and all later ones of that extension', () => {
  const {apply, cases, limited} = createChanges();
  cases.arm('host-changes-limited');

  expect(apply('applyNoteChange', NOTE)).toEqual({
    type: 'error',
    message: 'Too many changes: the extension is rate limited.',
  });
  expect(limited).toEqual(['one']);

  expect(apply('applyShippingAddressChange', {}, {changesLimited: true})).toMatchObject({
    type: 'error',
    errors: [{message: expect.stringContaining('Too many changes')}],
  });
  expect(apply('applyNoteChange', NOTE)).toEqual({type: 'success'});
});

/** Creates changes of one extension, whose clock only the test moves. */
function createChanges(): {
  apply: (member: string, change: object, mount?: Partial<Mount>) => object;
  wait: (milliseconds: number) => void;
  notices: Notice[];
  cases: ArmedCases;
  limited: string[];
} {
  const notices: Notice[] = [];
  const limited: string[] = [];
  const cases = new ArmedCases();
  let now = 0;

  const changes = new ExtensionChanges({
    live: new LiveWorld({
      world: createWorld(),
      now: () => 0,
      customer: 'ada',
      customers: new ShopCustomers([]),
      locale: 'en',
      lateOrder: {defer: () => false, close: () => {}},
    }),
    mounts: {change: (id) => void limited.push(id)},
    cases,
    addNotice: (notice) => void notices.push(notice),
    now: () => now,
  });

  const mount = {id: 'one', handle: 'gift-note', apiVersion: '2026-10', changesLimited: false} as Mount;
  return {
    apply: (member, change, part = {}) => changes.apply({...mount, ...part}, member, change),
    wait: (milliseconds) => {
      now += milliseconds;
    },
    notices,
    cases,
    limited,
  };
}
