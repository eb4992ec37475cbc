import {expect, test} from 'simhost/playwright';
import type {Admin} from 'simhost/playwright';
import {failureOf} from './failure-of.ts';
import {NOTES_APP, NOTES_ORIGIN as ORIGIN, NOTES_SERVER} from './notes-app.ts';

test.use({app: NOTES_APP, backends: {[ORIGIN]: NOTES_SERVER}});

const LAST = `${ORIGIN}/api/notes?last`;

/** Opens the app, arms a case, and runs code of a page in its frame. Does not wait for the code's end. */
async function openAndRun(admin: Admin, code: string, armed?: 'embed-token-never'): Promise<void> {
  await admin.open();
  if (armed !== undefined) await admin.arm(armed);
  const frame = admin.page.frame({name: 'app-iframe'});
  if (frame === null) throw new Error('The admin shows no app.');
  await frame.evaluate(`void (async () => { ${code} })()`);
}

/** Waits for many answers of the admin, each after the one before. */
const MANY_TOKENS = 'for (let i = 0; i < 40; i++) await shopify.idToken();';

test('not.toHaveRequest fails for an app that asks for tokens before its request', async ({admin}) => {
  await openAndRun(admin, `${MANY_TOKENS} await fetch('${LAST}');`);
  expect(await failureOf(expect(admin.requests).not.toHaveRequest(LAST))).toContain(`GET ${LAST} -> 200`);
});

test('not.toHaveCall fails for an app that asks for tokens before its toast', async ({admin}) => {
  await openAndRun(admin, `${MANY_TOKENS} shopify.toast.show('Saved');`);
  expect(await failureOf(expect(admin.calls).not.toHaveCall('toast.show'))).toContain('toast.show("Saved"');
});

test('not.toHaveRequest fails at its time-out and names a token that never comes', async ({admin}) => {
  await openAndRun(admin, `await fetch('${LAST}');`, 'embed-token-never');
  const failure = await failureOf(expect(admin.requests).not.toHaveRequest(LAST, {timeout: 1500}));
  expect(failure).toContain('Not settled within 1500 ms, so more may come:');
  expect(failure).toMatch(/shopify\.idToken\(\) has been pending for \d\.\d s\./);
});

test('negative matchers pass while a picker waits for the merchant', async ({admin}) => {
  await openAndRun(admin, `await shopify.resourcePicker({type: 'product'}); await fetch('${LAST}');`);
  await expect(admin.page.getByRole('dialog', {name: 'Add products'})).toBeVisible();
  await expect(admin.requests).not.toHaveRequest(LAST);
});

test('negative matchers pass after the app has gone to a page without App Bridge', async ({admin}) => {
  await openAndRun(admin, `location.assign('${ORIGIN}/api/notes');`);
  await expect(admin.requests).toHaveRequest(`${ORIGIN}/api/notes`);
  await expect(admin.requests).not.toHaveRequest(LAST);
});
