import {expect, test} from '@playwright/test';
import {
  authorizedApp,
  CREDENTIALS,
  EXCHANGE,
} from '../../core/platforms/shopify/app-authorization/authorized-app.fixture.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {answerVerdict} from '../../core/verdicts/answer-rows.ts';
import {describeVerdict} from '../../core/verdicts/verdict.ts';
import type {AppOptions} from '../../core/world/app.ts';
import {answerAsPlatform} from './platform.ts';
import type {PlatformAnswer} from './platform.ts';

const SHOP = 'https://acme.myshopify.com';
const TOKENS = `${SHOP}/admin/oauth/access_token`;
const API = `${SHOP}/admin/api/2026-07/graphql.json`;
const SHOP_NAME = '{ shop { name } }';
const CUSTOMERS = '{ customers(first: 1) { nodes { id } } }';

/** The backend of an app as the simulated platform meets it. */
interface AppBackend {
  readonly core: SimulationCore;
  /** Asks the token endpoint with the credentials of the app. */
  grant(parameters: Readonly<Record<string, string>>): Promise<PlatformAnswer>;
  /** Exchanges an ID token, and returns the members of the answer. */
  exchange(parameters?: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>>;
  /** Sends a query to the Admin API. */
  query(accessToken: string, text: string, url?: string): Promise<PlatformAnswer>;
}

function backendOf(app: AppOptions): AppBackend {
  const {core} = authorizedApp(app);
  const ask = (
    url: string,
    body: object,
    headers: Readonly<Record<string, string>>,
  ): Promise<PlatformAnswer> =>
    answerAsPlatform(
      core,
      new Request(url, {
        method: 'POST',
        headers: {'content-type': 'application/json', ...headers},
        body: JSON.stringify(body),
      }),
      'backend',
    );

  const grant: AppBackend['grant'] = (parameters) => ask(TOKENS, {...CREDENTIALS, ...parameters}, {});
  return {
    core,
    grant,
    async exchange(parameters = {expiring: '1'}) {
      const {response} = await grant({...EXCHANGE, subject_token: await idToken(core), ...parameters});
      return (await response.json()) as Record<string, string>;
    },
    query: (accessToken, query, url = API) => ask(url, {query}, {'x-shopify-access-token': accessToken}),
  };
}

async function idToken(core: SimulationCore): Promise<string> {
  return (await core.appAccess.idTokens.take())?.value ?? '';
}

interface Row {
  readonly what: string;
  readonly app?: AppOptions;
  readonly ask: (backend: AppBackend) => Promise<PlatformAnswer>;
  readonly status: number;
  /** The whole verdict, as the terminal and the attachments have it. */
  readonly says: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    what: 'an exchange with a wrong secret',
    ask: async ({core, grant}) =>
      grant({...EXCHANGE, subject_token: await idToken(core), client_secret: 'wrong'}),
    status: 400,
    says: [
      'the exchange for an offline token was refused: client_secret is not that of the app under test.',
      'To change: the backend. Start the backend with SHOPIFY_API_SECRET of the option app.clientSecret.',
    ],
  },
  {
    what: 'an exchange of an ID token that expired',
    ask: async ({core, grant}) => {
      const subject = await idToken(core);
      core.clock.advance('61s');
      return grant({
        ...EXCHANGE,
        requested_token_type: 'urn:shopify:params:oauth:token-type:online-access-token',
        subject_token: subject,
      });
    },
    status: 400,
    says: [
      'the exchange for an online token was refused: subject_token was refused: "exp" claim timestamp check failed.',
      'To change: the backend. Send the ID token of the current request. If it is refused, answer 401.',
    ],
  },
  {
    what: 'an exchange after the shop uninstalled the app',
    ask: async ({core, grant}) => {
      core.appAccess.installation.uninstall();
      return grant({...EXCHANGE, subject_token: await idToken(core)});
    },
    status: 400,
    says: [
      'the exchange for an offline token was refused: the shop does not have the app.',
      'To change: the backend. Install it: installation.install(), or open the app in the admin.',
    ],
  },
  {
    what: 'a migration without a permanent token',
    ask: ({grant}) =>
      grant({
        ...EXCHANGE,
        subject_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
        subject_token: 'shpat_of_another_shop',
        expiring: '1',
      }),
    status: 400,
    says: [
      'the migration to an expiring token was refused: subject_token is not a valid permanent token.',
      'To change: the backend. Exchange an ID token instead.',
    ],
  },
  {
    what: 'a refresh token that was used before',
    app: {authorization: {refreshRetry: 'none'}},
    ask: async ({grant, exchange}) => {
      const {refresh_token = ''} = await exchange();
      await grant({grant_type: 'refresh_token', refresh_token});
      return grant({grant_type: 'refresh_token', refresh_token});
    },
    status: 401,
    says: [
      'the refresh was refused: the refresh token was used before, at 2026-11-20T12:00:00.000Z.',
      'To change: the backend. Keep the refresh token of the last answer.',
    ],
  },
  {
    what: 'a refresh token that another exchange replaced',
    ask: async ({grant, exchange}) => {
      const {refresh_token = ''} = await exchange();
      await exchange();
      return grant({grant_type: 'refresh_token', refresh_token});
    },
    status: 401,
    says: [
      'the refresh was refused: the refresh token ended, because the app got other tokens by an exchange.',
      'To change: the backend. Store the tokens of each exchange over those before.',
    ],
  },
  {
    what: 'a refresh token of an app that the shop uninstalled',
    ask: async ({core, grant, exchange}) => {
      const {refresh_token = ''} = await exchange();
      core.appAccess.installation.uninstall();
      return grant({grant_type: 'refresh_token', refresh_token});
    },
    status: 401,
    says: [
      'the refresh was refused: the refresh token ended, because the shop uninstalled the app.',
      'To change: the backend. Forget the sessions of the shop at the webhook app/uninstalled.',
    ],
  },
  {
    what: 'a refresh token after 90 days',
    ask: async ({core, grant, exchange}) => {
      const {refresh_token = ''} = await exchange();
      core.clock.advance('90d');
      return grant({grant_type: 'refresh_token', refresh_token});
    },
    status: 401,
    says: [
      'the refresh was refused: the refresh token expired at 2027-02-18T12:00:00.000Z.',
      'To change: the backend. Open the app in the admin: its next token exchange gives new tokens.',
    ],
  },
  {
    what: 'a query with an access token that expired',
    ask: async ({core, query, exchange}) => {
      const {access_token = ''} = await exchange();
      core.clock.advance('61m');
      return query(access_token, SHOP_NAME);
    },
    status: 401,
    says: [
      'the access token has expired.',
      'To change: the backend. Refresh the token before the end of expires_in, or exchange a new ID token.',
    ],
  },
  {
    what: 'a query of an app that the shop uninstalled',
    ask: async ({core, query, exchange}) => {
      const {access_token = ''} = await exchange();
      core.appAccess.installation.uninstall();
      return query(access_token, SHOP_NAME);
    },
    status: 401,
    says: [
      'the shop uninstalled the app.',
      'To change: the backend. Forget the sessions of the shop at the webhook app/uninstalled.',
    ],
  },
  {
    what: 'a permanent token after the date from which it is refused',
    ask: async ({core, query, exchange}) => {
      const {access_token = ''} = await exchange({expiring: '0'});
      core.clock.set('2027-01-01T00:00:00Z');
      return query(access_token, SHOP_NAME);
    },
    status: 403,
    says: [
      'the access token never expires, and this app must use tokens that do.',
      "To change: the backend. Ask for tokens with expiring: '1'. In Shopify's packages that is future.expiringOfflineAccessTokens.",
    ],
  },
  {
    what: 'a query without its scope',
    ask: async ({query, exchange}) => query((await exchange())['access_token'] ?? '', CUSTOMERS),
    status: 200,
    says: [
      'the answer has GraphQL errors and no data: Access denied for customers field. Required access: `read_customers` access scope.',
      'To change: the set-up of simhost. Add the scope to access_scopes in shopify.app.toml, and here to app: {scopes: […]}.',
    ],
  },
  {
    what: 'a query for which the app has no points left',
    ask: async ({query, exchange}) => {
      const {access_token = ''} = await exchange();
      const costly = '{ products(first: 25) { nodes { id variants(first: 30) { nodes { id } } } } }';
      let answer = await query(access_token, costly);
      for (let sent = 1; sent < 50 && answer.reason === null; sent++)
        answer = await query(access_token, costly);
      return answer;
    },
    status: 200,
    says: [
      'the answer has GraphQL errors and no data: Throttled.',
      'To change: the backend. Wait, and ask again, a few times at most. A cheaper query helps too.',
    ],
  },
  {
    what: 'a query to a version that has ended',
    ask: async ({query, exchange}) =>
      query((await exchange())['access_token'] ?? '', CUSTOMERS, API.replace('2026-07', '2024-04')),
    status: 200,
    says: [
      'the answer has GraphQL errors and no data (version 2026-01 answered, not that of the URL): Access denied for customers field. Required access: `read_customers` access scope.',
      'To change: the set-up of simhost. Add the scope to access_scopes in shopify.app.toml, and here to app: {scopes: […]}.',
    ],
  },
];

for (const {what, app = {}, ask, status, says} of ROWS) {
  test(`explains ${what}`, async () => {
    const {response, reason} = await ask(backendOf(app));
    expect(response.status).toBe(status);

    const verdict = reason === null ? null : answerVerdict({status, url: TOKENS}, reason);
    const written = verdict === null ? '' : describeVerdict(verdict);
    expect(written.replace(`${status} from ${TOKENS}: `, '').split('\n')).toEqual(says);
    expect(written).not.toMatch(/sh(?:pat|prt|pua)_/);
  });
}
