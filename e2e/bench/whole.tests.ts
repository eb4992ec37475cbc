import {test as base} from '@playwright/test';
import {launchOptions} from '../../harness/chromium.ts';
import {expect, test} from 'simhost/playwright';

const empty = base.extend<object>({launchOptions: [async ({}, use) => use(launchOptions()), {scope: 'worker'}]});

empty('floor: empty page', async ({page}) => {
  await page.goto('about:blank');
});

test('host: mount and first render', async ({host}) => {
  const extension = await host.mount('extension');
  await expect(extension.getByRole('heading', {name: 'Ready'})).toBeVisible();
});
