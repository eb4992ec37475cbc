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
      reason: 'such a token has no nbf',
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
    {reason: 'the route takes this kind of token', ids: ['surf-postpurchase-on-admin', 'surf-postpurchase-on-checkout']},
    {reason: 'nobody documents how far clocks may differ there', ids: ['life-clock-server-fast']},
    {reason: 'such a token has no jti', ids: ['jti-object']},
    {
      reason: 'the subject is the reference of a purchase there, which the platform draws',
      ids: ['sub-markup', 'sub-zero-byte', 'sub-object', 'sub-empty', 'trust-customer-swap'],
    },
    {reason: 'such a token names the purchase, whoever made it', ids: ['surf-guest', 'trust-guest-with-customer-id']},
    {reason: 'the shop stands in input_data there, and no case makes a token of another', ids: ['trust-token-of-other-shop']},
    {
      reason: 'it is about routes for other tokens; surf-session-on-postpurchase is about this one',
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
  vtex: [{reason: 'the token is not sent in the Authorization header there', ids: ['http-body-token']}],
};
