import {once} from 'node:events';
import http, {type IncomingMessage, type ServerResponse} from 'node:http';
import {expect} from '@playwright/test';
import {type FakeSimulation, fakeSimulation, test} from './server.fixture.ts';

/** Faulty answers by path. */
const FAULTS: Readonly<Record<string, (out: ServerResponse) => void>> = {
  '/length': (out) => {
    out.writeHead(200, {'content-length': 1000});
    out.write('ten bytes.', () => out.socket?.destroy());
  },
  '/chunks': (out) => {
    out.write('ten bytes.', () => out.socket?.destroy());
  },
  '/reset': (out) => out.socket?.resetAndDestroy(),
  '/half-header': (out) => out.socket?.end('HTTP/1.1 200 OK\r\nX-Ha'),
  '/bad-chunk': (out) => {
    out.write('ten bytes.', () => out.socket?.write('no chunk\r\n'));
  },
  '/bad-status': (out) => out.socket?.end('HTTP/1.1 099 Low\r\nContent-Length: 0\r\n\r\n'),
  '/no-http': (out) => out.socket?.end('no HTTP at all\r\n\r\n'),
};

interface Row {
  readonly path: string;
  readonly ends: string;
  /** The headline after the name of the backend. */
  readonly what: RegExp;
  readonly cause: string;
}

const ROWS: readonly Row[] = [
  {
    path: '/length',
    ends: '200, broke off after 10 bytes',
    what: /^broke off its answer after 10 of 1000 bytes \(ECONNRESET\)$/,
    cause: 'it closed the connection',
  },
  {
    path: '/chunks',
    ends: '200, broke off after 10 bytes',
    what: /^broke off its answer after 10 bytes \(ECONNRESET\)$/,
    cause: 'it closed the connection',
  },
  {
    path: '/reset',
    ends: '502',
    what: /^did not answer \(ECONNRESET\)$/,
    cause: 'it closed the connection',
  },
  {
    path: '/half-header',
    ends: '502',
    what: /^did not answer \(ECONNRESET\)$/,
    cause: 'it closed the connection',
  },
  {
    path: '/bad-chunk',
    ends: '200, broke off after 10 bytes',
    what: /^broke off its answer after 10 bytes \(HPE_INVALID_CHUNK_SIZE\)$/,
    cause: 'what it sent is not a valid HTTP answer',
  },
  {
    path: '/bad-status',
    ends: '502',
    what: /^did not answer \(ERR_HTTP_INVALID_STATUS_CODE\)$/,
    cause: 'what it sent is not a valid HTTP answer',
  },
  {
    path: '/no-http',
    ends: '502',
    what: /^did not answer \(HPE_INVALID_CONSTANT\)$/,
    cause: 'what it sent is not a valid HTTP answer',
  },
];

for (const {path, ends, what, cause} of ROWS) {
  test(`${path} of a backend is a broken answer, which the log explains`, async ({server, listen}) => {
    const address = await listen((request, out) => FAULTS[request.url ?? '']?.(out));
    const simulation = fakeSimulation();
    const gateway = await server.open(simulation, {backends: {'http://myapp.test': address}});

    expect(await ask(gateway.proxy, path)).toBe(ends);
    const {headline, ...rest} = problemOf(simulation) ?? {headline: ''};
    const name = `The backend of http://myapp.test at ${address} `;
    expect(headline.startsWith(name)).toBe(true);
    expect(headline.slice(name.length)).toMatch(what);
    expect(rest).toEqual({cause, turn: 'backend', fix: null});
  });
}

test('a backend that does not speak the TLS of its address is named', async ({server, listen}) => {
  const address = (await listen((_, out) => out.end())).replace('http:', 'https:');
  const simulation = fakeSimulation();
  const gateway = await server.open(simulation, {backends: {'http://myapp.test': address}});

  expect(await ask(gateway.proxy, '/')).toBe('502');
  expect(problemOf(simulation)).toMatchObject({
    cause: 'it does not speak TLS at this address, or none that Node accepts',
    turn: 'backend',
  });
});

test('the process that ended in the middle of its answer is named', async ({server, script}) => {
  const source = `require('node:http').createServer((request, out) => {
    out.write('ten bytes.', () => { throw new RangeError('out of points'); });
  }).listen(process.env.PORT);`;
  const simulation = fakeSimulation();
  const command = await script('dies.cjs', source);
  const gateway = await server.open(simulation, {
    backends: {'http://myapp.test': {command, register: false}},
  });

  expect(await ask(gateway.proxy, '/')).toBe('200, broke off after 10 bytes');
  expect(problemOf(simulation)).toEqual({
    headline: 'The backend of http://myapp.test broke off its answer after 10 bytes (ECONNRESET)',
    cause: '"node dies.cjs" ended with exit code 1: RangeError: out of points',
    turn: 'backend',
    fix: null,
  });
});

test('a browser that leaves in the middle of an answer is not a fault of the backend', async ({
  server,
  listen,
}) => {
  const address = await listen((_, out) => void out.write('an answer without an end'));
  const simulation = fakeSimulation();
  const gateway = await server.open(simulation, {backends: {'http://myapp.test': address}});

  const [response] = (await once(get(gateway.proxy, '/'), 'response')) as [IncomingMessage];
  expect(simulation.requests.inFlight).toMatchObject([{hasBegun: true}]);
  response.destroy();
  await expect.poll(() => simulation.requests.inFlight).toEqual([]);
  expect(simulation.requests.entries).toMatchObject([{outcome: 'backend', status: 200, problem: null}]);
});

test('the end of a test in the middle of an answer is not a fault of the backend', async ({
  server,
  listen,
}) => {
  const address = await listen((_, out) => void out.write('an answer without an end'));
  const simulation = fakeSimulation();
  const gateway = await server.open(simulation, {backends: {'http://myapp.test': address}});

  const [response] = (await once(get(gateway.proxy, '/'), 'response')) as [IncomingMessage];
  const end = once(response, 'close').catch(() => undefined);
  response.on('error', () => undefined);
  await gateway.close();
  await end;
  expect(simulation.requests.entries).toMatchObject([{outcome: 'backend', status: 200, problem: null}]);
});

function problemOf(simulation: FakeSimulation): FakeSimulation['requests']['entries'][number]['problem'] {
  return simulation.requests.entries.at(-1)?.problem ?? null;
}

function get(proxy: string, path: string): http.ClientRequest {
  const {hostname, port} = new URL(proxy);
  const headers = {host: 'myapp.test'};
  return http.get({hostname, port, path: `http://myapp.test${path}`, headers, agent: false});
}

/** Requests a path through a proxy; the status, and whether the answer broke off. */
async function ask(proxy: string, path: string): Promise<string> {
  const [response] = (await once(get(proxy, path), 'response')) as [IncomingMessage];
  let size = 0;
  response.on('data', (chunk: Buffer) => (size += chunk.byteLength));

  return new Promise((resolve) => {
    response.once('end', () => resolve(String(response.statusCode)));
    response.once('error', () => resolve(`${response.statusCode}, broke off after ${size} bytes`));
  });
}
