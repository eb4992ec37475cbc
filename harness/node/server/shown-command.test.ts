import {expect, test} from '@playwright/test';
import {shownCommand} from './shown-command.ts';

for (const [command, expected] of [
  ['API_KEY=hush node server.js', 'API_KEY=<secret> node server.js'],
  ['PORT=3000 DB_PASSWORD="hu sh" npm start', 'PORT=3000 DB_PASSWORD=<secret> npm start'],
  ['node server.js --client-secret hush --port 3000', 'node server.js --client-secret <secret> --port 3000'],
  ['node server.js --token=hush', 'node server.js --token=<secret>'],
  ["sh -c 'SECRET=hush node server.js'", "sh -c 'SECRET=<secret> node server.js'"],
  ['node server.js --no-auth --port 3000', 'node server.js --no-auth --port 3000'],
  ['node server.js --basic-auth=a:b --pass c', 'node server.js --basic-auth=<secret> --pass <secret>'],
  [
    'PGPASSWORD=a apiKey=b API_KEY_2=c node server.js',
    'PGPASSWORD=<secret> apiKey=<secret> API_KEY_2=<secret> node server.js',
  ],
  [
    'node server.js --author x --keyboard y --passive z',
    'node server.js --author x --keyboard y --passive z',
  ],
  ['AUTHOR=x KEYSTORE=y node server.js', 'AUTHOR=x KEYSTORE=y node server.js'],
  ['node --import ./keys.js server.js', 'node --import ./keys.js server.js'],
] as const) {
  test(`shows ${expected}`, () => {
    expect(shownCommand(command)).toBe(expected);
  });
}
