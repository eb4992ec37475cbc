import {spawn} from 'node:child_process';
import {openSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {expect} from '@playwright/test';
import {CASE_IDS} from 'simhost';
import type {CaseId} from 'simhost';
import {audit} from 'simhost/audit';
import type {AuditOptions} from 'simhost/audit';
import {freePort} from '../harness/node/server/free-port.ts';
import {APP, ENVIRONMENT} from './backend.fixture.ts';
import {test as base} from './cli.fixture.ts';
import type {Running} from './cli.fixture.ts';

/** An app whose server asks a running `simhost serve`, as its author starts it. */
interface StartedApp {
  readonly url: string;
  readonly platform: NonNullable<AuditOptions['platform']>;
}

const REGISTER = pathToFileURL(resolve('dist/register/index.js')).href;

const test = base.extend<{running: Running; app: (name: string, command: string) => Promise<StartedApp>}>({
  app: async ({running}, use, info) => {
    const ends: (() => void)[] = [];
    await use(async (name, command) => {
      const idFile = info.outputPath('simhost.id');
      const {clientId, secret} = APP;
      const platform = await running.start([
        ...['serve', '--id-file', idFile, '--client-id', clientId, '--secret', secret],
      ]);
      const id = (await readFile(idFile, 'utf8')).trim();

      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const output = openSync(info.outputPath('app.log'), 'w');
      const child = spawn(command, {
        shell: true,
        detached: true,
        cwd: `fixtures/apps/${name}`,
        stdio: ['ignore', output, output],
        env: {
          ...process.env,
          ...ENVIRONMENT,
          PORT: String(port),
          HOST: '127.0.0.1',
          SHOPIFY_APP_URL: url,
          SCOPES: 'read_products,write_products',
          SIMHOST_URL: platform,
          NODE_OPTIONS: `--import ${REGISTER}`,
        },
      });
      const {pid} = child;
      // npm has the server as its child.
      ends.push(() => pid !== undefined && child.exitCode === null && process.kill(-pid, 'SIGKILL'));

      await expect.poll(() => answers(url), {timeout: 30_000}).toBe(true);
      return {url, platform: {url: platform, id}};
    });
    for (const end of ends) end();
  },
});

function answers(url: string): Promise<boolean> {
  return fetch(`${url}/nothing-is-here`).then(
    () => true,
    () => false,
  );
}

const NODE = 'node server.js';
const ADMIN = 'authenticate.admin of @shopify/shopify-app-react-router or -remix';

const APPS: readonly {
  readonly name: string;
  readonly command: string;
  readonly path: string;
  readonly xhr?: string;
  /** The library whose choices the report names, or null for an app without one. */
  readonly library: string | null;
}[] = [
  {name: 'plain-app', command: NODE, path: '/', library: null},
  {
    name: 'express-app',
    command: NODE,
    path: '/',
    xhr: '/api/shop',
    library: 'validateAuthenticatedSession of @shopify/shopify-app-express',
  },
  {name: 'router-app', command: 'npm start', path: '/app', library: ADMIN},
  {name: 'remix-app', command: 'npm start', path: '/app', library: ADMIN},
];

/** The cases that the libraries decide differently, and one of each group. A page of React takes its time. */
const CASES: readonly CaseId[] = [
  ...CASE_IDS.filter((id) => id.startsWith('embed-')),
  ...(['key-wrong', 'exp-past-60', 'aud-wrong', 'alg-none', 'not-a-token', 'exp-missing'] as const),
  ...(['sig-padded', 'payload-bad-utf8', 'iss-missing', 'dest-evil', 'dest-http', 'dest-array'] as const),
  ...(['http-missing', 'http-expose-retry', 'http-leak', 'http-no-scheme', 'http-bearer-lower'] as const),
  ...(['http-scheme-in-the-middle', 'http-wrong-scheme', 'host-bot-ua', 'surf-other-shop'] as const),
  ...(['surf-checkout-on-admin', 'surf-customer-on-admin', 'surf-customer-number-on-admin'] as const),
  ...(['trust-query-staff-id', 'trust-query-role', 'trust-token-of-other-shop'] as const),
];

for (const {name, command, path, xhr, library} of APPS) {
  test(`${name} is clean, with simhost serve as its platform`, async ({app, running}) => {
    const {url, platform} = await app(name, command);
    const report = await audit(`${url}${path}`, {
      ...APP,
      ...(xhr === undefined ? {} : {xhr}),
      profile: 'embedded',
      platform,
      only: CASES,
    });

    expect(report.diagnosis).toBeUndefined();
    expect(report.findings.map(({case: id, got}) => `${id}: ${got}`)).toEqual([]);
    expect(report.library?.name ?? null).toBe(library);
    // The page of the Express app is the same for everybody: its data come by fetch().
    const documents = xhr === undefined ? ['embed-document', 'embed-bounce', 'embed-bounce-page'] : [];
    expect(report.passed).toEqual(expect.arrayContaining([...documents, 'key-wrong', 'exp-past-60']));
    if (library !== null) expect(running.output()).toMatch(/oauth\/access_token -> 200/);
  });
}

test('the choices of a library are named in the report, each with the reason', async ({app}) => {
  const {url, platform} = await app('express-app', NODE);
  const {library} = await audit(`${url}/`, {
    ...APP,
    profile: 'embedded',
    xhr: '/api/shop',
    platform,
    only: [
      ...(['http-leak', 'http-scheme-in-the-middle', 'iss-missing', 'aud-wrong', 'http-no-scheme'] as const),
      ...(['exp-past-60', 'key-wrong', 'dest-evil', 'http-bearer-lower'] as const),
    ],
  });

  expect(library?.choices.map(({cases, why}) => [cases.join(), why.split('.')[0]])).toEqual([
    ['iss-missing', 'It does not compare iss'],
    ['dest-evil', expect.stringContaining('It answers 500 if dest is not the URL of a shop')],
    ['http-leak', 'Its refusal repeats the token that it refused'],
    ['http-scheme-in-the-middle', 'It looks for "Bearer " anywhere in the header'],
    ['http-bearer-lower', 'It looks for "Bearer " in this case only'],
  ]);
});
