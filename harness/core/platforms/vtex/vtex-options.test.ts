import {expect, test as plain} from '@playwright/test';
import {createSimulationCore} from '../../simulation/simulation-core.ts';
import type {SimulationCore} from '../../simulation/simulation-core.ts';
import {VTEX_TEST_PASSWORD} from './logins.ts';
import type {VtexOptions} from '../../world/vtex.ts';
import {ACME, GLOBEX, NOON, STORE, answerOf, bodyOf} from './vtex.fixture.ts';

for (const [vtex, code, message] of [
  [{acount: 'acme'}, 'ERR_UNKNOWN_OPTION', 'Did you mean "account"?'],
  [{account: 'Acme Inc'}, 'ERR_BAD_ACCOUNT', 'Not the name of a VTEX account: "Acme Inc".'],
  [{account: 'portal'}, 'ERR_BAD_ACCOUNT', 'Not the name of a VTEX account'],
  [{account: 'a--b'}, 'ERR_BAD_ACCOUNT', 'Not the name of a VTEX account'],
  [{hosts: ['https://www.acme.com']}, 'ERR_BAD_OPTION', 'Not a host in vtex.hosts: "https://www.acme.com".'],
  [{assume: {sameSte: 'Lax'}}, 'ERR_UNKNOWN_OPTION', 'Did you mean "sameSite"?'],
  [
    {assume: {sameSite: 'lax'}},
    'ERR_BAD_OPTION',
    'has no value "lax".\nKnown: "None", "Lax", "Strict", "omitted".',
  ],
  [{assume: {loginSeconds: 0}}, 'ERR_BAD_OPTION', 'The option vtex.assume.loginSeconds is 0.'],
  [
    {assume: {refreshAfterSeconds: -1}},
    'ERR_BAD_OPTION',
    'The option vtex.assume.refreshAfterSeconds is -1.',
  ],
  [{admins: {zoe: {rols: {}}}}, 'ERR_UNKNOWN_OPTION', 'Did you mean "roles"?'],
  [
    {admins: {zoe: {roles: {acme: ['OMS - Ful access']}}}},
    'ERR_UNKNOWN_ROLE',
    'Did you mean "OMS - Full access"?',
  ],
  [
    {admins: {zoe: {roles: {acm: []}}}},
    'ERR_UNKNOWN_ACCOUNT',
    'No VTEX account is called "acm" (option vtex.admins.zoe.roles).',
  ],
  [{appKeys: {mine: {token: ''}}}, 'ERR_BAD_OPTION', 'The token of vtex.appKeys.mine is empty.'],
] as const) {
  plain(`refuses ${JSON.stringify(vtex)}`, () => {
    expect(() => createSimulationCore({vtex: vtex as VtexOptions})).toThrow(
      expect.objectContaining({code, message: expect.stringContaining(message)}),
    );
  });
}

plain('the second account changes its name where the first has it', () => {
  expect(Object.keys(createSimulationCore({vtex: {account: 'globex'}}).world.vtex.accounts)).toEqual([
    'globex',
    'acme',
  ]);
});

plain('a key of one’s own is a secret, a published one is not', async () => {
  const simulation = createSimulationCore({
    vtex: {
      appKeys: {mine: {key: 'vtexappkey-acme-MINEEE', token: 'a-real-app-token', roles: ['OMS - Read only']}},
    },
  });

  expect(simulation.secrets).toEqual(['a-real-app-token']);
  expect(createSimulationCore().secrets).toEqual([]);
  const headers = {'X-VTEX-API-AppKey': 'vtexappkey-acme-MINEEE', 'X-VTEX-API-AppToken': 'a-real-app-token'};
  expect((await answerOf(simulation, `${ACME}/api/oms/pvt/orders`, {headers})).status).toBe(200);
});

/** Refreshes with only `vid_rt`, and returns the answer. */
async function refreshedBy(simulation: SimulationCore): Promise<Record<string, unknown>> {
  const {refreshToken} = await simulation.vtex.sessions.login('ada');
  const asked = {cookie: `vid_rt=${refreshToken}`, json: {}};
  return bodyOf(await answerOf(simulation, `${STORE}/api/vtexid/refreshtoken/webstore`, asked));
}

// Every VTEX assumption of docs/assumptions.md: a value, the request, the answer by default, the answer with
// the value.
const ASSUMED: Readonly<
  Record<
    string,
    [VtexOptions['assume'], (assume: VtexOptions['assume']) => Promise<unknown>, unknown, unknown]
  >
> = {
  appTokenFailureStatus: [
    {appTokenFailureStatus: 200},
    async (assume) =>
      (
        await answerOf(
          createSimulationCore({vtex: {assume: {...assume}}}),
          `${ACME}/api/vtexid/apptoken/login`,
          {
            json: {appkey: 'a', apptoken: 'b'},
          },
        )
      ).status,
    401,
    200,
  ],
  missingAccountStatus: [
    {missingAccountStatus: 401},
    async (assume) =>
      (
        await answerOf(
          createSimulationCore({vtex: {assume: {...assume}}}),
          'https://api.vtexcommercestable.com.br/api/vtexid/apptoken/login',
          {
            json: {},
          },
        )
      ).status,
    400,
    401,
  ],
  anonymousUserStatus: [
    {anonymousUserStatus: 401},
    async (assume) =>
      (
        await answerOf(
          createSimulationCore({vtex: {assume: {...assume}}}),
          `${STORE}/api/vtexid/pub/authenticated/user`,
        )
      ).status,
    200,
    401,
  ],
  appKeyTokenType: [
    {appKeyTokenType: 'app'},
    async (assume) => {
      const simulation = createSimulationCore({vtex: {assume: {...assume}}});
      const json = {token: await simulation.mint('vtex-appkey')};
      return (await bodyOf(await answerOf(simulation, `${STORE}/api/vtexid/credential/validate`, {json})))[
        'tokenType'
      ];
    },
    'appkey',
    'app',
  ],
  appKeyTokenAccount: [
    {appKeyTokenAccount: 'vtex'},
    async (assume) => {
      const simulation = createSimulationCore({vtex: {assume: {...assume}}});
      const token = await simulation.mint('vtex-appkey');
      const {account} = await bodyOf(
        await answerOf(simulation, `${STORE}/api/vtexid/credential/validate`, {json: {token}}),
      );
      return [account, (await answerOf(simulation, `${ACME}/api/oms/pvt/orders`, {token})).status];
    },
    ['acme', 200],
    ['vtex', 200],
  ],
  shopperInOtherAccount: [
    {shopperInOtherAccount: 'accept'},
    async (assume) => {
      const simulation = createSimulationCore({vtex: {assume: {...assume}}});
      return (
        await answerOf(simulation, `${GLOBEX}/api/oms/user/orders`, {
          token: await simulation.mint('vtex-shopper'),
        })
      ).status;
    },
    403,
    200,
  ],
  refusalBody: [
    {refusalBody: 'none'},
    async (assume) => {
      const simulation = createSimulationCore({vtex: {assume: {...assume}}});
      return (await answerOf(simulation, `${ACME}/api/logistics/pvt/configuration/docks`)).text();
    },
    '{"error":{"code":"1","message":"Unauthorized access","exception":null}}',
    '',
  ],
  shopperAtAdmin: [
    {shopperAtAdmin: 'login'},
    async (assume) => {
      const simulation = createSimulationCore({vtex: {assume: {...assume}}});
      return (await answerOf(simulation, `${STORE}/admin`, {token: await simulation.mint('vtex-shopper')}))
        .status;
    },
    403,
    302,
  ],
  logoutStatus: [
    {logoutStatus: 204},
    async (assume) =>
      (
        await answerOf(
          createSimulationCore({vtex: {assume: {...assume}}}),
          `${STORE}/api/vtexid/pub/logout?scope=acme`,
        )
      ).status,
    200,
    204,
  ],
  sameSite: [
    {sameSite: 'omitted'},
    async (assume) => {
      const {cookies} = await createSimulationCore({vtex: {assume: {...assume}}}).vtex.sessions.login('ada');
      return cookies.map(({sameSite}) => sameSite);
    },
    ['None', 'None', 'Strict'],
    [undefined, undefined, 'Strict'],
  ],
  refreshTokenDays: [
    {refreshTokenDays: 30},
    async (assume) => {
      const simulation = createSimulationCore({vtex: {assume: {...assume}}});
      const {refreshToken} = await simulation.vtex.sessions.login('ada');
      simulation.clock.advance('8d');
      return typeof (await simulation.vtex.sessions.refresh(refreshToken, {audience: 'webstore'}));
    },
    'string',
    'object',
  ],
  unknownEmails: [
    {unknownEmails: 'refuse'},
    async (assume) => {
      const simulation = createSimulationCore({vtex: {assume: {...assume}}});
      const base = `${STORE}/api/vtexid/pub/authentication`;
      const {authenticationToken} = await bodyOf(await answerOf(simulation, `${base}/start?scope=acme`));
      const form = {
        login: 'new@example.com',
        password: VTEX_TEST_PASSWORD,
        authenticationToken: String(authenticationToken),
      };

      return (await bodyOf(await answerOf(simulation, `${base}/classic/validate`, {form})))['authStatus'];
    },
    'Success',
    'InvalidEmail',
  ],
  adminWithoutRole: [
    {adminWithoutRole: 'refuse'},
    async (assume) => {
      const url = 'https://globex.myvtex.com/_v/segment/admin-login/v1/login';
      return (
        await answerOf(createSimulationCore({vtex: {assume: {...assume}}}), url, {form: {admin: 'mary'}})
      ).status;
    },
    302,
    403,
  ],
  loginSeconds: [
    {loginSeconds: 86_400},
    async (assume) => {
      const answer = await answerOf(
        createSimulationCore({vtex: {assume: {...assume}}}),
        `${STORE}/api/vtexid/pub/authentication/start?scope=acme`,
      );
      const [, expires = ''] = /expires=(.*?);/.exec(answer.headers.getSetCookie()[0] ?? '') ?? [];
      return Math.round((Date.parse(expires) - Date.now()) / 600_000);
    },
    1,
    144,
  ],
  refreshKeepsSession: [
    {refreshKeepsSession: false},
    async (assume) => {
      const {sessions} = createSimulationCore({vtex: {assume: {...assume}}}).vtex;
      const {session, refreshToken} = await sessions.login('ada');
      const refreshed = await sessions.refresh(refreshToken, {audience: 'webstore'});
      return typeof refreshed === 'object' && refreshed.session.sess === session.sess;
    },
    true,
    false,
  ],
  refreshShows: [
    {refreshShows: 'all-cookies'},
    async (assume) => (await refreshedBy(createSimulationCore({vtex: {assume: {...assume}}})))['status'],
    'Success',
    'InvalidToken',
  ],
  refreshAfterSeconds: [
    {refreshAfterSeconds: 3600},
    async (assume) => {
      const simulation = createSimulationCore({vtex: {assume: {...assume}}});
      simulation.clock.freeze(NOON);
      return (await refreshedBy(simulation))['refreshAfter'];
    },
    '2026-11-21T12:00:00+00:00',
    '2026-11-20T13:00:00+00:00',
  ],
  cors: [
    {cors: 'none'},
    async (assume) => {
      const simulation = createSimulationCore({vtex: {assume: {...assume}}});
      const answer = await answerOf(simulation, `${ACME}/api/segments`, {headers: {origin: STORE}});
      return answer.headers.get('access-control-allow-origin');
    },
    STORE,
    null,
  ],
};

for (const [name, [other, observe, byDefault, otherwise]] of Object.entries(ASSUMED)) {
  plain(`the assumption ${name} has a default and another choice`, async () => {
    expect(await observe({})).toEqual(byDefault);
    expect(await observe(other)).toEqual(otherwise);
  });
}
