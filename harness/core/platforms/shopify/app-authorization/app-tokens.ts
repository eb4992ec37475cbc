import type {App} from '../../../world/app.ts';
import type {Ids} from '../../../world/ids.ts';
import type {StaffMember} from '../../../world/staff.ts';
import {compact, covers} from './access-scopes.ts';
import type {AppInstallation} from './app-installation.ts';
import type {AppToken, FoundAppToken, GrantRefusal, TokenPair} from './app-token.ts';
import {RefreshTokens} from './refresh-tokens.ts';

/** Seconds for which an expiring offline access token is valid. */
export const OFFLINE_TOKEN_LIFE = 3600;

/** Seconds for which an online access token, and one for client credentials, is valid. */
export const DAY_TOKEN_LIFE = 86_399;

/** From this date on, the Admin API refuses permanent tokens of public apps. */
const EXPIRING_REQUIRED_FROM = Date.parse('2027-01-01T00:00:00Z');

/** Milliseconds for which the exchange of a permanent token may be repeated. */
const MIGRATION_RETRY = 7 * 86_400_000;

/** The parts of a simulation that the tokens of the app need. */
export interface AppTokensDeps {
  readonly app: Pick<App, 'distribution' | 'expiringTokens' | 'authorization'>;
  readonly installation: AppInstallation;
  readonly ids: Pick<Ids, 'uuid'>;
  /** Returns the time of the platform, in milliseconds since 1970. */
  now(): number;
}

/**
 * The access tokens with which the app's backend calls the Admin API.
 *
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens
 */
export class AppTokens {
  readonly #deps: AppTokensDeps;
  readonly #tokens = new Map<string, AppToken>();
  /** The tokens that ended early, with what ended them. */
  readonly #ended = new Map<string, 'revoked' | 'uninstalled'>();
  readonly #refreshTokens: RefreshTokens;
  /** The pairs that replaced permanent tokens. */
  readonly #migrated = new Map<string, {readonly pair: TokenPair; readonly at: number}>();
  #permanent: AppToken | null = null;

  constructor(deps: AppTokensDeps) {
    this.#deps = deps;
    this.#refreshTokens = new RefreshTokens({now: deps.now, retry: deps.app.authorization.refreshRetry});
    deps.installation.onChange(({kind}) => {
      if (kind === 'uninstalled') this.#endAll();
    });
  }

  /** All access and refresh tokens, which must never be written. */
  get issued(): readonly string[] {
    return [...this.#tokens.keys(), ...this.#refreshTokens.issued];
  }

  /** Whether an access token or a refresh token was issued here. */
  knows(value: string): boolean {
    return this.#tokens.has(value) || this.#refreshTokens.knows(value);
  }

  /** Finds an access token; `null` for one that was not issued here. */
  find(value: string): FoundAppToken | null {
    const token = this.#tokens.get(value);
    if (token === undefined) return null;

    const {value: _, ...facts} = token;
    const isPermanent = token.expiresAt === null;
    return {
      ...facts,
      state: this.#stateOf(token),
      scopes: this.scopesOf(token),
      isRefusedAsPermanent: isPermanent && this.#mustExpire,
    };
  }

  /** Returns the scopes of a token now, as the answer with the token lists them. */
  scopesOf({staff}: Pick<AppToken, 'staff'>): readonly string[] {
    const {granted} = this.#deps.installation.scopes;
    const permissions = staff?.permissions ?? null;
    return permissions === null ? granted : compact(granted.filter((scope) => covers(permissions, scope)));
  }

  /** Returns the permanent offline token. Each time it is the same one, until it is revoked. */
  async issuePermanent(): Promise<AppToken> {
    this.#permanent ??= await this.#issue({access: 'offline', expiresAt: null, staff: null});
    return this.#permanent;
  }

  /** Issues an expiring offline token. It replaces the permanent one, and the earlier refresh tokens. */
  async issueExpiring(): Promise<TokenPair> {
    const pair = await this.#issuePair();
    this.#refreshTokens.retireAllBut(pair.refreshToken);
    this.#migrated.clear();
    this.#endPermanent();
    return pair;
  }

  /** Issues an online token of a staff member. */
  issueOnline(staff: StaffMember): Promise<AppToken> {
    return this.#issue({access: 'online', expiresAt: this.#in(DAY_TOKEN_LIFE), staff});
  }

  /** Issues an offline token for client credentials, which has no refresh token. */
  issueForCredentials(): Promise<AppToken> {
    return this.#issue({access: 'offline', expiresAt: this.#in(DAY_TOKEN_LIFE), staff: null});
  }

  /** Returns the pair that replaces a refresh token, or the reason why there is none. */
  async refresh(refreshToken: string): Promise<TokenPair | GrantRefusal> {
    const used = this.#refreshTokens.use(refreshToken);
    if ('cause' in used) return used;

    this.#migrated.clear();
    const pair = used.earlier === null ? await this.#issuePair() : this.#renew(used.earlier);
    this.#refreshTokens.replace(refreshToken, pair);
    return pair;
  }

  /**
   * Exchanges the permanent token for a pair. The exchange may be repeated for seven days, until the pair is refreshed or
   * replaced.
   *
   * @see https://shopify.dev/changelog/more-resilient-token-exchanges-when-migrating-tokens-without-a-user-session
   */
  async migrate(permanent: string): Promise<TokenPair | null> {
    const earlier = this.#migrated.get(permanent);
    if (earlier !== undefined && this.#deps.now() - earlier.at < MIGRATION_RETRY)
      return this.#renew(earlier.pair);

    const token = this.#tokens.get(permanent);
    if (token === undefined || token.expiresAt !== null || this.#stateOf(token) !== 'live') return null;

    const pair = await this.issueExpiring();
    this.#migrated.set(permanent, {pair, at: this.#deps.now()});
    return pair;
  }

  /** Revokes an access token. The platform forgets a refresh token only with the app. */
  revoke(value: string): void {
    this.#end(value, 'revoked');
  }

  get #mustExpire(): boolean {
    const {distribution, expiringTokens} = this.#deps.app;
    if (distribution === 'custom' || expiringTokens === 'optional') return false;
    return expiringTokens === 'required' || this.#deps.now() >= EXPIRING_REQUIRED_FROM;
  }

  #stateOf({value, expiresAt}: AppToken): FoundAppToken['state'] {
    const ended = this.#ended.get(value);
    if (ended !== undefined) return ended;
    return expiresAt !== null && expiresAt <= this.#deps.now() ? 'expired' : 'live';
  }

  /** Ends all tokens, because the shop uninstalled the app. */
  #endAll(): void {
    for (const value of this.#tokens.keys()) this.#end(value, 'uninstalled');
    this.#refreshTokens.retireAll();
    this.#migrated.clear();
  }

  #end(value: string, how: 'revoked' | 'uninstalled'): void {
    if (!this.#ended.has(value)) this.#ended.set(value, how);
    if (this.#permanent?.value === value) this.#permanent = null;
  }

  async #issuePair(): Promise<TokenPair> {
    const expiresAt = this.#in(OFFLINE_TOKEN_LIFE);
    const token = await this.#issue({access: 'offline', expiresAt, staff: null});
    const refreshToken = `shprt_${await this.#hex()}`;
    const refreshTokenExpiresAt = this.#refreshTokens.add(refreshToken);
    return {...token, expiresAt, refreshToken, refreshTokenExpiresAt};
  }

  /** Returns a pair again. The lifetime of its access token starts again, that of its refresh token does not. */
  #renew(pair: TokenPair): TokenPair {
    const renewed = {...pair, expiresAt: this.#in(OFFLINE_TOKEN_LIFE)};
    const {refreshToken: _, refreshTokenExpiresAt: __, ...token} = renewed;
    this.#tokens.set(token.value, token);
    return renewed;
  }

  async #issue(facts: Omit<AppToken, 'value'>): Promise<AppToken> {
    const prefix = facts.access === 'online' ? 'shpua' : 'shpat';
    const token = {value: `${prefix}_${await this.#hex()}`, ...facts};
    this.#tokens.set(token.value, token);
    return token;
  }

  #endPermanent(): void {
    if (this.#permanent !== null) this.revoke(this.#permanent.value);
  }

  #in(seconds: number): number {
    return this.#deps.now() + seconds * 1000;
  }

  async #hex(): Promise<string> {
    return (await this.#deps.ids.uuid()).replaceAll('-', '');
  }
}
