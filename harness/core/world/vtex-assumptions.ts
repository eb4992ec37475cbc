import {SimhostError} from '../../errors.ts';
import {refuseUnknownKeys} from '../../known-values.ts';
import {shown} from '../../shown-value.ts';

/** The choices that VTEX does not document, with those of simhost: the rows of docs/assumptions.md. */
export interface VtexAssumptions {
  /**
   * `type` of an app key's token and `tokenType` of `credential/validate`; `null`: no claim, and `tokenType` is
   * `"appkey"`.
   */
  readonly appKeyTokenType: string | null;
  /** The `account` of an app key's token: the key's own, or `vtex`, as tokens of 2021 had it. */
  readonly appKeyTokenAccount: 'own' | 'vtex';
  /** Status of `apptoken/login` with a wrong pair. */
  readonly appTokenFailureStatus: 200 | 401;
  /**
   * The status of a request that names no account to a host that serves all, such as `apptoken/login` at `api.`
   * without `an`.
   */
  readonly missingAccountStatus: 400 | 401 | 404;
  /** The status of `pub/authenticated/user` for a guest. The body is `null` in both. */
  readonly anonymousUserStatus: 200 | 401;
  /**
   * The effect of a token in a header and a token in a cookie of one request. `refuse-validation`: only
   * `credential/validate` refuses them, and the header counts elsewhere. `refuse`: neither counts, which is 401 if the
   * route needs a user, else the answer for a guest. `accept`: the header counts.
   *
   * @see https://github.com/vtex/faststore/pull/3294
   */
  readonly duplicateCarriers: 'refuse-validation' | 'refuse' | 'accept';
  /**
   * The readers of the personal data of an order form. `masked`: the holder of the cookie
   * `CheckoutOrderFormOwnership`, the shopper by token, and staff; others get it masked. `open`: everybody
   * who has its id.
   *
   * @see https://help.vtex.com/en/known-issues/checkoutorderformownership-is-lostdoesnt-exist-in-some-purchase-flows
   */
  readonly orderFormData: 'masked' | 'open';
  /**
   * The senders that change attachments of a signed-in shopper's order form: only requests with a token of
   * theirs, or everybody who has its id.
   *
   * @see https://github.com/vtex/faststore/pull/1952
   */
  readonly orderFormAttachments: 'token' | 'open';
  /**
   * The effect of a session that knows its shopper without a token, by `public.storeUserEmail` or by an
   * earlier login. `identified`: `profile` names the shopper, and `isAuthenticated` is `"false"`.
   * `anonymous`: it names nobody.
   *
   * @see https://github.com/vtex/faststore/pull/1922
   */
  readonly sessionWithoutToken: 'identified' | 'anonymous';
  /** The effect of a shopper's token in another account than its own. */
  readonly shopperInOtherAccount: 'refuse' | 'accept';
  /** Body of a refusal whose body is not public: that of orders (OMS), or none. */
  readonly refusalBody: 'as-orders' | 'none';
  /** The answer to a signed-in shopper at `/admin`. */
  readonly shopperAtAdmin: 'forbidden' | 'login';
  /** Status of `pub/logout` without a `returnUrl`; with one it redirects. */
  readonly logoutStatus: 200 | 204;
  /** `SameSite` of the authentication cookies. */
  readonly sameSite: 'None' | 'Lax' | 'Strict' | 'omitted';
  /** Days that a `vid_rt` lives. */
  readonly refreshTokenDays: number;
  /** The result of a login with an unknown e-mail address: a new shopper, or `InvalidEmail`. */
  readonly unknownEmails: 'sign-up' | 'refuse';
  /**
   * Whether VTEX ID signs an admin in at an account in which they have no role; everything there refuses them
   * then.
   */
  readonly adminWithoutRole: 'sign-in' | 'refuse';
  /** Seconds that a started login (`_vss`) lives. */
  readonly loginSeconds: number;
  /** Whether a refreshed token keeps the `sess` of the old one. */
  readonly refreshKeepsSession: boolean;
  /**
   * The cookies that a shopper's refresh needs: only `vid_rt`, or also the two with the session's token,
   * expired or not.
   */
  readonly refreshShows: 'vid_rt' | 'all-cookies';
  /** Seconds from a refresh to the `refreshAfter` that it answers. */
  readonly refreshAfterSeconds: number;
  /** The pages of other origins that may read answers: those of the account's own hosts, or none. */
  readonly cors: 'own-hosts' | 'none';
}

/** Assumptions about VTEX that a test sets otherwise. */
export type VtexAssumptionOptions = Partial<VtexAssumptions>;

export const VTEX_ASSUMPTIONS: VtexAssumptions = {
  appKeyTokenType: null,
  appKeyTokenAccount: 'own',
  appTokenFailureStatus: 401,
  missingAccountStatus: 400,
  anonymousUserStatus: 200,
  duplicateCarriers: 'refuse-validation',
  orderFormData: 'masked',
  orderFormAttachments: 'token',
  sessionWithoutToken: 'identified',
  shopperInOtherAccount: 'refuse',
  refusalBody: 'as-orders',
  shopperAtAdmin: 'forbidden',
  logoutStatus: 200,
  sameSite: 'None',
  refreshTokenDays: 7,
  unknownEmails: 'sign-up',
  adminWithoutRole: 'sign-in',
  loginSeconds: 600,
  refreshKeepsSession: true,
  refreshShows: 'vid_rt',
  refreshAfterSeconds: 86_400,
  cors: 'own-hosts',
};

/** The values of those that have few. */
const CHOICES: Readonly<Partial<Record<keyof VtexAssumptions, readonly unknown[]>>> = {
  appKeyTokenAccount: ['own', 'vtex'],
  appTokenFailureStatus: [200, 401],
  missingAccountStatus: [400, 401, 404],
  anonymousUserStatus: [200, 401],
  duplicateCarriers: ['refuse-validation', 'refuse', 'accept'],
  orderFormData: ['masked', 'open'],
  orderFormAttachments: ['token', 'open'],
  sessionWithoutToken: ['identified', 'anonymous'],
  shopperInOtherAccount: ['refuse', 'accept'],
  refusalBody: ['as-orders', 'none'],
  shopperAtAdmin: ['forbidden', 'login'],
  logoutStatus: [200, 204],
  sameSite: ['None', 'Lax', 'Strict', 'omitted'],
  unknownEmails: ['sign-up', 'refuse'],
  adminWithoutRole: ['sign-in', 'refuse'],
  refreshKeepsSession: [true, false],
  refreshShows: ['vid_rt', 'all-cookies'],
  cors: ['own-hosts', 'none'],
};

/** Those that are numbers above 0. */
const AMOUNTS: readonly string[] = [
  'refreshTokenDays',
  'loginSeconds',
  'refreshAfterSeconds',
] satisfies (keyof VtexAssumptions)[];

/**
 * Completes the assumptions of the options.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_OPTION`, `ERR_BAD_OPTION`
 */
export function readAssumptions(options: VtexAssumptionOptions = {}): VtexAssumptions {
  refuseUnknownKeys('vtex.assume', options, Object.keys(VTEX_ASSUMPTIONS));
  for (const [key, value] of Object.entries(options)) {
    const choices = CHOICES[key as keyof VtexAssumptions];
    if (choices !== undefined && !choices.includes(value)) {
      throw new SimhostError(
        'ERR_BAD_OPTION',
        `The option vtex.assume.${key} has no value ${shown(value)}.`,
        {
          next: `Known: ${choices.map((each) => JSON.stringify(each)).join(', ')}.`,
        },
      );
    }
    if (AMOUNTS.includes(key) && !(typeof value === 'number' && Number.isFinite(value) && value > 0)) {
      throw new SimhostError('ERR_BAD_OPTION', `The option vtex.assume.${key} is ${shown(value)}.`, {
        next: 'Give a number above 0.',
      });
    }
  }

  return {...VTEX_ASSUMPTIONS, ...options};
}
