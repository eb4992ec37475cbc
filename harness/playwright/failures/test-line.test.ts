import {EventEmitter, once} from 'node:events';
import {expect, test} from '@playwright/test';
import {SimhostError} from '../../errors.ts';
import {Deadline} from './deadline.ts';
import {framesOf} from './test-line.ts';

test('an error that an event brought points at the line of the test that waited', async () => {
  const events = new EventEmitter();
  const failing = once(events, 'message').then(() => {
    throw new SimhostError('ERR_BAD_OPTION', 'no luck');
  });

  const waiting = new Deadline({timeout: 0}).wait(failing, async () => new Error('late'));
  events.emit('message');

  const error = await waiting.then(
    () => new Error('none'),
    (caught: Error) => caught,
  );

  expect(error).toMatchObject({
    message: 'no luck',
    stack: expect.stringMatching(/^SimhostError: no luck\n +at .*test-line\.test\.ts:\d+/),
  });

  expect(error.stack).not.toContain('deadline.ts');
});

test('frames hold paths, also of folders with spaces and umlauts', () => {
  const stack =
    'Error: x\n    at run (file:///home/%C3%9Cbung%201/a.spec.ts:3:7)\n    at file:///home/b.ts:1:2\n    at node:internal/x:1:1';
  expect(framesOf(stack)).toEqual([
    '    at run (/home/Übung 1/a.spec.ts:3:7)',
    '    at /home/b.ts:1:2',
    '    at node:internal/x:1:1',
  ]);
});
