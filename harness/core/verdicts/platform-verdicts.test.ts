import {expect, test} from '@playwright/test';
import {graphqlErrors} from './platform-verdicts.ts';

for (const {name, body, cause} of [
  {
    name: 'an unknown field',
    body: {errors: [{message: "Field 'nmae' doesn't exist on type 'Shop'", path: ['query', 'shop', 'nmae']}]},
    cause: "the answer has GraphQL errors and no data: Field 'nmae' doesn't exist on type 'Shop'",
  },
  {
    name: 'a message that does not name the field',
    body: {data: {order: null}, errors: [{message: 'Throttled', path: ['order', 'lines', 0, 'price']}]},
    cause: 'the answer has GraphQL errors: Throttled (at order.lines.price)',
  },
  {
    name: 'more errors than a sentence can hold',
    body: {data: null, errors: ['a', 'b', 'c', 'd', 'e'].map((message) => ({message}))},
    cause: 'the answer has GraphQL errors and no data: a; b; c; and 2 more',
  },
]) {
  test(`explains a GraphQL answer with ${name}`, () => {
    expect(graphqlErrors(body)).toEqual({cause, turn: 'extension', fix: null});
  });
}

for (const body of [null, 'text', {data: {}}, {data: {}, errors: []}, {errors: 'none'}]) {
  test(`a GraphQL answer without errors has no reason: ${JSON.stringify(body)}`, () => {
    expect(graphqlErrors(body)).toBeNull();
  });
}

for (const [sender, code, turn] of [
  ['browser', 'THROTTLED', 'extension'],
  ['backend', 'THROTTLED', 'backend'],
  ['backend', 'INTERNAL_SERVER_ERROR', 'backend'],
] as const) {
  test(`after ${code} it is the turn of the ${turn} if the query came from the ${sender}`, () => {
    const body = {errors: [{message: 'no', extensions: {code}}]};
    expect(graphqlErrors(body, sender)?.turn).toBe(turn);
  });
}

test('a scope that is missing stays a matter of the set-up, also for a backend', () => {
  const extensions = {code: 'ACCESS_DENIED', requiredAccess: '`read_products` access scope.'};
  expect(graphqlErrors({errors: [{message: 'no', extensions}]}, 'backend')?.turn).toBe('set-up');
});
