import {createServer, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {FrameLocator, Page, TestInfo} from '@playwright/test';
import {expect, type Host, test as base} from 'simhost/playwright';
import {pageFaults} from './picture-checks.ts';
import {writeExtension, writeReactExtension} from './written-extension.ts';

const APP_URL = 'https://invoices.example.com';
const OTHER_URL = 'https://files.example.org';
const ORDER = 'admin.order-details.print-action.render';
const CORS = {'access-control-allow-origin': 'https://extensions.shopifycdn.com'};
const PIXEL = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64');

const ANSWERS: Readonly<Record<string, (response: ServerResponse, sender: string) => unknown>> = {
  '/invoice': (response, sender) =>
    response
      .writeHead(200, {...CORS, 'content-type': 'text/html; charset=utf-8'})
      .end(
        `<h1>Invoice for ${sender}</h1><script>document.title = 'run'; document.body.append('Ran')</script>`,
      ),
  '/label.gif': (response) => response.writeHead(200, {...CORS, 'content-type': 'image/gif'}).end(PIXEL),
  '/label.pdf': (response) =>
    response.writeHead(200, {...CORS, 'content-type': 'application/pdf'}).end('%PDF'),
  '/data': (response) => response.writeHead(200, {...CORS, 'content-type': 'application/json'}).end('{}'),
  '/fails': (response) => response.writeHead(500, CORS).end('<h1>Oops</h1>'),
  '/without-cors': (response) =>
    response.writeHead(200, {'content-type': 'text/html'}).end('<h1>Hidden</h1>'),
};

/** A server that prints documents, and says whether the request had an ID token. */
const test = base.extend<{printer: string}>({
  printer: async ({}, use) => {
    const server = createServer(({method, url = '', headers}, response) => {
      if (method === 'OPTIONS')
        return response.writeHead(204, {...CORS, 'access-control-allow-headers': 'Authorization'}).end();
      const sender = headers.authorization?.startsWith('Bearer ') === true ? 'staff' : 'anybody';
      return ANSWERS[url.replace(/\?.*$/, '')]?.(response, sender) ?? response.writeHead(404, CORS).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
  backends: async ({printer}, use) => use({[APP_URL]: printer, [OTHER_URL]: printer}),
});

test.use({
  app: {
    clientId: '7a0f5d3c2b1e4968a7c6d5e4f3b2a190',
    clientSecret: 'secret of invoices',
    name: 'Invoices',
    url: APP_URL,
  },
});

test('a print action shows its document, which Print prints', async ({host, page}, testInfo) => {
  const dialog = await printing(host, page, testInfo);
  const print = dialog.getByRole('button', {name: 'Print'});
  await expect(dialog.getByText('No document to print.')).toBeVisible();
  await expect(print).toBeDisabled();

  await choose(page, '/invoice?order=1');
  await expect(paper(page).getByRole('heading', {name: 'Invoice for staff'})).toBeVisible();
  await expect(paper(page).getByText('Ran')).toHaveCount(0);
  await expect(host.requests).toHaveRequest(`${APP_URL}/invoice?order=1`, {
    status: 200,
    preflight: 'allowed',
    origin: 'https://extensions.shopifycdn.com',
    token: {dest: 'https://acme.myshopify.com'},
  });

  for (const width of [390, 1024, 1440]) {
    await page.setViewportSize({width, height: 800});
    expect(await pageFaults(page), `at a width of ${width}`).toEqual([]);
  }

  await print.click();
  await expect(dialog.getByText('The document was printed.')).toBeVisible();
  await expect(host.calls).toHaveCall('print', ['/invoice?order=1']);

  await choose(page, 'app:invoice');
  await expect(dialog.getByText('The document was printed.')).toBeHidden();
  await expect(paper(page).getByRole('heading', {name: 'Invoice for staff'})).toBeVisible();
  await choose(page, `${OTHER_URL}/invoice`);
  await expect(paper(page).getByRole('heading', {name: 'Invoice for anybody'})).toBeVisible();

  await choose(page, 'made');
  await expect(paper(page).getByRole('heading', {name: 'Made here'})).toBeVisible();
  await choose(page, 'data:text/html,<h1>In the address</h1>');
  await expect(paper(page).getByRole('heading', {name: 'In the address'})).toBeVisible();

  await choose(page, '/label.gif');
  await expect(dialog.getByRole('img', {name: 'Document to print'})).toBeVisible();
  await choose(page, '/label.pdf');
  await expect(dialog.getByText('PDF document, 1 KB')).toBeVisible();
  await expect(print).toBeEnabled();

  await choose(page, '');
  await expect(dialog.getByText('No document to print.')).toBeVisible();
  await expect(print).toBeDisabled();
});

test('a document that the admin cannot show is named, with a notice', async ({
  host,
  page,
  simulation,
}, testInfo) => {
  const dialog = await printing(host, page, testInfo);
  const alert = dialog.getByRole('alert');

  for (const [src, reason] of [
    ['/fails?order=1', 'The document /fails of at-target cannot be printed: the answer is 500.'],
    ['/data', 'The document /data of at-target cannot be printed: its type is application/json.'],
    ['/without-cors', 'The document /without-cors of at-target cannot be printed: Failed to fetch.'],
    [
      'http://invoices.example.com/',
      'http://invoices.example.com/ of at-target cannot be printed: URL must be',
    ],
  ] as const) {
    await choose(page, src);
    await expect(alert).toContainText(reason);
    await expect(dialog.getByRole('button', {name: 'Print'})).toBeDisabled();
  }

  const notices = simulation.notices.all.filter(({code}) => code === 'print-document-failed');
  expect(notices).toHaveLength(4);
  expect(host.requests.last(`${APP_URL}/without-cors`)?.problem?.fix).toContain(
    'Access-Control-Allow-Origin',
  );
});

test('a print action of React prints the selected orders', async ({host, page}, testInfo) => {
  const target = 'admin.order-index.selection-print-action.render';
  const source = `import {AdminPrintAction, reactExtension, useApi} from '@shopify/ui-extensions-react/admin';
  export default reactExtension('${target}', () => <Invoices />);
  function Invoices() {
    const {data} = useApi('${target}');
    return <AdminPrintAction src={'/invoice?orders=' + data.selected.length} />;
  }`;
  await host.mount(await writeReactExtension({version: '2025-07', target, source}, testInfo));
  await expect(paper(page).getByRole('heading', {name: 'Invoice for staff'})).toBeVisible();
  await expect(host.requests).toHaveRequest(`${APP_URL}/invoice?orders=2`, {status: 200});
});

/** Mounts a print action whose field has the address of the document. */
async function printing(host: Host, page: Page, testInfo: TestInfo) {
  const source = `const made = () => URL.createObjectURL(new Blob(['<h1>Made here</h1>'], {type: 'text/html'}));
  export default () => {
    const action = document.createElement('s-admin-print-action');
    const field = document.createElement('s-text-field');
    field.label = 'Document';
    field.addEventListener('change', () => (action.src = field.value === 'made' ? made() : field.value));
    action.append(field);
    document.body.append(action);
  };`;
  await host.mount(await writeExtension(ORDER, source, testInfo));
  return page.getByRole('dialog', {name: 'At a target'});
}

async function choose(page: Page, src: string): Promise<void> {
  await page.getByLabel('Document', {exact: true}).fill(src);
  await page.getByLabel('Document', {exact: true}).blur();
}

function paper(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="Document to print"]');
}
