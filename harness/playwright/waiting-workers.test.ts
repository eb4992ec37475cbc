import {spawnSync} from 'node:child_process';
import {writeFile} from 'node:fs/promises';
import {expect, test} from '@playwright/test';
import {WaitingWorkers} from './waiting-workers.ts';

test('a lock is passed when a worker that waited for it holds it', async ({}, testInfo) => {
  const waiting = new WaitingWorkers(testInfo.outputPath('turn.lock'));
  const begin = await waiting.add(1);
  await waiting.add(2);

  const events: string[] = [];
  const passed = waiting.pass(() => events.push('ended'), Infinity).then(() => events.push('passed'));
  await expect.poll(() => events).toEqual(['ended']);
  await begin();
  await passed;
  expect(events).toEqual(['ended', 'passed']);
});

test('nobody waits for a worker that was killed, or that comes late', async ({}, testInfo) => {
  const lock = testInfo.outputPath('turn.lock');
  const waiting = new WaitingWorkers(lock);
  const {pid} = spawnSync(process.execPath, ['-e', '0']);
  await writeFile(`${lock}.${pid}-1`, '');
  await waiting.pass(() => {}, Infinity);

  await waiting.add(2);
  await waiting.pass(() => {}, 1);
});

test('files of another lock are ignored, and so is the lock itself', async ({}, testInfo) => {
  const lock = testInfo.outputPath('turn.lock');
  for (const name of ['turn.lock', 'other.lock.1-1', 'turn.lock.f81d4fae-7dec-11d0-a765-00a0c91e6bf6'])
    await writeFile(testInfo.outputPath(name), '');
  await new WaitingWorkers(lock).pass(() => {}, Infinity);
});
