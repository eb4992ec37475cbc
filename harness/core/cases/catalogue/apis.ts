import type {Case} from '../case.ts';
import {accountFault, storefrontFault} from '../mechanisms.ts';

const RESPONSE_CODES = 'shopify.dev, status and error codes of the APIs';
const LOAD_FAILED = 'Shopify/ui-extensions #1221 (TypeError: Load failed)';

const READ_ERRORS = 'Read errors of the answer, and ask again after a moment, a few times at most.';
const READ_STATUS = 'Read the status of the answer before its body, and show an error or ask again.';
const CATCH = 'Catch what fetch() or shopify.query() throws, and show an error or ask again.';
const WAIT = 'Show a loading state, and do not send the same query twice.';

/** Cases about the GraphQL APIs of Shopify: they refuse a query, fail, or take their time. */
export const APIS: Readonly<Record<string, Case>> = {
  'storefront-throttled': {
    title: 'the Storefront API throttles the query: the status is 200, and errors has the code THROTTLED',
    class: 'interop',
    severity: 'medium',
    source: `${RESPONSE_CODES}; changelog, Storefront API checkout throttle`,
    fix: READ_ERRORS,
    mechanism: storefrontFault({gives: 'throttled'}),
  },
  'storefront-rejected': {
    title: 'the Storefront API takes the query for an attack: the status is 430, and the body is empty',
    class: 'interop',
    severity: 'low',
    source: `${RESPONSE_CODES} (430 Shopify Security Rejection)`,
    fix: 'Read the status before the body. A backend sends the IP address of the buyer in Shopify-Storefront-Buyer-IP.',
    mechanism: storefrontFault({gives: 'security rejection'}),
  },
  'storefront-offline': {
    title: 'the connection to the Storefront API breaks: fetch() and shopify.query() reject with a TypeError',
    class: 'interop',
    severity: 'medium',
    source: LOAD_FAILED,
    fix: CATCH,
    mechanism: storefrontFault({gives: 'no connection'}),
  },
  'storefront-500': {
    title: 'the Storefront API fails: the status is 500, and errors has the code INTERNAL_SERVER_ERROR',
    class: 'interop',
    severity: 'medium',
    source: RESPONSE_CODES,
    fix: READ_STATUS,
    mechanism: storefrontFault({gives: 'internal error'}),
  },
  'storefront-slow': {
    title: 'the Storefront API answers after 5 s',
    class: 'interop',
    severity: 'low',
    source: LOAD_FAILED,
    fix: WAIT,
    mechanism: storefrontFault({gives: 'answer', after: 5000}),
  },
  'account-throttled': {
    title:
      'the Customer Account API throttles the query by its cost: the status is 200, and errors has the code THROTTLED',
    class: 'interop',
    severity: 'medium',
    source: 'shopify.dev, API limits: calculated query cost',
    fix: READ_ERRORS,
    mechanism: accountFault({gives: 'throttled by cost'}),
  },
  'account-429': {
    title:
      'the customer sent too many requests to the Customer Account API: the status is 429, with the header Retry-After',
    class: 'interop',
    severity: 'medium',
    source: 'changelog, per-customer request limit for the Customer Account API',
    fix: 'Wait for the seconds of Retry-After, and ask again.',
    mechanism: accountFault({gives: 'too many requests'}),
  },
  'account-no-token': {
    title: 'the Customer Account API gets no valid access token: the status is 401',
    class: 'interop',
    severity: 'medium',
    source: `${RESPONSE_CODES} (401)`,
    fix: 'Read the status before the body. An extension asks the customer to sign in with shopify.requireLogin().',
    mechanism: accountFault({gives: 'no token'}),
  },
  'account-offline': {
    title: 'the connection to the Customer Account API breaks: fetch() rejects with a TypeError',
    class: 'interop',
    severity: 'medium',
    source: LOAD_FAILED,
    fix: CATCH,
    mechanism: accountFault({gives: 'no connection'}),
  },
  'account-500': {
    title: 'the Customer Account API fails: the status is 500, and errors has the code INTERNAL_SERVER_ERROR',
    class: 'interop',
    severity: 'medium',
    source: RESPONSE_CODES,
    fix: READ_STATUS,
    mechanism: accountFault({gives: 'internal error'}),
  },
  'account-slow': {
    title: 'the Customer Account API answers after 5 s',
    class: 'interop',
    severity: 'low',
    source: LOAD_FAILED,
    fix: WAIT,
    mechanism: accountFault({gives: 'answer', after: 5000}),
  },
};
