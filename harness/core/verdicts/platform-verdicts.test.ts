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
