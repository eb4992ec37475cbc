import {expect, test} from '@playwright/test';
import {problemIn} from '../../problem.ts';
import {customerAccountApiBase} from '../customer-account-api.ts';
import {CODE_LIFE} from './sign-in-grants.ts';
import {CALLBACK, ORIGIN, VERIFIER, createStorefront} from './sign-in.fixture.ts';
import type {Storefront} from './sign-in.fixture.ts';

const SECRET = 'the secret: 100%';
const CONFIDENTIAL = {customerAuthentication: {clientId: 'shp_1', clientSecret: SECRET}};
const LISTED = {customerAuthentication: {javascriptOrigins: [ORIGIN]}};

interface Row {
  readonly title: string;
  readonly app?: object;
  readonly form?: Readonly<Record<string, string | null>>;
  readonly headers?: Record<string, string>;
  /** Happens between the sign-in and the request. */
  readonly before?: (storefront: Storefront, code: string) => unknown;
  readonly status: number;
  readonly error: string;
}

const REFUSED: readonly Row[] = [
  {title: 'no grant type', form: {grant_type: null}, status: 400, error: 'invalid_request'},
  {title: 'another grant type', form: {grant_type: 'password'}, status: 400, error: 'unsupported_grant_type'},
  {title: 'no code', form: {code: null}, status: 400, error: 'invalid_request'},
  {title: 'no callback', form: {redirect_uri: null}, status: 400, error: 'invalid_request'},
  {title: 'an empty code', form: {code: ''}, status: 400, error: 'invalid_request'},
  {
    title: 'an empty refresh token',
    form: {grant_type: 'refresh_token', refresh_token: ''},
    status: 400,
    error: 'invalid_request',
  },
  {
    title: 'a body that is not a form',
    headers: {Origin: ORIGIN, 'Content-Type': 'application/json'},
    status: 400,
    error: 'invalid_request',
  },
  {
    title: 'a body of plain text',
    headers: {Origin: ORIGIN, 'Content-Type': 'text/plain;charset=UTF-8'},
    status: 400,
    error: 'invalid_request',
  },
  {title: 'an unknown code', form: {code: 'shcac_other'}, status: 400, error: 'invalid_grant'},
  {title: 'another callback', form: {redirect_uri: `${CALLBACK}/`}, status: 400, error: 'invalid_grant'},
  {title: 'another verifier', form: {code_verifier: 'x'.repeat(43)}, status: 400, error: 'invalid_grant'},
  {title: 'no verifier', form: {code_verifier: null}, status: 400, error: 'invalid_grant'},
  {
    title: 'no refresh token',
    form: {grant_type: 'refresh_token'},
    status: 400,
    error: 'invalid_request',
  },
  {
    title: 'an unknown refresh token',
    form: {grant_type: 'refresh_token', refresh_token: 'shcrt_other'},
    status: 400,
    error: 'invalid_grant',
  },
  {
    title: 'an old code',
    before: ({simulation}) => simulation.clock.advance(CODE_LIFE * 1000),
    status: 400,
    error: 'invalid_grant',
  },
  {
    title: 'a used code',
    before: async (storefront, code) => expect((await storefront.tokens({code})).status).toBe(200),
    status: 400,
    error: 'invalid_grant',
  },
  {
    title: 'the code of a customer who left',
    before: ({simulation}) => simulation.signOut(),
    status: 400,
    error: 'invalid_grant',
  },
  {title: 'another client id', form: {client_id: 'shp_other'}, status: 401, error: 'invalid_client'},
  {title: 'no client id', form: {client_id: null}, status: 401, error: 'invalid_client'},
  {title: 'no origin', headers: {}, status: 401, error: 'invalid_token'},
  {
    title: 'another origin',
    app: LISTED,
    headers: {Origin: 'https://other.example.com'},
    status: 401,
    error: 'invalid_token',
  },
  {title: 'no secret', app: CONFIDENTIAL, status: 401, error: 'invalid_client'},
  {
    title: 'a secret in the body',
    app: CONFIDENTIAL,
    form: {client_secret: SECRET},
    status: 401,
    error: 'invalid_client',
  },
  {
    title: 'another secret',
    app: CONFIDENTIAL,
    headers: basic('shp_1:other'),
    status: 401,
    error: 'invalid_client',
  },
  {
    title: 'credentials that are not base64',
    app: CONFIDENTIAL,
    headers: {Authorization: 'Basic =a='},
    status: 401,
    error: 'invalid_client',
  },
];

const CHALLENGES: Readonly<Record<string, string>> = {
  invalid_client: 'Basic realm="OAuth2 Token Endpoint"',
  invalid_token: 'Bearer error="invalid_token"',
};

for (const {title, app = {}, form, headers, before, status, error} of REFUSED) {
  test(`a request for tokens with ${title} is refused`, async () => {
    const storefront = createStorefront({app});
    const code = await storefront.code();
    await before?.(storefront, code);

    const answer = await storefront.tokens({code, ...form}, headers);
    expect([answer.status, await answer.json()]).toMatchObject([status, {error}]);
    expect(answer.headers.get('www-authenticate')).toBe(CHALLENGES[error] ?? null);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const problem = problemIn(answer.headers);
    expect(problem).toMatchObject({turn: 'backend', cause: expect.stringMatching(/[^.]$/)});
    expect(JSON.stringify(problem)).not.toContain(SECRET);
  });
}

for (const [title, credentials] of [
  ['as it is', `shp_1:${SECRET}`],
  ['encoded for forms', `shp_1:${new URLSearchParams({'': SECRET}).toString().slice(1)}`],
] as const) {
  test(`a confidential client sends its secret ${title}`, async () => {
    const storefront = createStorefront({app: CONFIDENTIAL});
    const answer = await storefront.tokens({code: await storefront.code()}, basic(credentials));
    expect(answer.status).toBe(200);
  });
}

for (const name of ['grant_type', 'client_id', 'code', 'redirect_uri', 'code_verifier']) {
  test(`a request for tokens that repeats ${name} is refused, and the code stays good`, async () => {
    const storefront = createStorefront();
    const {clientId} = storefront.simulation.world.app.customerAuthentication;
    const form = {
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: CALLBACK,
      code_verifier: VERIFIER,
      code: await storefront.code(),
    };
    const post = (body: URLSearchParams): Promise<Response> =>
      storefront.fetch(storefront.urls.token, {method: 'POST', headers: {Origin: ORIGIN}, body});

    const repeated = new URLSearchParams(form);
    repeated.append(name, repeated.get(name) ?? '');
    const answer = await post(repeated);
    expect([answer.status, await answer.json()]).toEqual([
      400,
      {error: 'invalid_request', error_description: expect.stringMatching(new RegExp(`^${name} is`, 'i'))},
    ]);
    expect((await post(new URLSearchParams(form))).status).toBe(200);
  });
}

for (const [reusedCode, isEnded] of [
  ['revoke', true],
  ['refuse', false],
] as const) {
  test(`a code that comes twice is refused, and ${isEnded ? 'ends' : 'keeps'} its tokens (${reusedCode})`, async () => {
    const storefront = createStorefront({app: {customerAuthentication: {reusedCode}}});
    const {core} = storefront;
    const [code, other] = [await storefront.code(), await storefront.code()];
    const first = await tokensOf(storefront, {code});
    const second = await tokensOf(storefront, {code: other});
    const renewed = await tokensOf(storefront, {
      grant_type: 'refresh_token',
      refresh_token: first.refresh_token,
    });

    expect((await storefront.tokens({code})).status).toBe(400);
    for (const {access_token: token} of [first, renewed])
      expect(core.accessTokens.refusalOf(token) !== null).toBe(isEnded);
    const refresh = {grant_type: 'refresh_token', refresh_token: renewed.refresh_token};
    expect((await storefront.tokens(refresh)).status).toBe(isEnded ? 400 : 200);

    // The tokens of another sign-in stay.
    expect(core.accessTokens.refusalOf(second.access_token)).toBeNull();
  });
}

test('the scope decides about the ID token, its email and the API', async () => {
  const storefront = createStorefront();
  const code = await storefront.code({scope: 'customer-account-api:full'});
  expect(Object.keys((await (await storefront.tokens({code})).json()) as object)).toEqual([
    'access_token',
    'token_type',
    'expires_in',
    'refresh_token',
  ]);
});

test('pages of the JavaScript origins may read tokens and the API, and others may not', async () => {
  const storefront = createStorefront({app: LISTED});
  const allowed = async (url: string, method: string, origin: string): Promise<string | null> => {
    const answer = await storefront.fetch(url, {method, headers: {Origin: origin, Authorization: 'shcat_1'}});
    return answer.headers.get('access-control-allow-origin');
  };

  for (const url of [storefront.urls.token, `${customerAccountApiBase('548380009')}2026-04/graphql`]) {
    for (const method of ['POST', 'OPTIONS']) {
      expect(await allowed(url, method, ORIGIN)).toBe(ORIGIN);
      expect(await allowed(url, method, 'https://other.example.com')).toBeNull();
    }
  }
});

function basic(credentials: string): Record<string, string> {
  return {Authorization: `Basic ${btoa(credentials)}`};
}

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

async function tokensOf(storefront: Storefront, form: Readonly<Record<string, string>>): Promise<Tokens> {
  const answer = await storefront.tokens(form);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Tokens;
}
