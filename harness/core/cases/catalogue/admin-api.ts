import type {Case} from '../case.ts';
import {adminApiFault} from '../mechanisms.ts';

const RESPONSE_CODES = 'shopify.dev, status and error codes of the APIs';
const NEW_EXCHANGE =
  'Forget the stored token, and exchange the ID token of the next request. Without one, lead to the bounce page.';

/** Cases about the Admin API, which the server of an app asks. */
export const ADMIN_API: Readonly<Record<string, Case>> = {
  'admin-token-revoked': {
    title: 'the access token was revoked: the Admin API answers 401, with errors as a string',
    class: 'interop',
    severity: 'high',
    source: 'frappe/ecommerce_integrations #414 (the answer with its headers)',
    fix: NEW_EXCHANGE,
    mechanism: adminApiFault({gives: 'token revoked'}),
  },
  'admin-uninstalled': {
    title: 'the shop uninstalled the app between two requests: its tokens end, and the Admin API answers 401',
    class: 'interop',
    severity: 'high',
    source: 'shopify.dev, webhook app/uninstalled; access tokens',
    fix: 'Forget the sessions of the shop, at the webhook app/uninstalled too, and do not ask again.',
    mechanism: adminApiFault({gives: 'app uninstalled'}),
  },
  'admin-no-scope': {
    title: 'the app lacks the scope of the query: the status is 200, and errors has the code ACCESS_DENIED',
    class: 'interop',
    severity: 'medium',
    source: RESPONSE_CODES,
    fix: 'Read errors of the answer, and ask for the scope with shopify.scopes.request().',
    mechanism: adminApiFault({gives: 'no scope'}),
  },
  'admin-throttled': {
    title:
      'the Admin API throttles the query by its cost: the status is 200, and errors has the code THROTTLED',
    class: 'interop',
    severity: 'medium',
    source: 'shopify.dev, API limits: calculated query cost',
    fix: 'Read errors of the answer, wait until throttleStatus has enough points, and ask again.',
    mechanism: adminApiFault({gives: 'throttled by cost'}),
  },
  'admin-500': {
    title: 'the Admin API fails: the status is 500, and errors has the code INTERNAL_SERVER_ERROR',
    class: 'interop',
    severity: 'medium',
    source: RESPONSE_CODES,
    fix: 'Answer the page with an error that it can show, and do not write anything twice.',
    mechanism: adminApiFault({gives: 'internal error'}),
  },
  'admin-offline': {
    title: 'the connection to the Admin API breaks: the fetch() of the server rejects',
    class: 'interop',
    severity: 'medium',
    source: 'Shopify/shopify-app-js, graphql-client (a network error is thrown)',
    fix: 'Catch what fetch() throws, and answer the page with an error that it can show.',
    mechanism: adminApiFault({gives: 'no connection'}),
  },
  'admin-slow': {
    title: 'the Admin API answers after 5 s',
    class: 'interop',
    severity: 'low',
    source: 'shopify.dev, API limits (queries may take seconds)',
    fix: 'Show a loading state, and do not send the same mutation twice.',
    mechanism: adminApiFault({gives: 'answer', after: 5000}),
  },
};
