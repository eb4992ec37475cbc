import {spawn} from 'node:child_process';
import {once} from 'node:events';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import {text} from 'node:stream/consumers';
import {setTimeout as delay} from 'node:timers/promises';
import {test} from '@playwright/test';
import {audit} from 'simhost/audit';
import {freePort} from '../../harness/node/server/free-port.ts';
import {printFigures, recordAim, roundsOf} from './figures.ts';
import {inTurns, report, timed} from './measure.ts';

const APP = {clientId: 'key', secret: 'a-secret-for-the-bench'};
const CONCURRENCY = 6;
const ROUNDS = roundsOf(21);
/** The slow backend: milliseconds for an answer, and requests at once. */
const DELAY = 300;
const SLOW_CONCURRENCY = 16;

interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly headers: string[];
  readonly body: string;
}

test('an audit of the sample backend, against a bare loop over the same requests', async () => {
  const backend = await startLoyalty();
  try {
    const recorded = await recordAudit(backend.port);
    const samples = await inTurns(ROUNDS, {
      'floor: bare loop': () => timed(() => loop(backend.port, recorded)),
      'the loop by fetch': () => timed(() => fetchLoop(backend.port, recorded)),
      'audit, whole': () => timed(() => audit(backend.url, {...APP, concurrency: CONCURRENCY})),
    });
    const perRequest = Object.fromEntries(
      Object.entries(samples).map(([name, values]) => [
        `${name}, per request`,
        values.map((value) => value / recorded.length),
      ]),
    );
    console.log(report(`${recorded.length} requests, ${CONCURRENCY} at once`, {...samples}));
    console.log(report('The same per request', perRequest));
  } finally {
    backend.stop();
  }
});

test('an audit of a backend that takes 300 ms for an answer, against the time that its concurrency allows', async () => {
  test.setTimeout(600_000);
  const backend = await startLoyalty();
  const slow = await startProxy(backend.port, DELAY);
  try {
    const seconds = (await timed(() => audit(slow.url, {...APP, concurrency: SLOW_CONCURRENCY}))) / 1000;
    const answers = slow.recorded.length;
    const least = (Math.ceil(answers / SLOW_CONCURRENCY) * DELAY) / 1000;
    printFigures(`${answers} answers after ${DELAY} ms each, ${SLOW_CONCURRENCY} at once`, [
      {name: 'the time that the concurrency allows', value: least, unit: 's'},
      {name: 'audit, whole', value: seconds, unit: 's'},
    ]);
    recordAim('slowAudit', seconds / least);
  } finally {
    slow.stop();
    backend.stop();
  }
});

interface Proxy {
  readonly url: string;
  /** The requests that arrived, as the backend gets them. */
  readonly recorded: readonly Recorded[];
  stop(): void;
}

/** Starts a proxy that forwards each request to a port, after a delay in milliseconds. */
async function startProxy(port: number, milliseconds = 0): Promise<Proxy> {
  const recorded: Recorded[] = [];
  const proxy = http.createServer(async (message, out) => {
    const request = {
      method: message.method ?? 'GET',
      path: message.url ?? '/',
      headers: message.rawHeaders,
      body: await text(message),
    };

    recorded.push(request);
    if (milliseconds > 0) await delay(milliseconds);

    const upstream = http.request({port, host: '127.0.0.1', ...request}, (answer) => {
      out.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(out);
    });
    upstream.end(request.body);
  });

  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');

  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/api/points`,
    recorded,
    stop: () => {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}

async function startLoyalty(): Promise<{port: number; url: string; stop: () => void}> {
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    SHOPIFY_API_KEY: APP.clientId,
    SHOPIFY_API_SECRET: APP.secret,
  };

  const child = spawn(process.execPath, ['fixtures/backends/loyalty/server.js'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

  await once(child.stdout, 'data');
  return {port, url: `http://127.0.0.1:${port}/api/points`, stop: () => child.kill()};
}

/** Records what an audit sends. */
async function recordAudit(port: number): Promise<readonly Recorded[]> {
  const proxy = await startProxy(port);
  await audit(proxy.url, {...APP, concurrency: CONCURRENCY});
  proxy.stop();
  return proxy.recorded;
}

/** Sends the same requests by Node's own client, as many at once. It mints and checks nothing. */
async function loop(port: number, requests: readonly Recorded[]): Promise<void> {
  const agent = new http.Agent({keepAlive: true, maxSockets: CONCURRENCY});
  await each(requests, ({method, path, headers, body}) => {
    return new Promise((resolve) => {
      const request = http.request({port, host: '127.0.0.1', method, path, headers, agent}, (response) => {
        response.resume();
        response.once('end', resolve);
      });
      request.once('error', () => resolve());
      request.end(body);
    });
  });

  agent.destroy();
}

/** The same as a test would write it; `fetch` sets a few of the headers itself. */
async function fetchLoop(port: number, requests: readonly Recorded[]): Promise<void> {
  await each(requests, async ({method, path, headers, body}) => {
    const given = new Headers();
    for (let at = 0; at < headers.length; at += 2) {
      if (!/^(host|connection|content-length|transfer-encoding|expect)$/i.test(headers[at] ?? ''))
        given.append(headers[at] ?? '', headers[at + 1] ?? '');
    }

    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: given,
      ...(body === '' ? {} : {body}),
      redirect: 'manual',
    });

    await response.arrayBuffer();
  });
}

async function each(
  requests: readonly Recorded[],
  send: (request: Recorded) => Promise<void>,
): Promise<void> {
  const rest = requests.values();
  const work = async (): Promise<void> => {
    for (const request of rest) await send(request);
  };
  await Promise.all(Array.from({length: CONCURRENCY}, work));
}
