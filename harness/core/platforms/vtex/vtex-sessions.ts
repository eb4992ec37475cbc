import {SimhostError} from '../../../errors.ts';
import {didYouMean} from '../../../known-values.ts';
import {decodeClaims} from '../../tokens/jws.ts';
import type {Customer} from '../../world/people.ts';
import {accountOf, userIdOf} from '../../world/vtex.ts';
import type {VtexAccount} from '../../world/vtex.ts';
import type {VtexAdmin} from '../../world/vtex-staff.ts';
import type {World} from '../../world/world.ts';
import {authCookies, refreshCookie} from './vtex-cookies.ts';
import type {VtexCookie} from './vtex-cookies.ts';
import {byEmail, isSameEmail} from './email.ts';
import type {VtexDeps} from './vtex-deps.ts';
import type {VtexAudience} from './vtex-tokens.ts';

/** A user who can sign in: a shopper or an admin by name, a shopper of your own, or an admin of the world. */
export type VtexPerson = string | Customer | VtexAdmin;

/** The options of a login without a browser. */
export interface VtexLoginOptions {
  /** The account at which to sign in. Default: the account under test. */
  account?: string;
  /** The host of the login. Its cookies are sent there. Default: `{account}.myvtex.com`. */
  host?: string;
  /** The fingerprint of the device; a refresh must show the same one. Default: none. */
  fingerprint?: string | null;
}

/** A session: one login of one user. */
export interface VtexSession {
  /** A GUID, the claim `sess` of its tokens. */
  readonly sess: string;
  /** The name of the account. */
  readonly account: string;
  /** The audience of its tokens. */
  readonly audience: VtexAudience;
  /** The e-mail, the claim `sub`. */
  readonly user: string;
  /** The id of the user, the claim `userId`. */
  readonly userId: string;
  /** The fingerprint of the device at the login; `null` if it had none. */
  readonly fingerprint: string | null;
  /** Simulated milliseconds since 1970. */
  readonly createdAt: number;
  /** Whether the session was revoked. */
  readonly revoked: boolean;
}

/** The result of a login or a refresh. */
export interface VtexLogin {
  /** The user token, the value of `VtexIdclientAutCookie`. */
  readonly token: string;
  /** The session of the token. */
  readonly session: VtexSession;
  /** The value of `vid_rt`. */
  readonly refreshToken: string;
  /** The cookies for the browser: those of authentication, then `vid_rt`. */
  readonly cookies: readonly VtexCookie[];
}

/** The `status` of a refresh that fails. `InvalidScope`: the session belongs to another account. */
export type RefreshFailure = 'InvalidToken' | 'InvalidSession' | 'InvalidScope';

/** The request for a refresh. */
export interface RefreshOptions {
  /** The audience of the session: `webstore` for shoppers. */
  readonly audience: VtexAudience;
  /** The account of the request. Default: that of the session. */
  readonly account?: string;
  /** The fingerprint of the device. It must be that of the login. Default: none. */
  readonly fingerprint?: string | null;
  /** The host of the request. The new cookies are sent there. Default: `{account}.myvtex.com`. */
  readonly host?: string;
  /** Tokens of the same request, expired or not. Each must belong to the same session. Default: none. */
  readonly accompanyingTokens?: readonly string[];
}

interface RefreshToken {
  readonly sess: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/**
 * The sessions of VTEX ID: who is signed in, and which sessions were revoked.
 *
 * @see https://developers.vtex.com/docs/guides/refresh-token-flow-for-headless-implementations
 *
 * @example
 * ```ts
 * import {createSimulation} from 'simhost';
 *
 * const {sessions} = createSimulation().vtex;
 * const {token, session, refreshToken} = await sessions.login('ada');
 * const refreshed = await sessions.refresh(refreshToken, {audience: 'webstore'});
 * sessions.revoke(session.sess); // every token of the session is refused from now on
 * ```
 */
export class VtexSessions {
  readonly #world: World;
  readonly #deps: VtexDeps;
  readonly #sessions = new Map<string, VtexSession>();
  readonly #users = new Map<string, Customer | VtexAdmin>();
  readonly #refreshTokens = new Map<string, RefreshToken>();
  readonly #revoked = new Set<string>();

  constructor(world: World, deps: VtexDeps) {
    this.#world = world;
    this.#deps = deps;
  }

  /**
   * Signs a user in without a browser.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_PERSON`, `ERR_UNKNOWN_ACCOUNT`
   */
  async login(
    who: VtexPerson,
    {account: name, host, fingerprint = null}: VtexLoginOptions = {},
  ): Promise<VtexLogin> {
    const user = userOf(who, this.#world);
    const account = accountOf(name ?? this.#world.vtex.account.name, this.#world.vtex);

    const session: VtexSession = {
      sess: await this.#deps.uuid(),
      account: account.name,
      audience: isAdmin(user) ? 'admin' : 'webstore',
      user: user.email,
      userId: isAdmin(user) ? user.userId : userIdOf(user),
      fingerprint,
      createdAt: this.#deps.now(),
      revoked: false,
    };

    return this.#begin(session, user, account, host);
  }

  /** Revokes a session: its tokens and its `vid_rt` are refused from now on. */
  revoke(sess: string): void {
    this.#revoked.add(sess);
    const session = this.#sessions.get(sess);
    if (session !== undefined) this.#sessions.set(sess, {...session, revoked: true});

    for (const [value, {sess: owner}] of this.#refreshTokens) {
      if (owner === sess) this.#refreshTokens.delete(value);
    }
  }

  /** Whether the session with this `sess` was revoked. */
  isRevoked(sess: unknown): boolean {
    return typeof sess === 'string' && this.#revoked.has(sess);
  }

  /**
   * Exchanges a `vid_rt` for a new token and a new `vid_rt`, or returns the reason of the refusal. A `vid_rt`
   * works once.
   */
  async refresh(refreshToken: string, options: RefreshOptions): Promise<VtexLogin | RefreshFailure> {
    const sess = this.#sessOf(refreshToken);
    const session = sess === undefined ? undefined : this.#sessions.get(sess);
    const user = sess === undefined ? undefined : this.#users.get(sess);
    if (session === undefined || user === undefined) return 'InvalidToken';

    const failure = refreshFailure(session, options);
    if (failure !== null) return failure;

    this.#refreshTokens.delete(refreshToken);

    const {assumptions} = this.#world.vtex;
    const kept = assumptions.refreshKeepsSession ? session : {...session, sess: await this.#deps.uuid()};
    return this.#begin(kept, user, accountOf(session.account, this.#world.vtex), options.host);
  }

  /** The session of a `vid_rt` that has not expired. */
  #sessOf(refreshToken: string): string | undefined {
    const known = this.#refreshTokens.get(refreshToken);
    return known !== undefined && this.#deps.now() < known.expires ? known.sess : undefined;
  }

  /** Every session, oldest first. */
  get all(): readonly VtexSession[] {
    return [...this.#sessions.values()];
  }

  /** The sessions of one user in one account that are not revoked. */
  of(user: string, account: string): readonly VtexSession[] {
    return this.all.filter(
      (session) => isSameEmail(session.user, user) && session.account === account && !session.revoked,
    );
  }

  async #begin(
    session: VtexSession,
    user: Customer | VtexAdmin,
    account: VtexAccount,
    host: string | undefined,
  ): Promise<VtexLogin> {
    const {sess, audience} = session;
    const {assumptions} = this.#world.vtex;
    const token = await this.#mint(user, account, sess);
    const refreshToken = `${await this.#deps.uuid()}${await this.#deps.uuid()}`.replaceAll('-', '');
    const now = this.#deps.now();

    this.#sessions.set(sess, session);
    this.#users.set(sess, user);
    this.#refreshTokens.set(refreshToken, {sess, expires: now + assumptions.refreshTokenDays * 86_400_000});

    const site = {host: host ?? `${account.name}.myvtex.com`, now, assumptions};
    const cookies = [
      ...authCookies(token, audience, account, site),
      refreshCookie(refreshToken, audience, site),
    ];

    return {token, session, refreshToken, cookies};
  }

  #mint(user: Customer | VtexAdmin, {name: account}: VtexAccount, sess: string): Promise<string> {
    return isAdmin(user)
      ? this.#deps.mint('vtex-admin', {admin: user.name, account, sess})
      : this.#deps.mint('vtex-shopper', {customer: user, account, sess});
  }
}

function refreshFailure(
  session: VtexSession,
  {audience, account = session.account, fingerprint = null, accompanyingTokens = []}: RefreshOptions,
): RefreshFailure | null {
  if (session.audience !== audience) return 'InvalidToken';
  if (session.account !== account) return 'InvalidScope';

  const isOfSession = (token: string): boolean => decodeClaims(token)?.['sess'] === session.sess;
  if (!accompanyingTokens.every(isOfSession)) return 'InvalidToken';

  const isSameDevice = session.fingerprint === null || session.fingerprint === fingerprint;
  return isSameDevice ? null : 'InvalidSession';
}

function isAdmin(user: Customer | VtexAdmin): user is VtexAdmin {
  return 'roles' in user;
}

function userOf(who: VtexPerson, {people, vtex}: World): Customer | VtexAdmin {
  if (typeof who !== 'string') return who;

  const known: Readonly<Record<string, Customer | VtexAdmin>> = {...people, ...vtex.admins};
  const found = Object.hasOwn(known, who) ? known[who] : byEmail(known, who);
  if (found !== undefined) return found;

  const shoppers = Object.keys(people).join(', ');
  const admins = Object.keys(vtex.admins).join(', ');
  throw new SimhostError('ERR_UNKNOWN_PERSON', `Unknown VTEX user "${who}".`, {
    next: didYouMean(who, Object.keys(known), {
      label: null,
      note: `Shoppers: ${shoppers}; admins: ${admins}.`,
    }),
  });
}
