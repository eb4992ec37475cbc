import {once} from 'node:events';
import net from 'node:net';
import type {AddressInfo} from 'node:net';
import {expect} from '@playwright/test';
import type {JWTPayload} from 'jose';
import {PUBLISHED_TEST_CLIENT_ID, PUBLISHED_TEST_SECRET} from '../core/world/app.ts';
import {backend, test, verify} from './audit.fixture.ts';
import type {Handle} from './audit.fixture.ts';
import {audit} from './audit.ts';
import type {AuditOptions} from './options.ts';

const APP = {clientId: 'key', secret: 'secret'};

const status =
  (code: number, headers: Record<string, string> = {}): Handle =>
  (_request, response) =>
    response.writeHead(code, headers).end();

const says =
  (error: string): Handle =>
  (_request, response) =>
    response.writeHead(401).end(JSON.stringify({error}));

const TABLE: readonly (readonly [
  name: string,
  handle: Handle,
  diagnosis: string | RegExp,
  options?: AuditOptions,
])[] = [
  ['a redirect', status(302, {location: '/login?to=x'}), 'redirects to /login.'],
  [
    'a redirect to elsewhere',
    status(307, {location: 'https://login.example/a'}),
    'redirects to https://login.example/a.',
  ],
  ['another path', status(404), 'the path is wrong: nothing is at /api/points'],
  ['another method', status(405, {allow: 'POST'}), 'does not take GET, but POST. Name another with --method'],
  ['a route that needs a body', status(400), 'the route also needs a body (--data)'],
  [
    'a route that needs another body',
    status(422),
    'the body or its type is not what the route needs',
    {data: '{}'},
  ],
  ['a bot check', status(410), 'it treats the audit as a bot'],
  ['a route that fails', status(500), 'the backend failed with every token that was tried'],
  ['a public route', status(200), 'answers the same with and without a token: 200'],
  [
    'errors with status 200',
    async (request, response) => response.end(JSON.stringify(await verify(request.headers.authorization))),
    "--accepted-if 'not-body:error'",
  ],
  [
    'the published test secret',
    backend({secret: PUBLISHED_TEST_SECRET}),
    'wrong secret: it runs with the published test secret',
  ],
  [
    'the published client id',
    backend({audience: PUBLISHED_TEST_CLIENT_ID}),
    'wrong client id: it runs with the published test value',
  ],
  [
    'both published values',
    backend({secret: PUBLISHED_TEST_SECRET, audience: PUBLISHED_TEST_CLIENT_ID}),
    'wrong client id and secret: it runs with the published test values',
  ],
  [
    'a secret with a line break',
    backend({secret: 'secret\n'}),
    'the one of the backend ends with a line break',
  ],
  ['a secret in quotes', backend({secret: '"secret"'}), 'the one of the backend has quotes around it'],
  [
    'the previous secret',
    backend({secret: 'older'}),
    'it still knows only the previous one',
    {previousSecret: 'older'},
  ],
  ['another secret', backend({secret: 'quite another'}), 'wrong secret, wrong client id or wrong shop'],
  [
    'a clock that is fast',
    backend({clock: 900}),
    /the clock of the backend is (14 min 59 s|15 min) ahead, so the token has expired there\. Set it right/,
  ],
  [
    'a clock that is slow',
    backend({clock: -900}),
    /the clock of the backend is 15 min( 1 s)? behind, so the token is not valid there yet\. Set it right/,
  ],
  ['words about the signature', says('Signature verification failed'), 'mentions the signature'],
  ['words about the audience', says('Session token had invalid API key'), 'mentions the audience'],
  ['words about the shop', says('Shop is not installed'), 'wrong shop, or wrong profile'],
  [
    'a route for staff',
    demanding(401, ({sid, dest}) => sid !== undefined && String(dest).startsWith('https://')),
    /demands the claim sid, which tokens of customer-account do not have; and dest like "https:.*"\. .* use --profile admin\./,
  ],
  [
    'claims that no buyer has, refused',
    demanding(401, jwtPayload),
    'demands the claims iss and sid, which tokens of customer-account do not have. If the route is for tokens of admin, use --profile admin. Else: do not demand these claims.',
  ],
  [
    'claims that no buyer has, with an error, and a dest without a scheme',
    demanding(500, (claims) => jwtPayload(claims) && claims['dest'] === 'acme.myshopify.com'),
    'it answered 500.\nLikely cause: the backend demands the claims iss and sid, which tokens of customer-account do not have',
  ],
  [
    'an issuer that only some tokens have',
    demanding(401, ({iss}) => typeof iss === 'string'),
    'demands the claim iss, which tokens of customer-account do not have. If the route is for tokens of checkout',
  ],
  [
    'a customer, though valid tokens are of a guest',
    demanding(500, ({sub}) => typeof sub === 'string'),
    'demands the claim sub, which tokens of guests (customer-account) do not have. Do not demand this claim.',
    {customer: null},
  ],
  [
    'an error with every token, also of other surfaces',
    demanding(500, () => false),
    'the backend failed with every token that was tried',
  ],
  ['a platform that is asked', says('invalid'), 'pass its URL with --platform', {profile: 'shop-minis'}],
];

for (const [name, handle, diagnosis, options] of TABLE) {
  test(`not auditable: ${name}`, async ({listen}) => {
    const report = await audit(await listen(handle), {...APP, ...options});
    expect(report).toMatchObject({verdict: 'not-auditable', findings: [], counts: {cases: 0}});
    expect(report.diagnosis).toMatch(diagnosis);
    expect(report.diagnosis).toContain('\nLikely cause: ');
  });
}

test('not auditable: nothing listens', async () => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  const report = await audit(`http://127.0.0.1:${port}/`, APP);
  expect(report.diagnosis).toBe(
    `No answer from 127.0.0.1:${port}: nothing listens there.\nLikely cause: the backend is not running, or listens on another address. Start it first.`,
  );
});

test('not auditable: it hangs', async ({listen}) => {
  const report = await audit(await listen(() => {}), {...APP, timeout: 200});
  expect(report.diagnosis).toContain('no answer within 0.2 s');
});

test('not auditable: it locks out clients that send invalid tokens', async ({listen}) => {
  let bad = 0;
  const right = backend();
  const url = await listen(async (request, response) => {
    if (bad > 3) return response.writeHead(403).end();
    if (typeof (await verify(request.headers.authorization)) === 'string') bad++;
    return right(request, response);
  });

  const report = await audit(url, {...APP, concurrency: 1});

  expect(report.verdict).toBe('not-auditable');
  expect(report.diagnosis).toContain('it locks out clients that send many invalid ones');
});

test('not auditable: the backend ends while cases are sent', async ({listen}) => {
  let asked = 0;
  const right = backend();
  const url = await listen((request, response) =>
    ++asked > 4 ? request.socket.destroy() : right(request, response),
  );

  const report = await audit(url, APP);
  expect(report.diagnosis).toContain('a case crashed it. Use --only to find which.');
});

test('a backend that answers only some of the time is told from one that refuses', async ({listen}) => {
  let asked = 0;
  const right = backend();
  const url = await listen((request, response) =>
    ++asked === 2 ? response.writeHead(401).end() : right(request, response),
  );
  expect((await audit(url, APP)).diagnosis).toContain('A valid token was accepted, and the next one was not');
});

test('no diagnosis repeats a secret', async ({listen}) => {
  const url = await listen((_request, response) =>
    response.writeHead(302, {location: '/x-a-real-secret-x'}).end(),
  );
  const {diagnosis} = await audit(url, {clientId: 'key', secret: 'a-real-secret'});
  expect(diagnosis).toContain('/x-<secret>-x');
});

/** Takes tokens whose claims are as it demands; answers others with that status. */
function demanding(unmet: number, isGood: (claims: JWTPayload) => boolean): Handle {
  return async (request, response) => {
    const claims = await verify(request.headers.authorization);
    const refused = typeof claims === 'string' ? 401 : unmet;
    response.writeHead(typeof claims !== 'string' && isGood(claims) ? 200 : refused).end();
  };
}

/** Demands what a class of a known library demands. */
function jwtPayload({iss, sid, sub}: JWTPayload): boolean {
  return [iss, sid, sub].every((claim) => typeof claim === 'string');
}
