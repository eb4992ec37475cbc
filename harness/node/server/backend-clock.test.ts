import {expect} from '@playwright/test';
import {HANDLE_HEADER} from '../../wire/backend.ts';
import {portableClock} from './backend-real-time.ts';
import {externalBackend} from './backend.ts';
import {refuseRealTime} from './backend-real-time.ts';
import {fakeSimulation, proxied, test} from './server.fixture.ts';

/** Answers with the handle that it was sent, as a backend in any language sees it. */
const ECHO = `require('node:http').createServer((q, s) => s.end(String(q.headers['${HANDLE_HEADER}']))).listen(process.env.PORT)`;

test('answers the handle of a request with the time of its test until the test ends', async ({
  server,
  script,
}) => {
  const simulation = fakeSimulation();
  simulation.clock.freeze('2030-01-01T12:00:00.250Z');
  simulation.clock.skew({backend: '-3s'});
  const option = {command: await script('echo.cjs', ECHO), register: false, clock: 'header'} as const;
  const gateway = await server.open(simulation, {backends: {'http://myapp.test': option}});
  const [first, second] = [
    await proxied(gateway.proxy, 'http://myapp.test/'),
    await proxied(gateway.proxy, 'http://myapp.test/'),
  ];

  expect(first).not.toBe(second);

  const clock = async (handle: string): Promise<string> => {
    const answer = await fetch(`${server.url}/clock`, {headers: {[HANDLE_HEADER]: handle}});
    return `${answer.status} ${await answer.text()}`;
  };

  expect(await clock(first)).toBe('200 1893499197.250');
  simulation.clock.advance('6m');
  expect(await clock(first)).toBe('200 1893499557.250');
  expect(await clock('forged')).toBe('404 No request has this handle, or its test is over.');
  expect(await (await fetch(`${server.url}/clock`)).text()).toContain('Send the header x-simhost-handle');

  await gateway.close();
  expect(await clock(first)).toContain('404');
});

test('a handle mints no token', async ({server, script}) => {
  const option = {command: await script('echo.cjs', ECHO), register: false, clock: 'header'} as const;
  const {proxy} = await server.open(fakeSimulation(), {backends: {'http://myapp.test': option}});
  const handle = await proxied(proxy, 'http://myapp.test/');
  const minted = await fetch(`${server.url}/.simhost/mint`, {
    method: 'POST',
    headers: {[HANDLE_HEADER]: handle},
    body: '{"kind":"checkout"}',
  });

  expect(minted.status).toBe(404);
});

test('the clock may move if all backends take a handle or keep real time', async ({server, script}) => {
  const command = await script('echo.cjs', ECHO);
  const open = (clock: 'header' | 'real' | undefined) =>
    server.open(fakeSimulation(), {
      backends: {'http://myapp.test': {command, register: false, ...(clock === undefined ? {} : {clock})}},
    });

  expect((await open('header')).backendsOnRealTime()).toEqual([]);
  expect((await open('real')).backendsOnRealTime()).toEqual([]);
  const {backends} = await open(undefined);
  expect(() => refuseRealTime(backends)).toThrow(
    'The clock cannot move: this backend keeps real time: http://myapp.test (node echo.cjs)\nThe process that listens must be Node',
  );
});

test('the advice for a backend on real time fits its command', () => {
  const found = externalBackend('https://myapp.com', {url: 'http://localhost:3000'});
  expect(() => refuseRealTime([found])).toThrow(`backends: {'https://myapp.com': {url: '…', clock: 'real'}}`);

  for (const command of [
    'python3 server.py',
    'bundle exec puma',
    'php -S $HOST:$PORT',
    'go run .',
    './start.sh',
  ]) {
    expect(portableClock('https://myapp.com', command), command).toMatch(
      /^Give clock: 'header' and let it read the time at \$SIMHOST_URL\/clock/,
    );
  }

  expect(portableClock('https://myapp.com', 'npm run dev')).toContain('--import simhost/register');
});
