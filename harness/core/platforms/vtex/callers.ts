import {compactVerify, importJWK} from 'jose';
import type {Claims} from '../../tokens/jws.ts';
import {grants} from '../../world/vtex-roles.ts';
import type {VtexRole} from '../../world/vtex-roles.ts';
import type {VtexAppKey} from '../../world/vtex-staff.ts';
import type {Vtex, VtexAccount} from '../../world/vtex.ts';
import {carriesTwice, credentialsOf} from './carriers.ts';
import type {AppKeyPair, CarriedToken, Credentials} from './carriers.ts';
import {byEmail} from './email.ts';
import {VTEX_TEST_PUBLIC_KEY} from './vtex-test-key.ts';
import type {VtexSessions} from './vtex-sessions.ts';
import type {VtexAudience} from './vtex-tokens.ts';

/** Claims that VTEX ID stands for: its signature, not expired, not revoked. */
export type VerifiedClaims = Claims & {
  readonly sub: string;
  readonly account: string;
  readonly audience: VtexAudience;
  readonly userId: string;
};

/** Whom a request turned out to come from. */
export type Caller =
  | {readonly kind: 'shopper'; readonly claims: VerifiedClaims}
  | {readonly kind: 'admin'; readonly claims: VerifiedClaims}
  | {
      readonly kind: 'app-key';
      readonly appKey: VtexAppKey;
      readonly by: 'token' | 'pair';
      readonly claims: VerifiedClaims | null;
    };

/** Who may use a route. */
export interface Access {
  /** Shoppers of the account. */
  readonly shopper?: boolean;
  /** Admins and app keys whose roles in the account grant one of these License Manager resources, or that have any role there. */
  readonly admin?: readonly string[] | 'any-role';
  /** Without an app key and token pair, as the private routes of VTEX IO. */
  readonly tokenOnly?: boolean;
  /** Only with an app key and token pair. */
  readonly pairOnly?: boolean;
}

export interface CallersOf {
  readonly vtex: Vtex;
  readonly sessions: VtexSessions;
  readonly now: () => number;
}

/** Finds out who calls, and whether they may. */
export class Callers {
  readonly #vtex: Vtex;
  readonly #sessions: VtexSessions;
  readonly #now: () => number;

  constructor({vtex, sessions, now}: CallersOf) {
    this.#vtex = vtex;
    this.#sessions = sessions;
    this.#now = now;
  }

  /** The claims of a good token; `null` for any other, whatever is wrong with it. */
  async verify(token: string): Promise<VerifiedClaims | null> {
    try {
      const {payload} = await compactVerify(token, await verificationKey(), {algorithms: ['ES256']});
      const claims = JSON.parse(new TextDecoder().decode(payload)) as Claims;
      return isVerified(claims) &&
        this.#now() < Number(claims['exp']) * 1000 &&
        !this.#sessions.isRevoked(claims['sess'])
        ? claims
        : null;
    } catch {
      return null;
    }
  }

  /** Who calls, if they may; else the status of the refusal. */
  async authorize(request: Request, account: VtexAccount, access: Access): Promise<Caller | 401 | 403> {
    const credentials = this.credentialsOf(request, account);
    if (credentials === null) return 401;

    if (credentials.pair !== null && access.tokenOnly !== true) {
      const appKey = this.appKeyOf(credentials.pair);
      return appKey === null
        ? 401
        : this.#allowed({kind: 'app-key', appKey, by: 'pair', claims: null}, account, access);
    }

    const carried = access.pairOnly === true ? undefined : preferred(credentials.tokens, access);
    const claims = carried === undefined ? null : await this.verify(carried.token);
    const caller = claims === null ? null : this.callerOf(claims);

    return caller === null ? 401 : this.#allowed(caller, account, access);
  }

  /** Who is signed in at a route that anybody may use; a token that is not good is as none. */
  async signedIn(
    request: Pick<Request, 'headers'>,
    account: VtexAccount | null,
    audience: VtexAudience,
  ): Promise<VerifiedClaims | null> {
    for (const {token, audience: place} of this.credentialsOf(request, account)?.tokens ?? []) {
      if (place !== 'any' && place !== audience) continue;
      const claims = await this.verify(token);
      if (claims === null || claims.audience !== audience) continue;
      if (audience === 'admin' || this.#isAtHome(claims, account)) return claims;
    }

    return null;
  }

  /** What a request shows; `null` where it carries a token twice and that is refused. */
  credentialsOf(request: Pick<Request, 'headers'>, account: VtexAccount | null): Credentials | null {
    const credentials = credentialsOf(request, account);
    return this.#vtex.assumptions.duplicateCarriers === 'refuse' && carriesTwice(credentials)
      ? null
      : credentials;
  }

  callerOf(claims: VerifiedClaims): Caller | null {
    if (claims.audience === 'webstore') return {kind: 'shopper', claims};
    if (claims['sess'] !== undefined) return {kind: 'admin', claims};
    const appKey = Object.values(this.#vtex.appKeys).find(({key}) => key === claims.sub);
    return appKey === undefined ? null : {kind: 'app-key', appKey, by: 'token', claims};
  }

  /** The key of a pair, if the token is its own. */
  appKeyOf({key, token}: AppKeyPair): VtexAppKey | null {
    return Object.values(this.#vtex.appKeys).find((each) => each.key === key && each.token === token) ?? null;
  }

  /** The License Manager roles that a caller has in an account. */
  rolesOf(caller: Caller, account: VtexAccount): readonly VtexRole[] {
    if (caller.kind === 'app-key') return caller.appKey.account === account.name ? caller.appKey.roles : [];
    return caller.kind === 'admin' ? this.rolesOfUser(caller.claims.sub, account) : [];
  }

  rolesOfUser(email: string, {name}: VtexAccount): readonly VtexRole[] {
    return byEmail(this.#vtex.admins, email)?.roles[name] ?? [];
  }

  // A token is not bound to the account that it was made at: what counts is whether its admin has a role in the account
  // that the request is for.
  #allowed(caller: Caller, account: VtexAccount, {shopper = false, admin = []}: Access): Caller | 403 {
    if (caller.kind === 'shopper') return shopper && this.#isAtHome(caller.claims, account) ? caller : 403;
    const roles = this.rolesOf(caller, account);
    return (admin === 'any-role' ? roles.length > 0 : grants(roles, admin)) ? caller : 403;
  }

  #isAtHome(claims: VerifiedClaims, account: VtexAccount | null): boolean {
    return (
      account === null ||
      claims.account === account.name ||
      this.#vtex.assumptions.shopperInOtherAccount === 'accept'
    );
  }
}

/** A header counts before a cookie; of the cookies the one of whom the route is for. */
function preferred(tokens: readonly CarriedToken[], {shopper = false}: Access): CarriedToken | undefined {
  const header = tokens.find(({carrier}) => carrier !== 'cookie');
  return header ?? tokens.find(({audience}) => audience === (shopper ? 'webstore' : 'admin')) ?? tokens[0];
}

function isVerified(claims: Claims): claims is VerifiedClaims {
  const {sub, account, audience, userId, exp} = claims;
  const areTexts = [sub, account, userId].every((each) => typeof each === 'string');
  return areTexts && (audience === 'webstore' || audience === 'admin') && typeof exp === 'number';
}

let imported: ReturnType<typeof importJWK> | undefined;

/** The published key, imported when a token is first verified: most simulations verify none. */
function verificationKey(): ReturnType<typeof importJWK> {
  imported ??= importJWK(VTEX_TEST_PUBLIC_KEY, 'ES256');
  return imported;
}
