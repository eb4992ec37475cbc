import {expect, test} from '@playwright/test';
import {shown} from '../../shown-value.ts';
import {PROTECTED_FIELDS} from '../../wire/protected-customer-data.ts';
import type {AppOptions} from './app.ts';
import {createApp} from './app.ts';

for (const protectedCustomerData of [true, false, [], ['name', 'email'], PROTECTED_FIELDS] as const) {
  test(`accepts ${JSON.stringify(protectedCustomerData)} as approval for protected customer data`, () => {
    expect(createApp({protectedCustomerData})).toMatchObject({protectedCustomerData});
  });
}

for (const [given, message, next] of [
  [['name', 'mail'], 'Invalid value "mail" for option app.protectedCustomerData.', 'Known: name, address'],
  [['emial'], 'Invalid value "emial"', 'Did you mean "email"?'],
  [[1], 'Invalid value 1', 'Known: name'],
  ['name', 'app.protectedCustomerData is "name".', 'a list of the approved fields: name, address'],
  [null, 'app.protectedCustomerData is null.', 'true, false'],
] as const) {
  test(`refuses ${JSON.stringify(given)} as approval for protected customer data`, () => {
    const options = {protectedCustomerData: given} as unknown as AppOptions;
    expect(() => createApp(options)).toThrow(expect.objectContaining({code: 'ERR_BAD_OPTION'}));
    expect(() => createApp(options)).toThrow(message);
    expect(() => createApp(options)).toThrow(next);
  });
}

for (const options of [
  null,
  [],
  {name: 1},
  {scopes: 'read_customers'},
  {scopes: [1]},
  {scopes: null},
  {previousClientSecret: 1},
  {tokenIssuer: 10n},
  {protectedCustomerData: 10n},
  {clientId: Symbol('key')},
  {customerAuthentication: null},
]) {
  test(`refuses the app ${shown(options)}`, () => {
    expect(() => createApp(options as unknown as AppOptions)).toThrow(
      expect.objectContaining({code: 'ERR_BAD_OPTION'}),
    );
  });
}

test('an option that is undefined has its default', () => {
  const options = {scopes: undefined, name: undefined} as unknown as AppOptions;
  expect(createApp(options)).toEqual(createApp());
});

test('the message about a wrong secret does not show it', () => {
  const options = {previousClientSecret: ['a-real-secret']} as unknown as AppOptions;
  expect(() => createApp(options)).toThrow("The app's previousClientSecret is an array.\nGive");
  expect(() => createApp(options)).not.toThrow(/a-real-secret/);
});
