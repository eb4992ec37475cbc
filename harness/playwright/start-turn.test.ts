import {readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect} from '@playwright/test';
import {test} from '../node/server/server.fixture.ts';
import {StartTurn} from './start-turn.ts';
import type {StartingWorker} from './start-turn.ts';

const CORES = {cores: 2, longest: 60_000};

function worker(parallelIndex: number, outputDir: string, workers = 16): StartingWorker {
  return {parallelIndex, config: {workers, projects: [{outputDir}]}};
}

test('as many workers start at once as there are cores, and the next when one has ended its turn', async ({}, {
  outputDir,
}) => {
  const begun: number[] = [];
  const take = async (index: number): Promise<StartTurn> => {
    const turn = await StartTurn.take(worker(index, outputDir), CORES);
    begun.push(index);
    return turn;
  };

  const [zero, one] = await Promise.all([take(0), take(1)]);
  const waiting = take(2);
  expect(await readdir(outputDir)).toHaveLength(2);
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
  const turn = await StartTurn.take(worker(0, outputDir), {...CORES, cores: 1});
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
  await StartTurn.take(worker(0, outputDir), {cores: 1, longest: 1});
  const next = await StartTurn.take(worker(1, outputDir), {cores: 1, longest: 60_000});
  next.end();
});

test('nobody waits with as many workers as cores, or without a folder for the turns', async ({}, {
  outputDir,
}) => {
  await Promise.all([0, 1].map((index) => StartTurn.take(worker(index, outputDir, 2), CORES)));
  expect(await readdir(outputDir).catch(() => [])).toEqual([]);

  const file = test.info().outputPath('file');
  await writeFile(file, '');
  await Promise.all([0, 2].map((index) => StartTurn.take(worker(index, join(file, 'no'), 16), CORES)));
});
