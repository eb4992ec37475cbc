import type {Case} from './case.ts';
import {REFUSE, WITH_AUDIENCE, on} from './expect.ts';
import {claims, token} from './make.ts';

/** For whom, and by whom, the token was made. */
export const AUDIENCE: Readonly<Record<string, Case>> = {
  'aud-wrong': {
    says: 'the token was made for another app',
    expects: on(WITH_AUDIENCE, REFUSE),
    elsewhere: 'such a token names no audience that a backend could check',
    class: 'defence',
    severity: 'critical',
    source: 'RFC 8725 3.9; shopify-api',
    fix: 'Compare aud with your client id, whole and exactly.',
    mechanism: token(claims({aud: 'another-app'})),
  },
};
