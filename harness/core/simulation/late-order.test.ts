import {expect, test} from '@playwright/test';
import {Clock} from '../../clock.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';

test('host-order-later: an order comes 5 s after the thank-you page, for signals and API alike', async () => {
  const simulation = paying();
  const {confirmation} = simulation.checkout;
  expect(confirmation?.order.id).toBe('gid://shopify/Order/1005');
  expect(known(simulation)).toEqual({order: 'gid://shopify/Order/1001', isListed: false});

  simulation.clock.advance('4999ms');
  await settled();
  expect(known(simulation)).toEqual({order: 'gid://shopify/Order/1001', isListed: false});

  simulation.clock.advance('1ms');
  await settled();
  expect(known(simulation)).toEqual({order: confirmation?.order.id, isListed: true});
});

test('host-order-later: changes meanwhile do not create the order', async () => {
  const simulation = paying();
  simulation.update({localization: {language: 'fr'}});
  simulation.signIn('ada');
  expect(known(simulation)).toEqual({order: 'gid://shopify/Order/1001', isListed: false});

  simulation.clock.advance('5s');
  await settled();
  expect(known(simulation)).toEqual({order: 'gid://shopify/Order/1005', isListed: true});
});

test('host-order-later: a simulation that ends creates no order any more', async () => {
  const simulation = paying();
  simulation.close();
  simulation.clock.advance('5s');
  await settled();
  expect(known(simulation).isListed).toBe(false);
});

test('an order exists at once without the case', () => {
  const simulation = createSimulationCore();
  simulation.update({checkout: {step: 'thank-you'}});
  expect(known(simulation)).toEqual({order: 'gid://shopify/Order/1005', isListed: true});
});

/** A simulation whose buyer has just paid, on a frozen clock. */
function paying(): SimulationCore {
  const clock = new Clock();
  clock.freeze('2026-11-20T12:00:00Z');
  const simulation = createSimulationCore({clock});

  simulation.arm('host-order-later');
  simulation.update({checkout: {step: 'thank-you'}});
  expect(simulation.undeliveredCases()).toEqual([]);
  return simulation;
}

/** The order that pages of one order show, and whether the account lists the new one. */
function known(simulation: SimulationCore): {order: string; isListed: boolean} {
  const {order, orders} = simulation.pages.state();
  return {order: order.id, isListed: orders.some(({id}) => id === 'gid://shopify/Order/1005')};
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}
