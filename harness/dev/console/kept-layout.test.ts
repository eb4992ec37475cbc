import {expect, test} from '@playwright/test';
import {USUAL_LAYOUT} from '../../wire/console.ts';
import {changedLayout} from './kept-layout.ts';

test('a change keeps the rest of the layout', () => {
  const recent = ['person:ada', 'target:customer-account.order-status.block.render'];
  const layout = changedLayout({...USUAL_LAYOUT, width: 500}, {theme: 'dark', recent});
  expect(layout).toEqual({dock: 'right', width: 500, height: null, theme: 'dark', recent});
});

const TOKEN = `eyJhbGciOiJIUzI1NiJ9.${'a'.repeat(60)}.${'b'.repeat(43)}`;

const REFUSED = [
  {what: 'an unknown theme', change: {theme: 'sepia'}},
  {what: 'an unknown field', change: {colour: 'red'}},
  {what: 'a token as a recent entry', change: {recent: [`token:${TOKEN}`]}},
  {what: 'a recent entry without a kind', change: {recent: ['ada']}},
  {what: 'a recent entry that is not a string', change: {recent: [1]}},
  {what: 'too many recent entries', change: {recent: Array.from({length: 9}, (_, n) => `case:c-${n}`)}},
  {what: 'recent entries that are not a list', change: {recent: 'person:ada'}},
];

for (const {what, change} of REFUSED) {
  test(`${what} is not a layout`, () => {
    expect(() => changedLayout(USUAL_LAYOUT, change)).toThrow(
      expect.objectContaining({code: expect.stringMatching(/^ERR_(BAD|UNKNOWN)_OPTION$/)}),
    );
  });
}
