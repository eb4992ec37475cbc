import {expect, test} from '@playwright/test';
import {SimhostError} from '../../errors.ts';
import {shown} from '../../shown-value.ts';
import type {MinisOptions} from '../world/minis.ts';
import type {VtexOptions} from '../world/vtex.ts';
import type {MintOptions} from './issuer.ts';
import type {SimulationOptions} from './options.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {TokenKind} from './token-kinds.ts';

const circular: Record<string, unknown> = {};
circular['itself'] = circular;

for (const [options, code] of [
  [null, 'ERR_BAD_OPTION'],
  [[], 'ERR_BAD_OPTION'],
  [{app: null}, 'ERR_BAD_OPTION'],
  [{shop: null}, 'ERR_BAD_OPTION'],
  [{shop: {languages: ''}}, 'ERR_BAD_OPTION'],
  [{checkout: 1}, 'ERR_BAD_OPTION'],
  [{minis: null}, 'ERR_BAD_OPTION'],
  [{minis: {tokenFormat: Object.create(null) as object}}, 'ERR_BAD_OPTION'],
  [{minis: {wrongKeyStatus: 99}}, 'ERR_BAD_OPTION'],
  [{minis: {wrongKeyStatus: '401'}}, 'ERR_BAD_OPTION'],
  [{minis: {otherKeys: {other: 1}}}, 'ERR_BAD_OPTION'],
  [{minis: {messages: {TOKEN_EXPIRED: null}}}, 'ERR_BAD_OPTION'],
  [{minis: {messages: null}}, 'ERR_BAD_OPTION'],
  [{minis: {tokenLife: '999999999999999999999d'.repeat(20)}}, 'ERR_BAD_DURATION'],
  [{vtex: null}, 'ERR_BAD_OPTION'],
  [{vtex: {account: ['acme']}}, 'ERR_BAD_ACCOUNT'],
  [{vtex: {account: 10n}}, 'ERR_BAD_ACCOUNT'],
  [{vtex: {hosts: 'www.acme.com'}}, 'ERR_BAD_OPTION'],
  [{vtex: {hosts: null}}, 'ERR_BAD_OPTION'],
  [{vtex: {admins: null}}, 'ERR_BAD_OPTION'],
  [{vtex: {admins: {lin: null}}}, 'ERR_BAD_OPTION'],
  [{vtex: {admins: {lin: {email: 1}}}}, 'ERR_BAD_OPTION'],
  [{vtex: {admins: {lin: {roles: {acme: 'OMS - Read only'}}}}}, 'ERR_BAD_OPTION'],
  [{vtex: {appKeys: {own: {roles: 'OMS - Read only'}}}}, 'ERR_BAD_OPTION'],
  [{vtex: {appKeys: {own: {account: Object.create(null) as object}}}}, 'ERR_BAD_OPTION'],
  [{vtex: {roles: {Packer: 'View order'}}}, 'ERR_BAD_OPTION'],
  [{vtex: {assume: {sameSite: 10n}}}, 'ERR_BAD_OPTION'],
  [{customer: []}, 'ERR_BAD_OPTION'],
  [{locale: ['fr']}, 'ERR_BAD_LOCALE'],
  [{seed: '1'}, 'ERR_BAD_OPTION'],
  [{seed: NaN}, 'ERR_BAD_OPTION'],
  [{scope: 1}, 'ERR_BAD_OPTION'],
  [{clock: Date}, 'ERR_BAD_OPTION'],
  [{origin: 10n}, 'ERR_BAD_OPTION'],
  [{notices: null}, 'ERR_BAD_OPTION'],
  [{notices: {ignore: [10n]}}, 'ERR_BAD_OPTION'],
  [{notices: {ignore: null}}, 'ERR_BAD_OPTION'],
  [{strict: 10n}, 'ERR_BAD_OPTION'],
] as const) {
  test(`createSimulation refuses ${shown(options)}`, () => {
    const error = thrownBy(() => createSimulationCore(options as unknown as SimulationOptions));
    expect(error).toMatchObject({code, next: expect.stringMatching(/./)});
  });
}

for (const [kind, options, code] of [
  [Object.create(null), {}, 'ERR_UNKNOWN_TOKEN_KIND'],
  [['checkout'], {}, 'ERR_UNKNOWN_TOKEN_KIND'],
  ['checkout', null, 'ERR_BAD_OPTION'],
  ['checkout', {claims: 'sub'}, 'ERR_BAD_CLAIM'],
  ['checkout', {claims: [1]}, 'ERR_BAD_CLAIM'],
  ['checkout', {claims: {sub: 10n}}, 'ERR_BAD_CLAIM'],
  ['checkout', {claims: circular}, 'ERR_BAD_CLAIM'],
  ['checkout', {claims: nested(100_000)}, 'ERR_BAD_CLAIM'],
  ['checkout', {case: Object.create(null) as object}, 'ERR_UNKNOWN_CASE'],
  ['checkout', {case: 'exp-past-60', variant: []}, 'ERR_UNKNOWN_VARIANT'],
  ['vtex-admin', {admin: Object.create(null) as object}, 'ERR_UNKNOWN_ADMIN'],
] as const) {
  test(`mint refuses ${shown(kind)} with ${shown(options)} as ${code}`, async () => {
    const minted = createSimulationCore().mint(kind as TokenKind, options as unknown as MintOptions);
    await expect(minted).rejects.toMatchObject({code, next: expect.stringMatching(/./)});
  });
}

test('an account without roles is one that an admin has no role in', () => {
  const admins = {lin: {roles: {acme: undefined}}} as unknown as VtexOptions['admins'];
  expect(createSimulationCore({vtex: {admins}} as SimulationOptions).world.vtex.admins['lin']).toMatchObject({
    roles: {},
  });
});

test('an option that is undefined has its default, at each level', () => {
  const vtex = {
    admins: {lin: undefined, mary: {roles: undefined, email: undefined}},
    appKeys: {own: undefined, orders: {key: undefined, roles: undefined}},
  } as unknown as VtexOptions;
  const minis = {messages: {TOKEN_EXPIRED: undefined}} as unknown as MinisOptions;

  const {world} = createSimulationCore({vtex, minis});
  const expected = createSimulationCore().world;
  expect(world.vtex.admins).toEqual(expected.vtex.admins);
  expect(world.vtex.appKeys).toEqual(expected.vtex.appKeys);
  expect(world.minis.messages).toEqual(expected.minis.messages);
});

for (const [options, message] of [
  [{app: {clientSecret: 12_345}}, "The app's clientSecret is a number."],
  [{app: {previousClientSecret: ''}}, "The app's previousClientSecret is empty."],
  [{minis: {apiKey: 12_345}}, 'The option minis.apiKey is a number.'],
  [{vtex: {appKeys: {own: {token: 12_345}}}}, 'The token of vtex.appKeys.own is a number.'],
  [{minis: {messages: []}}, 'The minis.messages options are an array.'],
  [{vtex: {admins: {lin: {email: 1}}}}, 'Give a string, for example "lin@example.com", or leave it out.'],
  [
    {vtex: {admins: {lin: {roles: 1}}}},
    'Give an object such as {name: ["OMS - Read only"]}, or leave it out.',
  ],
] as const) {
  test(`createSimulation says of ${shown(options)}: ${message}`, () => {
    const create = (): unknown => createSimulationCore(options as unknown as SimulationOptions);
    expect(create).toThrow(message);
    expect(create).not.toThrow('12345');
  });
}

test('the message about a wrong key of another Mini does not show the key', () => {
  const minis = {otherKeys: {'a-real-key': 1}} as unknown as MinisOptions;
  const error = thrownBy(() => createSimulationCore({minis}));
  expect(error).toMatchObject({message: expect.not.stringContaining('a-real-key')});
});

test('a claim of any name that JSON has is minted, and changes no prototype', async () => {
  const claims = JSON.parse('{"__proto__": {"admin": true}, "constructor": 1}') as Record<string, unknown>;
  const token = await createSimulationCore().mint('checkout', {claims});
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();

  expect(payload).toContain('"__proto__":{"admin":true},"constructor":1');
  expect({}).not.toHaveProperty('admin');
});

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    if (error instanceof SimhostError) return error;
    throw error;
  }
  return null;
}

/** Creates an object of many levels. */
function nested(levels: number): object {
  let value = {};
  for (let level = 0; level < levels; level++) value = {value};
  return value;
}
