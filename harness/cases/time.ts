import type {Case} from './case.ts';
import {REFUSE, everywhere} from './expect.ts';
import {claims, token} from './make.ts';

/** When the token is good. */
export const TIME: Readonly<Record<string, Case>> = {
  'exp-past-60': {
    says: 'the token had expired 60 s before it was given out',
    expects: everywhere(REFUSE),
    class: 'anyone',
    severity: 'high',
    source: 'RFC 7519 4.1.4; shopify-api tests',
    fix: 'Check exp on every request, with a tolerance of 10 s at most.',
    mechanism: token(claims(({now, life}) => ({exp: now - 60, nbf: now - 60 - life, iat: now - 60 - life}))),
  },
};
