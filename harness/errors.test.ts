import {expect, test} from '@playwright/test';
import {SimhostError, nearest, redact, refuseUnknownKeys} from './errors.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

test('an error holds a code, a next step and its cause', () => {
  const cause = new Error('below');
  const error = new SimhostError('ERR_X', 'It failed.', {next: 'Do this.', cause});
  expect(error).toMatchObject({code: 'ERR_X', message: 'It failed.\nDo this.', next: 'Do this.', cause});
});

test('no token and no secret passes redaction', () => {
  expect(redact(`got ${TOKEN}, and ${TOKEN.split('.').slice(0, 2).join('.')}.`)).toBe('got <token>, and <token>');
  expect(redact('key=s3cret', ['s3cret', ''])).toBe('key=<secret>');
  expect(new SimhostError('ERR_X', `bad ${TOKEN}`).message).toBe('bad <token>');
});

test('the nearest known name is suggested, and none where nothing is near', () => {
  expect(nearest('exp-past-6', ['exp-past-60', 'key-wrong'])).toBe('exp-past-60');
  expect(nearest('zzzzzzzz', ['exp-past-60', 'key-wrong'])).toBeUndefined();
});

test('nearest allows one mistake in a short name, and counts swapped letters as one', () => {
  expect(nearest('nmae', ['name', 'type'])).toBe('name');
  expect(nearest('toast', ['cost', 'lines'])).toBeUndefined();
  expect(nearest('buyerIdentiy', ['buyerIdentity'])).toBe('buyerIdentity');
});

test('an unknown option is refused by name', () => {
  expect(() => refuseUnknownKeys('app', {clientID: 'x'}, ['clientId', 'scopes'])).toThrow(
    'Unknown app option "clientID".\nDid you mean "clientId"?',
  );
  expect(() => refuseUnknownKeys('app', {clientId: 'x'}, ['clientId'])).not.toThrow();
});
