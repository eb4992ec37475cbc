import {expect, test} from '@playwright/test';
import {loadExtension} from '../../node/extension/load.ts';
import {createSimulationCore} from './simulation-core.ts';

const FOLDER = 'fixtures/extensions/loyalty';
const MISSING = {
  code: 'api-member-missing',
  message: 'shopify.toats is undefined.',
  next: 'Did you mean "toast"?',
} as const;
const ERROR = {name: 'TypeError', message: "Cannot read properties of undefined (reading 'show')", stack: ''};

test('a failed start names the missing members of its own build only', async () => {
  const simulation = createSimulationCore();
  const extension = await loadExtension(FOLDER, 'customer-account.order-status.block.render');
  const mounted = await simulation.extensions.mount(extension);
  const page = simulation.pages.connect(() => {});

  page.receive({type: 'hello', proof: ''});

  page.receive({type: 'notice', mount: mounted.id, notice: MISSING});
  page.receive({type: 'failed', mount: mounted.id, error: ERROR});
  await expect(mounted.started).rejects.toThrow('shopify.toats is undefined. Did you mean "toast"?');

  mounted.replace(extension);
  const restarted = mounted.started;
  page.receive({type: 'failed', mount: mounted.id, error: ERROR});
  await expect(restarted).rejects.not.toThrow('toats');
  await expect(restarted).rejects.toThrow('Cannot read properties of undefined');
});
