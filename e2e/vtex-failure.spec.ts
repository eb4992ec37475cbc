import {readFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {expect, test} from '@playwright/test';
import {runSpecs} from './inner-run.ts';

test.setTimeout(240_000); // a whole run of its own

test('a store’s test with an armed case that nothing asked for, or a refused token, fails by name', async ({}, info) => {
  const folder = info.outputPath('suite');
  const failing = `import {test, expect} from 'simhost/playwright';
test.use({backends: {'https://acme.myvtex.com': {command: 'node "${resolve('fixtures/storefronts/orders/server.js')}"'}}});
test('armed', async ({storefront}) => {
  await storefront.arm('exp-past-60');
});
test('refused', async ({storefront, page}) => {
  await storefront.signIn('ada');
  await storefront.revoke();
  await storefront.open('/');
  await storefront.requests.waitFor({url: 'https://acme.myvtex.com/api/oms/user/orders', status: 401});
  await expect(page.getByRole('listitem')).toHaveCount(3, {timeout: 1});
});`;

  const reporter = [['list'], ['json', {outputFile: './report.json'}]] as const;
  const {stdout} = await runSpecs(folder, {'failing.spec.ts': failing}, {reporter});

  expect(stdout).toContain('2 failed');
  expect(stdout).toContain('Armed, but nothing asked for it: exp-past-60 (happened 0 of 1 times).');
  const report = await readFile(join(folder, 'report.json'), 'utf8');
  const attached = Array.from(report.matchAll(/"body": "([A-Za-z0-9+/=]+)"/g), ([, body = '']) =>
    Buffer.from(body, 'base64').toString(),
  );

  const log = attached.join('\n');

  expect(log).toMatch(
    /it was revoked[\s\S]*GET https:\/\/acme\.myvtex\.com\/api\/oms\/user\/orders -> 401[\s\S]*user\/orders: \{"sub":"ada@example\.com"/,
  );

  expect(log).not.toMatch(/eyJ[\w-]+\./);
  expect(stdout).not.toMatch(/eyJ[\w-]+\./);
});
