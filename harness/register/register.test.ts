import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {expect} from '@playwright/test';
import {fakeSimulation, fetchFromSandbox, proxied, test} from '../node/server/server.fixture.ts';

const PAGE = 'https://shopify.com/1/account/x';
const CORS = `'access-control-allow-origin': '*', 'access-control-allow-headers': '*'`;

/** Answers the time twice, the second time after asynchronous work. */
const CLOCK = `
import http from 'node:http';
http.createServer(async (request, response) => {
  const first = Date.now();
  await new Promise(resolve => setTimeout(resolve, 5));
  await fetch('http://' + request.headers['x-local'] + '/').catch(() => {});
  const leaked = Object.keys(request.headers).concat(request.rawHeaders, Object.keys(request.headersDistinct)).filter(name => /simhost/i.test(name));
  response.writeHead(200, {${CORS}});
  response.end(JSON.stringify({first, second: new Date().getTime(), leaked, is: new Date().constructor === Date && new Date() instanceof Date}));
}).listen(process.env.PORT, process.env.HOST);
`;

interface Told {
  readonly first: number;
  readonly second: number;
  readonly leaked: string[];
  readonly is: boolean;
}

test('one backend tells each of two tests its own time, at the same time', async ({
  server,
  contextOf,
  script,
}) => {
  const backends = {'https://myapp.com': {command: await script('clock.mjs', CLOCK)}};
  const noon = Date.parse('2030-01-01T12:00:00Z');
  const instants = [noon, noon + 360_000];

  const pages = await Promise.all(
    instants.map(async (instant, index) => {
      const simulation = fakeSimulation({id: `simulation-${index}`});
      simulation.clock.freeze(instant);
      const gateway = await server.open(simulation, {backends});
      expect(gateway.backendsOnRealTime()).toEqual([]);
      const page = await (await contextOf(gateway)).newPage();
      await page.goto(PAGE);

      return {page, address: gateway.backends[0]?.address};
    }),
  );

  expect(pages[0]?.address).toBe(pages[1]?.address);
  const told = await Promise.all(
    [...pages, ...pages].map(({page}) =>
      fetchFromSandbox(page, 'https://myapp.com/', {headers: {'x-shop': 'a'}}),
    ),
  );

  const times = told.map((text) => JSON.parse(text.slice(4)) as Told);
  expect(times).toEqual(
    [...instants, ...instants].map((at) => ({first: at, second: at, leaked: [], is: true})),
  );
});

test('a moved clock moves the next request, and real time stays outside of requests', async ({
  server,
  contextOf,
  script,
}) => {
  const command = await script(
    'clock.cjs',
    CLOCK.replace("import http from 'node:http';", "const http = require('node:http');"),
  );

  const simulation = fakeSimulation();
  const gateway = await server.open(simulation, {backends: {'https://myapp.com': {command}}});
  const page = await (await contextOf(gateway)).newPage();
  await page.goto(PAGE);
  const year = async (): Promise<number> => {
    const {first} = JSON.parse((await fetchFromSandbox(page, 'https://myapp.com/', {})).slice(4)) as Told;
    return new Date(first).getUTCFullYear();
  };

  expect(await year()).toBeLessThan(3000);
  simulation.clock.set('3000-06-01');
  expect(await year()).toBe(3000);
  simulation.clock.advance('366d');
  expect(await year()).toBe(3001);
  const direct = (await (await fetch(gateway.backends[0]?.address ?? '')).json()) as Told;
  expect(new Date(direct.first).getUTCFullYear()).toBeLessThan(3000);
});

const FORGED: Record<string, Record<string, string>> = {
  'a handle alone': {'x-simhost-handle': 'forged'},
  'a test without its proof': {
    'x-simhost-test': JSON.stringify({clock: {offset: 0, frozenAt: 0}, hosts: []}),
  },
  'a test with another proof': {
    'x-simhost-handle': 'forged',
    'x-simhost-test': JSON.stringify({proof: 'forged', clock: {offset: 0, frozenAt: 0}, hosts: []}),
  },
  'no JSON': {'x-simhost-test': '{'},
  'a broken percent-encoding': {'x-simhost-test': '%zz'},
};

for (const [what, headers] of Object.entries(FORGED)) {
  test(`headers that no gateway wrote are dropped, also from the raw headers: ${what}`, async ({
    server,
    script,
  }) => {
    const gateway = await server.open(fakeSimulation(), {
      backends: {'https://myapp.com': {command: await script('clock.mjs', CLOCK)}},
    });
    const response = await fetch(gateway.backends[0]?.address ?? '', {headers});
    const {first, leaked, is} = (await response.json()) as Told;
    expect({leaked, is}).toEqual({leaked: [], is: true});
    expect(first).toBeGreaterThan(0);
  });
}

test('a page cannot choose the time of its test', async ({server, contextOf, script}) => {
  const simulation = fakeSimulation();
  const gateway = await server.open(simulation, {
    backends: {'https://myapp.com': {command: await script('clock.mjs', CLOCK)}},
  });
  const page = await (await contextOf(gateway)).newPage();
  await page.goto(PAGE);
  simulation.clock.freeze('2030-01-01T12:00:00Z');

  const answer = await fetchFromSandbox(page, 'https://myapp.com/', {
    headers: FORGED['a test with another proof'] ?? {},
  });
  expect(JSON.parse(answer.slice(4))).toMatchObject({first: Date.parse('2030-01-01T12:00:00Z'), leaked: []});
});

test('a backend without register gets no handle, and is named as on real time', async ({
  server,
  contextOf,
  script,
}) => {
  const echo = `require('node:http').createServer((q, s) => s.end(String(q.headers['x-simhost-handle']))).listen(process.env.PORT)`;
  const command = await script('echo.cjs', echo);
  const gateway = await server.open(fakeSimulation(), {
    backends: {'https://myapp.com': {command, register: false}},
  });

  const page = await (await contextOf(gateway)).newPage();

  await page.goto('https://myapp.com/');
  expect(await page.textContent('body')).toBe('undefined');
  expect(gateway.backendsOnRealTime()).toEqual([`https://myapp.com (${command})`]);
  const declared = await server.open(fakeSimulation(), {
    backends: {'https://myapp.com': {command, register: false, clock: 'real'}},
  });

  expect(declared.backendsOnRealTime()).toEqual([]);
});

test('a launcher that only loads the module does not count as registered', async ({server, script}) => {
  await script('inner.cjs', `require('node:http').createServer((q, s) => s.end()).listen(process.env.PORT)`);
  const launcher = `const {NODE_OPTIONS, ...env} = process.env; require('node:child_process').spawn(process.execPath, ['inner.cjs'], {env, stdio: 'inherit'})`;
  const command = await script('launcher.cjs', launcher);
  const gateway = await server.open(fakeSimulation(), {backends: {'https://myapp.com': {command}}});
  expect(gateway.backendsOnRealTime()).toEqual([`https://myapp.com (${command})`]);
});

test('without SIMHOST_URL nothing changes, and a wrong one is told in one line', async ({register}) => {
  const run = async (env: NodeJS.ProcessEnv): Promise<string> => {
    const child = spawn(process.execPath, ['--import', register, '-p', 'Date.toString().length'], {
      env: {PATH: process.env['PATH'], ...env},
    });

    let written = '';

    child.stdout.on('data', (text: Buffer) => (written += String(text)));
    child.stderr.on('data', (text: Buffer) => (written += String(text)));
    await once(child, 'close');

    return written;
  };

  expect(await run({})).toMatch(/^\d+\n$/);
  expect(await run({SIMHOST_URL: 'http://127.0.0.1:1'})).toMatch(
    /^simhost\/register: no simulation at http:\/\/127\.0\.0\.1:1 .*ECONNREFUSED.*real time\.\n\d+\n$/,
  );
});

test('a backend that prints what its connections receive does not print the proof of its tests', async ({
  server,
  script,
}) => {
  const source = CLOCK.replace('http.createServer(', 'const listening = http.createServer(').concat(
    `listening.on('connection', (socket) => socket.prependListener('data', (data) => console.log(String(data))));`,
  );
  const {proxy, backends} = await server.open(fakeSimulation(), {
    backends: {'http://myapp.test': {command: await script('printing.mjs', source)}},
  });

  await proxied(proxy, 'http://myapp.test/');
  await expect.poll(() => backends[0]?.output().join('\n')).toContain('x-simhost-test: ');
  expect(backends[0]?.output().join('\n')).not.toContain(backends[0]?.proof);
});
