import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {SimhostError} from 'simhost';
import {expect, test} from 'simhost/playwright';
import {hasPython, PYTHON} from '../harness/core/cases/python.fixture.ts';
import {coreOf} from './core-of.ts';

const SECRET = 'no-byte-of-this-secret-in-a-browser';
const POINTS = 'https://loyalty.example.com/api/points';

test.use({
  app: {clientId: 'secrets-client-id', clientSecret: SECRET},
  backends: {'https://loyalty.example.com': {command: 'node fixtures/backends/loyalty/server.js'}},
});

test('the secret is in no byte that the browser receives', async ({host, page, context}) => {
  const received: Promise<string>[] = [];
  context.on('response', (response) => {
    received.push(Promise.resolve(JSON.stringify(response.headers())));
    received.push(
      response.body().then(
        (body) => body.toString('latin1'),
        () => '',
      ),
    );
  });

  const frames: string[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({payload}) => frames.push(String(payload))));

  const extension = await host.mount('fixtures/extensions/loyalty');
  await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();
  await host.signIn('bea');
  await expect(extension.getByRole('heading', {name: '10 points'})).toBeVisible();

  const bodies = await Promise.all(received);
  expect(bodies.join('\n')).toContain('eyJ'); // the token itself did pass, so bodies are really read
  expect(frames.join('\n')).toContain('secrets-client-id');
  const everything = [...bodies, ...frames, await page.content(), JSON.stringify(await context.cookies())];

  for (const form of [
    SECRET,
    Buffer.from(SECRET).toString('base64').replace(/=+$/, ''),
    Buffer.from(SECRET).toString('hex'),
  ]) {
    expect(everything.join('\n')).not.toContain(form);
  }
});

test("the simulation's id is in no address, header, body or worker", async ({
  host,
  page,
  simulation,
  context,
}) => {
  const seen: string[] = [];
  context.on('request', async (request) =>
    seen.push(request.url().split('#')[0] ?? '', JSON.stringify(request.headers())),
  );

  context.on('response', async (response) => seen.push(await response.text().catch(() => '')));
  await host.mount('fixtures/extensions/loyalty');
  await host.requests.waitFor({url: POINTS, status: 200});
  expect(page.url()).not.toContain('#');
  expect(seen.join('\n')).not.toContain(coreOf(simulation).id);
  for (const worker of page.workers()) {
    expect(await worker.evaluate(() => JSON.stringify([self.location.href, self.name]))).not.toContain(
      coreOf(simulation).id,
    );
  }
});

test('no whole token is in anything that the log says', async ({host}) => {
  await host.arm('key-wrong');
  await host.mount('fixtures/extensions/loyalty');
  await host.requests.waitFor({url: POINTS, status: 401});
  expect(JSON.stringify(host.requests.all)).not.toMatch(/eyJ[\w-]+\./);
  const described = (host.requests as unknown as {describe(): string}).describe();
  expect(described).not.toMatch(/eyJ[\w-]+\./);
});

test('an error that quotes a token does not show it', async ({simulation}) => {
  const token = await simulation.mint('checkout');
  expect(new SimhostError('ERR_BAD_OPTION', `refused ${token}`).message).toBe('refused <token>');
});

test('a page that was let in by a mapped origin cannot mint', async ({host, page}) => {
  await host.mount('fixtures/extensions/loyalty');
  await host.requests.waitFor({url: POINTS, status: 200});
  await page.goto('https://loyalty.example.com/api/points');

  const outcome = await page.evaluate(async () => {
    const url = 'https://shopify.com/548380009/account/customer/api/unstable/graphql';
    const body = JSON.stringify({
      query: '{ uiExtensionSessionToken(id: "gid://shopify/ActivatedUiExtension/1") { value } }',
    });

    const plain = await fetch(url, {method: 'POST', body, headers: {'content-type': 'text/plain'}}).then(
      (r) => r.text(),
      String,
    );

    const guessed = await fetch(url, {method: 'POST', body, headers: {'x-simhost-page': 'guess'}}).then(
      (r) => r.text(),
      String,
    );

    return [plain, guessed];
  });

  for (const answer of outcome) expect(answer).toContain('Failed to fetch');
});

test('a token verifies with a library that is not JavaScript', async ({simulation}) => {
  test.skip(!(await hasPython('jwt')), 'needs python3-jwt');
  const script = `import jwt,sys; print(jwt.decode(sys.argv[1], sys.argv[2], algorithms=["HS256"], audience=sys.argv[3])["dest"])`;

  const verify = async (secret: string): Promise<string> =>
    (
      await promisify(execFile)(PYTHON, [
        '-c',
        script,
        await simulation.mint('checkout'),
        secret,
        'secrets-client-id',
      ])
    ).stdout.trim();

  expect(await verify(SECRET)).toBe('acme.myshopify.com');
  await expect(verify('another')).rejects.toThrow('InvalidSignatureError');
});
