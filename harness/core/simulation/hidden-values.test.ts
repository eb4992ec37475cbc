import {expect, test} from '@playwright/test';
import {createSimulation} from './simulation.ts';

// Options of the wrong kind, with a secret at the wrong place.
for (const [title, options] of [
  ['a list as the app', {app: ['hush']}],
  ['a string as the app', {app: 'hush'}],
  ['a list as the client secret', {app: {clientSecret: ['hush']}}],
  ['an object as the client secret', {app: {clientSecret: {value: 'hush'}}}],
  ['a list as the previous secret', {app: {previousClientSecret: ['hush']}}],
  ['a list as the private token', {app: {privateStorefrontToken: ['hush']}}],
  ['a string as the VTEX options', {vtex: 'hush'}],
  ['a list as the app keys', {vtex: {appKeys: ['hush']}}],
  ['a string as an app key', {vtex: {appKeys: {own: 'hush'}}}],
  ['a list as the token of an app key', {vtex: {appKeys: {own: {token: ['hush']}}}}],
  ['a string as the Minis options', {minis: 'hush'}],
  ['a list as the Minis options', {minis: ['hush']}],
  ['a list as the admin key', {minis: {adminApiKey: ['hush']}}],
  ['a string as all options', 'hush'],
] as const) {
  test(`the error for ${title} does not show it`, async () => {
    const refused = await Promise.resolve()
      .then(() => createSimulation(options as never))
      .catch((error: unknown) => error);

    expect(refused).toMatchObject({name: 'SimhostError'});
    expect(String((refused as Error).message)).not.toContain('hush');
  });
}
