import {expect} from '@playwright/test';
import {ORIGIN, test} from './polaris.fixture.ts';

test('a click bubbles as a native one, by pointer and keys, and not while disabled', async ({
  show,
  listen,
  heard,
}) => {
  const page = await show('<s-box><s-button>Go</s-button><s-button disabled>Off</s-button></s-box>');
  await listen('body', 'click');
  await page.getByRole('button', {name: 'Go'}).click();
  await page.getByRole('button', {name: 'Go'}).press('Enter');
  await page.getByRole('button', {name: 'Go'}).press('Space');
  expect(await heard()).toEqual(['click at s-button', 'click at s-button', 'click at s-button']);

  await expect(page.getByRole('button', {name: 'Off'})).toBeDisabled();
  await page.getByRole('button', {name: 'Off'}).click({force: true});
  expect(await heard()).toHaveLength(3);
});

test('buttons submit and reset the form around them, after the listeners of the click', async ({
  show,
  heard,
}) => {
  const page =
    await show(`<form onsubmit="event.preventDefault(); heard.push('submit')" onreset="heard.push('reset')">
    <s-button type="submit" onclick="heard.push('click')">Save</s-button>
    <s-button type="submit" onclick="event.preventDefault()">Never</s-button>
    <s-button type="submit" onclick="event.stopPropagation()">Stopped</s-button>
    <s-button type="reset">Undo</s-button><s-button>Plain</s-button></form>`);

  for (const name of ['Save', 'Never', 'Stopped', 'Undo', 'Plain'])
    await page.getByRole('button', {name}).click();
  await expect.poll(heard).toEqual(['click', 'submit', 'submit', 'reset']);
});

test('a link inside the app dispatches shopify:navigate, and the browser stays if a listener takes it', async ({
  show,
  heard,
}) => {
  const page = await show(`<s-link href="/next">Next</s-link><script>
    document.addEventListener('shopify:navigate', (event) => heard.push(event.target.getAttribute('href')));
  </script>`);

  await page.getByRole('link', {name: 'Next'}).click();
  expect(await heard()).toEqual(['/next']);
  expect(page.url()).toBe(`${ORIGIN}/`);
});

test('a link that no listener takes is followed by the browser', async ({show}) => {
  const page = await show(
    `<s-button href="/next">Next</s-button><script>addEventListener('shopify:navigate', () => {});</script>`,
  );
  await page.getByRole('link', {name: 'Next'}).click();
  await expect(page).toHaveURL(`${ORIGIN}/next`);
});

test('other origins open in a new window, and javascript: does nothing', async ({show, heard}) => {
  const page = await show(`<script>window.open = (...args) => heard.push(args.join(' '));</script>
    <s-link href="https://other.example/">Other</s-link>
    <s-link href="shopify://admin/products">Products</s-link>
    <s-clickable href="/here" target="_top"><s-text>Card</s-text></s-clickable>
    <s-button href="javascript:void(0)">Nothing</s-button>`);

  for (const name of ['Other', 'Products', 'Card', 'Nothing']) await page.getByRole('link', {name}).click();
  expect(await heard()).toEqual([
    'https://other.example/ _blank',
    'shopify://admin/products _top',
    '/here _top',
  ]);
});

test('a press button switches, and keeps its first state until then', async ({show}) => {
  const page = await show('<s-press-button pressed>Bold</s-press-button>');
  await page.getByRole('button', {name: 'Bold', pressed: true}).click();
  await expect(page.getByRole('button', {name: 'Bold', pressed: false})).toBeVisible();
});

test('commandFor reaches any element with that id, with its source', async ({show, heard}) => {
  const page = await show(`<div id="app-window"></div>
    <s-button commandFor="app-window" command="--show">Open</s-button>
    <s-button commandFor="nothing">Lost</s-button><script>
    document.getElementById('app-window').addEventListener('command', ({command, source}) => {
      heard.push(command + ' of ' + source.localName);
    });
  </script>`);

  await page.getByRole('button', {name: 'Open'}).click();
  await page.getByRole('button', {name: 'Lost'}).click();
  expect(await heard()).toEqual(['--show of s-button']);
});
