import {FORGER_EC, FORGER_RSA} from '../../tokens/forger-keys.ts';
import type {TokenKey} from '../../tokens/key.ts';

/** The secret of another app. */
export const OTHER_SECRET = 'the-secret-of-another-app-than-this-one';

/** A shop that no token here is for. */
export const OTHER_SHOP = 'other-shop.myshopify.com';

/** Keys that no backend has reason to trust. */
export const EC_FORGER: TokenKey = {alg: 'ES256', jwk: FORGER_EC};
export const RSA_FORGER: TokenKey = {alg: 'RS256', jwk: FORGER_RSA};
