import {execFile} from 'node:child_process';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {expect, test} from '@playwright/test';
import {codeBlocks, testsOf} from './code-blocks.ts';
import {runSpecs} from './inner-run.ts';

test.setTimeout(240_000); // a whole inner run

test('the tests of the pages about embedded apps pass with an app', async ({}, info) => {
  const folder = info.outputPath('suite');
  await mkdir(folder, {recursive: true});
  const [bridge = ''] = await testsOf('docs/app-bridge.md');
  const tokens = await testsOf('docs/embedded-apps.md');

  // Each has a server to itself: a server keeps the access token of a shop.
  const specs = await Promise.all(
    tokens.map(async (code, place) => {
      await writeFile(join(folder, `server-${place}.mjs`), SERVER);
      return [`tokens-${place}.spec.ts`, code.replace('node server.js', `node server-${place}.mjs`)];
    }),
  );

  const notes = `node "${resolve('fixtures/apps/notes/server.js')}"`;
  const {stdout} = await runSpecs(folder, {
    'bridge.spec.ts': bridge.replace('node server.js', notes),
    ...Object.fromEntries(specs),
  });

  expect(tokens).toHaveLength(3);
  expect(stdout, stdout).toContain('4 passed');
});

test('a server that keeps access tokens passes with the fixture of docs/embedded-apps.md', async ({}, info) => {
  const folder = info.outputPath('kept');
  const blocks = codeBlocks(await readFile('docs/embedded-apps.md', 'utf8'), 'ts');
  const {stdout} = await runSpecs(folder, {
    'shop-per-test.ts': blocks.find((code) => code.includes('test as base')) ?? '',
    'kept.mjs': KEEPING_SERVER,
    'kept.spec.ts': KEPT,
  });
  expect(stdout, stdout).toContain('2 passed');
});

test('the scripts of docs/admin-api.md answer as shown', async ({}, info) => {
  const blocks = codeBlocks(await readFile('docs/admin-api.md', 'utf8'), 'ts');
  const first = blocks.find((code) => code.includes("from 'msw/node'")) ?? '';
  const resolver = blocks.find((code) => code.includes('simulation.resolve(')) ?? '';
  // The resolver of the page joins the simulation of its first script.
  const themes = first
    .replace(
      'const response',
      `${/^const theme .*/m.exec(resolver)?.[0]}\n${/^await .*/m.exec(resolver)?.[0]}\nconst response`,
    )
    .replace(
      '{ shop { name } currentAppInstallation { accessScopes { handle } } }',
      '{ themes { nodes { name } } }',
    );

  const printed = [];
  for (const [name, code] of Object.entries({
    shop: `${first}\nconsole.log(data.shop.name, data.currentAppInstallation.accessScopes[0].handle);`,
    themes: `${themes}\nconsole.log(data.themes.nodes[0].name);`,
  })) {
    const file = info.outputPath(`${name}.mjs`);
    await writeFile(file, code);
    printed.push((await promisify(execFile)(process.execPath, [file])).stdout);
  }

  expect(printed).toEqual(['Acme Outfitters read_products\n', 'Dawn\n']);
});

/** A server that exchanges an ID token, refreshes the access token in a job, and takes webhooks. */
const SERVER = `import {createServer} from 'node:http';
import {accessTokenOf} from ${JSON.stringify(pathToFileURL(resolve('fixtures/apps/plain-app/access-tokens.js')).href)};
createServer(async ({url, headers}, response) => {
  const token = headers.authorization?.replace('Bearer ', '');
  const failed = url === '/webhooks' ? null : await accessTokenOf('acme.myshopify.com', token).then(() => null, String);
  response.writeHead(failed === null ? 200 : 500).end(failed ?? '');
}).listen(process.env.PORT, process.env.HOST);
`;

/** A server that keeps one access token for each shop, and answers with the status of the Admin API. */
const KEEPING_SERVER = `import {createServer} from 'node:http';
import {accessTokenOf} from ${JSON.stringify(pathToFileURL(resolve('fixtures/apps/plain-app/access-tokens.js')).href)};
createServer(async ({headers}, response) => {
  const idToken = headers.authorization.replace('Bearer ', '');
  const {dest} = JSON.parse(Buffer.from(idToken.split('.')[1], 'base64url'));
  const shop = new URL(dest).host;
  const token = await accessTokenOf(shop, idToken);
  const {status} = await fetch('https://' + shop + '/admin/api/2026-07/graphql.json', {
    method: 'POST',
    headers: {'content-type': 'application/json', 'x-shopify-access-token': token},
    body: JSON.stringify({query: '{ shop { name } }'}),
  });
  response.writeHead(status).end();
}).listen(process.env.PORT, process.env.HOST);
`;

/** Two tests of that server. */
const KEPT = `import {expect} from '@playwright/test';
import {test} from './shop-per-test';
test.use({backends: {'https://myapp.example.com': {command: 'node kept.mjs'}}});
for (const turn of [1, 2]) {
  test('test ' + turn, async ({request, simulation}) => {
    const authorization = 'Bearer ' + (await simulation.mint('admin'));
    const response = await request.get('https://myapp.example.com/', {headers: {authorization}});
    expect(response.status()).toBe(200);
  });
}
`;
