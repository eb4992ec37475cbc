import {EventEmitter} from 'node:events';
import type {BrowserContext, TestInfo} from '@playwright/test';
import {expect, test} from '@playwright/test';
import {CrashedTabs} from './crashed-tabs.ts';

const MESSAGE =
  'The page at https://shopify.com/1/account crashed during the test: the browser ended its process.\n' +
  'Look for code that keeps allocating memory. In a container, give the browser more shared memory: docker run --ipc=host.';

/** A context whose page has crashed, or not. */
function watched({crashes}: {crashes: boolean}): CrashedTabs {
  const page = Object.assign(new EventEmitter(), {url: () => 'https://shopify.com/1/account#secret'});
  const context = Object.assign(new EventEmitter(), {pages: () => []});
  const tabs = new CrashedTabs(context as unknown as BrowserContext);

  context.emit('page', page);
  if (crashes) page.emit('crash');
  return tabs;
}

function endOf(status: 'passed' | 'failed'): {
  info: Parameters<CrashedTabs['report']>[0];
  attached: unknown[];
} {
  const attached: unknown[] = [];
  const attach: TestInfo['attach'] = async (name, options) => void attached.push({name, body: options?.body});
  return {info: {status, expectedStatus: 'passed', attach}, attached};
}

test('a test that would pass fails by name if its page crashed', async () => {
  const {info} = endOf('passed');
  await expect(watched({crashes: true}).report(info)).rejects.toMatchObject({
    code: 'ERR_TAB_CRASHED',
    message: MESSAGE,
  });
});

test('a test that failed gets the crash as an attachment', async () => {
  const {info, attached} = endOf('failed');
  await watched({crashes: true}).report(info);
  expect(attached).toEqual([{name: 'page crashed', body: MESSAGE}]);
});

test('pages that live on are not reported', async () => {
  for (const status of ['passed', 'failed'] as const) {
    const {info, attached} = endOf(status);
    await watched({crashes: false}).report(info);
    expect(attached).toEqual([]);
  }
});
