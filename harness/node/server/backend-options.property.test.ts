import {test} from '@playwright/test';
import * as fc from 'fast-check';
import {changedValue, expectRefusals, hostileString, hostileValue} from '../../wire/bad-input.fixture.ts';
import {readBackend} from '../../cli/option-values.ts';
import {originOf, readAddress, readBackendOption, type BackendOption} from './backend-options.ts';

const COMMAND = {
  command: 'node server.js',
  cwd: 'server',
  env: {A: '1'},
  ready: '/health',
  clock: 'real',
  register: false,
  allow: ['*.example.com'],
};
const URL_OPTION = {url: 'http://localhost:3000', clock: 'real'};

const urls: fc.Arbitrary<string> = fc.oneof(
  hostileString,
  fc.webUrl({withFragments: true, withQueryParameters: true}),
  hostileString.map((piece) => `https://${piece}`),
  hostileString.map((piece) => `https://myapp.com${piece}`),
  fc.constantFrom(
    'https://',
    'https://a b',
    'https://[::1',
    'https://x:99999',
    'javascript:alert(1)',
    'file:///etc',
    'https://u:p@myapp.com',
    '//myapp.com',
    'https:myapp.com',
    'http://\u0000',
  ),
);

test('the option backends refuses other values than an address or a command', async () => {
  await expectRefusals({
    area: 'option backends',
    inputs: fc.tuple(
      urls,
      fc.oneof(
        hostileValue,
        changedValue(COMMAND).map(({value}) => value),
        changedValue(URL_OPTION).map(({value}) => value),
      ),
    ),
    runs: 300,
    least: 100,
    mayPass: true,
    attempt: ([key, value]) => {
      const origin = originOf(key);
      const option = readBackendOption(origin, value as BackendOption);
      if ('url' in option) readAddress(origin, option.url);
      for (const [member, given] of Object.entries(option))
        if (typeof given === 'object' && given !== null && member !== 'env' && !Array.isArray(given))
          throw new Error(`${member} was accepted.`);
    },
  });
});

test('--backend refuses what is not an origin with its address or command', async () => {
  await expectRefusals({
    area: '--backend',
    inputs: fc.oneof(
      urls,
      fc.tuple(urls, urls).map(([key, value]) => `${key}=${value}`),
    ),
    runs: 200,
    least: 60,
    mayPass: true,
    attempt: (text) => {
      const [key, value] = readBackend(text);
      const origin = originOf(key);
      const option = readBackendOption(origin, value);
      if ('url' in option) readAddress(origin, option.url);
    },
  });
});
