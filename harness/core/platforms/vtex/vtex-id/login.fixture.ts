import {VTEX_TEST_PASSWORD} from '../logins.ts';
import {STORE, bodyOf, cookiesSetBy} from '../vtex.fixture.ts';
import type {Ask} from '../vtex.fixture.ts';

/** The id of the account `acme`. */
export const ACME_ID = 'ac3e0000-0000-4000-8000-000000000001';

export const AUTHENTICATION: string = `${STORE}/api/vtexid/pub/authentication`;
export const REFRESH: string = `${STORE}/api/vtexid/refreshtoken/webstore`;

/** The body of `apptoken/login` for the app key `orders`. */
export const APP_KEY: {readonly appkey: string; readonly apptoken: string} = {
  appkey: 'vtexappkey-acme-ORDERS',
  apptoken: 'simhost-published-vtex-app-token-of-orders-not-for-production',
};

/** Starts a login, and returns its cookie and its authentication token. */
export async function start(ask: Ask, query = 'scope=acme'): Promise<{cookie: string; token: string}> {
  const answer = await ask(`${AUTHENTICATION}/start?${query}`);
  return {cookie: cookiesSetBy(answer), token: String((await bodyOf(answer))['authenticationToken'])};
}

/** Signs a user in with the default password. */
export async function signIn(
  ask: Ask,
  {query = 'scope=acme', login = 'ada@example.com'}: {query?: string; login?: string} = {},
): Promise<Response> {
  const {cookie} = await start(ask, query);
  return ask(`${AUTHENTICATION}/classic/validate`, {cookie, form: {login, password: VTEX_TEST_PASSWORD}});
}
