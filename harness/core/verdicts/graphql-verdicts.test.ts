import {expect, test} from '@playwright/test';
import {ERROR_ROWS, caseReason, nextStep} from './graphql-verdicts.ts';

const EXAMPLES: Readonly<Record<string, {readonly message: string; readonly extensions: object}>> = {
  'a throttled query': {message: 'Throttled', extensions: {code: 'THROTTLED'}},
  'a query that costs too much': {
    message: 'Query cost is 1752, which exceeds the single query max cost limit (1000).',
    extensions: {code: 'MAX_COST_EXCEEDED', cost: 1752, maxCost: 1000},
  },
  'a scope that the app does not have': {
    message:
      'Access denied for storeAvailability field. Required access: `unauthenticated_read_product_pickup_locations` access scope.',
    extensions: {
      code: 'ACCESS_DENIED',
      requiredAccess: '`unauthenticated_read_product_pickup_locations` access scope.',
    },
  },
  'an app that is not approved for a protected field': {
    message: 'This app is not approved to use the phoneNumber field.',
    extensions: {code: 'ACCESS_DENIED'},
  },
  'an app that is not approved for protected customer data': {
    message: 'This app is not approved to access the Customer object.',
    extensions: {code: 'ACCESS_DENIED'},
  },
  'a field that needs a login or a scope': {
    message: 'Access denied for subscriptionContracts field.',
    extensions: {code: 'ACCESS_DENIED'},
  },
  'an internal error': {
    message: 'Internal error. Looks like something went wrong on our end.',
    extensions: {code: 'INTERNAL_SERVER_ERROR'},
  },
};

for (const {name, turn, fix} of ERROR_ROWS) {
  test(`gives the next step after ${name}`, () => {
    const example = EXAMPLES[name];
    if (example === undefined) throw new Error(`No example of "${name}".`);
    expect(nextStep([{message: 'another'}, {...example}])).toEqual({turn, fix});
  });
}

test('gives no next step after an error that no row explains', () => {
  const undefinedField = {
    message: "Field 'nmae' doesn't exist on type 'Shop'",
    extensions: {code: 'undefinedField'},
  };
  expect(nextStep([undefinedField])).toEqual({turn: 'extension', fix: null});
});

test('explains an answer by the case that made it', () => {
  expect(caseReason('storefront-slow')).toMatchObject({
    cause: 'the Storefront API answers after 5 s (case storefront-slow)',
    turn: 'nobody',
  });
  expect(caseReason(undefined)).toBeNull();
});
