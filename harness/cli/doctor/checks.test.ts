import {expect, test} from '@playwright/test';
import {manifest} from '../../node/server/manifest.ts';
import {CREDENTIALS} from './credentials.ts';
import {clock, MACHINE, node} from './machine.ts';
import {peer} from './packages.ts';
import {isInRange} from '../../node/server/version-range.ts';

function examine(name: string, environment: Record<string, string>): unknown {
  const check = [...MACHINE, ...CREDENTIALS].find((candidate) => candidate.name === name);
  return check?.run({folder: '/', isGiven: false, environment});
}

test('every range in package.json can be judged', () => {
  const {engines, peerDependencies} = manifest();
  for (const range of [engines.node, ...Object.values(peerDependencies)])
    expect(() => isInRange('1.0.0', range)).not.toThrow();
});

test('Node is judged by engines', () => {
  expect(node('20.18.0')).toMatchObject({
    state: 'problem',
    text: expect.stringContaining('Node 20.18.0 is not in "^20.19.0'),
  });
  expect(node('22.12.0').state).toBe('ok');
});

test('a peer is judged by its range, and a missing one names what to install', () => {
  expect(peer('msw', '2.15.0').state).toBe('ok');
  expect(peer('msw', '2.0.0').state).toBe('problem');
  expect(peer('msw', undefined)).toMatchObject({
    state: 'problem',
    next: 'npm install --save-dev "msw@^2.12.10 || ^3.0.0"',
  });
});

test('reports a clock before simhost existed', () => {
  expect(clock(new Date('1970-01-01T00:00:00Z'))).toMatchObject({
    state: 'warning',
    text: expect.stringContaining('1970-01-01'),
  });
  expect(clock(new Date('2026-11-20T00:00:00Z')).state).toBe('ok');
});

test('credentials come in pairs, and none is printed', async () => {
  expect(await examine('credentials', {})).toMatchObject({state: 'ok'});
  expect(await examine('credentials', {SHOPIFY_API_KEY: 'a', SHOPIFY_API_SECRET: 'b'})).toMatchObject({
    state: 'ok',
  });

  expect(await examine('credentials', {SHOPIFY_API_KEY: 'a-key', SHOPIFY_API_SECRET: ''})).toEqual({
    state: 'problem',
    text: 'SHOPIFY_API_KEY is set and SHOPIFY_API_SECRET is not.',
    next: 'Set SHOPIFY_API_SECRET too, or unset both to use the published test values.',
  });

  expect(JSON.stringify(await examine('credentials', {SHOPIFY_API_SECRET: 'a-secret'}))).not.toContain(
    'a-secret',
  );
});

test('reports a browser that does not run', async () => {
  expect(await examine('browser', {SIMHOST_BROWSER: process.execPath})).toMatchObject({state: 'ok'});
  expect(await examine('browser', {SIMHOST_BROWSER: import.meta.filename})).toMatchObject({
    state: 'problem',
    next: expect.stringContaining('SIMHOST_BROWSER'),
  });
});

test('ports on the loopback interface are tried', async () => {
  expect(await examine('ports', {})).toMatchObject({state: 'ok'});
});
