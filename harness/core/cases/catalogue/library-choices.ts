import type {CasePattern} from '../cause.ts';
import type {LibraryChoice} from '../known-library.ts';

/** Other spellings of one token. */
export const SPELLINGS: readonly CasePattern[] = [
  'sig-padded',
  'sig-std-b64',
  'sig-nonzero-trailing-bits',
  'sig-illegal-chars',
  'life-replay-malleable',
];

/** Tokens without a usable `exp`. */
export const NO_EXPIRY: readonly CasePattern[] = [
  'exp-missing',
  'exp-1e400',
  'payload-empty-object',
  'proto-claim-only',
  'claims-upper-case',
];

/** jose, and what is built on it, decodes leniently. */
export const LENIENT_DECODER: LibraryChoice = {
  cases: [...SPELLINGS, 'payload-bad-utf8'],
  symptom: 'accepts',
  why: 'It decodes base64url and UTF-8 leniently. This matters only if you remember tokens as strings.',
  source: 'jose, util/base64url.ts; docs/verdicts.md',
};

/** Shopify's server packages check `exp` only if it is there. */
export const SHOPIFY_EXPIRY: LibraryChoice = {
  cases: NO_EXPIRY,
  symptom: 'accepts',
  why: 'It checks exp if the token has it. The platform always sends it.',
  source: 'shopify-api-js, session/decode-session-token.ts',
};

/**
 * The choices of `@shopify/shopify-app-react-router` and `-remix` about headers.
 *
 * @param sender who writes the header of each request to the backend
 * @param people whose requests the backend gets
 */
export function headersOfShopifyApp(sender: string, people: string): readonly LibraryChoice[] {
  return [
    {
      cases: ['http-no-scheme'],
      symptom: 'accepts',
      why: 'It takes the header without "Bearer " for the token.',
      source: 'shopify-app-js, authenticate/helpers/get-session-token-header.ts',
    },
    {
      cases: ['http-bearer-lower', 'http-bearer-upper'],
      symptom: 'refuses',
      why: `It takes the header without "Bearer " for the token. ${sender} always writes "Bearer".`,
      source: 'shopify-app-js, authenticate/helpers/get-session-token-header.ts',
    },
    {
      cases: ['host-bot-ua'],
      symptom: 'refuses',
      why: `It answers 410 to bots. ${people} are not bots.`,
      source: 'shopify-app-js, authenticate/helpers/reject-bot-request.ts',
    },
  ];
}
