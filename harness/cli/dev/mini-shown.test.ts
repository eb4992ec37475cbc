import {expect, test} from '@playwright/test';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import {PageLink} from '../../node/live/page-link.ts';
import type {MiniManifest} from '../../node/mini/manifest.ts';
import {MiniShown} from './mini-shown.ts';

test('the consent of a Mini is a field with the scopes of the manifest, and the Mini starts again with it', async () => {
  const simulation = createSimulationCore();
  simulation.minis.app.declare(['openid', 'profile']);
  const link = new PageLink({simulation, handle: 'points', refuse: () => null, blocked: () => {}});
  const manifest = {handle: 'points', name: 'Points'} as MiniManifest;
  let starts = 0;
  const page = new MiniShown({
    simulation,
    manifest,
    origin: 'http://localhost:1',
    link,
    starting: () => starts++,
  });

  const [before] = page.fields();
  expect(before).toMatchObject({id: 'consent', value: 'granted'});
  expect(before?.options.map(({label}) => label)).toEqual([
    'Allowed: openid, profile',
    'Not allowed',
    'Ask on the phone',
  ]);

  await before?.write('declined');
  expect([page.fields()[0]?.value, starts]).toEqual(['declined', 1]);
  expect(() => before?.write('maybe')).toThrow('Invalid value "maybe" for option consent.');
  link.close();
});
