// A command that is interrupted in the middle of its work ends, and prints no stack trace.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {expect, test} from '@playwright/test';

test.skip(process.platform === 'win32', 'Windows has no signals that a process can catch.');

test('an interrupted audit ends at once, and writes no half report', async ({}, testInfo) => {
  const report = testInfo.outputPath('report.json');
  // A backend that never answers.
  const backend = createServer().listen(0, '127.0.0.1');
  await once(backend, 'listening');
  const {port} = backend.address() as AddressInfo;

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const args = ['audit', `http://127.0.0.1:${port}/api`, '--report', `json=${report}`];
    const env = {...process.env, SHOPIFY_API_KEY: 'key', SHOPIFY_API_SECRET: 'secret'};
    const child = spawn(process.execPath, ['dist/cli/simhost.js', ...args], {env});
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (output += String(chunk)));

    await once(backend, 'request');
    const ended = once(child, 'close');
    child.kill(signal);
    expect(await ended).toEqual([null, signal]);
    expect(output).not.toContain('    at ');
    expect(existsSync(report)).toBe(false);
  }

  backend.closeAllConnections();
  backend.close();
});
