import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import {readFile, stat, symlink, writeFile} from 'node:fs/promises';
import {syncBuiltinESMExports} from 'node:module';
import {hostname} from 'node:os';
import {expect, test} from '@playwright/test';
import {withLock} from './lock.ts';

test('one holder at a time', async () => {
  const path = lockPath();
  const steps: string[] = [];

  const worker = (name: string): Promise<void> =>
    withLock(
      path,
      async () => {
        steps.push(`${name} in`);
        await new Promise((resolve) => setImmediate(resolve));
        steps.push(`${name} out`);
      },
      {retry: 1},
    );

  await Promise.all([worker('a'), worker('b'), worker('c')]);
  const names = steps.map((step) => step[0]);
  expect(names.filter((_, index) => index % 2 === 0)).toEqual(names.filter((_, index) => index % 2 === 1));
  expect(new Set(names).size).toBe(3);
});

test('gives the result, and lets go after a failure', async () => {
  const path = lockPath();
  await expect(withLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withLock(path, () => Promise.resolve(1))).toBe(1);
  await expect(readFile(path)).rejects.toThrow('ENOENT');
});

test('the lock of a dead process is taken over', async () => {
  const path = lockPath();
  const {pid} = spawnSync(process.execPath, ['-e', '']);
  await writeFile(path, JSON.stringify({pid, host: hostname(), id: 'dead'}));
  expect(await withLock(path, () => Promise.resolve('mine'))).toBe('mine');
});

test('the lock of an earlier process with our own pid is taken over', async () => {
  const path = lockPath();
  await writeFile(path, JSON.stringify({pid: process.pid, host: hostname(), id: 'before'}));
  expect(await withLock(path, () => Promise.resolve('mine'))).toBe('mine');
});

test('takes over a lock without a sign of life', async () => {
  const path = lockPath();
  await writeFile(path, JSON.stringify({pid: 1, host: 'another-machine', id: 'silent'}));
  expect(await withLock(path, () => Promise.resolve('mine'), {retry: 1, abandoned: 30})).toBe('mine');
});

test('a living holder keeps its lock however long it works', async () => {
  const path = lockPath();
  const order: string[] = [];
  let finish = (): void => undefined;
  const slow = withLock(
    path,
    () => new Promise<void>((resolve) => (finish = resolve)).then(() => void order.push('slow')),
    {beat: 5},
  );

  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain(String(process.pid));
  const waiting = withLock(path, async () => void order.push('waiting'), {retry: 5, abandoned: 500});
  const signs = new Set<number>();

  await expect
    .poll(async () => signs.add((await stat(path)).mtimeMs).size, {intervals: [5], timeout: 20_000})
    .toBeGreaterThan(150);

  finish();
  await Promise.all([slow, waiting]);
  expect(order).toEqual(['slow', 'waiting']);
});

test('work is done without a lock if none can be written, and fails by its own error alone', async () => {
  const path = test.info().outputPath('no-such-folder/a.lock');
  expect(await withLock(path, () => Promise.resolve('done'))).toBe('done');
  await expect(withLock(path, () => Promise.reject(new Error('its own')))).rejects.toThrow('its own');
});

test('a lock that was written in part, as on a full disk, makes nobody wait', async () => {
  const path = lockPath();
  const {open} = fs.promises;
  const full = fails('ENOSPC');
  await withCall(
    'open',
    async (...given) => Object.assign(await open(...given), {writeFile: full}),
    async () => expect(await withLock(path, () => Promise.resolve('done'))).toBe('done'),
  );
  await expect(readFile(path)).rejects.toThrow('ENOENT');
});

test('a process that has no file left to open keeps the lock of another one', async () => {
  const path = lockPath();
  await writeFile(path, 'of another process');
  await withCall('open', fails('EMFILE'), async () =>
    expect(await withLock(path, () => Promise.resolve('done'))).toBe('done'),
  );
  expect(await readFile(path, 'utf8')).toBe('of another process');
});

test('work is done without a lock that can neither be removed nor read', async () => {
  const path = lockPath();
  await writeFile(path, JSON.stringify({pid: process.pid, host: hostname(), id: 'before'}));
  for (const [call, code] of [
    ['rename', 'EROFS'],
    ['lstat', 'EACCES'],
  ] as const)
    await withCall(call, fails(code), async () =>
      expect(await withLock(path, () => Promise.resolve('done'))).toBe('done'),
    );
});

test('work is done without a lock whose name is taken by a link without a target', async () => {
  const path = lockPath();
  await symlink('no-such-file', path);
  expect(await withLock(path, () => Promise.resolve('mine'), {retry: 1, abandoned: 30})).toBe('mine');
});

function fails(code: string): () => Promise<never> {
  return () => Promise.reject(Object.assign(new Error(code), {code}));
}

/** Replaces a call of `node:fs/promises` during some work. */
async function withCall<Name extends 'open' | 'rename' | 'lstat'>(
  name: Name,
  call: (typeof fs.promises)[Name],
  work: () => Promise<void>,
): Promise<void> {
  const before = fs.promises[name];
  const put = (given: (typeof fs.promises)[Name]): void => {
    fs.promises[name] = given;
    syncBuiltinESMExports();
  };

  put(call);
  try {
    await work();
  } finally {
    put(before);
  }
}

function lockPath(): string {
  return test.info().outputPath('a.lock');
}
