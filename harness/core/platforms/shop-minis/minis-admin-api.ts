import {http, HttpResponse} from 'msw';
import type {HttpHandler} from 'msw';
import {milliseconds} from '../../../clock.ts';
import type {Minis, VerifyErrorCode} from '../../world/minis.ts';
import {executor, readGraphQL} from '../graphql.ts';
import type {GraphQLBody} from '../graphql.ts';
import {problemHeader} from '../problem.ts';
import type {VerifyAnswer} from './arranged-answers.ts';
import {refused} from './user-token-verify.ts';
import type {UserTokenVerifyPayload} from './user-token-verify.ts';

/** Where a Mini's backend asks. @see https://shopify.dev/docs/api/shop-minis/minis-admin-api */
export const MINIS_ADMIN_API_URL = 'https://server.shop.app/minis/admin-api/alpha/graphql.json';

export const MINIS_ADMIN_API_HOST = 'server.shop.app';

/** What the API needs of the platform. */
export interface MinisAdminDeps {
  readonly minis: Minis;
  /** The answer that a test has arranged for this request. */
  arranged(): VerifyAnswer | null;
  /** Exchanges a token for the Mini of that id. */
  verify(token: string, mini: string): Promise<UserTokenVerifyPayload>;
  /** Why a token is refused, one sentence. */
  explain(code: VerifyErrorCode, token: string, mini: string): string;
}

/**
 * The Minis Admin API: one mutation, executed by graphql-js. Documented are the address, the bearer key, the schema, the body
 * `application/graphql` and the 429; `application/json` is what Shopify's reference backend sends. The answer to a wrong key
 * is an assumption.
 */
export function minisAdminApi(host: MinisAdminDeps): HttpHandler {
  return http.post(MINIS_ADMIN_API_URL, async ({request}) => {
    const arranged = host.arranged();
    if (typeof arranged === 'object' && arranged !== null) await later(milliseconds(arranged.delay));
    if (arranged === 'NETWORK_ERROR') return HttpResponse.error();
    if (arranged === 'TOO_MANY_REQUESTS') return HttpResponse.json(TOO_MANY_REQUESTS, {status: 429});

    const mini = miniOf(request.headers, host.minis);
    if (mini === null || arranged === 'WRONG_KEY') return wrongKey(request.headers, host.minis);

    const body = await readBody(request);
    if (typeof body === 'string')
      return HttpResponse.json(
        {data: null, errors: [{message: body}]},
        {status: 400, headers: problemHeader(body)},
      );

    const code = typeof arranged === 'string' ? arranged : null;
    const problems: string[] = [];

    const userTokenVerify = async ({token}: {token: string}): Promise<UserTokenVerifyPayload> => {
      const payload = code === null ? await host.verify(token, mini) : refused(code, host.minis);
      for (const error of payload.userErrors) {
        problems.push(
          `userTokenVerify answered ${error.code}: ${code === null ? host.explain(error.code, token, mini) : 'as the test arranged'}.`,
        );
      }

      return payload;
    };

    const result = await execute(body, {userTokenVerify});

    for (const {message} of result.errors ?? []) problems.push(`The Minis Admin API answered: ${message}`);
    return HttpResponse.json(result, {
      headers: problems.length === 0 ? {} : problemHeader(problems.join(' ')),
    });
  });
}

/** Documented, word for word. */
const TOO_MANY_REQUESTS = {
  data: null,
  errors: [{message: 'Slow down there partner.', extensions: {code: 'TOO_MANY_REQUESTS'}}],
};

/** The Mini whose key a request shows. */
export function miniOf(headers: Headers, {apiKey, id, otherKeys}: Minis): string | null {
  const key = /^bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (key === undefined) return null;
  if (key === apiKey) return id;
  return Object.hasOwn(otherKeys, key) ? (otherKeys[key] ?? null) : null;
}

function wrongKey(headers: Headers, {wrongKeyStatus}: Minis): Response {
  const shown = headers.has('authorization')
    ? 'shows an API key that belongs to no Mini'
    : 'shows no API key';

  const misplaced = headers.has('x-shopify-access-token')
    ? ' X-Shopify-Access-Token is not for this API.'
    : '';

  const problem = `The request to the Minis Admin API ${shown}: it takes Authorization: Bearer and the value of SHOP_MINIS_API_KEY.${misplaced}`;
  const body = {data: null, errors: [{message: 'Invalid API key', extensions: {code: 'UNAUTHORIZED'}}]};
  return HttpResponse.json(body, {status: wrongKeyStatus, headers: problemHeader(problem)});
}

/** The operation, or why there is none. */
async function readBody(request: Request): Promise<GraphQLBody | string> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/graphql') return {query: await request.text()};
  if (type !== 'application/json')
    return `The content type is "${type}", not application/json or application/graphql.`;
  return (await readGraphQL(request)) ?? 'The body is not {"query": string, "variables": object}.';
}

const execute = executor(/* GraphQL */ `
  scalar ISO8601DateTime

  enum UserState {
    GUEST
    VERIFIED
  }

  enum UserTokenVerifyUserErrorCode {
    INVALID_MINI
    TOKEN_EXPIRED
    TOKEN_INVALID
    USER_NOT_FOUND
  }

  type UserTokenVerifyUserError {
    code: UserTokenVerifyUserErrorCode!
    field: [String!]
    message: String!
  }

  type UserTokenVerifyPayload {
    publicId: String
    tokenExpiresAt: ISO8601DateTime
    userErrors: [UserTokenVerifyUserError!]!
    userIdentifier: String @deprecated(reason: "Use publicId instead.")
    userState: UserState
  }

  "GraphQL wants one; nothing to ask for is documented."
  type Query {
    simhost: Boolean
  }

  type Mutation {
    userTokenVerify(token: String!): UserTokenVerifyPayload!
  }
`);

function later(delay: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delay));
}
