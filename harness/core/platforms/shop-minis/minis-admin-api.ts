import {HttpResponse} from 'msw';
import type {HttpHandler} from 'msw';
import {http} from '../platform-http.ts';
import {milliseconds} from '../../../clock.ts';
import type {Minis, VerifyErrorCode} from '../../world/minis.ts';
import type {Notice} from '../../../notices.ts';
import {executor, readGraphQL} from '../graphql.ts';
import type {GraphQLBody} from '../graphql.ts';
import type {Reason, Turn} from '../../../wire/verdict.ts';
import {problemHeader} from '../problem.ts';
import type {VerifyAnswer} from './arranged-answers.ts';
import {realDelay} from './real-delay.ts';
import {refused} from './user-token-verify.ts';
import type {UserTokenVerifyPayload} from './user-token-verify.ts';

/** The host of the Minis Admin API. */
export const MINIS_ADMIN_API_HOST = 'server.shop.app';

/**
 * The URL at which a Mini's backend asks.
 *
 * @see https://shopify.dev/docs/api/shop-minis/minis-admin-api
 */
export const MINIS_ADMIN_API_URL = 'https://server.shop.app/minis/admin-api/alpha/graphql.json';

/** The documented 429, word for word. */
const TOO_MANY_REQUESTS = {
  data: null,
  errors: [{message: 'Slow down there partner.', extensions: {code: 'TOO_MANY_REQUESTS'}}],
};

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

  "GraphQL requires a query type, and Shopify documents no query."
  type Query {
    simhost: Boolean
  }

  type Mutation {
    userTokenVerify(token: String!): UserTokenVerifyPayload!
  }
`);

/** The side that has to change something, by the code of a refused token. */
const TURNS: Readonly<Record<VerifyErrorCode, Turn>> = {
  TOKEN_EXPIRED: 'extension',
  TOKEN_INVALID: 'extension',
  INVALID_MINI: 'set-up',
  USER_NOT_FOUND: 'nobody',
};

/** The parts of Shop Minis that the API needs. */
export interface MinisAdminDeps {
  readonly minis: Minis;
  /** Takes the answer that a test has set for this request. */
  arranged(): VerifyAnswer | null;
  /** Exchanges a token for the Mini with this id. */
  verify(token: string, mini: string): Promise<UserTokenVerifyPayload>;
  /** Explains in one sentence why a token is refused. */
  explain(code: VerifyErrorCode, token: string, mini: string): string;
  /** Reports a probable mistake that the API accepts. */
  notice(notice: Notice): void;
}

/**
 * The Minis Admin API: one mutation.
 *
 * Documented are the URL, the bearer key, the schema, the body `application/graphql` and the 429. Shopify's
 * reference backend sends `application/json`. The answer to a wrong key is an assumption.
 *
 * @see https://shopify.dev/docs/api/shop-minis/minis-admin-api
 */
export function minisAdminApi(deps: MinisAdminDeps): HttpHandler {
  return http.post(MINIS_ADMIN_API_URL, async ({request}) => {
    const arranged = deps.arranged();
    if (typeof arranged === 'object' && arranged !== null) await realDelay(milliseconds(arranged.delay));
    if (arranged === 'NETWORK_ERROR') return HttpResponse.error();
    if (arranged === 'TOO_MANY_REQUESTS') return HttpResponse.json(TOO_MANY_REQUESTS, {status: 429});

    const mini = miniOf(request.headers, deps.minis);
    if (mini === null || arranged === 'WRONG_KEY') return wrongKey(request.headers, deps.minis);

    const body = await readBody(request, deps);
    if (typeof body === 'string') return badBody(body);

    return answer(body, mini, {deps, arrangedCode: typeof arranged === 'string' ? arranged : null});
  });
}

/** Executes the mutation, and explains its errors in the header for problems. */
async function answer(
  body: GraphQLBody,
  mini: string,
  {deps, arrangedCode}: {deps: MinisAdminDeps; arrangedCode: VerifyErrorCode | null},
): Promise<Response> {
  const problems: Reason[] = [];

  const userTokenVerify = async ({token}: {token: string}): Promise<UserTokenVerifyPayload> => {
    const payload =
      arrangedCode === null ? await deps.verify(token, mini) : refused(arrangedCode, deps.minis);

    for (const {code} of payload.userErrors) {
      const reason = arrangedCode === null ? deps.explain(code, token, mini) : 'as the test arranged';
      problems.push({
        cause: `userTokenVerify answered ${code}: ${reason}`,
        turn: arrangedCode === null ? TURNS[code] : 'nobody',
        fix: null,
      });
    }

    return payload;
  };

  const result = await execute(body, {userTokenVerify});
  for (const {message} of result.errors ?? [])
    problems.push({cause: `the Minis Admin API answered: ${message}`, turn: 'backend', fix: null});

  const [first] = problems;
  const cause = problems.map((problem) => problem.cause).join('; ');
  const headers = first === undefined ? {} : problemHeader({...first, cause});
  return HttpResponse.json(result, {headers});
}

/** Finds the Mini whose API key a request has. */
export function miniOf(headers: Headers, {apiKey, id, otherKeys}: Minis): string | null {
  const key = /^bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (key === undefined) return null;
  if (key === apiKey) return id;

  return Object.hasOwn(otherKeys, key) ? (otherKeys[key] ?? null) : null;
}

function wrongKey(headers: Headers, {wrongKeyStatus}: Minis): Response {
  const fault = headers.has('authorization') ? 'has an API key that belongs to no Mini' : 'has no API key';
  const sentences = [
    'It takes Authorization: Bearer and the value of SHOP_MINIS_API_KEY.',
    ...(headers.has('x-shopify-access-token') ? ['X-Shopify-Access-Token is not for this API.'] : []),
  ];

  const reason: Reason = {
    cause: `the request to the Minis Admin API ${fault}`,
    turn: 'backend',
    fix: sentences.join(' '),
  };

  const body = {data: null, errors: [{message: 'Invalid API key', extensions: {code: 'UNAUTHORIZED'}}]};
  return HttpResponse.json(body, {status: wrongKeyStatus, headers: problemHeader(reason)});
}

function badBody(message: string): Response {
  const body = {data: null, errors: [{message}]};
  return HttpResponse.json(body, {
    status: 400,
    headers: problemHeader({cause: message.replace(/\.$/, ''), turn: 'backend', fix: null}),
  });
}

/** Reads the operation of a request, or returns the reason why it has none. */
async function readBody(
  request: Request,
  {notice}: Pick<MinisAdminDeps, 'notice'>,
): Promise<GraphQLBody | string> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/graphql') return {query: await request.text()};
  if (type !== 'application/json') {
    return `The content type is "${type}", not application/json or application/graphql.`;
  }

  return (await readGraphQL(request, notice)) ?? 'The body is not {"query": string, "variables": object}.';
}
