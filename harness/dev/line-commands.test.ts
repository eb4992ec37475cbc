import {WrittenFields} from './written-fields.ts';
import {expect, test} from '@playwright/test';
import {createSimulationCore} from '../core/simulation/simulation-core.ts';
import {CorsHold} from '../node/server/cors-hold.ts';
import {Copies} from './copy/copies.ts';
import {ExtensionsShown} from '../cli/dev/extensions-shown.ts';
import type {GivenSettings} from './given-settings.ts';
import {type DevSession, runLine} from './line-commands.ts';

function devSession(
  backendsOnRealTime: readonly string[] = [],
): DevSession & {readonly changes: GivenSettings[]} {
  const changes: GivenSettings[] = [];
  const simulation = createSimulationCore();
  return {
    simulation,
    copies: new Copies({simulation, shown: () => [], backends: {}, layout: undefined, cwd: '.'}),
    page: new ExtensionsShown(simulation, []),
    shown: [],
    openBrowser: async () => 'The browser is open.',
    cors: new CorsHold(true),
    backendsOnRealTime: () => backendsOnRealTime,
    changeSettings: (given) => changes.push(given),
    written: new WrittenFields(),
    changes,
  };
}

test('typed lines sign in and out, arm and disarm cases, and change settings', async () => {
  const given = devSession();
  const {simulation, changes} = given;

  expect(await runLine(given, 'sign-in bea')).toBe('Bea Byron is signed in.');
  expect(simulation.customer?.firstName).toBe('Bea');
  expect(await runLine(given, ' sign-out ')).toBe('No customer is signed in.');
  expect(simulation.customer).toBeNull();

  expect(await runLine(given, 'arm exp-past-60 2')).toBe('exp-past-60 is armed (times: 2).');
  expect(simulation.undeliveredCases()).toMatchObject([{id: 'exp-past-60', times: 2}]);
  expect(await runLine(given, 'arm key-wrong Infinity')).toBe('key-wrong is armed until it is disarmed.');
  expect(await runLine(given, 'disarm key-wrong')).toBe('key-wrong is no longer armed.');

  expect(await runLine(given, 'settings title=Two words')).toBe('The setting title has changed.');
  expect(changes).toEqual([new Map([['title', {text: 'Two words'}]])]);
  expect(await runLine(given, 'hold-to-cors off')).toContain('Hold to CORS is off');
  expect(given.cors.isHeld).toBe(false);
  expect(await runLine(given, 'hold-to-cors on')).toContain('Hold to CORS is on');
  expect(given.cors.isHeld).toBe(true);

  expect(await runLine(given, '')).toBeNull();
});

test('the clock moves, and backends that do not follow it are named', async () => {
  const given = devSession(['https://a.example (http://127.0.0.1:3000)']);
  await runLine(given, 'freeze');
  expect(await runLine(given, 'set 2027-01-01T00:00:00Z')).toContain(
    'The clock shows 2027-01-01T00:00:00.000Z and is stopped.\n',
  );

  const answer = await runLine(given, 'advance 6m');
  expect(answer).toContain('The clock shows 2027-01-01T00:06:00.000Z');
  expect(answer).toContain('These backends keep real time');
  expect(answer).toContain('https://a.example');
});

for (const [line, message] of [
  ['sing-in bea', 'Unknown command "sing-in".\nDid you mean "sign-in"?'],
  ['sign-in', 'sign-in needs a value.\nType: sign-in <ada, bea or guest>'],
  ['sign-in carl', 'Known: ada, bea, guest.'],
  ['advance soon', 'Not a duration: "soon".'],
  ['arm exp', 'Unknown case "exp"'],
  ['arm exp-past-60 often', 'cannot be armed NaN times'],
  ['hold-to-cors', 'hold-to-cors needs a value.\nType: hold-to-cors <on or off>'],
  ['hold-to-cors maybe', 'Known: on, off.'],
  ['settings title', 'Not a setting: title'],
  ['test /api', 'No request has "/api" in its URL.\nUse the extension'],
  ['test-page', 'No page is open.'],
] as const) {
  test(`the line "${line}" is refused by name`, async () => {
    await expect(runLine(devSession(), line)).rejects.toThrow(message);
  });
}
