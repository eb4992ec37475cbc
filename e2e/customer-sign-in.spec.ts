import {expect, test} from 'simhost/playwright';

const SHOP = 'https://shop.example.com';
const ISSUER = 'https://shopify.com/authentication/548380009';
const TOKENS = `${ISSUER}/oauth/token`;

test.use({
  app: {customerAuthentication: {redirectUris: [`${SHOP}/account/authorize`], javascriptOrigins: [SHOP]}},
  backends: {[SHOP]: {command: 'node fixtures/storefronts/accounts/server.js'}},
});

test('a customer signs in, sees their orders for longer than a token lives, and logs out', async ({
  host,
  page,
  simulation,
}) => {
  await page.goto(SHOP);
  await page.getByRole('link', {name: 'Sign in'}).click();
  await expect(page.getByRole('heading', {name: 'Hello Ada Lovelace'})).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveText(['#1001', '#1002', '#1003']);

  await host.clock.advance('2h');
  await page.reload();
  await expect(page.getByRole('heading', {name: 'Hello Ada Lovelace'})).toBeVisible();
  await expect(host.requests).toHaveRequestTimes(TOKENS, 2, {status: 200, outcome: 'platform'});

  await page.getByRole('link', {name: 'Log out'}).click();
  await expect(page.getByRole('link', {name: 'Sign in'})).toBeVisible();
  await expect(page).toHaveURL(`${SHOP}/`);
  expect(simulation.customer).toBeNull();
  expect(JSON.stringify(host.requests.all)).not.toMatch(/shca[ct]_|shcrt_/);
});

test.describe('a guest', () => {
  test.use({customer: null});

  test('picks a customer on the page of the platform, who is signed in everywhere', async ({host, page}) => {
    await page.goto(`${SHOP}/account/login`);
    await expect(page.getByRole('heading', {name: 'Sign in to Acme Outfitters'})).toBeVisible();
    await page.getByRole('button', {name: 'Bea Byron'}).click();
    await expect(page.getByRole('heading', {name: 'Hello Bea Byron'})).toBeVisible();
    expect(host.customer?.firstName).toBe('Bea');
  });

  test('enters the email of a customer', async ({page}) => {
    await page.goto(`${SHOP}/account/login`);
    await page.getByLabel('Email').fill('ada@example.com');
    await page.getByRole('button', {name: 'Continue'}).click();
    await expect(page.getByRole('heading', {name: 'Hello Ada Lovelace'})).toBeVisible();
  });
});

test('a callback that is not registered is refused on the page of the platform, by name', async ({
  host,
  page,
}) => {
  await page.goto(`${SHOP}/account/login?redirect_uri=${SHOP}/other`);
  await expect(page.getByRole('alert')).toHaveText('The error was: "redirect_uri" mismatch');

  const {problem} = await host.requests.waitFor({url: new RegExp(`^${ISSUER}/oauth/authorize`), status: 400});
  expect(problem?.cause).toBe(`redirect_uri "${SHOP}/other" is not a callback URI of the storefront`);
});

test('a page of the storefront reaches the API across origins', async ({page}) => {
  await page.goto(SHOP);
  const status = await page.evaluate(async () => {
    const found = await fetch('https://acme.myshopify.com/.well-known/customer-account-api');
    const {graphql_api: url} = (await found.json()) as {graphql_api: string};
    const headers = {'Content-Type': 'application/json', Authorization: 'shcat_other'};
    const answer = await fetch(url, {method: 'POST', headers, body: '{"query": "{ customer { id } }"}'});
    return answer.status;
  });
  expect(status).toBe(401);
});
