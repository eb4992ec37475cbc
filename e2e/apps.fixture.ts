import {createHash} from 'node:crypto';
import {test as base} from 'simhost/playwright';

/**
 * Gives each test another shop. The sample apps keep sessions in memory, and one server answers all tests of a worker:
 * with one shop, a test would find the access token of another simulation.
 */
export const test: typeof base = base.extend({
  shop: async ({}, use, {testId, repeatEachIndex, retry}) => {
    const name = createHash('sha256').update(`${testId} ${repeatEachIndex} ${retry}`).digest('hex');
    await use({domain: `shop-${name.slice(0, 12)}.myshopify.com`});
  },
});
