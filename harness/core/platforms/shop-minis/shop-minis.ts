import type {HttpHandler} from 'msw';
import {decodeClaims} from '../../tokens/jws.ts';
import type {Claims} from '../../tokens/jws.ts';
import {PUBLISHED_MINIS_API_KEY} from '../../world/minis.ts';
import type {Minis, VerifyErrorCode} from '../../world/minis.ts';
import type {Customer} from '../../world/people.ts';
import {disposable} from '../disposable.ts';
import type {Platform, Identification, ShownRequest} from '../platform.ts';
import {ArrangedAnswers} from './arranged-answers.ts';
import {IssuedTokens} from './issued-tokens.ts';
import {MINIS_ADMIN_API_HOST, minisAdminApi, miniOf} from './minis-admin-api.ts';
import {NO_TOKEN, ShopApp} from './shop-app.ts';
import {shopUserOf, USER_TOKEN_ISSUER} from './user-token.ts';
import type {UserTokenResponse} from './user-token.ts';
import {userTokenVerify} from './user-token-verify.ts';

/** What Shop Minis need of the simulation. */
export interface ShopMinisDeps {
  /** Milliseconds since 1970. */
  now(): number;
  /** Who is signed in to the Shop app. */
  customer(): Customer | null;
  /** A signed token with the scopes that were granted; `null` where a case gives none. */
  issue(scope: string): Promise<UserTokenResponse | null>;
}

/** Shop Minis: the Shop app around a Mini, and the Minis Admin API behind it. */
export class ShopMinis implements Platform {
  readonly hosts: readonly string[] = [MINIS_ADMIN_API_HOST];
  readonly handlers: readonly HttpHandler[];
  readonly openHandlers: readonly HttpHandler[];
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  readonly arranged: ArrangedAnswers = new ArrangedAnswers();
  readonly issued: IssuedTokens;
  /** The Shop app on the user's phone. */
  readonly app: ShopApp;
  readonly #minis: Minis;
  readonly #deleted = new Set<string>();

  constructor(minis: Minis, host: ShopMinisDeps) {
    this.#minis = minis;
    this.issued = new IssuedTokens(minis.tokenFormat);
    this.environment = {SHOP_MINIS_API_KEY: minis.apiKey};
    this.secrets = [minis.apiKey, ...Object.keys(minis.otherKeys)].filter(
      (key) => key !== PUBLISHED_MINIS_API_KEY,
    );

    this.app = new ShopApp(minis, {
      ...host,
      arranged: () => this.arranged.take('generateUserToken'),
      give: (signed) => this.issued.give(signed),
      isDeleted: (customer) => this.#deleted.has(shopUserOf(customer)),
    });

    const api = minisAdminApi({
      minis,
      arranged: () => this.arranged.take('userTokenVerify'),
      verify: (token, mini) =>
        userTokenVerify(token, mini, {
          minis,
          issued: this.issued,
          now: host.now(),
          isDeleted: (user) => this.#deleted.has(user),
        }),
      explain: (code, token, mini) => this.#explain(code, token, mini, host.now()),
    });

    this.handlers = [disposable(api)];
    this.openHandlers = this.handlers;
  }

  handlesHost(host: string): boolean {
    return this.hosts.includes(host);
  }

  /** A user token in any header: no name is documented for its own. */
  tokenIn(headers: Headers): string | null {
    return this.issued.tokenIn(headers.values());
  }

  async identify({headers, body}: ShownRequest): Promise<Identification | null> {
    if (this.issued.tokenIn([body]) !== null) return 'token';
    return miniOf(headers, this.#minis) === null ? null : 'key';
  }

  /**
   * What `shopify.generateUserToken()` gives a plain page, which shows no consent sheet; `null` where a case gives nothing.
   *
   * @throws {Error} as the action of a Mini fails, with its `code`
   */
  async generateUserToken(): Promise<UserTokenResponse | null> {
    let reply = await this.app.call('generateUserToken', undefined);
    if ('consent' in reply) {
      this.app.answerConsent(false);
      reply = await this.app.call('generateUserToken', undefined);
    }

    if ('consent' in reply) throw new Error('The consent sheet was answered, and is asked for again.');
    if (reply.ok) return reply.data as UserTokenResponse;

    const {message, code} = reply.error;
    if (message === NO_TOKEN) return null;
    throw Object.assign(new Error(message), code === undefined ? {} : {code});
  }

  /** Shop knows this user no more. */
  deleteUser(customer: Pick<Customer, 'id'>): void {
    this.#deleted.add(shopUserOf(customer));
  }

  /** What is notable about a backend's good answer to a request with these claims; `null` for nothing. */
  warn(answer: string, claims: Claims): string | null {
    if (!this.issued.isUnexchanged(claims)) return null;
    return (
      `${answer}, for a user token that nobody exchanged by userTokenVerify. ` +
      'Its format is a private matter of the platform: a backend must not decode it.'
    );
  }

  #explain(code: VerifyErrorCode, token: string, mini: string, now: number): string {
    const signed = this.issued.signed(token);
    const claims = signed === null ? null : decodeClaims(signed);
    if (claims?.['iss'] !== USER_TOKEN_ISSUER) return 'it is no user token';
    if (code === 'TOKEN_EXPIRED')
      return `it had expired ${Math.floor(now / 1000) - Number(claims['exp'])} s before`;
    if (code === 'INVALID_MINI')
      return `it was made for the Mini "${String(claims['aud'])}", and the API key belongs to "${mini}"`;
    if (code === 'USER_NOT_FOUND')
      return `the user ${String(claims['sub'])} ${this.#deleted.has(String(claims['sub'])) ? 'was deleted' : 'is none of Shop'}`;

    return 'its signature is not that of the platform, or it is not valid yet';
  }
}
