import {expect, test} from '@playwright/test';
import {shown} from '../../shown-value.ts';
import {readBackend} from '../../cli/option-values.ts';
import {originOf, readAddress, readBackendOption, type BackendOption} from './backend-options.ts';

for (const [given, message] of [
  [10n, 'backends["https://myapp.com"] is a number.'],
  [{url: 10n}, 'backends["https://myapp.com"].url is a number.'],
  [{url: {}, clock: 'real'}, 'backends["https://myapp.com"].url is an object.'],
  [{command: ['node', 'server.js']}, 'backends["https://myapp.com"].command is an array.'],
  [{command: 'node server.js', env: {A: 10n}}, 'backends["https://myapp.com"].env.A is a number.'],
] as const) {
  test(`refuses ${shown(given)} as a backend`, () => {
    expect(() => readBackendOption('https://myapp.com', given as unknown as BackendOption)).toThrow(message);
  });
}

for (const given of [
  [{command: 'node server.js', env: {API_KEY: 'hush'}}],
  {command: ['API_KEY=hush node server.js']},
  {command: 'node server.js', env: ['API_KEY=hush']},
  {command: 'node server.js', env: 'API_KEY=hush'},
  {command: 'node server.js', env: {API_KEY: 'hush', PORT: 3000}},
  {command: 'node server.js', env: {API_KEY: ['hush']}},
]) {
  test(`the error for ${shown(given)} does not show the secret`, () => {
    const read = (): unknown => readBackendOption('https://myapp.com', given as unknown as BackendOption);
    expect(read).toThrow('backends["https://myapp.com"]');
    expect(read).not.toThrow('hush');
  });
}

for (const [what, read] of [
  ['an address', () => readAddress('https://myapp.com', 'http://ada:hush@localhost:3000/points')],
  ['an address with another scheme', () => readAddress('https://myapp.com', 'ws://ada:hush@localhost:3000')],
  ['an origin', () => originOf('https://ada:hush@myapp.com/points')],
  ['an origin without a backend', () => readBackendOption('https://ada:hush@myapp.com', {url: ''})],
  ['--backend', () => readBackend('myapp.com=http://ada:hush@localhost:3000')],
  ['--backend with a command', () => readBackend('myapp.com=API_KEY=hush node server.js')],
] as const) {
  test(`the error for ${what} shows no password`, () => {
    expect(read).toThrow('<secret>');
    expect(read).not.toThrow('hush');
  });
}
