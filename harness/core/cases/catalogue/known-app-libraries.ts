import type {KnownLibrary, LibraryChoice} from '../known-library.ts';
import {LENIENT_DECODER, SHOPIFY_EXPIRY, headersOfShopifyApp} from './library-choices.ts';

const DECODE = 'shopify-api-js, session/decode-session-token.ts';

/** The choices of `shopify-api`, by which all its packages decode the tokens of the admin. */
const DECODED_BY_SHOPIFY_API: readonly LibraryChoice[] = [
  {
    cases: ['iss-*', 'surf-customer-number-on-admin'],
    symptom: 'accepts',
    why: 'It does not compare iss. Only a token that your own secret signed gets this far.',
    source: DECODE,
  },
  {
    cases: ['dest-*'],
    symptom: 'accepts',
    why: 'It takes the host of dest, and ignores the rest. The platform always writes the URL of the shop.',
    source: DECODE,
  },
  {
    cases: [
      'dest-*',
      'payload-dup-dest',
      'iss-evil-domain',
      'surf-checkout-on-admin',
      'surf-customer-on-admin',
    ],
    symptom: 'fails',
    why: 'It answers 500 if dest is not the URL of a shop, as in tokens of customers: it expects that of each token that your own secret signed.',
    source: 'shopify-api-js, auth/oauth/token-exchange.ts; utils/shop-validator.ts',
  },
  SHOPIFY_EXPIRY,
  LENIENT_DECODER,
];

/** Shopify's packages for the servers of embedded apps. */
export const APP_LIBRARIES: readonly KnownLibrary[] = [
  {
    name: 'authenticate.admin of @shopify/shopify-app-react-router or -remix',
    signs: [
      {case: 'host-bot-ua', symptom: 'refuses', status: 410},
      {case: 'http-no-scheme', symptom: 'accepts'},
      {case: 'iss-missing', symptom: 'accepts'},
    ],
    rights: ['aud-wrong'],
    choices: [...DECODED_BY_SHOPIFY_API, ...headersOfShopifyApp('App Bridge', 'Browsers of merchants')],
  },
  {
    name: 'validateAuthenticatedSession of @shopify/shopify-app-express',
    signs: [
      {case: 'http-leak', symptom: 'leaks'},
      {case: 'http-scheme-in-the-middle', symptom: 'accepts'},
      {case: 'iss-missing', symptom: 'accepts'},
    ],
    rights: ['aud-wrong', 'http-no-scheme'],
    choices: [
      ...DECODED_BY_SHOPIFY_API,
      {
        cases: ['http-leak'],
        symptom: 'leaks',
        why: 'Its refusal repeats the token that it refused. Only the page that sent the token reads it.',
        source: 'shopify-app-js, shopify-app-express, perform-token-exchange.ts',
      },
      {
        cases: ['http-wrong-scheme', 'http-scheme-in-the-middle'],
        symptom: 'accepts',
        why: 'It looks for "Bearer " anywhere in the header.',
        source: 'shopify-app-js, shopify-app-express, helpers/get-session-token.ts',
      },
      {
        cases: ['http-bearer-lower', 'http-bearer-upper'],
        symptom: 'refuses',
        why: 'It looks for "Bearer " in this case only. App Bridge always writes it so.',
        source: 'shopify-app-js, shopify-app-express, helpers/get-session-token.ts',
      },
    ],
  },
];
