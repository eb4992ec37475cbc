import {expect, test} from '@playwright/test';
import {decodeJwt} from 'jose';
import type {Mount, ToPage} from '../../wire/control.ts';
import type {CaseId} from '../cases/case-id.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';
import {createPages} from './simulation-pages.ts';
import type {SimulationPagesDeps} from './simulation-pages.ts';

const BLOCK = {id: 'block', target: 'admin.product-details.block.render'} as Mount;
const ACCOUNT = {id: 'account', target: 'customer-account.profile.block.render'} as Mount;

/** Asks as the page of an extension does. Returns the answer, or the message of the refusal. */
async function ask(core: SimulationCore, mount = BLOCK): Promise<unknown> {
  const pages = createPages({
    mounts: {byId: (id: string) => [BLOCK, ACCOUNT].find((known) => known.id === id)},
    issueIdToken: () => core.appAccess.idTokens.take(),
    state: () => core.pages.state(),
    rules: core.world.checkoutRules,
    issuer: {},
  } as unknown as SimulationPagesDeps);

  const answered = new Promise<ToPage>((resolve) => {
    const send = (message: ToPage): void => {
      if (message.type === 'answer' || message.type === 'refusal') resolve(message);
    };
    const page = pages.connect(send);
    page.receive({type: 'hello', proof: ''});
    page.receive({type: 'ask', id: 1, mount: mount.id, member: 'auth.idToken', arg: null});
  });

  const message = await answered;
  if (message.type === 'answer') return message.value;
  return message.type === 'refusal' ? message.error.message : message;
}

test('an extension of the admin gets the ID token of the staff member, for a minute', async () => {
  const core = createSimulationCore({app: {clientId: 'key'}});
  const claims = decodeJwt(String(await ask(core)));
  expect(claims).toMatchObject({
    iss: 'https://acme.myshopify.com/admin',
    dest: 'https://acme.myshopify.com',
    aud: 'key',
    sub: '5001',
  });
  expect(Number(claims.exp) - Number(claims.iat)).toBe(60);
});

const FAULTS: readonly (readonly [CaseId, unknown])[] = [
  ['host-null', null],
  ['host-permission-revoked', null],
  ['host-reject', 'Error fetching ID token.'],
];

for (const [id, answer] of FAULTS) {
  test(`under ${id}, the page answers ${String(answer)} once`, async () => {
    const core = createSimulationCore();
    core.arm(id);
    expect([await ask(core), String(await ask(core)).split('.').length]).toEqual([answer, 3]);
  });
}

test('under host-slow, the token comes after 5 s of the simulation', async () => {
  const core = createSimulationCore();
  core.arm('host-slow');
  const asked = ask(core);
  await expect.poll(() => core.holdingCases).toEqual(['host-slow']);
  core.clock.advance('5s');
  expect(String(await asked).split('.')).toHaveLength(3);
});

const BROKEN: readonly (readonly [CaseId, (claims: ReturnType<typeof decodeJwt>, now: number) => boolean])[] =
  [
    ['exp-past-60', ({exp = 0}, now) => exp < now],
    ['embed-token-expired', ({exp = 0}, now) => exp < now],
    ['aud-wrong', ({aud}) => aud !== 'key'],
    ['iss-other-shop', ({iss}) => iss !== 'https://acme.myshopify.com/admin'],
  ];

for (const [id, isBroken] of BROKEN) {
  test(`under ${id}, the token is broken once`, async () => {
    const core = createSimulationCore({app: {clientId: 'key'}});
    core.arm(id);
    const given = [decodeJwt(String(await ask(core))), decodeJwt(String(await ask(core)))];
    const now = core.clock.nowOf('platform') / 1000;
    expect(given.map((claims) => isBroken(claims, now))).toEqual([true, false]);
  });
}

test('an extension of another surface gets no ID token', async () => {
  expect(await ask(createSimulationCore(), ACCOUNT)).toContain('not an extension of the admin');
});
