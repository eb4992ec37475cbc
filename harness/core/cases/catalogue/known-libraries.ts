import type {KnownLibrary} from '../known-library.ts';
import {APP_LIBRARIES} from './known-app-libraries.ts';
import {
  LENIENT_DECODER,
  NO_EXPIRY,
  SHOPIFY_EXPIRY,
  SPELLINGS,
  headersOfShopifyApp,
} from './library-choices.ts';

/**
 * Libraries that an audit recognises. Their choices are named in the report, and are not findings. The order matters: a
 * library that is built on another one comes first.
 */
export const KNOWN_LIBRARIES: readonly KnownLibrary[] = [
  ...APP_LIBRARIES,
  {
    name: 'authenticate.public or authenticate.pos of @shopify/shopify-app-react-router or -remix',
    signs: [
      {case: 'host-bot-ua', symptom: 'refuses', status: 410},
      {case: 'http-bearer-lower', symptom: 'refuses'},
      {case: 'http-no-scheme', symptom: 'accepts'},
    ],
    choices: [
      {
        cases: ['aud-*', 'payload-dup-aud*', 'surf-postpurchase-on-checkout'],
        symptom: 'accepts',
        why: 'It verifies the tokens of extensions with checkAudience: false. Only a token that your own secret signed gets this far.',
        source: 'shopify-app-js, authenticate/public/extension/authenticate.ts',
      },
      {
        cases: [
          'iss-*',
          'surf-checkout-on-admin',
          'surf-customer-on-admin',
          'surf-customer-number-on-admin',
          'surf-postpurchase-on-admin',
        ],
        symptom: 'accepts',
        why: 'authenticate.pos compares neither iss nor sub, so it takes the tokens of all surfaces that your own secret signed.',
        source: 'shopify-app-js, authenticate/pos/authenticate.ts',
      },
      {
        cases: ['dest-*'],
        symptom: 'accepts',
        why: 'It returns dest as the token has it. The platform always writes the domain of the shop.',
        source: 'shopify-app-js, authenticate/public/extension/authenticate.ts',
      },
      SHOPIFY_EXPIRY,
      LENIENT_DECODER,
      {
        cases: ['http-www-authenticate'],
        symptom: 'headers',
        why: 'Its refusals have no WWW-Authenticate. Extensions do not read it.',
        source: 'shopify-app-js, authenticate/public/extension/authenticate.ts',
      },
      ...headersOfShopifyApp('The platform', 'Browsers of customers and the app of the point of sale'),
    ],
  },
  {
    name: 'jsonwebtoken',
    signs: [
      {case: 'payload-text-of-json', symptom: 'accepts'},
      {case: 'crit-unknown', symptom: 'accepts'},
    ],
    choices: [
      {
        cases: ['crit-*'],
        symptom: 'accepts',
        why: 'It does not look at crit. The platform never sends it.',
        source: 'jsonwebtoken, verify.js; docs/verdicts.md',
      },
      {
        cases: NO_EXPIRY,
        symptom: 'accepts',
        why: 'It checks exp if the token has it, and has no option that demands it. Check that exp is a number.',
        source: 'jsonwebtoken, verify.js; docs/verdicts.md',
      },
      {
        cases: ['payload-text-of-json', 'payload-bad-utf8', 'iat-string'],
        symptom: 'accepts',
        why: 'It reads the claims leniently. Only a token that your own secret signed gets this far.',
        source: 'jsonwebtoken, verify.js; docs/verdicts.md',
      },
    ],
  },
  {
    name: 'PyJWT, or a Python library that answers alike',
    signs: [
      {case: 'payload-utf16', symptom: 'accepts'},
      {case: 'nbf-string', symptom: 'accepts'},
      {case: 'sig-padded', symptom: 'accepts'},
    ],
    choices: [
      {
        cases: ['exp-missing', 'payload-empty-object', 'proto-claim-only', 'claims-upper-case'],
        symptom: 'accepts',
        why: "decode checks exp if the token has it. options={'require': ['exp']} demands it.",
        source: 'PyJWT, API reference, jwt.decode',
      },
      {
        cases: ['exp-string', 'nbf-string', 'iat-string', 'payload-utf16', 'payload-bad-utf8'],
        symptom: 'accepts',
        why: 'It turns times into numbers, and finds the encoding by itself. Only your own secret makes such a token.',
        source: 'PyJWT, api_jwt.py; docs/verdicts.md',
      },
      {
        cases: ['crit-*'],
        symptom: 'accepts',
        why: 'Older versions do not look at crit. The platform never sends it.',
        source: 'CVE-2026-32597; docs/verdicts.md',
      },
      {
        cases: SPELLINGS,
        symptom: 'accepts',
        why: 'It decodes base64url leniently. This matters only if you remember tokens as strings.',
        source: 'PyJWT, utils.py; docs/verdicts.md',
      },
    ],
  },
  {
    name: 'the jwt gem of Ruby',
    signs: [
      {case: 'alg-lower', symptom: 'accepts'},
      {case: 'four-parts-empty', symptom: 'accepts'},
    ],
    rights: ['alg-padded', 'alg-none', 'key-wrong'],
    choices: [
      {
        cases: ['alg-lower'],
        symptom: 'accepts',
        why: 'It compares alg without case, and still verifies with the algorithm that you name.',
        source: 'ruby-jwt, lib/jwt/decode.rb',
      },
      {
        cases: ['four-parts-empty'],
        symptom: 'accepts',
        why: 'It ignores a dot at the end. This matters only if you remember tokens as strings.',
        source: 'ruby-jwt, lib/jwt/decode.rb',
      },
      {
        cases: ['payload-bad-utf8', 'payload-notjson'],
        symptom: 'accepts',
        why: "Ruby's JSON parser takes comments, and strings that are not UTF-8. Only your own secret makes such a token.",
        source: 'ruby-jwt, lib/jwt/json.rb',
      },
      {
        cases: ['exp-missing', 'payload-empty-object', 'proto-claim-only', 'claims-upper-case'],
        symptom: 'accepts',
        why: "It checks exp if the token has it. required_claims: ['exp'] demands it.",
        source: 'ruby-jwt, README, required claims',
      },
      {
        cases: SPELLINGS,
        symptom: 'accepts',
        why: 'It decodes base64url leniently. This matters only if you remember tokens as strings.',
        source: 'ruby-jwt, lib/jwt/base64.rb',
      },
    ],
  },
  {
    name: 'jose',
    signs: [
      {case: 'sig-padded', symptom: 'accepts'},
      {case: 'sig-nonzero-trailing-bits', symptom: 'accepts'},
      {case: 'exp-1e400', symptom: 'accepts'},
    ],
    rights: ['payload-utf16', 'payload-text-of-json', 'crit-unknown', 'crit-empty', 'exp-string'],
    choices: [
      {
        cases: NO_EXPIRY,
        symptom: 'accepts',
        why: "jwtVerify checks exp if the token has it. The option requiredClaims: ['exp'] demands it.",
        source: 'jose, JWTClaimVerificationOptions.requiredClaims',
      },
      LENIENT_DECODER,
    ],
  },
];
