import {expect, test} from '@playwright/test';
import {getResponse} from 'msw';
import {PAGE_SECRET_HEADER} from '../../../wire/control.ts';
import {Ids} from '../../world/ids.ts';
import {CustomerAccessTokens} from './customer-account/access-tokens.ts';
import {queryDeps} from './graphql/query-deps.fixture.ts';
import {customerAccountApi, customerAccountApiUrl} from './customer-account-api.ts';

const QUERY = 'query Token($id: ID!) { uiExtensionSessionToken(id: $id) { value expiresIn } }';
interface Answer {
  data?: unknown;
  errors?: {message: string}[];
}

const ID = 'gid://shopify/ActivatedUiExtension/known';

async function ask(
  body: unknown,
  {secret = 'page-secret', token = 'signed'}: {secret?: string | null; token?: string | null} = {},
): Promise<{status: number; body: Answer}> {
  const handlers = customerAccountApi({
    knowsPage: (given) => given === 'page-secret',
    isUnsaved: () => false,
    knowsActivation: (id) => id === ID,
    accessTokens: new CustomerAccessTokens({
      ids: new Ids({seed: 1, scope: ''}),
      customer: () => null,
      now: () => 0,
    }),
    issueSessionToken: async () => (token === null ? null : {value: token, expiresIn: 300}),
    apiFault: async () => null,
    queries: queryDeps(),
    client: {reusedCode: 'revoke', clientId: 'shp_1'},
    account: () => {
      throw new Error('a page itself reads no account');
    },
  });

  const request = new Request(customerAccountApiUrl('548380009'), {
    method: 'POST',
    headers: {'content-type': 'application/json', ...(secret === null ? {} : {[PAGE_SECRET_HEADER]: secret})},
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

  const response = await getResponse([...handlers], request);
  if (response === undefined) throw new Error('no handler answered');
  return {status: response.status, body: (await response.json()) as Answer};
}

test('gives a known page a token and its life in seconds', async () => {
  expect(await ask({query: QUERY, variables: {id: ID}})).toEqual({
    status: 200,
    body: {data: {uiExtensionSessionToken: {value: 'signed', expiresIn: 300}}},
  });
});

test('takes aliases and inline arguments, as any GraphQL API does', async () => {
  const {body} = await ask({query: `{ mine: uiExtensionSessionToken(id: "${ID}") { token: value } }`});
  expect(body).toEqual({data: {mine: {token: 'signed'}}});
});

for (const secret of [null, 'guessed']) {
  test(`refuses a page with the secret ${String(secret)}`, async () => {
    const answer = await ask({query: QUERY, variables: {id: ID}}, {secret});
    expect(answer.status).toBe(401);
    expect(JSON.stringify(answer.body)).not.toContain('signed');
  });
}

test('answers null for an extension that is not mounted', async () => {
  const {body} = await ask({query: QUERY, variables: {id: 'gid://shopify/ActivatedUiExtension/other'}});
  expect(body).toEqual({data: {uiExtensionSessionToken: null}});
});

test('answers null if the platform has no token', async () => {
  expect((await ask({query: QUERY, variables: {id: ID}}, {token: null})).body).toEqual({
    data: {uiExtensionSessionToken: null},
  });
});

test('answers a malformed gid with a GraphQL error', async () => {
  const {status, body} = await ask({query: QUERY, variables: {id: 'known'}});
  expect(status).toBe(200);
  expect(body.errors?.[0]?.message).toBe("Invalid global id 'known'");
  expect(body.data).toEqual({uiExtensionSessionToken: null});
});

test('answers an unknown field with a GraphQL error that names it', async () => {
  const {body} = await ask({query: `{ uiExtensionSessionToken(id: "${ID}") { token } }`});
  expect(body.errors?.[0]?.message).toContain('Cannot query field "token" on type "UiExtensionSessionToken"');
});

test('answers a missing variable with a GraphQL error', async () => {
  const {body} = await ask({query: QUERY});
  expect(body.errors?.[0]?.message).toContain('$id');
});

for (const bad of ['not json', '[]', '{}', '{"query":5}', 'null']) {
  test(`refuses the body ${bad}`, async () => expect((await ask(bad)).status).toBe(400));
}
