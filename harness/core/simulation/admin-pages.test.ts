import {expect, test} from '@playwright/test';
import type {Activity} from '../../wire/activity.ts';
import type {AdminPage} from '../../wire/admin.ts';
import {connect} from '../../wire/rpc.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';

const CALL = {what: 'call', member: 'shopify.idToken', milliseconds: 1500} as const;
const REQUEST = {
  what: 'request',
  method: 'POST',
  url: 'shopify:admin/api/2026-07/graphql.json',
  milliseconds: 200,
} as const;

/** Opens a page of the admin whose documents of the app have begun and not finished this. */
function openPage(simulation: SimulationCore, activities: readonly Activity[]): () => void {
  const {port1, port2} = new MessageChannel();
  const page: AdminPage = {update: () => {}, reload: () => {}, activity: async () => activities};
  connect(port2, page);
  return simulation.adminPages.connect(port1);
}

test('the calls and requests of apps are pending, in all pages of the admin', async () => {
  const simulation = createSimulationCore();
  const closeFirst = openPage(simulation, [
    {begun: 3, pending: [CALL]},
    {begun: 1, pending: [REQUEST]},
  ]);
  const closeSecond = openPage(simulation, [{begun: 5, pending: [{what: 'silence', milliseconds: 700}]}]);

  expect(await simulation.activity.report()).toEqual({
    begun: 9,
    pending: [
      'shopify.idToken() has been pending for 1.5 s.',
      'POST shopify:admin/api/2026-07/graphql.json has been in flight for 0.2 s.',
      'The app has not answered for 0.7 s: it may be in an endless loop.',
    ],
  });

  closeFirst();
  expect((await simulation.activity.report()).begun).toBe(5);
  closeSecond();
});

test('a page of the admin that goes while it is asked reports nothing', async () => {
  const simulation = createSimulationCore();
  const {port1} = new MessageChannel();
  const close = simulation.adminPages.connect(port1);
  const report = simulation.activity.report();
  close();
  expect(await report).toEqual({begun: 0, pending: []});
});
