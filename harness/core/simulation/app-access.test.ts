import {expect, test} from '@playwright/test';
import {decodeClaims} from '../tokens/jws.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';

function frozen(options: Parameters<typeof createSimulationCore>[0] = {}): SimulationCore {
  const core = createSimulationCore({seed: 1, scope: 'app-access', ...options});
  core.clock.freeze('2026-11-20T12:00:00Z');
  return core;
}

test('the admin gives the same ID token for 50 seconds', async () => {
  const {appAccess, clock} = frozen();
  const first = await appAccess.idTokens.take();
  expect(first?.expiresIn).toBe(60);

  clock.advance('49s');
  expect(await appAccess.idTokens.take()).toEqual({value: first?.value, expiresIn: 11});

  clock.advance('1s');
  expect((await appAccess.idTokens.take())?.value).not.toBe(first?.value);
});

test('the option idTokenReuse 0 gives a new ID token each time', async () => {
  const {appAccess} = frozen({app: {authorization: {idTokenReuse: 0}}});
  const first = await appAccess.idTokens.take();
  expect((await appAccess.idTokens.take())?.value).not.toBe(first?.value);
});

test('an armed case breaks the next ID token', async () => {
  const core = frozen();
  await core.appAccess.idTokens.take();
  core.arm('exp-past-60');
  const broken = await core.appAccess.idTokens.take();
  const {exp = 0} = decodeClaims(broken?.value ?? '') as {exp?: number};
  expect(exp).toBeLessThan(core.clock.now() / 1000);
});

test('an ID token names the staff member who uses the admin', async () => {
  const {appAccess} = frozen();
  const claims = async (): Promise<unknown> => decodeClaims((await appAccess.idTokens.take())?.value ?? '');
  const order = 'iss,dest,aud,sub,exp,nbf,iat,jti,sid,sig';
  expect(Object.keys((await claims()) as object).join()).toBe(order);
  expect(await claims()).toMatchObject({sub: '5001', sid: expect.stringMatching(/^[0-9a-f]{64}$/)});

  appAccess.signInStaff('joan');
  expect(await claims()).toMatchObject({sub: '5002', sig: expect.stringMatching(/^[0-9a-f]{64}$/)});
});

test('refuses an unknown staff member by name', () => {
  expect(() => frozen().appAccess.signInStaff('gracie' as 'grace')).toThrow(/ERR_UNKNOWN_STAFF|"gracie"/);
});

test('the first URL of the app carries the ID token', async () => {
  const {appAccess} = frozen();
  const url = new URL(await appAccess.launchUrl('https://myapp.com/app', {locale: 'en'}));
  expect(url.searchParams.get('id_token')).toBe((await appAccess.idTokens.take())?.value);
});
