import type {APIRequestContext} from '@playwright/test';
import {expect, test} from 'simhost/playwright';
import type {Simulation} from 'simhost';

const APP = 'https://myapp.example.com';
const TOKENS = 'https://acme.myshopify.com/admin/oauth/access_token';
const SCOPES = ['write_products', 'read_orders'];

test.use({
  app: {scopes: SCOPES},
  backends: {[APP]: {command: 'node fixtures/backends/app-access/server.js'}},
});

/** The answer of the backend: facts about the session that it keeps, or its error. */
type Answer = Readonly<Record<string, unknown>> & {readonly session?: number};

async function ask(request: APIRequestContext, path: string, token = ''): Promise<Answer> {
  const response = await request.post(`${APP}${path}`, {headers: {authorization: `Bearer ${token}`}});
  return (await response.json()) as Answer;
}

async function exchange(
  request: APIRequestContext,
  simulation: Simulation,
  query = 'expiring=1',
): Promise<Answer> {
  return ask(request, `/exchange?${query}`, await simulation.mint('admin', {staff: 'joan'}));
}

test('the library exchanges an ID token, and refreshes at 55 minutes', async ({
  request,
  simulation,
  host,
}) => {
  const first = await exchange(request, simulation);
  expect(first).toMatchObject({id: 'offline_acme.myshopify.com', scope: 'write_products,read_orders'});
  expect(first).toMatchObject({isOnline: false, secondsLeft: 3600, canRefresh: true});

  await host.clock.advance('55m');
  const second = await ask(request, `/refresh?session=${first.session}`);
  expect(second).toMatchObject({secondsLeft: 3600, canRefresh: true});
  await ask(request, `/refresh?session=${second.session}`);

  const replaced = await ask(request, `/refresh?session=${first.session}`);
  expect(replaced).toMatchObject({error: 'HttpResponseError', status: 401, code: 'invalid_request'});
  const {problem} = await host.requests.waitFor({url: TOKENS, status: 401});
  expect(problem?.cause).toBe(
    'the refresh was refused: the refresh token was replaced, and its replacement was used',
  );
  expect(JSON.stringify(host.requests.all)).not.toMatch(/sh(?:pat|prt|pua)_/);
});

test('the library exchanges an ID token for an online token of the staff member', async ({
  request,
  simulation,
}) => {
  expect(await exchange(request, simulation, 'access=online')).toMatchObject({
    id: 'acme.myshopify.com_5002',
    isOnline: true,
    secondsLeft: 86399,
    user: 'Joan',
  });
});

test('the library migrates a permanent token, and uses client credentials', async ({request, simulation}) => {
  const permanent = await exchange(request, simulation, 'expiring=0');
  expect(permanent).toMatchObject({secondsLeft: null, canRefresh: false});
  const migrated = await ask(request, `/migrate?session=${permanent.session}`);
  expect(migrated).toMatchObject({secondsLeft: 3600, canRefresh: true});

  const credentials = await ask(request, '/credentials?shop=acme.myshopify.com');
  expect(credentials).toMatchObject({secondsLeft: 86399, canRefresh: false});
});

test('a lost answer at 55 minutes: the app recovers with the same refresh token', async ({
  request,
  simulation,
  host,
}) => {
  const first = await exchange(request, simulation);
  await host.clock.advance('55m');
  await host.arm('refresh-answer-lost');
  const lost = await ask(request, `/refresh?session=${first.session}`);
  expect(lost['error']).toBe('SyntaxError');
  expect(await ask(request, `/refresh?session=${first.session}`)).toMatchObject({secondsLeft: 3600});
});

test.describe('without another use of a refresh token', () => {
  test.use({app: {scopes: SCOPES, authorization: {refreshRetry: 'none'}}});

  test('a lost answer locks the app out, and the next exchange recovers', async ({
    request,
    simulation,
    host,
  }) => {
    const first = await exchange(request, simulation);
    await host.clock.advance('55m');
    await host.arm('refresh-answer-lost');
    await ask(request, `/refresh?session=${first.session}`);
    expect(await ask(request, `/refresh?session=${first.session}`)).toMatchObject({status: 401});
    expect(await exchange(request, simulation)).toMatchObject({canRefresh: true});
  });
});

test('tokens end with the installation, in the words of the platform', async ({
  request,
  simulation,
  host,
}) => {
  const first = await exchange(request, simulation);
  expect(await ask(request, `/shop?session=${first.session}`)).toEqual({shop: {name: 'Acme Outfitters'}});

  simulation.installation.uninstall();
  expect(await ask(request, `/shop?session=${first.session}`)).toMatchObject({status: 401});
  expect(await ask(request, `/refresh?session=${first.session}`)).toMatchObject({status: 401});
  expect(await exchange(request, simulation)).toMatchObject({error: 'SyntaxError'});
  const {problem} = await host.requests.waitFor({url: TOKENS, status: 400});
  expect(problem?.cause).toBe(
    'the exchange for an offline token was refused: the shop does not have the app',
  );
});

test('the merchant installs the app by the authorization code grant', async ({page, simulation}) => {
  simulation.installation.uninstall();
  await page.goto(`${APP}/auth?shop=acme.myshopify.com`);
  await expect(page.getByRole('heading', {name: 'Install Test app'})).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveText(SCOPES);

  await page.getByRole('button', {name: 'Install'}).click();
  await expect(page.locator('body')).toContainText('"canRefresh":true');
  expect(simulation.installation.scopes.granted).toEqual(SCOPES);
});
