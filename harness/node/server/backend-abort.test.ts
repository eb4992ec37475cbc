import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect} from '@playwright/test';
import {fakeSimulation, test} from './server.fixture.ts';

test('a signal ends the start of a backend, and another opening starts its own', async ({
  server,
  script,
  folder,
}) => {
  // The first process never listens, and writes that it works, so that no limit ends it.
  const source = `const {existsSync, writeFileSync} = require('node:fs');
    if (existsSync('first.pid')) require('node:http').createServer((q, s) => s.end('second')).listen(process.env.PORT);
    else writeFileSync('first.pid', String(process.pid));
    setInterval(() => console.log('works'), 10);`;
  const backends = {'https://myapp.com': {command: await script('late.cjs', source), register: false}};
  const unneeded = new AbortController();
  const first = server.open(fakeSimulation(), {backends, signal: unneeded.signal});
  const second = server.open(fakeSimulation(), {backends});

  const pidOfFirst = async (): Promise<number> =>
    Number(await readFile(join(folder, 'first.pid'), 'utf8').catch(() => ''));
  await expect.poll(pidOfFirst).toBeGreaterThan(0);
  unneeded.abort(new Error('the browser did not start'));
  await expect(first).rejects.toThrow('the browser did not start');
  const pid = await pidOfFirst();
  await expect.poll(() => isAlive(pid)).toBe(false);

  const gateway = await second;
  const answer = await fetch(gateway.backends[0]?.address ?? '');
  expect(await answer.text()).toBe('second');
});

test('a signal that comes after the start of a backend changes nothing', async ({server, script}) => {
  const source = `require('node:http').createServer((q, s) => s.end('runs')).listen(process.env.PORT)`;
  const command = await script('runs.cjs', source);
  const backends = {'https://myapp.com': {command, register: false}};
  const unneeded = new AbortController();
  const gateway = await server.open(fakeSimulation(), {backends, signal: unneeded.signal});
  unneeded.abort();

  const answer = await fetch(gateway.backends[0]?.address ?? '');
  expect(await answer.text()).toBe('runs');
  await expect(server.open(fakeSimulation(), {backends, signal: unneeded.signal})).rejects.toThrow('aborted');
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
