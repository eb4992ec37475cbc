import axe from 'axe-core';
import type {FrameLocator} from '@playwright/test';
import {expect, test} from 'simhost/playwright';
import type {Admin} from 'simhost/playwright';
import {NOTES_APP, NOTES_ORIGIN as ORIGIN, NOTES_SERVER} from './notes-app.ts';

test.use({app: NOTES_APP, backends: {[ORIGIN]: NOTES_SERVER}});

for (const width of [390, 1440]) {
  test(`the admin is accessible, and nothing is cut off, at a width of ${width}`, async ({admin}) => {
    await admin.page.setViewportSize({width, height: 800});
    const app = await admin.open();
    await check(admin, 'frame');

    await admin.page.getByRole('button', {name: 'New note'}).click();
    const modal = app.getByRole('dialog', {name: 'New note'});
    await check(admin, 'modal');
    await modal.getByLabel('Text').fill('A note');
    await modal.getByRole('button', {name: 'Add'}).click();
    await expect(admin.page.getByRole('status')).toBeVisible();
    await check(admin, 'toast');

    await app.getByRole('button', {name: 'Pick products'}).click();
    await expect(admin.page.getByRole('dialog', {name: 'Add products'})).toBeVisible();
    await check(admin, 'resource picker');
    await admin.page.getByRole('button', {name: 'Cancel'}).click();

    await saveBarOf(admin, await admin.open('/settings'));
    await check(admin, 'save bar');
  });
}

async function saveBarOf(admin: Admin, app: FrameLocator): Promise<void> {
  await app.getByLabel('Signature').fill('Bye');
  await expect(admin.page.getByRole('region', {name: 'Unsaved changes'})).toBeVisible();
}

/** Expects that axe finds nothing, in no document, and that no control of the admin is outside of the window. */
async function check({page}: Admin, state: string): Promise<void> {
  const frames = page.frames().filter((frame) => frame.url().startsWith('https:'));
  for (const frame of frames) {
    await frame.evaluate(axe.source);
    const found = await frame.evaluate(
      `axe.run({iframes: false}).then(({violations}) => violations.map(({id, nodes}) => id + ' ' + nodes.map(({html}) => html).join(' ')))`,
    );
    expect(found, `${state} in ${frame.name()}`).toEqual([]);
  }

  const outside = await page.evaluate(() =>
    [...document.querySelectorAll('button, a, input, iframe')].flatMap((element) => {
      const {left, right, width} = element.getBoundingClientRect();
      return width > 0 && (left < 0 || right > innerWidth) ? [element.outerHTML] : [];
    }),
  );
  expect(outside, state).toEqual([]);
}
