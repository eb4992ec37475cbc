import {compactVerify, importJWK} from 'jose';
import type {Claims} from '../../tokens/jws.ts';
import {grants} from '../../world/vtex-roles.ts';
import type {VtexRole} from '../../world/vtex-roles.ts';
import type {VtexAppKey} from '../../world/vtex-staff.ts';
import type {VtexAssumptions} from '../../world/vtex-assumptions.ts';
import type {Vtex, VtexAccount} from '../../world/vtex.ts';
import {carriesTwice, credentialsOf} from './carriers.ts';
import type {AppKeyPair, CarriedToken, Credentials} from './carriers.ts';
import {byEmail} from './email.ts';
import {VTEX_TEST_PUBLIC_KEY} from './vtex-test-key.ts';
import type {VtexSessions} from './vtex-sessions.ts';
import type {VtexAudience} from './vtex-tokens.ts';

/** The claims of a token with a good signature that has not expired and is not revoked. */
export type VerifiedClaims = Claims & {
  readonly sub: string;
  readonly account: string;
  readonly audience: VtexAudience;
  readonly userId: string;
};

/** The sender of a request. */
export type Caller =
  | {readonly kind: 'shopper'; readonly claims: VerifiedClaims}
  | {readonly kind: 'admin'; readonly claims: VerifiedClaims}
  | {
      readonly kind: 'app-key';
      readonly appKey: VtexAppKey;
      readonly by: 'token' | 'pair';
      readonly claims: VerifiedClaims | null;
    };

/** The callers that a route admits. */
export interface Access {
  /** Admits shoppers of the account. */
  readonly shopper?: boolean;
  /**
   * Admits admins and app keys whose roles in the account grant one of these License Manager resources, or
   * any role.
   */
  readonly admin?: readonly string[] | 'any-role';
  /** Ignores a pair of app key and app token, as the private routes of VTEX IO do. */
  readonly tokenOnly?: boolean;
  /** Admits only requests with a pair of app key and app token. */
  readonly pairOnly?: boolean;
}

/** The parts of VTEX that `Callers` needs. */
export interface CallersDeps {
  readonly vtex: Vtex;
  readonly sessions: VtexSessions;
  readonly now: () => number;
}

/** Identifies the sender of a request, and decides what they may do. */
export class Callers {
  readonly #vtex: Vtex;
  readonly #sessions: VtexSessions;
  readonly #now: () => number;

  constructor({vtex, sessions, now}: CallersDeps) {
    this.#vtex = vtex;
    this.#sessions = sessions;
    this.#now = now;
  }

  /** Returns the claims of a valid token, `null` for any other. */
  async verify(token: string): Promise<VerifiedClaims | null> {
    try {
      const {payload} = await compactVerify(token, await verificationKey(), {algorithms: ['ES256']});
      const claims = JSON.parse(new TextDecoder().decode(payload)) as Claims;
      if (!hasUserClaims(claims)) return null;

      const isExpired = this.#now() >= Number(claims['exp']) * 1000;
      return isExpired || this.#sessions.isRevoked(claims['sess']) ? null : claims;
    } catch {
      return null;
    }
  }

  /** Returns the sender, if the route admits them, or else the status of the refusal. */
  async authorize(request: Request, account: VtexAccount, access: Access): Promise<Caller | 401 | 403> {
    const credentials = this.credentialsOf(request, account);
    if (credentials === null) return 401;

    if (credentials.pair !== null && access.tokenOnly !== true) {
      const appKey = this.appKeyOf(credentials.pair);
      if (appKey === null) return 401;

      return this.#admitted({kind: 'app-key', appKey, by: 'pair', claims: null}, account, access);
    }

    const carried = preferred(credentials.tokens, access);
    if (carried === undefined || access.pairOnly === true) return 401;

    const claims = await this.verify(carried.token);
    const caller = claims === null ? null : this.callerOf(claims);

    return caller === null ? 401 : this.#admitted(caller, account, access);
  }

  /**
   * Returns the claims of the user who is signed in, at a route that is open to all. An invalid token counts
   * as none.
   */
  async signedIn(
    request: Pick<Request, 'headers'>,
    account: VtexAccount | null,
    audience: VtexAudience,
  ): Promise<VerifiedClaims | null> {
    for (const {token, audience: carried} of this.credentialsOf(request, account)?.tokens ?? []) {
      if (carried !== 'any' && carried !== audience) continue;

      const claims = await this.verify(token);
      if (claims === null || claims.audience !== audience) continue;
      if (audience === 'admin' || this.#isShopperOf(claims, account)) return claims;
    }

    return null;
  }

  /**
   * Reads the credentials of a request; `null` if it carries a token twice and `vtex.assume` refuses that.
   */
  credentialsOf(request: Pick<Request, 'headers'>, account: VtexAccount | null): Credentials | null {
    return this.refusesTwice(request, account, 'refuse') ? null : credentialsOf(request, account);
  }

  /**
   * Whether a request carries a token twice, and one of these values of `vtex.assume` is set, which refuses
   * that.
   */
  refusesTwice(
    request: Pick<Request, 'headers'>,
    account: VtexAccount | null,
    ...refusing: readonly VtexAssumptions['duplicateCarriers'][]
  ): boolean {
    const isRefusing = refusing.includes(this.#vtex.assumptions.duplicateCarriers);
    return isRefusing && carriesTwice(credentialsOf(request, account));
  }

  /** Returns the user or the app key that valid claims belong to. Only tokens of app keys have no session. */
  callerOf(claims: VerifiedClaims): Caller | null {
    if (claims.audience === 'webstore') return {kind: 'shopper', claims};
    if (claims['sess'] !== undefined) return {kind: 'admin', claims};

    const appKey = Object.values(this.#vtex.appKeys).find(({key}) => key === claims.sub);
    return appKey === undefined ? null : {kind: 'app-key', appKey, by: 'token', claims};
  }

  /** Finds the app key of a pair, if the app token belongs to it. */
  appKeyOf({key, token}: AppKeyPair): VtexAppKey | null {
    const known = Object.values(this.#vtex.appKeys);
    return known.find((appKey) => appKey.key === key && appKey.token === token) ?? null;
  }

  /** Lists the License Manager roles that a caller has in an account. */
  rolesOf(caller: Caller, account: VtexAccount): readonly VtexRole[] {
    if (caller.kind === 'app-key') return caller.appKey.account === account.name ? caller.appKey.roles : [];
    return caller.kind === 'admin' ? this.rolesOfUser(caller.claims.sub, account) : [];
  }

  rolesOfUser(email: string, {name}: VtexAccount): readonly VtexRole[] {
    return byEmail(this.#vtex.admins, email)?.roles[name] ?? [];
  }

  // An admin's token is not bound to the account that issued it: the role in the requested account decides.
  #admitted(caller: Caller, account: VtexAccount, {shopper = false, admin = []}: Access): Caller | 403 {
    if (caller.kind === 'shopper') return shopper && this.#isShopperOf(caller.claims, account) ? caller : 403;

    const roles = this.rolesOf(caller, account);
    const isAdmitted = admin === 'any-role' ? roles.length > 0 : grants(roles, admin);
    return isAdmitted ? caller : 403;
  }

  #isShopperOf(claims: VerifiedClaims, account: VtexAccount | null): boolean {
    return (
      account === null ||
      claims.account === account.name ||
      this.#vtex.assumptions.shopperInOtherAccount === 'accept'
    );
  }
}

/**
 * Picks the token that decides: that of a header, or else the cookie of the audience that the route is for.
 */
function preferred(tokens: readonly CarriedToken[], {shopper = false}: Access): CarriedToken | undefined {
  const expected: VtexAudience = shopper ? 'webstore' : 'admin';
  const header = tokens.find(({carrier}) => carrier !== 'cookie');

  return header ?? tokens.find(({audience}) => audience === expected) ?? tokens[0];
}

function hasUserClaims(claims: Claims): claims is VerifiedClaims {
  const {sub, account, audience, userId, exp} = claims;
  const areStrings = [sub, account, userId].every((claim) => typeof claim === 'string');
  return areStrings && (audience === 'webstore' || audience === 'admin') && typeof exp === 'number';
}

let imported: ReturnType<typeof importJWK> | undefined;

/** Imports the published key when a token is first verified: most simulations verify none. */
function verificationKey(): ReturnType<typeof importJWK> {
  imported ??= importJWK(VTEX_TEST_PUBLIC_KEY, 'ES256');
  return imported;
}
