import {expect, test} from '@playwright/test';
import {createCheckout} from './checkout.ts';
import {LineIds} from './line-ids.ts';
import {PEOPLE} from './people.ts';
import {createWorld} from './world.ts';

const START = createCheckout(createWorld(), PEOPLE.ada);

test('renews every id, and no id comes back', () => {
  const ids = new LineIds();
  const once = ids.renew(START);
  const twice = ids.renew(once);

  const all = [START, once, twice].flatMap(({lines}) => lines.map(({id}) => id));
  expect(new Set(all).size).toBe(all.length);
});

test('finds the current id by each earlier one', () => {
  const ids = new LineIds();
  const first = START.lines[0]?.id ?? '';
  const once = ids.renew(START);
  const twice = ids.renew(once);

  expect(ids.currentOf(first)).toBe(twice.lines[0]?.id);
  expect(ids.currentOf(once.lines[0]?.id ?? '')).toBe(twice.lines[0]?.id);
  expect(ids.currentOf(twice.lines[0]?.id ?? '')).toBeUndefined();
});

test('keeps lines with the line that they belong to', () => {
  const [parent, child] = START.lines;
  if (parent === undefined || child === undefined) throw new Error('The checkout has two lines.');

  const {lines} = new LineIds().renew({...START, lines: [parent, {...child, parentId: parent.id}]});
  expect(lines[1]?.parentId).toBe(lines[0]?.id);
});
