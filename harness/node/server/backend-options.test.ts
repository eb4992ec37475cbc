import {expect, test} from '@playwright/test';
import {shown} from '../../shown-value.ts';
import {readBackendOption, type BackendOption} from './backend-options.ts';

for (const [given, message] of [
  [10n, 'backends["https://myapp.com"] is 10n.'],
  [{url: 10n}, 'backends["https://myapp.com"].url is 10n.'],
  [{url: {}, clock: 'real'}, 'backends["https://myapp.com"].url is {}.'],
  [{command: ['node', 'server.js']}, 'backends["https://myapp.com"].command is ["node", "server.js"].'],
  [{command: 'node server.js', env: {A: 10n}}, 'backends["https://myapp.com"].env is {A: 10n}.'],
] as const) {
  test(`refuses ${shown(given)} as a backend`, () => {
    expect(() => readBackendOption('https://myapp.com', given as unknown as BackendOption)).toThrow(message);
  });
}
