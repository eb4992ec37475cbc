import {cp, mkdir, writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {expect, test} from '@playwright/test';
import {PYTHON} from '../harness/core/cases/python.fixture.ts';
import {testsOf} from './code-blocks.ts';
import {runSpecs} from './inner-run.ts';

test.setTimeout(240_000); // a whole inner run

test('the tests that pages show pass in a project with their files', async ({}, info) => {
  const folder = info.outputPath('suite');
  await mkdir(folder, {recursive: true});
  for (const extension of ['loyalty', 'gift-note'])
    await cp(join('fixtures/extensions', extension), join(folder, 'extensions', extension), {
      recursive: true,
    });

  await cp('fixtures/backends/clock-header/server.py', join(folder, 'server.py'));

  await writeFile(join(folder, 'crm.mjs'), CRM_CLIENT);

  const server = (name: string): string => `node "${resolve('fixtures/backends', name, 'server.js')}"`;
  const [languages = ''] = await testsOf('docs/other-languages.md');
  const others = [...(await testsOf('docs/coming-from.md')), ...(await testsOf('docs/backends.md'))];
  const {stdout} = await runSpecs(folder, {
    'languages.spec.ts': languages.replace('python3', PYTHON),
    ...Object.fromEntries(
      others.map((code, index) => [
        `example-${index}.spec.ts`,
        code
          .replace('node server.js', server('loyalty'))
          .replace('node staff.js', server('staff'))
          .replace('crm.js', 'crm.mjs'),
      ]),
    ),
  });

  expect(stdout, stdout).toContain(`${1 + others.length} passed`);
});

/** A backend that gets its answer from another service. */
const CRM_CLIENT = `import {createServer} from 'node:http';
const headers = {'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'Authorization'};
createServer(async (request, response) => {
  if (request.method === 'OPTIONS') return response.writeHead(204, headers).end();
  const answer = await fetch('https://api.example-crm.com/v1/points');
  response.writeHead(answer.status, headers).end(await answer.text());
}).listen(process.env.PORT, process.env.HOST);
`;
