import {setImmediate} from 'node:timers/promises';
import {expect, test} from '@playwright/test';
import {BatchedLines} from './batched-lines.ts';

test('the lines of one turn are written together, in their order', async () => {
  const written: string[] = [];
  const lines = new BatchedLines((text) => written.push(text));
  lines.add('first');
  await Promise.resolve();
  lines.add('second');
  expect(written).toEqual([]);
  await setImmediate();
  expect(written).toEqual(['first\nsecond']);

  lines.add('third');
  await setImmediate();
  expect(written).toEqual(['first\nsecond', 'third']);
});

test('what is left can be written at once, and is written once', async () => {
  const written: string[] = [];
  const lines = new BatchedLines((text) => written.push(text));
  lines.add('last');
  lines.flush();
  await setImmediate();
  expect(written).toEqual(['last']);
});
