import {signedBy, token} from './make.ts';
import type {Case} from './case.ts';
import {REFUSE, everywhere} from './expect.ts';

/** Who signed the token, and by which algorithm. */
export const SIGNING: Readonly<Record<string, Case>> = {
  'alg-none': {
    says: 'the token has the algorithm "none" and no signature',
    expects: everywhere(REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'CVE-2015-2951; RFC 8725 3.1',
    fix: 'Give the verifier the one algorithm that you expect, and never take it from the token.',
    mechanism: token(signedBy(null, 'none')),
  },
  'key-wrong': {
    says: 'the token was signed with the secret of another app',
    expects: everywhere(REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'RFC 7515 5.2',
    fix: 'Verify the signature before you read a claim; decoding is not verifying.',
    mechanism: token(signedBy({alg: 'HS256', secret: 'the-secret-of-another-app-than-this-one'})),
  },
};
