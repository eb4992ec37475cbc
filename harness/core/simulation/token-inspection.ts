import type {Delivery} from '../cases/armed-cases.ts';
import type {CaseId} from '../cases/case-id.ts';
import type {OutgoingRequest} from '../cases/outgoing-request.ts';
import type {ShopMinis} from '../platforms/shop-minis/shop-minis.ts';
import type {Expectation} from '../cases/case.ts';
import {caseOf} from '../cases/catalogue.ts';
import {expectationOf} from '../cases/expectations.ts';
import {decodeClaims, decodeHeader} from '../tokens/jws.ts';
import type {Claims} from '../tokens/jws.ts';
import type {BackendTime} from '../verdicts/answer-row.ts';
import {explainAnswer} from '../verdicts/answer-rows.ts';
import {type Credential, unreadableCredential} from '../verdicts/credential.ts';
import type {TokenFacts} from '../../wire/request-facts.ts';
import type {Reason} from '../../wire/verdict.ts';
import type {GivenTokens} from './given-tokens.ts';
import type {Issuer} from './issuer.ts';
import type {PlatformSet} from './platform-set.ts';
import type {RequestLog} from './request-log.ts';
import type {LoggedRequest} from '../verdicts/logged-request.ts';

/** The headers that carry a token; an armed case replaces them. */
const CREDENTIALS = /^(authorization|vtexidclientautcookie.*)$/i;

/** The token that a request carries. */
export interface InspectedToken {
  /** Its claims, unverified; null if the token is not a JWT. */
  readonly claims: Claims | null;
  /** The case that made it; null for a valid token, and for one of another issuer. */
  readonly case: CaseId | null;
}

export interface TokenInspectionDeps {
  readonly issuer: Issuer;
  readonly platforms: PlatformSet;
  readonly minis: ShopMinis;
  readonly clientId: string;
  readonly requests: Pick<RequestLog, 'entries' | 'at'>;
}

/** The tokens of a request, and the cookies that it had then. */
interface Carried {
  readonly cookie: string | null;
  readonly tokens: readonly string[];
}

/** Reads the tokens of requests to backends, and replaces them if a case is armed. */
export class TokenInspection {
  readonly #deps: TokenInspectionDeps;
  /** The tokens of requests that are under way, because each request is looked at several times. */
  readonly #carried = new WeakMap<Headers, Carried>();

  constructor(deps: TokenInspectionDeps) {
    this.#deps = deps;
  }

  /** The tokens that were given out. */
  get given(): GivenTokens {
    return this.#deps.issuer.given;
  }

  /** Returns the token that a request carries, or null if it carries none that can be read. */
  inspect(headers: Headers): InspectedToken | null {
    const {issuer} = this.#deps;
    const carried = this.#tokensIn(headers);
    const claims = carried.map((token) => decodeClaims(token)).find((found) => found !== null) ?? null;
    const made = carried.map((token) => issuer.caseBehind(token)).find((id) => id !== null) ?? null;

    return claims === null && made === null ? null : {claims, case: made};
  }

  /** Describes the token that a request carries, or returns null if it carries none that can be read. */
  describe(headers: Headers): TokenFacts | null {
    const token = this.#tokenIn(headers);
    if (token === null) return null;

    const made = this.#deps.issuer.factsOf(token);
    return {
      number: made?.number ?? null,
      header: decodeHeader(token),
      signature: made?.signature ?? 'unknown',
    };
  }

  /** Returns the answer of a correct backend to the case of a request; null if none is known. */
  expected(id: CaseId | null, headers: Headers): Expectation | null {
    const token = this.#tokenIn(headers);
    const profile = token === null ? null : this.#deps.issuer.profileOf(token);
    return id === null || profile === null ? null : (expectationOf(caseOf(id), profile) ?? null);
  }

  /** Returns a request to a backend as the next armed case sends it, or null if no case is armed for it. */
  async send(given: OutgoingRequest): Promise<{delivery: Delivery; request: OutgoingRequest} | null> {
    const {issuer, platforms, minis} = this.#deps;
    const headers = new Headers(given.headers.map(([name, value]): [string, string] => [name, value]));
    const carried = platforms.tokensIn(headers);

    const signed = carried.find((token) => issuer.issued(token));
    if (signed === undefined) return null;

    const shown = (token: string): string =>
      token === signed ? (carried[0] ?? token) : minis.issued.give(token);
    const withoutCredentials = given.headers.filter(([name]) => !CREDENTIALS.test(name));
    return issuer.send({signed, shown}, {...given, headers: withoutCredentials});
  }

  /** Reports the armed case that has reached a request: `armed` changed the request, or else made its token. */
  reached(headers: Headers, armed: Delivery | null, request: number): void {
    const {issuer} = this.#deps;
    const behind = this.#tokensIn(headers).map((token) => issuer.deliveryBehind(token));
    const delivery = armed ?? behind.find((each) => each !== null) ?? null;
    if (delivery !== null) issuer.cases.reached(delivery, request);
  }

  /** Explains the answer to a request by its token, or returns null if there is nothing to explain. */
  explain(request: LoggedRequest, headers: Headers, backendTime: BackendTime | null = null): Reason | null {
    const {clientId, issuer, requests} = this.#deps;
    const token = this.#tokenIn(headers);

    return explainAnswer({
      request,
      credential: this.#credentialOf(headers),
      clientId,
      issuedAt: token === null ? null : (issuer.factsOf(token)?.at ?? null),
      backendTime,
      repeated: request.retryOf === null ? null : (requests.at(request.retryOf) ?? null),
      wasSentBefore: () => this.#wasSentBefore(request),
    });
  }

  #wasSentBefore({id, tokenFacts}: LoggedRequest): boolean {
    const number = tokenFacts?.number ?? null;
    if (number === null) return false;

    const {entries} = this.#deps.requests;
    return entries.some((entry) => entry.id < id && entry.tokenFacts?.number === number);
  }

  /** Finds the token of a request. A backend may take its token from a custom header. */
  #tokenIn(headers: Headers): string | null {
    const {issuer} = this.#deps;
    const carried = this.#tokensIn(headers);
    const own = [...carried, ...headers.values()].find((value) => issuer.issued(value));
    return own ?? carried.find((each) => decodeClaims(each) !== null) ?? null;
  }

  /** Lists the tokens of a request. The gateway removes expired cookies from its headers, and nothing else. */
  #tokensIn(headers: Headers): readonly string[] {
    const cookie = headers.get('cookie');
    const known = this.#carried.get(headers);
    if (known?.cookie === cookie) return known.tokens;

    const tokens = this.#deps.platforms.tokensIn(headers);
    this.#carried.set(headers, {cookie, tokens});
    return tokens;
  }

  #credentialOf(headers: Headers): Credential {
    const {issuer, platforms, minis} = this.#deps;
    const token = this.#tokenIn(headers);

    if (token === null) {
      const authorization = headers.get('authorization');
      return authorization === null ? {kind: 'none'} : unreadableCredential(authorization);
    }

    const claims = decodeClaims(token) ?? {};
    return {
      kind: 'token',
      claims,
      isOwn: issuer.issued(token),
      profile: issuer.profileOf(token),
      isSentTwice: platforms.carriesTwice(headers),
      isRevoked: platforms.isRevoked(claims),
      isUnexchanged: minis.issued.isUnexchanged(claims),
    };
  }
}
