/**
 * `node --import simhost/register server.js`: a Node backend that lives in the test which calls it. Each request that
 * a gateway forwards runs on that test's clock, and what it asks of the platform is answered by that test's simulation;
 * everything else, and everything without `SIMHOST_URL`, stays on real time and network.
 */
import {AsyncLocalStorage} from 'node:async_hooks';
import http from 'node:http';
import https from 'node:https';
import {type ClockState, dateAt, instantOf} from '../clock.ts';
import {
  ANNOUNCE_PATH,
  type Announced,
  type Announcement,
  GATEWAY_HEADERS,
  HANDLE_HEADER,
  KEY_VARIABLE,
  LIFELINE_PATH,
  TEST_HEADER,
  type TestOfRequest,
  URL_VARIABLE,
} from '../wire/backend.ts';
import {decoded} from '../decoded.ts';
import {reachPlatform} from './platform-calls.ts';

/** The test of a request, available in all its asynchronous work. */
interface Test {
  readonly clock: ClockState;
  readonly handle: string;
  readonly hosts: readonly string[];
}

type Emit = (this: http.Server, event: string | symbol, ...args: unknown[]) => boolean;

const key = process.env[KEY_VARIABLE] ?? '';

await start(process.env[URL_VARIABLE] ?? '');

async function start(base: string): Promise<void> {
  if (base === '') return;
  const tests = new AsyncLocalStorage<Test>();
  const agent = new http.Agent({keepAlive: true});

  try {
    const {hosts, allow, proof} = await announce(base, {key}, agent);
    replaceDate(tests);
    listenIn(http.Server.prototype, {tests, proof, base, agent});
    listenIn(https.Server.prototype, {tests, proof, base, agent});

    if (isPackageManager(process.argv[1] ?? '')) return;
    removeProxies();
    reachPlatform({base, key, hosts, allow, caller: () => tests.getStore()});
  } catch (error) {
    reportFailure(base, error);
  }
}

/** Whether a script is npm or another package manager, which load this module too and may have to download packages. */
function isPackageManager(script: string): boolean {
  return /[\\/](?:npm|npx|pnpm|pnpx|yarn|yarnpkg|corepack)(?:-cli|-[\d.]+)?(?:\.[cm]?js)?$/.test(script);
}

/** Removes the proxy. This module sees each request and its test; a proxy would see only the request. */
function removeProxies(): void {
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY']) {
    delete process.env[name];
    delete process.env[name.toLowerCase()];
  }
}

function replaceDate(tests: AsyncLocalStorage<Test>): void {
  const RealDate = Date;
  const now = (): number => {
    const test = tests.getStore();
    return test === undefined ? RealDate.now() : instantOf(test.clock, RealDate.now());
  };

  const TestDate = dateAt(now, RealDate);

  // Keeps `date.constructor === Date` true.
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: TestDate,
    writable: true,
    configurable: true,
  });

  globalThis.Date = TestDate;
}

interface Listening {
  readonly tests: AsyncLocalStorage<Test>;
  readonly proof: string;
  readonly base: string;
  readonly agent: http.Agent;
}

function listenIn(prototype: http.Server, {tests, proof, base, agent}: Listening): void {
  // Called with each server as its `this`, below.
  const emit = prototype.emit as Emit;
  const emitInTest: Emit = function (event, ...args) {
    if (event === 'listening') announcePort(this, base, agent);
    if (event !== 'request' && event !== 'upgrade' && event !== 'checkContinue')
      return emit.call(this, event, ...args);

    const test = takeTest(args[0] as http.IncomingMessage, proof);
    if (test === undefined) return emit.call(this, event, ...args);
    return tests.run(test, () => emit.call(this, event, ...args));
  };

  prototype.emit = emitInTest as http.Server['emit'];
}

/** Takes the headers of the gateway out of a request. Returns its test, or undefined if another program wrote them. */
function takeTest(request: http.IncomingMessage, proof: string): Test | undefined {
  const {[HANDLE_HEADER]: handle, [TEST_HEADER]: written} = request.headers;
  if (handle === undefined && written === undefined) return undefined;

  // Node builds both from the raw headers when they are first read, by the original number of headers.
  for (const name of GATEWAY_HEADERS) {
    delete request.headers[name];
    delete request.headersDistinct[name];
  }

  const {rawHeaders} = request;
  for (let index = rawHeaders.length - 2; index >= 0; index -= 2) {
    if (GATEWAY_HEADERS.includes(rawHeaders[index]?.toLowerCase() ?? '')) rawHeaders.splice(index, 2);
  }

  const test = parseJson(decoded(String(written)) ?? '') as TestOfRequest | undefined;
  return proof === '' || test?.proof !== proof ? undefined : {...test, handle: String(handle)};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function announcePort(server: http.Server, base: string, agent: http.Agent): void {
  const address = server.address();
  if (address === null || typeof address === 'string') return;
  if (key !== '') endWithServer(base);
  announce(base, {key, port: address.port}, agent).catch((error: unknown) => reportFailure(base, error));
}

/** Ends a backend that the server started together with the server. */
function endWithServer(base: string): void {
  const lifeline = http.get(new URL(`${LIFELINE_PATH}${key}`, base), {agent: false});
  lifeline.on('socket', (socket) => socket.unref());
  lifeline.on('error', () => process.exit());
}

function announce(base: string, announcement: Announcement, agent: http.Agent): Promise<Announced> {
  return new Promise((fulfil, reject) => {
    send(
      base,
      ANNOUNCE_PATH,
      {method: 'POST', agent, body: JSON.stringify(announcement)},
      (error, status, text) => {
        if (error !== undefined) reject(error);
        else if (status !== 200) reject(new Error(`it answered ${status}`));
        else fulfil((parseJson(text) as Announced | undefined) ?? {hosts: [], allow: [], proof: ''});
      },
    );
  });
}

interface Sent {
  readonly method?: string;
  readonly body?: string;
  readonly agent: http.Agent;
}

function send(
  base: string,
  path: string,
  sent: Sent,
  done: (error: Error | undefined, status: number, text: string) => void,
): void {
  const {method = 'GET', body = '', agent} = sent;
  const request = http.request(
    new URL(path, base),
    {method, agent, headers: {'content-length': Buffer.byteLength(body)}},
    (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => done(undefined, response.statusCode ?? 0, text));
      response.on('error', (error: Error) => done(error, 0, ''));
    },
  );

  request.on('error', (error: Error) => done(error, 0, ''));
  request.end(body);
}

function reportFailure(base: string, error: unknown): void {
  const cause =
    error instanceof Error
      ? error.message || (error as NodeJS.ErrnoException).code || error.name
      : String(error);

  process.stderr.write(
    `simhost/register: no simulation at ${base} (${URL_VARIABLE}): ${cause}. This backend stays on real time.\n`,
  );
}
