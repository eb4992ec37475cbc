import {readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect} from '@playwright/test';
import {test} from '../node/server/server.fixture.ts';
import {Turn} from './turn.ts';
import type {WorkerOfRun} from './turn.ts';

const CORES = {cores: 2, longest: 60_000};

function worker(parallelIndex: number, outputDir: string, workers = 16): WorkerOfRun {
  return {parallelIndex, config: {workers, projects: [{outputDir}]}};
}

/** Lists the files of the workers that wait for a turn. */
async function waitingIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => !name.endsWith('.lock'));
}

test('as many workers start at once as there are cores, and the next when one has ended its turn', async ({}, {
  outputDir,
}) => {
  const begun: number[] = [];
  const take = async (index: number): Promise<Turn> => {
    const turn = await Turn.toStart(worker(index, outputDir), CORES);
    begun.push(index);
    return turn;
  };

  const [zero, one] = await Promise.all([take(0), take(1)]);
  const waiting = take(2);
  await expect.poll(() => waitingIn(outputDir)).toHaveLength(1);
  expect(new Set(begun)).toEqual(new Set([0, 1]));

  one.end();
  const next = await take(3);
  expect(begun).not.toContain(2);

  zero.end();
  const last = await waiting;
  expect(begun.slice(2)).toEqual([3, 2]);
  next.end();
  last.end();
  await expect.poll(() => readdir(outputDir)).toEqual([]);
});

test('a turn ends when a page has loaded from a server', async ({chrome}, {outputDir}) => {
  const turn = await Turn.toStart(worker(0, outputDir), {...CORES, cores: 1});
  const context = await chrome.newContext();
  turn.endAtLoad(context);
  const other = await context.newPage();
  await other.reload();
  expect(await readdir(outputDir)).toHaveLength(1);

  await context.route('**', (route) => route.fulfill({body: 'loaded'}));
  await other.goto('http://127.0.0.1/');
  await expect.poll(() => readdir(outputDir)).toEqual([]);
  await context.close();
});

test('a turn ends by itself, so that a page which never loads holds nobody up', async ({}, {outputDir}) => {
  await Turn.toStart(worker(0, outputDir), {cores: 1, longest: 1});
  const next = await Turn.toStart(worker(1, outputDir), {cores: 1, longest: 60_000});
  next.end();
});

test('nobody waits with as many workers as cores, or without a folder for the turns', async ({}, {
  outputDir,
}) => {
  await Promise.all([0, 1].map((index) => Turn.toStart(worker(index, outputDir, 2), CORES)));
  expect(await readdir(outputDir).catch(() => [])).toEqual([]);

  const file = test.info().outputPath('file');
  await writeFile(file, '');
  await Promise.all([0, 2].map((index) => Turn.toStart(worker(index, join(file, 'no'), 16), CORES)));
});

test('four tests for each core run at once, and the next when one has ended', async ({}, {outputDir}) => {
  const cores = {...CORES, cores: 1};
  const turns = await Promise.all([0, 1, 2, 3].map((index) => Turn.toTest(worker(index, outputDir), cores)));
  let hasBegun = false;
  const waiting = Turn.toTest(worker(5, outputDir), cores).then((turn) => {
    hasBegun = true;
    return turn;
  });

  turns[0]?.end();
  const next = await Turn.toTest(worker(4, outputDir), cores);
  expect(hasBegun).toBe(false);
  turns[1]?.end();
  const last = await waiting;
  for (const turn of [...turns, next, last]) turn.end();
  await expect.poll(() => readdir(outputDir)).toEqual([]);
});

test('a worker with many tests leaves turns to the one that shares its place', async ({}, {outputDir}) => {
  const order: string[] = [];
  const tests = async (name: string, index: number): Promise<void> => {
    for (let nth = 0; nth < 3; nth++) {
      const turn = await Turn.toTest(worker(index, outputDir), {...CORES, cores: 1});
      order.push(name);
      // The other worker wants its turn meanwhile. It has none left at the end.
      if (order.length < 6) await expect.poll(() => waitingIn(outputDir)).toHaveLength(1);
      await turn.pass();
    }
  };

  await Promise.all([tests('a', 0), tests('b', 4)]);
  expect(order.join('')).toMatch(/^(?:ab){3}$|^(?:ba){3}$/);
});

test('no test waits with four workers for each core', async ({}, {outputDir}) => {
  await Promise.all([0, 1, 2, 3].map((index) => Turn.toTest(worker(index, outputDir, 4), {cores: 1})));
  expect(await readdir(outputDir).catch(() => [])).toEqual([]);
});
