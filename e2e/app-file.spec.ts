import {writeFile, mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {runSpecs} from './inner-run.ts';

const FILE = `client_id = "key-of-the-file"
name = "Notes"
application_url = "https://notes.example.com"
embedded = false

[access_scopes]
scopes = "write_products"

[auth]
redirect_urls = ["https://notes.example.com/auth/callback"]
`;

const SPEC = `import {expect, test} from 'simhost/playwright';

const authorize = (path) => 'https://acme.myshopify.com/admin/oauth/authorize?' + new URLSearchParams({
  client_id: 'key-of-the-file',
  scope: 'write_products',
  redirect_uri: 'https://notes.example.com' + path,
});

test('the grant takes the redirect URL of the file alone', async ({request}) => {
  const listed = await request.get(authorize('/auth/callback'), {maxRedirects: 0});
  expect(listed.status()).toBe(302);
  const other = await request.get(authorize('/other'), {maxRedirects: 0});
  expect([other.status(), await other.text()]).toEqual([400, expect.stringContaining('invalid_request')]);
});

test('an app that is not embedded has no frame', async ({admin}) => {
  await expect(admin.open()).rejects.toThrow('The app is not embedded (embedded = false)');
});

test.describe(() => {
  test.use({
    app: {installed: false, authorization: {legacyInstallFlow: true}, embedded: true},
    backends: {'https://notes.example.com': {command: 'node server.mjs'}},
  });
  test('a legacy install begins at the application URL', async ({admin}) => {
    await admin.open();
    await expect(admin.page.getByText('Asked with hmac, host, shop, timestamp')).toBeVisible();
  });
});

test.describe(() => {
  test.use({app: {scopes: ['write_products', 'read_themes']}});
  test('an undeclared scope is a notice', async ({simulation}) => {
    expect(simulation.notices.all.map(({code}) => code)).toEqual(['app-file-contradicted']);
  });
});
`;

const SERVER = `import {createServer} from 'node:http';

const {HOST, PORT} = process.env;

createServer((request, response) => {
  const {searchParams} = new URL(request.url, 'http://localhost');
  response.end('Asked with ' + [...searchParams.keys()].join(', '));
}).listen(PORT, HOST);
`;

test('tests follow the shopify.app.toml next to their config', async ({}, testInfo) => {
  test.slow();
  const folder = testInfo.outputPath('project');
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, 'shopify.app.toml'), FILE);
  await writeFile(join(folder, 'server.mjs'), SERVER);

  const {stdout, stderr} = await runSpecs(folder, {'app.spec.ts': SPEC});
  expect(stdout).toContain('4 passed');
  expect(stdout + stderr).toContain('app.scopes has read_themes, which');
});
