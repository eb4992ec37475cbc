import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {runSpecs} from './inner-run.ts';

const SECRET = 'backend-output-secret';

/** Fails in each of the ways that a server can. */
const SERVER = `
console.log('the secret is ' + process.env.SHOPIFY_API_SECRET);
const server = require('node:http').createServer((request, response) => {
  const headers = {'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization'};
  if (request.method === 'OPTIONS') return response.writeHead(204, headers).end();
  if (request.url === '/crash') throw new TypeError('points is not a function');
  if (request.url === '/fail') {
    console.error(new RangeError('too many points'));
    return response.writeHead(500, headers).end();
  }
  response.writeHead(200, headers).end(String(process.pid));
});
setTimeout(() => server.listen(Number(process.env.PORT)), Number(process.env.STARTS_AFTER ?? 0));
`;

test('failing tests show what their backend wrote, and a crash does not reach the next test', async ({}, testInfo) => {
  test.setTimeout(120_000);
  const folder = testInfo.outputPath('suite');
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, 'server.cjs'), SERVER);

  const spec = `import {test, expect} from 'simhost/playwright';
    const URL = 'https://myapp.com';
    const ask = async (page, host, path) => {
      await page.goto('https://shopify.com/nothing');
      await page.evaluate((url) => fetch(url, {headers: {authorization: 'Bearer x'}}).catch(() => {}), URL + path);
      expect(host.requests.last(URL + path)?.status).toBe(200);
    };
    test.use({app: {clientSecret: process.env['TEST_SECRET'] ?? ''}, backends: {[URL]: {command: 'node server.cjs'}}});
    test('fails', async ({page, host}) => ask(page, host, '/fail'));
    test('crashes', async ({page, host}) => ask(page, host, '/crash'));
    test('works', async ({page, host}) => ask(page, host, '/'));
    test.describe('a start that takes longer than the test may', () => {
      test.describe.configure({timeout: 4000});
      test.use({backends: {[URL]: {command: 'node server.cjs', env: {STARTS_AFTER: '5000'}}}});
      test('does not count', async ({page, host}) => ask(page, host, '/'));
    });`;

  const {stdout, stderr} = await runSpecs(
    folder,
    {'outputs.spec.ts': spec},
    {reporter: [['list'], ['json', {outputFile: './report.json'}]], env: {TEST_SECRET: SECRET}},
  );

  const said = stdout + stderr;
  const attachments = attachmentsIn(await readFile(join(folder, 'report.json'), 'utf8'));
  const [failing = '', crashing = '', ...others] = attachments
    .filter(({name}) => name === 'backend https://myapp.com')
    .map(({text}) => text);

  expect(failing).toMatch(
    /^RangeError: too many points\n\n"node server\.cjs" wrote:\nthe secret is <secret>\nRangeError: too many points\n {4}at /,
  );

  expect(crashing).toMatch(
    /^"node server\.cjs" ended with exit code 1: TypeError: points is not a function\.\n/,
  );

  expect(crashing).not.toContain('RangeError');
  expect(others).toEqual([]);

  expect(said).toContain('2 passed');
  const requests = attachments.filter(({name}) => name === 'requests').map(({text}) => text);
  expect(requests[0]).toContain(
    'The backend of https://myapp.com answered 500; the attachment "backend https://myapp.com" has its output',
  );

  expect(requests[1]).toMatch(
    /did not answer \(ECONN\w+\): "node server\.cjs" ended with exit code 1: TypeError: points is not a function/,
  );

  expect(said).toContain(
    'notice: The backend of https://myapp.com ended during the test: "node server.cjs" ended with exit code 1: TypeError',
  );

  expect(said + attachments.map(({text}) => text).join('\n')).not.toContain(SECRET);
});

interface Attachment {
  readonly name: string;
  readonly text: string;
}

/** The attachments of a JSON report, in the order of their tests. */
function attachmentsIn(report: string): Attachment[] {
  const found = report.matchAll(
    /"name": "([^"]*)",\s*"contentType": "[^"]*",\s*"body": "([A-Za-z0-9+/=]*)"/g,
  );

  return Array.from(found, ([, name = '', body = '']) => ({
    name,
    text: Buffer.from(body, 'base64').toString(),
  }));
}
