import {expect, test} from '@playwright/test';
import {membersForApp} from './app-members.ts';
import {simulation} from './state.ts';

test('an app meets no error when the simulation has ended', async () => {
  const ended = (): Promise<never> => Promise.reject(new Error('The connection is closed.'));
  simulation.value = new Proxy({} as NonNullable<typeof simulation.value>, {get: () => ended});
  const {ready, failed, called} = membersForApp(null);
  await Promise.all([ready(), failed('lost'), called('loading', [true])]);
  simulation.value = null;
  expect(() => membersForApp(null)).toThrow('The admin is not connected.');
});
