import {expect, test} from '@playwright/test';
import * as oauth from 'oauth4webapi';
import {customerAccountDiscoveryUrl} from '../customer-account-api.ts';
import {CALLBACK, ORIGIN, createStorefront, locationOf} from './sign-in.fixture.ts';
import type {Storefront} from './sign-in.fixture.ts';

const SECRET = 'the-secret-of-a-confidential-client';

const CLIENTS = [
  {kind: 'public', app: {}, auth: oauth.None(), headers: {Origin: ORIGIN}},
  {
    kind: 'confidential',
    app: {customerAuthentication: {clientSecret: SECRET}},
    auth: oauth.ClientSecretBasic(SECRET),
    headers: {},
  },
];

for (const {kind, app, auth, headers} of CLIENTS) {
  test(`a ${kind} client of oauth4webapi signs a customer in, refreshes and asks the API`, async () => {
    const storefront = createStorefront({app});
    const {simulation, urls} = storefront;
    const options = {...clientOptions(storefront), headers};
    const client = {client_id: simulation.world.app.customerAuthentication.clientId};
    const server = await discover(storefront);

    const verifier = oauth.generateRandomCodeVerifier();
    const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
    const callback = locationOf(
      await storefront.authorize({
        state,
        nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      }),
    );

    const parameters = oauth.validateAuthResponse(server, client, callback, state);
    const answer = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      auth,
      parameters,
      CALLBACK,
      verifier,
      options,
    );
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, {
      expectedNonce: nonce,
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(server, answer, options);

    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({
      iss: urls.issuer,
      sub: '7001',
      aud: client.client_id,
      email: 'ada@example.com',
      email_verified: true,
      sid: expect.stringMatching(/^[\da-f-]{36}$/),
    });
    expect(await nameOf(storefront, tokens.access_token)).toBe('Ada Lovelace');

    const refreshed = await oauth.processRefreshTokenResponse(
      server,
      client,
      await oauth.refreshTokenGrantRequest(server, client, auth, tokens.refresh_token ?? '', options),
    );
    expect(refreshed).toMatchObject({token_type: 'bearer', expires_in: 7200});
    expect(refreshed.id_token).toBeUndefined();
    expect(refreshed.refresh_token).not.toBe(tokens.refresh_token);
    expect(await nameOf(storefront, refreshed.access_token)).toBe('Ada Lovelace');
  });
}

test('the discovery documents have the members that Hydrogen reads', async () => {
  const storefront = createStorefront();
  const issuer = 'https://shopify.com/authentication/548380009';
  expect(await discover(storefront)).toMatchObject({
    issuer,
    authorization_endpoint: `${issuer}/oauth/authorize`,
    token_endpoint: `${issuer}/oauth/token`,
    end_session_endpoint: `${issuer}/logout`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
  });

  const api = await storefront.fetch(customerAccountDiscoveryUrl('acme.myshopify.com'));
  expect(await api.json()).toEqual({
    graphql_api: 'https://shopify.com/548380009/account/customer/api/2026-04/graphql',
    mcp_api: 'https://shopify.com/548380009/account/customer/api/mcp',
  });
});

test('an access token ends after two hours, with its refresh token used once', async () => {
  const storefront = createStorefront();
  const {clock} = storefront.simulation;
  const first = await tokensOf(await storefront.tokens({code: await storefront.code()}));

  clock.advance('1h 59m');
  expect(await nameOf(storefront, first.access_token)).toBe('Ada Lovelace');
  clock.advance('1m');
  expect(await nameOf(storefront, first.access_token)).toBe(401);

  const refresh = {grant_type: 'refresh_token', refresh_token: first.refresh_token};
  const second = await tokensOf(await storefront.tokens(refresh));
  expect(await nameOf(storefront, second.access_token)).toBe('Ada Lovelace');

  const again = await storefront.tokens(refresh);
  expect([again.status, await again.json()]).toMatchObject([400, {error: 'invalid_grant'}]);
});

test('a logout ends the session, its code and its tokens, and goes back to the storefront', async () => {
  const storefront = createStorefront();
  const {simulation, urls} = storefront;
  const tokens = await tokensOf(await storefront.tokens({code: await storefront.code()}));
  const code = await storefront.code();

  const query = new URLSearchParams({id_token_hint: tokens.id_token, post_logout_redirect_uri: ORIGIN});
  const answer = await storefront.fetch(`${urls.logout}?${query.toString()}`);
  expect(locationOf(answer).href).toBe(`${ORIGIN}/`);
  expect(simulation.customer).toBeNull();

  simulation.signIn('ada');
  expect(await nameOf(storefront, tokens.access_token)).toBe(401);
  const refresh = {grant_type: 'refresh_token', refresh_token: tokens.refresh_token};
  for (const form of [refresh, {code}])
    expect(await (await storefront.tokens(form)).json()).toMatchObject({
      error: 'invalid_grant',
      error_description: 'The customer has logged out.',
    });
});

const ENDS: readonly {readonly title: string; end(storefront: Storefront): unknown}[] = [
  {title: 'the test signs them out', end: ({simulation}) => simulation.signOut()},
  {title: 'another customer signs in', end: ({simulation}) => simulation.signIn('bea')},
  {
    title: 'a new customer signs in',
    end: ({simulation}) => simulation.signIn({id: 'gid://shopify/Customer/9'}),
  },
];

for (const {title, end} of ENDS) {
  test(`the tokens of a customer stay ended if ${title} and they sign in again`, async () => {
    const storefront = createStorefront();
    const {simulation, core} = storefront;
    const tokens = await tokensOf(await storefront.tokens({code: await storefront.code()}));
    const code = await storefront.code();
    const asked = await simulation.issueCustomerAccessToken();

    simulation.signIn('ada');
    expect(await nameOf(storefront, tokens.access_token)).toBe('Ada Lovelace');

    end(storefront);
    simulation.signIn('ada');
    for (const token of [tokens.access_token, asked]) {
      expect(await nameOf(storefront, token)).toBe(401);
      expect(core.accessTokens.refusalOf(token)?.fix).toBe('Sign the customer in again.');
    }
    for (const form of [{grant_type: 'refresh_token', refresh_token: tokens.refresh_token}, {code}]) {
      const answer = await storefront.tokens(form);
      expect([answer.status, await answer.json()]).toMatchObject([400, {error: 'invalid_grant'}]);
    }

    const next = await tokensOf(await storefront.tokens({code: await storefront.code()}));
    expect(await nameOf(storefront, next.access_token)).toBe('Ada Lovelace');
  });
}

test('a logout that names no session is refused', async () => {
  const storefront = createStorefront({app: {customerAuthentication: {logoutUris: [ORIGIN]}}});
  const {simulation, urls} = storefront;
  const {id_token: hint} = await tokensOf(await storefront.tokens({code: await storefront.code()}));
  const logOut = async (query: Record<string, string>): Promise<string> => {
    const answer = await storefront.fetch(`${urls.logout}?${new URLSearchParams(query).toString()}`);
    return answer.status === 302 ? locationOf(answer).href : `${answer.status} ${await errorOn(answer)}`;
  };

  expect(await logOut({})).toBe('400 "id_token_hint" invalid');
  expect(await logOut({id_token_hint: `${hint.slice(0, -8)}AAAAAAAA`})).toBe('400 "id_token_hint" invalid');
  const other = createStorefront({app: {customerAuthentication: {clientId: 'another-storefront'}}});
  const {id_token: foreign} = await tokensOf(await other.tokens({code: await other.code()}));
  expect(await logOut({id_token_hint: foreign})).toBe('400 "id_token_hint" invalid');
  expect(await logOut({id_token_hint: hint, post_logout_redirect_uri: 'https://evil.example'})).toBe(
    '400 "post_logout_redirect_uri" mismatch',
  );
  expect(simulation.customer?.id).toBe('gid://shopify/Customer/7001');

  simulation.signIn('bea');
  expect(await logOut({id_token_hint: hint})).toBe(`${ORIGIN}/`);
  expect(simulation.customer?.id).toBe('gid://shopify/Customer/7002');
});

test('codes and refresh tokens identify the simulation, and never appear in what it writes', async () => {
  const storefront = createStorefront();
  const code = await storefront.code();
  const {refresh_token: refreshToken} = await tokensOf(await storefront.tokens({code}));
  const {platforms, secrets} = storefront.core;

  expect(secrets).toEqual(expect.arrayContaining([code, refreshToken]));
  for (const [body, by] of [
    [`grant_type=authorization_code&code=${code}`, 'token'],
    [`grant_type=refresh_token&refresh_token=${refreshToken}`, 'token'],
    ['grant_type=authorization_code&code=other', null],
  ] as const)
    expect(await platforms.identify({host: 'shopify.com', headers: new Headers(), body})).toBe(by);
});

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
}

async function tokensOf(answer: Response): Promise<Tokens> {
  expect(answer.status).toBe(200);
  return (await answer.json()) as Tokens;
}

/** Makes oauth4webapi send its requests to the simulated platform. */
function clientOptions(storefront: Storefront): {
  [oauth.customFetch](url: string, init: object): Promise<Response>;
} {
  return {[oauth.customFetch]: (url, init) => storefront.fetch(url, init)};
}

async function discover(storefront: Storefront): Promise<oauth.AuthorizationServer> {
  const {discovery, issuer} = storefront.urls;
  const answer = await storefront.fetch(discovery);
  return oauth.processDiscoveryResponse(new URL(issuer), answer);
}

/** Asks the Customer Account API for the name of the customer. Returns the status instead if it refuses. */
async function nameOf(storefront: Storefront, accessToken: string): Promise<string | number> {
  const found = await storefront.fetch(customerAccountDiscoveryUrl('acme.myshopify.com'));
  const {graphql_api: url} = (await found.json()) as {graphql_api: string};
  const answer = await storefront.fetch(url, {
    method: 'POST',
    headers: {authorization: accessToken, 'content-type': 'application/json'},
    body: JSON.stringify({query: '{ customer { displayName } }'}),
  });

  if (!answer.ok) return answer.status;
  const {data} = (await answer.json()) as {data: {customer: {displayName: string}}};
  return data.customer.displayName;
}

async function errorOn(answer: Response): Promise<string | undefined> {
  const [, error] = /The error was: ([^<]*)/.exec(await answer.text()) ?? [];
  return error?.replaceAll('&quot;', '"');
}
