import type {Notice} from '../../../notices.ts';
import type {HttpHandler} from 'msw';
import {decodeClaims} from '../../tokens/jws.ts';
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

/** The parts of a simulation that Shop Minis need. */
export interface ShopMinisDeps {
  /** Milliseconds since 1970. */
  now(): number;
  /** The customer who is signed in to the Shop app. */
  customer(): Customer | null;
  /** Issues a signed token with the granted scopes; `null` if an armed case withholds it. */
  issue(scope: string): Promise<UserTokenResponse | null>;
  /** Reports a probable mistake that the platform accepts. */
  notice(notice: Notice): void;
}

/** The state of the simulated Shop app. */
export interface MinisState {
  /** Answers that the test arranged in place of the platform's own. */
  readonly arranged: ArrangedAnswers;
  /** Deletes a user: Shop does not know them any more. */
  deleteUser(customer: Pick<Customer, 'id'>): void;
}

/** The simulated Shop Minis: the Shop app around a Mini, and the Minis Admin API behind it. */
export class ShopMinis implements Platform, MinisState {
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

  constructor(minis: Minis, deps: ShopMinisDeps) {
    this.#minis = minis;
    this.issued = new IssuedTokens(minis.tokenFormat);
    this.environment = {SHOP_MINIS_API_KEY: minis.apiKey};
    this.secrets = [minis.apiKey, ...Object.keys(minis.otherKeys)].filter(
      (key) => key !== PUBLISHED_MINIS_API_KEY,
    );

    this.app = new ShopApp(minis, {
      ...deps,
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
          now: deps.now(),
          isDeleted: (user) => this.#deleted.has(user),
        }),
      explain: (code, token, mini) => this.#explain(code, token, mini, deps.now()),
      notice: deps.notice,
    });

    this.handlers = [disposable(api)];
    this.openHandlers = this.handlers;
  }

  handlesHost(host: string): boolean {
    return this.hosts.includes(host);
  }

  /** Finds a user token in any header, because no header is documented for it. */
  tokenIn(headers: Headers): string | null {
    return this.issued.tokenIn(headers.values());
  }

  async identify({headers, body}: ShownRequest): Promise<Identification | null> {
    if (this.issued.tokenIn([body]) !== null) return 'token';
    return miniOf(headers, this.#minis) === null ? null : 'key';
  }

  /**
   * Answers `shopify.generateUserToken()` of a plain page, which has no consent sheet; `null` if an armed
   * case withholds the answer.
   *
   * @throws {Error} if the action of a Mini fails, with its `code`
   */
  async generateUserToken(): Promise<UserTokenResponse | null> {
    let reply = await this.app.call('generateUserToken', undefined);
    if ('consent' in reply) {
      this.app.answerConsent(false);
      reply = await this.app.call('generateUserToken', undefined);
    }

    if ('consent' in reply) throw new Error('The answered consent sheet was requested again.');
    if (reply.ok) return reply.data as UserTokenResponse;

    const {message, code} = reply.error;
    if (message === NO_TOKEN) return null;

    throw Object.assign(new Error(message), code === undefined ? {} : {code});
  }

  /** Deletes a user from Shop. */
  deleteUser(customer: Pick<Customer, 'id'>): void {
    this.#deleted.add(shopUserOf(customer));
  }

  /** Explains in one sentence why a token is refused. */
  #explain(code: VerifyErrorCode, token: string, mini: string, now: number): string {
    const signed = this.issued.signed(token);
    const claims = signed === null ? null : decodeClaims(signed);
    if (claims?.['iss'] !== USER_TOKEN_ISSUER) return 'it is not a user token';

    const [aud, sub] = [String(claims['aud']), String(claims['sub'])];
    switch (code) {
      case 'TOKEN_EXPIRED':
        return `it had expired ${Math.floor(now / 1000) - Number(claims['exp'])} s before`;
      case 'INVALID_MINI':
        return `it was issued for the Mini "${aud}", and the API key belongs to "${mini}"`;
      case 'USER_NOT_FOUND':
        return `the user ${sub} ${this.#deleted.has(sub) ? 'was deleted' : 'does not exist in Shop'}`;
      case 'TOKEN_INVALID':
        return 'its signature is not that of the platform, or it is not valid yet';
    }
  }
}
