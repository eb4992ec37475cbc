import {expect} from '@playwright/test';
import {test} from './open-elements.fixture.ts';

const COPYING = `<s-button command-for="code" command="--copy">Copy</s-button><s-clipboard-item id="code" text="WELCOME10"></s-clipboard-item>`;

test('a button copies the text and the item tells it, also in a page without HTTPS', async ({
  show,
  listen,
  seen,
}) => {
  const page = await show(COPYING);
  await listen('s-clipboard-item', 'copy', 'copyerror');
  await page.getByRole('button', {name: 'Copy'}).click();
  await expect
    .poll(seen)
    .toEqual([{type: 'copy', kind: 'CustomEvent', detail: {}, bubbles: false, composed: false}]);
});

test('a browser that copies nothing is told as an error', async ({show, listen, seen}) => {
  const page = await show(COPYING);
  await page.evaluate(() => Object.assign(document, {execCommand: () => false}));
  await listen('s-clipboard-item', 'copy', 'copyerror');
  await page.getByRole('button', {name: 'Copy'}).click();
  await expect.poll(async () => (await seen()).map(({type}) => type)).toEqual(['copyerror']);
});
