import {expect, test} from 'simhost/playwright';

test.use({
  backends: {'https://mirror.example.com': {command: 'node ../../fixtures/backends/mirror/server.js'}},
});

test('mount and first render, with a backend', async ({host}) => {
  const extension = await host.mount('extension');
  await expect(extension.getByRole('heading', {name: 'Ready'})).toBeVisible();
});
