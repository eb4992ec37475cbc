import {mkdir, writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {expect, test} from '@playwright/test';
import {testsOf} from './code-blocks.ts';
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

/** A server that exchanges an ID token, refreshes the access token in a job, and takes webhooks. */
const SERVER = `import {createServer} from 'node:http';
import {accessTokenOf} from ${JSON.stringify(pathToFileURL(resolve('fixtures/apps/plain-app/access-tokens.js')).href)};
createServer(async ({url, headers}, response) => {
  const token = headers.authorization?.replace('Bearer ', '');
  const failed = url === '/webhooks' ? null : await accessTokenOf('acme.myshopify.com', token).then(() => null, String);
  response.writeHead(failed === null ? 200 : 500).end(failed ?? '');
}).listen(process.env.PORT, process.env.HOST);
`;
