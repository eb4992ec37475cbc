import {execFile} from 'node:child_process';
import {createHmac} from 'node:crypto';
import {once} from 'node:events';
import {mkdir, readFile} from 'node:fs/promises';
import http from 'node:http';
import type {IncomingMessage, RequestListener} from 'node:http';
import type {AddressInfo} from 'node:net';
import {text} from 'node:stream/consumers';
import {promisify} from 'node:util';
import {expect} from '@playwright/test';
import type {AuditReport, Finding} from 'simhost/audit';
import {APP, ENVIRONMENT, test as base} from './backend.fixture.ts';
import {simhost} from './cli.fixture.ts';

const run = promisify(execFile);

interface Recorder {
  readonly url: string;
  /** Returns the requests since the last call. The same request at another time is described in the same words. */
  readonly heard: () => readonly string[];
}

const test = base.extend<{record: (answer: RequestListener | string) => Promise<Recorder>}>({
  /** Records what comes to a listener, or goes through to an origin. */
  record: async ({}, use) => {
    const servers: http.Server[] = [];
    await use(async (answer) => {
      let heard: string[] = [];
      const server = http.createServer(async (request, response) => {
        const body = await text(request);
        heard.push(wordsFor(request, body));
        if (typeof answer === 'function') return answer(request, response);

        const {method, rawHeaders} = request;
        const onward = http.request(`${answer}${request.url}`, {method, headers: rawHeaders}, (answered) => {
          response.writeHead(answered.statusCode ?? 500, answered.headers);
          answered.pipe(response);
        });

        onward.end(body);
      });

      servers.push(server.listen(0, '127.0.0.1'));
      await once(server, 'listening');
      const take = (): readonly string[] => {
        const taken = heard;
        heard = [];
        return taken;
      };

      return {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/points`, heard: take};
    });

    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  },
});

/** Takes every request that has the header of a token, and answers with what was asked. */
const TAKES_ANYTHING: RequestListener = (request, response) => {
  const {authorization, host: _host, connection: _connection, ...headers} = request.headers;
  if (authorization === undefined) response.writeHead(401).end();
  else response.end(JSON.stringify({asked: decodeURIComponent(request.url ?? ''), headers}));
};

/** Refuses whatever has not a good signature, and says what it was. */
const REPEATS: RequestListener = (request, response) => {
  const [, header = '', claims = '', signature = ''] =
    /([^. ]+)\.([^. ]+)\.([^. ]+)$/.exec(request.headers.authorization ?? '') ?? [];
  const given = Buffer.from(signature, 'base64url');
  const good = createHmac('sha256', APP.secret).update(`${header}.${claims}`).digest();
  if (given.equals(good)) response.end('{}');
  else response.writeHead(401).end(request.headers.authorization);
};

for (const [of, id] of Object.entries({
  'a token that is bent': 'aud-wrong',
  'another spelling of it': 'alg-none-with-sig',
  'a token of a guest': 'trust-guest-with-customer-id',
  'a token of staff': 'trust-staff-token-with-customer-id',
  'a token of another shop': 'trust-token-of-other-shop',
  'a forged query': 'trust-query-customer-id',
  'a forged header': 'trust-header-customer-id',
  'a token in quotes': 'http-quoted',
  'a scheme that is none': 'http-no-space',
})) {
  test(`the curl line sends what the audit sent: ${of}`, async ({record}, testInfo) => {
    await sendsTheSame(await record(TAKES_ANYTHING), id, testInfo.outputPath());
  });
}

for (const [script, ...ids] of [
  ['decode-instead-of-verify', 'key-wrong', 'sig-padded'],
  ['trusts-customer-id', 'trust-query-customer-id', 'trust-guest-with-customer-id'],
  ['no-cors-on-401', 'http-cors-on-401'],
  ['preflight-behind-auth', 'http-preflight'],
  ['echoes-token', 'http-leak'],
  ['no-expiry', 'exp-past-60'],
] as const) {
  for (const id of ids) {
    test(`the curl line for ${id} of ${script} sends the same and brings it back`, async ({
      backend,
      record,
    }, testInfo) => {
      const recorder = await record(await backend(`faulty/${script}.js`));
      const {finding, output} = await sendsTheSame(recorder, id, testInfo.outputPath());
      const [, status, body = ''] = /(?:^|: )(\d{3})\b ?(.*)$/.exec(finding.got) ?? [];
      expect(output).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, 'm'));
      expect(output.replaceAll(TOKENS, '<token>')).toContain(body);
    });
  }
}

test('the curl line takes secret headers from the environment, and does not go on without them', async ({
  record,
}, testInfo) => {
  const recorder = await record(TAKES_ANYTHING);
  const flags = [
    '--header',
    'X-Api-Key: sk_live_4f9a',
    '--header',
    'Cookie: session=c29tZXRoaW5n',
    '--header',
    'Accept-Language: fr',
  ];

  const {finding} = await sendsTheSame(recorder, 'aud-wrong', testInfo.outputPath(), flags, {
    HEADER_X_API_KEY: 'sk_live_4f9a',
    HEADER_COOKIE: 'session=c29tZXRoaW5n',
  });

  expect((await shell(finding.curl)).stderr).toContain('HEADER_X_API_KEY');
  expect(recorder.heard()).toEqual([]);
});

test('the curl line sends to a URL with brackets what the audit sent', async ({record}, testInfo) => {
  const {url, heard} = await record(TAKES_ANYTHING);
  await sendsTheSame({url: `${url}?filter[x]=1&of={a,b}`, heard}, 'aud-wrong', testInfo.outputPath());
});

test('the curl line sends nothing where a command before it fails, or the secret is not there', async ({
  record,
}, testInfo) => {
  const recorder = await record(TAKES_ANYTHING);
  const {finding} = await sendsTheSame(recorder, 'aud-wrong', testInfo.outputPath());
  await shell(finding.curl.replace('--case aud-wrong', '--case no-such-case'));
  const {stderr} = await shell(finding.curl, {SHOPIFY_API_SECRET: ''});
  expect(stderr).toContain('SHOPIFY_API_SECRET');
  expect(recorder.heard()).toEqual([]);
});

for (const [id, fixture] of [
  ['http-bearer-twice', 'npx simhost token'],
  ['life-replay-malleable', 'npx simhost audit'],
  ['http-leak', 'npx simhost audit'],
] as const) {
  test(`the line for ${id} is set up as the audit was, by ${fixture}`, async ({record}, testInfo) => {
    const recorder = await record((request, response) =>
      request.method === 'PUT' ? REPEATS(request, response) : response.writeHead(405).end(),
    );

    const flags = [
      '--method',
      'PUT',
      '--data',
      "{'a'}",
      '--header',
      'X-Tenant: tenant-4711',
      '--accepted-if',
      'status:200',
      '--customer',
      'bea',
    ];

    const {finding} = await sendsTheSame(recorder, id, testInfo.outputPath(), flags, {
      HEADER_X_TENANT: 'tenant-4711',
    });

    expect(finding.curl).toContain(fixture);
  });
}

/** Audits with one case, runs the line of the finding, and compares what came in. */
async function sendsTheSame(
  {url, heard}: Recorder,
  id: string,
  folder: string,
  flags: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<{finding: Finding; output: string}> {
  await mkdir(folder, {recursive: true});
  await simhost(['audit', url, '--report', `json=${folder}/${id}.json`, '--only', id, ...flags], ENVIRONMENT);
  const audited = heard();
  const json = await readFile(`${folder}/${id}.json`, 'utf8');

  expect(json).not.toMatch(/[\w-]{20,}\.[\w-]{20,}/);
  for (const secret of [APP.secret, ...Object.values(env)]) expect(json).not.toContain(secret);
  const finding = (JSON.parse(json) as AuditReport).findings.find((each) => each.case === id);
  if (finding === undefined) throw new Error(`${id} is no finding: ${json}`);

  const {stdout: output} = await shell(finding.curl, env);
  const repeated = heard();

  expect(repeated, finding.curl).not.toEqual([]);
  for (const words of repeated) expect(audited, finding.curl).toContain(words);
  return {finding, output};
}

interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

/** Whatever its exit code is: an audit that finds something says 1. */
async function shell(line: string, env: Readonly<Record<string, string>> = {}): Promise<Output> {
  const command = `npx() { shift; '${process.execPath}' dist/cli/simhost.js "$@"; }; ${line}`;
  return run('sh', ['-c', command], {env: {...process.env, ...ENVIRONMENT, ...env}}).catch(
    (error: Output) => error,
  );
}

const TOKENS = /[\w-]{16,}\.[\w-]{16,}\.[\w-]*/g;

/** Headers that a client sets by itself. */
const OF_THE_CLIENT = new Set([
  'host',
  'connection',
  'user-agent',
  'accept',
  'content-length',
  'transfer-encoding',
]);

function wordsFor({method, url, rawHeaders}: IncomingMessage, body: string): string {
  const headers: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (!OF_THE_CLIENT.has(name.toLowerCase())) headers.push(`${name}: ${rawHeaders[at + 1] ?? ''}`);
  }
  return [`${method} ${url}`, ...headers, body].join('\n').replaceAll(TOKENS, wordsForToken);
}

function wordsForToken(token: string): string {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const signed =
    createHmac('sha256', APP.secret).update(`${header}.${claims}`).digest('base64url') === signature;
  const soon = Date.now() / 1000 + 5;

  const comparable = JSON.stringify(JSON.parse(decoded(claims)), (key, value: unknown) => {
    if (key === 'jti' || key === 'sig') return '…';
    if (!['exp', 'nbf', 'iat'].includes(key)) return value;
    return Number(value) > soon ? 'later' : 'past';
  });

  return `<${decoded(header)} ${comparable} ${signed ? 'signed' : 'signed otherwise'}>`;
}

function decoded(part: string): string {
  return Buffer.from(part, 'base64url').toString();
}
