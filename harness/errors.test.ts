import {expect, test} from '@playwright/test';
import {SimhostError, messageOf} from './errors.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

test('an error has a code, a next step and a cause', () => {
  const cause = new Error('below');
  const error = new SimhostError('ERR_BAD_OPTION', 'It failed.', {next: 'Do this.', cause});

  expect(error).toMatchObject({
    code: 'ERR_BAD_OPTION',
    message: 'It failed.\nDo this.',
    next: 'Do this.',
    cause,
  });
});

test('an error redacts tokens in its message', () => {
  expect(new SimhostError('ERR_BAD_OPTION', `bad ${TOKEN}`).message).toBe('bad <token>');
});

test('messageOf redacts tokens of any thrown value', () => {
  expect(messageOf(new Error(`bad ${TOKEN}`))).toBe('bad <token>');
  expect(messageOf(`bad ${TOKEN}`)).toBe('bad <token>');
});
