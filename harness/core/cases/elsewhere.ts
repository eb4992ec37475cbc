import type {CaseId} from './case-id.ts';
import type {Profile} from './case.ts';

/** Why a case does not exist for a profile, where that is not the reason which its row gives for all others. */
export function reasonFor(id: CaseId, profile: Profile): string | undefined {
  return REASONS[profile]?.find(({ids}) => ids.includes(id))?.reason;
}

interface Reason {
  readonly reason: string;
  readonly ids: readonly CaseId[];
}

const REASONS: Readonly<Partial<Record<Profile, readonly Reason[]>>> = {
  'post-purchase': [
    {
      reason: 'these tokens have no nbf',
      ids: [
        'nbf-future-60',
        'nbf-future-1h',
        'nbf-after-exp',
        'life-clock-browser-fast',
        'life-clock-browser-too-fast',
        'life-clock-server-slow',
        'life-clock-step-back',
      ],
    },
    {
      reason: 'the route takes this kind of token',
      ids: ['surf-postpurchase-on-admin', 'surf-postpurchase-on-checkout'],
    },
    {reason: 'the allowed clock difference is not documented', ids: ['life-clock-server-fast']},
    {reason: 'these tokens have no jti', ids: ['jti-object']},
    {
      reason: 'sub is a purchase reference that the platform generates',
      ids: ['sub-markup', 'sub-zero-byte', 'sub-object', 'sub-empty', 'trust-customer-swap'],
    },
    {
      reason: 'these tokens name the purchase, not the buyer',
      ids: ['surf-guest', 'trust-guest-with-customer-id'],
    },
    {
      reason: 'the shop is in input_data, and no case makes a token of another shop',
      ids: ['trust-token-of-other-shop'],
    },
    {
      reason: 'it is about routes for other tokens; surf-session-on-postpurchase covers this one',
      ids: [
        'surf-checkout-on-admin',
        'surf-customer-on-admin',
        'surf-customer-number-on-admin',
        'surf-admin-on-checkout',
        'surf-shopify-on-minis',
        'surf-checkout-with-iss',
        'surf-admin-sub-zero',
        'trust-staff-token-with-customer-id',
      ],
    },
  ],
  vtex: [{reason: 'this kind of token is not sent in the Authorization header', ids: ['http-body-token']}],
};
