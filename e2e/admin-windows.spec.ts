import type {Frame} from '@playwright/test';
import {expect, test} from 'simhost/playwright';
import type {Admin} from 'simhost/playwright';
import {NOTES_APP, NOTES_ORIGIN as ORIGIN, NOTES_SERVER} from './notes-app.ts';

const API = 'https://notes-api.example.net';

test.use({app: NOTES_APP, backends: {[ORIGIN]: NOTES_SERVER, [API]: NOTES_SERVER}});

/** The frame of the app, to run code in it. */
function frameOf(admin: Admin): Frame {
  const frame = admin.page.frame({name: 'app-iframe'});
  if (frame === null) throw new Error('The admin shows no app.');
  return frame;
}

test('an answer that asks for a new authorization opens it as the whole window, and its fetch never settles', async ({
  admin,
}) => {
  const app = await admin.open();
  await frameOf(admin).evaluate(() => {
    const settle = (): void => sessionStorage.setItem('settled', 'yes');
    fetch('/api/orders').then(settle, settle);
  });

  // The page of the app, as the whole window, leads back to the admin.
  await expect(app.getByRole('heading', {name: 'Settings'})).toBeVisible();
  await expect(admin.requests).toHaveRequest(`${ORIGIN}/api/orders`, {status: 403, token: {sub: '5001'}});
  const [opened] = admin.requests.matching(/settings\?shop=acme\.myshopify\.com$/);
  expect(opened?.status).toBe(200);
  expect(await frameOf(admin).evaluate(() => sessionStorage.getItem('settled'))).toBe(null);
});

test('a request to an origin of appOrigins carries a token, and its preflight passes', async ({admin}) => {
  await admin.open('/settings');
  const status = await frameOf(admin).evaluate(async (api) => (await fetch(`${api}/api/notes`)).status, API);
  expect(status).toBe(200);
  await expect(admin.requests).toHaveRequest(`${API}/api/notes`, {status: 200, token: {sub: '5001'}});
});

test('an app without the feature fetch sends its requests as they are', async ({admin}) => {
  await admin.open('/settings');
  await frameOf(admin).evaluate(() => {
    const config = JSON.parse(sessionStorage.getItem('app-bridge-config') ?? '{}') as object;
    sessionStorage.setItem('app-bridge-config', JSON.stringify({...config, disabledFeatures: ['fetch']}));
  });

  await admin.open('/settings');
  expect(await frameOf(admin).evaluate(async () => (await fetch('/api/notes')).status)).toBe(401);
  expect(admin.requests.last(/api\/notes/)?.token).toBe(null);
});

test('the page of a modal is a window that the app can reach', async ({admin}) => {
  await admin.open();
  const title = await frameOf(admin).evaluate(async () => {
    const modal = document.getElementById('help-page') as HTMLElement & {
      show(): Promise<void>;
      readonly contentWindow: Window | null;
    };
    if (modal.contentWindow !== null) return 'a window before show()';

    await modal.show();
    const opened = modal.contentWindow as Window | null;
    if (opened === null) return 'no window after show()';

    // Until its page has loaded, the window is of no origin that the app can read.
    for (;;) {
      try {
        const heading = opened.document.querySelector('h1');
        if (heading !== null) return `${heading.textContent}, opened by itself: ${opened.opener === window}`;
      } catch {
        // The page loads.
      }
      await new Promise(requestAnimationFrame);
    }
  });
  expect(title).toBe('Help, opened by itself: true');

  await admin.page.getByRole('dialog', {name: 'Help'}).getByRole('button', {name: 'Close'}).click();
  await expect(admin.page.getByRole('dialog')).toHaveCount(0);
  const closed = frameOf(admin).evaluate(
    () => (document.getElementById('help-page') as HTMLElement & {contentWindow: unknown}).contentWindow,
  );
  expect(await closed).toBe(null);
});

test('an app window has the title bar and the save bar of its page, and follows src', async ({admin}) => {
  await admin.open();
  const frame = frameOf(admin);
  await frame.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<s-app-window id="editor" src="/settings"></s-app-window>',
    );
    return (document.getElementById('editor') as HTMLElement & {show(): Promise<void>}).show();
  });

  const dialog = admin.page.getByRole('dialog', {name: 'Settings'});
  const page = admin.page.frameLocator('iframe[name="modal:editor"]');
  await page.getByLabel('Signature').fill('Bye');
  const bar = dialog.getByRole('region', {name: 'Unsaved changes'});
  await expect(bar).toBeVisible();

  const question = admin.page.getByRole('dialog', {name: 'Leave page with unsaved changes?'});
  const hide = `document.getElementById('editor').hide()`;
  const hidden = frame.evaluate(hide);
  await question.getByRole('button', {name: 'Stay'}).click();
  await hidden;
  await expect(page.getByLabel('Signature')).toHaveValue('Bye');
  await bar.getByRole('button', {name: 'Save'}).click();
  await expect(page.getByRole('status')).toHaveText('Saved');
  await expect(bar).toHaveCount(0);

  await frame.evaluate(`document.getElementById('editor').src = '/help'`);
  await expect(page.getByRole('heading', {name: 'Help'})).toBeVisible();
  // A page without a title bar has the name of the app.
  await expect(admin.page.getByRole('dialog', {name: 'Notes'})).toBeVisible();
  await expect(admin.page).toHaveURL(/\/apps\/[a-z0-9]+$/);

  await frame.evaluate(hide);
  await expect(admin.page.getByRole('dialog')).toHaveCount(0);
});

test('a title bar of an open modal that changes is shown', async ({admin}) => {
  const app = await admin.open();
  await admin.page.getByRole('button', {name: 'New note'}).click();
  await frameOf(admin).evaluate(() => {
    document.querySelector('#new-note > ui-title-bar')?.setAttribute('title', 'Another note');
    document.getElementById('add')?.setAttribute('loading', '');
  });

  const modal = app.getByRole('dialog', {name: 'Another note'});
  await expect(modal.getByRole('button', {name: 'Add'})).toBeDisabled();
  await expect(modal.getByRole('button', {name: 'Cancel'})).toBeEnabled();
});

test('links and window.open lead to pages of the app and of the admin', async ({admin}) => {
  const app = await admin.open();
  const frame = frameOf(admin);
  expect(await frame.evaluate(() => open('app:settings'))).toBe(null);
  await expect(app.getByRole('heading', {name: 'Settings'})).toBeVisible();
  await expect(admin.page).toHaveURL(/\/apps\/[a-z0-9]+\/settings$/);

  await addLink(frame, 'app:/');
  await app.getByRole('link', {name: 'Go on'}).click();
  await expect(app.getByRole('heading', {name: 'Notes of acme.myshopify.com'})).toBeVisible();

  // The app's own router goes there, if it listens.
  await frame.evaluate(() => {
    document.addEventListener('shopify:navigate', (event) => {
      const {target} = event as {target: Element | null};
      history.pushState(null, '', target?.getAttribute('href'));
    });
    open('app:settings?tab=2', '_self');
  });
  await expect(admin.page).toHaveURL(/\/settings\?tab=2$/);
  await expect(app.getByRole('heading', {name: 'Notes of acme.myshopify.com'})).toBeVisible();

  await addLink(frame, 'shopify://admin/products/1');
  await app.getByRole('link', {name: 'Go on'}).click();
  await expect(admin.page).toHaveURL('https://admin.shopify.com/store/acme/products/1');
  await admin.page.getByRole('link', {name: 'Open Notes'}).click();
  await expect(app.getByRole('heading', {name: 'Notes of acme.myshopify.com'})).toBeVisible();

  const popup = admin.page.waitForEvent('popup');
  await frameOf(admin).evaluate(() => void open('shopify:admin/orders', '_blank'));
  await expect(await popup).toHaveURL('https://admin.shopify.com/store/acme/orders');
});

test('the address bar follows the app when the save bar is gone', async ({admin}) => {
  const app = await admin.open('/settings');
  const bar = admin.page.getByRole('region', {name: 'Unsaved changes'});
  await app.getByLabel('Signature').fill('Bye');
  await expect(bar).toBeVisible();
  await frameOf(admin).evaluate(() => history.pushState(null, '', '/settings/2'));
  await frameOf(admin).evaluate('shopify.user()');
  await expect(admin.page).toHaveURL(/\/settings$/);

  await bar.getByRole('button', {name: 'Save'}).click();
  await expect(admin.page).toHaveURL(/\/settings\/2$/);
});

test('the name of the app leads to the link that is its home', async ({admin}) => {
  const app = await admin.open();
  const home = admin.page.getByRole('navigation').getByRole('link', {name: 'Notes'});
  await frameOf(admin).evaluate(() => {
    document.querySelector('s-app-nav [rel="home"]')?.setAttribute('href', '/settings');
  });
  await expect(home).toHaveAttribute('href', /\/settings$/);
  await home.click();
  await expect(app.getByRole('heading', {name: 'Settings'})).toBeVisible();
});

/** Adds a link to the page of the app, which it leaves again. */
async function addLink(frame: Frame, href: string): Promise<void> {
  await frame.evaluate((address) => {
    const link = Object.assign(document.createElement('a'), {href: address, target: '_top', id: 'go-on'});
    link.textContent = 'Go on';
    document.body.append(link);
  }, href);
}
