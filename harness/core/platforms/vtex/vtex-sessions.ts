import {SimhostError} from '../../../errors.ts';
import {nearest} from '../../../known-values.ts';
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

/** Who can sign in: a shopper or an admin by name, a shopper of your own, or an admin of the world. */
export type VtexPerson = string | Customer | VtexAdmin;

export interface VtexLoginOptions {
  /** Default: the account under test. */
  account?: string;
  /** The host that the login is made at, where its cookies go. Default `{account}.myvtex.com`. */
  host?: string;
  /** Of the device; a refresh must then show the same. */
  fingerprint?: string | null;
}

/** One login of one person, as long as it lasts. */
export interface VtexSession {
  /** A GUID: the claim `sess` of its tokens. */
  readonly sess: string;
  readonly account: string;
  readonly audience: VtexAudience;
  /** The e-mail: the claim `sub`. */
  readonly user: string;
  readonly userId: string;
  readonly fingerprint: string | null;
  /** Simulated milliseconds since 1970. */
  readonly createdAt: number;
  readonly revoked: boolean;
}

/** What a login or a refresh brings. */
export interface VtexLogin {
  readonly token: string;
  readonly session: VtexSession;
  /** The value of `vid_rt`. */
  readonly refreshToken: string;
  /** What the browser gets: the authentication cookies, then `vid_rt`. */
  readonly cookies: readonly VtexCookie[];
}

/** `InvalidScope`: the session is another account's than the one that is asked. */
export type RefreshFailure = 'InvalidToken' | 'InvalidSession' | 'InvalidScope';

export interface RefreshOptions {
  readonly audience: VtexAudience;
  /** The account that is asked. Default: the session's own. */
  readonly account?: string;
  readonly fingerprint?: string | null;
  /** The host that is asked, where the new cookies go. Default `{account}.myvtex.com`. */
  readonly host?: string;
  /** Tokens that come with it, expired or not: each must be of the same session. */
  readonly beside?: readonly string[];
}

interface RefreshToken {
  readonly sess: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** Who is signed in at VTEX ID, with which sessions, and what of it was revoked. */
export class VtexSessions {
  readonly #world: World;
  readonly #host: VtexDeps;
  readonly #sessions = new Map<string, VtexSession>();
  readonly #people = new Map<string, Customer | VtexAdmin>();
  readonly #refreshTokens = new Map<string, RefreshToken>();
  readonly #revoked = new Set<string>();

  constructor(world: World, host: VtexDeps) {
    this.#world = world;
    this.#host = host;
  }

  /**
   * Signs somebody in, as the pages of VTEX ID do in the end.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_PERSON`, `ERR_UNKNOWN_ACCOUNT`
   */
  async login(
    who: VtexPerson,
    {account: name, host, fingerprint = null}: VtexLoginOptions = {},
  ): Promise<VtexLogin> {
    const person = personOf(who, this.#world);
    const account = accountOf(name ?? this.#world.vtex.account.name, this.#world.vtex);

    const session: VtexSession = {
      sess: await this.#host.uuid(),
      account: account.name,
      audience: isAdmin(person) ? 'admin' : 'webstore',
      user: person.email,
      userId: isAdmin(person) ? person.userId : userIdOf(person),
      fingerprint,
      createdAt: this.#host.now(),
      revoked: false,
    };

    return this.#begin(session, person, account, host);
  }

  /** Ends the session of a token: the token and its `vid_rt` are refused from now on. */
  revoke(sess: string): void {
    this.#revoked.add(sess);
    const session = this.#sessions.get(sess);
    if (session !== undefined) this.#sessions.set(sess, {...session, revoked: true});
    for (const [value, {sess: owner}] of this.#refreshTokens)
      if (owner === sess) this.#refreshTokens.delete(value);
  }

  isRevoked(sess: unknown): boolean {
    return typeof sess === 'string' && this.#revoked.has(sess);
  }

  /** A new token for a `vid_rt`, which is dead afterwards, and a new `vid_rt`; or why not. */
  async refresh(
    refreshToken: string,
    {audience, account, fingerprint = null, host, beside = []}: RefreshOptions,
  ): Promise<VtexLogin | RefreshFailure> {
    const known = this.#refreshTokens.get(refreshToken);
    const session = known === undefined ? undefined : this.#sessions.get(known.sess);
    const person = known === undefined ? undefined : this.#people.get(known.sess);

    if (known === undefined || session === undefined || person === undefined || session.audience !== audience)
      return 'InvalidToken';
    if (known.expires <= this.#host.now()) return 'InvalidToken';
    if (account !== undefined && account !== session.account) return 'InvalidScope';
    if (beside.some((token) => decodeClaims(token)?.['sess'] !== session.sess)) return 'InvalidToken';
    if (session.fingerprint !== null && session.fingerprint !== fingerprint) return 'InvalidSession';

    this.#refreshTokens.delete(refreshToken);
    const kept = this.#world.vtex.assumptions.refreshKeepsSession
      ? session
      : {...session, sess: await this.#host.uuid()};

    return this.#begin(kept, person, accountOf(session.account, this.#world.vtex), host);
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
    person: Customer | VtexAdmin,
    account: VtexAccount,
    host?: string,
  ): Promise<VtexLogin> {
    const {sess, audience} = session;
    const {assumptions} = this.#world.vtex;
    const token = isAdmin(person)
      ? await this.#host.mint('vtex-admin', {admin: person.name, account: account.name, sess})
      : await this.#host.mint('vtex-shopper', {customer: person, account: account.name, sess});

    const refreshToken = `${await this.#host.uuid()}${await this.#host.uuid()}`.replaceAll('-', '');
    const now = this.#host.now();

    this.#sessions.set(sess, session);
    this.#people.set(sess, person);
    this.#refreshTokens.set(refreshToken, {sess, expires: now + assumptions.refreshTokenDays * 86_400_000});
    const site = {host: host ?? `${account.name}.myvtex.com`, now, assumptions};
    const cookies = [
      ...authCookies(token, audience, account, site),
      refreshCookie(refreshToken, audience, site),
    ];

    return {token, session, refreshToken, cookies};
  }
}

function isAdmin(person: Customer | VtexAdmin): person is VtexAdmin {
  return 'roles' in person;
}

function personOf(who: VtexPerson, {people, vtex}: World): Customer | VtexAdmin {
  if (typeof who !== 'string') return who;
  const known: Readonly<Record<string, Customer | VtexAdmin>> = {...people, ...vtex.admins};
  const found = Object.hasOwn(known, who) ? known[who] : byEmail(known, who);
  if (found !== undefined) return found;

  const near = nearest(who, Object.keys(known));
  throw new SimhostError('ERR_UNKNOWN_PERSON', `Nobody at VTEX is called "${who}".`, {
    next: `${near === undefined ? '' : `Did you mean "${near}"? `}Shoppers: ${Object.keys(people).join(', ')}; admins: ${Object.keys(vtex.admins).join(', ')}.`,
  });
}
