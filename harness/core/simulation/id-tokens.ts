import {ID_TOKEN_LIFE} from '../platforms/shopify/id-token.ts';
import type {StaffName} from '../world/staff.ts';
import type {Issuer, TokenPlace} from './issuer.ts';
import type {TokenEpoch} from './token-epoch.ts';

/** The parts of a simulation that ID tokens of the admin need. */
export interface IdTokensDeps {
  readonly issuer: Pick<Issuer, 'issueIdToken' | 'caseBehind' | 'cases'>;
  readonly tokenEpoch: Pick<TokenEpoch, 'value'>;
  /** Seconds for which one token is given again. */
  readonly reuse: number;
  /** Returns the time of the platform, in milliseconds since 1970. */
  now(): number;
  /** Returns the name of the staff member who uses the admin. */
  staff(): StaffName;
}

/** An ID token as App Bridge gets it. */
export interface GivenIdToken {
  /** The token; `null` if an armed case says so. */
  readonly value: string | null;
  /** Seconds until it expires. */
  readonly expiresIn: number;
}

/**
 * The ID tokens that the admin gives App Bridge. It gives one again for a while.
 *
 * @see https://github.com/Shopify/turbolinks-jwt-sample-app/issues/9
 */
export class IdTokens {
  readonly #deps: IdTokensDeps;
  #kept: {readonly epoch: number; readonly at: number; readonly value: string} | null = null;

  constructor(deps: IdTokensDeps) {
    this.#deps = deps;
  }

  /**
   * Returns the token of the staff member who uses the admin; `null` if an armed case withholds the answer. With `renew`,
   * it is a new one: the app has refused the last one. A token that a case broke is not given again.
   *
   * @param at the place for which it is. Default: App Bridge
   */
  async take({
    renew = false,
    at = 'id-token',
  }: {readonly renew?: boolean; readonly at?: TokenPlace} = {}): Promise<GivenIdToken | null> {
    const {issuer, tokenEpoch, reuse, now, staff} = this.#deps;
    const kept = this.#kept;
    const isFaulty = issuer.cases.isArmed(at) || (at === 'id-token' && issuer.cases.isArmed('host'));
    if (
      !renew &&
      !isFaulty &&
      kept !== null &&
      kept.epoch === tokenEpoch.value &&
      now() - kept.at < reuse * 1000
    ) {
      const expiresIn = ID_TOKEN_LIFE - Math.floor((now() - kept.at) / 1000);
      return {value: kept.value, expiresIn};
    }

    const epoch = tokenEpoch.value;
    const issuedAt = now();
    const given = await issuer.issueIdToken(at, {staff: staff()});
    const value = given?.value ?? null;
    const isGood = value !== null && issuer.caseBehind(value) === null;
    this.#kept = isGood ? {epoch, at: issuedAt, value} : null;
    return given;
  }
}
