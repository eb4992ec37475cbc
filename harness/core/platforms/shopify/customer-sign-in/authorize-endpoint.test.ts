import {expect, test} from '@playwright/test';
import {problemIn} from '../../problem.ts';
import {CALLBACK, createStorefront, locationOf} from './sign-in.fixture.ts';

const OTHER = 'https://shop.example.com/other';

interface Row {
  readonly title: string;
  readonly changes: Readonly<Record<string, string | null>>;
  readonly app?: object;
  /** A parameter that comes twice. */
  readonly repeats?: string;
  /** The error on a page of the platform, or the code that the client gets. */
  readonly error: string;
}

const LISTED = {customerAuthentication: {redirectUris: [CALLBACK]}};
const CONFIDENTIAL = {customerAuthentication: {clientSecret: 'a-secret'}};

const ON_PAGE: readonly Row[] = [
  {title: 'no client id', changes: {client_id: null}, error: '"client_id" missing'},
  {title: 'another client id', changes: {client_id: 'shp_other'}, error: '"client_id" unknown'},
  {title: 'no callback', changes: {redirect_uri: null}, error: '"redirect_uri" missing'},
  {
    title: 'an http: callback',
    changes: {redirect_uri: 'http://localhost:3000/'},
    error: '"redirect_uri" mismatch',
  },
  {
    title: 'a callback that is a script',
    changes: {redirect_uri: 'javascript:alert(1)'},
    error: '"redirect_uri" mismatch',
  },
  {
    title: 'a callback that is not a URI',
    changes: {redirect_uri: '/callback'},
    error: '"redirect_uri" mismatch',
  },
  {
    title: 'a callback with a fragment',
    changes: {redirect_uri: `${CALLBACK}#done`},
    error: '"redirect_uri" mismatch',
  },
  {
    title: 'a callback with an empty fragment',
    changes: {redirect_uri: `${CALLBACK}#`},
    error: '"redirect_uri" mismatch',
  },
  {title: 'an empty client id', changes: {client_id: ''}, error: '"client_id" missing'},
  {title: 'an empty callback', changes: {redirect_uri: ''}, error: '"redirect_uri" missing'},
  {title: 'two client ids', changes: {}, repeats: 'client_id', error: '"client_id" repeated'},
  {title: 'two callbacks', changes: {}, repeats: 'redirect_uri', error: '"redirect_uri" repeated'},
  {
    title: 'a callback off the list',
    app: LISTED,
    changes: {redirect_uri: OTHER},
    error: '"redirect_uri" mismatch',
  },
];

for (const {title, app = {}, changes, repeats, error} of ON_PAGE) {
  test(`a request with ${title} is refused on a page, and never redirected`, async () => {
    const answer = await createStorefront({app}).authorize(changes, {}, repeats);
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    expect(await answer.text()).toContain(`The error was: ${error.replaceAll('"', '&quot;')}`);
    expect(problemIn(answer.headers)).toMatchObject({turn: 'backend', fix: expect.any(String)});
  });
}

const BY_REDIRECT: readonly Row[] = [
  {title: 'another response type', changes: {response_type: 'token'}, error: 'unsupported_response_type'},
  {title: 'no response type', changes: {response_type: null}, error: 'invalid_request'},
  {title: 'an empty challenge', changes: {code_challenge: ''}, error: 'invalid_request'},
  ...['response_type', 'scope', 'state', 'nonce', 'code_challenge'].map((repeats) => ({
    title: `two values of ${repeats}`,
    changes: {},
    repeats,
    error: 'invalid_request',
  })),
  {title: 'no challenge', changes: {code_challenge: null}, error: 'invalid_request'},
  {title: 'a plain challenge', changes: {code_challenge_method: 'plain'}, error: 'invalid_request'},
  {
    title: 'a plain challenge of a confidential client',
    app: CONFIDENTIAL,
    changes: {code_challenge_method: 'plain'},
    error: 'invalid_request',
  },
];

for (const {title, app = {}, changes, repeats, error} of BY_REDIRECT) {
  test(`a request with ${title} goes back with an error and the state`, async () => {
    const answer = await createStorefront({app}).authorize(changes, {}, repeats);
    expect(answer.status).toBe(302);
    const {searchParams, href} = locationOf(answer);
    expect(href).toMatch(`${CALLBACK}?`);
    expect(Object.fromEntries(searchParams)).toMatchObject({error, state: 'a-state'});
    expect(searchParams.has('code')).toBe(false);
  });
}

test('a confidential client needs no challenge, and a callback keeps its own query', async () => {
  const storefront = createStorefront({app: CONFIDENTIAL});
  const changes = {
    code_challenge: null,
    code_challenge_method: null,
    state: null,
    redirect_uri: `${CALLBACK}?shop=1`,
  };
  const {searchParams} = locationOf(await storefront.authorize(changes));
  expect([...searchParams.keys()]).toEqual(['shop', 'code']);
});

test('a mobile app gets its code by its own URL scheme', async () => {
  const redirectUri = 'shop.548380009.app://callback';
  expect(locationOf(await createStorefront().authorize({redirect_uri: redirectUri})).href).toMatch(
    /^shop\.548380009\.app:\/\/callback\?code=/,
  );
});

test('a guest sees a page with the customers and the hint, and no prompt answers login_required', async () => {
  const storefront = createStorefront({customer: null});
  const page = await storefront.authorize({login_hint: 'me@"example".com'});
  const html = await page.text();
  expect(html).toContain('<h1>Sign in to Acme Outfitters</h1>');
  expect(html).toContain('value="me@&quot;example&quot;.com"');
  expect(html).toContain('value="ada@example.com">Ada Lovelace, ada@example.com</button>');

  const {searchParams} = locationOf(await storefront.authorize({prompt: 'none'}));
  expect(Object.fromEntries(searchParams)).toEqual({
    error: 'login_required',
    error_description: 'End-User authentication required.',
    state: 'a-state',
  });
  await expect(storefront.code({prompt: 'none'})).rejects.toThrow('no code');
});

test('a guest signs in by an email, known or new, and not without one', async () => {
  const storefront = createStorefront({customer: null});
  const {simulation} = storefront;
  const post = (email: string): Promise<Response> =>
    storefront.authorize({}, {method: 'POST', body: new URLSearchParams({email})});

  for (const email of ['', 'nobody']) {
    expect((await post(email)).status).toBe(200);
    expect(simulation.customer).toBeNull();
  }

  expect(locationOf(await post('BEA@engines.example')).searchParams.get('code')).toMatch(/^shcac_/);
  expect(simulation.customer?.firstName).toBe('Bea');

  await post('new@example.com');
  expect(simulation.customer).toMatchObject({id: 'gid://shopify/Customer/8001', email: 'new@example.com'});
});
